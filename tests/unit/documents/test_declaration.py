from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.documents import parsers, registry
from pipeline.documents.declaration import (
    DocumentType,
    Paper,
    all_of,
    any_of,
    beside,
    by,
    clause,
    contains,
    field,
    heading,
    inline,
    label,
    labels,
    none_of,
    party,
    worth,
)
from pipeline.documents.explain import explain
from pipeline.documents.gathering import read_documents
from pipeline.documents.reading import read_paper
from pipeline.documents.titles import titles
from pipeline.layout import Sheet
from pipeline.model.intake import Inventory
from pipeline.model.values import Amount, Day, OpenEnd, Text
from tests.unit.documents.papers import card, client, contract, licence
from tests.unit.layout.builders import Drawing


def page(*lines: str, reader: str = "text") -> Drawing:
    drawing = Drawing(reader=reader)
    for number, line in enumerate(lines):
        drawing.write(60, 60 + 30 * number, line, 20 if number == 0 else 12)
    return drawing


def score(clue: object, drawing: Drawing) -> float:
    return round(clue.judge(Sheet.of(drawing.page())).score, 2)


LEASE = page("机　房　租　赁　合　同", "出租方：甲公司", "承租方：乙公司", "租赁期限：三年")


@pytest.mark.parametrize(
    ("clue", "expected"),
    [
        (heading("租赁合同"), 1),
        (heading("服务合同"), 0),
        (contains("承租方"), 1),
        (label("出租方"), 1),
        (labels("出租方", "承租方", "租金", "租期"), 0.5),
        (labels("出租方", "承租方", "租金", enough=2), 1),
        (all_of(heading("租赁合同"), labels("出租方", "租金")), 0.75),
        (all_of(heading("租赁合同"), contains("消防")), 0),
        (any_of(contains("消防"), worth(0.6, contains("租赁"))), 0.6),
        (none_of(contains("消防")), 1),
        (none_of(contains("租赁")), 0),
        (party("承租方"), 1),
        (by("三行以上", lambda sheet: float(len(sheet.lines) > 3)), 1),
    ],
)
def test_clues_score_and_combine(clue: object, expected: float):
    assert score(clue, LEASE) == expected


def test_a_title_misread_in_one_character_is_forgiven_to_ocr_alone():
    misread = ("江苏省社会保险权盖记录单", "姓名")
    assert score(heading("社会保险权益记录单"), page(*misread, reader="ocr")) == 1
    assert score(heading("社会保险权益记录单"), page(*misread)) == 0


def test_the_words_of_a_title_in_running_text_are_no_title():
    text = page(
        "关于事项的说明",
        "根据双方签订的机房租赁合同的约定，出租方应当在租赁期限届满之前将机房交还给承租方使用并结清全部费用",
    )
    assert score(heading("租赁合同"), text) == 0


def test_every_verdict_says_why():
    verdict = all_of(heading("租赁合同"), contains("消防")).judge(Sheet.of(LEASE.page()))
    assert [reason.text for reason in verdict.reasons] == ["有标题“租赁合同”", "未见字样“消防”"]


def read(kind: DocumentType, *lines: str):
    return read_paper(kind, Paper.of([page(*lines).page()]))


def kind(*fields: object) -> DocumentType:
    return DocumentType(kind="test", title="", identify=contains(""), fields=fields)


def test_two_places_that_disagree_are_two_readings():
    result = read(
        kind(field("lessee", party("承租方", "乙方"))), "合同", "承租方：云桥公司", "乙方（盖章）：云桥科技公司"
    )
    (lessee,) = result.fields
    assert (lessee.text, [reading.value for reading in lessee.readings]) == ("云桥公司", [Text(value="云桥科技公司")])


def test_two_places_that_agree_are_one_reading():
    (lessee,) = read(
        kind(field("lessee", party("承租方"))), "合同", "承租方：云桥公司", "承租方（盖章）：云桥公司"
    ).fields
    assert lessee.readings == ()


def test_weaker_places_are_asked_only_where_the_others_are_silent():
    rule = field("day", beside("签订日期"), otherwise=(inline(r"[0-9]{4}年[0-9]+月[0-9]+日"),), parse=parsers.day)
    (first,) = read(kind(rule), "合同", "签订日期：2026年1月2日", "自2020年3月4日起").fields
    assert (first.text, first.readings) == ("2026-01-02", ())
    (second,) = read(kind(rule), "合同", "自2020年3月4日起").fields
    assert second.text == "2020-03-04"


def test_a_value_that_does_not_parse_is_missing_with_its_line():
    (missing,) = read(kind(field("day", beside("签订日期"), parse=parsers.day)), "合同", "签订日期：另行约定").missing
    assert (missing.reason, missing.nearest.text) == ("读到“另行约定”，但读不出所需的内容", "另行约定")


def test_a_party_is_read_from_its_definition():
    (lessor,) = read(
        kind(field("lessor", party("出租方"))), "合同", "北京虚构机房服务有限公司（以下简称“出租方”）"
    ).fields
    assert lessor.text == "北京虚构机房服务有限公司"


@pytest.mark.parametrize("sentence", ["出租方应当按期交付机房。", "出租方：应当按期交付"])
def test_a_sentence_about_a_party_is_not_its_name(sentence: str):
    assert read(kind(field("lessor", party("出租方"))), "合同", sentence).fields == ()


def test_a_clause_is_found_by_its_title():
    result = read(
        kind(field("term", clause("租赁期限"))), "合同", "第二条 租赁期限", "自2026年1月1日起。", "第三条 租金"
    )
    assert result.fields[0].text == "第二条租赁期限自2026年1月1日起。"


@pytest.mark.parametrize(
    ("parse", "text", "value"),
    [
        (parsers.words, "：北京市；", Text(value="北京市")),
        (parsers.words, "——", None),
        (parsers.address, "坐落于虚构市虚构区云桥路9号。", Text(value="虚构市虚构区云桥路9号")),
        (parsers.name, "云桥公司（盖章）", Text(value="云桥公司")),
        (parsers.address, "北京市虚构区1号。", Text(value="北京市虚构区1号")),
        (parsers.capital, "叁仟捌佰万圆整", Amount(value=Decimal(38000000), unit="CNY")),
        (parsers.capital, "100万美元", Amount(value=Decimal(1000000), unit="USD")),
        (parsers.term_end, "自2020年1月1日至永久", OpenEnd(printed="永久")),
        (parsers.percent, "33.34%", Amount(value=Decimal("33.34"), unit="%")),
        (parsers.percent, "不详", None),
        (parsers.area, "建筑面积120.50㎡", Amount(value=Decimal("120.50"), unit="m2")),
        (parsers.area, "5,218.40平方米", Amount(value=Decimal("5218.40"), unit="m2")),
        (parsers.area, "5,21840平方米", None),
        (parsers.count, "共 16 个", Amount(value=Decimal(16), unit="count")),
        (parsers.social_code, "110108012345678 1-1", Text(value="110108012345678")),
        (parsers.social_code, "91119999MA6LHBBJ59 1-1", Text(value="91119999MA6LHBBJ59")),
        (parsers.social_code, "91119999MA6LHBBJ59（3-2）", Text(value="91119999MA6LHBBJ59")),
        (parsers.one_of({"办公": "办公", "机房": "机房"}), "用于机房", Text(value="机房")),
        (parsers.constant("beijing"), "什么都行", Text(value="beijing")),
    ],
)
def test_parsers(parse: parsers.Parser, text: str, value: object):
    parsed = parse(text)
    assert (None if parsed is None else parsed.value) == value


def test_a_day_is_taken_from_words_around_it_only_where_there_is_one():
    assert parsers.day("签订于2026年1月2日。").value == Day(value=date(2026, 1, 2))
    assert parsers.day("2026年1月2日至2027年1月2日") is None


def test_money_takes_its_unit_from_the_heading():
    assert parsers.money_by_heading("600", "认缴出资额（万元）").value == Amount(value=Decimal(6000000), unit="CNY")
    assert parsers.money_by_heading("600万元", "出资额").value == Amount(value=Decimal(6000000), unit="CNY")
    assert parsers.money_by_heading("600", "出资额") is None


def test_every_kind_has_a_title_and_knows_its_subject_fields():
    for each in registry.declarations():
        names = {rule.name for rule in each.fields}
        assert each.title
        if each.more_fields is None:
            assert {name for part in each.subject for name in part.split("|")} <= names, each.kind
            assert not each.dated or each.dated in names, each.kind


def test_no_kind_claims_another_kinds_paper():
    for drawn, expected in (
        (licence(), "business_licence"),
        (card(), "id_card"),
        (contract("papers/a.pdf")[0], "room_lease"),
    ):
        (document,) = read_documents([drawn], Inventory(), client())
        assert document.kind == expected


def test_show_tells_a_field_that_was_not_found_with_what_it_stopped_at():
    pages = [licence(term="面议")]
    told = explain("papers/licence.pdf", pages, read_documents(pages, Inventory(), client()))
    assert (told.pages[0].known, told.pages[0].kinds[0].kind) == (True, "business_licence")
    missing = next(each for each in told.papers[0].missing if each.name == "term_to")
    assert missing.nearest is not None
    assert (missing.nearest.text, missing.nearest.page) == ("面议", 1)
    assert missing.nearest.why == "读到“面议”，但读不出所需的内容"
    assert any("营业期限" in anchor for anchor in missing.anchors)


def test_a_title_stands_before_what_looks_larger_in_a_cell():
    drawing = Drawing(reader="ocr")
    drawing.write(200, 60, "专线业务开通确认单", 16)
    drawing.ruled(60, 120, [120.0, 200.0], [["协议编号", "YN-2026-1"], ["客户", "虚构云桥网络有限公司"]])
    drawing.cell(60, 200, 320, 30, "")
    drawing.write(64, 206, "协议编号YN-2026", 18)
    found = [words.text for words in titles(Paper.of([drawing.page()]), "协议", "确认单")]
    assert found == ["专线业务开通确认单"]
