"""Agreements and papers of premises: what near variants of a wording say, and what only looks like it."""

from __future__ import annotations

import pytest

from pipeline.documents.access_agreement import ACCESS_AGREEMENT
from pipeline.documents.certificates import sort_of
from pipeline.documents.change_notice import CHANGE_NOTICE
from pipeline.documents.commitment import COMMITMENT
from pipeline.documents.consent import CONSENT
from pipeline.documents.declaration import DocumentType
from pipeline.documents.fire_document import FIRE_DOCUMENT
from pipeline.documents.paper import Paper
from pipeline.documents.parsers import area
from pipeline.documents.property_title import PROPERTY_TITLE
from pipeline.documents.reading import read_paper
from pipeline.documents.recognise import judge
from pipeline.documents.registry import declarations
from pipeline.documents.renewals import renewal
from pipeline.documents.room_lease import ROOM_LEASE, place, purpose
from pipeline.model.values import outward
from tests.unit.layout.builders import Drawing

OPERATOR = "中国电信股份有限公司虚构分公司"
CUSTOMER = "虚构云帆信息技术有限公司"


def fields_of(kind: DocumentType, *lines: str) -> dict[str, list[str]]:
    """Every reading of every field of a paper of these lines."""
    drawing = Drawing()
    for number, line in enumerate(lines):
        drawing.write(60, 60 + 26 * number, line, 9)
    read = read_paper(kind, Paper.of([drawing.page()], kind.all_labels))
    return {each.name: [each.text, *(outward(other.value) for other in each.readings)] for each in read.fields}


def said(parsed: object) -> str | None:
    return None if parsed is None else outward(parsed.value)  # type: ignore[attr-defined]


def kind_of(*lines: str, title: float = 16) -> str:
    """The kind that the page's first line, in larger type, and the other lines are judged to be."""
    drawing = Drawing()
    for number, line in enumerate(lines):
        drawing.write(60, 60 + 26 * number, line, 9 if number else title)
    best = judge(Paper.of([drawing.page()], ()).sheets[0], declarations())[0]
    return best.kind.kind if best.score else ""


@pytest.mark.parametrize(
    ("lines", "begins", "ends"),
    [
        (("租赁期限：贰零贰陆年壹月壹日至贰零贰捌年拾贰月叁拾壹日",), "2026-01-01", "2028-12-31"),
        (("四、合同期：壹年，2026年12月1日起算，2027年11月30日到期。",), "2026-12-01", "2027-11-30"),
        (("本合同自2026年1月1日起生效，有效期至2026年12月31日。",), "2026-01-01", "2026-12-31"),
        (("协议起止：2026.07.03 — 2028.07.02",), "2026-07-03", "2028-07-02"),
        (("甲方经营许可证有效期至2027年3月1日。",), None, None),
        (("免租期至2026年4月30日。",), None, None),
        (("服务时间：7×24小时",), None, None),
    ],
)
def test_a_term_is_told_in_many_ways_and_other_papers_have_terms_too(
    lines: tuple[str, ...], begins: str | None, ends: str | None
) -> None:
    read = fields_of(ACCESS_AGREEMENT, *lines)
    assert (read.get("term_from", [None])[0], read.get("term_to", [None])[0]) == (begins, ends)


def test_the_first_lease_of_a_sublease_tells_neither_its_term_nor_its_area() -> None:
    read = fields_of(
        ROOM_LEASE,
        "第一条 甲方于2022年6月1日向产权人承租大厦5层，建筑面积1200平方米，租期自2022年6月1日至2030年5月31日。",
        "第二条 转租房屋的建筑面积为160平方米。",
        "第三条 转租期限自2026年7月1日至2029年6月30日。",
    )
    assert (read["area"], read["term_from"], read["term_to"]) == (["160"], ["2026-07-01"], ["2029-06-30"])


@pytest.mark.parametrize(
    ("text", "renews"),
    [
        ("一方如不续租应书面通知对方,否则合同自动续期一年", "是"),
        ("如一方不再续签应提前三十日书面通知,否则本协议自动顺延", "是"),
        ("乙方如不续租应书面通知甲方", "否"),
        ("到期自动续订一年", "是"),
        ("本协议到期终止,不自动续展", "否"),
    ],
)
def test_a_condition_whose_failing_renews_is_no_refusal(text: str, renews: str) -> None:
    assert said(renewal(text)) == renews


@pytest.mark.parametrize(
    ("text", "square_metres"),
    [("陆拾伍平方米", "65"), ("一百四十平方米", "140"), ("65平方米", "65"), ("平方米", None), ("三间", None)],
)
def test_an_area_may_be_told_in_numerals(text: str, square_metres: str | None) -> None:
    assert said(area(text)) == square_metres


@pytest.mark.parametrize(
    ("text", "use"),
    [("办公室用", "办公室"), ("仅作办公用途", "办公"), ("办公专用", "办公专用"), ("居住的", None), ("商用", "商用")],
)
def test_a_use_is_told_without_its_verb_and_no_condition_is_one(text: str, use: str | None) -> None:
    assert said(purpose(text)) == use


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("自有房屋虚构市虚构区望江里6号二层", "虚构市虚构区望江里6号二层"),
        ("虚构市听涛路600号2幢1501室的国有房产", "虚构市听涛路600号2幢1501室"),
        ("虚构市软件园路18号C7栋101）", "虚构市软件园路18号C7栋101"),
        ("虚构市软件园路18号（C7栋）", "虚构市软件园路18号（C7栋）"),
    ],
)
def test_an_address_is_told_without_what_stands_round_it(text: str, address: str) -> None:
    assert said(place(text)) == address


@pytest.mark.parametrize(
    ("lines", "operator"),
    [
        (("甲方名称：" + CUSTOMER, "乙方名称：" + OPERATOR), OPERATOR),
        (("甲方 Party A（客户 Customer）：" + CUSTOMER, "乙方 Party B（运营商 Carrier）：" + OPERATOR), OPERATOR),
        ((f"本协议由{CUSTOMER}（下称“甲方”）与{OPERATOR}（下称“乙方”）签订。",), OPERATOR),
        ((f"甲方：{CUSTOMER}，住所地：虚构路1号。", f"乙方：{OPERATOR}，住所地：虚构路2号。"), OPERATOR),
        ((f"致：{CUSTOMER}", "贵公司申请的专线已开通。", f"{OPERATOR}（盖章）"), OPERATOR),
        ((f"甲方（租用方）：{CUSTOMER}", "乙方（出租方）：虚构长风网络科技有限公司", f"线路来自{OPERATOR}。"), "虚构长风网络科技有限公司"),
        ((f"致：{CUSTOMER}", f"线路来自{OPERATOR}。"), None),
    ],
)  # fmt: skip
def test_an_operator_is_a_party_and_not_whoever_is_spoken_of(lines: tuple[str, ...], operator: str | None) -> None:
    read = fields_of(ACCESS_AGREEMENT, *lines)
    assert read.get("operator", [None]) == [operator]


def test_a_changed_tenant_is_the_new_one() -> None:
    read = fields_of(
        ROOM_LEASE,
        "甲方（出租方）：虚构恒岳置业有限公司",
        "乙方（原承租方）：虚构澄江咨询有限公司",
        f"丙方（新承租方）：{CUSTOMER}",
    )
    assert read["lessee"] == [CUSTOMER]


def test_the_number_of_the_contract_before_is_not_this_ones() -> None:
    read = fields_of(ROOM_LEASE, "本协议编号：BC-2026-02", "双方就原合同编号：HT-2023-01 的合同达成补充协议。")
    assert read["number"] == ["BC-2026-02"]


@pytest.mark.parametrize(
    ("lines", "conclusion"),
    [
        (("结论如下：", "□合格　　■不合格"), "不合格"),
        (("结论如下：", "■合格　　□不合格"), "合格"),
        (("结论如下：", "□合格。", "■不合格。"), "不合格"),
        (("结论如下：", "口合格。", "■不合格。"), "不合格"),
        (("结论如下：", "合格□　不合格■"), "不合格"),
        (("结论如下：", "合格　不合格"), None),
        (("结论如下：", "□合格　□不合格"), None),
        (("经现场评定：", "□ 消防验收不合格；", "■ 消防验收合格。"), "消防验收合格"),
    ],
)
def test_of_two_verdicts_only_the_ticked_one_counts(lines: tuple[str, ...], conclusion: str | None) -> None:
    read = fields_of(FIRE_DOCUMENT, "特殊建设工程消防验收意见书", *lines)
    assert read.get("conclusion", [None]) == [conclusion]


def test_the_number_of_an_application_or_a_filing_is_not_the_papers_own() -> None:
    read = fields_of(
        FIRE_DOCUMENT,
        "虚建消验字〔2023〕第0047号",
        "你单位申请消防验收（受理凭证文号：虚建消验凭字〔2023〕第0051号），结论如下：合格。",
    )
    assert read["number"] == ["虚建消验字〔2023〕第0047号"]


def test_the_number_of_a_certificate_that_was_replaced_is_not_this_ones() -> None:
    read = fields_of(
        PROPERTY_TITLE, "浙（2020）虚构市不动产权第0076543号", "原不动产权证号：浙（2018）虚构市不动产权第0011223号。"
    )
    assert read["number"] == ["浙（2020）虚构市不动产权第0076543号"]


@pytest.mark.parametrize(
    ("kind", "line", "name", "value"),
    [
        (PROPERTY_TITLE, "该房屋产权归虚构镇东风村村民委员会所有，可用于办公。", "owner", "虚构镇东风村村民委员会"),
        (PROPERTY_TITLE, "权利人名称：虚构恒岳置业有限公司", "owner", "虚构恒岳置业有限公司"),
        (COMMITMENT, "我公司法定代表人纪云舒，现申请在北京市经营业务。", "legal_representative", "纪云舒"),
        (CONSENT, "本人邬明远，是虚构市长桥路9号院4号楼底商的房屋所有权人。", "grantor", "邬明远"),
        (CONSENT, "本人邬明远，是虚构市长桥路9号院4号楼底商的房屋所有权人。", "address", "虚构市长桥路9号院4号楼底商"),
        (CHANGE_NOTICE, f"兹证明虚构旧名有限公司（代码：91X）于2025年7月2日经核准，名称变更为{CUSTOMER}。", "old_name", "虚构旧名有限公司"),
    ],
)  # fmt: skip
def test_a_sentence_tells_what_a_label_would(kind: DocumentType, line: str, name: str, value: str) -> None:
    assert fields_of(kind, line)[name] == [value]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("政企客户业务服务协议", f"甲方：{CUSTOMER}", f"乙方：{OPERATOR}", "甲方申请乙方的电信业务。"), "access_agreement"),
        (("网络信息安全责任协议", f"甲方：{CUSTOMER}", f"乙方：{OPERATOR}", "甲方使用业务应当守法。"), ""),
        (("软件园入园（场地租赁）协议", "甲方：虚构园区有限公司", f"乙方：{CUSTOMER}", "租赁期限三年，租金每月五千元。"), "room_lease"),
        (("光纤租赁合同", f"甲方（租用方）：{CUSTOMER}", f"乙方（出租方）：{OPERATOR}", "租赁光纤2芯，租金每月五千元。"), "access_agreement"),
        (("车辆租赁合同", "甲方（出租方）：虚构汽车有限公司", f"乙方（承租方）：{CUSTOMER}", "租金每月五千元，租赁期一年。"), ""),
    ],
)  # fmt: skip
def test_a_contract_is_known_by_its_title_and_by_who_signs_it(lines: tuple[str, ...], kind: str) -> None:
    assert kind_of(*lines) == kind


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("专业技术资格证书", None),
        ("专业技术资格证书姓名骆知行系列名称工程技术", "职称"),
        ("专业技术资格证书姓名骆知行通过全国统一考试", "资格"),
        ("专业技术人员职业资格证书", "资格"),
        ("计算机技术与软件专业技术资格", "资格"),
    ],
)
def test_a_professional_title_is_no_examination(title: str, sort: str | None) -> None:
    assert said(sort_of(title)) == sort
