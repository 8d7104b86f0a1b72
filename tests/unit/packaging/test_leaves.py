"""Leaves for people: nothing is lost, tables run on under their head, and the same leaves give the same bytes."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from pypdf import PdfReader

from pipeline.packaging.grids import Grid
from pipeline.packaging.leaves import Heading, Leaf, Text, leaves_pdf, page_count

FOOTER = "虚构云桥　虚构数据"


def pages_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def leaf(*blocks: object, title: str = "虚构清单") -> Leaf:
    return Leaf(title, "说明", blocks)


def test_a_long_table_runs_on_under_its_head_and_loses_no_row() -> None:
    rows = tuple((str(number), f"第{number}行" * 3) for number in range(120))
    pages = pages_of(leaves_pdf([leaf(Grid(("序号", "内容"), (1, 5), rows))], FOOTER))
    assert len(pages) > 2
    assert all("序号" in page for page in pages)
    assert all(sum(f"第{number}行" in page for page in pages) == 1 for number in range(120))


def test_a_row_taller_than_a_page_is_parted_and_loses_no_line() -> None:
    lines = [f"行{number:03}止" for number in range(150)]
    pages = pages_of(leaves_pdf([leaf(Grid(("内容",), (1,), (("\n".join(lines),), ("后",))))], FOOTER))
    printed = "".join(pages)
    assert [line for line in lines if line not in printed] == []
    assert "后" in pages[-1]


def test_a_heading_does_not_stand_alone_at_the_foot() -> None:
    for filled in range(30, 60):
        text = Text("\n".join("行" for _ in range(filled)))
        pages = pages_of(leaves_pdf([leaf(text, Heading("标题"), Grid(("头",), (1,), (("首行",),)))], FOOTER))
        assert next(page for page in pages if "标题" in page).count("首行") == 1


def test_every_leaf_begins_a_page_and_pages_are_counted_through() -> None:
    pages = pages_of(leaves_pdf([leaf(title="甲"), leaf(title="乙")], FOOTER))
    assert ["甲" in pages[0], "乙" in pages[1]] == [True, True]
    assert "第 2 页 / 共 2 页" in pages[1]


def test_the_same_leaves_give_the_same_bytes_on_a4_with_fonts_embedded() -> None:
    told = [leaf(Text("正文"), Grid(("头",), (1,), (("格",),)))]
    first = leaves_pdf(told, FOOTER)
    assert first == leaves_pdf(told, FOOTER)
    page = PdfReader(io.BytesIO(first)).pages[0]
    assert [round(float(each)) for each in page.mediabox[2:]] == [595, 842]
    fonts = [each.get_object() for each in page["/Resources"]["/Font"].get_object().values()]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts if "/FontDescriptor" in font)
    assert any("/FontDescriptor" in font for font in fonts)


@pytest.mark.parametrize(("rows", "pages"), [(1, 1), (200, 2)])
def test_pages_are_counted_without_drawing(rows: int, pages: int) -> None:
    grid = Grid(("头",), (1,), tuple((str(number),) for number in range(rows)))
    counted = page_count(leaf(grid))
    assert counted == len(pages_of(leaves_pdf([leaf(grid)], "脚")))
    assert counted >= pages
