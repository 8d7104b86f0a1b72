"""The people: enough of them, each themselves, each role filled, with cards that are valid."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document, Field, Row
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, Unknown, values
from pipeline.rules.cards import card_faults, card_of, shown
from pipeline.rules.insurance import cell_unread, counted, insurance_papers
from pipeline.rules.papers import client_place, no_paper, unread
from pipeline.rules.registry import rule
from pipeline.text.agreement import Agreement
from pipeline.text.codes import compare_numbers
from pipeline.text.names import compare_people


@rule("SI-01")
def enough_people(case: Case, *, staff_min_count: int) -> Iterator[Judgement]:
    """At least the required number of people have a valid identity card and social insurance."""
    complete = {each.number or each.name for each in counted(case) if each.cards}
    if len(complete) >= staff_min_count:
        return
    doubtful = list(_names_nobody(case))
    if len(complete) + len(doubtful) >= staff_min_count:
        yield from doubtful
        return
    place = tuple(paper.place() for paper in insurance_papers(case)[:1])
    yield Breach(values=values(count=len(complete), least=staff_min_count), evidence=place)


def _names_nobody(case: Case) -> Iterator[Unknown]:
    """The cards and insurance papers that may belong to one more person but could not be read."""
    joined = {index for person in case.people for index in (*person.cards, *person.insurance)}
    for index, paper in enumerate(case.documents):
        if index in joined or paper.status != "current":
            continue
        if paper.kind == "id_card" and shown(paper) != {"back"}:
            yield unread(paper, "name")
        elif paper.kind == "social_insurance":
            yield unread(paper, "people")


@rule("SI-02")
def people_are_distinct(case: Case) -> Iterator[Judgement]:
    """The people are distinct by identity number, not only by name."""
    people = counted(case)
    if not people:
        yield no_paper("social_insurance")
    for person in people:
        if person.number is None:
            place = case.documents[person.insurance[0]].place("number")
            yield Unknown(reason="no_number", values=values(name=person.name), evidence=(place,))
    yield from _entered_twice(case)
    for mentions in (_on_cards(case), _on_insurance(case)):
        yield from _two_names_for_one_number(mentions)


def _entered_twice(case: Case) -> Iterator[Judgement]:
    """Entries of client.yaml that turned out to be somebody whom another entry names already."""
    first = {person.entry for person in case.people}
    for index, entry in enumerate(case.client.people):
        if index not in first:
            place = client_place(f"/people/{index}", entry.name)
            yield Breach(values=values(name=entry.name), evidence=(place,), part="entry")


Mention = tuple[Field, Field]
"""The name and the number that stand together on one paper."""


def _on_cards(case: Case) -> list[Mention]:
    found = [(each.field("name"), each.field("number")) for each in case.of_kind("id_card")]
    return [(name, number) for name, number in found if name is not None and number is not None]


def _on_insurance(case: Case) -> list[Mention]:
    rows = [row for paper in insurance_papers(case) for row in paper.rows("people")]
    found = [(row.field("name"), row.field("number")) for row in rows]
    return [(name, number) for name, number in found if name is not None and number is not None]


def _two_names_for_one_number(mentions: list[Mention]) -> Iterator[Judgement]:
    for place, (name, number) in enumerate(mentions):
        for other, other_number in mentions[:place]:
            same = compare_numbers(number.text, other_number.text) is Agreement.SAME
            if same and compare_people(name.text, other.text) is Agreement.DIFFERENT:
                named = values(name=name.text, other=other.text, number=number.text)
                yield Breach(values=named, evidence=(number.evidence, other_number.evidence))


@rule("SI-03")
def insurance_and_card_name_one_person(case: Case) -> Iterator[Judgement]:
    """Name and number on the insurance are those of the identity card; masked numbers by their visible digits."""
    if not insurance_papers(case):
        yield no_paper("social_insurance")
    cards = _on_cards(case)
    for paper in insurance_papers(case):
        if not paper.rows("people"):
            yield unread(paper, "people")
        for index, row in enumerate(paper.rows("people")):
            yield from _against_cards(paper, index, row, cards)
    yield from _unread_cards(case)


def _against_cards(paper: Document, index: int, row: Row, cards: list[Mention]) -> Iterator[Judgement]:
    name, number = row.field("name"), row.field("number")
    if name is None or number is None:
        yield cell_unread(paper, "people", index, "name" if name is None else "number")
        return
    answers = [
        (compare_people(name.text, card_name.text), compare_numbers(number.text, card_number.text))
        for card_name, card_number in cards
    ]
    if any(is_name is Agreement.SAME and is_number is not Agreement.DIFFERENT for is_name, is_number in answers):
        return
    for (is_name, is_number), (card_name, card_number) in zip(answers, cards, strict=True):
        named = values(name=name.text, number=number.text, card_name=card_name.text, card_number=card_number.text)
        evidence = (name.evidence, number.evidence, card_name.evidence, card_number.evidence)
        if is_name is Agreement.SAME or (is_name, is_number) == (Agreement.DIFFERENT, Agreement.SAME):
            yield Breach(values=named, evidence=evidence, part="number" if is_name is Agreement.SAME else "name")
        elif is_name is Agreement.UNSURE and is_number is not Agreement.DIFFERENT:
            compared = values(left=name.text, right=card_name.text)
            yield Unknown(reason="cannot_compare", values=compared, evidence=evidence)


def _unread_cards(case: Case) -> Iterator[Judgement]:
    """The cards of insured people whose name or number was not read."""
    for person in counted(case):
        fronts = [case.documents[index] for index in person.cards if shown(case.documents[index]) != {"back"}]
        for front in fronts:
            yield from (unread(front, name) for name in ("name", "number") if front.field(name) is None)


@rule("SI-18")
def required_roles_are_filled(case: Case, *, staff_required_roles: tuple[str, ...]) -> Iterator[Judgement]:
    """Each required role is filled by a counted person."""
    for role in staff_required_roles:
        if any(role in person.roles and person.cards for person in counted(case)):
            continue
        named = case.in_role(role)
        if named is None:
            yield Breach(values=values(role=role), evidence=(client_place("/people"),))
        else:
            evidence = (_entry_place(named.entry),) if insurance_papers(case) else ()
            yield Breach(values=values(role=role, name=named.name), evidence=evidence, part="not_counted")


def _entry_place(entry: int | None) -> Evidence:
    return client_place("/people" if entry is None else f"/people/{entry}/roles")


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
