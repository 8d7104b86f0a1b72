"""Several identity cards on one sheet: which characters belong to which card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.documents.id_card import BACK, FRONT, OWN_NUMBER
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
    if len(fronts) < 2:  # noqa: PLR2004 - one card, or none
        return ((sheet,),)
    taken: set[int] = set()
    cards = []
    for front in fronts:
        near = sorted((_apart(front, back), n) for n, back in enumerate(backs) if n not in taken)
        cut = [sheet.cut(front)]
        if near:
            taken.add(near[0][1])
            cut.append(sheet.cut(backs[near[0][1]]))
        cards.append(tuple(cut))
    return tuple(cards)


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
        right = max(box.x1, anchor.words.box.x1 + NUMBER_LENGTH * em)
        title = CARD_SLACK * (3 if anchor.label == "签发机关" else 1) * em
        yield Box(box.x0 - CARD_SLACK * em, box.top - title, right, box.bottom + CARD_SLACK * em)


def _distance(one: Hit, other: Hit) -> float:
    across = one.words.box.x0 - other.words.box.x0
    down = one.words.box.top - other.words.box.top
    behind = 0.0 if down >= -one.words.box.height else 2 * abs(down)
    return abs(across) * 2 + abs(down) + (behind if one.label in OWN_NUMBER else 0.0)


def _apart(one: Box, other: Box) -> float:
    return min(abs(one.middle[0] - other.middle[0]), abs(one.middle[1] - other.middle[1]))


def shows_many(sheet: Sheet) -> bool:
    """Whether more than one front stands on the sheet."""
    return len(re.findall(r"公民身份(?:证)?号码", sheet.fold)) > 1
