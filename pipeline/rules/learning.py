"""What certificates and CVs say: a fitting subject, a code that still works, dates that can be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from pipeline.model.case import Case, Person
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.cards import born_on, card_of
from pipeline.rules.insurance import count_of, month_number, month_text, papers_of, rows_of
from pipeline.rules.papers import dated, no_fact, no_paper, title_of, unread
from pipeline.rules.qualifications import CV
from pipeline.rules.registry import rule
from pipeline.rules.staffing import SECURITY_LEAD, TECHNICAL_LEAD
from pipeline.text.days import add_months, months_in
from pipeline.text.normal import squeeze

DEGREE = "学历"


def papers_of_person(case: Case, person: Person) -> tuple[Document, ...]:
    """The qualifications of a person that count."""
    papers = (case.documents[index] for index in person.qualifications)
    return tuple(each for each in papers if each.status == "current")


def _lacks_words(case: Case, role: str, wanted: tuple[str, ...]) -> Iterator[Judgement]:
    """What a lead learnt, where none of the words is in it; a certificate whose subject was not read may be the one."""
    person = case.in_role(role)
    if person is None:
        yield NotApplicable(reason="no_lead")  # SI-18 asks for the lead
        return
    papers = [each for each in papers_of_person(case, person) if _sort(each) != CV]
    if not papers:
        yield NotApplicable(reason="no_certificate")  # QU-01 asks for one
        return
    words = _words(papers)
    if any(word.upper() in words for word in wanted):
        return
    unseen = [each for each in papers if each.field(_subject(each)) is None]
    if unseen:
        yield from (unread(each, _subject(each)) for each in unseen)
    else:
        evidence = tuple(field.evidence for each in papers if (field := each.field(_subject(each))) is not None)
        yield Breach(values=values(name=person.name), evidence=evidence)


def _subject(paper: Document) -> str:
    """The field that tells what a certificate is of: a degree's major, the title of any other."""
    return "major" if _sort(paper) in (DEGREE, "") else "title"


def _words(papers: Iterable[Document]) -> str:
    fields = (each.field(name) for each in papers for name in ("major", "title"))
    return squeeze(";".join(field.text for field in fields if field is not None)).upper()


def _sort(paper: Document) -> str:
    sort = paper.field("sort")
    return "" if sort is None else sort.text


@rule("QU-03")
def technical_lead_has_a_technical_subject(
    case: Case, *, qualification_technical_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """The technical lead's subject, title or certificate is of networks, communication or computing."""
    yield from _lacks_words(case, TECHNICAL_LEAD, qualification_technical_words)


@rule("QU-04")
def security_lead_has_a_security_certificate(
    case: Case, *, qualification_security_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """The security lead has a certificate or subject of information security."""
    yield from _lacks_words(case, SECURITY_LEAD, qualification_security_words)


@rule("QU-05")
def online_code_still_works(
    case: Case, *, qualification_online_titles: tuple[str, ...], si_verify_margin_days: int
) -> Iterator[Judgement]:
    """An online degree report has its code, and the code outlasts the filing by some days."""
    reports = [
        each
        for each in case.of_kind("qualification")
        if any(title in squeeze(f"{title_of(each)}{each.text}") for title in qualification_online_titles)
    ]
    if not reports:
        yield NotApplicable(reason="no_online_report")
    for paper in reports:
        until = dated(paper, "verify_until")
        if until is None:
            yield unread(paper, "verify_code" if paper.field("verify_code") is None else "verify_until")
        elif until.day < case.as_of + timedelta(days=si_verify_margin_days):
            yield Breach(values=values(until=until.day), evidence=(until.field.evidence,))


@rule("QU-06")
def graduation_is_plausible(case: Case, *, qualification_youngest: int) -> Iterator[Judgement]:
    """A degree was given no earlier than at a plausible age, and not in the future."""
    degrees = [
        (person, paper)
        for person in case.people
        for paper in papers_of_person(case, person)
        if _sort(paper) == DEGREE
    ]
    if not degrees:
        yield NotApplicable(reason="no_degree")
    for person, paper in degrees:
        issued, card = dated(paper, "issued_on"), card_of(case, person.name, person.number)
        born = None if card is None else born_on(card)
        if issued is None:
            yield unread(paper, "issued_on")
            continue
        named, evidence = values(name=person.name, issued_on=issued.day), (issued.field.evidence,)
        if issued.day > case.as_of:
            yield Breach(values=named, evidence=evidence)
        elif born is None:
            yield Unknown(reason="no_birth", values=values(name=person.name), evidence=evidence)
        elif issued.day < add_months(born, 12 * qualification_youngest):
            yield Breach(values=named, evidence=evidence)


@rule("QU-07")
def curriculum_reaches_the_present_employer(case: Case) -> Iterator[Judgement]:
    """The CV names the applicant as employer, from no later than the first insured month."""
    company = case.fact("company.name")
    if company is None:
        yield no_fact("company.name")
        return
    pairs = [
        (person, paper) for person in case.people for paper in papers_of_person(case, person) if _sort(paper) == CV
    ]
    if not pairs:
        yield NotApplicable(reason="no_curriculum") if case.of_kind("qualification") else no_paper("qualification")
    for person, paper in pairs:
        yield from _curriculum(case, person, paper, squeeze(company.text))


def _curriculum(case: Case, person: Person, paper: Document, company: str) -> Iterator[Judgement]:
    named, evidence = values(name=person.name), (paper.place(),)
    lines = [squeeze(line) for line in paper.text.splitlines()]
    if not squeeze(paper.text):
        yield unread(paper, "holder")
    elif company not in squeeze(paper.text):
        yield Breach(values=named, evidence=evidence)
    else:
        begun = [month for line in lines if company in line for month in months_in(line)]
        insured = [
            number
            for each in papers_of(case, person)
            for row in rows_of(each, person)
            if (number := month_number(row.field("month"))) is not None
        ]
        if not begun or not insured:
            yield Unknown(reason="no_start", values=named, evidence=evidence)
        elif (start := begun[0]) and count_of(start.year, start.month) > min(insured):
            seen = values(name=person.name, start=str(start), insured=month_text(min(insured)))
            yield Breach(values=seen, evidence=evidence, part="later")
