"""A scanned page beside the page that was issued: what counts as a difference, and what a sealed paper always has."""

from __future__ import annotations

import pytest

from pipeline.drafts.comparing import Surroundings, differences
from pipeline.drafts.letters import letters_of
from pipeline.model.document import PrintedLine
from pipeline.model.geometry import Box

NOTHING = Surroundings((), ())
SIZE = 12.0
PITCH = 24.0


def lines(*texts: str, confidence: float = 0.99, left: float = 60) -> list[PrintedLine]:
    """Lines one below another, 12 pt characters without gaps; an empty text leaves its line out."""
    return [
        PrintedLine(
            file="papers/scan.pdf",
            sha256="0" * 64,
            page=1,
            engine="test",
            text=text,
            boxes=tuple(
                Box(left + SIZE * place, PITCH * row, left + SIZE * (place + 1), PITCH * row + SIZE)
                for place in range(len(text))
            ),
            confidence=(confidence,) * len(text),
        )
        for row, text in enumerate(texts, 1)
        if text
    ]


def compared(draft: list[str], scan: list[PrintedLine], around: Surroundings = NOTHING) -> list[tuple[str, str, str]]:
    found, _ = differences(letters_of(lines(*draft)), letters_of(scan), around)
    return [(each.sort, each.wanted, each.read) for each in found]


def test_the_same_page_has_no_difference() -> None:
    text = ["一、基本情况", "注册资本人民币1200万元,带宽10000Mbps。"]
    assert compared(text, lines(*text)) == []


def test_punctuation_and_look_alikes_are_no_difference() -> None:
    assert compared(["代码:91329999MAT2XRRH60,有效。"], lines("代码;91329999MAT2XRRH6O.有效")) == []


def test_a_changed_figure_is_told_whole_with_its_place() -> None:
    scan = lines("注册资本人民币1300万元")
    assert compared(["注册资本人民币1200万元"], scan) == [("figure", "1200", "1300")]
    found, likeness = differences(letters_of(lines("注册资本人民币1200万元")), letters_of(scan), NOTHING)
    assert found[0].evidence.bbox == Box(60 + 7 * SIZE, PITCH, 60 + 11 * SIZE, PITCH + SIZE)
    assert likeness < 1


@pytest.mark.parametrize("read", ["12000", "120", "12.00"])
def test_a_digit_or_a_point_more_or_less_is_a_difference(read: str) -> None:
    assert compared(["注册资本人民币1200万元"], lines(f"注册资本人民币{read}万元")) == [("figure", "1200", read)]


def test_cells_of_a_table_in_another_order_are_no_difference() -> None:
    draft = ["1梁嘉禾自然人780", "2", "江苏虚构栖云企业", "管理有限公司", "企业420"]
    assert compared(draft, lines("1梁嘉禾自然人780", "江苏虚构栖云企业", "2企业420", "管理有限公司")) == []


def test_figures_that_changed_places_inside_longer_ones_are_not_found_again() -> None:
    told = compared(["注册资本780万元", "证件号码完整"], lines("注册资本790万元", "证件号码完整", "印章编码11780999"))
    assert ("figure", "780", "790") in told


def test_a_lost_line_is_told_and_shown_beside_its_neighbour() -> None:
    found, _ = differences(
        letters_of(lines("一、总则", "日志留存六个月以上", "二、人员")),
        letters_of(lines("一、总则", "", "二、人员")),
        NOTHING,
    )
    assert [(each.sort, each.wanted, each.read, each.confidence) for each in found] == [
        ("words", "日志留存六个月以上", "", 0.0)
    ]
    assert found[0].evidence.bbox is not None


def test_a_word_added_inside_a_line_is_told() -> None:
    assert compared(["本公司承担责任"], lines("本公司不承担责任")) == [("words", "", "不")]


def test_a_sentence_added_on_a_line_of_its_own_is_told() -> None:
    assert compared(["一、总则", "二、人员"], lines("一、总则", "本公司另行收取开户费用", "二、人员")) == [
        ("words", "", "本公司另行收取开户费用")
    ]


def test_a_stray_mark_on_a_line_of_its_own_is_no_difference() -> None:
    assert compared(["一、总则", "二、人员"], lines("一、总则", "已收", "二、人员")) == []


def test_signature_and_day_filled_in_are_wanted() -> None:
    draft = ["申请单位(公章):虚构公司", "法定代表人(签字):", "日期:年月日"]
    scan = lines("申请单位(公章):虚构公司", "法定代表人(签字):梁嘉禾", "日期:2026年12月18日")
    assert compared(draft, scan) == []


def test_words_of_a_seal_are_no_difference_and_a_loss_under_it_says_so() -> None:
    seal = Surroundings((), (Box(60, 0, 200, 60),))
    assert compared(["申请单位虚构公司"], lines("申请单位虚构公司", "专用章12345"), seal) == []
    found, _ = differences(letters_of(lines("申请单位虚构公司")), letters_of(lines("申请单位虚构司")), seal)
    assert [(each.wanted, each.under_seal) for each in found] == [("公", True)]


def test_words_read_in_a_picture_of_the_draft_are_no_difference() -> None:
    picture = Surroundings((Box(60, 40, 500, 200),), ())
    draft = lines("一、股权结构图", "", "", "", "", "", "", "", "二、股东情况")
    scan = lines("一、股权结构图", "", "梁嘉禾", "江苏虚构栖云企业管理有限公司35%", "", "", "", "", "二、股东情况")
    assert differences(letters_of(draft), letters_of(scan), picture)[0] == ()


def test_lines_of_a_table_of_contents_are_not_compared() -> None:
    draft = ["目录", "第一章公司概况........4", "1.1基本情况......4"]
    assert compared(draft, lines("目录", "第一章公司概况")) == []
