"""Readings of low confidence are set aside before any rule sees them: a rule then finds the field missing."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pipeline.model.case import Case
from pipeline.model.document import Document, Field, Missing, Row, Table
from pipeline.model.equity import Holder
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact, Ledger
from pipeline.profile.settings import Settings
from pipeline.rules.papers import UNSURE
from pipeline.text.normal import squeeze

UNCLEAR = "识读不可靠"
"""Why a branch of the tree is open where its holder was not read clearly."""


class Least(NamedTuple):
    """The least confidence (0…1) of a reading: that of its worst character, milder for texts of `long` characters."""

    short: Decimal
    long: Decimal
    characters: int

    def wanted(self, evidence: Evidence) -> Decimal:
        """The least confidence that this reading needs."""
        return self.long if len(evidence.text) >= self.characters else self.short

    def holds(self, evidence: Evidence) -> bool:
        """Whether a reading is clear enough to judge by."""
        return Decimal(str(evidence.confidence)) >= self.wanted(evidence)


def least_of(settings: Settings) -> Least:
    """The limits in force."""
    return Least(
        settings.number("reading.min_confidence"),
        settings.number("reading.min_confidence_long"),
        settings.whole("reading.long_text_characters"),
    )


def trusted(case: Case, least: Least) -> Case:
    """The case without fields, cells and facts that were not read clearly enough to judge by."""
    return case.model_copy(
        update={
            "documents": tuple(_trusted_document(each, least) for each in case.documents),
            "ledger": Ledger(facts=tuple(each for each in case.ledger.facts if _stands(each, least))),
            "equity": None if case.equity is None else _trusted_holder(case.equity, least),
        }
    )


def is_sure(field: Field, least: Least) -> bool:
    """Whether a reading may be judged by: read clearly, or put right by a person."""
    return field.corrected_by is not None or least.holds(field.evidence)


def _stands(fact: Fact, least: Least) -> bool:
    """Whether a fact rests on a clear reading; a corrected field's evidence carries its correction's certainty."""
    return all(least.holds(each) for each in fact.evidence)


def _trusted_holder(holder: Holder, least: Least) -> Holder:
    """The holder with those above it; one whose name or number was not read clearly is nobody that we know."""
    names = {squeeze(holder.name), squeeze(holder.number or "")}
    doubtful = any(squeeze(each.text) in names and not least.holds(each) for each in holder.evidence)
    above = tuple(_trusted_holder(each, least) for each in holder.holders)
    if doubtful:
        return holder.model_copy(
            update={"kind": "未知", "foreign": None, "end": "", "open": UNCLEAR, "holders": above}
        )
    return holder.model_copy(update={"holders": above})


def _trusted_document(document: Document, least: Least) -> Document:
    doubtful = [field for field in document.fields if not is_sure(field, least)]
    tables = tuple(_trusted_table(table, least) for table in document.tables)
    if not doubtful and tables == document.tables:
        return document
    return document.model_copy(
        update={
            "fields": tuple(field for field in document.fields if is_sure(field, least)),
            "tables": tables,
            "missing": (*document.missing, *(_set_aside(field) for field in doubtful), *_cells(document, least)),
        }
    )


def _trusted_table(table: Table, least: Least) -> Table:
    rows = tuple(Row(fields=tuple(field for field in row.fields if is_sure(field, least))) for row in table.rows)
    return Table(name=table.name, rows=rows)


def _cells(document: Document, least: Least) -> list[Missing]:
    return [
        _set_aside(field, f"{table.name}[{index}].{field.name}")
        for table in document.tables
        for index, row in enumerate(table.rows)
        for field in row.fields
        if not is_sure(field, least)
    ]


def _set_aside(field: Field, name: str | None = None) -> Missing:
    return Missing(name=name or field.name, reason=UNSURE, nearest=field.evidence)
