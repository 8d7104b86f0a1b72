"""Ruled tables with wrapped cells and spanning headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.specimens import fonts
from tests.specimens.sheet import Page, wrap

PADDING = 3.0


@dataclass(frozen=True)
class Style:
    """How a table looks; sizes in points."""

    size: float = 9.0
    face: str = "song"
    head_face: str = "hei"
    ruled: bool = True
    least: float = 18.0
    left: tuple[int, ...] = ()
    """Columns set flush left; the others are centred."""


PLAIN = Style()


def height_of(cells: Sequence[str], widths: Sequence[float], style: Style = PLAIN) -> float:
    """The height of one row with its tallest cell."""
    counts = [len(wrap(cell, width - 2 * PADDING, style.size)) for cell, width in zip(cells, widths, strict=True)]
    return max(style.least, max(counts) * style.size * 1.3 + 2 * PADDING + 1)


def row(
    page: Page, x: float, y: float, cells: Sequence[str], widths: Sequence[float], style: Style = PLAIN,
    head: bool = False, names: Sequence[str | None] | None = None,
) -> float:  # fmt: skip
    """Draw one row and return where the next begins."""
    tall = height_of(cells, widths, style)
    left = x
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        name = None if names is None else names[column]
        _cell(page, (left, y, left + width, y + tall), cell, style, head, column in style.left, name)
        left += width
    return y + tall


def head(
    page: Page, x: float, y: float, groups: Sequence[tuple[str, Sequence[str]]], widths: Sequence[float],
    style: Style = PLAIN, upper: float = 18.0, lower: float = 18.0,
) -> float:  # fmt: skip
    """Draw a two-storey header: each group a label over its columns, or one tall label when it has none."""
    left, column = x, 0
    for label, columns in groups:
        count = max(len(columns), 1)
        wide = sum(widths[column : column + count])
        bottom = y + upper + (0 if columns else lower)
        _cell(page, (left, y, left + wide, bottom), label, style, True, False, None)
        inner = left
        for step, words in enumerate(columns):
            width = widths[column + step]
            box = (inner, y + upper, inner + width, y + upper + lower)
            _cell(page, box, words, style, True, False, None)
            inner += width
        left, column = left + wide, column + count
    return y + upper + lower


def grid(
    page: Page, x: float, y: float, rows: Sequence[Sequence[str]], widths: Sequence[float], style: Style = PLAIN,
) -> float:  # fmt: skip
    """Draw a header row and the rows under it; return where the table ends."""
    for place, cells in enumerate(rows):
        y = row(page, x, y, cells, widths, style, head=place == 0)
    return y


def _cell(
    page: Page, box: tuple[float, float, float, float], words: str, style: Style, is_head: bool, left: bool,
    name: str | None,
) -> None:  # fmt: skip
    x0, y0, x1, y1 = box
    if style.ruled:
        page.frame(x0, y0, x1, y1, 0.6)
    face = style.head_face if is_head else style.face
    lines = wrap(words, x1 - x0 - 2 * PADDING, style.size, face)
    leading = style.size * 1.3
    baseline = (y0 + y1) / 2 - (len(lines) - 1) * leading / 2 + style.size * 0.36
    for line in lines:
        middle = (x0 + x1) / 2 - fonts.width(line, face, style.size) / 2
        page.text(x0 + PADDING + 2 if left else middle, baseline, line, style.size, face, name=name)
        baseline += leading
