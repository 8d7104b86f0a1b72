"""What contracts and letters have in common: roles of parties, numbers, clauses as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents.declaration import Paper, custom, headed, parsers, party
from pipeline.documents.parsers import Parsed
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.layout.values import Reach, value_right_of
from pipeline.model.values import Text
from pipeline.text.choices import ticked
from pipeline.text.days import WRITTEN_DAY

NUMBERED = (
    "",
    "合同",
    "本合同",
    "协议",
    "本协议",
    "协议书",
    "合同书",
    "补充协议",
    "租赁合同",
    "业务单",
    "订单",
    "订购单",
    "确认书",
    "确认单",
    "受理",
    "受理单",
    "登记单",
    "申请单",
    "服务单",
    "开通单",
    "工单",
    "确认函",
    "备案",
    "合同备案",
    "回执",
)
NUMBER_LABELS = (
    *(f"{what}{number}" for what in NUMBERED for number in ("编号", "号", "号码") if what or number == "编号"),
    "登记编号",
    "合同编码",
    "协议编码",
    "合同流水号",
    "业务流水号",
    "合同登记号",
    "协议登记号",
    "合同备案号",
    "合同序号",
)
OTHER_CONTRACT = re.compile(r"》[^。;《]{0,4}\($|原$")
"""Before the number of a contract that this one only speaks of: 《租赁合同》（合同编号：…）, 原合同编号：…."""


def sentence(text: str) -> Parsed | None:
    """The words up to the end of their sentence."""
    return parsers.words(re.split(r"[。；;]", text.strip(parsers.EDGES), maxsplit=1)[0])


def chosen(text: str) -> Parsed | None:
    """The words up to the end of their sentence, of a list of choices the ticked ones."""
    return sentence(ticked(text))


def signer(text: str) -> Parsed | None:
    """A name at the foot, without the day that stands under it."""
    return parsers.name(re.sub(rf"{WRITTEN_DAY}$", "", re.sub(r"\s", "", text)))


def numbers(text: str) -> Parsed | None:
    """A document's number: letters, digits and their joints; sentences are none."""
    plain = re.sub(r"\s", "", text).strip(parsers.EDGES)
    plain = plain if "(" in plain or "（" in plain else plain.rstrip(")）")
    return (
        Parsed(Text(value=plain))
        if re.fullmatch(r"[^,。;，；]{2,50}", plain) and re.search(r"[0-9]", plain)
        else None
    )


def labelled_numbers(paper: Paper) -> Iterator[Words]:
    """What stands beside the label of a number, those of contracts that this one only speaks of left out."""
    for sheet, hit, hits in paper.hits_of(NUMBER_LABELS):
        told_of = hit.line is not None and OTHER_CONTRACT.search(hit.line.fold[: hit.start])
        if hit.sort != "touching" and not told_of:
            words = value_right_of(sheet, hit, hits, Reach(1))
            if words is not None:
                yield words


def numbers_in_clauses(paper: Paper) -> Iterator[Words]:
    """Numbers after 合同编号 in running text."""
    pattern = r"(?:合同|协议)(?:编号|号)[:为]*(?P<value>[A-Za-z0-9][A-Za-z0-9()〔〕\[\]/_.-]{3,40}号?)"
    for match in search(paper.passages, pattern):
        words = match.words("value")
        if words is not None and not OTHER_CONTRACT.search(match.passage.fold[: match.match.start()]):
            yield words


NUMBER = (
    custom("标签“" + "”“".join(NUMBER_LABELS) + "”", labelled_numbers, labels=NUMBER_LABELS),
    custom("表述“合同编号”", numbers_in_clauses),
)
NUMBER_BELOW = (headed(*NUMBER_LABELS),)


@dataclass(frozen=True)
class Role:
    """A party by its role words and by the letter party (甲方 …) that it is in this contract.

    Which letter it is: as the contract defines it (甲方（出租人）, 出租方（以下简称“甲方”）), else `usual`, unless the
    contract gives that letter to one of the `others`.
    """

    words: tuple[str, ...]
    usual: str
    others: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The role words."""
        return "当事人“" + "”“".join((*self.words, self.usual)) + "”"

    @property
    def labels(self) -> tuple[str, ...]:
        """The role words and letters end other values."""
        return party(*self.words, *self.others, "甲方", "乙方", "丙方").labels

    def find(self, paper: Paper) -> Iterator[Words]:
        """The names in reading order, header first."""
        letter = letter_of(paper, self.words)
        if letter is None and letter_of(paper, self.others) != self.usual:
            letter = self.usual
        roles = (*self.words, letter) if letter is not None else self.words
        yield from party(*roles).find(paper)


def letter_of(paper: Paper, words: Sequence[str]) -> str | None:
    """Which of 甲方, 乙方, 丙方 a role is said to be, None where the contract does not say."""
    either = "|".join(re.escape(word) for word in words)
    if not either:
        return None
    found = re.search(
        rf"([甲乙丙]方)\((?:{either})|(?:{either})(?:\([^()]{{1,10}}\))?\((?:以下|下文|下)?(?:简称|称)?[“\"]?([甲乙丙]方)",
        paper.fold,
    )
    return None if found is None else found.group(1) or found.group(2)
