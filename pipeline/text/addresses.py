"""Whether two addresses are one place, level by level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from pipeline.text.address_levels import Address, parse_address
from pipeline.text.agreement import Agreement
from pipeline.text.regions import province_of

__all__ = ["Address", "AddressAgreement", "AddressKind", "compare_addresses", "parse_address", "province_of"]


class AddressKind(StrEnum):
    """How two addresses stand to each other."""

    SAME = "same"
    LESS_EXACT = "less_exact"
    CONTRADICTION = "contradiction"
    UNSURE = "unsure"


class AddressAgreement(NamedTuple):
    """The kind and the level that decided it, named as in Address; no level for same and for nothing in common."""

    kind: AddressKind
    level: str | None = None

    @property
    def agreement(self) -> Agreement:
        """The same in three values: only what is no contradiction and no certainty cannot be told."""
        known = {AddressKind.SAME: Agreement.SAME, AddressKind.CONTRADICTION: Agreement.DIFFERENT}
        return known.get(self.kind, Agreement.UNSURE)


_ROAD_END = re.compile(r"(?:路|街|大道|道|巷|胡同|里|村|条|环|弄|组|线)$")
_LEVELS_TO_NUMBER = Address._fields.index("number") + 1
_SAME, _LESS, _AGAINST, _UNSURE = AddressKind


def compare_addresses(left: str, right: str) -> AddressAgreement:
    """Two printed addresses: a contradiction at its highest level; else unsure; else less exact; else the same.

    A town (街道, 镇) that only one names, a development zone and a building's name do not count.
    """
    a, b = parse_address(left), parse_address(right)
    if not any(a[:-1]) or not any(b[:-1]):
        return AddressAgreement(_UNSURE)
    found = list(_by_level(a, b))
    outcomes = (_AGAINST, _UNSURE, _LESS) if _shares_place(a, b) else (_AGAINST, _UNSURE)
    for kind in outcomes:
        for level, outcome in found:
            if outcome is kind:
                return AddressAgreement(kind, level)
    return AddressAgreement(_SAME if _shares_place(a, b) else _UNSURE)


def _by_level(a: Address, b: Address) -> Iterator[tuple[str, AddressKind]]:
    yield "province", _name(a.province, b.province, missing=_LESS)
    implied = a.district is not None and a.district == b.district and a.province == b.province
    yield "city", _name(a.city, b.city, missing=_SAME if implied and a.province is not None else _LESS)
    yield "district", _name(a.district, b.district, missing=_LESS)
    yield "town", _town(a, b)
    yield "road", _road(a, b)
    yield "number", _number(a.number, b.number)
    yield "building", _building(a.building, b.building)
    yield "unit", _name(a.unit, b.unit, missing=_LESS)
    yield "floor", _name(a.floor, b.floor, missing=_LESS)
    yield "room", _room(a.room, b.room)


def _name(a: str | None, b: str | None, *, missing: AddressKind) -> AddressKind:
    if a == b:
        return _SAME
    return missing if a is None or b is None else _AGAINST


def _town(a: Address, b: Address) -> AddressKind:
    """Two towns contradict only where nothing below places the house."""
    if a.town is None or b.town is None or _town_key(a.town) == _town_key(b.town):
        return _SAME
    return _UNSURE


def _town_key(town: str) -> str:
    return re.sub(r"(?:街道办事处|街道|地区办事处|地区|镇|乡)$", "", town)


def _road(a: Address, b: Address) -> AddressKind:
    if a.road == b.road:
        return _SAME
    if a.road is None or b.road is None:
        return _LESS
    if a.road.endswith(b.road) or b.road.endswith(a.road):
        return _SAME
    if a.road in b.road or b.road in a.road:
        return _LESS if a.number is None or b.number is None else _AGAINST
    both_roads = _ROAD_END.search(a.road) is not None and _ROAD_END.search(b.road) is not None
    return _AGAINST if both_roads else _UNSURE


def _number(a: str | None, b: str | None) -> AddressKind:
    """House numbers; 5 and 5-1, or 3 and 1-5, may be one house."""
    if a == b:
        return _SAME
    if a is None or b is None:
        return _LESS
    return _UNSURE if _covers(a, b) or _covers(b, a) else _AGAINST


def _covers(wide: str, narrow: str) -> bool:
    """Whether a range or a numbered part of a house (1-5, 5-1) may mean the house with the narrow number."""
    span = re.fullmatch(r"([0-9]{1,6})-([0-9]{1,6})", wide)
    if span is None or re.fullmatch(r"[0-9]{1,6}", narrow) is None:
        return False
    first, last, number = int(span[1]), int(span[2]), int(narrow)
    return number == first or first <= number <= last


def _building(a: tuple[str, ...], b: tuple[str, ...]) -> AddressKind:
    if a == b:
        return _SAME
    return _LESS if set(a) <= set(b) or set(b) <= set(a) else _AGAINST


def _room(a: str | None, b: str | None) -> AddressKind:
    """Rooms; one of several rooms is less exact than all of them."""
    if a == b:
        return _SAME
    if a is None or b is None:
        return _LESS
    rooms, others = (set(re.split("[-、~/]", room)) for room in (a, b))
    return _LESS if rooms <= others or others <= rooms else _AGAINST


def _shares_place(a: Address, b: Address) -> bool:
    """Whether at least one level from the province to the house number is printed the same in both."""
    levels = zip(a[:_LEVELS_TO_NUMBER], b[:_LEVELS_TO_NUMBER], strict=True)
    return any(level is not None and level == other for level, other in levels)
