"""Terms of leases and agreements: begun, not over on the filing day, not over at the decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, Note, Unknown, values
from pipeline.model.values import OpenEnd
from pipeline.rules.cards import decision_of
from pipeline.rules.papers import agreed, day_of, no_paper, unread
from pipeline.rules.registry import rule
from pipeline.rules.rooms import leases
from pipeline.text.days import add_months
from pipeline.text.workdays import ONE_DAY


@rule("MR-04")
def lease_covers_the_filing_day(case: Case) -> Iterator[Judgement]:
    """The lease has begun and not ended on the filing day."""
    for lease in leases(case):
        yield from covers_filing(lease, case.as_of) if isinstance(lease, Document) else (lease,)


@rule("MR-05")
def lease_lasts_long_enough(case: Case, *, room_min_remaining_months: int) -> Iterator[Judgement]:
    """The lease lasts for the required months after filing, or is renewed as agreed."""
    for lease in leases(case):
        if not isinstance(lease, Document):
            yield lease
            continue
        yield from lasts(lease, case.as_of, room_min_remaining_months)


@rule("MR-06")
def lease_covers_the_decision(case: Case) -> Iterator[Judgement]:
    """The lease lasts beyond the filing day up to the expected decision day, or is renewed as agreed."""
    for lease in leases(case):
        if not isinstance(lease, Document):
            yield lease
            continue
        end = lease.field("term_to")
        last = day_of(end)
        if end is not None and last is not None and last <= case.as_of and not agreed(lease.field("auto_renewal")):
            named = values(term_to=end.text, as_of=case.as_of)
            yield Breach(values=named, evidence=(end.evidence,), part="ended")
        else:
            yield from covers_decision(lease, case)


@rule("AC-11")
def agreement_covers_filing_and_decision(case: Case) -> Iterator[Judgement]:
    """The access agreement covers the filing day and the expected decision day, or is renewed as agreed."""
    if not case.of_kind("access_agreement"):
        yield no_paper("access_agreement")
    for agreement in case.of_kind("access_agreement"):
        filing = tuple(covers_filing(agreement, case.as_of))
        yield from filing or covers_decision(agreement, case)


@rule("AC-12")
def agreement_lasts_long_enough(case: Case, *, access_min_remaining_months: int) -> Iterator[Judgement]:
    """The access agreement lasts for the required months after filing, or is renewed as agreed."""
    if not case.of_kind("access_agreement"):
        yield no_paper("access_agreement")
    for agreement in case.of_kind("access_agreement"):
        yield from lasts(agreement, case.as_of, access_min_remaining_months)


def lasts(paper: Document, as_of: date, least: int) -> Iterator[Judgement]:
    """Whether a term has so many months left; an agreed renewal is remarked."""
    end = paper.field("term_to")
    if end is None:
        yield unread(paper, "term_to")
        return
    last = day_of(end)
    if isinstance(end.value, OpenEnd) or last is None or last + ONE_DAY >= add_months(as_of, least):
        return
    named = values(term_to=end.text, least=least, left=months_between(as_of, last))
    if agreed(paper.field("auto_renewal")):
        yield Note(reason="renewal", values=named, evidence=(end.evidence,))
    else:
        yield Breach(values=named, evidence=(end.evidence,))


def covers_filing(paper: Document, as_of: date) -> Iterator[Judgement]:
    """Whether a paper's term holds the filing day; one that ended and renews itself is for a person to look at."""
    start, end = paper.field("term_from"), paper.field("term_to")
    if end is None:
        yield unread(paper, "term_to")
        return
    begun, last = day_of(start) or day_of(paper.field("signed_on")), day_of(end)
    if last is not None and last < as_of:
        named = values(term_to=end.text, as_of=as_of)
        if agreed(paper.field("auto_renewal")):
            yield Unknown(reason="renewed_after_end", values=named, evidence=(end.evidence,), part="ended")
        else:
            yield Breach(values=named, evidence=(end.evidence,), part="ended")
    elif begun is None:
        yield unread(paper, "term_from")
    elif begun > as_of:
        yield Breach(
            values=values(term_from=begun, as_of=as_of), evidence=(_start_of(paper, end).evidence,), part="not_begun"
        )


def _start_of(paper: Document, end: Field) -> Field:
    return paper.field("term_from") or paper.field("signed_on") or end


def covers_decision(paper: Document, case: Case) -> Iterator[Judgement]:
    """Whether a paper's term reaches the expected decision day; an agreed renewal carries it there."""
    end, decision = paper.field("term_to"), decision_of(case)
    if end is None:
        yield unread(paper, "term_to", "decision")
        return
    last = day_of(end)
    if last is None:
        return
    if agreed(paper.field("auto_renewal")):
        if decision is None or last < decision:
            yield Note(reason="renewal", values=values(term_to=end.text), evidence=(end.evidence,))
    elif decision is None:
        yield Unknown(reason="no_timeline", part="decision")
    elif last < decision:
        named = values(term_to=end.text, decision=decision)
        yield Breach(values=named, evidence=(end.evidence,), part="decision")


def months_between(start: date, last: date) -> int:
    """Whole months from a day to the end of a term's last day, 0 where it is over."""
    months = 0
    while add_months(start, months + 1) <= last + ONE_DAY:
        months += 1
    return months
