"""Lines of print that the detector of text passed over: ink of a line's height that none of its boxes covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.engines.quads import Quad, sides
from pipeline.engines.regions import outlines

INK_DARKER = 40  # of 255, than the paper around it
PAPER = 41  # px, odd: the neighbourhood that tells how light the paper is
RULE = 1.5  # of a line's height: straight runs longer than this are ruled lines, not strokes
JOINED = 0.6  # of a line's height: characters nearer than this stand on one line
HEIGHT = (0.4, 1.1)  # of a line's height; the detector's boxes stand off the ink, so print has 0.6
LEAST_LENGTH = 2.0  # of its own height: shorter pieces are specks, ticks and ornaments
STEEPEST = 45.0  # degrees: what runs down is left to the detector
COVERED = 0.2  # of a piece: more of it under known boxes and it was seen
MARGIN = 0.2  # of a line's height, left on each side of the ink as the detector does
MOST = 24  # a page with more is a picture, not missed print


def lines(bgr: Picture, known: list[Quad]) -> list[Quad]:
    """Boxes like the detector's around what it missed, judged by the lines that it found; none without any."""
    if not known:
        return []
    height = _usual_height(known)
    seen = np.zeros(bgr.shape[:2], np.uint8)
    for quad in known:
        cv2.fillConvexPoly(seen, quad.astype(np.int32), 255)
    ink = _ink(bgr, height)
    ink[cv2.dilate(seen, np.ones((3, 3), np.uint8)) > 0] = 0
    reach = max(3, round(JOINED * height))
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, reach), np.uint8))
    found = [_line(outline, height) for outline in outlines(joined)]
    free = [quad for quad in found if quad is not None and _share(seen, quad) < COVERED]
    return free if len(free) <= MOST else []


def ink_of(bgr: Picture, known: Sequence[Quad]) -> Picture:
    """Mask of the print, judged by the lines that were found (at least one): ruled lines left out."""
    return _ink(bgr, _usual_height(known))


def _usual_height(known: Sequence[Quad]) -> float:
    return float(np.median([min(sides(quad)) for quad in known]))


def _ink(bgr: Picture, height: float) -> Picture:
    """Mask of what is darker than the paper around it, without ruled lines."""
    grey = cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, PAPER, INK_DARKER)
    length = max(5, round(RULE * height))
    for kernel in (np.ones((1, length), np.uint8), np.ones((length, 1), np.uint8)):
        ruled = cv2.dilate(cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel), np.ones((3, 3), np.uint8))
        ink[ruled > 0] = 0
    return ink


def _line(outline: NDArray[Any], height: float) -> Quad | None:
    """The box around a piece of ink where it has the shape of a line of print."""
    (x, y), (across, down), angle = cv2.minAreaRect(outline)
    if across < down:
        across, down, angle = down, across, angle - 90
    is_line = HEIGHT[0] * height <= down <= HEIGHT[1] * height and across >= LEAST_LENGTH * down
    if not is_line or abs((angle + 90) % 180 - 90) > STEEPEST:
        return None
    room = 2 * MARGIN * height
    corners = cv2.boxPoints(((x, y), (across + room, down + room), angle))
    return _clockwise(corners)


def _clockwise(corners: NDArray[Any]) -> Quad:
    """The corners from the top left on."""
    by_x = corners[np.argsort(corners[:, 0])]
    (top_left, bottom_left), (top_right, bottom_right) = (
        side[np.argsort(side[:, 1])] for side in (by_x[:2], by_x[2:])
    )
    return np.array([top_left, top_right, bottom_right, bottom_left], dtype=np.float32)


def _share(seen: Picture, quad: Quad) -> float:
    """How much of a box lies under the known ones."""
    left, top = np.floor(quad.min(axis=0)).astype(int).clip(0)
    right, bottom = np.ceil(quad.max(axis=0)).astype(int)
    inside = seen[top:bottom, left:right]
    return float((inside > 0).mean()) if inside.size else 1.0
