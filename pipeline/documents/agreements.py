"""What contracts and letters have in common: roles of parties, terms, renewal, signing days, clauses as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pipeline.documents.declaration import Clue, Finder, Paper, beside, by, custom, inline, parsers, party
from pipeline.documents.parsers import Parsed
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.labels import label_hits
from pipeline.layout.lines import Line
from pipeline.layout.passages import search
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Field
from pipeline.model.values import Day, Text
from pipeline.text import days, terms

DAY = (
    r"[0-9〇○零一二三四五六七八九]{4}(?:年|\.|/|-)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:月|\.|/|-)"
    r"(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?"
)
OPEN = r"长期(?:有效)?|永久|无固定期限|不约定期限"
SPAN = rf"(?:自|从|由)?{DAY}(?:\([^()]{{1,8}}\))?(?:起|开始|零时|0时|00:00)*,?(?:至|到|-|~)+(?:{DAY}(?:24时|二十四时)?|{OPEN})(?:\([^()]{{1,8}}\))?(?:日?止|为止)?"
TERM_WORDS = r"(?:租赁|服务|合同|协议|合作|使用|有效|履约|承租|本合同有效|本协议有效)(?:期限|期间|期)|租期|期限|起止(?:时间|日期)|有效期"
SIDE_TERMS = r"(?:免租?|装修|试用|试运行|付款|支付|质保|保修|宽限|通知|交付|异议|保密|建设|施工|缴费)[^,。;]{0,4}$"
"""What makes a term another one than that of the contract, when it stands right before the word."""
TERM_LABELS = (
    "租赁期限",
    "租期",
    "租赁期",
    "服务期限",
    "服务期",
    "合同期限",
    "合同期",
    "协议期限",
    "协议有效期",
    "合同有效期",
    "有效期",
    "有效期限",
    "起止时间",
    "起止日期",
    "合同起止时间",
    "使用期限",
    "服务起止时间",
)
START_LABELS = (
    "起租日",
    "起租日期",
    "起始日期",
    "合同起始日",
    "合同起始日期",
    "服务开始日期",
    "计费起始日期",
    "开始日期",
)
END_LABELS = ("到期日", "到期日期", "终止日期", "截止日期", "合同终止日期", "合同到期日", "服务终止日期", "结束日期")
SIGNING_LABELS = (
    "签订日期",
    "签署日期",
    "签约日期",
    "合同签订日期",
    "签订时间",
    "签约时间",
    "签署时间",
    "合同签订时间",
)
NUMBER_LABELS = ("合同编号", "协议编号", "合同号", "协议号", "合同编码", "合同流水号", "编号")
RENEWS = re.compile(
    r"自动(?:续期|续约|续签|续展|顺延|延续|延期|延长|续租)|(?:合同|协议|租期|期限|有效期|租赁期|服务期)[^,。;]{0,12}(?:顺延|续展|延续)"
)
RENEWS_NOT = re.compile(
    r"(?:不|不再|不予|不得|不会|非|并非|无)(?:自动)?(?:续期|续约|续签|续展|顺延|延续|延长|续租)|不自动"
)
OTHER_DELAY = re.compile(r"工期|节假日|付款|支付|交付|开通时间|完工|竣工|故障|施工|停电|不可抗力")
LENGTH = r"[0-9一二三四五六七八九十两半]{1,3}(?:个)?(?:周年|年|月)(?:半|零?[0-9一二三四五六七八九十]{1,2}个月)?"
FROM_SIGNING = re.compile(
    rf"(?:自|从)(?:本)?(?:合同|协议)?(?:双方)?(?P<start>签[订署约字]|盖章|生效|签字(?:并)?(?:加?盖公?章))[^,。;]{{0,12}}(?:之日|当日|日)起[^。;]{{0,16}}?(?P<length>{LENGTH})"
    rf"|(?:期限?|有效期限?)(?:为|是|:)?(?P<length2>{LENGTH})[^。;]{{0,6}}(?:自|从)(?:本)?(?:合同|协议)?(?:双方)?(?P<start2>签[订署约字]|盖章|生效)[^,。;]{{0,12}}(?:之日|当日|日)起"
)


def sentence(text: str) -> Parsed | None:
    """The words up to the end of their sentence."""
    return parsers.words(re.split(r"[。；;]", text.strip(parsers.EDGES), maxsplit=1)[0])


def signer(text: str) -> Parsed | None:
    """A name at the foot, without the day that stands under it."""
    return parsers.name(re.sub(rf"{DAY}$", "", re.sub(r"\s", "", text)))


def term_in(text: str) -> str:
    """The span of days inside a text, the text itself where there is none."""
    found = re.search(SPAN, re.sub(r"\s", "", text.translate(str.maketrans("～—–－：", "~---:"))))
    return found.group() if found else text


def first_day(text: str) -> Parsed | None:
    """The first day of the term in a text."""
    return parsers.term_start(term_in(text))


def last_day(text: str) -> Parsed | None:
    """The last day of the term in a text, or its open end."""
    return parsers.term_end(term_in(text))


def spans(paper: Paper) -> Iterator[Words]:
    """Spans of days after a word for the contract's term, other terms (免租期 …) left out."""
    yield from _spans(paper, rf"(?:{TERM_WORDS})[^。;]{{0,40}}?(?P<value>{SPAN})")


def any_spans(paper: Paper) -> Iterator[Words]:
    """Spans of days wherever they stand, other terms (免租期 …) left out."""
    yield from _spans(paper, rf"(?P<value>自{DAY}[^。;]{{0,6}}(?:至|到){DAY})")


def _spans(paper: Paper, pattern: str) -> Iterator[Words]:
    for match in search(paper.passages, pattern):
        before = match.passage.fold[: match.match.start()]
        words = match.words("value")
        if words is not None and not re.search(SIDE_TERMS, before):
            yield words


TERM = (beside(*TERM_LABELS, lines=3), custom("租赁、服务或合同期限的起止日期", spans))
ANY_SPAN = custom("表述“自……起至……止”", any_spans)


def signed_days(paper: Paper) -> Iterator[Words]:
    """Days that stand by themselves or after 日期 on the signature page: those low on the last pages first."""
    for sheet in reversed(paper.sheets):
        for line in reversed(sheet.lines):
            if re.search(r"出生|生日|入学", line.fold):
                continue
            for piece in line.segments:
                found = re.fullmatch(rf"(?:(?:签订|签署|承诺|申请)?日期:?|时间:?)?(?P<day>{DAY})", piece.fold)
                if found:
                    yield Words.of(piece.glyphs[found.start("day") : found.end("day")])


SIGNED_ON = (
    beside(*SIGNING_LABELS, lines=1, far=8.0),
    inline(rf"本(?:合同|协议)[^。;]{{0,12}}于(?P<value>{DAY})[^。;]{{0,24}}(?:签订|签署)", "表述“本合同于……签订”"),
)
SIGNED_BELOW = (custom("签署处的日期", signed_days),)


def renewal_sentences(paper: Paper) -> Iterator[Words]:
    """Sentences that speak of renewing the contract."""
    for match in search(paper.passages, r"[^。;]*(?:续期|续约|续签|续展|顺延|延续|自动延长|自动续租)[^。;]*"):
        words = match.words()
        if words is not None:
            yield words


def renewal(text: str) -> Parsed | None:
    """是 where a sentence agrees on automatic renewal, 否 where it excludes it; None where it says neither."""
    plain = re.sub(r"\s", "", text)
    if RENEWS_NOT.search(plain):
        return Parsed(Text(value="否"))
    found = RENEWS.search(plain)
    if found is None or OTHER_DELAY.search(plain[max(0, found.start() - 12) : found.end() + 4]):
        return None
    return Parsed(Text(value="是"))


RENEWAL = custom("自动续期、顺延的约定", renewal_sentences)


def numbers(text: str) -> Parsed | None:
    """A contract number: letters, digits and their joints; sentences are none."""
    plain = re.sub(r"\s", "", text).strip(parsers.EDGES)
    plain = plain if "(" in plain or "（" in plain else plain.rstrip(")）")
    return (
        Parsed(Text(value=plain))
        if re.fullmatch(r"[^,。;，；]{2,50}", plain) and re.search(r"[0-9]", plain)
        else None
    )


NUMBER = (
    beside(*NUMBER_LABELS, lines=1),
    inline(
        r"(?:合同|协议)(?:编号|号)[:为]*(?P<value>[A-Za-z0-9][A-Za-z0-9()〔〕\[\]/_.-]{3,40}号?)", "表述“合同编号”"
    ),
)


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
        return (*self.words, *self.others, "甲方", "乙方", "丙方")

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
        rf"([甲乙丙]方)\((?:{either})|(?:{either})(?:\([^()]{{1,10}}\))?\((?:以下|下文)?(?:简称|称)?[“\"]?([甲乙丙]方)",
        paper.fold,
    )
    return None if found is None else found.group(1) or found.group(2)


LARGER = 1.12  # times the usual size of the page: a title's type
LONGEST_TITLE = 40  # characters


def title_lines(sheet: Sheet) -> tuple[Line, ...]:
    """The lines of a page that are titles: short, without stops, in larger type or first on the page."""
    return tuple(
        line
        for number, line in enumerate(sheet.lines)
        if len(line.fold) <= LONGEST_TITLE
        and not re.search(r"[,。;:]|^第.{1,3}[条章]", line.fold)
        and (line.em > LARGER * sheet.em or number < 2)  # noqa: PLR2004
    )


def titles(paper: Paper, *words: str) -> Iterator[Words]:
    """The title of a paper that has one of these words: the largest type on its first pages."""
    pattern = "|".join(re.escape(word) for word in words)
    lines = [line for sheet in paper.sheets[:2] for line in title_lines(sheet) if re.search(pattern, line.fold)]
    if lines:
        yield max(lines, key=lambda line: line.em).words()


def titled(*words: str) -> Clue:
    """A page with a title line, in larger type or first on the page, that has one of these words."""
    pattern = "|".join(re.escape(folded(word)) for word in words)

    def judge(sheet: Sheet) -> float:
        return float(any(re.search(pattern, line.fold) for line in title_lines(sheet)))

    return by("标题行“" + "”“".join(words) + "”", judge)


def labelled(least: int, *groups: tuple[str, ...]) -> Clue:
    """A page with labels of at least so many of these groups; fewer count for nothing."""

    def judge(sheet: Sheet) -> float:
        hits = {folded(hit.label) for hit in label_hits(sheet, [text for group in groups for text in group])}
        return float(sum(any(folded(text) in hits for text in group) for group in groups) >= least)

    return by(f"{least} 个以上的标签：" + "、".join(group[0] for group in groups), judge)


def across(pattern: str, says: str) -> Finder:
    """The group `value` of a pattern in a page's lines run together: certificates set one sentence in wide lines."""
    compiled = re.compile(pattern)

    def found(paper: Paper) -> Iterator[Words]:
        for sheet in paper.sheets:
            glyphs = [glyph for line in sheet.lines for glyph in line.glyphs]
            for match in compiled.finditer("".join(glyph.fold for glyph in glyphs)):
                yield Words.of(glyphs[match.start("value") : match.end("value")])

    return custom(says, found)


def term_from_signing(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """Start and end of a term told as a length from the day of signing, where that day was read."""
    signed = fields.get("signed_on")
    if "term_to" in fields or signed is None or not isinstance(signed.value, Day):
        return ()
    for match in search(paper.passages, FROM_SIGNING):
        months = terms.length_of_term(match.group("length") or match.group("length2"))
        words = match.words()
        if months is not None and words is not None:
            start = signed.value.value
            end = days.add_months(start, months) - timedelta(days=1)
            evidence = words.evidence()
            return (
                Field(name="term_from", value=Day(value=start), evidence=signed.evidence),
                Field(name="term_to", value=Day(value=end), evidence=evidence),
            )
    return ()
