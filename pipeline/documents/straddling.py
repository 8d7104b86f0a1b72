"""Whether a seal straddles the pages of a paper (骑缝章): its slices, laid beside one another, make a round seal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.model.geometry import POINTS_PER_MM
from pipeline.model.page import Page, SealSlice

RADIUS = (14 * POINTS_PER_MM, 26 * POINTS_PER_MM)  # of seals of companies and authorities
SAME_HEIGHT = 8 * POINTS_PER_MM  # pages are fed to a scanner at slightly different heights
OFF = 0.12  # of the radius: how far the ends of the ink may lie off the circle
FITTING, EACH = 0.75, 0.6  # of all ends, and of each slice's, that lie on it
SHOWN = 0.7  # of the diameter that the slices show
FEWEST_COLUMNS = 10  # millimetres of a seal
ROUNDS = 5  # of fitting without what lies off
WHOLE_PAGES = ((595.3, 841.9), (841.9, 1190.6), (612.0, 792.0))  # points: A4, A3, Letter
UNCUT = 0.02  # of a side: a page of such a size was scanned with its margins

Columns = NDArray[np.float64]
"""Rows of (place across the joined seal, length of the ink along the edge), in points, and the number of the slice."""


def straddles(pages: Sequence[Page], cut: Sequence[int]) -> bool | None:
    """Whether a seal straddles the pages; None where that cannot be told. `cut`: numbers of pages with cut margins.

    Slices must stand on every leaf, or on every second page where both sides were scanned, and join to round seals.
    It is denied only where every page shows colour and its whole margins, and nothing stands there.
    """
    if len(pages) < 2:  # noqa: PLR2004 - one page has nothing to straddle
        return None
    if any(_is_whole(track, len(pages)) for track in _tracks(pages)) or _faces(pages):
        return True
    if any(page.look.slices for page in pages):
        return None
    return False if all(_shows_margins(page) for page in pages) and not cut else None


def _shows_margins(page: Page) -> bool:
    if not page.look.picture:
        return bool(page.width)
    short, long = sorted((page.width, page.height))
    whole = any(abs(short / x - 1) <= UNCUT and abs(long / y - 1) <= UNCUT for x, y in WHOLE_PAGES)
    return whole and page.look.colour == "colour"


def _tracks(pages: Sequence[Page]) -> Iterator[dict[int, SealSlice]]:
    """Slices of one edge and colour at one height, by the index of their page."""
    every = [(index, each) for index, page in enumerate(pages) for each in page.look.slices if each.outline]
    for _, first in every:
        track: dict[int, SealSlice] = {}
        for index, each in every:
            alike = each.edge == first.edge and each.colour == first.colour
            if alike and abs(_middle(each) - _middle(first)) <= SAME_HEIGHT:
                track.setdefault(index, each)
        yield track


def _middle(each: SealSlice) -> float:
    """Where along the edge the middle of the seal stands: that of a slice's longest ink."""
    return max((end - start, (start + end) / 2) for _, start, end in each.outline)[1]


def _is_whole(track: dict[int, SealSlice], pages: int) -> bool:
    """Whether the slices stand on every leaf and join to round seals, one after another."""
    if len(track) < 2 or not any(set(track) == set(leaves) for leaves in _leaves(pages)):  # noqa: PLR2004
        return False
    slices = [track[index] for index in sorted(track)]
    return _joins(slices) or _joins(slices[::-1])


def _leaves(pages: int) -> tuple[range, range, range]:
    """Pages that an edge seal marks: all, or where both sides were scanned the fronts or the backs."""
    return range(pages), range(0, pages, 2), range(1, pages, 2)


def _joins(slices: Sequence[SealSlice]) -> bool:
    """Whether the slices, in this order, are those of round seals, each over two leaves at least."""
    done = [True] + [False] * len(slices)
    for end in range(2, len(slices) + 1):
        done[end] = any(done[start] and _is_round(_laid_out(slices[start:end])) for start in range(end - 1))
    return done[-1]


def _laid_out(slices: Sequence[SealSlice]) -> Columns:
    """The ink of the slices on one line: each leaf shows as much of the seal as lies beyond the leaf above it."""
    columns = [(-depth, end - start, 0) for depth, start, end in slices[0].outline]
    edge = 0.0
    for number, each in enumerate(slices[1:], 1):
        edge += max(depth for depth, _, _ in each.outline) + POINTS_PER_MM / 2
        columns += [(edge - depth, end - start, number) for depth, start, end in each.outline]
    return np.array(columns, dtype=np.float64)


def _side_by_side(left: SealSlice, right: SealSlice) -> Columns:
    columns = [(-depth, end - start, 0) for depth, start, end in left.outline]
    return np.array(columns + [(depth, end - start, 1) for depth, start, end in right.outline], dtype=np.float64)


def _faces(pages: Sequence[Page]) -> bool:
    """Whether a seal straddles the fold of two pages that lie side by side: one half at either inner edge."""
    if len(pages) != 2:  # noqa: PLR2004
        return False
    return any(
        _is_round(_side_by_side(one, other) if one.edge == "right" else _side_by_side(other, one))
        for left, right in pairwise(pages)
        for one in left.look.slices
        for other in right.look.slices
        if one.outline and other.outline and (one.edge, other.edge) in (("right", "left"), ("left", "right"))
        if one.colour == other.colour and abs(_middle(one) - _middle(other)) <= SAME_HEIGHT
    )


def _is_round(columns: Columns) -> bool:
    """Whether the lengths of the ink are the chords of one circle of a seal's size, most of which is shown."""
    if len(columns) < FEWEST_COLUMNS:
        return False
    x, half, number = columns[:, 0], columns[:, 1] / 2, columns[:, 2]
    kept = np.ones(len(x), dtype=bool)
    middle = radius = 0.0
    for _ in range(ROUNDS):
        # half² + x² = 2·middle·x + (radius² − middle²)
        design = np.column_stack([2 * x[kept], np.ones(int(kept.sum()))])
        (middle, rest), *_ = np.linalg.lstsq(design, (half**2 + x**2)[kept], rcond=None)
        radius = float(np.sqrt(max(rest + middle**2, 0.0)))
        off = np.abs(np.hypot(x - middle, half) - radius)
        kept = off <= max(float(np.quantile(off, FITTING)), 1.0)
    on = off <= OFF * radius
    if not RADIUS[0] <= radius <= RADIUS[1] or float(np.mean(on)) < FITTING:
        return False
    if any(float(np.mean(on[number == each])) < EACH for each in np.unique(number)):
        return False
    return _shown(x[on], middle, radius) >= SHOWN


def _shown(x: NDArray[np.float64], middle: float, radius: float) -> float:
    """The share of the diameter, 0…1, of which a column lies on the circle, in steps of a millimetre."""
    places = np.unique(np.round((x - middle) / POINTS_PER_MM))
    inside = places[np.abs(places) <= radius / POINTS_PER_MM]
    return float(len(inside) * POINTS_PER_MM / (2 * radius))
