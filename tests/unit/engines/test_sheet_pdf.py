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


def drawn(path: Path) -> tuple[bytes, int]:
    made = sheet_pdf(path)
    return made.pdf, made.pages


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
    pdf, pages = drawn(path)
    text = words(pdf)
    assert pages == 1
    assert all(value in text for value in ("人员名册", "姓名", "王一", "33.5%", "2026-03-01", "12"))
    assert "12.0" not in text


def test_rows_and_columns_become_ruled_cells(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(sheet_pdf(book(tmp_path / "a.xlsx", ["姓名", "号码"], ["王一", "1"], ["李二", "2"])).pdf)
    page = read_pages(pdf, "papers/a.xlsx", "0" * 64, None, ReadingSettings(ocr=False))[0]
    assert len(page.cells) == 6


def test_a_cell_that_looks_like_mark_up_or_a_formula_is_only_text(tmp_path: Path) -> None:
    assert "<b>&王" in words(sheet_pdf(book(tmp_path / "a.xlsx", ["<b>&王", "x"])).pdf)


def test_a_long_list_goes_over_several_pages_and_loses_nothing(tmp_path: Path) -> None:
    pdf, pages = drawn(book(tmp_path / "a.xlsx", *[[f"人{n:04d}", n] for n in range(200)]))
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


def test_hidden_sheets_rows_and_columns_are_not_read_and_it_is_said(tmp_path: Path) -> None:
    made = openpyxl.load_workbook(
        book(tmp_path / "a.xlsx", ["甲", "乙", "丙"], ["丁", "戊", "己"], ["庚", "辛", "壬"])
    )
    made.active.row_dimensions[2].hidden = True
    made.active.column_dimensions["B"].hidden = True
    secret = made.create_sheet("底稿")
    secret["A1"], secret.sheet_state = "癸", "hidden"
    made.save(tmp_path / "a.xlsx")
    sheets = sheet_pdf(tmp_path / "a.xlsx")
    assert "".join(words(sheets.pdf).split()) == "人员名册甲丙庚壬"
    assert sheets.remarks == (
        "隐藏的工作表“底稿”未读取",
        "工作表“人员名册”有 1 行隐藏，未读取",
        "工作表“人员名册”有 1 列隐藏，未读取",
    )


def test_a_number_that_lost_its_last_digits_is_shown_as_excel_shows_it_and_said(tmp_path: Path) -> None:
    sheets = sheet_pdf(
        book(tmp_path / "a.xlsx", ["号码"], [999101199001011000], ["999101199001011237"], [999999999999999])
    )
    text = words(sheets.pdf)
    assert "9.99101E+17" in text
    assert "999101199001011000" not in text
    assert "999101199001011237" in text
    assert "999999999999999" in text
    assert sheets.remarks == (
        "人员名册!A2 的号码按数值保存，Excel 只保留 15 位，后面的数字已丢失，请以文本格式重新填写",
    )


def test_a_formula_without_its_result_is_empty_and_said(tmp_path: Path) -> None:
    sheets = sheet_pdf(book(tmp_path / "a.xlsx", ["合计", "=1+1"]))
    assert "".join(words(sheets.pdf).split()) == "人员名册合计"
    assert sheets.remarks == ("人员名册!B1 的公式没有保存计算结果，请在 Excel 中打开并保存后重新放入",)


def test_merged_cells_are_one_cell(tmp_path: Path) -> None:
    made = openpyxl.load_workbook(book(tmp_path / "a.xlsx", ["股东情况", None], ["王一", "1"], [None, "2"]))
    made.active.merge_cells("A1:B1")
    made.active.merge_cells("A2:A3")
    made.save(tmp_path / "a.xlsx")
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(sheet_pdf(tmp_path / "a.xlsx").pdf)
    page = read_pages(pdf, "papers/a.xlsx", "0" * 64, None, ReadingSettings(ocr=False))[0]
    assert len(page.cells) == 4


def test_zeros_that_a_number_format_adds_are_shown(tmp_path: Path) -> None:
    made = openpyxl.load_workbook(book(tmp_path / "a.xlsx", ["编号", 7]))
    made.active["B1"].number_format = "0000"
    made.save(tmp_path / "a.xlsx")
    assert "0007" in words(sheet_pdf(tmp_path / "a.xlsx").pdf)


def test_every_cell_tells_its_name_where_it_is_drawn(tmp_path: Path) -> None:
    made = openpyxl.load_workbook(book(tmp_path / "a.xlsx", *[[f"人{n:03d}", n] for n in range(90)]))
    made.active.row_dimensions[2].hidden = True
    made.save(tmp_path / "a.xlsx")
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(sheet_pdf(tmp_path / "a.xlsx").pdf)
    pages = read_pages(pdf, "papers/a.xlsx", "0" * 64, None, ReadingSettings(ocr=False))
    assert len(pages) > 1
    for page in pages:
        for cell in page.sheet_cells:
            inside = [c for c, box in zip(page.text, page.boxes, strict=True) if cell.bbox.contains(*box.middle)]
            column, row = cell.name[len("人员名册!")], int(cell.name[len("人员名册!A") :])
            assert "".join(inside) == (f"人{row - 1:03d}" if column == "A" else str(row - 1))
    assert {cell.name for page in pages for cell in page.sheet_cells} == {
        f"人员名册!{column}{row}" for column in "AB" for row in range(1, 91) if row != 2
    }
