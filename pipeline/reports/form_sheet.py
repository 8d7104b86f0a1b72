"""form.xlsx: the list of what to type, as a workbook that is read on a screen and printed on A4 across.

Every value is a text cell that no program takes for a formula, whatever it begins with.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from pipeline.engines.docx_package import write_parts
from pipeline.reports.form import STATES, Section, State, told_by

TITLE, NOTES = "填表清单", "说明"
COLUMNS = ("序号", "栏目", "填写内容", "单位", "状态", "来源材料", "页", "请注意", "已填")
WIDTHS = (6.5, 25, 46, 8, 10, 32, 5.5, 38, 6)
"""In characters of the standard font, of which a Chinese character takes two."""
VALUE, STATE = 3, 5
"""Columns (from 1) of the value and of the state."""
HEAD_ROWS = 4
LINE_HEIGHT, LEAST_HEIGHT = 15.0, 20.0  # points
MOST_HEIGHT = 400.0  # points; Excel refuses rows above 409
MOST_CHARACTERS = 32_767  # of one cell, Excel's own limit
FONT = "微软雅黑"
ACCENT, PALE, RULE = "1F3F6B", "E8EDF4", "B8BEC8"
FILLS: dict[State, str] = {"type": "FFFFFF", "look": "FCE4D6", "ask": "FFF2CC", "hand": "EDEDED"}
UNVERIFIED = "（待核）"
BOX = "☐"
CUT = "……（过长，其余见材料）"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
LEGEND = (
    ("可填写", "照“填写内容”逐栏复制。整格为文本，复制后不带格式和公式。"),
    ("请核对", "读数不清，或与另一份材料不一致：先对照原件，再填写。"),
    ("请填写", "材料和 client.yaml 中都没有；写进 client.yaml 后再次运行，下次即自动填好。"),
    ("人工办理", "勾选、签字、盖章，由人办理。"),
    ("待核", "系统没有公布栏目的准确名称、先后和字数限制；带“（待核）”的栏目以页面为准。"),
)


class Sheet(NamedTuple):
    """What stands on the sheet: heading, the lines under it, the sections, and what else there is to know."""

    applicant: str
    heading: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[tuple[str, str], ...] = ()


def form_xlsx(sheet: Sheet, as_of: date) -> bytes:
    """The workbook; the same sheet gives the same bytes, and nothing in it names a person or a machine."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    first.title = TITLE
    _fill_form(first, sheet)
    _fill_notes(book.create_sheet(NOTES), sheet)
    when = datetime.combine(as_of, time())
    properties = book.properties
    properties.creator, properties.title = "", f"{sheet.applicant} {TITLE}"
    properties.created = properties.modified = when
    written = io.BytesIO()
    book.save(written)
    return _same_bytes(written.getvalue(), when)


def _same_bytes(workbook: bytes, when: datetime) -> bytes:
    """The package without the hour of writing, which openpyxl puts in at the last moment."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    core = "docProps/core.xml"
    parts[core] = MODIFIED.sub(rb"\g<1>" + when.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + rb"\g<2>", parts[core])
    return write_parts(parts)


def _fill_form(page: Any, sheet: Sheet) -> None:
    _set_up(page, WIDTHS, f"A{HEAD_ROWS + 1}", HEAD_ROWS)
    _head(page, sheet)
    row = HEAD_ROWS
    for number, section in enumerate(sheet.sections, 1):
        row += 1
        _band(page, row, f"{number}　{section.title}" + (f"　——{section.lacking}" if section.lacking else ""))
        for place, entry in enumerate(section.entries, 1):
            row += 1
            page_number = "" if entry.place is None or entry.place.page is None else str(entry.place.page)
            title = entry.title + (UNVERIFIED if entry.unverified else "")
            cells = (
                *(f"{number}.{place}", title, entry.value, entry.unit, STATES[entry.state]),
                *(told_by(entry), page_number, entry.said, BOX),
            )
            _row(page, row, cells, WIDTHS, FILLS[entry.state])


def _head(page: Any, sheet: Sheet) -> None:
    _text(page.cell(1, 1), f"{sheet.applicant}　{TITLE}", size=15, bold=True, colour=ACCENT)
    page.row_dimensions[1].height = 26.0
    for number, line in enumerate(sheet.heading, 2):
        _text(page.cell(number, 1), line, size=9, colour="5A6270")
    for column, title in enumerate(COLUMNS, 1):
        cell = page.cell(HEAD_ROWS, column)
        _text(cell, title, bold=True, colour="FFFFFF", fill=ACCENT, centre=True)
    page.row_dimensions[HEAD_ROWS].height = 22.0


def _band(page: Any, row: int, title: str) -> None:
    for column in range(1, len(COLUMNS) + 1):
        _text(page.cell(row, column), title if column == 1 else "", bold=True, colour=ACCENT, fill=PALE)
    page.row_dimensions[row].height = LEAST_HEIGHT


def _row(page: Any, row: int, cells: Sequence[str], widths: Sequence[float], fill: str) -> None:
    for column, text in enumerate(cells, 1):
        marked = fill if column in (VALUE, STATE) else "FFFFFF"
        _text(page.cell(row, column), text, bold=column == VALUE, fill=marked, wrap=True, ruled=True)
    lines = max(_lines(text, width) for text, width in zip(cells, widths, strict=True))
    page.row_dimensions[row].height = min(max(lines * LINE_HEIGHT + 5, LEAST_HEIGHT), MOST_HEIGHT)


def _fill_notes(page: Any, sheet: Sheet) -> None:
    widths = (14.0, 110.0)
    _set_up(page, widths, "A2", 1)
    for column, title in enumerate(("项目", "说明"), 1):
        _text(page.cell(1, column), title, bold=True, colour="FFFFFF", fill=ACCENT)
    for row, cells in enumerate((*LEGEND, *sheet.notes), 2):
        _row(page, row, cells, widths, "FFFFFF")


def _set_up(page: Any, widths: Sequence[float], frozen: str, head: int) -> None:
    """Column widths, frozen head, A4 across on one page's width, the head and page numbers on each."""
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = frozen
    page.print_title_rows = f"{head}:{head}"
    page.page_setup.paperSize, page.page_setup.orientation = page.PAPERSIZE_A4, page.ORIENTATION_LANDSCAPE
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    margins = page.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.6
    page.oddFooter.center.text = "第 &P 页 / 共 &N 页"
    page.sheet_view.showGridLines = False


def _text(
    cell: Any,
    text: str,
    *,
    size: int = 10,
    bold: bool = False,
    colour: str = "1A1E28",
    fill: str | None = None,
    wrap: bool = False,
    centre: bool = False,
    ruled: bool = False,
) -> None:
    """Text and nothing else: the cell is of the text type and format, and stays so when a person edits it."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    plain = CONTROL.sub("", text)
    if plain:  # an empty text would cut off what runs over from the left
        cell.value = plain if len(plain) <= MOST_CHARACTERS else plain[: MOST_CHARACTERS - len(CUT)] + CUT
        cell.data_type, cell.quotePrefix = "s", True
    cell.number_format = "@"
    cell.font = Font(name=FONT, size=size, bold=bold, color=colour)
    cell.alignment = Alignment(horizontal="center" if centre else "left", vertical="center", wrap_text=wrap)
    if fill is not None:
        cell.fill = PatternFill("solid", fgColor=fill)
    if ruled:
        side = Side(style="thin", color=RULE)
        cell.border = Border(left=side, right=side, top=side, bottom=side)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column; Chinese characters are two wide."""
    room = width - 1.5
    return sum(max(1, -(-_wide(line) // max(int(room), 1))) for line in text.split("\n"))


def _wide(line: str) -> int:
    return sum(2 if east_asian_width(character) in "FWA" else 1 for character in line)
