"""Tables by the names of their headings: ruled cells or columns of white space, wrapped cells, several pages."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout import ruled, unruled
from pipeline.layout.grid import Column, Grid
from pipeline.layout.sheet import Sheet

__all__ = ["Column", "Grid", "read_tables"]


def read_tables(
    sheets: Sequence[Sheet], columns: Sequence[Column], least: int = 2, key: str = ""
) -> tuple[Grid, ...]:
    """Every table of the pages, in order, whose headings name at least `least` of the columns.

    `key` (default: the first column) is filled in every row; rows without it, and sums, are left out. A table that
    reaches the foot of a page goes on at the top of the next, with or without its headings repeated.
    """
    key = key or columns[0].name
    grids: list[Grid] = []
    open_columns: ruled.Heads | unruled.Heads | None = None
    for sheet in sheets:
        found, goes_on = _grids_on(sheet, columns, least, key, open_columns)
        if found and open_columns is not None and grids and not found[0].headings:
            grids[-1] = Grid(grids[-1].headings, grids[-1].rows + found[0].rows)
            found = found[1:]
        grids.extend(found)
        open_columns = goes_on
    return tuple(grid for grid in grids if grid.headings)


def _grids_on(
    sheet: Sheet, columns: Sequence[Column], least: int, key: str, carried: object
) -> tuple[list[Grid], ruled.Heads | unruled.Heads | None]:
    """The tables of one page: ruled where there are rules, else by white space."""
    found, ruled_on = ruled.grids_on(sheet, columns, least, key, carried)
    if any(grid.rows for grid in found):
        return found, ruled_on
    loose, loose_on = unruled.grids_on(sheet, columns, least, key, carried)
    return (loose, loose_on) if loose or not found else (found, ruled_on)
