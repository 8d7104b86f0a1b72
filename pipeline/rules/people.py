"""The people: enough of them, each themselves, insured by the applicant, up to last month, each role filled."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case, Person
from pipeline.model.document import Document, Field, Row
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Unknown, values
from pipeline.rules.cards import card_faults, card_of
from pipeline.rules.insurance import (
    States,
    counted,
    month_number,
    month_of,
    month_text,
    paid_by,
    papers_of,
    rows_of,
)
from pipeline.rules.papers import client_place, no_fact, no_paper, unread
from pipeline.rules.registry import rule
from pipeline.text.agreement import Agreement
from pipeline.text.codes import compare_numbers
from pipeline.text.names import compare_companies, compare_people, is_branch, parent_of_branch, same_company
from pipeline.text.normal import squeeze


def insurance_papers(case: Case) -> tuple[Document, ...]:
    """The social-insurance papers that count."""
    return case.of_kind("social_insurance")


@rule("SI-01")
def enough_people(case: Case, *, staff_min_count: int) -> Iterator[Judgement]:
    """At least the required number of people have a valid identity card and social insurance."""
    complete = [each for each in counted(case) if each.cards]
    numbers = {each.number or each.name for each in complete}
    if len(numbers) >= staff_min_count:
        return
    place = next((paper.place() for paper in insurance_papers(case)), client_place("/people"))
    yield Breach(values=values(count=len(numbers), least=staff_min_count), evidence=(place,))


@rule("SI-02")
def people_are_distinct(case: Case) -> Iterator[Judgement]:
    """The people are distinct by identity number, not only by name."""
    people = counted(case)
    if not people:
        yield no_paper("social_insurance")
    seen: dict[str, Person] = {}
    for person in people:
        if person.number is None:
            place = case.documents[person.insurance[0]].place("number")
            yield Unknown(reason="no_number", values=values(name=person.name), evidence=(place,))
        elif squeeze(person.number) in seen:
            named = values(name=person.name, other=seen[squeeze(person.number)].name, number=person.number)
            yield Breach(values=named, evidence=(case.documents[person.insurance[0]].place(),))
        else:
            seen[squeeze(person.number)] = person


@rule("SI-03")
def insurance_and_card_name_one_person(case: Case) -> Iterator[Judgement]:
    """Name and number on the insurance are those of the identity card; masked numbers by their visible digits."""
    if not insurance_papers(case):
        yield no_paper("social_insurance")
    cards = [each for each in case.of_kind("id_card") if each.field("number") is not None]
    for paper in insurance_papers(case):
        for row in paper.rows("people"):
            yield from _against_cards(row, cards)


def _against_cards(row: Row, cards: list[Document]) -> Iterator[Judgement]:
    name, number = row.field("name"), row.field("number")
    if name is None or number is None:
        return
    for card in cards:
        card_name, card_number = card.field("name"), card.field("number")
        if card_name is None or card_number is None:
            continue
        same_name = compare_people(name.text, card_name.text)
        same_number = compare_numbers(number.text, card_number.text)
        named = values(name=name.text, number=number.text, card_name=card_name.text, card_number=card_number.text)
        evidence = (name.evidence, number.evidence, card_name.evidence, card_number.evidence)
        if (same_name, same_number) in (
            (Agreement.SAME, Agreement.DIFFERENT),
            (Agreement.DIFFERENT, Agreement.SAME),
        ) and not _named_elsewhere(name, number, cards):
            yield Breach(values=named, evidence=evidence)


def _named_elsewhere(name: Field, number: Field, cards: list[Document]) -> bool:
    """Whether another card fits both name and number: people may share a name."""
    return any(
        (card_name := card.field("name")) is not None
        and (card_number := card.field("number")) is not None
        and compare_people(name.text, card_name.text) is Agreement.SAME
        and compare_numbers(number.text, card_number.text) is not Agreement.DIFFERENT
        for card in cards
    )


@rule("SI-04")
def payer_is_the_applicant(case: Case) -> Iterator[Judgement]:
    """Social insurance of every counted person is paid by the applicant itself."""
    company, code = case.fact("company.name"), case.fact("company.code")
    if not insurance_papers(case) or company is None:
        yield no_fact("company.name") if company is None else no_paper("social_insurance")
        return
    for paper in insurance_papers(case):
        payer, payer_code = paper.field("payer"), paper.field("payer_code")
        if payer_code is not None and code is not None and squeeze(payer_code.text) == squeeze(code.text):
            continue
        if payer is None:
            yield unread(paper, "payer")
            continue
        yield from _payer(case, payer, company.text)


def _payer(case: Case, payer: Field, company: str) -> Iterator[Judgement]:
    named = values(payer=payer.text, company=company)
    match compare_companies(payer.text, company):
        case Agreement.DIFFERENT:
            if _is_own_branch(payer.text, company):
                if not any(_licence_of(each, payer.text) for each in case.of_kind("business_licence")):
                    yield Breach(values=named, evidence=(payer.evidence,), part="branch")
            else:
                yield Breach(values=named, evidence=(payer.evidence,))
        case Agreement.UNSURE:
            compared = values(left=payer.text, right=company)
            yield Unknown(reason="cannot_compare", values=compared, evidence=(payer.evidence,))


def _is_own_branch(payer: str, company: str) -> bool:
    parent = parent_of_branch(payer) if is_branch(payer) else None
    return parent is not None and same_company(parent, company)


def _licence_of(paper: Document, name: str) -> bool:
    printed = paper.field("name")
    return printed is not None and same_company(printed.text, name)


def _foreign_payers(case: Case) -> Iterator[Field | Judgement]:
    """The payers that are not the applicant; what is missing where none can be told."""
    company = case.fact("company.name")
    papers = insurance_papers(case)
    if not papers or company is None:
        yield no_fact("company.name") if company is None else no_paper("social_insurance")
        return
    payers = [payer for paper in papers if (payer := paper.field("payer")) is not None]
    for paper in papers:
        if paper.field("payer") is None:
            yield unread(paper, "payer")
    others = [each for each in payers if not same_company(each.text, company.text)]
    if payers and not others:
        yield NotApplicable(reason="own_payer")
    yield from others


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


class _Months:
    """What one person's papers say of the months that count."""

    def __init__(self, case: Case, person: Person, company: str, states: States) -> None:
        own = [(row, paper) for paper in papers_of(case, person) for row in rows_of(paper, person)]
        self.rows = [row for row, paper in own if paid_by(row, paper, company)]
        self.foreign = bool(own) and not self.rows
        self.numbers = {
            number for row in self.rows if states.of(row) == "paid" and (number := month_number(row.field("month")))
        }
        self.latest = max(self.numbers, default=None)

    def row_of(self, number: int) -> Row | None:
        """A row of the month."""
        return next((row for row in self.rows if month_number(row.field("month")) == number), None)

    def newest(self) -> Row | None:
        """The row of the newest month, paid or not."""
        dated = [row for row in self.rows if month_number(row.field("month")) is not None]
        return max(dated, key=lambda row: month_number(row.field("month")) or 0, default=None)


@rule("SI-08")
def months_reach_far_enough(
    case: Case,
    *,
    si_grace_months: int,
    si_months_required: int,
    si_paid_states: tuple[str, ...],
    si_unpaid_states: tuple[str, ...],
    si_pending_states: tuple[str, ...],
) -> Iterator[Judgement]:
    """The latest paid month is recent enough, and the required months that end there are all paid by the applicant."""
    states = States(si_paid_states, si_unpaid_states, si_pending_states)
    wanted = month_of(case.as_of) - 1
    least = wanted - si_grace_months
    for person, months in _months_of_people(case, states):
        if not isinstance(months, _Months):
            yield months
            continue
        named = values(name=person.name, wanted=month_text(least), months=si_months_required)
        place = _month_place(case, person, months)
        if months.latest is None:
            yield Breach(values=(*named, ("latest", "—")), evidence=place, part="none")
            continue
        named = (*named, ("latest", month_text(months.latest)))
        if months.latest < least:
            yield Breach(values=named, evidence=place)
        elif not {months.latest - back for back in range(si_months_required)} <= months.numbers:
            yield Breach(values=named, evidence=place, part="gap")
        elif months.latest < wanted:
            yield Note(reason="by_grace", values=named, evidence=place)


def _months_of_people(case: Case, states: States) -> Iterator[tuple[Person, _Months | Judgement]]:
    company = case.fact("company.name")
    people = counted(case)
    if not people or company is None:
        nobody = Person(name="")
        yield nobody, no_fact("company.name") if company is None else no_paper("social_insurance")
        return
    for person in people:
        months = _Months(case, person, company.text, states)
        if months.foreign:
            yield person, NotApplicable(reason="foreign_payer")
        elif not months.rows:
            yield person, unread(case.documents[person.insurance[0]], "months")
        else:
            yield person, months


def _month_place(case: Case, person: Person, months: _Months) -> tuple:  # type: ignore[type-arg]
    row = months.row_of(months.latest) if months.latest is not None else months.newest()
    field = row.field("month") if row is not None else None
    return (field.evidence if field is not None else case.documents[person.insurance[0]].place("months"),)


@rule("SI-09")
def rows_reach_what_the_header_claims(
    case: Case,
    *,
    si_grace_months: int,
    si_paid_states: tuple[str, ...],
    si_unpaid_states: tuple[str, ...],
    si_pending_states: tuple[str, ...],
) -> Iterator[Judgement]:
    """The detail rows, not only the period in the header, reach the month that counts."""
    states = States(si_paid_states, si_unpaid_states, si_pending_states)
    least = month_of(case.as_of) - 1 - si_grace_months
    for person, months in _months_of_people(case, states):
        if not isinstance(months, _Months):
            yield months
            continue
        for paper in papers_of(case, person):
            claim = paper.field("claimed_through")
            claimed = month_number(claim)
            if claim is not None and claimed is not None and claimed >= least > (months.latest or 0):
                latest = month_text(months.latest) if months.latest is not None else "—"
                named = values(name=person.name, claimed=claim.text, latest=latest)
                yield Breach(values=named, evidence=(claim.evidence,))


@rule("SI-10")
def latest_month_is_paid(
    case: Case,
    *,
    si_grace_months: int,
    si_paid_states: tuple[str, ...],
    si_unpaid_states: tuple[str, ...],
    si_pending_states: tuple[str, ...],
) -> Iterator[Judgement]:
    """The state of the latest month is paid; a month not yet booked may wait while an earlier one is recent enough."""
    states = States(si_paid_states, si_unpaid_states, si_pending_states)
    least = month_of(case.as_of) - 1 - si_grace_months
    for person, months in _months_of_people(case, states):
        if not isinstance(months, _Months):
            yield months
            continue
        row = months.newest()
        state = row.field("state") if row is not None else None
        if row is None or state is None:
            continue
        kind = states.of(row)
        named = values(name=person.name, state=state.text)
        waits = kind == "pending" and months.latest is not None and months.latest >= least
        if kind == "unpaid" or (kind == "pending" and not waits):
            yield Breach(values=named, evidence=(state.evidence,))
        elif waits:
            yield Note(reason="pending", values=named, evidence=(state.evidence,))
        elif kind == "unknown":
            yield Unknown(reason="unknown_state", values=named, evidence=(state.evidence,))


@rule("SI-18")
def required_roles_are_filled(case: Case, *, staff_required_roles: tuple[str, ...]) -> Iterator[Judgement]:
    """Each required role is filled by a counted person."""
    for role in staff_required_roles:
        if any(role in person.roles and person.cards for person in counted(case)):
            continue
        named = next((person.name for person in case.people if role in person.roles), None)
        part = "" if named is None else "not_counted"
        yield Breach(values=values(role=role, name=named or ""), evidence=(client_place("/people"),), part=part)


@rule("SI-21")
def cards_of_staff_are_valid(case: Case) -> Iterator[Judgement]:
    """The identity cards of counted people pass what is asked of a card, each fault keeping its own weight."""
    people = counted(case)
    if not people:
        yield no_paper("social_insurance")
    for person in people:
        card = card_of(case, person.name, person.number)
        if card is not None:
            yield from card_faults(card, case, name=person.name)


@rule("QU-01")
def technical_people_are_qualified(
    case: Case, *, qualification_degree_sorts: tuple[str, ...], staff_required_roles: tuple[str, ...]
) -> Iterator[Judgement]:
    """Each counted person has a degree, title or certificate, and a CV; the leads' lack blocks."""
    people = counted(case)
    if not people:
        yield no_paper("social_insurance")
    for person in people:
        sorts = {sort.text for index in person.qualifications if (sort := case.documents[index].field("sort"))}
        leads = bool(set(person.roles) & set(staff_required_roles))
        named = values(name=person.name)
        if not sorts & set(qualification_degree_sorts):
            unsorted = [case.documents[index] for index in person.qualifications]
            doubtful = next((each for each in unsorted if each.field("sort") is None), None)
            if doubtful is not None:
                yield unread(doubtful, "sort", "" if leads else "other")
            else:
                yield Breach(values=named, evidence=_card_place(case, person), part="" if leads else "other")
        if "简历" not in sorts:
            yield Breach(values=named, evidence=_card_place(case, person), part="no_cv")


def _card_place(case: Case, person: Person) -> tuple:  # type: ignore[type-arg]
    index = next(iter((*person.cards, *person.insurance)), None)
    return (case.documents[index].place(),) if index is not None else (client_place("/people"),)


@rule("QU-02")
def certificates_name_their_person(case: Case) -> Iterator[Judgement]:
    """The name on each certificate is that of one of the people."""
    papers = case.of_kind("qualification")
    if not papers:
        yield no_paper("qualification")
    names = [person.name for person in case.people if person.staff]
    for paper in papers:
        holder = paper.field("holder")
        if holder is None:
            yield unread(paper, "holder")
            continue
        answers = [compare_people(holder.text, name) for name in names]
        named = values(holder=holder.text, people="、".join(names))
        if Agreement.SAME in answers:
            continue
        if Agreement.UNSURE in answers:
            compared = values(left=holder.text, right="、".join(names))
            yield Unknown(reason="cannot_compare", values=compared, evidence=(holder.evidence,))
        else:
            yield Breach(values=named, evidence=(holder.evidence,))
