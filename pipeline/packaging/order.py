"""The order of papers inside a material (spec §8): by holder, by person, by room; then by kind, then by path."""

from __future__ import annotations

from typing import get_args

from pipeline.model.case import Case
from pipeline.model.client import Role
from pipeline.model.document import Document
from pipeline.model.equity import Holder
from pipeline.profile.records import Material

ROLE_ORDER: tuple[str, ...] = get_args(Role)
QUALIFICATION_ORDER = ("学历", "职称", "资格", "简历")
LAST = 10_000


def documents_in_order(case: Case, material: Material) -> tuple[Document, ...]:
    """The papers of one material that count, in upload order."""
    keyed = [(_key(case, material, index), index) for index in _in_material(case, material.number)]
    return tuple(case.documents[index] for _, index in sorted(keyed))


def _in_material(case: Case, number: str) -> tuple[int, ...]:
    return tuple(
        index
        for index, each in enumerate(case.documents)
        if each.status == "current" and (each.material == number or number in each.also)
    )


def _key(case: Case, material: Material, index: int) -> tuple[object, ...]:
    document = case.documents[index]
    kind = _place(document.kind, material.order or material.kinds)
    first = document.parts[0]
    rest = (first.file, first.first or 0)
    match material.number:
        case "04":
            return (_holder_place(case, index), kind, *rest)
        case "05":
            return (_person_place(case, index), kind, *rest)
        case "06":
            return (_person_place(case, index), _qualification_place(document), *rest)
        case "10":
            return (_premises_place(case, index), kind, *rest)
        case _:
            return (kind, *rest)


def _place(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else LAST


def _person_place(case: Case, index: int) -> int:
    """Staff by role, each with card and insurance together; lists of many people come last."""
    owners = [each for each in case.people if index in (*each.cards, *each.insurance, *each.qualifications)]
    if len(owners) != 1:
        return LAST
    ranked = sorted(case.people, key=lambda person: (_role_place(person.roles), case.people.index(person)))
    return ranked.index(owners[0])


def _role_place(roles: tuple[str, ...]) -> int:
    return min((_place(role, ROLE_ORDER) for role in roles), default=LAST)


def _qualification_place(document: Document) -> int:
    sort = document.field("sort")
    return _place(sort.text if sort is not None else "", QUALIFICATION_ORDER)


def _holder_place(case: Case, index: int) -> int:
    """By the shareholder table, each corporate holder's own holders behind it."""
    if case.equity is None:
        return LAST
    cards = {number: each.cards for number, each in enumerate(case.people)}
    for place, (_, holder) in enumerate(case.equity.walk()):
        if index in (holder.licence, holder.articles) or index in _cards_of(case, holder, cards):
            return place
    return LAST


def _cards_of(case: Case, holder: Holder, cards: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    for number, person in enumerate(case.people):
        same_number = holder.number is not None and holder.number == person.number
        if same_number or ((person.number is None or holder.number is None) and person.name == holder.name):
            return cards[number]
    return ()


def _premises_place(case: Case, index: int) -> int:
    for place, room in enumerate(case.premises):
        if index in (room.lease, *room.titles, *room.consents, *room.fire):
            return place
    return LAST
