"""When a contract begins and ends: spans, lengths from a first day or from signing, extensions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from pipeline.documents.declaration import FieldRule, Finder, Paper, beside, custom, field, headed, inline, parsers
from pipeline.documents.parsers import Parsed
from pipeline.documents.reading import make_field
from pipeline.documents.renewals import RENEWAL, renewal
from pipeline.documents.signing_days import DAY_WORDS, SAME_EDGE, SIGNED_BELOW, SIGNED_ON
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import Match as Found
from pipeline.layout.passages import search
from pipeline.layout.values import Reach, value_right_of
from pipeline.model.document import Field
from pipeline.model.values import Day
from pipeline.text import days, normal, terms
from pipeline.text.days import WRITTEN_DAY

OPEN = r"长期(?:有效)?|永久|无固定期限|不约定期限"
SPAN = rf"(?:自|从|由)?{WRITTEN_DAY}(?:\([^()]{{1,8}}\))?(?:起|开始|计算|起算|算|生效|零时|0时|00:00)*,?(?:至|到|-|~)+(?:{WRITTEN_DAY}(?:24时|二十四时)?|{OPEN})(?:\([^()]{{1,8}}\))?(?:日?止|为止)?"
NUMERAL = "0-9一二三四五六七八九十两半壹贰叁肆伍陆柒捌玖拾"
LENGTH = rf"[{NUMERAL}]{{1,3}}(?:\([{NUMERAL}]{{1,3}}\))?(?:个)?(?:周年|年|月)(?:半|零?[{NUMERAL}]{{1,2}}个月)?"
FROM_DAY = (
    rf"(?P<length>{LENGTH})[^。;0-9]{{0,8}}(?:自|从|由)(?P<day>{WRITTEN_DAY})(?:\([^()]{{1,8}}\))?(?:起|开始|计)(?!算?,?(?:至|到))"
    rf"|(?:自|从|由)(?P<day2>{WRITTEN_DAY})(?:\([^()]{{1,8}}\))?(?:起|开始)[^。;0-9至到]{{0,8}}?(?P<length2>{LENGTH})"
)
"""A term told as a length and its first day, in either order."""
PARTED_SPAN = (
    rf"(?P<first>{WRITTEN_DAY})(?:开始|起算|起|生效)(?:计算)?,?(?P<last>{WRITTEN_DAY})(?:到期|届满|期满|终止|结束|止)"
)
"""A term whose two days have a verb each: 2026年12月1日起算，2027年11月30日到期."""
TERM_WORDS = r"(?:租赁|服务|合同|协议|合作|使用|有效|履约|履行|承租|转租|续租|租用|签约|接入|托管|入驻|本合同有效|本协议有效)(?:期限|期间|期)|租期|期限|起止(?:时间|日期)|有效期"
SIDE_TERMS = r"(?:免租?|装修|试用|试运行|付款|支付|质保|保修|宽限|通知|交付|异议|保密|建设|施工|缴费)[^,。;]{0,4}$"
"""What makes a term another one than that of the contract, when it stands right before the word."""
OTHER_PAPER = r"许可证|执照|证书|资质|保险|身份证|授权|保函|发票|优惠|报价"
"""What else is valid until a day."""
LET_ON = r"(?:向|从)(?![甲乙丙]方|出租[方人])[^。;,]{1,30}?(?:承租|租入|租得|租用|租赁)"
"""How a sublease tells of the lease that its lessor holds: 甲方向产权人承租……."""
OTHER_CONTRACT = re.compile(
    rf"(?:原(?:合同|协议|租赁|服务)|已与|签[订署](?:了|的)?《)(?!.*(?:现将|变更为|调整为|延长为|续租|续签|续约))|{LET_ON}"
)
"""What makes a sentence tell of another contract: the first lease, the one that is extended, the one that is let on."""
LASTING = ("租赁", "服务", "使用", "租用", "承租", "转租", "续租")
"""What has a time: 租赁时间 is a term, 签约时间 a day."""
TERM_LABELS = (
    *(
        f"{what}{term}"
        for what in (
            "",
            "租赁",
            "服务",
            "合同",
            "协议",
            "使用",
            "合作",
            "租用",
            "承租",
            "转租",
            "续租",
            "签约",
            "履行",
            "业务",
        )
        for term in ("期限", "期", "有效期", "有效期限", "起止时间", "起止日期", "时间")
        if (what or term not in ("期限", "期")) and (term != "时间" or what in LASTING)
    ),
    "租期",
    "租赁起止日",
    *(f"{what}{span}" for what in ("", "协议", "合同", "租赁", "服务") for span in ("起止", "起止期", "起止期限")),
    "服务周期",
    "有效期间",
)
OF_WHAT = (
    "",
    "合同",
    "协议",
    "租赁",
    "租期",
    "服务",
    "业务",
    "使用",
    "计费",
    "履行",
    "合作",
    "租用",
    "转租",
    "续租",
    "有效期",
)
"""What a label for a day may name before it: 租赁起始日期, 服务到期日."""


def _labels(verbs: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{what}{verb}{day}" for what in OF_WHAT for verb in verbs for day in DAY_WORDS)


START_LABELS = (*_labels(("起租", "起始", "开始", "生效", "开通", "起算")), "首日")
END_LABELS = (*_labels(("到期", "终止", "截止", "结束", "届满", "期满", "止租", "退租", "失效")), "末日")
FROM_SIGNING = re.compile(
    rf"(?:自|从)(?:本)?(?:合同|协议)?(?:双方)?(?P<start>签[订署约字]|盖章|生效|签字(?:并)?(?:加?盖公?章))[^,。;]{{0,12}}(?:之日|当日|日)起[^。;]{{0,16}}?(?P<length>{LENGTH})"
    rf"|(?:期限?|有效期限?)(?:为|是|:)?(?P<length2>{LENGTH})[^。;]{{0,6}}(?:自|从)(?:本)?(?:合同|协议)?(?:双方)?(?P<start2>签[订署约字]|盖章|生效)[^,。;]{{0,12}}(?:之日|当日|日)起"
)
EVENT = "开通|起租|交付|交房|计费|验收|入驻"
FROM_EVENT = re.compile(
    rf"(?:自|从)[^。;,]{{0,8}}?(?P<event>{EVENT})(?:合格)?(?:之日|当日|日)(?:起算?|计算)[^。;]{{0,16}}?(?P<length>{LENGTH})"
    rf"|(?P<length2>{LENGTH})[^。;]{{0,6}}(?:自|从)[^。;,]{{0,8}}?(?P<event2>{EVENT})(?:合格)?(?:之日|当日|日)(?:起|计算)"
)
"""A length from a day that is told elsewhere: the line's opening, the room's handing over."""


@dataclass(frozen=True)
class Only:
    """What another finder finds, where it matches a pattern (folded) as a whole or begins with it."""

    finder: Finder
    pattern: str

    @property
    def anchor(self) -> str:
        """What is looked for."""
        return self.finder.anchor

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the finder."""
        return self.finder.labels

    def find(self, paper: Paper) -> Iterator[Words]:
        """The words that match."""
        for words in self.finder.find(paper):
            if re.match(rf"[^0-9]{{0,6}}(?:{self.pattern})", words.fold):
                yield words


def term_in(text: str) -> str:
    """The span of days inside a text, else its first day and length; the text itself where there is neither."""
    plain = re.sub(r"\s", "", normal.fold(text).translate(str.maketrans("～—–－：", "~---:")))
    found = re.search(SPAN, plain)
    if found is not None:
        ends = re.match(rf"(?:自|从|由)?({WRITTEN_DAY}).*?(?:至|到|-|~)+({WRITTEN_DAY}|{OPEN})", found.group())
        return found.group() if ends is None else f"{ends.group(1)}至{ends.group(2)}"
    parted = re.search(PARTED_SPAN, plain)
    if parted is not None:
        return f"{parted['first']}至{parted['last']}"
    counted = re.search(FROM_DAY, plain)
    if counted is None:
        return text
    groups = counted.groupdict()
    length = normal.without_notes(groups["length"] or groups["length2"])
    return f"自{groups['day'] or groups['day2']}起{length}"


def lone_day(text: str) -> Parsed | None:
    """The day that is all that a text says; a day with 起 or 至 beside it is an end of a term."""
    plain = re.sub(r"\s", "", text).strip(parsers.EDGES + "。止")
    return parsers.day(plain) if re.fullmatch(WRITTEN_DAY, plain) else None


def first_day(text: str) -> Parsed | None:
    """The first day of the term in a text; a day by itself stands behind a label for it."""
    return parsers.term_start(term_in(text)) or lone_day(text)


def last_day(text: str) -> Parsed | None:
    """The last day of the term in a text, or its open end; a day by itself stands behind a label for it."""
    return parsers.term_end(term_in(text)) or lone_day(text)


def spans(paper: Paper) -> Iterator[Words]:
    """Spans of days after a word for the contract's term, other terms (免租期 …) left out."""
    yield from _spans(paper, rf"(?:{TERM_WORDS})[^。;]{{0,40}}?(?P<value>{SPAN})")
    yield from _spans(paper, rf"(?:{TERM_WORDS})[^。;0-9]{{0,12}}?(?P<value>{FROM_DAY})")


def any_spans(paper: Paper) -> Iterator[Words]:
    """Spans of days wherever they stand, other terms (免租期 …) left out."""
    yield from _spans(paper, rf"(?P<value>自{WRITTEN_DAY}[^。;]{{0,6}}(?:至|到){WRITTEN_DAY})")
    parted = PARTED_SPAN.replace("?P<first>", "?:").replace("?P<last>", "?:")
    yield from _spans(paper, rf"(?P<value>{parted})")


def _spans(paper: Paper, pattern: str) -> Iterator[Words]:
    for match in search(paper.passages, pattern):
        before = match.passage.fold[: match.match.start()]
        words = match.words("value")
        sentence = re.split(r"[。;]", match.passage.fold[: match.match.start("value")])[-1]
        if words is not None and not re.search(SIDE_TERMS, before) and not OTHER_CONTRACT.search(sentence):
            yield words


def extended_to(paper: Paper) -> Iterator[Words]:
    """The day to which a term is extended."""
    for match in search(paper.passages, rf"(?:延长|顺延|展期|续期|续展|延期|延续)(?:至|到)(?P<value>{WRITTEN_DAY})"):
        words = match.words("value")
        if words is not None:
            yield words


def lasting_until(paper: Paper) -> Iterator[Words]:
    """The last day where a clause tells no more of a term than how long it lasts: 有效期至……, 租赁期限不变，即至……止."""
    for match in search(
        paper.passages, rf"(?:{TERM_WORDS})[^。;0-9至到]{{0,10}}(?:至|到|截至)(?P<value>{WRITTEN_DAY})(?!起)"
    ):
        words, sentence = match.words("value"), match.passage.fold[: match.match.start("value")]
        said = re.split(r"[。;]", sentence)[-1]
        of_this = not re.search(rf"{SIDE_TERMS}|{OTHER_PAPER}", said) and not OTHER_CONTRACT.search(said)
        if words is not None and of_this:
            yield words


TERM = (
    Only(
        beside(*TERM_LABELS, lines=3),
        rf"{WRITTEN_DAY}.*{WRITTEN_DAY}|{WRITTEN_DAY}.*(?:{OPEN})|{WRITTEN_DAY}.*{LENGTH}|{LENGTH}",
    ),
    custom("租赁、服务或合同期限的起止日期", spans),
)
START = Only(beside(*START_LABELS, lines=1), rf"{WRITTEN_DAY}")
END = Only(beside(*END_LABELS, lines=1), rf"{WRITTEN_DAY}|{OPEN}")
START_SAID = inline(
    rf"(?:{'|'.join(START_LABELS)})(?:\([^()]{{1,8}}\))?(?:为|是|:)+(?P<value>{WRITTEN_DAY})", "表述“起租日：……”"
)
END_SAID = inline(
    rf"(?:{'|'.join(END_LABELS)})(?:\([^()]{{1,8}}\))?(?:为|是|:)+(?P<value>{WRITTEN_DAY}|{OPEN})", "表述“届满日：……”"
)

SINCE = inline(rf"本(?:合同|协议)自(?P<value>{WRITTEN_DAY})起?(?:生效|执行|履行|实施)", "表述“本合同自……起生效”")
UNTIL = custom("表述“有效期至……”", lasting_until)
START_ABOVE, END_ABOVE = headed(*START_LABELS), headed(*END_LABELS)
TERM_ABOVE = headed(*TERM_LABELS)


def _cells_after(paper: Paper, pattern: str) -> Iterator[Words]:
    """The day in the ruled cell right of a cell that says no more than 起 or 止."""
    for sheet in paper.sheets:
        for cell in sheet.cells:
            if re.fullmatch(pattern, cell.fold):
                right = [
                    other
                    for other in sheet.cells
                    if abs(other.box.x0 - cell.box.x1) < SAME_EDGE and abs(other.box.top - cell.box.top) < SAME_EDGE
                ]
                yield from (Words.of(other.ordered) for other in right if re.fullmatch(WRITTEN_DAY, other.fold))


START_CELL = custom("单元格“起”右侧的日期", lambda paper: _cells_after(paper, r"起(?:始|租)?(?:日期?)?|自|开始"))
END_CELL = custom("单元格“止”右侧的日期", lambda paper: _cells_after(paper, r"(?:终|截)?止(?:日期?)?|至|结束|届满"))


def begun_before(paper: Paper) -> Iterator[Words]:
    """The span of the first term where this paper extends it: its first day still is that of the contract."""
    if next(extended_to(paper), None) is not None:
        for match in search(paper.passages, rf"(?:{TERM_WORDS})[^。;]{{0,40}}?(?P<value>{SPAN})"):
            words = match.words("value")
            if words is not None:
                yield words


EXTENDED = custom("表述“延长至……”", extended_to)
BEGUN_BEFORE = custom("被延长的期限的起始日期", begun_before)
ANY_SPAN = custom("表述“自……起至……止”", any_spans)


FIELDS: tuple[FieldRule, ...] = (
    field(
        "term_from",
        *TERM,
        START,
        parse=first_day,
        otherwise=(ANY_SPAN, BEGUN_BEFORE, START_SAID, START_CELL, TERM_ABOVE, START_ABOVE, SINCE),
    ),
    field(
        "term_to",
        *TERM,
        END,
        EXTENDED,
        parse=last_day,
        otherwise=(ANY_SPAN, END_SAID, END_CELL, UNTIL, TERM_ABOVE, END_ABOVE),
        required=True,
    ),
    field("auto_renewal", RENEWAL, parse=renewal),
    field("signed_on", *SIGNED_ON, parse=parsers.day, otherwise=SIGNED_BELOW),
)
"""What every contract says of its time."""


def term_from_signing(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """Start and end of a term told as a length from the day of signing, where that day was read."""
    if "term_to" in fields:
        return ()
    signed = fields.get("signed_on")
    for match in search(paper.passages, FROM_SIGNING):
        if signed is not None and (counted := _counted(signed, match)):
            return counted
    for match in search(paper.passages, FROM_EVENT):
        begun = _day_of(paper, match.group("event") or match.group("event2"))
        if begun is not None and (counted := _counted(begun, match)):
            return counted
    return _from_first_day(paper, fields.get("term_from"))


def _from_first_day(paper: Paper, begun: Field | None) -> tuple[Field, ...]:
    """The last day of a term whose first day and length stand behind labels of their own: 起租日, 租期 24个月."""
    told = [
        words
        for sheet, hit, hits in paper.hits_of(TERM_LABELS)
        if (words := value_right_of(sheet, hit, hits, Reach(1))) is not None and re.fullmatch(LENGTH, words.fold)
    ]
    if begun is None or not isinstance(begun.value, Day) or len({words.fold for words in told}) != 1:
        return ()
    return _after(begun.value, told[0], told[0].text)[1:]


def _day_of(paper: Paper, event: str) -> Field | None:
    """The day of an event that a contract tells once: 开通日期为……; None where it tells none or two."""
    said = re.compile(rf"{event}(?:之)?(?:日期|日|时间)(?:为|是|:)+(?P<value>{WRITTEN_DAY})")
    found = [words for match in search(paper.passages, said) if (words := match.words("value")) is not None]
    read = {parsed.value: (words, parsed) for words in found if (parsed := parsers.day(words.text)) is not None}
    return make_field("term_from", *next(iter(read.values()))) if len(read) == 1 else None


def _counted(begun: Field, match: Found) -> tuple[Field, ...]:
    """The first and the last day of a term of this length, the first day included in it."""
    words = match.words()
    if words is None or not isinstance(begun.value, Day):
        return ()
    ends = _after(begun.value, words, match.group("length") or match.group("length2"))
    return tuple(
        each.model_copy(update={"evidence": begun.evidence}) if not n else each for n, each in enumerate(ends)
    )


def _after(first: Day, words: Words, length: str) -> tuple[Field, ...]:
    """First and last day of a term of a length; nothing where the length is none in months."""
    months = terms.length_of_term(normal.without_notes(length))
    if months is None:
        return ()
    end = days.add_months(first.value, months) - timedelta(days=1)
    return (
        Field(name="term_from", value=first, evidence=words.evidence()),
        Field(name="term_to", value=Day(value=end), evidence=words.evidence()),
    )
