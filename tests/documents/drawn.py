"""Golden papers in YAML, drawn as pages: what an engine would have seen. All names and numbers are invented (虚构数据)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.model.geometry import Box
from pipeline.model.page import Page
from pipeline.yamltext import read_yaml
from tests.unit.layout.builders import Drawing, advance

LEFT, WIDTH, TOP = 70.0, 455.0, 60.0


def pages_of(path: Path) -> tuple[Page, ...]:
    """The pages that a golden paper describes, each a list of things set one under the other.

    title: a centred line in large type · p: a paragraph, indented by two characters unless `indent: 0` · line: one
    line at `x` · columns: texts side by side · side: blocks of lines side by side · table: ruled rows with `widths` ·
    merged: the same with cells over several columns and rows, `[text, columns, rows]` · loose: the same without
    rules · at: a text at `x` and `top` · down: the same, one character under the other · space: points of white space.
    """
    return drawn(read_yaml(path).content)


def drawn(content: dict[str, Any]) -> tuple[Page, ...]:
    """The pages of one description."""
    return tuple(_page(content, things, number) for number, things in enumerate(content["pages"], 1))


def _page(content: dict[str, Any], things: list[dict[str, Any]], number: int) -> Page:
    size = (842.0, 595.0) if content.get("landscape") else (595.0, 842.0)
    drawing = Drawing(*size, number=number)
    top = TOP
    for thing in things:
        top = _set(drawing, top, thing)
    return drawing.page()


def _set(drawing: Drawing, top: float, thing: dict[str, Any]) -> float:
    size = float(thing.get("size", 11))
    if "title" in thing:
        size = float(thing.get("size", 20))
        wide = sum(advance(character, size) for character in thing["title"])
        drawing.write((drawing.width - wide) / 2, top, thing["title"], size)
        return top + 1.8 * size
    if "p" in thing:
        indent = "　" * int(thing.get("indent", 2))
        return drawing.paragraph(LEFT, top, indent + thing["p"], drawing.width - 2 * LEFT, size) + 2
    if "line" in thing:
        drawing.write(float(thing.get("x", LEFT)), top, thing["line"], size)
        return top + 1.7 * size
    if "columns" in thing:
        step = (drawing.width - 2 * LEFT) / len(thing["columns"])
        for place, text in enumerate(thing["columns"]):
            drawing.write(LEFT + place * step, top, text, size)
        return top + 1.7 * size
    if "side" in thing:
        step = (drawing.width - 2 * LEFT) / len(thing["side"])
        bottoms = [
            _block(drawing, LEFT + place * step, top, lines, size) for place, lines in enumerate(thing["side"])
        ]
        return max(bottoms) + 4
    if "at" in thing:
        drawing.write(float(thing["x"]), float(thing["top"]), thing["at"], size)
        return top
    if "down" in thing:
        drawing.down(float(thing["x"]), float(thing["top"]), thing["down"], size)
        return top
    if "merged" in thing:
        return _merged(drawing, top, thing["merged"]) + 16
    if "table" in thing:
        rows = [["" if cell is None else str(cell) for cell in row] for row in thing["table"]]
        return drawing.ruled(LEFT, top, [float(width) for width in thing["widths"]], rows) + 16
    if "loose" in thing:
        for row in thing["loose"]:
            x = LEFT
            for cell, width in zip(row, thing["widths"], strict=True):
                drawing.write(x, top, "" if cell is None else str(cell), size)
                x += float(width)
            top += 1.8 * size
        return top + 10
    return top + float(thing["space"])


def _block(drawing: Drawing, x: float, top: float, lines: list[str], size: float) -> float:
    for line in lines:
        drawing.write(x, top, line, size)
        top += 1.7 * size
    return top


def _merged(drawing: Drawing, top: float, table: dict[str, Any]) -> float:
    """A ruled table whose cells may reach over columns and rows; the bottom of the table."""
    widths, tall = [float(width) for width in table["widths"]], float(table.get("height", 28))
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table["rows"]):
        for cell in cells:
            text, across, deep = cell if isinstance(cell, list) else (cell, 1, 1)
            column = next(each for each in range(len(widths)) if (row, each) not in taken)
            taken |= {(row + y, column + x) for y in range(deep) for x in range(across)}
            left, width = LEFT + sum(widths[:column]), sum(widths[column : column + across])
            drawing.cells.append(Box(left, top + row * tall, left + width, top + (row + deep) * tall))
            drawing.paragraph(left + 4, top + row * tall + 4, str(text), width - 8, 10, 1.2)
    return top + len(table["rows"]) * tall
