"""The legal representative: one name on every paper, and an identity card that holds."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.facts import Fact
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules import cards
from pipeline.rules.cards import Card, legal_representative_card
from pipeline.rules.papers import licence, no_paper, one, unread
from pipeline.rules.registry import rule
from pipeline.rules.witnesses import authority, contradictions, unstated
from pipeline.text.agreement import Agreement
from pipeline.text.days import years_between
from pipeline.text.names import compare_people


@rule("LR-01")
def name_is_the_same_everywhere(case: Case) -> Iterator[Judgement]:
    """The legal representative has one name on the licence, the identity card, the commitment and the form."""
    paper, card = licence(case), legal_representative_card(case)
    if paper is None:
        yield no_paper("business_licence")
        return
    name = paper.field("legal_representative")
    if name is None:
        yield unread(paper, "legal_representative")
        return
    if card is None:
        yield no_paper("id_card")
    else:
        yield from _compared(name, card.field("name"), card.papers[0], "name")
    for kind, material in (("commitment", "11"), ("application_form", "12")):
        witness = one(case, kind, material)
        if witness is None:
            yield no_paper(kind)
        else:
            yield from _compared(name, witness.field("legal_representative"), witness, "legal_representative")


def _compared(name: Field, seen: Field | None, paper: Document, field: str) -> Iterator[Judgement]:
    if seen is None:
        # A signature that no reader can read is looked at by a person anyway; it holds nobody up.
        gap = unread(paper, field)
        yield gap if paper.kind == "id_card" else gap.model_copy(update={"severity": "warning"})
        return
    answer = compare_people(name.text, seen.text)
    named = values(left=name.text, right=seen.text, paper=paper.kind)
    evidence = (seen.evidence, name.evidence)
    if answer is Agreement.DIFFERENT:
        yield Breach(values=named, evidence=evidence)
    elif answer is Agreement.UNSURE:
        yield Unknown(reason="cannot_compare", values=named, evidence=evidence)


def _resident(case: Case) -> tuple[Card | None, Judgement | None]:
    """The card where it is a resident's, else what to say instead."""
    card = legal_representative_card(case)
    if card is None:
        return None, no_paper("id_card")
    if not card.has_resident_number:
        return None, NotApplicable(reason="other_identity_paper")
    return card, None


@rule("LR-02")
def number_is_valid(case: Case) -> Iterator[Judgement]:
    """The identity number has 18 characters, a real birth date and a right check digit."""
    card, instead = _resident(case)
    if card is not None:
        yield from cards.number_faults(card)
    elif instead is not None:
        yield instead


@rule("LR-03")
def birth_and_sex_agree(case: Case) -> Iterator[Judgement]:
    """The printed birth date and sex agree with the identity number."""
    card, instead = _resident(case)
    if card is not None:
        yield from cards.birth_faults(card)
    elif instead is not None:
        yield instead


@rule("LR-04")
def both_sides_are_there(case: Case) -> Iterator[Judgement]:
    """Both sides of the identity card are there."""
    card = legal_representative_card(case)
    if card is None:
        yield Breach(values=values(side="正反两面"), part="absent")
    elif card.sort not in cards.EIGHTEEN_DIGITS:
        yield NotApplicable(reason="other_identity_paper")
    elif not card.sides:
        yield card.unread("number")
    else:
        yield from cards.side_faults(card)


@rule("LR-05")
def card_is_valid(case: Case) -> Iterator[Judgement]:
    """The identity card is valid on the filing day."""
    card = legal_representative_card(case)
    if card is None or card.field("valid_to") is None:
        yield no_paper("id_card") if card is None else card.unread("valid_to", "expired")
    else:
        yield from cards.expiry_faults(card, case.as_of)


@rule("LR-06")
def card_outlasts_the_decision(case: Case) -> Iterator[Judgement]:
    """The identity card is valid through the expected decision day."""
    card = legal_representative_card(case)
    if card is None or card.field("valid_to") is None:
        yield no_paper("id_card") if card is None else card.unread("valid_to", "expires")
    else:
        yield from cards.decision_faults(card, case.as_of, cards.decision_of(case))


@rule("LR-07")
def validity_fits_the_age(case: Case, *, id_card_validity_by_age: tuple[str, ...]) -> Iterator[Judgement]:
    """The card's validity is as long as the law gives to the holder's age at issue."""
    card, instead = _resident(case)
    if card is None:
        if instead is not None:
            yield instead
        return
    if card.sort != cards.RESIDENT:
        yield NotApplicable(reason="other_identity_paper")
        return
    yield from cards.validity_faults(card, cards.validity_table(id_card_validity_by_age))


@rule("LR-08")
def holder_is_of_the_mainland(case: Case, *, foreign_route: str) -> Iterator[Judgement]:
    """The legal representative's card is a mainland resident's, unless a foreign route was chosen."""
    card = legal_representative_card(case)
    if foreign_route != "domestic":
        yield NotApplicable(reason="foreign_route")
    elif card is None:
        yield no_paper("id_card")
    elif card.field("sort") is None and card.field("number") is None:
        yield card.unread("sort")
    elif cards.from_outside(card):
        number = card.field("number")
        evidence = (card.papers[0].place("sort"),) if number is None else (number.evidence,)
        yield Breach(values=values(sort=card.sort), evidence=evidence)


@rule("LR-09")
def age_is_plausible(case: Case, *, legal_representative_ages: tuple[str, ...]) -> Iterator[Judgement]:
    """The legal representative's age lies within the usual bounds."""
    card = legal_representative_card(case)
    if card is None:
        yield no_paper("id_card")
        return
    born = cards.born_on(card)
    if born is None:
        yield card.unread("birth")
        return
    youngest, oldest = map(int, legal_representative_ages)
    age = years_between(born, case.as_of)
    if not youngest <= age <= oldest:
        place = card.field("birth") or card.field("number")
        named = values(age=age, youngest=youngest, oldest=oldest)
        yield Breach(values=named, evidence=() if place is None else (place.evidence,))


@rule("LR-10")
def articles_name_the_same_person(case: Case) -> Iterator[Judgement]:
    """The legal representative whom the articles name is the registered one."""
    name = authority(case, "company.legal_representative", "legal_representative")
    if not isinstance(name, Fact):
        yield name
        return
    yield from contradictions(case, name, ("articles",))
    yield from unstated(case, [("articles", "03", "legal_representative")])
