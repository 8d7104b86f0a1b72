"""Ruled tables that lie on their side: labels down the first column, each further column a row of values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.layout.cells import TOUCH, adjoins
from pipeline.layout.glyphs import Words
from pipeline.layout.grid import Column, Grid, heading_names, is_total
from pipeline.layout.sheet import Cell, Sheet
from pipeline.model.geometry import Box


def turned_tables(sheets: Sequence[Sheet], columns: Sequence[Column], least: int) -> tuple[Grid, ...]:
    """The tables of the pages whose first column names at least `least` of the columns, two or more values to each."""
    return tuple(grid for sheet in sheets for grid in _on(sheet, columns, least))


def _on(sheet: Sheet, columns: Sequence[Column], least: int) -> Iterator[Grid]:
    for stack in _stacks(sheet.cells):
        named: dict[str, Cell] = {}
        for cell in stack:
            name = heading_names(cell.fold, columns)
            if name:
                named.setdefault(name, cell)
        values = {name: _right_of(cell, sheet.cells) for name, cell in named.items()}
        counts = {len(cells) for cells in values.values()}
        labels = any(heading_names(each.fold, columns) for cells in values.values() for each in cells)
        if len(named) >= least and len(counts) == 1 and counts.pop() > 1 and not labels:
            words = {name: cell.words for name, cell in named.items() if cell.words is not None}
            rows = [_row(values, place) for place in range(len(next(iter(values.values()))))]
            yield Grid(words, tuple(row for row in rows if row and not is_total(row)))


def _row(values: dict[str, list[Cell]], place: int) -> dict[str, Words]:
    return {name: words for name, cells in values.items() if (words := cells[place].words) is not None}


def _stacks(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Cells of one width one under another, from the leftmost of their rows."""
    left: list[Cell] = [cell for cell in cells if not any(adjoins(other.box, cell.box) for other in cells)]
    stack: list[Cell] = []
    for cell in sorted(left, key=lambda each: (round(each.box.x0), each.box.top)):
        if stack and not (_same_width(stack[-1].box, cell.box) and abs(cell.box.top - stack[-1].box.bottom) < TOUCH):
            yield stack
            stack = []
        stack.append(cell)
    if stack:
        yield stack


def _right_of(cell: Cell, cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a row behind its label, left to right."""
    y = cell.box.middle[1]
    return sorted(
        (each for each in cells if each.box.top < y < each.box.bottom and each.box.x0 > cell.box.x1 - TOUCH),
        key=lambda each: each.box.x0,
    )


def _same_width(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) < TOUCH and abs(one.x1 - other.x1) < TOUCH
