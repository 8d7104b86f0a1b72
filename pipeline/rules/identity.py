"""Who applies: the code, the type and the seat of the applicant, and the copy of its licence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.coverage import provinces
from pipeline.rules.papers import client_place, licence, no_paper, of_licence, unread
from pipeline.rules.registry import rule
from pipeline.text.codes import UsccKind, is_old_registration_number, uscc_fault, uscc_kind
from pipeline.text.normal import squeeze, without_notes
from pipeline.text.regions import province_of, province_of_region


@rule("ID-01")
def code_is_valid(case: Case) -> Iterator[Judgement]:
    """The applicant's unified social credit code has 18 characters of its alphabet and a right check digit."""
    read = of_licence(case, "code")
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
    read = of_licence(case, "code")
    if not isinstance(read, tuple):
        yield read
    elif is_old_registration_number(read[1].text):
        yield Breach(values=values(code=read[1].text), evidence=(read[1].evidence,))


@rule("ID-03")
def code_is_of_an_enterprise(case: Case) -> Iterator[Judgement]:
    """The first two characters of the code are those of an enterprise."""
    read = of_licence(case, "code")
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
    read = of_licence(case, "code")
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
        region = squeeze(code.text)[2:8]
        of_code, of_seat = province_of_region(region), province_of(address.text)
        named = values(code=code.text, region=of_code or region, seat=of_seat or address.text)
        if of_code is None or (of_seat is not None and of_code != of_seat):
            yield Breach(values=named, evidence=(code.evidence, address.evidence))


@rule("ID-08")
def applicant_is_a_company(
    case: Case, *, applicant_types_allowed: tuple[str, ...], applicant_types_refused: tuple[str, ...]
) -> Iterator[Judgement]:
    """The applicant is a company, limited by liability or by shares, and no other kind of body."""
    read = of_licence(case, "type")
    if not isinstance(read, tuple):
        yield read
        return
    _, field = read
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


@rule("ID-11")
def seat_lies_in_the_province(case: Case) -> Iterator[Judgement]:
    """For one province the applicant's registered address lies in the province of the bureau."""
    if case.client.nationwide:
        yield NotApplicable(reason="nationwide")
        return
    read = of_licence(case, "address")
    if not isinstance(read, tuple):
        yield read
        return
    paper, address = read
    seat, applied = province_of(address.text), provinces(case.client.coverage)
    if seat is None:
        yield unread(paper, "address").model_copy(update={"evidence": (address.evidence,)})
    elif seat not in applied:
        named = values(seat=seat, province="、".join(sorted(applied)))
        yield Breach(values=named, evidence=(address.evidence,))


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


@rule("ID-19")
def applies_anew(case: Case, *, answers_no: str) -> Iterator[Judgement]:
    """The applicant holds no value-added telecom licence yet, so that this is a new application."""
    answer = case.client.answer("existing_licences")
    if answer is None:
        yield Unknown(reason="no_answer", values=values(question="existing_licences"))
    elif not re.fullmatch(answers_no, squeeze(answer)):
        place = client_place("/answers/existing_licences", answer)
        yield Breach(values=values(held=answer), evidence=(place,))
