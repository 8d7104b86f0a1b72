"""Seals in a page's picture: round, oval and square stamps in red or blue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines import paper_edges
from pipeline.engines.pixels import Picture
from pipeline.engines.regions import Region, outlines, regions
from pipeline.engines.rings import Ring
from pipeline.engines.seal_ink import Ink, faded, masks_of
from pipeline.engines.seal_shapes import RADIUS, RIM_SEEN, SQUARE, WHOLE_RADIUS, joined, judged

WORKING_SIDE = 1400  # px of the longer side: a 38 mm seal on A4 is 180 px across
NEARLY = 0.9  # a picture hardly larger than that is looked at as it is
CLOSINGS = (0.006, 0.03)  # of the short side: gaps in a rubber stamp's print, and characters printed across its rim
PAPER_EDGE = 0.6  # of the page inked: a red page, not a seal


def find(picture: Picture) -> tuple[Ring, ...]:
    """The seals of an RGB picture, from top to bottom."""
    small, scale = reduced(picture)
    masks, dark = masks_of(small, _least(small))
    found = [
        replace(ring, cut=ring.cut or paper_edges.ends_within(ring, small, mask))
        for ink, mask in masks.items()
        for ring in _rings(mask, dark, ink)
    ]
    return tuple(sorted((ring.scaled(1 / scale) for ring in found), key=lambda ring: (ring.y, ring.x)))


def reduced(picture: Picture) -> tuple[Picture, float]:
    """The picture as small as seals can be looked for in, and its size in shares of the whole's."""
    scale = WORKING_SIDE / max(picture.shape[:2])
    if scale > NEARLY:
        return picture, 1.0
    small = cv2.resize(picture, (0, 0), fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8), scale


def without(picture: Picture, rings: tuple[Ring, ...]) -> Picture:
    """The picture with red and blue seals faded to paper; print under them stays."""
    if not rings:
        return picture
    clean = picture.copy()
    height, width = picture.shape[:2]
    for ring in rings:
        box = ring.box.grown(0.06 * ring.wide)
        rows = slice(max(round(box.top), 0), min(round(box.bottom), height))
        columns = slice(max(round(box.x0), 0), min(round(box.x1), width))
        clean[rows, columns] = faded(picture[rows, columns], ring.ink)[:, :, np.newaxis]
    return clean


def ink_of(picture: Picture, rings: Sequence[Ring]) -> Picture:
    """Mask of the ink of these seals in the picture that they were found in."""
    masks, _ = masks_of(picture, _least(picture))
    found = np.zeros(picture.shape[:2], np.uint8)
    for ring in rings:
        left, top, right, bottom = (max(round(edge), 0) for edge in ring.box.grown(0.06 * ring.wide))
        found[top:bottom, left:right] |= masks[ring.ink][top:bottom, left:right]
    return found


def _least(picture: Picture) -> float:
    """Pixels across the smallest seal."""
    return float(min(2 * RADIUS[0], SQUARE[0]) * min(picture.shape[:2]))


def _rings(mask: Picture, dark: Picture, ink: Ink) -> list[Ring]:
    """Small gaps are bridged first; wide ones, where print crosses a thin rim, only for what is still missing."""
    inked = cv2.countNonZero(mask)
    if inked < 3 * _least(mask) * RIM_SEEN or inked > PAPER_EDGE * mask.size:  # 3: the rim, one pixel wide
        return []
    found: list[Ring] = []
    for closing in CLOSINGS:
        found += [
            ring
            for ring in _closed_rings(mask, dark, ink, closing)
            if not any(ring.box.overlaps(other.box) for other in found)
        ]
    return found


def _closed_rings(mask: Picture, dark: Picture, ink: Ink, closing: float) -> list[Ring]:
    side = max(3, round(closing * min(mask.shape)) | 1)
    found: list[Ring] = []
    for place in regions(mask, side, _least(mask)):
        for outline in _outlines(mask, place, side):
            found += _seals(outline, mask, dark, ink)
    return found


def _seals(outline: NDArray[Any], mask: Picture, dark: Picture, ink: Ink) -> list[Ring]:
    """The seal of which this is the outline, or those that are parts of it."""
    short = min(mask.shape)
    _, _, width, height = cv2.boundingRect(outline)
    fits = _least(mask) <= max(width, height) <= 2 * RADIUS[1] * short
    ring = judged(outline, mask, dark, ink) if fits else None
    if (ring is None or ring.shape == "oval") and max(width, height) >= 2 * WHOLE_RADIUS[0] * short:
        parts = joined(outline, mask, dark, ink)  # two seals over one another have the outline of an oval
        if parts:
            return parts
    return [ring] if ring is not None else []


def _outlines(mask: Picture, place: Region, side: int) -> list[NDArray[Any]]:
    """Outlines of separate strokes, also of those inside another's hole: certificates have frames round their seals."""
    rows, columns = place
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    closed = cv2.morphologyEx(np.ascontiguousarray(mask[place]), cv2.MORPH_CLOSE, kernel)
    return outlines(np.asarray(closed, dtype=np.uint8), (columns.start, rows.start), every=True)
