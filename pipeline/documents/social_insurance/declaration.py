"""Layout files as declarations of the kind social_insurance, one variant a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.documents.clues import Verdict, occurs
from pipeline.documents.commitment import person
from pipeline.documents.declaration import (
    Clue,
    DocumentType,
    FieldRule,
    Finder,
    Paper,
    all_of,
    any_of,
    below,
    beside,
    by,
    custom,
    field,
    inline,
    parsers,
    worth,
)
from pipeline.documents.finders import in_words
from pipeline.documents.parsers import Parsed, Parser
from pipeline.documents.social_insurance.layout import layouts
from pipeline.documents.social_insurance.lists import is_list, is_personal, is_titled, lists_people
from pipeline.documents.social_insurance.rows import read_rows
from pipeline.documents.social_insurance.units import unit_name
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Field, Reason, Table
from pipeline.model.values import Month, Text
from pipeline.profile.insurance_form import FieldSpec, Layout, Sort
from pipeline.text import codes
from pipeline.text.days import months_in

KIND = "social_insurance"
UNSURE_WORTH = 0.6
"""A form that is only guessed at yields to every form and kind that is known."""


def token(text: str) -> Parsed | None:
    """A code of letters and digits."""
    plain = re.split(r"[(（]", re.sub(r"\s", "", text).strip(parsers.EDGES))[0]
    return Parsed(Text(value=plain)) if re.fullmatch(r"[0-9A-Za-z-]{4,40}", plain) else None


def unit_code(text: str) -> Parsed | None:
    """A unit's code: a social credit code, or the insurance office's number however long it is."""
    plain = re.sub(r"\s", "", text)
    if plain.isdigit() and len(plain) > LONGEST_CODE:
        return token(text)
    return parsers.social_code(text) or token(text)


def citizen_number(text: str) -> Parsed | None:
    """A person's number; a company's code is none."""
    is_code = (
        codes.uscc_fault(codes.compact(text)) is None and codes.resident_id_fault(codes.compact(text)) is not None
    )
    return None if is_code else parsers.identity_number(text)


def last_month(text: str) -> Parsed | None:
    """The last month of a span."""
    found = months_in(text)
    return Parsed(Month(year=found[-1].year, month=found[-1].month)) if found else None


PARSERS: Mapping[Sort, Parser] = {
    "words": parsers.words,
    "name": person,
    "company": unit_name,
    "number": citizen_number,
    "code": unit_code,
    "day": parsers.day,
    "month": parsers.month,
    "last_month": last_month,
    "count": parsers.count,
    "token": token,
}
REQUIRED = ("payer", "printed_on")
HEADED = ("name", "number")
"""What some forms print as the one row of a small table, under its label instead of beside it."""
VERIFY_CODE = r"(?:验证码|校验码|授权码|查验码|防伪码|验真码|验证号码?)[:(为是]{0,2}(?P<value>[0-9A-Za-z]{6,40})"
LONGEST_CODE = 18
"""Characters of a credit code: an insurance office's number of more digits is none with a remark."""
SIGNED = re.compile(
    r"[0-9〇○零一二三四五六七八九]{4}[年.-][0-9一二三四五六七八九十]{1,3}[月.-][0-9一二三四五六七八九十廿]{1,3}日?"
)
LOWER = 0.25
"""Of the page's height: an office signs below this."""
TWO = 2
"""So many pieces at most has a line with a signature: the office and the day."""
TABLES = (("people", ("name", "number")), ("months", ("name", "number", "month", "state", "kinds", "payer")))
"""What every layout comes to, however its form is ruled."""


@cache
def declarations(own: tuple[Layout, ...] = ()) -> tuple[DocumentType, ...]:
    """One declaration a layout: the general one first, whose title names the kind, then an agency's `own`.

    Of two that claim a page the first counts: what an agency writes of its forms stands before the program's, unless
    one of those finds more of its anchors on the page, and takes the place of the program's layout of the same name.
    """
    known = (*own, *_kept_beside(own))
    ordered = sorted(known, key=lambda layout: (layout.confidence >= 1, layout not in own, layout.layout))
    return tuple(declaration(layout, rivals(own) if layout in own else ()) for layout in ordered)


def rivals(own: tuple[Layout, ...]) -> tuple[Layout, ...]:
    """The program's layouts of known forms to which one of an agency's `own` yields where they fit a page better."""
    return tuple(layout for layout in _kept_beside(own) if layout.confidence >= 1)


def _kept_beside(own: tuple[Layout, ...]) -> tuple[Layout, ...]:
    """The program's layouts, but those whose names the agency gave to its own."""
    named = {layout.layout for layout in own}
    return tuple(layout for layout in layouts() if layout.layout not in named)


def declaration(layout: Layout, better: tuple[Layout, ...] = ()) -> DocumentType:
    """A layout file as a declaration; it yields to those of `better` that find more of their anchors on a page."""
    anchored: Clue = Yielding(layout, better) if better else Anchored(layout)
    if layout.confidence < 1:
        anchored = guessed(layout, anchored)
    elif layout.people.source == "rows":
        anchored = all_of(by("不是一个人的证明", lambda sheet: float(not is_personal(sheet))), anchored)
    return DocumentType(
        kind=KIND,
        title=layout.title,
        variant=layout.layout,
        identify=worth(UNSURE_WORTH, anchored) if layout.confidence < 1 else anchored,
        fields=(layout_field(layout), *(field_rule(spec, layout.confidence < 1) for spec in layout.fields)),
        labels=(*layout.stops, *column_headings(layout)),
        subject=("name", "number", "payer"),
        dated="printed_on",
        more_fields=more_fields(layout),
        more_tables=more_tables(layout),
        more_columns=TABLES,
    )


def column_headings(layout: Layout) -> Iterator[str]:
    """What stands above the columns of the form's tables: values of its head end there."""
    tables = (layout.months.table, layout.employers, layout.basic)
    yield from (
        words for table in tables if table is not None for column in table.columns for words in column.headings
    )


@dataclass(frozen=True)
class Anchored:
    """The clue that anchors of enough weight stand on the page, and no excluded word does."""

    layout: Layout

    def judge(self, sheet: Sheet) -> Verdict:
        """1 or 0, with the anchors that were found and those that were not."""
        layout, forgive = self.layout, sheet.page.reader == "ocr"
        barred = [words for words in layout.excludes if folded(words) in sheet.fold]
        there = [each for each in layout.anchors if occurs(folded(each.words), sheet.fold, forgive)]
        seen = sum(anchor.weight for anchor in there)
        whole = sum(anchor.weight for anchor in layout.anchors)
        fits = not barred and seen >= layout.share * whole
        reasons = [
            Reason(text=f"有“{layout.title}”的认表词 {seen / whole:.0%}（要 {layout.share:.0%}）", score=seen / whole)
        ]
        if not fits:
            absent = [each.words for each in layout.anchors if each not in there]
            reasons += [Reason(text=f"不应有：字样“{words}”", score=-1.0) for words in barred]
            reasons += [Reason(text=f"未见“{'”“'.join(absent)}”", score=0.0)] if absent else []
        return Verdict(float(fits), tuple(reasons))

    def evidence(self, sheet: Sheet) -> int:
        """How many characters of its anchors stand on a page that fits it; 0 for any other page."""
        forgive = sheet.page.reader == "ocr"
        words = {folded(anchor.words) for anchor in self.layout.anchors}
        return sum(len(each) for each in words if occurs(each, sheet.fold, forgive)) if self.judge(sheet).score else 0


@dataclass(frozen=True)
class Yielding:
    """The clue of an agency's layout: its anchors, unless a layout of the program finds more of its own on the page."""

    layout: Layout
    rivals: tuple[Layout, ...]

    def judge(self, sheet: Sheet) -> Verdict:
        """The anchors' verdict; 0 with the better layout's name where there is one."""
        verdict = Anchored(self.layout).judge(sheet)
        better = better_layout(self.layout, self.rivals, sheet) if verdict.score else None
        if better is None:
            return verdict
        why = f"程序自带的版式“{better.layout}”在此页找到的认表词更多，由它读取；请为“{self.layout.layout}”补上认表词或不应有的字样"
        return Verdict(0.0, (Reason(text=why, score=-1.0), *verdict.reasons))


def better_layout(own: Layout, rivals: tuple[Layout, ...], sheet: Sheet) -> Layout | None:
    """The layout of the program that claims a page with more of its anchors than an agency's `own`; the best of them."""
    least = Anchored(own).evidence(sheet)
    claims = [(Anchored(each).evidence(sheet), each) for each in rivals if each.layout != own.layout]
    most, best = max(claims, key=lambda claim: claim[0], default=(0, None))
    return best if most > least else None


def guessed(layout: Layout, anchored: Clue) -> Clue:
    """How a form that no file describes is told: a list by its people, a proof of one person by its words or title."""
    if layout.people.source == "rows":
        return by("单位名称和两人以上的名单", lambda sheet: is_list(layout, sheet))
    titled = any_of(anchored, by("以社会保险证明为题", lambda sheet: is_titled(layout, sheet)))
    return all_of(by("不是多人名单", lambda sheet: float(not lists_people(sheet))), titled)


def layout_field(layout: Layout) -> FieldRule:
    """The field `layout`: the file's stem, with the anchor that was found as its evidence."""

    def anchors(paper: Paper) -> Iterator[Words]:
        for anchor in sorted(layout.anchors, key=lambda each: -each.weight):
            line = paper.nearest_line([anchor.words])
            if line is not None:
                yield line

    return field("layout", custom(f"“{layout.title}”的版式", anchors), parse=parsers.constant(layout.layout))


def field_rule(spec: FieldSpec, guess: bool = False) -> FieldRule:
    """A field of a layout file as a rule with finders; `guess` where no file describes the form."""
    lines = 3 if spec.sort in ("company", "words") else 1
    finders: list[Finder] = []
    if spec.labels:
        finders.append(beside(*spec.labels, lines=lines, far=12.0))
    if spec.below:
        finders.append(below(*spec.below, lines=lines))
    patterns = (pattern_finder(spec.pattern),) if spec.pattern is not None else ()
    first, otherwise = (tuple(finders), patterns) if finders else (patterns, ())
    if spec.name == "verify_code":
        otherwise = (*otherwise, pattern_finder(VERIFY_CODE))
    if spec.sort == "day" and spec.labels:
        otherwise = (*otherwise, beside(*spec.labels, touching=True, lines=1))
    if spec.name == "printed_on" and guess:
        otherwise = (*otherwise, signed_day())
    if spec.sort in HEADED and spec.labels:
        otherwise = (*otherwise, below(*spec.labels, lines=lines))
    return field(spec.name, *first, parse=PARSERS[spec.sort], otherwise=otherwise, required=spec.name in REQUIRED)


def pattern_finder(pattern: str) -> Finder:
    """The group `value` of a pattern in running text, else in a single line (page numbers are no running text)."""
    compiled = re.compile(pattern)

    def found(paper: Paper) -> Iterator[Words]:
        yield from inline(pattern).find(paper)
        for line in paper.lines:
            for match in compiled.finditer(line.fold):
                yield Words.of(line.glyphs[match.start("value") : match.end("value")])

    return custom(f"表述“{in_words(pattern)}”", found)


def signed_day() -> Finder:
    """The day that stands alone below all tables, as an office signs: the last one of the paper."""

    def found(paper: Paper) -> Iterator[Words]:
        days = [
            piece
            for sheet in paper.sheets
            for line in sheet.lines
            if line.at.top >= max((cell.box.bottom for cell in sheet.cells), default=0.0)
            and len(line.segments) <= TWO
            for piece in line.segments
            if line.at.top > LOWER * sheet.page.height and parsers.day(piece.text) and SIGNED.fullmatch(piece.fold)
        ]
        yield from days[-1:]

    return custom("落款处的日期", found)


def more_fields(layout: Layout) -> Callable[[Paper, Mapping[str, Field]], tuple[Field, ...]]:
    """The payer where only the basic table or the rows name it, and the layout's confidence over all."""

    def added(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
        found = dict(fields)
        if "payer" not in found and (payer := read_rows(layout, paper, fields).payer) is not None:
            found["payer"] = payer
        if layout.confidence >= 1:
            return tuple(each for name, each in found.items() if name not in fields)
        return tuple(capped(each, layout.confidence) for each in found.values())

    return added


def more_tables(layout: Layout) -> Callable[[Paper, Mapping[str, Field]], tuple[Table, ...]]:
    """The people and their months."""

    def tables(paper: Paper, fields: Mapping[str, Field]) -> tuple[Table, ...]:
        read = read_rows(layout, paper, fields)
        return tuple(
            Table(
                name=name,
                rows=tuple(
                    row.model_copy(update={"fields": tuple(capped(each, layout.confidence) for each in row.fields)})
                    for row in rows
                ),
            )
            for name, rows in (("people", read.people), ("months", read.months))
        )

    return tables


def capped(read: Field, most: float) -> Field:
    """A field whose evidence is worth no more than `most`."""
    if read.evidence.confidence <= most:
        return read
    return read.model_copy(update={"evidence": read.evidence.model_copy(update={"confidence": most})})
