"""The numbers of a dossier that was handed in, kept for every page that stays where it was.

A page is the same if it draws the same (content and pictures) in the same material. Between pages that stay, a page
that came in the place of another takes its number; what is more than before becomes an insert (88-1).
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from pipeline.model.bundle import Placement, PlacementList, Renumbering
from pipeline.packaging.numbers import Number, filled, parsed, printed
from pipeline.packaging.pagination import Slot
from pipeline.packaging.sources import Sources

Key = tuple[str, ...]
Block = tuple[int, str]
"""Volume and material; no material for its cover and contents."""


class Known(NamedTuple):
    """A page of the earlier dossier: what it draws, and the number that it bears."""

    key: Key
    number: Number


class Kept(NamedTuple):
    """The number of every page, in order, and how they differ from the earlier ones."""

    numbers: tuple[str, ...]
    renumbering: Renumbering


def kept(earlier: tuple[PlacementList, ...], volumes: tuple[tuple[Slot, ...], ...], sources: Sources) -> Kept:
    """Number the pages of all volumes by the dossier that was handed in."""
    before = _known(earlier)
    now: dict[Block, list[Key]] = {}
    for volume, slots in enumerate(volumes, 1):
        for slot in slots:
            now.setdefault((volume, _material(slot)), []).append(key_of(slot, sources))
    found: list[Number | None] = []
    replaced: list[Number] = []
    for block, keys in now.items():
        for number, same in _aligned(before.get(block, []), keys):
            rising = number is not None and all(number > each for each in found if each is not None)
            found.append(number if rising else None)
            if number is not None and rising and not same:
                replaced.append(number)
    numbers = tuple(filled(found))
    old = [known.number for block in before.values() for known in block]
    return Kept(
        tuple(map(printed, numbers)),
        Renumbering(
            inserted=_told(number for number in numbers if number not in set(old)),
            replaced=_told(replaced),
            vacant=_told(number for number in old if number not in set(numbers)),
        ),
    )


def volumes_of(earlier: tuple[PlacementList, ...]) -> dict[tuple[str, Key], int]:
    """The first volume (1-based) in which a page of a material stood."""
    found: dict[tuple[str, Key], int] = {}
    for (volume, material), pages in _known(earlier).items():
        for known in pages:
            found.setdefault((material, known.key), volume)
    return found


def _known(earlier: tuple[PlacementList, ...]) -> dict[Block, list[Known]]:
    found: dict[Block, list[Known]] = {}
    for volume, listing in enumerate(earlier, 1):
        for each in listing.placements:
            if each.role != "blank":
                found.setdefault((volume, each.material), []).append(Known(_key(each), parsed(each.printed)))
    return found


def _key(placement: Placement) -> Key:
    if placement.role == "source":
        return ("source", placement.content, placement.images)
    return (placement.role,)


def key_of(slot: Slot, sources: Sources) -> Key:
    """What a page draws: our own sheets by their role, source pages by their digests."""
    if slot.part is None or slot.source_page is None:
        return (slot.role,)
    page = sources.of(slot.part).page(slot.part, slot.source_page)
    return ("source", page.content, page.images)


def _material(slot: Slot) -> str:
    return slot.material.number if slot.material is not None else ""


def _aligned(before: list[Known], keys: list[Key]) -> Iterator[tuple[Number | None, bool]]:
    """For each page its earlier number, None where it has none, and whether it is the same page as then."""
    matcher = SequenceMatcher(None, [known.key for known in before], keys, autojunk=False)
    for sort, first, last, start, end in matcher.get_opcodes():
        free = [known.number for known in before[first:last]]
        for place in range(end - start):
            yield (free[place] if place < len(free) else None), sort == "equal"


def _told(numbers: Iterator[Number] | list[Number]) -> tuple[str, ...]:
    return tuple(map(printed, sorted(numbers)))
