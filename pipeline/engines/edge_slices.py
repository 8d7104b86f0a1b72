"""Slices of a seal that was pressed over the fanned edges of a paper's pages (骑缝章), as one page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import cv2
import numpy as np

from pipeline.engines.pixels import Picture
from pipeline.engines.regions import pieces
from pipeline.engines.rings import Ring
from pipeline.engines.seal_ink import Ink, masks_of
from pipeline.model.geometry import MILLIMETRES_PER_INCH, POINTS_PER_INCH, Box, union
from pipeline.model.page import SealSlice

Edge = Literal["left", "right", "top", "bottom"]

MM = 1 / MILLIMETRES_PER_INCH  # inches
DEPTH = 30.0  # mm from the edge: two thirds of the largest seal
NEAR = 8.0  # mm: a slice reaches as near to the edge; the last leaf's may end before it
LONGEST = 50.0  # mm along the edge: what is longer is a frame or a scanner's fringe
LEAST = 6.0  # mm along the edge: less is a speck
JOIN = 1.2  # mm: gaps in the ink of one stroke
SPECK = 0.4  # mm² of ink that is grain
STEP = 1.0  # mm of depth for which the ends of the ink are told
RIM = 1.04  # of the radius: the rim with the blur of its edge
WHITE = (255, 255, 255)


class _Strip(NamedTuple):
    """The picture along one edge, turned so that rows run along the edge and columns away from it."""

    edge: Edge
    picture: Picture
    size: tuple[int, int]
    """Width and height of the page in pixels."""

    def place(self, box: Box) -> Box:
        """Where a box of the strip stands on the page, in pixels."""
        width, height = self.size
        match self.edge:
            case "left":
                return box
            case "right":
                return Box(width - box.x1, box.top, width - box.x0, box.bottom)
            case "top":
                return Box(box.top, box.x0, box.bottom, box.x1)
            case "bottom":
                return Box(box.top, height - box.x1, box.bottom, height - box.x0)


def find(picture: Picture, dpi: float, rings: tuple[Ring, ...]) -> tuple[SealSlice, ...]:
    """The slices of an upright RGB picture, in points of the page; `rings`, in its pixels, are the seals known."""
    bare = _without_whole(picture, [ring for ring in rings if not ring.cut])
    return tuple(each for strip in _strips(bare, round(DEPTH * MM * dpi)) for each in _slices(strip, dpi))


def _without_whole(picture: Picture, whole: list[Ring]) -> Picture:
    """The picture with paper in place of whole seals, which may stand beside a slice."""
    if not whole:
        return picture
    bare = picture.copy()
    for ring in whole:
        middle, axes = (round(ring.x), round(ring.y)), (round(ring.wide * RIM), round(ring.high * RIM))
        if ring.shape == "square":
            corners = cv2.boxPoints((middle, (2 * axes[0], 2 * axes[1]), ring.tilt))
            cv2.fillPoly(bare, [np.round(corners).astype(np.int32)], WHITE)
        else:
            cv2.ellipse(bare, middle, axes, ring.tilt, 0, 360, WHITE, -1)
    return bare


def _strips(picture: Picture, depth: int) -> Iterator[_Strip]:
    height, width = picture.shape[:2]
    if min(height, width) < 4 * depth:  # a card, not a page
        return
    size = (width, height)
    yield _Strip("left", picture[:, :depth], size)
    yield _Strip("right", picture[:, : -depth - 1 : -1], size)
    yield _Strip("top", picture[:depth].transpose(1, 0, 2), size)
    yield _Strip("bottom", picture[: -depth - 1 : -1].transpose(1, 0, 2), size)


def _slices(strip: _Strip, dpi: float) -> Iterator[SealSlice]:
    millimetre = MM * dpi
    masks, _ = masks_of(np.ascontiguousarray(strip.picture), LEAST * millimetre / 2)
    for ink, mask in masks.items():
        for group in _groups(mask, millimetre):
            if group.x0 <= NEAR * millimetre and group.height >= LEAST * millimetre:
                yield _slice(strip, group, mask, ink, dpi)


def _groups(mask: Picture, millimetre: float) -> list[Box]:
    """The ink in groups that are no longer than a seal."""
    if not cv2.countNonZero(mask):
        return []
    side = max(3, round(JOIN * millimetre) | 1)
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    boxes = [
        box for box in pieces(np.asarray(closed, dtype=np.uint8)) if box.width * box.height >= SPECK * millimetre**2
    ]
    return _split(sorted(boxes, key=lambda box: box.top), LONGEST * millimetre)


def _split(boxes: list[Box], longest: float) -> list[Box]:
    """The boxes of ink joined along the edge, parted at the widest gaps until none is longer than a seal."""
    if not boxes:
        return []
    around = union(boxes)
    if around.height <= longest or len(boxes) == 1:
        return [around]
    ends = np.maximum.accumulate([box.bottom for box in boxes])
    gaps = [boxes[index + 1].top - ends[index] for index in range(len(boxes) - 1)]
    at = int(np.argmax(gaps)) + 1
    return [*_split(boxes[:at], longest), *_split(boxes[at:], longest)] if gaps[at - 1] > 0 else [around]


def _slice(strip: _Strip, group: Box, mask: Picture, ink: Ink, dpi: float) -> SealSlice:
    box = strip.place(group)
    return SealSlice(
        bbox=box.scaled(POINTS_PER_INCH / dpi).rounded(),
        colour=ink,
        edge=strip.edge,
        outline=tuple(_outline(group, mask, dpi)) if group.height <= LONGEST * MM * dpi else (),
    )


def _outline(group: Box, mask: Picture, dpi: float) -> Iterator[tuple[float, float, float]]:
    """For each millimetre from the edge inward, in points: how deep, and where along the edge the ink begins and ends."""
    step, points = STEP * MM * dpi, POINTS_PER_INCH / dpi
    rows = slice(int(group.top), int(group.bottom))
    for number in range(int(group.x0 / step), int(group.x1 / step) + 1):
        columns = slice(round(number * step), max(round((number + 1) * step), round(number * step) + 1))
        inked = np.flatnonzero(mask[rows, columns].any(axis=1))
        if len(inked):
            start, end = group.top + inked[0], group.top + inked[-1] + 1
            yield tuple(round(value * points, 1) for value in ((number + 0.5) * step, start, end))  # type: ignore[misc]
