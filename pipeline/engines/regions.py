"""Where a mask holds ink: the rest of a page need not be looked at."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.model.geometry import Box

CELL = 8  # px: ink is first looked for in squares of this side

Region = tuple[slice, slice]
"""Rows and columns of a picture."""


def regions(mask: Picture, reach: int, least: float = 0.0) -> list[Region]:
    """Rectangles (pixels) of a mask that hold all its ink and `reach` pixels around it, none over another.

    Ink of different rectangles stands more than `reach` apart. Those whose ink spans less than `least` are left out.
    """
    coarse = _coarse(mask)
    side = 2 * -(-reach // CELL) + 1
    near = cv2.dilate(coarse, np.ones((side, side), np.uint8))
    outermost, _ = cv2.findContours(near, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [(x, y, x + wide, y + high) for x, y, wide, high in map(cv2.boundingRect, outermost)]
    grown = (side - 1) * CELL
    large = [
        (x0, y0, x1, y1)
        for x0, y0, x1, y1 in boxes
        if max(_span(x0, x1, near.shape[1], grown), _span(y0, y1, near.shape[0], grown)) >= least
    ]
    return [
        (slice(y0 * CELL, min(y1 * CELL, mask.shape[0])), slice(x0 * CELL, min(x1 * CELL, mask.shape[1])))
        for x0, y0, x1, y1 in _apart(large)
    ]


def pieces(mask: Picture, offset: tuple[int, int] = (0, 0)) -> tuple[Box, ...]:
    """The rectangle (pixels) round each connected piece of ink, also of one inside another's hole.

    `offset` (x, y) is the mask's own place in a larger picture.
    """
    found = map(cv2.boundingRect, outlines(mask, offset))
    return tuple(Box(x, y, x + wide, y + high) for x, y, wide, high in found)


def outlines(mask: Picture, offset: tuple[int, int] = (0, 0), *, every: bool = False) -> list[NDArray[Any]]:
    """The outer outline of each connected piece of ink, also of one inside another's hole; `every`: with all points."""
    points = cv2.CHAIN_APPROX_NONE if every else cv2.CHAIN_APPROX_SIMPLE
    found, tree = cv2.findContours(mask, cv2.RETR_CCOMP, points, offset=offset)
    holders = tree[0][:, 3] if found else ()
    return [np.asarray(each) for each, holder in zip(found, holders, strict=True) if holder < 0]


def _span(start: int, end: int, size: int, grown: int) -> int:
    """At most how many pixels of ink lie in cells that were grown by `grown` pixels, unless the border held them."""
    return (end - start) * CELL - (grown if start > 0 and end < size else 0)


def _coarse(mask: Picture) -> Picture:
    """The mask in cells: 1 where a cell holds any ink."""
    height, width = mask.shape
    padded = cv2.copyMakeBorder(mask, 0, -height % CELL, 0, -width % CELL, cv2.BORDER_CONSTANT, value=0)
    rows = padded.reshape(-1, CELL, padded.shape[1]).max(axis=1)
    return np.asarray(rows.reshape(rows.shape[0], -1, CELL).max(axis=2) > 0, dtype=np.uint8)


def _apart(boxes: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """The boxes with those joined that lie over one another: an outline's box may hold another outline."""
    left = list(boxes)
    done: list[tuple[int, int, int, int]] = []
    while left:
        box = left.pop()
        over = next((each for each in [*left, *done] if _overlap(box, each)), None)
        if over is None:
            done.append(box)
            continue
        (left if over in left else done).remove(over)
        left.append((min(box[0], over[0]), min(box[1], over[1]), max(box[2], over[2]), max(box[3], over[3])))
    return done


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
