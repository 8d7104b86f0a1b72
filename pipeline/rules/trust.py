"""Readings of low confidence are set aside before any rule sees them: a rule then finds the field missing."""

from __future__ import annotations

from decimal import Decimal

from pipeline.model.case import Case
from pipeline.model.document import Document, Field, Missing, Row, Table
from pipeline.model.equity import Holder
from pipeline.model.facts import Fact, Ledger
from pipeline.rules.papers import UNSURE
from pipeline.text.normal import squeeze

UNCLEAR = "识读不可靠"
"""Why a branch of the tree is open where its holder was not read clearly."""


def trusted(case: Case, least: Decimal) -> Case:
    """The case without fields, cells and facts that were read with a confidence below `least` (0…1)."""
    return case.model_copy(
        update={
            "documents": tuple(_trusted_document(each, least) for each in case.documents),
            "ledger": Ledger(facts=tuple(each for each in case.ledger.facts if _stands(each, least))),
            "equity": None if case.equity is None else _trusted_holder(case.equity, least),
        }
    )


def is_sure(field: Field, least: Decimal) -> bool:
    """Whether a reading may be judged by: read clearly, or put right by a person."""
    return field.corrected_by is not None or Decimal(str(field.evidence.confidence)) >= least


def _stands(fact: Fact, least: Decimal) -> bool:
    """Whether a fact rests on a clear reading; a corrected field's evidence carries its correction's certainty."""
    return all(Decimal(str(each.confidence)) >= least for each in fact.evidence)


def _trusted_holder(holder: Holder, least: Decimal) -> Holder:
    """The holder with those above it; one whose name or number was not read clearly is nobody that we know."""
    names = {squeeze(holder.name), squeeze(holder.number or "")}
    doubtful = any(squeeze(each.text) in names and Decimal(str(each.confidence)) < least for each in holder.evidence)
    above = tuple(_trusted_holder(each, least) for each in holder.holders)
    if doubtful:
        return holder.model_copy(
            update={"kind": "未知", "foreign": None, "end": "", "open": UNCLEAR, "holders": above}
        )
    return holder.model_copy(update={"holders": above})


def _trusted_document(document: Document, least: Decimal) -> Document:
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


def _trusted_table(table: Table, least: Decimal) -> Table:
    rows = tuple(Row(fields=tuple(field for field in row.fields if is_sure(field, least))) for row in table.rows)
    return Table(name=table.name, rows=rows)


def _cells(document: Document, least: Decimal) -> list[Missing]:
    return [
        _set_aside(field, f"{table.name}[{index}].{field.name}")
        for table in document.tables
        for index, row in enumerate(table.rows)
        for field in row.fields
        if not is_sure(field, least)
    ]


def _set_aside(field: Field, name: str | None = None) -> Missing:
    return Missing(name=name or field.name, reason=UNSURE, nearest=field.evidence)
