"""Wordings of one sort each: what a clause says is read, and what only looks like it is not."""

from __future__ import annotations

import pytest

from pipeline.documents.access_agreement import ACCESS_AGREEMENT
from pipeline.documents.circuits import addresses_counted, end_of_line
from pipeline.documents.credit_record import HEADING
from pipeline.documents.fire_document import FIRE_DOCUMENT
from pipeline.documents.paper import Paper
from pipeline.documents.property_title import owners
from pipeline.documents.reading import read_paper
from pipeline.documents.renewals import renewal
from pipeline.documents.room_lease import ROOM_LEASE, party_name, place
from pipeline.documents.speeds import speed
from pipeline.model.values import outward
from tests.unit.layout.builders import Drawing


def said(parsed: object) -> str | None:
    return None if parsed is None else outward(parsed.value)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "mbits"),
    [
        ("两个千兆", "2000"),
        ("3条百兆", "300"),
        ("一个万兆", "10000"),
        ("2×1000Mbps", "2000"),
        ("1 Gbit/s（上下行对称）", "1000"),
        ("10GE端口", None),
        ("两个千兆口", None),
        ("千兆口", None),
    ],
)
def test_lines_of_a_speed_told_in_words_are_counted_and_ports_are_not(text: str, mbits: str | None) -> None:
    assert said(speed(text)) == mbits


@pytest.mark.parametrize(
    ("text", "count"),
    [("一个C段（256个）", "256"), ("一个C类地址段", None), ("1个C", None), ("8个IP", "8"), ("1个IPv4地址", "1")],
)
def test_a_block_of_addresses_is_not_one_address(text: str, count: str | None) -> None:
    assert said(addresses_counted(text)) == count


@pytest.mark.parametrize(
    ("text", "renews"),
    [
        ("到期如需续租应另行签订协议", "否"),
        ("乙方可书面提出续租,双方另行订立合同", "否"),
        ("期满双方无异议则自动顺延一年", "是"),
        ("期满自动续租,租金另行协商", "是"),
        ("同等条件下乙方有优先续租权", None),
    ],
)
def test_renewal_by_a_new_contract_is_not_automatic(text: str, renews: str | None) -> None:
    assert said(renewal(text)) == renews


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("虚构市虚构区云桥路8号1105室（下称“该房屋”）", "虚构市虚构区云桥路8号1105室"),
        ("虚构市虚构区云桥路8号（以下简称“租赁房屋”）", "虚构市虚构区云桥路8号"),
        ("以下两处", None),
    ],
)
def test_an_address_ends_before_its_short_name_and_names_a_place(text: str, address: str | None) -> None:
    assert said(place(text)) == address


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张样、李样（共有人）", "张样、李样"),
        ("张样（产权人）", "张样"),
        ("虚构云桥（北京）科技有限公司", "虚构云桥（北京）科技有限公司"),
        ("虚构云桥科技有限公司（以下简称甲方）", "虚构云桥科技有限公司"),
    ],
)
def test_a_remark_behind_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert said(party_name(text)) == name


def test_co_owners_are_joined_alike() -> None:
    assert said(owners("张样，李样")) == said(owners("张样、李样")) == "张样、李样"


@pytest.mark.parametrize("heading", ["列入经营异常名录信息", "列入严重违法失信名单(黑名单)信息", "被列入失信名单"])
def test_the_name_of_a_list_says_nothing_of_anybody(heading: str) -> None:
    assert HEADING.fullmatch(heading)
    assert not HEADING.fullmatch(heading + ",1条")


def test_the_end_of_a_line_is_its_place_alone() -> None:
    assert said(end_of_line("位于虚构市虚构区云桥路8号3层机房的设备")) == "虚构市虚构区云桥路8号3层机房"


@pytest.mark.parametrize(
    ("text", "mbits"), [("上下行均为1000Mbps", "1000"), ("下行1000M/上行100M", None), ("均为500M", "500")]
)
def test_one_speed_for_both_ways_is_read_and_two_are_not(text: str, mbits: str | None) -> None:
    assert said(speed(text)) == mbits


def side_by_side() -> Paper:
    drawing = Drawing()
    drawing.write(70, 60, "互联网专线服务合同", 20)
    for x, role, name in (
        (70, "资源提供方", "中国电信股份有限公司虚构分公司"),
        (320, "资源使用方", "虚构云桥科技有限公司"),
    ):
        drawing.write(x, 120, role)
        drawing.write(x, 141, f"单位：{name}")
    return Paper.of([drawing.page()])


def test_parties_side_by_side_keep_their_own_names() -> None:
    read = {field.name: field.text for field in read_paper(ACCESS_AGREEMENT, side_by_side()).fields}
    assert read["operator"] == "中国电信股份有限公司虚构分公司"
    assert read["customer"] == "虚构云桥科技有限公司"


def letter(sentence: str) -> str | None:
    drawing = Drawing()
    drawing.write(70, 60, "建设工程消防验收意见书", 20)
    drawing.paragraph(70, 120, sentence, 450)
    read = {field.name: field.text for field in read_paper(FIRE_DOCUMENT, Paper.of([drawing.page()])).fields}
    return read.get("conclusion")


@pytest.mark.parametrize(
    ("sentence", "conclusion"),
    [
        ("经现场检查，该工程消防验收合格。", "消防验收合格"),
        ("经现场评定，防火分隔不符合规定，消防验收不合格。", "不符合规定"),
        ("经现场检查，该工程未取得消防验收合格。", "未取得消防验收合格"),
        ("经审查，该工程不具备消防验收合格条件。", "不具备消防验收合格条件"),
    ],
)
def test_a_verdict_in_a_sentence_keeps_its_not(sentence: str, conclusion: str) -> None:
    assert letter(sentence) == conclusion


def term(*cells: list[str]) -> str | None:
    drawing = Drawing()
    drawing.write(70, 60, "机房租赁合同", 20)
    drawing.write(70, 100, "出租方：虚构物业有限公司")
    drawing.write(70, 120, "承租方：虚构云桥科技有限公司")
    drawing.ruled(70, 150, [110, 340], [list(cell) for cell in cells])
    read = {field.name: field.text for field in read_paper(ROOM_LEASE, Paper.of([drawing.page()])).fields}
    return read.get("term_to")


def test_a_length_counts_from_the_first_day_beside_it_and_from_none_by_itself() -> None:
    assert term(["起租日", "2026年3月15日"], ["租期", "24个月"]) == "2028-03-14"
    assert term(["租期", "24个月"]) is None
    assert term(["起租日", "2026年3月15日"], ["租期", "24个月"], ["租赁期限", "三年"]) is None


def test_the_use_of_a_site_is_read_where_it_is_named_like_the_premises() -> None:
    drawing = Drawing()
    drawing.write(70, 60, "场地租赁合同", 20)
    drawing.write(70, 100, "出租方：虚构物业有限公司")
    drawing.ruled(70, 150, [110, 340], [["场地位置", "虚构市虚构区云桥路8号"], ["场地用途", "机房"]])
    read = {field.name: field.text for field in read_paper(ROOM_LEASE, Paper.of([drawing.page()])).fields}
    assert (read["use"], read["address"]) == ("机房", "虚构市虚构区云桥路8号")
