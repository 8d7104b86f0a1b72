"""The access agreement: with a basic operator, for bandwidth, at the room, sealed by both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, Note, Unknown, values
from pipeline.profile.records import Operators
from pipeline.rules.addresses import compare_places, mildest
from pipeline.rules.marks import SEALS_OF_BOTH, hides_seals, seals_of
from pipeline.rules.papers import UNSURE, measured, no_fact, no_paper, title_of, unread
from pipeline.rules.parties import among, is_lookalike, parties, standing_of
from pipeline.rules.registry import rule
from pipeline.rules.rooms import no_room, rooms
from pipeline.text.agreement import Agreement
from pipeline.text.normal import squeeze

CLAUSE_END = re.compile(r"[。;；,，!！?？]")


def agreements(case: Case) -> tuple[Document, ...]:
    """The access agreements that count."""
    return case.of_kind("access_agreement")


def with_field(case: Case, name: str) -> Iterator[tuple[Document, Field] | Unknown]:
    """Each agreement with a field of it, or what is missing."""
    if not agreements(case):
        yield no_paper("access_agreement")
    for paper in agreements(case):
        field = paper.field(name)
        yield unread(paper, name) if field is None else (paper, field)


def counterparties(case: Case) -> Iterator[Field | Unknown]:
    """Whom the agreements are made with, or what is missing."""
    for read in with_field(case, "operator"):
        yield read if isinstance(read, Unknown) else read[1]


@rule("AC-01")
def agreement_is_there(case: Case) -> Iterator[Judgement]:
    """At least one access agreement is there."""
    if not agreements(case):
        yield Breach()


@rule("AC-02")
def counterparty_is_a_basic_operator(
    case: Case, *, operators: Operators, operators_groups: tuple[str, ...], access_require_direct_operator: bool
) -> Iterator[Judgement]:
    """The counterparty is a basic operator or its branch; other licensed networks are for AC-04."""
    for operator in counterparties(case):
        if isinstance(operator, Unknown):
            yield operator
            continue
        named, standing = values(operator=operator.text), standing_of(operator.text, operators, operators_groups)
        if standing == "basic":
            continue
        if standing == "licensed":
            yield Note(reason="licensed", values=named, evidence=(operator.evidence,))
        elif access_require_direct_operator:
            yield Breach(values=named, evidence=(operator.evidence,))
        else:
            yield Note(reason="indirect", values=named, evidence=(operator.evidence,))


@rule("AC-03")
def counterparty_is_no_lookalike(case: Case, *, operators: Operators) -> Iterator[Judgement]:
    """The counterparty is not an operator's affiliate that only sounds like one."""
    for operator in counterparties(case):
        if isinstance(operator, Unknown):
            yield operator
        elif any(is_lookalike(each, operators) for each in parties(operator.text)):
            yield Breach(values=values(operator=operator.text), evidence=(operator.evidence,))


@rule("AC-05")
def customer_is_the_applicant(case: Case) -> Iterator[Judgement]:
    """The applicant is the customer of the agreement."""
    company = case.fact("company.name")
    if company is None:
        yield no_fact("company.name")
        return
    for read in with_field(case, "customer"):
        if isinstance(read, Unknown):
            yield read
            continue
        _, customer = read
        match among(company.text, customer.text):
            case Agreement.UNSURE:
                compared = values(left=customer.text, right=company.text)
                yield Unknown(reason="cannot_compare", values=compared, evidence=(customer.evidence,))
            case Agreement.DIFFERENT:
                named = values(customer=customer.text, company=company.text)
                yield Breach(values=named, evidence=(customer.evidence,))


@rule("AC-06")
def agreement_is_not_for_hosting_only(
    case: Case,
    *,
    access_bandwidth_words: tuple[str, ...],
    access_hosting_words: tuple[str, ...],
    access_negation_words: tuple[str, ...],
) -> Iterator[Judgement]:
    """The agreement gives bandwidth and not only cabinets; bandwidth that it excludes does not count."""
    if not agreements(case):
        yield no_paper("access_agreement")
    for paper in agreements(case):
        if paper.field("bandwidth") is not None or _speaks_of(paper, access_bandwidth_words, access_negation_words):
            continue
        hosting = [word for word in access_hosting_words if word.upper() in squeeze(paper.text).upper()]
        if hosting:
            named = values(paper=title_of(paper), words="、".join(hosting))
            yield Breach(values=named, evidence=(paper.place("bandwidth"),))
        else:
            yield unread(paper, "bandwidth")


def _speaks_of(paper: Document, words: tuple[str, ...], negations: tuple[str, ...]) -> bool:
    """Whether a clause of the paper names one of the words without excluding it."""
    clauses = CLAUSE_END.split(squeeze(paper.text).upper())
    wanted = [word.upper() for word in words]
    return any(
        any(word in clause for word in wanted) and not any(word in clause for word in negations) for clause in clauses
    )


@rule("AC-07")
def bandwidth_is_stated(case: Case) -> Iterator[Judgement]:
    """The agreement states a bandwidth above zero."""
    if not agreements(case):
        yield no_paper("access_agreement")
    for paper in agreements(case):
        bandwidth, named = measured(paper, "bandwidth"), values(paper=title_of(paper))
        if bandwidth is not None:
            if bandwidth.amount <= 0:
                yield Breach(values=named, evidence=(bandwidth.field.evidence,))
        elif paper.field("bandwidth") is None and was_read_whole(paper, "bandwidth"):
            yield Breach(values=named, evidence=(paper.place("bandwidth"),))
        else:
            yield unread(paper, "bandwidth")


def was_read_whole(paper: Document, name: str) -> bool:
    """Whether nothing of a paper is missing or empty, so that a field that was not found is not in it."""
    unsure = any(each.name == name and each.reason == UNSURE for each in paper.missing)
    whole = len(paper.page_texts) == paper.pages and all(squeeze(text) for text in paper.page_texts)
    return whole and not paper.gaps and not unsure


@rule("AC-09")
def access_ends_at_the_room(case: Case, *, address_alias_words: tuple[str, ...]) -> Iterator[Judgement]:
    """The customer end of the agreement is a machine room; the operator's exchange is another place."""
    if not rooms(case):
        yield from no_room(case)
    for read in with_field(case, "location"):
        if isinstance(read, Unknown):
            yield read
            continue
        paper, end = read
        places = [place for room in rooms(case) if (place := room.address()) is not None]
        unknown = [unread(room.opener, "address") for room in rooms(case) if room.address() is None]
        said = [compare_places(case, end, place, paper.kind, address_alias_words) for place in places]
        best = mildest([*said, *unknown])
        if best is not None:
            yield best
        if paper.field("exchange") is None and was_read_whole(paper, "exchange"):
            yield Breach(
                values=values(paper=title_of(paper)), evidence=(paper.place("exchange"),), part="no_exchange"
            )


@rule("AC-10")
def agreement_is_sealed_by_both(case: Case, *, seal_other_purposes: tuple[str, ...]) -> Iterator[Judgement]:
    """Both sides have sealed the agreement."""
    if not agreements(case):
        yield no_paper("access_agreement")
    for paper in agreements(case):
        seen = seals_of(paper, seal_other_purposes)
        if seen.sure >= SEALS_OF_BOTH or paper.marks.digital_signature:
            continue
        named = values(paper=title_of(paper), seals=seen.sure)
        if hides_seals(paper):
            yield Unknown(reason="grey", values=named, evidence=(paper.place(),))
        elif sum(seen) >= SEALS_OF_BOTH:
            yield Unknown(reason="cut", values=named, evidence=(paper.place(),))
        else:
            yield Breach(values=named, evidence=(paper.place(),), part="one" if seen.sure else "none")
