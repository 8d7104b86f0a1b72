"""How far the readings can be relied on: doubtful ones, repaired ones, and those that a person put right."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.client import Correction
from pipeline.model.document import Field
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Unknown, values
from pipeline.model.values import outward
from pipeline.rules.papers import UNSURE, client_place, shortened, unread
from pipeline.rules.registry import rule
from pipeline.text.codes import resident_id_fault, uscc_fault

MEASURED = frozenset({"capital", "amount", "share", "bandwidth", "area", "ip_count"})
"""Fields whose unit or writing must be known; others are found in other ways, too."""
UNPARSED = "读到"
"""How the reader begins to say that it found words and could not make a value of them."""


@rule("OC-01")
def text_layers_are_preferred(case: Case) -> Iterator[Judgement]:
    """Text layers are read where they can be trusted; papers read by recognition are told."""
    papers = [each for each in case.documents if each.status == "current"]
    recognised = [each for each in papers if each.marks.picture]
    if not papers:
        yield NotApplicable(reason="no_subject")
    elif recognised:
        named = values(count=len(recognised), papers=len(papers))
        yield Note(reason="recognised", values=named, evidence=tuple(each.place() for each in recognised))


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
        for field in paper.every_field:
            if field.repaired_from is None:
                continue
            named = values(paper=paper.kind, field=field.name, printed=field.repaired_from, repaired=field.text)
            proven = uscc_fault(field.text) is None or resident_id_fault(field.text) is None
            if proven:
                yield Note(reason="repaired", values=named, evidence=(field.evidence,))
            else:
                yield Breach(values=named, evidence=(field.evidence,))


@rule("OC-04")
def places_agree(case: Case) -> Iterator[Judgement]:
    """Where a paper says one thing in two places, it says the same."""
    for paper in case.documents:
        if paper.status != "current":
            continue
        for field in paper.fields:
            others = [each for each in field.readings if outward(each.value) != field.text]
            if others and field.corrected_by is None:
                named = values(
                    paper=paper.kind,
                    field=field.name,
                    value=shortened(field.text),
                    others="、".join(shortened(outward(each.value)) for each in others),
                )
                yield Breach(values=named, evidence=(field.evidence, *(each.evidence for each in others)))


@rule("OC-06")
def words_are_known(case: Case) -> Iterator[Judgement]:
    """What stands beside a label was understood; a unit or word that nobody knows is told, never guessed."""
    for paper in case.documents:
        if paper.status != "current" or paper.kind == "other":
            continue
        for gap in paper.missing:
            measured = gap.name.rpartition(".")[2] in MEASURED
            if measured and gap.nearest is not None and gap.reason.startswith(UNPARSED):
                named = values(paper=paper.kind, field=gap.name, read=shortened(gap.nearest.text))
                yield Unknown(reason="not_understood", values=named, evidence=(gap.nearest,))


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
            for field in paper.every_field
            if field.name == correction.field.rpartition(".")[2] and field.corrected_by == correction.by
        ),
        None,
    )
