from __future__ import annotations

import pytest

from pipeline.documents.business_licence import BUSINESS_LICENCE, HEAD
from pipeline.documents.gathering import read_documents
from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from pipeline.documents.recognise import best, judge
from pipeline.documents.registry import declarations
from pipeline.layout import Sheet
from pipeline.model.geometry import Box
from pipeline.model.intake import Inventory
from pipeline.model.page import Page, Seal
from tests.unit.documents.papers import CODE, SCOPE, client, licence
from tests.unit.layout.builders import Drawing


def read(page: Page) -> dict[str, str]:
    return {field.name: field.text for field in read_paper(BUSINESS_LICENCE, Paper.of([page])).fields}


def test_every_field_of_the_landscape_form_of_2019():
    assert read(licence()) == {
        "code": CODE,
        "name": "北京虚构云桥智联科技有限公司",
        "type": "有限责任公司(自然人投资或控股)",
        "legal_representative": "高予安",
        "capital": "20000000",
        "founded": "2022-06-14",
        "term_from": "2022-06-14",
        "term_to": "长期",
        "address": "北京市虚构区云桥路36号院2号楼9层1694室",
        "scope": SCOPE,
        "issued_on": "2024-03-08",
        "copy": "副本",
    }


def test_the_old_portrait_form_with_a_registration_number():
    drawing = Drawing()
    drawing.write(170, 90, "企业法人营业执照", 32)
    drawing.write(250, 140, "（副　本）", 14)
    drawing.write(330, 170, "注册号110108012345678 1-1", 11)
    labels = ("名　　称", "类　　型", "住　　所", "法定代表人", "注册资本", "成立日期", "营业期限", "经营范围")
    values = (
        "云桥网络公司",
        "有限责任公司",
        "北京市虚构区",
        "李芸",
        "壹佰万元整",
        "2008年01月02日",
        "2008年01月02日至2028年01月01日",
        "技术服务。",
    )
    for row, (label, value) in enumerate(zip(labels, values, strict=True)):
        drawing.write(80, 230 + 30 * row, label)
        drawing.write(165, 230 + 30 * row, value)
    drawing.write(330, 700, "登记机关")
    fields = read(drawing.page())
    assert fields["code"] == "110108012345678"
    assert (fields["name"], fields["capital"], fields["term_to"]) == ("云桥网络公司", "1000000", "2028-01-01")


@pytest.mark.parametrize("label", ["执行事务合伙人", "经营者", "负责人", "投资人", "法定代表人姓名"])
def test_the_label_of_the_head_that_is_printed_is_kept(label: str):
    (document,) = read_documents([licence(head=(label, "李芸"))], Inventory(), client())
    assert document.field("legal_representative").text == "李芸"
    assert [each for each in document.labels if each in HEAD] == [label]


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("叁仟捌佰万圆整", "38000000"),
        ("人民币1000万元整", "10000000"),
        ("500万元", "5000000"),
        ("壹佰万元整", "1000000"),
    ],
)
def test_capital_in_every_grammar(printed: str, amount: str):
    assert read(licence(capital=printed))["capital"] == amount


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("2022年06月14日至2052年06月13日", "2052-06-13"),
        ("2022年06月14日至长期", "长期"),
        ("2022年06月14日至不约定期限", "长期"),
        ("2022年06月14日至******", "长期"),
        ("长期", "长期"),
        ("2022年06月14日至年月日", None),
    ],
)
def test_the_end_of_the_term_in_every_grammar(printed: str, end: str | None):
    assert read(licence(term=printed)).get("term_to") == end


@pytest.mark.parametrize("printed", ["2024年03月08日", "2024 03月08日", "2024年03月08"])
def test_the_day_of_issue_is_read_though_the_seal_hides_a_word(printed: str):
    assert read(licence(issued=printed))["issued_on"] == "2024-03-08"


def test_the_digits_of_the_day_of_issue_may_stand_above_its_words():
    page = licence(issued="")
    drawing = Drawing(842, 595)
    drawing.characters = list(zip(page.text, page.boxes, [1.0] * len(page.text), strict=True))
    for x, digits, word in ((600, "2024", "年"), (650, "03", "月"), (690, "08", "日")):
        drawing.write(x, 505, digits)
        drawing.write(x + 26, 512, word)
    assert read(drawing.page())["issued_on"] == "2024-03-08"


def test_the_registry_is_taken_from_the_ring_of_its_seal():
    page = licence()
    seal = Seal(bbox=Box(600, 450, 700, 550), colour="red", ring_text="北京市虚构区市场监督管理局", confidence=0.9)
    sealed = page.model_copy(update={"look": page.look.model_copy(update={"seals": (seal,)})})
    assert read(sealed)["issuer"] == "北京市虚构区市场监督管理局"


def test_a_misread_code_is_repaired_only_where_the_check_digit_proves_it():
    wrong = CODE.replace("1", "I", 1)
    fields = {f.name: f for f in read_paper(BUSINESS_LICENCE, Paper.of([licence(code=wrong)])).fields}
    assert (fields["code"].text, fields["code"].repaired_from) == (CODE, wrong)
    unproven = CODE[:-1] + "8"
    assert read(licence(code=unproven))["code"] == unproven


@pytest.mark.parametrize("words", ["变更登记通知书", "申请表", "承诺书"])
def test_a_paper_that_repeats_the_fields_of_a_licence_is_none(words: str):
    page = licence()
    drawing = Drawing(842, 595)
    drawing.characters = list(
        zip(page.text.replace("营业执照", "内容如下"), page.boxes, [1.0] * len(page.text), strict=True)
    )
    drawing.write(300, 20, words, 20)
    judged = best(judge(Sheet.of(drawing.page()), declarations()))
    assert judged is None or judged.kind.kind != "business_licence"


def test_a_field_that_is_not_there_says_what_was_looked_for_and_the_nearest_line():
    drawing = Drawing(842, 595)
    page = licence()
    drawing.characters = list(
        zip(page.text.replace("注册资本", "注册贸本"), page.boxes, [1.0] * len(page.text), strict=True)
    )
    missing = {each.name: each for each in read_paper(BUSINESS_LICENCE, Paper.of([drawing.page()])).missing}
    assert "注册资本" in missing["capital"].anchor
    assert missing["capital"].nearest is not None
    assert "注册贸本" in missing["capital"].nearest.text


def test_a_label_that_lost_its_first_character_keeps_to_its_own_value() -> None:
    drawing = Drawing(width=842, height=595)
    drawing.write(330, 60, "营业执照", 32)
    labels = ("称", "型", "负　责　人", "经营范围")
    values = ("云桥网络有限公司虚构分公司", "有限责任公司分公司", "李芸", "一般项目：计算机系统服务；网络技术开发。")
    for row, (label, value) in enumerate(zip(labels, values, strict=True)):
        drawing.write(113 if len(label) == 1 else 62, 190 + 26 * row, label)
        drawing.write(149, 190 + 26 * row, value)
    drawing.write(149, 294, "（依法须经批准的项目，经相关部门批准后方可开展经营活动）")
    drawing.write(460, 190, "成立日期")
    drawing.write(560, 190, "2022年01月23日")
    fields = read(drawing.page())
    assert fields["name"] == "云桥网络有限公司虚构分公司"
    assert fields.get("type") == "有限责任公司分公司"
