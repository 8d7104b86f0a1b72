"""Several identity cards on one sheet: which characters belong to which card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from pipeline.documents.id_card import BACK, FRONT, OWN_NUMBER, sides_of
from pipeline.layout.labels import Hit, label_hits
from pipeline.layout.sheet import Sheet
from pipeline.model.geometry import Box, union

NUMBER_LENGTH = 13.0  # em: how far the eighteen digits reach right of their label
CARD_SLACK = 2.0  # em around a card's labels


def cards_on(sheet: Sheet) -> tuple[tuple[Sheet, ...], ...]:
    """The sheet as one tuple of cut-outs for each card (front, then back); the sheet itself where it shows one card."""
    hits = label_hits(sheet, (*FRONT, *OWN_NUMBER, *BACK))
    fronts = list(_areas(sheet, hits, OWN_NUMBER, FRONT))
    backs = list(_areas(sheet, hits, ("签发机关",), ("有效期限",)))
    if len(fronts) < 2 and len(backs) < 2:  # noqa: PLR2004 - one card, or none
        return ((sheet,),)
    partner = _partners(fronts, backs)
    fronted = [(front, backs[partner[n]]) if n in partner else (front,) for n, front in enumerate(fronts)]
    loose = [(back,) for n, back in enumerate(backs) if n not in partner.values()]
    return tuple(tuple(sheet.cut(box) for box in card) for card in (*fronted, *loose))


def _partners(fronts: Sequence[Box], backs: Sequence[Box]) -> dict[int, int]:
    """Which back on the sheet belongs to which front: the one in line with it; where some are missing, none is sure."""
    if len(fronts) != len(backs):
        return {}
    near = sorted(
        (round(_apart(front, back) / front.height), abs(n - m), n, m)
        for n, front in enumerate(fronts)
        for m, back in enumerate(backs)
    )
    found: dict[int, int] = {}
    for *_, n, m in near:
        if n not in found and m not in found.values():
            found[n] = m
    return found


def _areas(sheet: Sheet, hits: Sequence[Hit], anchors: Sequence[str], others: Sequence[str]) -> Iterator[Box]:
    """The box of each side: its anchor label with the nearest other labels of that side above it or below it."""
    anchored = [hit for hit in hits if hit.label in anchors]
    for anchor in anchored:
        own = [
            hit
            for hit in hits
            if hit.label in others and min(anchored, key=lambda each: _distance(each, hit)) is anchor
        ]
        em = sheet.em
        box = union([anchor.words.box, *(hit.words.box for hit in own)])
        right = max(box.x1, anchor.words.box.x1 + NUMBER_LENGTH * em, _number_end(anchor))
        title = CARD_SLACK * (3 if anchor.label == "签发机关" else 1) * em
        yield Box(box.x0 - CARD_SLACK * em, box.top - title, right, box.bottom + CARD_SLACK * em)


def _number_end(anchor: Hit) -> float:
    """Where the digits behind the label end, however widely they are set."""
    behind = anchor.line.glyphs[anchor.value_start :] if anchor.line is not None else ()
    digits = list(takewhile(lambda glyph: glyph.fold in "0123456789Xx", behind))[:18]
    return digits[-1].box.x1 + CARD_SLACK if digits else 0.0


def _distance(one: Hit, other: Hit) -> float:
    across = one.words.box.x0 - other.words.box.x0
    down = one.words.box.top - other.words.box.top
    behind = 0.0 if down >= -one.words.box.height else 2 * abs(down)
    return abs(across) * 2 + abs(down) + (behind if one.label in OWN_NUMBER else 0.0)


def _apart(one: Box, other: Box) -> float:
    return min(abs(one.middle[0] - other.middle[0]), abs(one.middle[1] - other.middle[1]))


def pairs_of(cards: Sequence[tuple[Sheet, ...]]) -> tuple[tuple[int, ...], ...]:
    """Which of the cards that follow one another in a file are two sides of one: their places, front first or as laid.

    Sides that alternate belong together, and so do as many fronts as backs in one order; anything else stays apart.
    """
    sides = ["".join(sorted({side[0] for sheet in card for side in sides_of(sheet)})) for card in cards]
    found: list[tuple[int, ...]] = []
    for whole, run in groupby(range(len(cards)), key=lambda place: len(sides[place]) != 1):
        places = list(run)
        found += [(place,) for place in places] if whole else _paired(places, sides)
    return tuple(found)


def _paired(places: Sequence[int], sides: Sequence[str]) -> list[tuple[int, ...]]:
    """Single sides in a row put together."""
    word = "".join(sides[place] for place in places)
    half = len(places) // 2
    if re.fullmatch(r"(f+)(b+)", word) and half > 1 and word.count("b") == word.count("f"):
        pairs = [(places[n], places[half + n]) for n in range(half)]
    else:
        first = "bf" if word.startswith("b") and "ff" not in word else "fb"
        doubled = first[1] * 2 in word
        starts = [] if doubled else [found.start() for found in re.finditer(first, word)]
        pairs = [(places[n], places[n + 1]) for n in starts]
    taken = {place for pair in pairs for place in pair}
    return sorted([*pairs, *((place,) for place in places if place not in taken)])
