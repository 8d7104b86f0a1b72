"""A long screenshot cut into pages at calm rows: never through a line of text, a row of a table or a picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

LONG = 2.5  # height to width: the tallest telephones' own screens are 2.44
LEAST_WIDTH = 320  # px: a narrower strip is a bar code or a scrap, no page
PAGE = 2**0.5  # height to width of an ISO sheet: the most that one page takes
SHORTEST = 0.5  # of an even share of what is left: earlier cuts are not looked for
EDGE = 24  # of 255 from one pixel to the next: JPEG's own noise stays below
LEAST_GAP = 5  # px of calm rows
WIDE_GAP = 0.045  # of the width: lines of one paragraph stand closer, bubbles and paragraphs farther apart
FAR = 0.5  # what a whole share's distance from the even cut costs, in wide gaps
RULE = 0.008  # of the width: the most that a horizontal rule is thick
RULED = 0.9  # of the columns between its ends that a rule colours
STRIPED = 0.97  # the same of an edge between two colours of rows
SPAN = 0.4  # of the width that a rule or an edge reaches over, where no upright rules say how wide the table is
HALF = 0.5  # of the columns: more differ above and below, and the change is an edge of colours
UPRIGHT = 0.008  # of the width: an upright rule is thinner, the edge of a bubble or of a card stands alone
FRAME = 2  # upright rules of a frame round everything; a table of several columns has more
FRAMED = 0.5  # of the worth of a gap that keeps inside a frame


class _Rows(NamedTuple):
    """Consecutive rows `first`…`last` that are calm, or change, and the columns that lie under upright rules."""

    first: int
    last: int
    calm: bool
    upright: tuple[int, ...]
    look: NDArray[np.int16]
    """The shades of the row in their middle."""

    @property
    def height(self) -> int:
        return self.last - self.first + 1


class _Cut(NamedTuple):
    """A row before which the picture may be cut, and how far apart what stands above and below is, in pixels."""

    row: int
    gap: float


def is_long(width: int, height: int) -> bool:
    """Whether a picture is a long screenshot by its shape (pixels)."""
    return width >= LEAST_WIDTH and height > LONG * width


def pieces(shades: NDArray[np.uint8]) -> tuple[tuple[int, int], ...]:
    """Rows (first, end) of each page, in order, all rows in one of them.

    Where nothing calm comes within a page, the page goes on to the next calm row.
    """
    height, width = shades.shape
    offered = list(_cuts(shades))
    rows, most = [0], PAGE * width
    while height - rows[-1] > most:
        cut = _best(offered, rows[-1], height, most)
        if cut is None:
            break
        rows.append(cut)
    return tuple(pairwise([*rows, height]))


def _best(offered: list[_Cut], start: int, height: int, most: float) -> int | None:
    """The best cut for a page that starts at a row; None where the rest cannot be cut."""
    even = (height - start) / np.ceil((height - start) / most)
    near = [cut for cut in offered if start + SHORTEST * even <= cut.row <= start + most]
    if not near:
        return next((cut.row for cut in offered if cut.row > start + most), None)
    width = most / PAGE
    best = max(
        near,
        key=lambda cut: min(cut.gap / (WIDE_GAP * width), 1.0) - FAR * abs(cut.row - start - even) / even,
    )
    return best.row


def _cuts(shades: NDArray[np.uint8]) -> Iterator[_Cut]:
    """Every row where the picture may be cut: below a rule between calm rows, or in the middle of other calm rows."""
    width = shades.shape[1]
    changes = np.asarray(cv2.absdiff(shades[1:], shades[:-1])) > EDGE
    runs = list(_runs(shades, changes))
    ruled: set[int] = set()
    for place in range(1, len(runs) - 1):
        above, run, below = runs[place - 1 : place + 2]
        if not run.calm and run.height <= max(RULE * width, 4):
            row = _border(changes, run, above, below)
            if row is not None:
                ruled.update((place - 1, place + 1))
                yield _Cut(row, above.height + below.height)
    for place, run in enumerate(runs):
        if run.calm and place not in ruled and len(run.upright) <= FRAME and run.height >= LEAST_GAP:
            yield _Cut((run.first + run.last + 1) // 2, run.height * (FRAMED if run.upright else 1.0))


def _runs(shades: NDArray[np.uint8], changes: NDArray[np.bool_]) -> Iterator[_Rows]:
    """The rows in runs of calm and of changing ones; a row is calm where it looks like the row above and below."""
    moved = changes.any(axis=1)
    restless = np.concatenate([moved, [False]]) | np.concatenate([[False], moved])
    edges = np.flatnonzero(np.diff(restless)) + 1
    for first, end in pairwise([0, *edges.tolist(), len(restless)]):
        calm, look = not restless[first], shades[(first + end) // 2].astype(np.int16)
        yield _Rows(first, end - 1, calm, _upright_rules(look) if calm else (), look)


def _upright_rules(row: NDArray[np.int16]) -> tuple[int, ...]:
    """Columns at which a thin line crosses a row: two opposite edges close together."""
    steps = np.diff(row)
    edges = np.flatnonzero(np.abs(steps) > EDGE)
    thin = max(UPRIGHT * len(row), 2)
    return tuple(int(a) for a, b in pairwise(edges.tolist()) if b - a <= thin and (steps[a] > 0) != (steps[b] > 0))


def _border(changes: NDArray[np.bool_], run: _Rows, above: _Rows, below: _Rows) -> int | None:
    """The row below a horizontal rule, or at which one colour of rows gives way to another; None for other changes.

    Both are as wide as their table, or as most of the page. A rule that ends before the table does leaves a cell
    that goes on over it; the edge of a chat's bubble has its sender's picture beside it.
    """
    width = changes.shape[1]
    coloured = np.asarray(changes[run.first : run.last].any(axis=0))
    columns = np.flatnonzero(coloured)
    uprights = (*above.upright, *below.upright)
    ends = uprights if len(uprights) > 1 else tuple(columns.tolist())
    if not ends or (len(uprights) <= 1 and max(ends) - min(ends) < SPAN * width):
        return None
    steps = np.mean(np.abs(above.look - below.look)[coloured] > EDGE) > HALF
    filled = float(coloured[min(ends) : max(ends) + 1].mean())
    if steps:
        return (run.first + run.last + 1) // 2 if filled >= STRIPED else None
    return run.last if filled >= RULED else None
