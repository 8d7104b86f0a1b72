"""The quadrilaterals that the detector of text puts around lines: how long they are, how they lean, which way they run."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

TALL = 1.5  # height to width of a box whose characters run downwards (the recogniser turns such crops itself)
LONG_FOR_SKEW = 3.0  # times as long as high: shorter lines tell little of a page's lean
SLANT = 8.0  # degrees: lines of one photographed page differ by less
LEVEL_SHARE = 0.25  # of all lines' length that suffices for the nearly level ones to be the page's own

Quad = NDArray[Any]
"""Four corners (x, y) in pixels, clockwise from the top left."""


def sides(quad: Quad) -> tuple[float, float]:
    """Width and height in pixels."""
    return float(np.linalg.norm(quad[1] - quad[0])), float(np.linalg.norm(quad[3] - quad[0]))


def runs_down(quad: Quad) -> bool:
    """Whether the characters of a line stand under one another."""
    width, height = sides(quad)
    return height >= TALL * width


def stand_on_their_side(quads: list[Quad]) -> bool:
    """Whether most of a page's print runs up or down."""
    tall = sum(sides(quad)[1] for quad in quads if runs_down(quad))
    wide = sum(sides(quad)[0] for quad in quads if not runs_down(quad))
    return tall > wide


def elongation(quad: Quad) -> float:
    """How many times as long as high a line is."""
    width, height = sorted(sides(quad), reverse=True)
    return width / max(height, 1.0)


def slope(quad: Quad) -> float:
    """Degrees by which a line falls to the right."""
    along = quad[1] - quad[0] if sides(quad)[0] >= sides(quad)[1] else quad[3] - quad[0]
    return float(np.degrees(np.arctan2(along[1], along[0])))


def usual_slope(quads: list[Quad]) -> float:
    """The slope of most lines; nearly level ones count first, for a watermark's lines may be the longer ones."""
    level = [quad for quad in quads if abs(angle_between(slope(quad), 0.0)) < SLANT]
    all_of_them = sum(max(sides(quad)) for quad in quads)
    if sum(max(sides(quad)) for quad in level) >= LEVEL_SHARE * all_of_them:
        return 0.0 if not level else float(np.median([angle_between(slope(quad), 0.0) for quad in level]))
    return float(np.median([angle_between(slope(quad), 0.0) for quad in quads]))


def angle_between(one: float, other: float) -> float:
    """The angle between two slopes, from -45 to 45 degrees: a column of print stands upright."""
    return (one - other + 45.0) % 90.0 - 45.0


def skew(quads: list[Quad]) -> float:
    """Degrees by which lines fall to the right (positive) or rise, weighted by their length."""
    wide = [quad for quad in quads if sides(quad)[0] > LONG_FOR_SKEW * sides(quad)[1]]
    if not wide:
        return 0.0
    slopes = np.array([np.degrees(np.arctan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0])) for quad in wide])
    lengths = np.array([sides(quad)[0] for quad in wide])
    order = np.argsort(slopes)
    half = np.searchsorted(np.cumsum(lengths[order]), lengths.sum() / 2)
    return round(float(slopes[order][min(half, len(order) - 1)]), 2)
