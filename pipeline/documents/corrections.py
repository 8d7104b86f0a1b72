"""What a person read in the original takes the place of what the machine read, while the machine still reads it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from pipeline.documents.parsers import Parser, words
from pipeline.documents.registry import declarations
from pipeline.model.client import Correction
from pipeline.model.document import Document, Field, Reading, Row, Table
from pipeline.model.values import Amount, Value
from pipeline.text.normal import squeeze

CELL = re.compile(r"(?P<table>\w+)\[(?P<row>[0-9]+)\]\.(?P<column>\w+)")
"""A cell of a table as client.yaml names it: `shareholders[0].amount`."""

FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
OUTWARD_UNITS = ("元", "Mbit/s", "平方米", "%")
"""The units that figures have in facts.json, where nothing was read that tells which."""


class Unapplied(NamedTuple):
    """A correction without effect: no paper stands where it says, or the field reads otherwise than it expects."""

    correction: Correction
    has_paper: bool
    reads: Field | None


def corrected(documents: tuple[Document, ...], corrections: tuple[Correction, ...]) -> tuple[Document, ...]:
    """The papers with every correction that still fits, in the order of client.yaml."""
    return reduce(lambda papers, each: tuple(_applied(paper, each) for paper in papers), corrections, documents)


def unapplied(documents: tuple[Document, ...], corrections: tuple[Correction, ...]) -> tuple[Unapplied, ...]:
    """The corrections that changed nothing in the papers, which are as `corrected` left them."""
    return tuple(found for each in corrections if (found := _if_unapplied(each, documents)) is not None)


def _if_unapplied(correction: Correction, documents: tuple[Document, ...]) -> Unapplied | None:
    papers = [each for each in documents if _is_about(each, correction)]
    stated = [(each, field) for each in papers if (field := _named(each, correction.field)) is not None]
    if any(_says(field, paper.kind, correction) for paper, field in stated):
        return None
    return Unapplied(correction, has_paper=bool(papers), reads=stated[0][1] if stated else None)


def _applied(document: Document, correction: Correction) -> Document:
    """The paper with a correction, itself where the correction is not about it or no longer fits."""
    if not _is_about(document, correction):
        return document
    cell = CELL.fullmatch(correction.field)
    if cell is not None:
        return _with_cell(document, cell["table"], int(cell["row"]), cell["column"], correction)
    before = document.field(correction.field)
    after = _put_right(document, before, correction.field, _field_parser(document.kind, correction.field), correction)
    if after is None:
        return document
    fields = _replaced(document.fields, before, after)
    missing = tuple(each for each in document.missing if each.name != correction.field)
    return document.model_copy(update={"fields": fields, "missing": missing})


def _is_about(document: Document, correction: Correction) -> bool:
    return any(
        part.file == correction.document
        and (
            correction.page is None
            or part.first is None
            or part.last is None
            or part.first <= correction.page <= part.last
        )
        for part in document.parts
    )


def _with_cell(document: Document, table: str, row: int, column: str, correction: Correction) -> Document:
    rows = document.rows(table)
    if row >= len(rows):
        return document
    before = rows[row].field(column)
    after = _put_right(document, before, column, _column_parser(document.kind, table, column), correction)
    if after is None:
        return document
    changed = Row(fields=_replaced(rows[row].fields, before, after))
    new_rows = (*rows[:row], changed, *rows[row + 1 :])
    tables = tuple(Table(name=each.name, rows=new_rows) if each.name == table else each for each in document.tables)
    return document.model_copy(update={"tables": tables})


def _named(document: Document, name: str) -> Field | None:
    """The field, or the cell (`shareholders[0].amount`), that a correction names."""
    cell = CELL.fullmatch(name)
    if cell is None:
        return document.field(name)
    rows = document.rows(cell["table"])
    return rows[int(cell["row"])].field(cell["column"]) if int(cell["row"]) < len(rows) else None


def _says(field: Field, kind: str, correction: Correction) -> bool:
    """Whether the field has the correction's value from the person who wrote it."""
    cell = CELL.fullmatch(correction.field)
    parse = _field_parser(kind, field.name) if cell is None else _column_parser(kind, cell["table"], cell["column"])
    return field.corrected_by == correction.by and _value(correction.value, parse, field) == field.value


def _put_right(
    document: Document, before: Field | None, name: str, parse: Parser, correction: Correction
) -> Field | None:
    """The field with the person's value, what the machine read kept as a reading; None where it does not fit."""
    value = _value(correction.value, parse, before)
    if value is None or not _still_reads(before, parse, correction.was):
        return None
    place = document.place(name) if before is None else before.evidence
    readings = () if before is None else (Reading(value=before.value, evidence=before.evidence), *before.readings)
    return Field(
        name=name,
        value=value,
        evidence=place.model_copy(update={"confidence": 1.0, "engine": "client.yaml"}),
        readings=readings,
        corrected_by=correction.by,
    )


def _value(text: str, parse: Parser, before: Field | None) -> Value | None:
    """A value as papers print it, or a figure without its unit as facts.json writes it: in the unit that was read."""
    parsed = parse(text)
    if parsed is not None:
        return parsed.value
    if before is not None and isinstance(before.value, Amount) and FIGURE.fullmatch(text):
        return before.value.model_copy(update={"value": Decimal(text)})
    units = OUTWARD_UNITS if FIGURE.fullmatch(text) else ()
    return next((found.value for unit in units if (found := parse(text + unit)) is not None), None)


def _still_reads(field: Field | None, parse: Parser, was: str | None) -> bool:
    """Whether the machine reads what the person saw it read; a correction without `was` asks for nothing."""
    if was is None:
        return True
    if field is None:
        return not was
    printed = {squeeze(field.text), squeeze(field.evidence.text)}
    return squeeze(was) in printed or _value(was, parse, field) == field.value


def _replaced(fields: tuple[Field, ...], before: Field | None, after: Field) -> tuple[Field, ...]:
    if before is None:
        return (*fields, after)
    return tuple(after if each is before else each for each in fields)


def _field_parser(kind: str, name: str) -> Parser:
    """How the kind's readers read the field, as plain words where no reader is known by the name."""
    rules = (rule for each in declarations() if each.kind == kind for rule in each.fields if rule.name == name)
    return next((rule.parse for rule in rules), words)


def _column_parser(kind: str, table: str, column: str) -> Parser:
    """How the kind's readers read a cell; its unit must stand in the correction itself."""
    rules = (
        each
        for declared in declarations()
        if declared.kind == kind
        for rule in declared.tables
        if rule.name == table
        for each in rule.columns
        if each.name == column
    )
    found = next(rules, None)
    if found is None:
        return words
    by_heading = found.by_heading
    return found.parse if by_heading is None else lambda text: by_heading(text, "")
