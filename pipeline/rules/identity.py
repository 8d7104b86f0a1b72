"""Who applies: the code, the name, the type, the seat and the term of the applicant."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.facts import Fact
from pipeline.model.findings import Breach, Judgement, NotApplicable, values
from pipeline.rules.papers import UNSURE, ends_before, licence, no_paper, unread
from pipeline.rules.registry import rule
from pipeline.rules.witnesses import authority, contradiction, contradictions, unstated
from pipeline.text.codes import UsccKind, is_old_registration_number, uscc_fault, uscc_kind
from pipeline.text.names import is_branch_of, same_company
from pipeline.text.normal import squeeze, without_notes
from pipeline.text.regions import province_of, province_of_region


def _of_licence(case: Case, name: str) -> tuple[Document, Field] | Judgement:
    """A field of the applicant's licence, or what is missing of it."""
    paper = licence(case)
    if paper is None:
        return no_paper("business_licence")
    field = paper.field(name)
    return unread(paper, name) if field is None else (paper, field)


@rule("ID-01")
def code_is_valid(case: Case) -> Iterator[Judgement]:
    """The applicant's unified social credit code has 18 characters of its alphabet and a right check digit."""
    read = _of_licence(case, "code")
    if not isinstance(read, tuple):
        yield read
        return
    code = read[1]
    fault = None if is_old_registration_number(code.text) else uscc_fault(code.text)
    if fault is not None:
        yield Breach(values=values(code=code.text, fault=fault), evidence=(code.evidence,), part=fault)


@rule("ID-02")
def code_is_not_an_old_number(case: Case) -> Iterator[Judgement]:
    """The licence carries a unified social credit code, not a 15-digit registration number."""
    read = _of_licence(case, "code")
    if not isinstance(read, tuple):
        yield read
    elif is_old_registration_number(read[1].text):
        yield Breach(values=values(code=read[1].text), evidence=(read[1].evidence,))


@rule("ID-03")
def code_is_of_an_enterprise(case: Case) -> Iterator[Judgement]:
    """The first two characters of the code are those of an enterprise."""
    read = _of_licence(case, "code")
    if not isinstance(read, tuple):
        yield read
        return
    code = read[1]
    kind = uscc_kind(code.text)
    if kind is None:
        yield NotApplicable(reason="invalid_code")
    elif kind is not UsccKind.ENTERPRISE:
        yield Breach(values=values(code=code.text, first=squeeze(code.text)[:2]), evidence=(code.evidence,))


@rule("ID-04")
def region_fits_the_seat(case: Case) -> Iterator[Judgement]:
    """The region in the code is known, and its province is that of the registered address."""
    read = _of_licence(case, "code")
    if not isinstance(read, tuple):
        yield read
        return
    paper, code = read
    address = paper.field("address") or paper.field("issuer")
    if uscc_kind(code.text) is None:
        yield NotApplicable(reason="invalid_code")
    elif address is None:
        yield unread(paper, "address")
    else:
        of_code, of_seat = province_of_region(squeeze(code.text)[2:8]), province_of(address.text)
        named = values(code=code.text, region=of_code or squeeze(code.text)[2:8], seat=of_seat or address.text)
        if of_code is None or (of_seat is not None and of_code != of_seat):
            yield Breach(values=named, evidence=(code.evidence, address.evidence))


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
    for witness in name.witnesses:
        paper = None if witness.document is None else case.documents[witness.document]
        if paper is None or witness.agrees is True or paper.kind == "business_licence":
            continue
        if paper.kind == "room_lease" and _may_use(case, name.text):
            continue
        found = contradiction(name, witness, paper)
        if paper.kind == "social_insurance" and isinstance(found, Breach) and _names_branch(found, name.text):
            continue  # SI-04 asks for the branch's licence
        if not (isinstance(found, Breach) and _is_proven_former_name(case, dict(found.values)["right"], name.text)):
            yield found
    yield from unstated(case, NAMED_FOR_APPLICANT)


def _names_branch(found: Breach, name: str) -> bool:
    return is_branch_of(dict(found.values)["right"], name)


def _may_use(case: Case, name: str) -> bool:
    """Whether a consent lets the applicant use rooms that another company rents: the lease need not name it."""
    return any(
        (grantee := consent.field("grantee")) is not None and same_company(grantee.text, name)
        for consent in case.of_kind("consent")
    )


def _is_proven_former_name(case: Case, former: str, name: str) -> bool:
    """Whether a notice of registered change says that the applicant was called so."""
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


@rule("ID-08")
def applicant_is_a_company(
    case: Case, *, applicant_types_allowed: tuple[str, ...], applicant_types_refused: tuple[str, ...]
) -> Iterator[Judgement]:
    """The applicant is a company, limited by liability or by shares, and no other kind of body."""
    read = _of_licence(case, "type")
    if not isinstance(read, tuple):
        yield read
        return
    field = read[1]
    sort = without_notes(squeeze(field.text)) or squeeze(field.text)
    refused = any(word in sort for word in applicant_types_refused)
    if refused or not any(word in sort for word in applicant_types_allowed):
        yield Breach(values=values(type=field.text), evidence=(field.evidence,))


@rule("ID-09")
def licence_is_a_companys(case: Case, *, applicant_labels_refused: tuple[str, ...]) -> Iterator[Judgement]:
    """The licence has the labels of a company: a legal representative, not an operator or partner."""
    paper = licence(case)
    if paper is None:
        yield no_paper("business_licence")
        return
    if any("法定代表人" in label for label in paper.labels):
        return
    label = next((each for each in paper.labels if any(word in each for word in applicant_labels_refused)), None)
    if label is None:
        yield unread(paper, "legal_representative")
        return
    place = paper.field("legal_representative")
    evidence = paper.place("legal_representative") if place is None else place.evidence
    yield Breach(values=values(label=label), evidence=(evidence,))


@rule("ID-10")
def address_is_the_same_everywhere(case: Case) -> Iterator[Judgement]:
    """The registered address is the same on licence, articles, commitment and form."""
    address = authority(case, "company.address", "address")
    if not isinstance(address, Fact):
        yield address
        return
    yield from contradictions(case, address, ("articles", "commitment", "application_form"))
    yield from unstated(case, [("articles", "03", "address"), ("application_form", "12", "address")])


@rule("ID-11")
def seat_lies_in_the_province(case: Case) -> Iterator[Judgement]:
    """For one province the applicant's registered address lies in the province of the bureau."""
    if case.client.nationwide:
        yield NotApplicable(reason="nationwide")
        return
    read = _of_licence(case, "address")
    if not isinstance(read, tuple):
        yield read
        return
    address = read[1]
    seat, wanted = province_of(address.text), province_of(case.client.coverage[0])
    if seat is None:
        yield unread(read[0], "address").model_copy(update={"evidence": (address.evidence,)})
    elif seat != wanted:
        yield Breach(
            values=values(seat=seat, province=wanted or case.client.coverage[0]), evidence=(address.evidence,)
        )


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


@rule("ID-14")
def licence_is_the_copy(case: Case) -> Iterator[Judgement]:
    """The licence is its duplicate (副本) or the electronic one."""
    paper = licence(case)
    if paper is None:
        yield no_paper("business_licence")
        return
    copy = paper.field("copy")
    if "电子营业执照" in squeeze(paper.text):
        return
    if copy is None:
        yield unread(paper, "copy")
    elif copy.text != "副本":
        yield Breach(values=values(copy=copy.text), evidence=(copy.evidence,))
