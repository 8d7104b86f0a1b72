"""Short vertical rules of low rows: from one horizontal rule to the next, of the ink and the weight of those rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.engines.regions import pieces
from pipeline.model.geometry import Box

SHORTEST = 0.08  # inches: between the rules of a row of 8 pt print
LEAST_RULE = 0.8  # inches: longer than a stroke of the largest heading
FAINT = 28  # of 255 from the ground beside it
HALF_RULE = 1  # px above and below the mask of a rule, itself a pixel higher on either side, that are its own ink
NEAREST = 3  # px: the soft edge of a rule, in which a stroke does not stand out
SOFT = 2  # px into the mask of a rule: past the soft edge of a thin one
WIDEST = 0.06  # inches: a heavy rule, blurred
REACH = 4  # px from a rule's middle to the ground beside it
CUTS = (REACH, 14)  # px aside of a short rule where the rules it joins are cut across
SMALLEST = 3  # cuts that tell how a line is drawn
PAPER = 90  # percentile of the brightness of a cut that is paper
UNBROKEN = 0.45  # of its usual ink, which every row of a rule has: a stroke of a character ends before the rule
WEIGHT = (0.45, 1.8)  # of the ink of a rule that it joins: a hairline's phase in the pixels costs a little
ALONE = 0.4  # of the darkness of its middle: what stands beside it; strokes of a character have neighbours
STEEP = 0.035  # px aside for each px down: two degrees
STRAIGHT = 0.6  # px from its own straight line: a seal's rim bends by more
SAME_INK = 0.14  # of 1: each colour's share in what ink takes from paper; red and black differ by 0.3
INSIDE = 0.1  # of a character's width: a stroke that stands this far within it is its own
BESIDE = 0.5  # of the stroke's height, beside which that character stands


class _Ink(NamedTuple):
    """The ink of a line, cut across at each pixel along it."""

    amounts: NDArray[np.float32]
    """Darkness × px at each cut."""
    middles: NDArray[np.float32]
    """Where the ink's middle lies on each cut, in px."""
    shares: NDArray[np.float32]
    """Of red, green and blue, in what the ink takes from the paper."""
    beside: float
    """The usual darkness at the ends of the cuts, as a share of the darkest place between them."""


def find(picture: Picture, shades: Picture, across: Picture, characters: Iterable[Box], dpi: float) -> Picture:
    """A mask of the short rules between the lines of `across` in an RGB picture and its `shades`.

    A stroke within the box of a character (pixels) is the character's.
    """
    found = np.zeros_like(across)
    rules = _long(across, LEAST_RULE * dpi)
    if not rules.any():
        return found
    boxes = np.array([tuple(box) for box in characters], dtype=np.float32).reshape(-1, 4)
    near = np.asarray(cv2.dilate(rules, np.ones((2 * HALF_RULE + 1, 1), np.uint8)), dtype=np.uint8)
    for box in _between(_upright(shades, near, dpi), near):
        is_thin = box.width <= WIDEST * dpi + STEEP * box.height
        if is_thin and not _is_in_character(box, boxes) and _is_rule(picture, rules, box):
            x = int(box.middle[0])
            cv2.line(found, (x, int(box.top) - HALF_RULE), (x, int(box.bottom) + HALF_RULE), 255, 1)
    return found


def _long(across: Picture, least: float) -> Picture:
    """The lines that are longer than any stroke."""
    count, labels, sizes, _ = cv2.connectedComponentsWithStats(across)
    kept = np.zeros(count, np.uint8)
    kept[1:] = np.where(sizes[1:, cv2.CC_STAT_WIDTH] >= least, 255, 0)
    return np.asarray(kept[labels], dtype=np.uint8)


def _upright(shades: Picture, near: Picture, dpi: float) -> Picture:
    """Ink in upright strokes, without the rules."""
    stands_out = cv2.morphologyEx(shades, cv2.MORPH_BLACKHAT, np.ones((1, 2 * REACH + 1), np.uint8)) >= FAINT
    ink = cv2.dilate(np.where(stands_out, 255, 0).astype(np.uint8), np.ones((1, 3), np.uint8))
    ink[near > 0] = 0
    shortest = np.ones((max(round(SHORTEST * dpi), 3), 1), np.uint8)
    return np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, shortest), dtype=np.uint8)


def _between(upright: Picture, near: Picture) -> Iterator[Box]:
    """The strokes that end at a rule above and at a rule below, each from the ink of one to that of the other."""
    for box in pieces(upright):
        x, top, bottom = int(box.middle[0]), int(box.top), int(box.bottom)
        above, below = near[max(top - NEAREST, 0) : top, x], near[bottom : bottom + NEAREST, x]
        if above.any() and below.any():
            yield Box(box.x0, top - int(np.argmax(above[::-1] > 0)), box.x1, bottom + int(np.argmax(below > 0)))


def _is_in_character(stroke: Box, characters: NDArray[np.float32]) -> bool:
    """`characters` are rows of left, top, right and bottom."""
    x = stroke.middle[0]
    left, top, right, bottom = characters.T
    aside = INSIDE * (right - left)
    inside = (left + aside < x) & (x < right - aside)
    beside = np.minimum(bottom, stroke.bottom) - np.maximum(top, stroke.top) > BESIDE * stroke.height
    return bool((inside & beside).any())


def _is_rule(picture: Picture, rules: Picture, box: Box) -> bool:
    """Whether a stroke is straight, whole, alone, and drawn as a rule that it joins."""
    x = int(box.middle[0])
    columns = slice(max(x - REACH, 0), x + REACH + 1)
    ink = _cut(picture[int(box.top) : int(box.bottom), columns])
    if ink is None or ink.beside > ALONE or not _is_straight(ink.middles):
        return False
    if not _is_whole(picture[int(box.top) - SOFT : int(box.bottom) + SOFT, columns], float(np.median(ink.amounts))):
        return False
    joined = (_cut(part) for y in (int(box.top) - 1, int(box.bottom)) for part in _beside(picture, rules, x, y))
    return any(rule is not None and _are_alike(ink, rule) for rule in joined)


def _beside(picture: Picture, rules: Picture, x: int, y: int) -> Iterator[Picture]:
    """The rule at a stroke's end to the left and to the right of it, turned upright."""
    for left, right in ((x - CUTS[1], x - CUTS[0]), (x + CUTS[0], x + CUTS[1])):
        start = max(y - 2 * HALF_RULE, 0)
        rows = np.flatnonzero(rules[start : y + 2 * HALF_RULE + 1, max(left, 0) : right].any(axis=1))
        if len(rows):
            middle = start + round(float(rows.mean()))
            part = picture[max(middle - REACH, 0) : middle + REACH + 1, max(left, 0) : right]
            yield np.ascontiguousarray(part.transpose(1, 0, 2))


def _cut(part: Picture) -> _Ink | None:
    """The ink of an upright line in the middle of a part of an RGB picture; None where too little is seen of it."""
    if part.shape[0] < SMALLEST or part.shape[1] < 2 * REACH + 1:
        return None
    paper = np.percentile(part, PAPER, axis=(0, 1))
    taken = np.clip(paper - part.astype(np.float32), 0, None)
    dark = taken.mean(axis=2)
    amounts = dark.sum(axis=1)
    darkest = float(np.median(dark.max(axis=1)))
    if darkest <= 0 or float(amounts.min()) <= 0:
        return None
    return _Ink(
        amounts=amounts.astype(np.float32),
        middles=((dark @ np.arange(dark.shape[1])) / amounts).astype(np.float32),
        shares=(taken.sum(axis=(0, 1)) / taken.sum()).astype(np.float32),
        beside=float(np.median(np.maximum(dark[:, 0], dark[:, -1]))) / darkest,
    )


def _is_whole(part: Picture, usual: float) -> bool:
    """Whether a stroke has its usual ink in every row of a part, but for those that a rule fills."""
    paper = np.percentile(part, PAPER, axis=(0, 1))
    dark = np.clip(paper - part.astype(np.float32), 0, None).mean(axis=2)
    ground = np.minimum(dark[:, 0], dark[:, -1])
    is_rule = ground > ALONE * float(np.median(dark.max(axis=1)))
    own = (dark - ground[:, None]).clip(0, None).sum(axis=1)
    return bool((is_rule | (own >= UNBROKEN * usual)).all())


def _is_straight(middles: NDArray[np.float32]) -> bool:
    along = np.arange(len(middles), dtype=np.float32)
    slope, start = np.polyfit(along, middles, 1)
    apart = np.abs(middles - (slope * along + start))
    return abs(float(slope)) <= STEEP and float(apart.max()) <= STRAIGHT


def _are_alike(stroke: _Ink, rule: _Ink) -> bool:
    """Whether two lines are of one ink and about one weight."""
    weight = float(np.median(stroke.amounts)) / max(float(np.median(rule.amounts)), 1.0)
    same_ink = float(np.abs(stroke.shares - rule.shares).max()) <= SAME_INK
    return WEIGHT[0] <= weight <= WEIGHT[1] and same_ink
