"""Seals in a page's picture: round and oval stamps in red or blue, and the words around their rim."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.engines.regions import Region, regions
from pipeline.model.geometry import Box

Ink = Literal["red", "blue"]

WORKING_SIDE = 1400  # px of the longer side: a 38 mm seal on A4 is 180 px across
NEARLY = 0.9  # a picture hardly larger than that is looked at as it is
LEAST_TINT = 3  # of 255 between red and blue: what the palest ink of INKS has at least
# Hue is 0…179 in OpenCV; saturation and value 0…255. Seal ink runs from pale pink to brick red.
INKS: dict[Ink, tuple[tuple[tuple[int, int, int], tuple[int, int, int]], ...]] = {
    "red": (((0, 43, 40), (12, 255, 255)), ((165, 43, 40), (179, 255, 255))),
    "blue": (((98, 60, 40), (135, 255, 255)),),
}
RADIUS = (0.03, 0.16)  # of the page's short side; a company seal is 38–42 mm on A4: 0.09–0.1
FLATTEST = 0.5  # short to long axis: ovals for invoices are 30 × 40 mm
ROUNDNESS = 0.85  # hull area to the area of its ellipse
RING_COVERAGE = 0.8  # of directions in which there is ink at the rim, or print that hides it
RIM_SEEN = 0.6  # of directions in which the seal's own ink must show
PRINT = 110  # value of HSV, 0…255, below which a pixel is black print
RIM = (0.86, 1.08)  # of the radius: where the rim's ink is looked for
FILL = (0.08, 0.5)  # share of the ellipse that is inked; the national emblem is fuller
DIRECTIONS = 72  # of 5 degrees
CLOSINGS = (0.006, 0.03)  # of the short side: gaps in a rubber stamp's print, and characters printed across its rim
PAPER_EDGE = 0.6  # of the page inked: a red page, not a seal

BAND = (0.60, 0.90)  # of the radius: where the ring text stands, inside the rim
UNROLLED = 2  # pixels of the strip for each pixel of circumference
GAP = 60  # degrees: the widest empty arc, where the ring text ends and begins
INKED, SPECKS = 160, 0.08  # grey value of ink in the strip; share of a column that grain may darken
LEAST_RADIUS = 40  # px: smaller ring text cannot be read
LEAST_TEXT = 4  # characters
LEAST_CONFIDENCE = 0.5


@dataclass(frozen=True)
class Ring:
    """A seal in pixels of the picture: centre, half axes, tilt in degrees."""

    x: float
    y: float
    wide: float
    high: float
    tilt: float
    ink: Ink

    @property
    def box(self) -> Box:
        """The rectangle around it in pixels."""
        angle = math.radians(self.tilt)
        half_x = math.hypot(self.wide * math.cos(angle), self.high * math.sin(angle))
        half_y = math.hypot(self.wide * math.sin(angle), self.high * math.cos(angle))
        return Box(self.x - half_x, self.y - half_y, self.x + half_x, self.y + half_y)


def find(picture: Picture) -> tuple[Ring, ...]:
    """The seals of an RGB picture, from top to bottom."""
    scale = WORKING_SIDE / max(picture.shape[:2])
    small, scale = (picture, 1.0) if scale > NEARLY else (_reduced(picture, scale), scale)
    masks, dark = _inks(small)
    found = [ring for ink, mask in masks.items() for ring in _rings(mask, dark, ink)]
    whole = [Ring(r.x / scale, r.y / scale, r.wide / scale, r.high / scale, r.tilt, r.ink) for r in found]
    return tuple(sorted(whole, key=lambda ring: (ring.y, ring.x)))


def _reduced(picture: Picture, scale: float) -> Picture:
    return np.asarray(cv2.resize(picture, (0, 0), fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _inks(picture: Picture) -> tuple[dict[Ink, Picture], Picture]:
    """A mask of each ink and one of black print; only where there is colour at all, which a digital page has little of."""
    height, width = picture.shape[:2]
    masks = {ink: np.zeros((height, width), np.uint8) for ink in INKS}
    dark = np.zeros((height, width), np.uint8)
    difference = cv2.absdiff(cv2.extractChannel(picture, 0), cv2.extractChannel(picture, 2))
    for place in regions(np.asarray(difference >= LEAST_TINT, dtype=np.uint8), 1, 2 * RADIUS[0] * min(height, width)):
        hsv = np.asarray(cv2.cvtColor(picture[place], cv2.COLOR_RGB2HSV), dtype=np.uint8)
        dark[place] = hsv[:, :, 2] < PRINT
        for ink, mask in masks.items():
            mask[place] = _inked(hsv, ink)
    return masks, dark


def _inked(hsv: Picture, ink: Ink) -> Picture:
    masks = [cv2.inRange(hsv, low, high) for low, high in INKS[ink]]
    return np.asarray(np.bitwise_or.reduce(masks), dtype=np.uint8)


def _rings(mask: Picture, dark: Picture, ink: Ink) -> list[Ring]:
    """Small gaps are bridged first; wide ones, where print crosses a thin rim, only for what is still missing."""
    inked = cv2.countNonZero(mask)
    least_rim = 2 * math.pi * RADIUS[0] * min(mask.shape) * RIM_SEEN  # pixels of the smallest seal's rim, one wide
    if inked < least_rim or inked > PAPER_EDGE * mask.size:
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
    short = min(mask.shape)
    side = max(3, round(closing * short) | 1)
    least, most = (2 * radius * short for radius in RADIUS)
    found = []
    for place in regions(mask, side, least):
        for contour in _outlines(mask, place, side):
            _, _, width, height = cv2.boundingRect(contour)
            if least <= max(width, height) <= most:
                ring = _ring(contour, mask, dark, ink)
                if ring is not None:
                    found.append(ring)
    return found


def _outlines(mask: Picture, place: Region, side: int) -> Iterator[NDArray[Any]]:
    """Outlines of separate strokes, also of those inside another's hole: certificates have frames round their seals."""
    rows, columns = place
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    closed = cv2.morphologyEx(np.ascontiguousarray(mask[place]), cv2.MORPH_CLOSE, kernel)
    offset = (columns.start, rows.start)
    contours, tree = cv2.findContours(closed, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE, offset=offset)
    yield from (each for each, links in zip(contours, tree[0] if contours else (), strict=True) if links[3] < 0)


def _ring(contour: NDArray[Any], mask: Picture, dark: Picture, ink: Ink) -> Ring | None:
    """The seal whose outline this is, None where it is no ellipse, not inked all round, or filled."""
    hull = cv2.convexHull(contour)
    if len(hull) < 5:  # noqa: PLR2004 - an ellipse has five degrees of freedom
        return None
    (x, y), axes, tilt = cv2.fitEllipse(hull)
    wide, high = axes[0] / 2, axes[1] / 2
    area = math.pi * wide * high
    if min(wide, high) < FLATTEST * max(wide, high) or not ROUNDNESS <= cv2.contourArea(hull) / area <= 1 / ROUNDNESS:
        return None
    ring = Ring(x, y, wide, high, tilt, ink)
    rim, fill = _measured(ring, mask)
    hidden, _ = _measured(ring, np.bitwise_or(mask, dark))
    return ring if rim >= RIM_SEEN and hidden >= RING_COVERAGE and FILL[0] <= fill <= FILL[1] else None


def _measured(ring: Ring, mask: Picture) -> tuple[float, float]:
    """In how many directions the rim is inked, and how much of the ellipse is: shares 0…1."""
    left, top, right, bottom = (round(edge) for edge in ring.box.grown(2))
    rows, columns = np.nonzero(mask[max(top, 0) : bottom, max(left, 0) : right])
    angle = math.radians(ring.tilt)
    dx, dy = columns + max(left, 0) - ring.x, rows + max(top, 0) - ring.y
    u = (dx * math.cos(angle) + dy * math.sin(angle)) / ring.wide
    v = (-dx * math.sin(angle) + dy * math.cos(angle)) / ring.high
    radius = np.hypot(u, v)
    at_rim = (radius >= RIM[0]) & (radius <= RIM[1])
    directions = np.unique((np.degrees(np.arctan2(v, u))[at_rim] // (360 / DIRECTIONS)).astype(int))
    fill = float(np.sum(radius <= 1)) / (math.pi * ring.wide * ring.high)
    return len(directions) / DIRECTIONS, fill


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
        clean[rows, columns] = _faded(picture[rows, columns], ring.ink)[:, :, np.newaxis]
    return clean


def _faded(crop: Picture, ink: Ink) -> Picture:
    """The channel of the seal's own colour, where its ink is nearly as bright as paper, and lifted to be so.

    Ink printed over black lets the black through: lifting by the same factor leaves it dark.
    """
    own, redness = _own_channel(crop, ink)
    strong = redness > 0.5 * max(float(np.percentile(redness, 97)), 1.0)
    if not strong.any() or strong.all():
        return own.astype(np.uint8)
    paper = float(np.percentile(own[~strong], 80))
    lift = max(paper / max(float(np.percentile(own[strong], 60)), 1.0), 1.0) - 1.0
    share = np.clip(redness / max(float(np.median(redness[strong])), 1.0), 0.0, 1.0)
    return np.clip(own * (1.0 + lift * share), 0, paper).astype(np.uint8)


def _own_channel(crop: Picture, ink: Ink) -> tuple[Picture, Picture]:
    """The channel in which the ink is bright, and by how much it exceeds the others, 0…255."""
    red, green, blue = (crop[:, :, channel].astype(np.int16) for channel in range(3))
    own, others = (red, np.maximum(green, blue)) if ink == "red" else (blue, np.maximum(red, green))
    return own, np.clip(own - others, 0, 255)


def ring_text(picture: Picture, ring: Ring) -> tuple[str, float] | None:
    """The words around the rim and their mean confidence, None where they cannot be read."""
    if min(ring.wide, ring.high) < LEAST_RADIUS:
        return None
    from pipeline.engines import ocr

    strip = _unrolled(picture, ring)
    line = ocr.recognise_crops([np.repeat(strip[:, :, np.newaxis], 3, axis=2)])[0]
    text = "".join(line.characters).strip("*·.-_★☆")
    return (text, round(line.score, 3)) if len(text) >= LEAST_TEXT and line.score >= LEAST_CONFIDENCE else None


def _unrolled(picture: Picture, ring: Ring) -> Picture:
    """The ring text as a straight line: black on white, beginning behind the widest empty arc."""
    radius = (ring.wide + ring.high) / 2
    length, height = round(2 * math.pi * radius * 0.8 * UNROLLED), round((BAND[1] - BAND[0]) * radius * UNROLLED)
    angles = np.linspace(0, 2 * math.pi, length, endpoint=False)[np.newaxis, :]
    reach = np.linspace(BAND[1], BAND[0], height)[:, np.newaxis]
    tilt = math.radians(ring.tilt)
    u, v = ring.wide * reach * np.cos(angles - tilt), ring.high * reach * np.sin(angles - tilt)
    strength, left, top = _strength(picture, ring)
    x = (ring.x - left + u * math.cos(tilt) - v * math.sin(tilt)).astype(np.float32)
    y = (ring.y - top + u * math.sin(tilt) + v * math.cos(tilt)).astype(np.float32)
    strip = np.asarray(255 - cv2.remap(strength, x, y, cv2.INTER_LINEAR, borderValue=0), dtype=np.uint8)
    return _without_tail(np.roll(strip, -_begins(strip), axis=1))


def _without_tail(strip: Picture) -> Picture:
    """The strip up to its last ink and a margin: the empty arc at the end would be recognised for nothing."""
    inked = np.flatnonzero((strip < INKED).mean(axis=0) > SPECKS)
    return strip if not len(inked) else np.ascontiguousarray(strip[:, : inked[-1] + strip.shape[0]])


def _strength(picture: Picture, ring: Ring) -> tuple[Picture, int, int]:
    """How much ink of the seal's colour stands in each pixel around it, 0…255, black print none; left and top edge."""
    box = ring.box
    left, top = max(round(box.x0), 0), max(round(box.top), 0)
    _, strength = _own_channel(picture[top : round(box.bottom), left : round(box.x1)], ring.ink)
    strongest = max(float(np.percentile(strength, 97)), 1.0)
    return np.clip(strength * (255.0 / strongest), 0, 255).astype(np.uint8), left, top


def _begins(strip: Picture) -> int:
    """The column behind the emptiest arc."""
    ink = (255 - strip.astype(np.int32)).sum(axis=0)
    span = max(1, len(ink) * GAP // 360)
    sums = np.convolve(np.concatenate([ink, ink[:span]]), np.ones(span), "valid")[: len(ink)]
    return int((np.argmin(sums) + span) % len(ink))
