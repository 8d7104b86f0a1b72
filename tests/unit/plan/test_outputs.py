"""The three files of a plan: what a person and a second library read in them."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta

import openpyxl
import pypdf
import pypdfium2
import pytest

from pipeline.plan.files import PLAN_FILES, plan_files
from pipeline.plan.gantt import axis_of
from pipeline.plan.plan import Plan, tailored
from pipeline.plan.sections import sections_of
from pipeline.workplace import calendar_of
from tests.plans import client_of, golden_plan, isp


@pytest.fixture(scope="module")
def plan() -> Plan:
    return golden_plan("跨省资本不足")


@pytest.fixture(scope="module")
def files(plan: Plan) -> dict[str, bytes]:
    return dict(plan_files(plan))


def folded(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_same_plan_gives_the_same_bytes(plan: Plan, files: dict[str, bytes]) -> None:
    assert tuple(files) == PLAN_FILES
    assert dict(plan_files(plan)) == files


def test_the_pdf_says_every_word_of_every_section(plan: Plan, files: dict[str, bytes]) -> None:
    document = pypdfium2.PdfDocument(files["checklist.pdf"])
    text = folded("".join(page.get_textpage().get_text_bounded() for page in document))
    for section in sections_of(plan):
        assert folded(section.title) in text
        for cell in (*(line.text for line in section.lines), *(cell for row in section.rows for cell in row)):
            assert folded(cell) in text, cell


def test_the_pdf_is_landscape_a4_with_embedded_fonts_numbered_pages_and_nothing_active(
    files: dict[str, bytes],
) -> None:
    reader = pypdf.PdfReader(io.BytesIO(files["checklist.pdf"]))
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(reader.trailer["/Root"])
    for number, page in enumerate(reader.pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
        assert f"第 {number} 页" in page.extract_text().replace("\xa0", " ")
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()
            below = described["/DescendantFonts"][0].get_object() if "/DescendantFonts" in described else described
            assert "/FontFile2" in below["/FontDescriptor"].get_object(), described["/BaseFont"]


def test_every_gantt_has_a_bar_for_each_task(plan: Plan, files: dict[str, bytes]) -> None:
    document = pypdfium2.PdfDocument(files["checklist.pdf"])
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert sum("红色：关键路径" in folded(page) for page in pages) == len(plan.ways)


@pytest.mark.parametrize("days", [0, 20, 45, 200])
def test_no_bar_of_a_gantt_leaves_the_page_whatever_the_filing_day(days: int) -> None:
    client = client_of({"licence": "isp", "coverage": ["北京市"], "answers": {"machine_room": "无"}})
    start = date(2026, 1, 5)
    plan = tailored(client, isp(), calendar_of(isp()), start, start + timedelta(days=days))
    axis = axis_of(plan, plan.main, 770.0)
    ends = [each.end for one in (plan.main.quick, plan.main.timetable) for each in one.tasks]
    assert max(axis.x(day + timedelta(days=1)) for day in (*ends, plan.main.file_on)) <= 770.0


def test_the_workbook_holds_every_section_as_text(plan: Plan, files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["checklist.xlsx"]))
    sections = sections_of(plan)
    assert len(book.sheetnames) == len(sections)
    for sheet, section in zip(book.worksheets, sections, strict=True):
        rows = [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True)]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
        head = len(section.lines)
        width = len(section.heads)
        assert [row[0] for row in rows[:head]] == [line.text for line in section.lines]
        assert [row[:width] for row in rows[head:]] == [section.heads, *section.rows]


def test_a_clients_words_never_become_a_formula(plan: Plan) -> None:
    from pipeline.plan.workbook import workbook

    sly = plan.model_copy(update={"variant": '=HYPERLINK("http://x.example","y")'})
    book = openpyxl.load_workbook(io.BytesIO(workbook(sly)))
    cells = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if "HYPERLINK" in str(cell.value)
    ]
    assert {cell.data_type for cell in cells} == {"s"}


def test_markup_and_characters_that_no_font_has_do_no_harm(plan: Plan) -> None:
    from pipeline.plan.checklist import checklist

    odd = plan.model_copy(update={"applicant": "<b>虚构&公司</b>\U0001f600", "variant": "甲<br/>乙"})
    text = folded(pypdfium2.PdfDocument(checklist(odd))[0].get_textpage().get_text_bounded())
    assert "<b>虚构&公司</b>" in text
    assert "甲<br/>乙" in text
