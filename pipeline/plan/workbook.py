"""checklist.xlsx: a sheet for each section of a plan, to tick and to fill in; every cell is text."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime, time
from typing import Any

from pipeline.engines.docx_package import write_parts
from pipeline.plan.plan import Plan
from pipeline.plan.printed import PENDING, Section
from pipeline.plan.sections import sections_of

MEASURE = 150  # characters of Excel's default font that a sheet's columns share
LEAST_WIDTH = 6
LONGEST_TITLE = 31  # characters of a sheet's name
HEAD_FILL, WARNING_COLOUR = "FFE6EDF5", "FFB81A1A"
CORE = "docProps/core.xml"
CLOCK = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def workbook(plan: Plan) -> bytes:
    """The workbook; the same plan gives the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, section in enumerate(sections_of(plan), 1):
        _fill(book.create_sheet(_name(number, section)), section)
    written = io.BytesIO()
    book.save(written)
    return _without_clock(written.getvalue(), datetime.combine(plan.start, time()))


def _name(number: int, section: Section) -> str:
    return f"{number} {section.title}".replace("：", " ").replace("　", " ")[:LONGEST_TITLE]


def _fill(sheet: Any, section: Section) -> None:
    from openpyxl.styles import Font

    for line in section.lines:
        sheet.append([line.text])
        if line.tone == "warning":
            sheet.cell(sheet.max_row, 1).font = Font(color=WARNING_COLOUR)
    head = len(section.lines) + 1
    for row, cells in enumerate((section.heads, *section.rows), head):
        for column, text in enumerate(cells, 1):
            _write(sheet.cell(row, column), text, head=row == head)
    for column, share in enumerate(section.widths, 1):
        sheet.column_dimensions[_letter(column)].width = max(LEAST_WIDTH, round(share * MEASURE))
    sheet.freeze_panes = f"A{head + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"


def _write(cell: Any, text: str, *, head: bool) -> None:
    """A cell as text whatever it begins with: a spreadsheet must not take a client's words for a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    thin = Side(style="thin", color="FFC0C6CE")
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    if head:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=HEAD_FILL)
    elif PENDING in text:
        cell.font = Font(italic=True)


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    letter: str = get_column_letter(column)
    return letter


def _without_clock(content: bytes, made: datetime) -> bytes:
    """The same workbook with the day of its making instead of this moment's clock."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[CORE] = CLOCK.sub(rb"\g<1>" + made.isoformat().encode() + b"Z", parts[CORE])
    return write_parts(parts)
