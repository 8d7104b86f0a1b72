"""身份证明: both sides of a resident identity card, and the papers that stand in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents import passports
from pipeline.documents.declaration import (
    DocumentType,
    Paper,
    all_of,
    any_of,
    below,
    beside,
    by,
    contains,
    custom,
    field,
    inline,
    label,
    labels,
    none_of,
    parsers,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.layout.glyphs import Glyph, Words, folded
from pipeline.layout.sheet import Sheet
from pipeline.model.values import Text
from pipeline.text import codes

NUMBER = ("公民身份号码", "公民身份证号码", "居民身份号码", "证件号码")
OWN_NUMBER = ("公民身份号码", "公民身份证号码", "居民身份号码")
BACK = ("签发机关", "有效期限")
FRONT = ("姓名", "性别", "民族", "出生", "住址")
SORTS = {
    "居住证": "港澳台居民居住证",
    "来往内地通行证": "通行证",
    "来往大陆通行证": "通行证",
    "港澳居民来往": "通行证",
    "PASSPORT": "护照",
    "护照": "护照",
    "居民身份证": "居民身份证",
    "公民身份号码": "居民身份证",
}
TERM = re.compile(
    r"(?P<from>(?:19|20)[0-9]{2}[.,·年/-]?[0-9]{2}[.,·月/-]?[0-9]{2}日?)[-一至~_.]{0,2}"
    r"(?P<to>(?:19|20)[0-9]{2}[.,·年/-]?[0-9]{2}[.,·月/-]?[0-9]{2}日?|长期|长朋)"
)
TRAVEL = re.compile(r"来往内地通行证|来往大陆通行证|港澳居民来往|PASSPORT|护照号")
"""Identity papers that tell everything on one side."""
PERMIT_NUMBER = re.compile(r"8[123]0000[0-9]{11}[0-9X]")
"""Numbers of residents of Hong Kong, Macao and Taiwan: the front of their permit bears no title."""
NATIONS = (
    "(?:汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗"
    "|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|穿青人)"
)
"""The nations as cards print them: whatever stands beside on the line is another's."""
NEXT_LINE = 0.5  # em below a value: its next line stands nearer
REACH = 6.0  # em between a label on a card and its value
MOST_CHARACTERS = 420  # of a sheet with two cards, both sides, and notes beside them
PEOPLE = "[男女]"


def _number_by_itself(paper: Paper) -> Iterator[Words]:
    """Eighteen characters that birth date and check digit prove, wherever they stand."""
    for line in paper.lines:
        for match in re.finditer(r"(?<![0-9A-Z])[0-9]{17}[0-9Xx](?![0-9A-Z])", line.fold):
            if codes.resident_id_fault(match.group()) is None:
                yield Words.of(line.glyphs[match.start() : match.end()])


def _sort(paper: Paper) -> Iterator[Words]:
    """The words that name the sort of identity paper, or a number that only one sort bears."""
    for line in paper.lines:
        if (match := PERMIT_NUMBER.search(line.fold)) is not None:
            yield Words.of(line.glyphs[match.start() : match.end()])
            return
    for word in SORTS:
        for line in paper.lines:
            at = line.fold.upper().find(folded(word))
            if at >= 0:
                yield Words.of(line.glyphs[at : at + len(word)])
                return


def _sort_of(text: str) -> Parsed | None:
    """The sort that the words name or the number shows."""
    if PERMIT_NUMBER.fullmatch(folded(text)):
        return Parsed(Text(value="港澳台居民居住证"))
    return parsers.one_of(SORTS)(text.upper())


def _personal_name(text: str) -> Parsed | None:
    """A name; the English half of a bilingual label is none."""
    return None if text.strip().startswith(("/", "Name", "Surname")) else parsers.name(re.sub("[・•‧∙]", "·", text))


def _term(paper: Paper) -> Iterator[Words]:
    """Two days, or a day and 长期, as cards print them."""
    for line in paper.lines:
        for match in TERM.finditer(line.fold):
            yield Words.of(line.glyphs[match.start() : match.end()])


def _valid_from(text: str) -> Parsed | None:
    match = TERM.search(folded(text))
    return parsers.day(_dotted(match.group("from"))) if match else passports.day(text)


def _valid_to(text: str) -> Parsed | None:
    match = TERM.search(folded(text))
    if match is None:
        return passports.day(text)
    end = match.group("to")
    return parsers.term_end("1900年1月1日至长期") if end.startswith("长") else parsers.day(_dotted(end))


def _dotted(text: str) -> str:
    digits = re.sub(r"[^0-9]", "", text)
    return f"{digits[:4]}.{digits[4:6]}.{digits[6:]}"


def _sex(paper: Paper) -> Iterator[Words]:
    for line in paper.lines:
        match = re.search(rf"性别:?(?P<value>{PEOPLE})", line.fold)
        if match:
            yield Words.of(line.glyphs[match.start("value") : match.end("value")])


def _sex_of(text: str) -> Parsed | None:
    """男 or 女, also of a passport's M or F."""
    return parsers.words({"M": "男", "F": "女"}.get(text, text))


def _birth(text: str) -> Parsed | None:
    """The day of birth, as cards and as passports print it."""
    return parsers.day(text) or passports.day(text)


def _ethnicity(paper: Paper) -> Iterator[Words]:
    for line in paper.lines:
        match = re.search(rf"民族:?(?P<value>{NATIONS})", line.fold)
        if match:
            yield Words.of(line.glyphs[match.start("value") : match.end("value")])


def _home(paper: Paper) -> Iterator[Words]:
    """The address, where no print is left over just below it: a line that a mark joined with is a line lost."""
    for words in beside("住址", touching=True, lines=4, gap=1.6, far=REACH).find(paper):
        sheet = next(each for each in paper.sheets if each.page.number == words.page)
        if not any(_goes_on(words, glyph) for glyph in sheet.glyphs):
            yield words


def _goes_on(words: Words, glyph: Glyph) -> bool:
    """Whether a character stands right below the last line of the words, within their width, and is none of them."""
    box, em = words.at, max(each.at.height for each in words.glyphs)
    below = box.bottom - 0.3 * em < glyph.at.top < box.bottom + NEXT_LINE * em
    return below and box.x0 - em < glyph.at.middle[0] < box.x1 and glyph not in words.glyphs


def sides_of(sheet: Sheet) -> tuple[str, ...]:
    """Which sides of a card stand on a page: `front`, `back`, both or none; a pass or passport says all on one side."""
    if TRAVEL.search(sheet.fold.upper()):
        return ("front", "back")
    front = bool(re.search(r"公民身份(?:证)?号码", sheet.fold)) or (
        "姓名" in sheet.fold and "住址" in sheet.fold and "民族" in sheet.fold
    )
    back = "签发机关" in sheet.fold or ("居民身份证" in sheet.fold and "有效期限" in sheet.fold)
    return (("front",) if front else ()) + (("back",) if back else ())


def _few_characters(sheet: Sheet) -> float:
    return 1.0 if len(sheet.glyphs) < MOST_CHARACTERS else 0.0


ID_CARD = DocumentType(
    kind="id_card",
    title="居民身份证",
    paper_mm=85.6,
    identify=all_of(
        by("不超过一页证件的字数", _few_characters),
        none_of(
            contains(
                "社会保险",
                "养老保险",
                "参保",
                "缴费",
                "申请表",
                "简历",
                "毕业证",
                "学历",
                "职称",
                "章程",
                "甲方",
                "营业执照",
            )
        ),
        any_of(
            all_of(label(*OWN_NUMBER), labels(*FRONT, enough=3)),
            all_of(contains("居民身份证"), any_of(label("签发机关"), label("有效期限"))),
            worth(0.9, all_of(label("签发机关"), label("有效期限"))),
            worth(0.8, all_of(label("住址"), label("民族"), labels(*FRONT, enough=4))),
            worth(0.9, all_of(contains("居住证"), label(*NUMBER, "通行证号码"))),
            worth(0.9, contains("来往内地通行证", "来往大陆通行证")),
            worth(0.9, all_of(contains("护照", "PASSPORT"), contains("护照号", "Passport No", "PassportNo"))),
        ),
    ),
    most_pages=2,
    fields=(
        field("sort", custom("证件名称或号码", _sort), parse=_sort_of, required=True),
        field(
            "name",
            beside("姓名", touching=True, lines=1, gap=1.6, far=REACH),
            parse=_personal_name,
            otherwise=(below("姓名", lines=1),),
            required=True,
        ),
        field(
            "number",
            beside(*NUMBER, touching=True, lines=1, far=REACH),
            parse=parsers.identity_number,
            otherwise=(
                custom("18位公民身份号码", _number_by_itself),
                custom("护照号码", passports.numbers),
            ),
            required=True,
        ),
        field(
            "sex",
            custom("性别“男”或“女”", _sex),
            parse=_sex_of,
            otherwise=(custom("护照机读码的性别", passports.sex),),
        ),
        field("ethnicity", custom("民族", _ethnicity)),
        field(
            "birth",
            beside("出生", "出生日期", touching=True, lines=1, gap=3.0, far=REACH),
            parse=_birth,
            otherwise=(custom("护照的出生日期", passports.birth),),
        ),
        field("address", custom("“住址”旁边", _home, ("住址",))),
        field("issuer", beside("签发机关", touching=True, lines=2, far=REACH), parse=parsers.name),
        field(
            "valid_from",
            custom("有效期限的起止日期", _term),
            parse=_valid_from,
            otherwise=(custom("护照的签发日期", passports.issue),),
        ),
        field(
            "valid_to",
            custom("有效期限的起止日期", _term),
            parse=_valid_to,
            otherwise=(
                beside("有效期限", touching=True, lines=1, far=REACH),
                custom("护照的有效期至", passports.expiry),
                inline(r"有效期至:?(?P<value>[0-9.年月日-]+|长期)"),
            ),
            required=True,
        ),
    ),
    labels=(*FRONT, *BACK, *NUMBER),
    subject=("number|name",),
    dated="valid_from",
)
