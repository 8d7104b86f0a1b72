"""One name, one code, one address: what every paper says of the applicant."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.facts import Fact
from pipeline.model.findings import Breach, Judgement, Unknown
from pipeline.rules.registry import rule
from pipeline.rules.witnesses import authority, contradiction, contradictions, unstated
from pipeline.text.names import is_branch_of, same_company

NAMED_FOR_APPLICANT = (
    ("articles", "03", "company"),
    ("social_insurance", "05", "payer"),
    ("access_agreement", "09", "customer"),
    ("commitment", "11", "company"),
    ("application_form", "12", "company"),
)
"""Where the applicant's name must stand; a lease may name another lessee, MR-02 tells when."""


@rule("ID-05")
def name_is_the_same_everywhere(case: Case) -> Iterator[Judgement]:
    """The applicant's name is the same on every paper that names it."""
    name = authority(case, "company.name", "name")
    if not isinstance(name, Fact):
        yield name
        return
    yield from (found for found in _other_names(case, name) if not _is_proven_former_name(case, found, name.text))
    yield from unstated(case, NAMED_FOR_APPLICANT)


@rule("ID-06")
def no_paper_bears_a_former_name(case: Case) -> Iterator[Judgement]:
    """No paper bears a former name of the applicant, be it proven by a notice of registered change."""
    name = authority(case, "company.name", "name")
    if not isinstance(name, Fact):
        yield name
        return
    yield from (found for found in _other_names(case, name) if _is_proven_former_name(case, found, name.text))


def _other_names(case: Case, name: Fact) -> Iterator[Breach | Unknown]:
    """What each paper says that names the applicant otherwise than its licence."""
    for witness in name.witnesses:
        paper = None if witness.document is None else case.documents[witness.document]
        if paper is None or witness.agrees is True or paper.kind == "business_licence":
            continue
        if paper.kind == "room_lease" and _may_use(case, name.text):
            continue
        found = contradiction(name, witness, paper)
        if paper.kind == "social_insurance" and isinstance(found, Breach) and _names_branch(found, name.text):
            continue  # SI-04 asks for the branch's licence
        yield found


def _names_branch(found: Breach, name: str) -> bool:
    return is_branch_of(dict(found.values)["right"], name)


def _may_use(case: Case, name: str) -> bool:
    """Whether a consent lets the applicant use rooms that another company rents: the lease need not name it."""
    return any(
        (grantee := consent.field("grantee")) is not None and same_company(grantee.text, name)
        for consent in case.of_kind("consent")
    )


def _is_proven_former_name(case: Case, found: Breach | Unknown, name: str) -> bool:
    """Whether a notice of registered change says that the applicant was called as a paper calls it."""
    if isinstance(found, Unknown):
        return False
    former = dict(found.values)["right"]
    return any(
        (old := notice.field("old_name")) is not None
        and (new := notice.field("new_name")) is not None
        and same_company(old.text, former)
        and same_company(new.text, name)
        for notice in case.of_kind("change_notice")
    )


@rule("ID-07")
def code_is_the_same_everywhere(case: Case) -> Iterator[Judgement]:
    """The applicant's code is the same wherever it is printed for the applicant."""
    code = authority(case, "company.code", "code")
    if not isinstance(code, Fact):
        yield code
        return
    yield from contradictions(case, code, ("articles", "access_agreement", "application_form"))
    yield from unstated(case, [("application_form", "12", "code")])


@rule("ID-10")
def address_is_the_same_everywhere(case: Case) -> Iterator[Judgement]:
    """The registered address is the same on licence, articles, commitment and form."""
    address = authority(case, "company.address", "address")
    if not isinstance(address, Fact):
        yield address
        return
    yield from contradictions(case, address, ("articles", "commitment", "application_form"))
    yield from unstated(case, [("articles", "03", "address"), ("application_form", "12", "address")])
