"""The days on the applicant's licence: its term, its issue, the company's age."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.cards import decision_of
from pipeline.rules.papers import (
    UNSURE,
    dated,
    day_of,
    ends_before,
    licence,
    no_paper,
    of_licence,
    own_articles,
    unread,
)
from pipeline.rules.registry import rule


@rule("ID-12")
def term_has_not_ended(case: Case) -> Iterator[Judgement]:
    """The business term of the licence has not ended on the filing day, has no end, or is not printed."""
    paper = licence(case)
    if paper is None:
        yield no_paper("business_licence")
        return
    end = paper.field("term_to")
    if end is None and any(each.name == "term_to" and each.reason == UNSURE for each in paper.missing):
        yield unread(paper, "term_to")
    elif end is not None and ends_before(end, case.as_of):
        yield Breach(values=values(term_to=end.text, as_of=case.as_of), evidence=(end.evidence,))


@rule("ID-13")
def term_outlasts_the_decision(case: Case) -> Iterator[Judgement]:
    """The business term of the licence does not end before the expected decision day."""
    paper = licence(case)
    if paper is None:
        yield no_paper("business_licence")
        return
    end, decision = paper.field("term_to"), decision_of(case)
    if end is None or ends_before(end, case.as_of):
        return  # ID-12 asks for a term that could not be read, and tells one that is over
    if decision is None and day_of(end) is not None:
        yield Unknown(reason="no_timeline")
    elif decision is not None and ends_before(end, decision):
        yield Breach(values=values(term_to=end.text, decision=decision), evidence=(end.evidence,))


@rule("ID-15")
def licence_is_newer_than_the_articles(case: Case) -> Iterator[Judgement]:
    """The licence was issued no earlier than the articles and amendments were last signed."""
    read = of_licence(case, "issued_on")
    if not isinstance(read, tuple):
        yield read
        return
    _, issued = read
    papers = own_articles(case)
    if not papers:
        yield no_paper("articles")
        return
    signed = [each for paper in papers if (each := dated(paper, "signed_on")) is not None]
    latest = max(signed, key=lambda each: each.day, default=None)
    if latest is None:
        yield unread(papers[0], "signed_on")
    elif ends_before(issued, latest.day):
        named = values(issued_on=issued.text, signed_on=latest.day)
        yield Breach(values=named, evidence=(latest.field.evidence, issued.evidence))


@rule("ID-16")
def company_is_old_enough(case: Case, *, applicant_min_age_days: int) -> Iterator[Judgement]:
    """The company was founded the required number of days before filing."""
    if not applicant_min_age_days:
        yield NotApplicable(reason="switched_off")
        return
    paper = licence(case)
    founded = None if paper is None else dated(paper, "founded")
    if paper is None:
        yield no_paper("business_licence")
    elif founded is None:
        yield unread(paper, "founded")
    elif (age := (case.as_of - founded.day).days) < applicant_min_age_days:
        named = values(founded=founded.day, days=age, least=applicant_min_age_days)
        yield Breach(values=named, evidence=(founded.field.evidence,))
