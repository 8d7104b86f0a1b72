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


def set_down(surface: Surface, things: Sequence[Thing]) -> float:
    """Set the things one under the other; the bottom of the last.

    title: a centred line in large type · p: a paragraph, indented by two characters unless `indent: 0` · line: one
    line at `x` · columns: texts side by side · table: ruled rows with `widths` · loose: the same without rules ·
    space: points of white space.
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


def _words(row: Sequence[object]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]
