"""Dates: real, not in the future, and not over before the decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, Note, Unknown, values
from pipeline.model.values import Day
from pipeline.rules.papers import agreed, day_of, ends_before
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

FRESH = {
    ("social_insurance", "printed_on"): "si.print_max_age_days",
    ("credit_record", "date"): "credit.max_age_days",
    ("commitment", "signed_on"): "freshness.commitment_days",
    ("application_form", "generated_on"): "freshness.form_days",
}
"""The days on papers whose freshness matters, and the setting that says for how many days."""


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
        if end is not None and case.timeline is not None and not goes_on(paper):
            decision = case.timeline.decide_by
            if ends_before(end, decision):
                named = values(paper=paper.kind, end=end.text, decision=decision)
                yield Breach(values=named, evidence=(end.evidence,))


def goes_on(paper: Document) -> bool:
    """Whether a paper is renewed by itself when its term ends."""
    return agreed(paper.field("auto_renewal"))


@rule("TL-02")
def papers_are_fresh(
    case: Case,
    *,
    si_print_max_age_days: int,
    credit_max_age_days: int,
    freshness_commitment_days: int,
    freshness_form_days: int,
) -> Iterator[Judgement]:
    """No paper whose freshness matters is older than is usual."""
    ages = (si_print_max_age_days, credit_max_age_days, freshness_commitment_days, freshness_form_days)
    limits = dict(zip(FRESH, ages, strict=True))
    dated = [
        (paper, field, most)
        for (kind, name), most in limits.items()
        for paper in case.of_kind(kind)
        if (field := paper.field(name)) is not None and isinstance(field.value, Day)
    ]
    if not dated:
        yield Unknown(reason="no_dates")
    for paper, field, most in dated:
        day = day_of(field)
        if day is not None and (case.as_of - day).days > most:
            named = values(paper=paper.kind, date=day, age=(case.as_of - day).days, most=most)
            yield Breach(values=named, evidence=(field.evidence,))


@rule("TL-03")
def calendar_is_published(case: Case) -> Iterator[Judgement]:
    """The published holidays cover the whole timetable, or its days are marked as an estimate."""
    if case.timeline is None:
        yield Unknown(reason="no_timeline")
    elif case.timeline.estimated:
        yield Note(reason="estimated", values=values(year=case.timeline.deliver_by.year))


@rule("TL-04")
def first_report_is_told(case: Case) -> Iterator[Judgement]:
    """The client is told which annual report is the first one."""
    if case.timeline is None:
        yield Unknown(reason="no_timeline")
        return
    year = case.timeline.decide_by.year
    yield Note(reason="first_report", values=values(year=year, report=year + 1))
