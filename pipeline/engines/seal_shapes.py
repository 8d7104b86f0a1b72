"""Which outlines are seals: round and oval with words round the rim, square with characters in a frame."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.engines.rings import DIRECTIONS, Ring, covered, directions
from pipeline.engines.seal_ink import Ink

RADIUS = (0.03, 0.16)  # of the page's short side; a company seal is 38–42 mm on A4: 0.09–0.1
FLATTEST = 0.5  # short to long axis: ovals for invoices are 30 × 40 mm
OVAL = 0.86  # short to long axis below which a seal is oval; a round one photographed at a slant stays above
ROUNDNESS = 0.85  # hull area to the area of its ellipse
RING_COVERAGE = 0.8  # of directions in which there is ink at the rim, or print that hides it
RIM_SEEN = 0.6  # of directions in which the seal's own ink must show
FILL = (0.08, 0.5)  # share of the ellipse that is inked; the national emblem is fuller
WORDS = (0.60, 0.76)  # of the radius: where the words stand, and no rim, however thick
WORDED = 0.25  # of directions in which words stand: a bare ring is a mark, no seal

SQUARE = (0.055, 0.16)  # of the page's short side: name seals are 15–25 mm, square company seals up to 32 mm on A4
SQUARENESS = (0.8, 0.88)  # short to long side, hull area to the rectangle's
FRAME = (0.86, 1.06)  # of the half side: where the frame's ink is looked for
FRAMED = 0.75  # of each side's length that is inked
SQUARE_FILL = (0.12, 0.85)  # share of the inside that is inked: an empty box is a table's cell, a full one a block

WHOLE_RADIUS = (0.065, 0.14)  # of the short side: of seals that are joined to other ink or cut by the page's edge
TRIES, POINTS = 600, 480  # circles through three points of an outline, and points that are tried
NEAR = 0.03  # of the radius: how near to a circle its points lie
THIN_RIM, OUTSIDE = (0.93, 1.07), (1.1, 1.2)  # of the radius: the rim alone, and the paper around it
LINE, SOLID = (0.94, 1.0), 0.5  # of the radius: the rim's own line, and how full it is; print is half as full
JOINED_SEEN = 0.7  # of directions, more than RIM_SEEN: a dark desk beside a slice is no print over its rim
CROWDED = 0.6  # of directions in which ink stands around: lines of print, in which circles can be drawn at will
LEAST_SEEN = 0.6  # of the rim that lies on the page: less is a slice of a straddle seal


def judged(outline: NDArray[Any], mask: Picture, dark: Picture, ink: Ink) -> Ring | None:
    """The seal of which this is the whole outline."""
    hull = cv2.convexHull(outline)
    if len(hull) < 4:  # noqa: PLR2004 - a square has four corners
        return None
    return _ellipse(hull, mask, dark, ink) or _square(hull, mask, ink)


def _ellipse(hull: NDArray[Any], mask: Picture, dark: Picture, ink: Ink) -> Ring | None:
    """None where it is no ellipse, not inked all round, filled, or without words."""
    if len(hull) < 5:  # noqa: PLR2004 - an ellipse has five degrees of freedom
        return None
    (x, y), axes, tilt = cv2.fitEllipse(hull)
    wide, high = axes[0] / 2, axes[1] / 2
    flat = min(wide, high) / max(wide, high)
    area = math.pi * wide * high
    if flat < FLATTEST or not ROUNDNESS <= cv2.contourArea(hull) / area <= 1 / ROUNDNESS:
        return None
    ring = Ring(x, y, wide, high, tilt, ink, "oval" if flat < OVAL else "round")
    ring = replace(ring, cut=_reaches_beyond(ring, mask))
    rim, fill = covered(ring, mask)
    hidden, _ = covered(ring, np.bitwise_or(mask, dark))
    inked = rim >= RIM_SEEN and hidden >= RING_COVERAGE and FILL[0] <= fill <= FILL[1]
    return ring if inked and _worded(ring, mask) else None


def _worded(ring: Ring, mask: Picture) -> bool:
    return len(directions(*ring.ink_of(mask), WORDS)) >= WORDED * DIRECTIONS


def _square(hull: NDArray[Any], mask: Picture, ink: Ink) -> Ring | None:
    """None where it is no square, its frame is open, or it is empty or full."""
    (x, y), (wide, high), tilt = cv2.minAreaRect(hull)
    long, short = max(wide, high), min(wide, high)
    page = min(mask.shape)
    if not SQUARE[0] * page <= short <= long <= SQUARE[1] * page or short < SQUARENESS[0] * long:
        return None
    if cv2.contourArea(hull) < SQUARENESS[1] * wide * high:
        return None
    seal = Ring(x, y, wide / 2, high / 2, tilt, ink, "square")
    u, v = seal.ink_of(mask)
    framed = all(_runs_along(side, along) for side, along in ((u, v), (-u, v), (v, u), (-v, u)))
    inside = float(np.sum(np.maximum(np.abs(u), np.abs(v)) < FRAME[0])) / (wide * high * FRAME[0] ** 2)
    return seal if framed and SQUARE_FILL[0] <= inside <= SQUARE_FILL[1] else None


def _runs_along(side: NDArray[Any], along: NDArray[Any]) -> bool:
    """Whether ink stands all along one side of a square."""
    at = (side >= FRAME[0]) & (side <= FRAME[1]) & (np.abs(along) <= 1)
    return len(np.unique((along[at] * DIRECTIONS / 8).astype(np.int64))) >= FRAMED * DIRECTIONS / 4


def joined(outline: NDArray[Any], mask: Picture, dark: Picture, ink: Ink) -> list[Ring]:
    """The round seals in an outline of more than one thing, or of one that the page's edge cuts."""
    found: list[Ring] = []
    points = _off_the_edge(outline.reshape(-1, 2).astype(np.float64), mask)
    while len(points) >= DIRECTIONS:
        ring = _circle(points, mask, ink)
        if ring is None or not _stands_out(ring, mask, dark):
            break
        found.append(ring)
        away = np.abs(np.hypot(points[:, 0] - ring.x, points[:, 1] - ring.y) - ring.wide) > 2 * NEAR * ring.wide
        points = points[away]
    return found


def _off_the_edge(points: NDArray[np.float64], mask: Picture) -> NDArray[np.float64]:
    height, width = mask.shape
    x, y = points[:, 0], points[:, 1]
    inside: NDArray[np.float64] = points[(x > 1) & (y > 1) & (x < width - 2) & (y < height - 2)]
    return inside


def _circle(points: NDArray[np.float64], mask: Picture, ink: Ink) -> Ring | None:
    """The circle on which most of an outline lies, as far as a seal's size allows."""
    random = np.random.default_rng(len(points))  # the same circle for the same page
    chosen = points[:: max(1, len(points) // POINTS)]
    triples = chosen[random.integers(0, len(chosen), (TRIES, 3))]
    x, y, radius = _through(triples)
    page = min(mask.shape)
    fits = np.isfinite(radius) & (radius >= WHOLE_RADIUS[0] * page) & (radius <= WHOLE_RADIUS[1] * page)
    if not fits.any():
        return None
    x, y, radius = x[fits], y[fits], radius[fits]
    away = np.abs(np.hypot(chosen[:, 0] - x[:, None], chosen[:, 1] - y[:, None]) - radius[:, None])
    near = away <= NEAR * radius[:, None]
    best = int(np.argmax(near.sum(axis=1) / radius))
    on = chosen[near[best]]
    solved, *_ = np.linalg.lstsq(np.column_stack([2 * on, np.ones(len(on))]), (on**2).sum(axis=1), rcond=None)
    middle_x, middle_y, rest = (float(value) for value in solved)
    size = math.sqrt(max(rest + middle_x**2 + middle_y**2, 0.0))
    ring = Ring(middle_x, middle_y, size, size, 0.0, ink)
    return replace(ring, cut=_reaches_beyond(ring, mask))


def _reaches_beyond(ring: Ring, mask: Picture) -> bool:
    """Whether the page's edge cuts it, allowing for the error of the fit."""
    height, width = mask.shape
    box = ring.box.grown(-NEAR * ring.wide)
    return box.x0 < 0 or box.top < 0 or box.x1 > width or box.bottom > height


def _through(triples: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Centres and radii of the circles through three points each; infinite where they stand in a line."""
    (ax, ay), (bx, by), (cx, cy) = (triples[:, index].T for index in range(3))
    with np.errstate(divide="ignore", invalid="ignore"):
        twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
        a, b, c = ax**2 + ay**2, bx**2 + by**2, cx**2 + cy**2
        x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / twice
        y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / twice
        return x, y, np.hypot(ax - x, ay - y)


def _stands_out(ring: Ring, mask: Picture, dark: Picture) -> bool:
    """Whether a circle is a seal's rim: inked where it lies on the page, paper around it, words within."""
    page = min(mask.shape)
    seen = _directions_on(ring, mask)
    if len(seen) < LEAST_SEEN * DIRECTIONS or not WHOLE_RADIUS[0] * page <= ring.wide <= WHOLE_RADIUS[1] * page:
        return False
    own = ring.ink_of(mask)
    rim = len(np.intersect1d(directions(*own, THIN_RIM), seen)) / len(seen)
    either = ring.ink_of(np.bitwise_or(mask, dark))
    hidden = len(np.intersect1d(directions(*either, THIN_RIM), seen)) / len(seen)
    radius = np.hypot(*either)
    area = math.pi * ring.wide**2 * (LINE[1] ** 2 - LINE[0] ** 2) * len(seen) / DIRECTIONS
    solid = float(np.sum((radius >= LINE[0]) & (radius <= LINE[1]))) / area
    around = len(np.intersect1d(directions(*own, OUTSIDE), seen)) / len(seen)
    fill = float(np.sum(np.hypot(*own) <= 1)) / (math.pi * ring.wide**2)
    inked = rim >= JOINED_SEEN and hidden >= RING_COVERAGE and around <= CROWDED and solid >= SOLID
    return inked and FILL[0] / 2 <= fill <= FILL[1] and _worded(ring, mask)


def _directions_on(ring: Ring, mask: Picture) -> NDArray[np.int64]:
    """The directions in which the rim lies on the page."""
    step = 360 / DIRECTIONS
    numbers = np.arange(-DIRECTIONS // 2, DIRECTIONS // 2)
    angle = np.radians((numbers + 0.5) * step)
    x, y = ring.x + ring.wide * np.cos(angle), ring.y + ring.wide * np.sin(angle)
    height, width = mask.shape
    on: NDArray[np.int64] = numbers[(x >= 0) & (y >= 0) & (x < width) & (y < height)].astype(np.int64)
    return on
