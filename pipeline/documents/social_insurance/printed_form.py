"""What an unknown insurance form prints of itself: title, sections, labels of the head, headings of the detail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.documents.commitment import person
from pipeline.documents.declaration import Paper, beside, parsers
from pipeline.documents.social_insurance.kinds import named_kinds
from pipeline.documents.social_insurance.layout import layouts
from pipeline.documents.social_insurance.months import span_in
from pipeline.layout.cells import CELL_GAP, TOUCH
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.lines import Line, split_at_gaps
from pipeline.layout.passages import search
from pipeline.layout.sheet import Cell, Sheet
from pipeline.model.geometry import Box
from pipeline.model.record import Record
from pipeline.text.days import months_in

TRADE = re.compile(r"社会保险|社保|参保|缴费|权益|养老|失业|工伤|医疗|生育")
"""Words of which a title or a section of such a form has one."""
FORM_WORD = re.compile(
    r"姓名|性别|序号|号码|编号|证号|单位|编码|代码|日期|时间|年月|月份|月数|年度|状态|状况|标志|类型|类别|险种|基数|金额|个人|缴费|缴纳|应缴|实缴"
    r"|补缴|参保|校验|验证|查验|授权|防伪|查询|打印|出具|出证|备注|说明|起止|起始|开始|截止|终止|结束|所属期|有效期|机构|名称|全称|到账|入账|情况|比例|合计"
    r"|人数|地区|养老|失业|工伤|医疗|生育|社保|社会保险|社会保障|^[年月]$"
)
"""What labels and headings are made of: words of two characters, for a name may have one of them."""
COMPANY = re.compile(r"公司|中心$|事务所|工厂|集团|合伙|合作社|研究院|银行|学校|医院")
LABEL = re.compile(r"(?P<label>[^\d:,。;、()]{1,14}(?:\([^\d:()]{1,12}\))?):")
PAGES = re.compile(r"共[0-9]{1,3}页")
AMOUNT = r"[0-9][0-9,.]*(?:个?月)?|[-/]*"
NOTES = r"[0-9]{5,20}:[^:,;。]{4,40}"
TITLE_AREA = 0.35  # of the page height: a title stands above
LEAST_CELLS = 3
HEADING_LENGTH = 16  # characters
HEADING_LINES = 3  # a heading of unruled columns takes at most so many lines
NEAR = 2.5  # line heights: headings stand no farther above the first row

FIELDS = (
    ("payer_code", r"信用代码|机构代码|单位(?:社保)?(?:编[号码]|代码)|登记(?:编?号|证)"),
    ("payer", r"单位(?:名称|全称)?$|工作单位"),
    ("number", r"身份证|社会保障号|证件号|身份号"),
    ("name", r"姓名|^(?:参保人|职工|缴费人)$"),
    ("verify_until", r"有效期"),
    ("verify_code", r"(?:验证|校验|授权|查验|防伪)(?:编)?[码号]"),
    ("printed_on", r"(?:打印|出具|查询|证明|制表|开具|出证|出表|填报|生成|核定|经办)(?:日期|时间)|^日期$"),
    ("period", r"所属期|(?:缴费|证明|参保)月份"),
)
"""Fields of the head by what their label says; the first that fits."""
EXPLAINING = "对应"
"""A label that has this word explains another one (单位编号对应的单位名称)."""
DAY_OF_PRINT = re.compile(r"日期|时间$")
OTHER_DAY = re.compile(r"出生|参保|工作|起|止|开始|截至|有效|登记|到账|入账")
"""Days of other things than the print."""
COLUMNS = (
    ("unit", r"单位(?:编[号码]|代码)"),
    ("number", r"身份证|社会保障号|证件号|身份号"),
    ("name", r"姓名"),
    ("payer", r"(?:缴费|参保|工作)?单位(?:名称|全称)?$|^单位"),
    ("span", r"起止"),
    ("from", r"(?:起始|开始)(?:年?月|日期|时间)"),
    ("to", r"(?:截止|终止|结束)(?:年?月|日期|时间)"),
    ("month", r"年月|月份|属期|^月$|所属月"),
    ("year", r"^年度?$"),
    ("kinds", r"险种"),
    ("state", r"状[态况]|标志|[到入]账|缴费情况"),
    ("base", r"缴费(?:工资)?基数|^基数$"),
)
"""Columns by what their heading says; the first that fits."""


class Label(Record):
    """A label of the head; `name` the field it stands for, empty where none."""

    words: str
    name: str = ""
    remark: str = ""


class Heading(Record):
    """A heading of the detail table; `name` the column it stands for, empty where none; `under` its group heading."""

    words: str
    name: str = ""
    under: str = ""


class PrintedForm(Record):
    """What the form prints whoever it is about."""

    title: str = ""
    sections: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    headings: tuple[Heading, ...] = ()
    numbered: bool = False
    notes: bool = False

    def without(self, values: Iterable[str]) -> PrintedForm:
        """The form without any print that has one of these values in it."""
        personal = [folded(value) for value in values if value]

        def clean(words: str) -> bool:
            return not any(value in folded(words) for value in personal)

        return self.model_copy(
            update={
                "title": self.title if clean(self.title) else "",
                "sections": tuple(each for each in self.sections if clean(each)),
                "labels": tuple(each for each in self.labels if clean(each.words)),
                "headings": tuple(each for each in self.headings if clean(each.words + each.under)),
            }
        )


def printed_form(paper: Paper) -> PrintedForm:
    """The form of a paper without its values."""
    headings = next((found for sheet in paper.sheets if (found := headings_on(sheet))), ())
    labels = labels_of(paper, {words for heading in headings for words in (heading.words, heading.under)})
    title = title_of(paper)
    return PrintedForm(
        title=title,
        sections=tuple(each for each in sections_of(paper) if each != title),
        labels=labels,
        headings=headings,
        numbered=any(PAGES.search(line.fold) for line in paper.lines),
        notes=any(True for _ in search(paper.passages, NOTES)),
    )


def title_of(paper: Paper) -> str:
    """The largest line in the upper part of the first page that speaks of insurance; empty where there is none."""
    sheet = paper.sheets[0]
    above = [line for line in sheet.lines if line.at.bottom < TITLE_AREA * sheet.page.height]
    fitting = [
        line for line in above if len(line.segments) == 1 and TRADE.search(line.fold) and _impersonal(line.fold)
    ]
    return max(fitting, key=lambda line: line.em).fold if fitting else ""


def sections_of(paper: Paper) -> Iterator[str]:
    """Titles of sections: 一、基本信息."""
    for line in paper.lines:
        if (
            re.match(r"[一二三四五六]、", line.fold)
            and _impersonal(line.fold)
            and len(line.fold) <= HEADING_LENGTH + 4
        ):
            yield line.fold


def labels_of(paper: Paper, headings: set[str]) -> tuple[Label, ...]:
    """The labels that stand before a value, in reading order, each once."""
    candidates = [
        words for words in dict.fromkeys(_label_candidates(paper)) if words not in headings and is_form_word(words)
    ]
    labelled = paper.with_labels(candidates)
    return tuple(label for words in candidates if (label := _label(labelled, words)) is not None)


def _label_candidates(paper: Paper) -> Iterator[str]:
    """Print before a colon, cells with a cell to their right, and labels that known forms print."""
    for sheet in paper.sheets:
        for line in sheet.lines:
            for piece in split_at_gaps(line.glyphs, CELL_GAP * line.em):
                yield from (found["label"] for found in LABEL.finditer(piece.fold))
        for cell in sheet.cells:
            if cell.glyphs and any(_right_of(cell, other) for other in sheet.cells):
                yield cell.fold.rstrip(":")
    known = {label for layout in layouts() for spec in layout.fields for label in spec.labels}
    for words in sorted(known, key=lambda each: (-len(each), each)):
        if folded(words) in {piece.fold for line in paper.lines for piece in line.segments}:
            yield folded(words)


def _label(paper: Paper, words: str) -> Label | None:
    """A label with the field that its words and its value agree upon; None where nothing stands beside it."""
    value = next(iter(beside(words).find(paper)), None)
    if EXPLAINING in words:
        return Label(words=words)
    named = next((name for name, pattern in FIELDS if re.search(pattern, words)), "")
    if value is None:
        return Label(words=words) if named else None
    looks = value_sorts(value.text)
    if named and named in looks:
        return Label(words=words, name=named)
    if named:
        return Label(words=words, name=named, remark=f"“{words}”旁边的内容不像所需的值")
    guessed = _guessed(words, looks)
    return Label(words=words, name=guessed, remark="按值的样子猜的") if guessed else Label(words=words)


def _guessed(words: str, looks: frozenset[str]) -> str:
    """The one field that a value can be by its look, where its label does not say; empty where there is none."""
    if "printed_on" in looks and DAY_OF_PRINT.search(words) and not OTHER_DAY.search(words):
        return "printed_on"
    only = [name for name in ("number", "payer", "payer_code") if name in looks]
    return only[0] if len(only) == 1 and "printed_on" not in looks else ""


def value_sorts(text: str) -> frozenset[str]:
    """The fields that a value of this look can be."""
    plain = folded(text)
    code = parsers.social_code(text) is not None or re.fullmatch(r"[0-9A-Za-z-]{4,40}", plain) is not None
    looks = {
        "number": parsers.identity_number(text) is not None and parsers.day(text) is None,
        "payer": COMPANY.search(plain) is not None,
        "payer_code": code and not _is_resident(plain) and parsers.day(text) is None,
        "name": person(text) is not None and COMPANY.search(plain) is None,
        "printed_on": parsers.day(text) is not None,
        "verify_until": parsers.day(text) is not None,
        "period": bool(months_in(text)),
        "verify_code": re.fullmatch(r"[0-9A-Za-z-]{4,40}", plain) is not None,
    }
    return frozenset(name for name, fits in looks.items() if fits)


def _is_resident(plain: str) -> bool:
    return re.fullmatch(r"[0-9]{15}|[0-9]{17}[0-9X]", plain) is not None


def headings_on(sheet: Sheet) -> tuple[Heading, ...]:
    """The headings of the detail on a page, left to right: of ruled cells, else of columns of white space."""
    return tuple(_ruled_headings(sheet)) or tuple(_loose_headings(sheet))


def _ruled_headings(sheet: Sheet) -> Iterator[Heading]:
    """The cells above the first row that holds a month or an identity number and stands under headings."""
    for top in sorted({cell.box.top for cell in sheet.cells}):
        row = [cell for cell in sheet.cells if abs(cell.box.top - top) < TOUCH]
        above = [(cell, _above(sheet, cell)) for cell in row]
        headed = [(cell, head) for cell, head in above if head is not None and _heads(head.fold, cell.fold)]
        if len(headed) >= LEAST_CELLS and _is_detail(cell.fold for cell in row):
            heads = [head for _, head in headed]
            for cell, head in headed:
                group = _above(sheet, head)
                grouped = group is not None and sum(_covers(group.box, each.box) for each in heads) > 1
                under = group.fold if group is not None and grouped and is_form_word(group.fold) else ""
                yield Heading(words=head.fold, name=column_name(head.fold, cell.fold), under=under)
            return


def _loose_headings(sheet: Sheet) -> Iterator[Heading]:
    """The pieces above the first line that holds a month or an identity number among at least three pieces."""
    for number, line in enumerate(sheet.lines):
        row = split_at_gaps(line.glyphs, CELL_GAP * line.em)
        if len(row) < LEAST_CELLS or not _is_detail(piece.fold for piece in row):
            continue
        rows = list(_heading_lines(sheet, number))
        if not rows or len(rows[0]) < LEAST_CELLS:
            continue
        lowest, upper = rows[0], [piece for pieces in rows[1:] for piece in pieces]
        for piece in (*lowest, *(each for each in upper if not _groups(each, lowest))):
            value = min(row, key=lambda each: abs(each.at.middle[0] - piece.at.middle[0]))
            if not _heads(piece.fold, value.fold):
                continue
            group = next((each for each in upper if each is not piece and _covers(each.at, piece.at)), None)
            under = group.fold if group is not None and is_form_word(group.fold) else ""
            yield Heading(words=piece.fold, name=column_name(piece.fold, value.fold), under=under)
        return


def _heading_lines(sheet: Sheet, number: int) -> Iterator[tuple[Words, ...]]:
    """The pieces of the lines above a row that can be headings, nearest first."""
    below = sheet.lines[number]
    for line in reversed(sheet.lines[max(0, number - HEADING_LINES) : number]):
        far = below.at.top - line.at.bottom > NEAR * line.em
        if far or ":" in line.fold or re.search(r"\d", line.fold) or len(_pieces(line)) < LEAST_CELLS - 1:
            return
        yield _pieces(line)
        below = line


def _pieces(line: Line) -> tuple[Words, ...]:
    return split_at_gaps(line.glyphs, CELL_GAP * line.em)


def _groups(piece: Words, lowest: Sequence[Words]) -> bool:
    """Whether a heading stands over one of the lowest line: a group heading, or the first line of a wrapped one."""
    return any(_covers(piece.at, each.at) or _covers(each.at, piece.at) for each in lowest)


def column_name(heading: str, value: str) -> str:
    """The column that a heading names, as far as its first value agrees: a span is no month."""
    looks = value_sorts(value)
    by_look = "month" if months_in(value) else next((name for name in ("number", "payer") if name in looks), "")
    named = next((name for name, pattern in COLUMNS if re.search(pattern, heading)), by_look)
    if not named or named in ("payer", "number"):
        insurances = named_kinds(heading)
        return insurances[0] if len(insurances) == 1 and re.fullmatch(AMOUNT, folded(value)) else named
    if named in ("month", "span"):
        span = span_in(value)
        spans = span is not None and len(months_in(value)) > 1
        return "span" if spans else "month" if months_in(value) or named == "month" else named
    return named


def is_form_word(words: str) -> bool:
    """Whether print is the form's own: short, of the trade's words, without digits, nobody's name."""
    return bool(FORM_WORD.search(words)) and len(words) <= HEADING_LENGTH and _impersonal(words)


def _heads(words: str, value: str) -> bool:
    """Whether print above a cell is its heading: words of the form, or any above a month or somebody's number."""
    telling = bool(months_in(value)) or parsers.identity_number(value) is not None
    return is_form_word(words) or (telling and len(words) <= HEADING_LENGTH and _impersonal(words))


def _impersonal(words: str) -> bool:
    return not re.search(r"[0-9A-Za-z:]", words) and not COMPANY.search(words)


def _is_detail(cells: Iterable[str]) -> bool:
    """Whether a row holds a month or somebody's number, and no label."""
    texts = list(cells)
    told = any(months_in(text) or parsers.identity_number(text) is not None for text in texts)
    labels = sum(is_form_word(text) and any(re.search(pattern, text) for _, pattern in FIELDS) for text in texts)
    return told and not labels and not any(":" in text for text in texts)


def _above(sheet: Sheet, cell: Cell) -> Cell | None:
    """The cell on top of another, None where the ruling ends or it is empty."""
    x = cell.box.middle[0]
    return next(
        (
            other
            for other in sheet.cells
            if other.glyphs and abs(other.box.bottom - cell.box.top) < TOUCH and other.box.x0 < x < other.box.x1
        ),
        None,
    )


def _right_of(cell: Cell, other: Cell) -> bool:
    beside_it = abs(other.box.x0 - cell.box.x1) < TOUCH
    return beside_it and cell.box.top < other.box.middle[1] < cell.box.bottom


def _covers(group: Box, box: Box) -> bool:
    return group.x0 - TOUCH < box.middle[0] < group.x1 + TOUCH
