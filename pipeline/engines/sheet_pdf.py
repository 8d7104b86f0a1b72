"""A spreadsheet as a PDF: every sheet a ruled table, values as last calculated, nothing executed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from pipeline.engines.fonts import reportlab_font
from pipeline.engines.outcomes import UnreadableError

MOST_CELLS = 60_000  # of all sheets; a person list has hundreds, a sheet filled to its last row is a mistake
NARROW, WIDE = 30.0, 220.0  # pt of a column
SIZE, LEADING, PADDING, MARGIN = 9.0, 12.0, 3.0, 36.0  # pt
PAGE_HEIGHT = 842.0  # pt, A4; the width grows with the table so that no column is lost


def sheet_pdf(path: Path) -> tuple[bytes, int]:
    """The PDF and its number of pages; raises UnreadableError."""
    tables = [(title, rows, widths) for title, rows, widths in _tables(path) if rows]
    if not tables:
        raise UnreadableError("no_pages")
    return _drawn(tables)


def _tables(path: Path) -> list[tuple[str, list[list[str]], list[float]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, data_only=True, keep_links=False)
        return [_table(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
    ) as error:
        raise UnreadableError("damaged", "xlsx") from error


def _table(sheet: Any) -> tuple[str, list[list[str]], list[float]]:
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise UnreadableError("too_large", "cells")
    rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows()]
    used = max((index + 1 for row in rows for index, text in enumerate(row) if text), default=0)
    rows = [row[:used] for row in rows]
    while rows and not any(rows[-1]):
        rows.pop()
    return sheet.title, rows, [_column_width(rows, column) for column in range(used)]


def _column_width(rows: Sequence[Sequence[str]], column: int) -> float:
    longest = max((_ems(line) for row in rows for line in row[column].split("\n")), default=0.0)
    return min(max(longest * SIZE + 2 * PADDING + 1, NARROW), WIDE)


def _ems(text: str) -> float:
    return sum(0.6 if character.isascii() else 1.0 for character in text)


def _shown(cell: Any) -> str:
    """The value as a person reads it: dates without clock, whole numbers without decimals, per cent as such."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format))
    return str(value).strip()


def _number(value: float, number_format: str) -> str:
    if number_format.endswith("%"):
        return f"{round(value * 100, 4):g}%"
    if float(value).is_integer():
        return str(int(value))
    return f"{round(value, 6):.6f}".rstrip("0").rstrip(".")


def _drawn(tables: Sequence[tuple[str, list[list[str]], list[float]]]) -> tuple[bytes, int]:
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    text = "".join(title + "".join("".join(row) for row in rows) for title, rows, _ in tables)
    font = reportlab_font(text)
    widest = max(sum(widths) for _, _, widths in tables)
    written = io.BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=(max(widest + 2 * MARGIN, 595.0), PAGE_HEIGHT),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        invariant=1,
    )
    story: list[Any] = []
    for title, rows, widths in tables:
        story += [Paragraph(_escaped(title), _style(font, 11)), _grid(rows, widths, font), PageBreak()]
    document.build(story[:-1])
    return written.getvalue(), document.page


def _grid(rows: list[list[str]], widths: list[float], font: str) -> Any:
    from reportlab.platypus import Paragraph, Table

    style = _style(font, SIZE)
    cells = [[Paragraph(_escaped(text), style) for text in row] for row in rows]
    return Table(
        cells,
        colWidths=widths,
        splitInRow=1,
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        + [(f"{side}PADDING", (0, 0), (-1, -1), PADDING) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")],
    )


def _style(font: str, size: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle("cell", fontName=font, fontSize=size, leading=size + 3, wordWrap="CJK")


def _escaped(text: str) -> str:
    """Cell text is data: no mark-up of it reaches the paragraph parser."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\n", "<br/>")
