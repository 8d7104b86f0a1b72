"""A person's identity card as rules see it: front and back in one paper or two, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, Unknown, values
from pipeline.model.values import Day, OpenEnd
from pipeline.rules.papers import day_of, ends_before, unread
from pipeline.text.codes import birth_of, is_hk_mo_tw_region, resident_id_fault, sex_of
from pipeline.text.days import add_months, years_between
from pipeline.text.masks import is_masked
from pipeline.text.names import same_person
from pipeline.text.normal import squeeze

RESIDENT = "居民身份证"
OPEN = "长期"
EIGHTEEN_DIGITS = (RESIDENT, "港澳台居民居住证")
"""Sorts of cards whose numbers are built as GB 11643 says."""
FRONT = ("name", "number", "sex", "ethnicity", "birth", "address")
SIDES = ("front", "back")


class Card(NamedTuple):
    """The papers that show one person's card."""

    papers: tuple[Document, ...]

    def field(self, name: str) -> Field | None:
        """A field from whichever side was read."""
        return next((found for each in self.papers if (found := each.field(name)) is not None), None)

    def unread(self, name: str, part: str = "") -> Unknown:
        """A field that was not read, to be looked for on the side that prints it."""
        wanted = "front" if name in FRONT else "back"
        side = next((each for each in self.papers if wanted in shown(each)), self.papers[0])
        return unread(side, name, part)

    @property
    def sides(self) -> frozenset[str]:
        """The sides that are there."""
        return frozenset(side for each in self.papers for side in shown(each))

    @property
    def sort(self) -> str:
        """What sort of identity paper it is, the resident's card where nothing says otherwise."""
        found = self.field("sort")
        return RESIDENT if found is None else found.text

    @property
    def has_resident_number(self) -> bool:
        """Whether its number is built as GB 11643 says."""
        return self.sort in EIGHTEEN_DIGITS


def shown(paper: Document) -> frozenset[str]:
    """The sides on one paper: as recognised, else as the fields that were read tell."""
    if paper.sides:
        return frozenset(paper.sides)
    front = any(paper.field(name) is not None for name in ("name", "number"))
    back = any(paper.field(name) is not None for name in ("valid_to", "valid_from"))
    return frozenset(side for side, there in zip(SIDES, (front, back), strict=True) if there)


def card_of(case: Case, name: str, number: str | None = None) -> Card | None:
    """The card of a person of the case, by number where one is known, else by name."""
    for person in case.people:
        numbers_agree = not number or not person.number or _same_number(person.number, number)
        if person.cards and same_person(person.name, name) and numbers_agree:
            return Card(tuple(case.documents[index] for index in person.cards))
    return None


def legal_representative_card(case: Case) -> Card | None:
    """The card filed as material 02 with its other side wherever it lies; else that of the person so named."""
    filed = [each for each in case.in_material("02") if each.kind == "id_card"]
    joined = [
        Card(tuple(case.documents[index] for index in person.cards))
        for person in case.people
        if any(case.documents[index] in filed for index in person.cards)
    ]
    name = case.fact("company.legal_representative")
    named = None if name is None else card_of(case, name.text)
    if named is not None:
        return named
    if joined:
        return joined[0]
    return Card(tuple(filed)) if filed else None


def _same_number(left: str, right: str) -> bool:
    one, other = squeeze(left).upper(), squeeze(right).upper()
    return one == other or is_masked(one) or is_masked(other)


def number_faults(card: Card, **named: object) -> Iterator[Judgement]:
    """LR-02: the number has 18 characters, a real birth date and a right check digit."""
    number = card.field("number")
    if number is None:
        yield card.unread("number", "number")
    elif (fault := resident_id_fault(number.text)) is not None:
        yield Breach(
            values=values(**named, number=number.text, fault=fault), evidence=(number.evidence,), part="number"
        )


def birth_faults(card: Card, **named: object) -> Iterator[Judgement]:
    """LR-03: the printed birth date and sex agree with the number; what is not printed is not judged."""
    number, birth, sex = card.field("number"), card.field("birth"), card.field("sex")
    if number is None or (birth is None and sex is None):
        yield card.unread("number" if number is None else "birth", "birth")
        return
    if resident_id_fault(number.text) is not None:
        return
    printed_day = day_of(birth)
    if birth is not None and printed_day is not None and printed_day != birth_of(number.text):
        yield _contradiction(number, birth, "birth", named)
    if sex is not None and sex.text in ("男", "女") and sex.text != sex_of(number.text):
        yield _contradiction(number, sex, "sex", named)


def _contradiction(number: Field, printed: Field, name: str, named: dict[str, object]) -> Breach:
    seen = values(**named, number=number.text, printed=printed.text, field=name)
    return Breach(values=seen, evidence=(number.evidence, printed.evidence), part="birth")


def side_faults(card: Card, **named: object) -> Iterator[Judgement]:
    """LR-04: both sides are there."""
    if card.sort not in EIGHTEEN_DIGITS:
        return
    for side in ("front", "back"):
        if side not in card.sides:
            place = card.papers[0].place()
            yield Breach(values=values(**named, side=side), evidence=(place,), part="side")


def expiry_faults(card: Card, as_of: date, **named: object) -> Iterator[Judgement]:
    """LR-05: the card is valid on the filing day."""
    end = card.field("valid_to")
    if end is None:
        if "back" in card.sides or card.sort != RESIDENT:
            yield card.unread("valid_to", "expired")
    elif ends_before(end, as_of):
        yield Breach(values=values(**named, valid_to=end.text), evidence=(end.evidence,), part="expired")


def decision_faults(card: Card, as_of: date, decision: date | None, **named: object) -> Iterator[Judgement]:
    """LR-06: the card is valid through the expected decision day; one that has already ended is LR-05's."""
    end = card.field("valid_to")
    if end is None:
        if "back" in card.sides or card.sort != RESIDENT:
            yield card.unread("valid_to", "expires")
    elif not isinstance(end.value, Day) or ends_before(end, as_of):
        return
    elif decision is None:
        yield Unknown(reason="no_timeline", part="expires")
    elif ends_before(end, decision):
        seen = values(**named, valid_to=end.text, decision=decision)
        yield Breach(values=seen, evidence=(end.evidence,), part="expires")


def validity_table(told: tuple[str, ...]) -> tuple[tuple[int, int | None], ...]:
    """From which age at issue a card is valid for how many years (None: 长期), oldest first: `26=20` … `46=长期`."""
    pairs = (each.partition("=") for each in told)
    return tuple(
        sorted(((int(age), int(years) if years.isdigit() else None) for age, _, years in pairs), reverse=True)
    )


def validity_faults(card: Card, table: tuple[tuple[int, int | None], ...]) -> Iterator[Judgement]:
    """LR-07: the card is valid as long as the law gives to the holder's age at issue."""
    start, end, born = card.field("valid_from"), card.field("valid_to"), born_on(card)
    issued = day_of(start)
    if start is None or issued is None:
        yield card.unread("valid_from")
    elif end is None:
        yield card.unread("valid_to")
    elif born is None:
        yield card.unread("birth")
    else:
        age = years_between(born, issued)
        years = next((years for least, years in table if age >= least), None)
        if not _lasts(end, issued, years):
            lawful = OPEN if years is None else f"{years}年"
            named = values(age=age, valid_from=start.text, valid_to=end.text, lawful=lawful)
            yield Breach(values=named, evidence=(start.evidence, end.evidence))


def _lasts(end: Field, issued: date, years: int | None) -> bool:
    last = day_of(end)
    if years is None or last is None:
        return years is None and isinstance(end.value, OpenEnd)
    return abs((last - add_months(issued, 12 * years)).days) <= 1


def born_on(card: Card) -> date | None:
    """The printed birthday, else the one in a valid number."""
    number = card.field("number")
    return day_of(card.field("birth")) or (birth_of(number.text) if number is not None else None)


def card_faults(card: Card, case: Case, **named: object) -> Iterator[Judgement]:
    """Everything that LR-02 … LR-06 ask of a card, for shareholders and staff."""
    if card.has_resident_number:
        yield from number_faults(card, **named)
        yield from birth_faults(card, **named)
    yield from side_faults(card, **named)
    yield from expiry_faults(card, case.as_of, **named)
    yield from decision_faults(card, case.as_of, decision_of(case), **named)


def decision_of(case: Case) -> date | None:
    """The expected decision day."""
    return None if case.timeline is None else case.timeline.decide_by


def from_outside(card: Card) -> bool:
    """Whether the card is not a mainland resident's."""
    number = card.field("number")
    return card.sort != RESIDENT or (number is not None and is_hk_mo_tw_region(number.text))
