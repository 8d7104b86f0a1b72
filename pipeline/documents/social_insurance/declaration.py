"""Layout files as declarations of the kind social_insurance, one variant a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from pipeline.documents.clues import occurs
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
from pipeline.documents.parsers import Parsed, Parser
from pipeline.documents.social_insurance.layout import FieldSpec, Layout, Sort, layouts
from pipeline.documents.social_insurance.lists import is_list, is_titled, lists_people
from pipeline.documents.social_insurance.rows import read_rows
from pipeline.documents.social_insurance.units import unit_name
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Field, Table
from pipeline.model.values import Month, Text
from pipeline.text.days import months_in

KIND = "social_insurance"
UNSURE_WORTH = 0.6
"""A form that is only guessed at yields to every form and kind that is known."""


def token(text: str) -> Parsed | None:
    """A code of letters and digits."""
    plain = re.sub(r"\s", "", text).strip(parsers.EDGES)
    return Parsed(Text(value=plain)) if re.fullmatch(r"[0-9A-Za-z-]{4,40}", plain) else None


def unit_code(text: str) -> Parsed | None:
    """A unit's code: a social credit code, or the insurance office's number."""
    return parsers.social_code(text) or token(text)


def last_month(text: str) -> Parsed | None:
    """The last month of a span."""
    found = months_in(text)
    return Parsed(Month(year=found[-1].year, month=found[-1].month)) if found else None


PARSERS: Mapping[Sort, Parser] = {
    "words": parsers.words,
    "name": person,
    "company": unit_name,
    "number": parsers.identity_number,
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
TABLES = (("people", ("name", "number")), ("months", ("name", "number", "month", "state", "kinds", "payer")))
"""What every layout comes to, however its form is ruled."""


@cache
def declarations() -> tuple[DocumentType, ...]:
    """One declaration a layout file; the general one first, whose title names the kind."""
    known = sorted(layouts(), key=lambda layout: (layout.confidence >= 1, layout.layout))
    return tuple(declaration(layout) for layout in known)


def declaration(layout: Layout) -> DocumentType:
    """A layout file as a declaration."""
    anchored: Clue = by(f"“{layout.title}”的版式", lambda sheet: anchor_share(layout, sheet))
    if layout.confidence < 1:
        anchored = guessed(layout, anchored)
    return DocumentType(
        kind=KIND,
        title=layout.title,
        variant=layout.layout,
        identify=worth(UNSURE_WORTH, anchored) if layout.confidence < 1 else anchored,
        fields=(layout_field(layout), *(field_rule(spec) for spec in layout.fields)),
        labels=layout.stops,
        subject=("name", "number", "payer"),
        dated="printed_on",
        more_fields=more_fields(layout),
        more_tables=more_tables(layout),
        more_columns=TABLES,
    )


def guessed(layout: Layout, anchored: Clue) -> Clue:
    """How a form that no file describes is told: a list by its people, a proof of one person by its words or title."""
    if layout.people.source == "rows":
        return by("单位名称和两人以上的名单", lambda sheet: is_list(layout, sheet))
    titled = any_of(anchored, by("以社会保险证明为题", lambda sheet: is_titled(layout, sheet)))
    return all_of(by("不是多人名单", lambda sheet: float(not lists_people(sheet))), titled)


def anchor_share(layout: Layout, sheet: Sheet) -> float:
    """1 where anchors of enough weight stand on the page, 0 where not or where an excluded word does."""
    forgive = sheet.page.reader == "ocr"
    if any(folded(words) in sheet.fold for words in layout.excludes):
        return 0.0
    whole = sum(anchor.weight for anchor in layout.anchors)
    seen = sum(anchor.weight for anchor in layout.anchors if occurs(folded(anchor.words), sheet.fold, forgive))
    return 1.0 if seen >= layout.share * whole else 0.0


def layout_field(layout: Layout) -> FieldRule:
    """The field `layout`: the file's stem, with the anchor that was found as its evidence."""

    def anchors(paper: Paper) -> Iterator[Words]:
        for anchor in sorted(layout.anchors, key=lambda each: -each.weight):
            line = paper.nearest_line([anchor.words])
            if line is not None:
                yield line

    return field("layout", custom(f"“{layout.title}”的版式", anchors), parse=parsers.constant(layout.layout))


def field_rule(spec: FieldSpec) -> FieldRule:
    """A field of a layout file as a rule with finders."""
    lines = 3 if spec.sort in ("company", "words") else 1
    finders: list[Finder] = []
    if spec.labels:
        finders.append(beside(*spec.labels, lines=lines, far=12.0))
    if spec.below:
        finders.append(below(*spec.below, lines=lines))
    patterns = (pattern_finder(spec.pattern, spec.name),) if spec.pattern is not None else ()
    first, otherwise = (tuple(finders), patterns) if finders else (patterns, ())
    if spec.name == "verify_code":
        otherwise = (*otherwise, pattern_finder(VERIFY_CODE, spec.name))
    if spec.sort in HEADED and spec.labels:
        otherwise = (*otherwise, below(*spec.labels, lines=lines))
    return field(spec.name, *first, parse=PARSERS[spec.sort], otherwise=otherwise, required=spec.name in REQUIRED)


def pattern_finder(pattern: str, name: str) -> Finder:
    """The group `value` of a pattern in running text, else in a single line (page numbers are no running text)."""
    compiled = re.compile(pattern)

    def found(paper: Paper) -> Iterator[Words]:
        yield from inline(pattern).find(paper)
        for line in paper.lines:
            for match in compiled.finditer(line.fold):
                yield Words.of(line.glyphs[match.start("value") : match.end("value")])

    return custom(f"“{name}”的写法", found)


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
