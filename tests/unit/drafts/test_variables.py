from __future__ import annotations

from typing import Any

from pipeline.drafts.law import read_law
from pipeline.drafts.marks import OpenMarks
from pipeline.drafts.variables import chinese_day, template_variables, ten_thousands
from tests.unit.drafts.applicant import context, profile


def variables(changed: dict[str, str | None] | None = None, **settings: Any) -> dict[str, Any]:
    return template_variables(profile(), read_law(profile().law), context(changed, **settings), OpenMarks())


def test_a_holder_whose_card_lies_among_the_papers_is_no_member_of_the_staff() -> None:
    holder = {"people[3].name": "孙样", "people[3].number": "999901199105050055"}
    made = variables(holder)
    assert [each["name"] for each in made["people"]] == ["李样", "赵样", "钱样"]
    assert made["people_count"] == "3"
    insured = variables({**holder, "people[3].insured_through": "2026-11"})
    assert (insured["people"][3]["name"], insured["people"][3]["roles"]) == ("孙样", "网络运维")


def test_roles_may_be_joined_or_a_json_list() -> None:
    made = variables({"people[1].roles": '["信息安全负责人", "安全联络员"]'})
    assert made["security_lead"] == {"name": "赵样", "phone": "13800000002", "email": "anquan@example.com"}
    assert made["liaison"]["name"] == "赵样"


def test_a_security_lead_without_telephone_is_an_open_point() -> None:
    made = variables({"people[1].phone": None})
    assert made["security_lead"]["phone"] == "【待补：信息安全负责人24小时联系电话】"
    assert made["contacts"][0]["phone"] == "【待补：信息安全负责人24小时联系电话】"


def test_tables_that_nothing_fills_carry_a_mark() -> None:
    gone = {
        name: None for name, _ in context().facts if name.startswith(("shareholders", "rooms", "access", "people"))
    }
    made = variables(gone)
    assert made["shareholders"][0]["name"] == "【待补：股东及出资情况】"
    assert made["rooms"][0]["address"] == made["rooms_text"] == "【待补：机房地址】"
    assert (
        made["access"]["agreements"][0]["operator"]
        == made["access"]["summary"]
        == "【待补：接入资源协议的运营商与带宽】"
    )
    assert made["people"][0]["name"] == made["people_count"] == "【待补：主要人员】"


def test_the_name_of_the_licence_follows_the_coverage() -> None:
    without = {"authority.licence_name": None}
    assert variables(without)["licence"]["name"] == "增值电信业务经营许可证"
    assert variables(without, coverage=("北京市", "天津市"))["licence"]["name"] == "跨地区增值电信业务经营许可证"
    assert variables(without, coverage=("全国",))["coverage"] == {"text": "全国", "cross_province": True}


def test_amounts_and_days_are_printed_as_people_write_them() -> None:
    assert [ten_thousands(each) for each in ("10000000", "15000", "x", "")] == ["1000", "1.5", "", ""]
    assert [chinese_day(each) for each in ("2026-01-05", "长期")] == ["2026年1月5日", "长期"]


def test_what_a_page_cannot_show_is_taken_out_or_marked() -> None:
    made = variables({"company.name": "云\x00桥\x1f🎉公司", "answers.tariffs": '["专线 | 100M | 1\\u0007200 | 月"]'})
    assert made["company"]["name"] == "云桥【待补：字库没有的字符U+1F389】公司"
    assert made["answers"]["tariffs"][0].cells == ("专线", "100M", "1200", "月")
