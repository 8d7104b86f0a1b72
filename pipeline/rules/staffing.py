"""Who is put forward: of working age, each lead a person of its own who can be reached at any hour."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case, Person
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, NotApplicable, values
from pipeline.rules.cards import born_on, card_of
from pipeline.rules.insurance import counted
from pipeline.rules.papers import client_place, no_paper
from pipeline.rules.registry import rule
from pipeline.text.codes import sex_of
from pipeline.text.days import Delay, Month, retirement_day
from pipeline.text.names import same_person

SECURITY_LEAD, TECHNICAL_LEAD = "信息安全负责人", "技术负责人"


@rule("SI-16")
def people_are_of_working_age(
    case: Case, *, si_retirement_ages: tuple[str, ...], si_retirement_delay: tuple[str, ...]
) -> Iterator[Judgement]:
    """No counted person has reached the age of retirement."""
    people = counted(case)
    if not people:
        yield no_paper("social_insurance")
    ages = {sex: int(age) for sex, age in _stated(si_retirement_ages)}
    delay = _delay(dict(_stated(si_retirement_delay)))
    for person in people:
        card = card_of(case, person.name, person.number)
        if card is None:
            continue  # SI-01 asks for the card
        born, number, printed = born_on(card), card.field("number"), card.field("sex")
        sex = printed.text if printed is not None else (sex_of(number.text) if number is not None else None)
        if born is None or sex not in ages:
            yield card.unread("birth" if born is None else "sex")
        elif (retired := retirement_day(born, ages[sex], delay)) <= case.as_of:
            place = card.field("birth") or card.field("number")
            named = values(name=person.name, birth=born, retired=retired)
            yield Breach(values=named, evidence=() if place is None else (place.evidence,))


def _stated(setting: tuple[str, ...]) -> list[tuple[str, str]]:
    """`女=55` as name and value."""
    return [(name, value) for name, _, value in (each.partition("=") for each in setting)]


def _delay(stated: dict[str, str]) -> Delay | None:
    """The setting `since`, `every`, `most`; None for an empty one."""
    if not stated:
        return None
    year, month = stated["since"].split("-")
    return Delay(Month(int(year), int(month)), int(stated["every"]), int(stated["most"]))


@rule("SI-17")
def legal_representative_is_not_needed(
    case: Case, *, staff_min_count: int, staff_allow_legal_representative: bool
) -> Iterator[Judgement]:
    """The required number of people is reached without the legal representative."""
    if staff_allow_legal_representative:
        yield NotApplicable(reason="allowed")
        return
    people, head = counted(case), case.fact("company.legal_representative")
    if not people or head is None:
        yield no_paper("social_insurance" if not people else "business_licence")
        return
    heads = [each for each in people if same_person(each.name, head.text)]
    others = len(people) - len(heads)
    if heads and others < staff_min_count <= len(people):
        named = values(name=heads[0].name, others=others, least=staff_min_count)
        yield Breach(values=named, evidence=_place(case, heads[0]))


def _place(case: Case, person: Person) -> tuple[Evidence, ...]:
    return tuple(case.documents[index].place("name") for index in person.insurance[:1])


@rule("SI-19")
def leads_are_two_people(case: Case, *, staff_separate_leads: bool) -> Iterator[Judgement]:
    """The technical lead and the security lead are two people."""
    if not staff_separate_leads:
        yield NotApplicable(reason="allowed")
        return
    technical, security = case.in_role(TECHNICAL_LEAD), case.in_role(SECURITY_LEAD)
    if technical is None or security is None:
        yield NotApplicable(reason="no_lead")  # SI-18 asks for the lead
    elif technical == security:
        place = client_place(f"/people/{technical.entry}/roles" if technical.entry is not None else "/people")
        yield Breach(values=values(name=technical.name), evidence=(place,))


@rule("SI-20")
def security_lead_can_be_reached(case: Case) -> Iterator[Judgement]:
    """The security lead has a telephone for every hour and a mail address."""
    lead = case.in_role(SECURITY_LEAD)
    if lead is None or lead.entry is None:
        yield NotApplicable(reason="no_lead")
        return
    entry = case.client.people[lead.entry]
    for field, given in (("phone", entry.phone), ("email", entry.email)):
        if not given:
            place = client_place(f"/people/{lead.entry}", lead.name)
            yield Breach(values=values(name=lead.name, field=field), evidence=(place,))
