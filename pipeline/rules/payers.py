"""Who pays the social insurance: the applicant itself, no agency, no affiliate."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.insurance import insurance_papers, month_number
from pipeline.rules.papers import no_fact, no_paper, unread
from pipeline.rules.registry import rule
from pipeline.text.agreement import Agreement
from pipeline.text.codes import compact
from pipeline.text.names import compare_companies, is_branch_of, same_company
from pipeline.text.normal import squeeze


@rule("SI-04")
def payer_is_the_applicant(case: Case) -> Iterator[Judgement]:
    """Social insurance of every counted person is paid by the applicant itself."""
    company = case.fact("company.name")
    if not insurance_papers(case) or company is None:
        yield no_paper("social_insurance") if not insurance_papers(case) else no_fact("company.name")
        return
    for paper in insurance_papers(case):
        if is_paid_under_code(case, paper):
            continue
        payers = payers_of(paper)
        if not payers:
            yield unread(paper, "payer")
        for payer in payers:
            yield from _payer(payer, company.text)


def payers_of(paper: Document) -> tuple[Field, ...]:
    """Who pays now: the payer of the head, and of the newest months where rows name another; each name once."""
    head = paper.field("payer")
    dated = [
        (number, row) for row in paper.rows("months") if (number := month_number(row.field("month"))) is not None
    ]
    newest = max((number for number, _ in dated), default=None)
    named = [row.field("payer") for number, row in dated if number == newest]
    found: dict[str, Field] = {}
    for payer in (head, *named):
        if payer is not None:
            found.setdefault(squeeze(payer.text), payer)
    return tuple(found.values())


def is_paid_under_code(case: Case, paper: Document) -> bool:
    """Whether the unit's number on the paper is the applicant's unified social credit code."""
    code, company = paper.field("payer_code"), case.fact("company.code")
    return code is not None and company is not None and compact(code.text) == compact(company.text)


def _payer(payer: Field, company: str) -> Iterator[Judgement]:
    named = values(payer=payer.text, company=company)
    match compare_companies(payer.text, company):
        case Agreement.UNSURE:
            compared = values(left=payer.text, right=company)
            yield Unknown(reason="cannot_compare", values=compared, evidence=(payer.evidence,))
        case Agreement.DIFFERENT if not is_branch_of(payer.text, company):
            yield Breach(values=named, evidence=(payer.evidence,))


@rule("SI-06")
def paying_branch_has_its_licence(case: Case) -> Iterator[Judgement]:
    """An own branch that pays the insurance has its licence among the papers."""
    company = case.fact("company.name")
    for payer in _foreign_payers(case):
        if not isinstance(payer, Field):
            yield payer
        elif company is not None and is_branch_of(payer.text, company.text) and not _has_licence(case, payer.text):
            yield Breach(values=values(payer=payer.text, company=company.text), evidence=(payer.evidence,))


def _has_licence(case: Case, name: str) -> bool:
    """Whether the branch's own licence lies among the papers."""
    licences = [paper.field("name") for paper in case.of_kind("business_licence")]
    return any(printed is not None and same_company(printed.text, name) for printed in licences)


def _foreign_payers(case: Case) -> Iterator[Field | Judgement]:
    """The payers that are not the applicant; what is missing where none can be told."""
    company = case.fact("company.name")
    papers = insurance_papers(case)
    if not papers or company is None:
        yield no_paper("social_insurance") if not papers else no_fact("company.name")
        return
    others = 0
    for paper in papers:
        if is_paid_under_code(case, paper):
            continue
        payers = payers_of(paper)
        foreign = [each for each in payers if not same_company(each.text, company.text)]
        others += len(foreign) + (not payers)
        yield from foreign
        if not payers:
            yield unread(paper, "payer")
    if not others:
        yield NotApplicable(reason="own_payer")


@rule("SI-05")
def payer_is_no_agency(case: Case, *, si_agency_words: tuple[str, ...]) -> Iterator[Judgement]:
    """No staffing or outsourcing agency pays the social insurance."""
    for payer in _foreign_payers(case):
        if not isinstance(payer, Field):
            yield payer
        elif any(word in squeeze(payer.text) for word in si_agency_words):
            yield Breach(values=values(payer=payer.text), evidence=(payer.evidence,))


@rule("SI-07")
def payer_is_no_affiliate(case: Case) -> Iterator[Judgement]:
    """No shareholder, and no shareholder's company, pays in the applicant's place."""
    holders = [each.name for _, each in case.equity.walk()] if case.equity is not None else []
    for payer in _foreign_payers(case):
        if not isinstance(payer, Field):
            yield payer
        elif any(same_company(payer.text, each) for each in holders):
            yield Breach(values=values(payer=payer.text), evidence=(payer.evidence,))


@rule("SI-22")
def unit_numbers_are_explained(case: Case) -> Iterator[Judgement]:
    """Where rows give only a unit's number, the paper itself says whose it is, or it is the applicant's own code."""
    papers = insurance_papers(case)
    if not papers:
        yield no_paper("social_insurance")
    for paper in papers:
        if payers_of(paper) or is_paid_under_code(case, paper):
            continue
        units = [unit for row in paper.rows("months") if (unit := row.field("unit_code")) is not None]
        number = paper.field("payer_code") or next(iter(units), None)
        if number is None:
            yield unread(paper, "payer")
        else:
            yield Breach(values=values(unit=number.text), evidence=(number.evidence,))
