"""Papers as lists of things set one under the other, on whatever holds characters: a page to draw, a page as read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from tests.unit.layout.builders import advance

Thing = dict[str, Any]
LEFT, TOP = 70.0, 60.0
TEXT, TITLE = 11.0, 20.0
"""Type sizes in points where a thing tells none."""


class Surface(Protocol):
    """What things are set on; lengths in points from the top left corner."""

    width: float

    def write(self, x: float, top: float, text: str, size: float) -> object:
        """One line of text from its top left corner."""

    def paragraph(self, x: float, top: float, text: str, width: float, size: float) -> float:
        """Text wrapped at a width; the top of what follows."""

    def ruled(self, x: float, top: float, widths: list[float], rows: list[list[str]]) -> float:
        """A ruled table; its bottom."""

    def cell(self, x: float, top: float, width: float, height: float, text: str) -> None:
        """One ruled cell, its text wrapped."""


def set_down(surface: Surface, things: Sequence[Thing]) -> float:
    """Set the things one under the other; the bottom of the last.

    title: a centred line in large type · p: a paragraph, indented by two characters unless `indent: 0` · line: one
    line at `x` · columns: texts side by side · side: blocks of lines side by side · table: ruled rows with `widths` ·
    merged: the same with cells over several columns and rows, `[text, columns, rows]` · loose: the same without
    rules · at: a text at `x` and `top` · down: the same, one character under the other · space: points of white space.
    """
    top = TOP
    for thing in things:
        top = _set(surface, top, thing)
    return top


def _set(surface: Surface, top: float, thing: Thing) -> float:
    size = float(thing.get("size", TEXT))
    if "title" in thing:
        size = float(thing.get("size", TITLE))
        wide = sum(advance(character, size) for character in thing["title"])
        surface.write((surface.width - wide) / 2, top, thing["title"], size)
        return top + 1.8 * size
    if "p" in thing:
        indent = "　" * int(thing.get("indent", 2))
        return surface.paragraph(LEFT, top, indent + thing["p"], surface.width - 2 * LEFT, size) + 2
    if "line" in thing:
        surface.write(float(thing.get("x", LEFT)), top, thing["line"], size)
        return top + 1.7 * size
    if "columns" in thing:
        step = (surface.width - 2 * LEFT) / len(thing["columns"])
        for place, text in enumerate(thing["columns"]):
            surface.write(LEFT + place * step, top, text, size)
        return top + 1.7 * size
    if "side" in thing:
        step = (surface.width - 2 * LEFT) / len(thing["side"])
        bottoms = [
            _block(surface, LEFT + place * step, top, lines, size) for place, lines in enumerate(thing["side"])
        ]
        return max(bottoms) + 4
    if "at" in thing:
        surface.write(float(thing["x"]), float(thing["top"]), thing["at"], size)
        return top
    if "down" in thing:
        for place, character in enumerate(thing["down"]):
            surface.write(float(thing["x"]), float(thing["top"]) + 1.2 * place * size, character, size)
        return top
    if "merged" in thing:
        return _merged(surface, top, thing["merged"]) + 16
    if "table" in thing:
        widths = [float(width) for width in thing["widths"]]
        return surface.ruled(LEFT, top, widths, [_words(row) for row in thing["table"]]) + 16
    if "loose" in thing:
        for row in thing["loose"]:
            x = LEFT
            for cell, width in zip(_words(row), thing["widths"], strict=True):
                surface.write(x, top, cell, size)
                x += float(width)
            top += 1.8 * size
        return top + 10
    return top + float(thing["space"])


def _block(surface: Surface, x: float, top: float, lines: Sequence[str], size: float) -> float:
    for line in lines:
        surface.write(x, top, line, size)
        top += 1.7 * size
    return top


def _merged(surface: Surface, top: float, table: dict[str, Any]) -> float:
    """A ruled table whose cells may reach over columns and rows; its bottom."""
    widths, tall = [float(width) for width in table["widths"]], float(table.get("height", 28))
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table["rows"]):
        for cell in cells:
            text, across, deep = cell if isinstance(cell, list) else (cell, 1, 1)
            column = next(each for each in range(len(widths)) if (row, each) not in taken)
            taken |= {(row + y, column + x) for y in range(deep) for x in range(across)}
            left, width = LEFT + sum(widths[:column]), sum(widths[column : column + across])
            surface.cell(left, top + row * tall, width, deep * tall, str(text))
    return top + len(table["rows"]) * tall


def _words(row: Sequence[object]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]
