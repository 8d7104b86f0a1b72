"""Reading one paper by its declaration: words become fields with evidence, or `missing` with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.documents import parsers
from pipeline.documents.certainty import certainty, weighed
from pipeline.documents.declaration import DocumentType, FieldRule, TableRule
from pipeline.documents.finders import Finder
from pipeline.documents.paper import Paper
from pipeline.documents.parsers import Parsed, Parser
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.grid import Column, Grid
from pipeline.layout.tables import read_tables
from pipeline.layout.turned import turned_tables
from pipeline.model.document import Field, Missing, Reading, Row, Table
from pipeline.model.values import Value, outward

CAPTION_UNIT = re.compile(
    r"单位[:为]?(?P<unit>(?:人民币)?(?:百万|千万|万|亿|千)?(?:美元|港元|港币|欧元|日元|[元圆])(?:人民币)?)"
)
CAPTION_LINES = 3  # above a heading: where the unit of a whole table stands
QUOTE_LENGTH = 30  # characters of a line that an explanation quotes


class ReadPaper(NamedTuple):
    """What was read in one paper."""

    fields: tuple[Field, ...]
    tables: tuple[Table, ...]
    missing: tuple[Missing, ...]


def read_paper(kind: DocumentType, paper: Paper) -> ReadPaper:
    """Every field and table of a kind, and what was not found with the reason."""
    paper = paper.with_labels(kind.all_labels)
    fields: dict[str, Field] = {}
    missing: dict[str, Missing] = {}
    for rule in kind.fields:
        outcome = read_field(rule, paper)
        if isinstance(outcome, Field):
            fields.setdefault(rule.name, outcome)
        else:
            missing.setdefault(rule.name, outcome)
    if kind.more_fields is not None:
        fields |= {field.name: field for field in kind.more_fields(paper, fields)}
    tables = [read_table(rule, paper) for rule in kind.tables]
    if kind.more_tables is not None:
        tables.extend(kind.more_tables(paper, fields))
    absent = tuple(each for name, each in missing.items() if name not in fields)
    return ReadPaper(tuple(fields.values()), merged_tables(tables), absent)


def read_field(rule: FieldRule, paper: Paper) -> Field | Missing:
    """One field: the first value that parses, other values as its readings; else why there is none."""
    unparsed: list[Words] = []
    for finders in (rule.finders, rule.otherwise):
        read = list(_readings(finders, rule.parse, paper, unparsed))
        if read:
            return _field(rule.name, read)
    return _missing(rule, paper, unparsed)


def readings_of(rule: FieldRule, paper: Paper) -> tuple[tuple[Words, Value], ...]:
    """Every place that the finders of a field give a value for, with the value; for explanations."""
    read = _readings((*rule.finders, *rule.otherwise), rule.parse, paper, [])
    return tuple((words, parsed.value) for words, parsed in read)


def make_field(name: str, words: Words, parsed: Parsed) -> Field:
    """A field of words found and what they say."""
    evidence = words.evidence(certainty(words, parsed))
    return Field(name=name, value=parsed.value, evidence=evidence, repaired_from=parsed.repaired_from)


def _readings(
    finders: Sequence[Finder], parse: Parser, paper: Paper, unparsed: list[Words]
) -> Iterable[tuple[Words, Parsed]]:
    for finder in finders:
        for words in finder.find(paper):
            parsed = parse(words.text)
            if parsed is None:
                unparsed.append(words)
            else:
                yield words, parsed


def _field(name: str, read: Sequence[tuple[Words, Parsed]]) -> Field:
    first_words, first = read[0]
    field, said = make_field(name, first_words, first), _comparable(first)
    same = [words for words, parsed in read[1:] if _comparable(parsed) == said]
    others: dict[str, Reading] = {}
    for words, parsed in read[1:]:
        if (text := _comparable(parsed)) != said:
            others.setdefault(text, Reading(value=parsed.value, evidence=words.evidence()))
    sure = weighed(field.evidence.confidence, first_words, same, disputed=bool(others))
    evidence = first_words.evidence(sure)
    return field.model_copy(update={"evidence": evidence, "readings": tuple(others.values())})


def _comparable(parsed: Parsed) -> str:
    return folded(outward(parsed.value)).rstrip("。.;,")


def _missing(rule: FieldRule, paper: Paper, unparsed: Sequence[Words]) -> Missing:
    anchor = "；".join(finder.anchor for finder in (*rule.finders, *rule.otherwise))
    if unparsed:
        seen = unparsed[0]
        reason = f"读到“{seen.text[:QUOTE_LENGTH]}”，但读不出所需的内容"
        return Missing(name=rule.name, reason=reason, anchor=anchor, nearest=seen.evidence())
    texts = [text for finder in (*rule.finders, *rule.otherwise) for text in finder.labels]
    hit = next(iter(paper.hits_of(texts)), None)
    if hit is not None:
        reason = f"有标签“{hit[1].label}”，旁边没有内容"
        return Missing(name=rule.name, reason=reason, anchor=anchor, nearest=hit[1].words.evidence())
    nearest = paper.nearest_line(texts)
    return Missing(
        name=rule.name, reason=f"未见{anchor}", anchor=anchor, nearest=nearest.evidence() if nearest else None
    )


def read_table(rule: TableRule, paper: Paper) -> Table:
    """The rows of every table that fits, in order; empty where there is none."""
    columns = [Column(each.name, each.headings, each.under) for each in rule.columns]
    grids = read_tables(paper.sheets, columns, rule.least, rule.key)
    return Table(name=rule.name, rows=tuple(row for grid in grids for row in _rows(rule, grid, paper)))


def read_turned(rule: TableRule, paper: Paper) -> Table:
    """The rows of every table that lies on its side, labels down its first column; empty where there is none."""
    columns = [Column(each.name, each.headings) for each in rule.columns]
    grids = turned_tables(paper.sheets, columns, rule.least)
    return Table(name=rule.name, rows=tuple(row for grid in grids for row in _rows(rule, grid, paper)))


def _rows(rule: TableRule, grid: Grid, paper: Paper) -> Iterable[Row]:
    units = {
        each.name: heading_with_unit(paper, grid.headings.get(each.name)) for each in rule.columns if each.by_heading
    }
    for cells in grid.rows:
        fields: list[Field] = []
        for each in rule.columns:
            words = cells.get(each.name)
            if words is None:
                continue
            parsed = each.by_heading(words.text, units[each.name]) if each.by_heading else each.parse(words.text)
            if parsed is not None:
                fields.append(make_field(each.name, words, parsed))
        if fields:
            yield Row(fields=tuple(fields))


def heading_with_unit(paper: Paper, heading: Words | None) -> str:
    """A column's printed heading, with the unit that the line above its table says (单位：万元) where it has none."""
    if heading is None:
        return ""
    if parsers.unit_in(heading.text) is not None:
        return heading.text
    sheet = next((each for each in paper.sheets if each.page.number == heading.page), None)
    above = [line for line in sheet.lines if line.at.bottom <= heading.at.top + 1] if sheet is not None else []
    for line in reversed(above[-CAPTION_LINES:]):
        caption = CAPTION_UNIT.search(line.fold)
        if caption is not None:
            return f"{heading.text}({caption.group('unit')})"
    return heading.text


def merged_tables(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Tables of one name joined, in order."""
    rows: dict[str, tuple[Row, ...]] = {}
    for table in tables:
        rows[table.name] = rows.get(table.name, ()) + table.rows
    return tuple(Table(name=name, rows=each) for name, each in rows.items())
