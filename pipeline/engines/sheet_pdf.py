"""A spreadsheet as a PDF: every sheet a ruled table, values as last calculated, nothing executed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, cast

from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.sheet_drawing import SheetTable, drawn_tables

MOST_CELLS = 60_000  # of all sheets; a person list has hundreds, a sheet filled to its last row is a mistake
MOST_MERGED = 30  # rows of one merged cell, which must fit on a page
MOST_NAMED = 5  # cells that a remark names
INEXACT = 1e15  # from here on a spreadsheet's number no longer tells every digit
ZEROS = re.compile("0{2,}")  # a number format that fills up with zeros: 007


@dataclass(frozen=True)
class SheetPdf:
    """The PDF of a workbook, its number of pages, and what of the workbook is not in it, in Chinese."""

    pdf: bytes
    pages: int
    remarks: tuple[str, ...]


def sheet_pdf(path: Path) -> SheetPdf:
    """What a person sees in a workbook; hidden sheets, rows and columns stay hidden. Raises UnreadableError."""
    tables, remarks = _tables(path)
    shown = [table for table in tables if table.rows]
    if not shown:
        raise UnreadableError("no_pages")
    pdf, pages = drawn_tables(shown)
    return SheetPdf(pdf, pages, (*remarks, *(remark for table in tables for remark in table.remarks)))


def _tables(path: Path) -> tuple[list[SheetTable], tuple[str, ...]]:
    """The visible sheets, and a remark on hidden ones."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, data_only=True, keep_links=False)
        _refuse_too_large(book.worksheets)
        formulas = load_workbook(path, keep_links=False)
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
        remarks = (f"隐藏的工作表“{'”“'.join(hidden)}”未读取",) if hidden else ()
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return [_table(sheet, formulas[sheet.title]) for sheet in shown], remarks
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


def _refuse_too_large(sheets: Sequence[Any]) -> None:
    if any(sheet.max_row * sheet.max_column > MOST_CELLS for sheet in sheets):
        raise UnreadableError("too_large", "cells")


def _table(sheet: Any, formulas: Any) -> SheetTable:
    cells = list(sheet.iter_rows())
    rows = [number for number in range(len(cells)) if not sheet.row_dimensions[number + 1].hidden]
    hidden_columns = _hidden_columns(sheet)
    columns = [number for number in range(sheet.max_column) if number + 1 not in hidden_columns]
    table = [[_shown(cells[row][column]) for column in columns] for row in rows]
    used = max((index + 1 for row in table for index, text in enumerate(row) if text), default=0)
    table = [row[:used] for row in table]
    while table and not any(table[-1]):
        table.pop()
    seen = [cells[row][column] for row in rows for column in columns]
    merged = tuple(_merged(sheet, rows[: len(table)], columns[:used]))
    hidden = (len(cells) - len(rows), sheet.max_column - len(columns))
    names = [[str(cells[row][column].coordinate) for column in columns[:used]] for row in rows[: len(table)]]
    return SheetTable(sheet.title, table, names, merged, tuple(_remarks(sheet.title, seen, formulas, hidden)))


def _hidden_columns(sheet: Any) -> frozenset[int]:
    """Numbers of hidden columns, from 1; Excel tells equal neighbours as one range."""
    return frozenset(
        number
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for number in range(dimension.min, dimension.max + 1)
    )


def _merged(sheet: Any, rows: Sequence[int], columns: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Merged cells by the places of their visible rows and columns: first column, first row, last column, last row."""
    for span in sheet.merged_cells.ranges:
        across = [place for place, column in enumerate(columns) if span.min_col <= column + 1 <= span.max_col]
        down = [place for place, row in enumerate(rows) if span.min_row <= row + 1 <= span.max_row]
        if across and down and len(down) <= MOST_MERGED:
            yield across[0], down[0], across[-1], down[-1]


def _remarks(title: str, cells: Sequence[Any], formulas: Any, hidden: tuple[int, int]) -> Iterator[str]:
    """What a person should know of a sheet before its values are relied upon."""
    for count, what in zip(hidden, ("行", "列"), strict=True):
        if count:
            yield f"工作表“{title}”有 {count} {what}隐藏，未读取"
    lost = [cell.coordinate for cell in cells if _lost_digits(cell.value)]
    if lost:
        yield f"{_places(title, lost)} 的号码按数值保存，Excel 只保留 15 位，后面的数字已丢失，请以文本格式重新填写"
    unknown = [cell.coordinate for cell in cells if cell.value is None and _is_formula(formulas[cell.coordinate])]
    if unknown:
        yield f"{_places(title, unknown)} 的公式没有保存计算结果，请在 Excel 中打开并保存后重新放入"


def _places(title: str, coordinates: Sequence[str]) -> str:
    more = f" 等 {len(coordinates)} 处" if len(coordinates) > MOST_NAMED else ""
    return "、".join(f"{title}!{coordinate}" for coordinate in coordinates[:MOST_NAMED]) + more


def _is_formula(cell: Any) -> bool:
    return str(cell.data_type) == "f"


def _lost_digits(value: object) -> bool:
    """Whether a whole number is longer than a spreadsheet's numbers are exact."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and abs(float(cast("float", value))) >= INEXACT


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
    if _lost_digits(value):
        return f"{value:.5E}".replace("E+0", "E+")  # as Excel shows it: nobody may take it for the whole number
    if ZEROS.fullmatch(number_format) and float(value).is_integer() and value >= 0:
        return str(int(value)).zfill(len(number_format))
    if number_format.endswith("%"):
        return f"{round(value * 100, 4):g}%"
    if float(value).is_integer():
        return str(int(value))
    return f"{round(value, 6):.6f}".rstrip("0").rstrip(".")
