"""Ink within a line of print, or at its end, that none of the characters read there accounts for.

A character that blur, a seal or a stain has spoilt is left out by the recogniser without a word: those before and
behind it then read as neighbours, each beyond doubt. Its ink is still there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.missed import ink_of
from pipeline.engines.pixels import Picture
from pipeline.engines.quads import Quad, sides

BESIDE = 0.12  # of a line's height: the ink of a character may stand out from its place by so much
BEYOND = 0.9  # of a line's height: how far past its ends a line is looked at
REACH = 0.6  # of a line's height: a lost character at the end begins this near to the last one that was read
BAND = (0.12, 0.88)  # of a line's height: ink above and below is another line's, or a line to write on
WIDE = 0.42  # of a line's height: less ink is punctuation or a speck
HIGH = 0.45  # of a line's height: less is a dash, a leader or a line to write on
LONGEST = 3.0  # of a line's height: more ink is handwriting or a picture
DENSEST = 0.75  # of the box around the ink: more is a bar painted over something


class Row(NamedTuple):
    """A line that was read: its corners in pixels, and each character's middle and width along it in shares of it."""

    quad: Quad
    places: tuple[float, ...]
    extents: tuple[float, ...]


def beside(bgr: Picture, rows: Sequence[Row], aside: Sequence[Quad] = ()) -> list[frozenset[int]]:
    """For each line the positions of the characters that unread ink stands beside; `aside` are boxes left out."""
    if not rows:
        return []
    left = ink_of(bgr, [row.quad for row in rows])
    for quad in aside:
        cv2.fillConvexPoly(left, quad.astype(np.int32), 0)
    for row in rows:
        for place, extent in zip(row.places, row.extents, strict=True):
            cv2.fillConvexPoly(left, _slice(row.quad, place, extent).astype(np.int32), 0)
    return [_beside(left, row) for row in rows]


def _beside(left: Picture, row: Row) -> frozenset[int]:
    length, height = sides(row.quad)
    if not row.places or height < 1 or length < height:
        return frozenset()
    strip = _strip(left, row.quad, length, height)
    middles = [(BEYOND * height + place * length) for place in row.places]
    edges = [(m - e * length / 2, m + e * length / 2) for m, e in zip(middles, row.extents, strict=True)]
    marked: set[int] = set()
    for number, (before, behind) in enumerate(_slots(edges, strip.shape[1])):
        slot = strip[:, before:behind]
        if _is_character(slot, height, first=number == 0, last=number == len(edges)):
            marked |= {index for index in (number - 1, number) if 0 <= index < len(edges)}
    return frozenset(marked)


def _slots(edges: Sequence[tuple[float, float]], width: int) -> list[tuple[int, int]]:
    """Where along a line no character stands: before the first, between each two, behind the last."""
    starts = [0.0, *(right for _, right in edges)]
    ends = [*(left for left, _ in edges), float(width)]
    return [(max(round(a), 0), max(round(b), round(a), 0)) for a, b in zip(starts, ends, strict=True)]


def _is_character(slot: Picture, height: float, *, first: bool, last: bool) -> bool:
    """Whether the ink in a slot has the size of a character; before or behind the line it must stand near to it."""
    columns = np.flatnonzero(slot.any(axis=0))
    rows = np.flatnonzero(slot.any(axis=1))
    if not columns.size:
        return False
    inked = int(columns.size)
    if not WIDE * height <= inked <= LONGEST * height or rows[-1] - rows[0] + 1 < HIGH * height:
        return False
    if last and columns[0] > REACH * height:
        return False
    if first and slot.shape[1] - 1 - columns[-1] > REACH * height:
        return False
    box = slot[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return float((box > 0).mean()) <= DENSEST


def _strip(left: Picture, quad: Quad, length: float, height: float) -> Picture:
    """The ink of a line drawn level, with some paper before and behind it, without its upper and lower edge."""
    along = (quad[1] - quad[0] + quad[2] - quad[3]) / (2 * max(length, 1.0))
    room = along * BEYOND * height
    corners = np.array([quad[0] - room, quad[1] + room, quad[2] + room, quad[3] - room], np.float32)
    wide, high = round(length + 2 * BEYOND * height), round(height)
    level = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    turn = cv2.getPerspectiveTransform(corners, level)
    strip = cv2.warpPerspective(left, turn, (wide, high), flags=cv2.INTER_NEAREST)
    top, bottom = (round(share * high) for share in BAND)
    return np.asarray(strip[top:bottom], np.uint8)


def _slice(quad: Quad, place: float, extent: float) -> NDArray[Any]:
    """The part of a line that one character takes, with a little more on either side."""
    length, height = sides(quad)
    half = extent / 2 + BESIDE * height / max(length, 1.0)
    upper, lower = quad[1] - quad[0], quad[2] - quad[3]
    a, b = place - half, place + half
    return np.array([quad[0] + upper * a, quad[0] + upper * b, quad[3] + lower * b, quad[3] + lower * a])
