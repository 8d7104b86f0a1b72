from __future__ import annotations

import pytest

from pipeline.documents import agreements, contract_terms
from pipeline.documents.access_parties import operator_letter
from pipeline.documents.areas import coverage
from pipeline.documents.certificates import sort_of as qualification_sort
from pipeline.documents.circuits import addresses_counted
from pipeline.documents.fire_document import sort_of as fire_sort
from pipeline.documents.paper import Paper
from pipeline.documents.party import party
from pipeline.documents.room_lease import place, use_of_premises
from pipeline.documents.speeds import speed
from pipeline.model.values import Text
from tests.unit.layout.builders import Drawing


def paper(*lines: str) -> Paper:
    drawing = Drawing()
    top = 60.0
    for line in lines:
        top = drawing.paragraph(70, top, line, 455, 11) + 4
    return Paper.of([drawing.page()])


def said(parsed: object) -> str | None:
    return None if parsed is None else parsed.value.value  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("期满前双方无异议的，本合同自动续期一年", "是"),
        ("合同期限顺延一年", "是"),
        ("本协议有效期自动顺延", "是"),
        ("租赁期满不自动续期", "否"),
        ("期满不再续签", "否"),
        ("遇节假日付款时间顺延", None),
        ("因不可抗力工期相应顺延", None),
        ("期满双方可另行协商续签", None),
    ],
)
def test_renewal_is_told_from_other_delays_and_from_its_denial(sentence: str, wanted: str | None) -> None:
    assert said(contract_terms.renewal(sentence)) == wanted


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["租赁期限自2024年1月1日起至2026年12月31日止。"], "2026-12-31"),
        (["合同有效期：2024.01.01-2026.12.31"], "2026-12-31"),
        (["本合同期限三年，自二〇二四年一月一日起至二〇二六年十二月三十一日止。"], "2026-12-31"),
        (["免租期自2024年1月1日起至2024年3月31日止。"], None),
        (["装修期：自2024年1月1日至2024年3月31日"], None),
    ],
)
def test_the_term_is_read_in_every_grammar_and_not_taken_from_another_term(lines: list[str], end: str | None) -> None:
    found = [value for words in contract_terms.spans(paper(*lines)) if (value := contract_terms.last_day(words.text))]
    assert [each.value.value.isoformat() for each in found[:1]] == ([] if end is None else [end])


@pytest.mark.parametrize(
    ("lines", "letter"),
    [
        (["甲方：虚构云桥有限公司", "乙方：中国电信股份有限公司虚构分公司"], "乙方"),
        (["甲方：中国移动通信集团虚构有限公司", "乙方：虚构云桥有限公司"], "甲方"),
        (["甲方（客户）：虚构甲有限公司", "乙方：虚构乙有限公司"], "乙方"),
        (["甲方：虚构甲有限公司", "乙方：虚构乙有限公司", "甲方向乙方提供互联网接入。"], "甲方"),
        (["甲方：虚构甲有限公司", "乙方：虚构乙有限公司", "双方友好合作。"], None),
    ],
)
def test_who_gives_the_access_is_told_by_role_by_name_or_by_deed_and_never_guessed(
    lines: list[str], letter: str | None
) -> None:
    assert operator_letter(paper(*lines)) == letter


def test_a_remark_that_stands_apart_from_its_role_word_is_no_name() -> None:
    drawing = Drawing(reader="ocr")
    drawing.write(70, 60, "甲方", 11)
    drawing.write(100, 60, "（出租人）：虚构置业有限公司", 11)
    found = [words.text for words in party("甲方").find(Paper.of([drawing.page()], {"甲方"}))]
    assert found == ["虚构置业有限公司"]


def test_names_under_their_role_words_on_a_signature_page_are_read_column_by_column() -> None:
    drawing = Drawing()
    for x, letter, name in ((70, "甲", "虚构置业有限公司"), (320, "乙", "虚构云桥（北京）科技有限公司")):
        drawing.write(x, 60, f"{letter}方（盖章）", 11)
        drawing.write(x, 80, name, 11)
    paper_ = Paper.of([drawing.page()], {"甲方", "乙方"})
    assert [words.text for words in party("甲方").find(paper_)] == ["虚构置业有限公司"]
    assert [words.text for words in party("乙方").find(paper_)] == ["虚构云桥（北京）科技有限公司"]


def test_a_bracket_that_nobody_closes_is_no_part_of_a_name() -> None:
    found = [words.text for words in party("乙方").find(paper("乙方：（虚构远帆（江苏）信息技术有限公司"))]
    assert found == ["虚构远帆（江苏）信息技术有限公司"]


@pytest.mark.parametrize(
    ("text", "megabits"),
    [
        ("2G", "2000"),
        ("2000M", "2000"),
        ("2×1000Mbps", "2000"),
        ("1 Gbit/s", "1000"),
        ("500兆（上下行对称）", "500"),
        ("10GE光口", None),
        ("0M", None),
        ("按需", None),
    ],
)
def test_bandwidth_in_every_grammar(text: str, megabits: str | None) -> None:
    parsed = speed(text)
    assert (None if parsed is None else format(parsed.value.value.normalize(), "f")) == megabits


@pytest.mark.parametrize(
    ("text", "count"), [("64个（IPv4），IPv6地址/48一段", 64), ("16", 16), ("八个", 8), ("IPv4地址", None)]
)
def test_a_number_of_addresses_is_not_the_4_of_ipv4(text: str, count: int | None) -> None:
    parsed = addresses_counted(text)
    assert (None if parsed is None else int(parsed.value.value)) == count


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("北京市、天津市", '["北京市", "天津市"]'),
        ("北京、河北", '["北京市", "河北省"]'),
        ("全国", '["全国"]'),
        ("广东省等1个省份", '["广东省"]'),
        ("某省", None),
        ("", None),
    ],
)
def test_a_coverage_is_a_list_of_provinces_or_nothing(text: str, wanted: str | None) -> None:
    assert said(coverage(text)) == wanted


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("数据中心机房租赁合同", "机房"),
        ("办公用房租赁合同", "办公"),
        ("办公及通信机房", "两者"),
        ("工业用地/厂房", None),
        ("房屋租赁合同", None),
    ],
)
def test_machine_room_and_office_are_told_apart(text: str, use: str | None) -> None:
    assert said(use_of_premises(text)) == use


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("北京市虚构区云桥路289号3号楼4层的房屋。", "北京市虚构区云桥路289号3号楼4层"),
        ("北京市虚构区云桥路289号，建筑面积100平方米", "北京市虚构区云桥路289号"),
    ],
)
def test_an_address_ends_where_its_clause_goes_on(text: str, wanted: str) -> None:
    assert said(place(text)) == wanted


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("特殊建设工程消防验收意见书", "验收意见书"),
        ("建设工程竣工验收消防备案凭证", "备案凭证"),
        ("公众聚集场所投入使用、营业前消防安全检查合格证", None),
    ],
)
def test_the_check_of_a_public_place_is_no_acceptance(title: str, sort: str | None) -> None:
    assert said(fire_sort(title)) == sort


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("普通高等学校毕业证书", "学历"),
        ("教育部学历证书电子注册备案表", "学历"),
        ("专业技术职务任职资格证书", "职称"),
        ("计算机技术与软件专业技术资格证书", "资格"),
        ("注册信息安全专业人员证书", "资格"),
        ("个人简历", "简历"),
        ("荣誉证书", None),
    ],
)
def test_certificates_are_sorted_by_their_titles(title: str, sort: str | None) -> None:
    assert said(qualification_sort(title)) == sort


@pytest.mark.parametrize(
    ("printed", "megabits"),
    [("两条1000M", "2000"), ("叁佰兆", "300"), ("专线2条，每条带宽为1000Mbps", "2000"), ("□200M ☑500M", "500")],
)
def test_lines_words_and_ticks_make_one_bandwidth(printed: str, megabits: str) -> None:
    parsed = speed(printed)
    assert parsed is not None
    assert str(parsed.value.value) == megabits  # type: ignore[union-attr]


@pytest.mark.parametrize("printed", ["1000M主用+1000M备用", "上行100M/下行1000M", "□200M □500M"])
def test_speeds_that_make_no_whole_are_none(printed: str) -> None:
    assert speed(printed) is None


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("虚消验字〔2025]第0012号", "虚消验字〔2025〕第0012号"),
        ("虚消验字[2025〕第0012号", "虚消验字〔2025〕第0012号"),
        ("虚消验字[2025]第0012号", "虚消验字[2025]第0012号"),
        ("HT-2026(3]1", "HT-2026(3]1"),
    ],
)
def test_one_bracket_of_a_numbers_year_tells_the_other(printed: str, number: str) -> None:
    parsed = agreements.numbers(printed)
    assert parsed is not None
    assert parsed.value == Text(value=number)
