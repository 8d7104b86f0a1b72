"""The insurance paper itself: printed lately, verifiable, whole, of a known form, from the right province."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Unknown, values
from pipeline.rules.insurance import insurance_papers
from pipeline.rules.papers import dated, licence, measured, no_paper, title_of, unread
from pipeline.rules.registry import rule
from pipeline.text.names import is_branch_of
from pipeline.text.regions import province_of

GENERIC = ("generic", "generic_list")
"""The layouts of forms that no layout file describes."""


@rule("SI-13")
def print_is_recent(case: Case, *, si_print_max_age_days: int) -> Iterator[Judgement]:
    """The insurance paper was printed no longer ago than the profile allows."""
    if not insurance_papers(case):
        yield no_paper("social_insurance")
    for paper in insurance_papers(case):
        printed = dated(paper, "printed_on")
        if printed is None:
            yield unread(paper, "printed_on")
        elif (age := (case.as_of - printed.day).days) > si_print_max_age_days:
            named = values(printed_on=printed.day, age=age, most=si_print_max_age_days)
            yield Breach(values=named, evidence=(printed.field.evidence,))


@rule("SI-14")
def paper_can_be_verified(case: Case, *, si_verify_margin_days: int) -> Iterator[Judgement]:
    """The paper carries a verification code, a QR code or a seal, and the code outlasts the filing by some days."""
    if not insurance_papers(case):
        yield no_paper("social_insurance")
    for paper in insurance_papers(case):
        until = dated(paper, "verify_until")
        if until is not None:
            if until.day < case.as_of + timedelta(days=si_verify_margin_days):
                yield Breach(values=values(until=until.day), evidence=(until.field.evidence,))
        elif paper.field("verify_code") is None and not paper.marks.codes:
            yield _by_seal(paper)


def _by_seal(paper: Document) -> Judgement:
    named, evidence = values(paper=title_of(paper)), (paper.place("verify_code"),)
    if paper.marks.seals or paper.marks.digital_signature:
        return Note(reason="sealed", values=named, evidence=evidence)
    if paper.marks.picture:
        return Unknown(reason="no_code_seen", values=named, evidence=evidence)
    return Breach(values=named, evidence=evidence, part="none")


@rule("SI-15")
def place_is_the_applicants(case: Case) -> Iterator[Judgement]:
    """The insurance is of the applicant's province, or the applicant has a branch there."""
    papers = insurance_papers(case)
    seat = case.fact("company.address")
    home = None if seat is None else province_of(seat.text)
    if not papers or home is None:
        yield no_paper("social_insurance" if not papers else "business_licence")
        return
    places = [(paper, _province(paper)) for paper in papers]
    if all(place is None for _, place in places):
        yield NotApplicable(reason="no_place")
    for paper, place in places:
        if place is not None and place != home and not _has_branch_in(case, place):
            evidence = (paper.place("layout"),)
            yield Breach(values=values(place=place, home=home), evidence=evidence)


def _province(paper: Document) -> str | None:
    """Where the insurance is paid: by the place the paper names, else by the form's printed or known title."""
    region = paper.field("region")
    texts = ("" if region is None else region.text, paper.heading, paper.title)
    return next((place for text in texts if (place := province_of(text)) is not None), None)


def _has_branch_in(case: Case, province: str) -> bool:
    own = licence(case)
    name = None if own is None else own.field("name")
    return any(
        name is not None
        and (branch := paper.field("name")) is not None
        and is_branch_of(branch.text, name.text)
        and province in (province_of(branch.text), province_of(_address(paper)))
        for paper in case.of_kind("business_licence")
    )


def _address(paper: Document) -> str:
    address = paper.field("address")
    return "" if address is None else address.text


@rule("SI-23")
def every_page_is_there(case: Case) -> Iterator[Judgement]:
    """The paper has as many pages as it prints, and none is missing between."""
    if not insurance_papers(case):
        yield no_paper("social_insurance")
    counted = [each for each in insurance_papers(case) if measured(each, "page_count") is not None or each.gaps]
    if insurance_papers(case) and not counted:
        yield NotApplicable(reason="no_page_count")
    for paper in counted:
        count = measured(paper, "page_count")
        if count is not None and count.amount > paper.pages:
            named = values(printed=count.field.text, pages=paper.pages)
            yield Breach(values=named, evidence=(count.field.evidence,))
        else:
            yield from (Breach(values=values(gap=gap), evidence=(paper.place(),), part="gap") for gap in paper.gaps)


@rule("SI-24")
def form_is_known(case: Case) -> Iterator[Judgement]:
    """The form of the insurance paper is one that a layout file describes."""
    if not insurance_papers(case):
        yield no_paper("social_insurance")
    for paper in insurance_papers(case):
        layout = paper.field("layout")
        if layout is None:
            yield unread(paper, "layout")
        elif layout.text in GENERIC:
            yield Breach(values=values(paper=title_of(paper)), evidence=(layout.evidence,))
