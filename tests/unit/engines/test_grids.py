"""Cells are found however a table is ruled."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import cv2
import numpy as np
import pytest

from pipeline.engines import grids
from pipeline.engines.pixels import Picture
from pipeline.model.geometry import Box

DPI = 120.0
COLUMNS, ROWS = (150, 400, 600, 850), (200, 250, 300, 350)  # px

Line = Callable[[Picture, tuple[int, int], tuple[int, int]], None]


def hairline(page: Picture, start: tuple[int, int], end: tuple[int, int]) -> None:
    cv2.line(page, start, end, 60, 1)


def double(page: Picture, start: tuple[int, int], end: tuple[int, int]) -> None:
    shift = (0, 4) if start[1] == end[1] else (4, 0)
    hairline(page, start, end)
    hairline(page, (start[0] + shift[0], start[1] + shift[1]), (end[0] + shift[0], end[1] + shift[1]))


def broken(page: Picture, start: tuple[int, int], end: tuple[int, int]) -> None:
    """A line whose ink is gone for 8 pixels in the middle of it."""
    hairline(page, start, end)
    x, y = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
    page[max(y - 4, 0) : y + 4, max(x - 4, 0) : x + 4] = 255


def found(*, line: Line = hairline, columns: tuple[int, ...] = COLUMNS) -> list[Box]:
    page = np.full((1200, 1000), 255, dtype=np.uint8)
    for y in ROWS:
        line(page, (COLUMNS[0], y), (COLUMNS[-1], y))
    for x in columns:
        line(page, (x, ROWS[0]), (x, ROWS[-1]))
    return list(grids.cells(*grids.lines(page, DPI), DPI))


def boxes(columns: tuple[int, ...] = COLUMNS) -> list[Box]:
    scale = 72 / DPI
    return [
        Box(left * scale, top * scale, right * scale, bottom * scale)
        for top, bottom in pairwise(ROWS)
        for left, right in pairwise(columns)
    ]


def are_near(read: list[Box], wanted: list[Box]) -> bool:
    return len(read) == len(wanted) and all(
        abs(a - b) <= 3 for one, other in zip(read, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("line", [hairline, double, broken])
def test_every_cell_is_found_whatever_its_lines(line: Line) -> None:
    assert are_near(found(line=line), boxes())


def test_a_table_without_left_and_right_borders_has_all_its_cells() -> None:
    assert are_near(found(columns=COLUMNS[1:-1]), boxes())


def test_lines_to_write_on_are_no_table() -> None:
    assert found(columns=()) == []


def loose(*lines: tuple[tuple[int, int], tuple[int, int]]) -> list[Box]:
    page = np.full((1200, 1000), 255, dtype=np.uint8)
    for y in ROWS:
        hairline(page, (COLUMNS[0], y), (COLUMNS[-1], y))
    for x in COLUMNS:
        hairline(page, (x, ROWS[0]), (x, ROWS[-1]))
    for start, end in lines:
        hairline(page, start, end)
    across, down = grids.lines(page, DPI)
    return list(grids.loose(across, down, DPI, grids.cells(across, down, DPI)))


def test_a_line_to_write_on_stands_apart_from_the_tables_lines() -> None:
    (found,) = loose(((300, 700), (500, 700)))
    assert found.x0 == pytest.approx(300 * 72 / DPI, abs=2)
    assert found.x1 == pytest.approx(500 * 72 / DPI, abs=2)
    assert found.middle[1] == pytest.approx(700 * 72 / DPI, abs=2)


def test_the_lines_of_a_table_and_of_a_corner_are_none_to_write_on() -> None:
    assert loose(((300, 700), (500, 700)), ((300, 650), (300, 700))) == []
