"""Ruled tables on A4: their cells broken into lines, their rows measured and parted over pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.packaging.typeset import HEIGHT, WIDTH, Fonts, Weight, wrapped

SIDE, TOP, FOOT = 46.0, 52.0, 50.0  # points: margins of a leaf
MEASURE = WIDTH - 2 * SIDE
BOTTOM = HEIGHT - FOOT - 14
LEADING = 1.45  # of the size
PADDING = 4.0  # points inside a cell
Cells = tuple[tuple[str, ...], ...]
"""The lines of every cell of a row."""


class Grid(NamedTuple):
    """A ruled table; `widths` are shares of the measure, `least` the height of a row in points to be written in."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float = 9.0
    least: float = 0.0


def cells_of(fonts: Fonts, row: Iterable[str], grid: Grid, weight: Weight = "regular") -> Cells:
    """The lines of every cell of a row."""
    return tuple(
        tuple(
            line
            for part in text.split("\n")
            for line in wrapped(fonts, part, grid.size, width - 2 * PADDING - 1, weight)
        )
        for text, width in zip(row, widths(grid), strict=True)
    )


def widths(grid: Grid) -> list[float]:
    """The columns' widths in points."""
    return [MEASURE * each / sum(grid.widths) for each in grid.widths]


def row_height(cells: Cells, grid: Grid, *, plain: bool = False) -> float:
    """The height of a row in points; a `plain` one need not be high enough to be written in."""
    lines = max(len(each) for each in cells)
    height = lines * grid.size * LEADING + 2 * PADDING
    return height if plain else max(height, grid.least)


def parted(cells: Cells, room: float, grid: Grid) -> tuple[Cells | None, Cells | None]:
    """A row that fits, whole; one that is taller than a whole page, as many lines as fit and the rest; else nothing."""
    whole = row_height(cells, grid)
    if whole <= room:
        return cells, None
    if whole <= BOTTOM - TOP - 60:
        return None, cells
    lines = int((room - 2 * PADDING) / (grid.size * LEADING))
    if lines < 1:
        return None, cells
    return tuple(each[:lines] or ("",) for each in cells), tuple(each[lines:] or ("",) for each in cells)
