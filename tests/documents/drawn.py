"""Golden papers in YAML, drawn as pages: what an engine would have seen. All names and numbers are invented (虚构数据)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.model.page import Page
from pipeline.yamltext import read_yaml
from tests.unit.layout.builders import Drawing, advance

LEFT, WIDTH, TOP = 70.0, 455.0, 60.0


def pages_of(path: Path) -> tuple[Page, ...]:
    """The pages that a golden paper describes, each a list of things set one under the other.

    title: a centred line in large type · p: a paragraph, indented by two characters unless `indent: 0` · line: one
    line at `x` · columns: texts side by side · table: ruled rows with `widths` · loose: the same without rules ·
    space: points of white space.
    """
    content = read_yaml(path).content
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
