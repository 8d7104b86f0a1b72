"""Values that run on at the left edge of their paragraph."""

from __future__ import annotations

import pytest

from pipeline.layout import Sheet
from pipeline.layout.labels import label_hits
from pipeline.layout.values import Reach, value_right_of
from tests.unit.layout.builders import Drawing

ADDRESS = "北京市海淀区虚构路一百零八号云桥大厦三层三零一室至三零九室以及附属用房若干间共计二十间"
FIRST_LINE = 455 // 12 - len("住所：")  # characters


def read(*paragraphs: str, address: str = ADDRESS, indent: str = "", lines: int = 12) -> str | None:
    """The address of a page on which these paragraphs follow it."""
    drawing = Drawing()
    drawing.write(70, 80, "甲方：北京虚构云桥网络科技有限公司", 12)
    top = drawing.paragraph(70, 100, f"{indent}住所：{address}", 455, 12, 1.6)
    for paragraph in paragraphs:
        top = drawing.paragraph(70, top, paragraph, 455, 12, 1.6)
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, ("甲方", "住所", "法定代表人"))
    words = value_right_of(sheet, next(hit for hit in hits if hit.label == "住所"), hits, Reach(lines))
    return words and words.text


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize(
    "after",
    [
        "法定代表人：张虚构",
        "　　双方经协商达成如下协议。",
        "第一条 租赁物",
        "1.租赁物",
        "（一）租赁物",
        "附：清单",
        "二、租赁物",
    ],
)
def test_an_address_runs_on_below_its_label_and_ends_where_something_else_begins(after: str, indent: str) -> None:
    assert read(after, indent=indent) == ADDRESS


def test_an_address_that_fills_its_line_ends_before_a_clause_or_a_label() -> None:
    full = ADDRESS[:FIRST_LINE]
    assert read("第一条 租赁物", address=full) == full
    assert read("法定代表人：张虚构", address=full) == full


def test_a_line_that_is_not_full_is_the_last_one() -> None:
    assert read("另附清单一份", address="北京市海淀区虚构路一号") == "北京市海淀区虚构路一号"


def test_a_sentence_that_ends_with_its_line_is_the_last_one() -> None:
    full = ADDRESS[: FIRST_LINE - 1] + "。"
    assert read("另附清单一份", address=full) == full


def test_a_value_of_one_line_does_not_run_on() -> None:
    assert read(lines=1) == ADDRESS[:FIRST_LINE]


def test_what_stands_in_the_corner_of_the_page_tells_nothing_of_the_edge_of_its_text():
    drawing = Drawing()
    drawing.write(70, 80, f"住所：{ADDRESS[:FIRST_LINE]}", 12)
    drawing.write(70, 100, ADDRESS[FIRST_LINE:], 12)
    drawing.write(540, 800, "第2页", 12)
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, ("住所",))
    words = value_right_of(sheet, hits[0], hits)
    assert words is not None
    assert words.text == ADDRESS
