"""Dates: real, not in the future, and not over before the decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, Unknown, values
from pipeline.model.values import Day
from pipeline.rules.papers import agreed, ends_before
from pipeline.rules.registry import rule

PAST = ("founded", "issued_on", "birth", "valid_from", "signed_on", "printed_on", "generated_on", "date")
"""Fields that tell of something done; ends of terms and dues may lie ahead."""
ENDS = {
    "business_licence": "term_to",
    "id_card": "valid_to",
    "room_lease": "term_to",
    "access_agreement": "term_to",
}
"""What of which paper runs out."""


@rule("TL-01")
def dates_are_past(case: Case) -> Iterator[Judgement]:
    """Every date on which something was done is a real date and not in the future."""
    for paper in case.documents:
        # What a paper of no known kind dates, and whether that lies ahead, nobody can tell.
        if paper.status == "current" and paper.kind != "other":
            for name in PAST:
                field = paper.field(name)
                if field is not None and not _is_past(field, case.as_of):
                    named = values(paper=paper.kind, field=name, date=field.text)
                    yield Breach(values=named, evidence=(field.evidence,))


def _is_past(field: Field, as_of: date) -> bool:
    return isinstance(field.value, Day) and field.value.value <= as_of


@rule("TL-05")
def papers_outlast_the_decision(case: Case) -> Iterator[Judgement]:
    """No paper runs out before the expected decision day."""
    papers = [each for each in case.documents if each.status == "current" and each.kind in ENDS]
    if case.timeline is None and papers:
        yield Unknown(reason="no_timeline")
        return
    for paper in papers:
        end = paper.field(ENDS[paper.kind])
        if end is not None and case.timeline is not None and not _goes_on(paper):
            decision = case.timeline.decide_by
            if ends_before(end, decision):
                named = values(paper=paper.kind, end=end.text, decision=decision)
                yield Breach(values=named, evidence=(end.evidence,))


def _goes_on(paper: Document) -> bool:
    return agreed(paper.field("auto_renewal"))
