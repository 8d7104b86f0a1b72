"""The rows of an insurance paper: who is insured, and month by month what was paid, in what state, by whom."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.documents.commitment import person
from pipeline.documents.declaration import Paper, parsers
from pipeline.documents.parsers import Parsed
from pipeline.documents.reading import make_field
from pipeline.documents.social_insurance.across import months_across
from pipeline.documents.social_insurance.kinds import (
    KINDS_IN_ORDER,
    Cells,
    counted,
    kinds_of,
    kinds_place,
    named_kinds,
)
from pipeline.documents.social_insurance.months import Span, expanded, month_of_cells, span_in
from pipeline.documents.social_insurance.sections import in_sections
from pipeline.documents.social_insurance.sentences import month_sentence
from pipeline.documents.social_insurance.signs import comparable, notes_of, sign_in, untranslated
from pipeline.documents.social_insurance.units import noted_units, unit_name
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.tables import Column, read_tables
from pipeline.model.document import Field, Row
from pipeline.model.values import Month, Text
from pipeline.profile.insurance_form import MONTH_COLUMNS, Layout, TableSpec
from pipeline.text.days import Month as Moon
from pipeline.text.days import months_in

SPANNED = 2
"""So many months make a span."""
SPANS = ("span", "from")
"""Columns in whose place rows of months may give spans."""
PARTLY = "部分缴费"
"""The state of a span in which fewer months were paid than it has: which ones is not told."""
UNPAID = "未缴费"
TITLE_LINES = 3
"""Lines at the head of a form that tell which insurance it certifies."""
INSURED = re.compile(r"参保|正常|缴费|在保")
NOT_INSURED = re.compile(r"暂停|停保|中断|未参保|终止|退休|离职")


@dataclass(frozen=True)
class ReadRows:
    """What the rows say; `payer` the unit that the basic table or the latest month names."""

    people: tuple[Row, ...]
    months: tuple[Row, ...]
    payer: Field | None


def read_rows(layout: Layout, paper: Paper, fields: Mapping[str, Field]) -> ReadRows:
    """The people and months of a paper by its layout."""
    joins = Joins.of(layout, paper, fields)
    cells = joins.cells
    if layout.people.source == "head":
        who = tuple(fields[name] for name in ("name", "number") if name in fields)
        people: tuple[Row, ...] = (Row(fields=who),) if who else ()
        months = [row for each in cells for row in month_rows(layout, each, who, joins)]
    else:
        listed = [(person_cells(each), each) for each in cells]
        people = distinct([Row(fields=who) for who, _ in listed if who])
        months = [row for who, each in listed if who for row in month_rows(layout, each, who, joins)]
    unit = joins.unit(months)
    if layout.confidence < 1 and not people:
        months = []  # a unit's payments of which the paper names no person, or one whose name was not read
    return ReadRows(
        people,
        tuple(sorted(months, key=month_place) if layout.people.source == "head" else months),
        unit,
    )


def cells_of(layout: Layout, paper: Paper) -> tuple[Cells, ...]:
    """The rows of the detail: months that run across, else rows of the table that the layout describes."""
    columns = [Column(each.name, each.headings) for each in layout.months.table.columns if not each.under]
    rows = months_across(paper, columns) or table_rows(layout.months.table, paper)
    if layout.confidence >= 1:
        return tuple(rows)
    units = [label for spec in layout.fields if spec.name == "payer" for label in spec.labels]
    rows = in_sections(paper, rows, units) if layout.people.source == "head" else rows
    told = month_sentence(paper)
    if layout.people.source == "head":
        return tuple(rows or ([told] if told else []))
    return tuple(each if set(each) & set(MONTH_COLUMNS) else {**each, **told} for each in rows)


def table_rows(spec: TableSpec, paper: Paper) -> list[Cells]:
    """The rows of the tables that a layout describes."""
    columns = [Column(each.name, each.headings, each.under) for each in spec.columns]
    names = {each.name for each in spec.columns}
    for key in (spec.key, *(each for each in SPANS if each in names and each != spec.key and spec.key == "month")):
        rows: list[Cells] = [row for grid in read_tables(paper.sheets, columns, spec.least, key) for row in grid.rows]
        if rows:
            return rows
    return []


def person_cells(cells: Cells) -> tuple[Field, ...]:
    """Name and number of a row of a list; empty where the name is none."""
    name = parsed_cell("name", cells.get("name"), person)
    number = parsed_cell("number", cells.get("number"), parsers.identity_number)
    return () if name is None else tuple(each for each in (name, number) if each is not None)


def parsed_cell(name: str, words: Words | None, parse: parsers.Parser) -> Field | None:
    """A cell as a field, None where it is empty or says something else."""
    parsed = None if words is None else parse(words.text)
    return None if words is None or parsed is None else make_field(name, words, parsed)


def distinct(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Each person once, in the order of the list."""
    return tuple({tuple(field.text for field in row.fields): row for row in reversed(rows)}.values())[::-1]


def month_place(row: Row) -> str:
    """Rows of one person stand in the order of time."""
    month = row.field("month")
    return "" if month is None else month.text


def month_rows(layout: Layout, cells: Cells, who: tuple[Field, ...], joins: Joins) -> Iterator[Row]:
    """One row a month that the cells stand for."""
    place, months = months_of(cells, joins.period)
    if place is None:
        return
    said = sayings(layout, cells, months, joins)
    for month in joins.untold(months):
        for saying in said:
            yield month_row(cells, (*who, _month_field(place, month)), saying, joins.payer_of(cells, month))


def _month_field(place: Words, month: Moon) -> Field:
    return Field(name="month", value=Month(year=month.year, month=month.month), evidence=place.evidence())


def month_row(cells: Cells, begun: tuple[Field, ...], saying: Saying, payer: Field | None) -> Row:
    """One row: who and when, then what the cells say of the state, the insurances and the unit."""
    fields = list(begun)
    if saying.state is not None:
        fields.append(make_field("state", saying.state_at, Parsed(Text(value=saying.state))))
    if saying.kinds:
        listed = Text(value=json.dumps(list(saying.kinds), ensure_ascii=False))
        fields.append(make_field("kinds", saying.kinds_at, Parsed(listed)))
    if payer is not None:
        fields.append(payer)
    fields += [
        make_field(name, cells[column], Parsed(Text(value=cells[column].text.strip())))
        for column, name in (("unit", "unit_code"), ("note", "note"))
        if column in cells and cells[column].text.strip("-—/ ")
    ]
    return Row(fields=tuple(fields))


class Saying(NamedTuple):
    """What a row says of some insurances: their names, the state of payment, and where both stand."""

    kinds: tuple[str, ...]
    state: str | None
    kinds_at: Words
    state_at: Words


def sayings(layout: Layout, cells: Cells, months: Sequence[Moon], joins: Joins) -> tuple[Saying, ...]:
    """What a row says: once for all its insurances, or once a state where each insurance has a cell of its own."""
    place = cells.get("month") or next(iter(cells.values()), None)
    if place is None:
        return ()
    if "sign" in cells:
        sign = sign_in(cells["sign"], joins.notes)
        named = named_kinds(cells["kinds"].text) if "kinds" in cells else joins.titled
        return () if sign is None else (Saying(named, sign.state, cells.get("kinds", place), sign.words),)
    own = [kind for kind in KINDS_IN_ORDER if kind in cells]
    if layout.months.kinds_from == "column" and "kinds" not in cells and own:
        return tuple(_by_state(cells, own, joins.notes))
    kinds, state = kinds_of(layout, cells, len(months), joins.kinds), state_of(layout, cells, months)
    return (Saying(kinds, state, kinds_place(layout, cells) or place, cells.get("state", place)),)


def _by_state(cells: Cells, own: Sequence[str], notes: str) -> Iterator[Saying]:
    """The insurances with a cell of their own, those of one state together; amounts take the row's own state."""
    signs = {kind: sign for kind in own if (sign := sign_in(cells[kind], notes)) is not None}
    whole = cells.get("state")
    if whole is not None or not signs:
        printed = None if whole is None else untranslated(re.sub(r"\s", "", whole.text))
        paid = tuple(
            kind for kind, sign in signs.items() if sign.state is None or sign.state == printed or whole is None
        )
        yield Saying(paid, printed, cells[own[0]], whole or cells[own[0]])
        return
    for state in dict.fromkeys(sign.state for sign in signs.values()):
        alike = [kind for kind, sign in signs.items() if sign.state == state]
        yield Saying(tuple(alike), state, signs[alike[0]].words, signs[alike[0]].words)


def months_of(cells: Cells, period: Words | None) -> tuple[Words | None, tuple[Moon, ...]]:
    """The months of a row and where they stand."""
    if "from" in cells and "to" in cells:
        span = span_in(f"{cells['from'].text}至{cells['to'].text}")
        return cells["from"], () if span is None else expanded(span)
    if "year" in cells and "month" in cells:
        month = month_of_cells(cells["year"].text, cells["month"].text)
        if month is not None:
            return cells["month"], (month,)
    words = cells.get("span") or cells.get("month") or period
    span = None if words is None else span_in(words.text)
    return words, () if span is None else expanded(span)


def state_of(layout: Layout, cells: Cells, months: Sequence[Moon]) -> str | None:
    """The state as printed, else what the count of the first insurance says, else what the form's rows stand for."""
    if "state" in cells:
        printed = untranslated(re.sub(r"\s", "", cells["state"].text))
        signs = {comparable(each.sign): each.state for each in layout.months.states}
        return signs.get(comparable(printed), printed)
    if not layout.months.counted or layout.months.kinds_from == "amounts":
        return layout.months.state or None
    counts = [count for kind in layout.months.counted if (count := counted(cells, kind)) is not None]
    if not counts:
        return None
    paid = counts[0]
    if paid >= len(months):
        return layout.months.state
    return PARTLY if paid else UNPAID


@dataclass(frozen=True)
class Joins:
    """What rows are joined with: employers by span, the basic table's unit and kinds, the head's payer and period."""

    layout: Layout
    employers: tuple[tuple[Span, Field], ...] = ()
    basic_payer: Field | None = None
    kinds: tuple[str, ...] = ()
    head_payer: Field | None = None
    period: Words | None = None
    current_unit: str | None = None
    noted: tuple[tuple[str, Field], ...] = ()
    cells: tuple[Cells, ...] = ()
    notes: str = ""
    titled: tuple[str, ...] = ()

    @classmethod
    def of(cls, layout: Layout, paper: Paper, fields: Mapping[str, Field]) -> Joins:
        """The joins of one paper."""
        basic = [] if layout.basic is None else table_rows(layout.basic, paper)
        insured = [row for row in basic if insures(row)]
        cells = cells_of(layout, paper)
        return cls(
            layout=layout,
            employers=tuple(employers_of(layout, paper)),
            basic_payer=one_payer(insured),
            kinds=kinds_joined(layout, paper, insured),
            head_payer=fields.get("payer"),
            period=period_words(paper, fields),
            current_unit=latest_unit(layout, paper),
            noted=tuple(noted_units(paper)),
            cells=cells,
            notes=notes_of(paper),
            titled=named_kinds("".join(line.text for line in paper.lines[:TITLE_LINES])),
        )

    def payer_of(self, cells: Cells, month: Moon) -> Field | None:
        """Who paid in a month, None where the paper does not tell."""
        match self.layout.months.payer:
            case "row":
                printed = parsed_cell("payer", cells.get("payer"), unit_name) or self.unit_noted(cells.get("unit"))
                return printed or self.unit_spanned(cells, month)
            case "employers":
                paid = [payer for span, payer in self.employers if span.covers(month)]
                return paid[-1] if paid else None
            case "basic":
                unit = cells.get("unit")
                is_current = unit is None or self.current_unit is None or folded(unit.text) == self.current_unit
                return self.basic_payer if is_current else None
            case _:
                return self.head_payer

    def untold(self, months: Sequence[Moon]) -> Sequence[Moon]:
        """The months of a row; of a span beside a table of single months those before the first of these alone."""
        if len(months) < SPANNED or self.first_single is None:
            return months
        return [month for month in months if month < self.first_single]

    @cached_property
    def first_single(self) -> Moon | None:
        """The first month that has a row of its own, where others on the paper stand for spans with their payers."""
        counted_in = [months_of(row, self.period)[1] for row in self.cells]
        spanned = any(
            len(months) >= SPANNED and "payer" in row for months, row in zip(counted_in, self.cells, strict=True)
        )
        bare = [
            months[0]
            for months, row in zip(counted_in, self.cells, strict=True)
            if len(months) == 1 and "payer" not in row and not {"from", "span"} & set(row)
        ]
        return min(bare) if bare and spanned else None

    def unit_spanned(self, cells: Cells, month: Moon) -> Field | None:
        """The unit that another table of the paper names for a span with the month in it; None where two differ."""
        if self.first_single is None or "payer" in cells:
            return None
        found = [
            payer
            for row in self.cells
            if len(months := months_of(row, None)[1]) >= SPANNED and month in months
            if (payer := parsed_cell("payer", row.get("payer"), unit_name)) is not None
        ]
        return found[0] if len({folded(payer.text) for payer in found}) == 1 else None

    def unit_noted(self, code: Words | None) -> Field | None:
        """The unit whose number a note explains: 单位编号对应的单位名称为：9990001: X公司."""
        return None if code is None else dict(self.noted).get(code.fold)

    def unit(self, months: Sequence[Row]) -> Field | None:
        """The unit of the basic table, else that of the latest month."""
        if self.basic_payer is not None:
            return self.basic_payer
        paid = [row for row in months if row.field("payer") is not None]
        return max(paid, key=month_place).field("payer") if paid else None


def kinds_joined(layout: Layout, paper: Paper, insured: Sequence[Cells]) -> tuple[str, ...]:
    """The insurances that the form's title names, or those that the basic table tells to go on."""
    if layout.months.kinds_from == "title":
        return named_kinds("".join(line.text for line in paper.lines[:TITLE_LINES]))
    return tuple(kind for kind in KINDS_IN_ORDER if any(kind in named_kinds(row["kind"].text) for row in insured))


def insures(row: Cells) -> bool:
    """Whether a row of the basic table says that the insurance goes on."""
    if "kind" not in row or not named_kinds(row["kind"].text):
        return False
    state = row["state"].text if "state" in row else ""
    return not NOT_INSURED.search(state) and (not state or INSURED.search(state) is not None)


def one_payer(rows: Sequence[Cells]) -> Field | None:
    """The unit that all insurances of the basic table name, None where they differ."""
    found = [field for row in rows if (field := parsed_cell("payer", row.get("payer"), unit_name)) is not None]
    return found[0] if len({folded(field.text) for field in found}) == 1 else None


def employers_of(layout: Layout, paper: Paper) -> Iterator[tuple[Span, Field]]:
    """The employers with their spans."""
    for row in [] if layout.employers is None else table_rows(layout.employers, paper):
        first = months_in(row["from"].text) if "from" in row else []
        last = months_in(row["to"].text) if "to" in row else []
        payer = parsed_cell("payer", row.get("payer"), unit_name)
        if len(first) == 1 and len(last) <= 1 and payer is not None:
            yield Span(first[0], last[0] if last else None), payer


def latest_unit(layout: Layout, paper: Paper) -> str | None:
    """The unit number of the latest month: the one that the basic table names."""
    rows = [(months, row) for row in table_rows(layout.months.table, paper) if (months := months_of(row, None)[1])]
    dated = [(months[-1], folded(row["unit"].text)) for months, row in rows if "unit" in row]
    return max(dated)[1] if dated else None


def period_words(paper: Paper, fields: Mapping[str, Field]) -> Words | None:
    """The words of the head's period (费款所属期) as they stand on the paper."""
    period = fields.get("period")
    if period is None:
        return None
    return next(
        (
            Words.of(line.glyphs)
            for line in paper.lines
            if period.evidence.text and folded(period.evidence.text) in line.fold and months_in(line.text)
        ),
        None,
    )
