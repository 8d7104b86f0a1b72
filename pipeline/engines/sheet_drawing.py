"""Tables of a workbook drawn as PDF pages; the file tells where each cell stands, under its name in the workbook."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from pipeline.engines.fonts import reportlab_font
from pipeline.engines.sheet_cells import CREATOR, Placed
from pipeline.model.geometry import Box

NARROW, WIDE = 30.0, 220.0  # pt of a column
TITLE_SIZE = 11.0  # pt
SIZE, LEADING, PADDING, MARGIN = 9.0, 12.0, 3.0, 36.0  # pt
PAGE_HEIGHT = 842.0  # pt, A4; the width grows with the table so that no column is lost


@dataclass(frozen=True)
class SheetTable:
    """A sheet as it is drawn: what its visible cells show, and the merged ones (first and last column and row)."""

    title: str
    rows: list[list[str]]
    names: list[list[str]]
    """The coordinates of the same cells in the workbook."""
    merged: tuple[tuple[int, int, int, int], ...]
    remarks: tuple[str, ...]

    @property
    def widths(self) -> list[float]:
        """The width of each column in points."""
        return [_column_width(self.rows, column) for column in range(len(self.rows[0]))]


class _Cell(Paragraph):  # type: ignore[misc]
    """A cell's text that notes where it is drawn."""

    name = ""
    places: list[Placed] | None = None

    def draw(self) -> None:
        """Draw the text and note its place."""
        left, bottom = self.canv.absolutePosition(0, 0)
        if self.places is not None:
            box = Box(left, PAGE_HEIGHT - bottom - self.height, left + self.width, PAGE_HEIGHT - bottom).rounded()
            self.places.append((self.canv.getPageNumber(), *box, self.name))
        super().draw()

    def split(self, width: float, height: float) -> list[Any]:
        """The parts on this page and on the next one, both under the same name."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.name, part.places = self.name, self.places
        return parts


def drawn_tables(tables: Sequence[SheetTable]) -> tuple[bytes, int]:
    """The PDF of ruled tables, one after the other on pages of their own, and how many pages it has."""
    font = reportlab_font("".join(table.title + "".join("".join(row) for row in table.rows) for table in tables))
    widest = max(sum(table.widths) for table in tables)
    written = io.BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=(max(widest + 2 * MARGIN, 595.0), PAGE_HEIGHT),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        invariant=1,
        creator=CREATOR,
    )
    places: list[Placed] = []
    story: list[Any] = []
    for table in tables:
        story += [Paragraph(_escaped(table.title), _style(font, TITLE_SIZE)), _grid(table, font, places), PageBreak()]
    document.build(story[:-1])
    return _with_places(written.getvalue(), places), document.page


def _with_places(pdf: bytes, places: Sequence[Placed]) -> bytes:
    import pikepdf

    told = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.docinfo["/Keywords"] = json.dumps(places, ensure_ascii=False)
        document.save(told, deterministic_id=True)
    return told.getvalue()


def _grid(table: SheetTable, font: str, places: list[Placed]) -> Any:
    style = _style(font, SIZE)
    cells = [
        [_cell(text, style, f"{table.title}!{name}", places) for text, name in zip(row, names, strict=True)]
        for row, names in zip(table.rows, table.names, strict=True)
    ]
    return Table(
        cells,
        colWidths=table.widths,
        splitInRow=1,
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        + [(f"{side}PADDING", (0, 0), (-1, -1), PADDING) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        + [("SPAN", span[:2], span[2:]) for span in table.merged],
    )


def _cell(text: str, style: Any, name: str, places: list[Placed]) -> _Cell:
    cell = _Cell(_escaped(text), style)
    if text:
        cell.name, cell.places = name, places
    return cell


def _style(font: str, size: float) -> Any:
    return ParagraphStyle("cell", fontName=font, fontSize=size, leading=size + 3, wordWrap="CJK")


def _escaped(text: str) -> str:
    """Cell text is data: no mark-up of it reaches the paragraph parser."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\n", "<br/>")


def _column_width(rows: Sequence[Sequence[str]], column: int) -> float:
    longest = max((_ems(line) for row in rows for line in row[column].split("\n")), default=0.0)
    return min(max(longest * SIZE + 2 * PADDING + 1, NARROW), WIDE)


def _ems(text: str) -> float:
    return sum(0.6 if character.isascii() else 1.0 for character in text)
