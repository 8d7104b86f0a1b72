"""Handwriting-like ink: strokes that no character, line, seal or code accounts for."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np

from pipeline.engines.pixels import Picture
from pipeline.engines.regions import pieces, regions
from pipeline.model.geometry import Box

INK_DARKER = 130  # grey value on white paper; ball-pen blue is about 100
JOINED = 0.07  # inches: strokes of one name that stand nearer than this belong together
SIZE = (0.25, 3.5)  # inches: the longer side of a signature
THICKNESS = (0.12, 1.6)  # inches: the shorter side
FILLED = (0.015, 0.45)  # share of the box inked: pictures and blots are fuller
MOST = 40  # a page has few signatures; a photographed desk has thousands of specks
EDGE = 0.02  # of the page: what touches its edge is the table under the paper


def find(shades: Picture, lines: Picture, covered: Iterable[Box], dpi: float) -> tuple[Box, ...]:
    """Boxes in pixels of ink that is not under `lines` (a mask) nor in the `covered` boxes (pixels)."""
    ink = np.where(shades < INK_DARKER, 255, 0).astype(np.uint8)
    ink[cv2.dilate(lines, np.ones((5, 5), np.uint8)) > 0] = 0
    height, width = ink.shape
    for box in covered:
        ink[max(int(box.top), 0) : int(box.bottom) + 1, max(int(box.x0), 0) : int(box.x1) + 1] = 0
    side = max(3, round(JOINED * dpi) | 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    found: list[Box] = []
    for place in regions(ink, side, SIZE[0] * dpi):
        joined = cv2.morphologyEx(np.ascontiguousarray(ink[place]), cv2.MORPH_CLOSE, kernel)
        boxes = pieces(np.asarray(joined, dtype=np.uint8), (place[1].start, place[0].start))
        found += [box for box in boxes if _is_stroke(box, ink, dpi) and not _at_edge(box, width, height)]
    largest = sorted(found, key=lambda box: (-box.width * box.height, box.top, box.x0))[:MOST]
    return tuple(sorted(largest, key=lambda box: (box.top, box.x0)))


def _is_stroke(box: Box, ink: Picture, dpi: float) -> bool:
    long, short = max(box.width, box.height) / dpi, min(box.width, box.height) / dpi
    if not (SIZE[0] <= long <= SIZE[1] and THICKNESS[0] <= short <= THICKNESS[1]):
        return False
    inside = ink[int(box.top) : int(box.bottom), int(box.x0) : int(box.x1)]
    return FILLED[0] <= float(np.mean(inside > 0)) <= FILLED[1]


def _at_edge(box: Box, width: int, height: int) -> bool:
    left, top = EDGE * width, EDGE * height
    return box.x0 < left or box.top < top or box.x1 > width - left or box.bottom > height - top
