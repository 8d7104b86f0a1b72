"""How far the readings can be relied on: doubtful ones, repaired ones, and those that a person put right."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.client import Correction
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, Note, values
from pipeline.rules.papers import UNSURE, client_place, unread
from pipeline.rules.registry import rule
from pipeline.text.codes import resident_id_fault, uscc_fault


@rule("OC-02")
def readings_are_sure(case: Case) -> Iterator[Judgement]:
    """Every field was read with enough confidence to be judged by; the others are listed for a person."""
    for paper in case.documents:
        if paper.status == "current":
            yield from (unread(paper, gap.name) for gap in paper.missing if gap.reason == UNSURE)


@rule("OC-03")
def repairs_are_proven(case: Case) -> Iterator[Judgement]:
    """A confusable character was put right only where a check digit proves it, and every repair is told."""
    for paper in case.documents:
        for field in _fields(paper):
            if field.repaired_from is None:
                continue
            named = values(paper=paper.kind, field=field.name, printed=field.repaired_from, repaired=field.text)
            proven = uscc_fault(field.text) is None or resident_id_fault(field.text) is None
            if proven:
                yield Note(reason="repaired", values=named, evidence=(field.evidence,))
            else:
                yield Breach(values=named, evidence=(field.evidence,))


@rule("OC-05")
def corrections_are_in_force(case: Case) -> Iterator[Judgement]:
    """Every correction in client.yaml stands in the place of the reading that it corrects."""
    for place, correction in enumerate(case.client.corrections):
        field = _corrected(case, correction)
        named = values(
            document=correction.document,
            field=correction.field,
            value=correction.value,
            was=correction.was or "",
            by=correction.by,
            why=correction.why,
        )
        where = client_place(f"/corrections/{place}", correction.value)
        if field is None:
            yield Breach(values=named, evidence=(where,))
        else:
            yield Note(reason="corrected", values=named, evidence=(field.evidence, where))


def _corrected(case: Case, correction: Correction) -> Field | None:
    """The field that carries the correction, None where the machine no longer reads what was corrected."""
    return next(
        (
            field
            for paper in case.documents
            if any(part.file == correction.document for part in paper.parts)
            for field in _fields(paper)
            if field.name == correction.field.rpartition(".")[2] and field.corrected_by == correction.by
        ),
        None,
    )


def _fields(paper: Document) -> tuple[Field, ...]:
    cells = tuple(field for table in paper.tables for row in table.rows for field in row.fields)
    return (*paper.fields, *cells)
