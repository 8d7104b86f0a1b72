from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.reading import ReadingSettings, read_pages
from pipeline.engines.sheet_pdf import sheet_pdf


def book(path: Path, *rows: list[object], number_format: str | None = None) -> Path:
    made = openpyxl.Workbook()
    made.active.title = "人员名册"
    for row in rows:
        made.active.append(row)
    if number_format is not None:
        made.active["B2"].number_format = number_format
    made.save(path)
    return path


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_every_value_is_on_the_page_as_a_person_reads_it(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ["姓名", "比例", "日期", "人数"],
        ["王一", 0.335, date(2026, 3, 1), 12.0],
        number_format="0.0%",
    )
    pdf, pages = sheet_pdf(path)
    text = words(pdf)
    assert pages == 1
    assert all(value in text for value in ("人员名册", "姓名", "王一", "33.5%", "2026-03-01", "12"))
    assert "12.0" not in text


def test_rows_and_columns_become_ruled_cells(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(sheet_pdf(book(tmp_path / "a.xlsx", ["姓名", "号码"], ["王一", "1"], ["李二", "2"]))[0])
    page = read_pages(pdf, "papers/a.xlsx", "0" * 64, None, ReadingSettings(ocr=False))[0]
    assert len(page.cells) == 6


def test_a_cell_that_looks_like_mark_up_or_a_formula_is_only_text(tmp_path: Path) -> None:
    assert "<b>&王" in words(sheet_pdf(book(tmp_path / "a.xlsx", ["<b>&王", "x"]))[0])


def test_a_long_list_goes_over_several_pages_and_loses_nothing(tmp_path: Path) -> None:
    pdf, pages = sheet_pdf(book(tmp_path / "a.xlsx", *[[f"人{n:04d}", n] for n in range(200)]))
    assert pages > 1
    assert all(f"人{n:04d}" in words(pdf) for n in (0, 99, 199))


def test_an_empty_workbook_has_no_pages(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        sheet_pdf(book(tmp_path / "a.xlsx"))
    assert caught.value.fault == "no_pages"


def test_a_sheet_filled_to_its_last_row_is_too_large(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active["XFD9"] = "x"
    made.save(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableError) as caught:
        sheet_pdf(tmp_path / "a.xlsx")
    assert caught.value.fault == "too_large"


def test_the_same_workbook_gives_the_same_bytes(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ["姓名", 1])
    assert sheet_pdf(path) == sheet_pdf(path)
