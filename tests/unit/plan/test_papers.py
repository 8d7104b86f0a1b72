"""With papers: they beat the answers, tick the checklist, and finish tasks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from pipeline.model.situation import Situation
from pipeline.plan.plan import Plan, tailored
from pipeline.plan.situation import Received
from pipeline.profile.settings import resolve
from pipeline.stages import crosscheck
from pipeline.workplace import calendar_of
from tests.plans import client_of, isp
from tests.rules import plain

START = date(2026, 11, 25)
COMPANY = "虚构云桥（北京）网络有限公司"
LICENCE = {
    "name": COMPANY,
    "type": "有限责任公司（自然人投资或控股）",
    "capital": "2000万元",
    "address": "北京市虚构区云桥路1号",
    "scope": "互联网接入服务；技术开发。",
    "legal_representative": "王样",
}


def plan_with(papers: list[dict[str, Any]], coverage: Sequence[str] = ("北京市",), **answers: object) -> Plan:
    client = client_of({"licence": "isp", "coverage": list(coverage), "answers": answers})
    case = plain.case({"papers": papers, "as_of": START, "client": {"coverage": list(coverage)}}, isp())
    case = case.model_copy(update={"client": client})
    settings = resolve(isp(), START, client)
    received = Received(case, crosscheck.run(case, isp(), settings))
    return tailored(client, isp(), calendar_of(isp()), START, None, received)


def situation(papers: list[dict[str, Any]], **answers: object) -> Situation:
    return plan_with(papers, **answers).main.situation


def state(plan: Plan, paper: str) -> str:
    return next(each.state for each in plan.main.papers if each.paper.id == paper)


def insured(name: str, number: str, payer: str = COMPANY) -> dict[str, Any]:
    month = {"name": name, "number": number, "month": "2026-10", "state": "已到账", "payer": payer}
    told = {
        "payer": payer,
        "printed_on": "2026-11-20",
        "people": [{"name": name, "number": number}],
        "months": [month],
    }
    return {"social_insurance": told}


def test_the_licence_beats_what_was_answered() -> None:
    found = situation(
        [{"business_licence": LICENCE}], registered_capital="50万元", scope_words="未含", home_province="上海市"
    )
    assert (found.capital, found.scope, found.home) == ("足够", "已含", "本省")


def test_a_licence_that_falls_short_beats_a_rosy_answer() -> None:
    poor = LICENCE | {"capital": "50万元", "scope": "技术开发。", "address": "上海市虚构区海堤路1号"}
    found = situation(
        [{"business_licence": poor}], registered_capital="5000万元", scope_words="已含", home_province="北京市"
    )
    assert (found.capital, found.scope, found.home) == ("不足", "未含", "外省")


def test_capital_that_could_not_be_read_leaves_the_answer() -> None:
    blurred = LICENCE | {"capital": None}
    assert situation([{"business_licence": blurred}], registered_capital="50万元").capital == "不足"
    assert situation([{"business_licence": blurred}]).capital == "未答"


def test_insurance_papers_count_the_people_and_none_leaves_the_answer() -> None:
    one = [{"business_licence": LICENCE}, insured("李样", "110101199001010018")]
    assert situation(one, insured_staff=5).insured == "不足"
    assert situation([{"business_licence": LICENCE}], insured_staff=5).insured == "足够"


def test_people_whom_an_agency_insures_do_not_count() -> None:
    numbers = {"李样": "119999199007120247", "王样": "119999198503070125", "赵样": "119999197811110315"}
    own = [insured(name, number) for name, number in numbers.items()]
    agency = [insured(name, number, payer="江苏虚构汇才人力资源服务有限公司") for name, number in numbers.items()]
    assert situation([{"business_licence": LICENCE}, *own]).insured == "足够"
    assert situation([{"business_licence": LICENCE}, *agency], insured_staff=5).insured == "不足"
    assert situation([{"business_licence": LICENCE}, *own[:2], agency[2]]).insured == "不足"


def test_a_lease_from_an_operator_is_an_operators_room_and_another_a_leased_one() -> None:
    lease = {"premises": "机房", "lessee": COMPANY, "address": "北京市虚构区云桥路2号"}
    operator = {"room_lease": lease | {"lessor": "中国电信股份有限公司北京分公司"}}
    landlord = {"room_lease": lease | {"lessor": "虚构物业管理有限公司"}}
    title = {
        "property_title": {"premises": "机房", "owner": COMPANY, "address": "北京市虚构区云桥路2号", "use": "工业"}
    }
    assert situation([{"business_licence": LICENCE}, operator], machine_room="无").room == "运营商"
    assert situation([{"business_licence": LICENCE}, landlord], machine_room="无").room == "租赁"
    assert situation([{"business_licence": LICENCE}, title], machine_room="无").room == "自有"
    assert situation([{"business_licence": LICENCE}], machine_room="无").room == "无"


def test_a_room_in_another_province_stops() -> None:
    lease = {
        "premises": "机房",
        "lessor": "虚构物业管理有限公司",
        "lessee": COMPANY,
        "address": "上海市虚构区海堤路2号",
    }
    plan = plan_with([{"business_licence": LICENCE}, {"room_lease": lease}], room_province="北京市")
    assert "room_elsewhere" in {each.id for each in plan.main.stops}


def test_the_smaller_of_two_ways_asks_anew_where_seat_and_room_lie() -> None:
    lease = {
        "premises": "机房",
        "lessor": "虚构物业管理有限公司",
        "lessee": COMPANY,
        "address": "上海市虚构区海堤路2号",
    }
    papers = [{"business_licence": LICENCE | {"capital": "500万元"}}, {"room_lease": lease}]
    across, home = plan_with(papers, coverage=["北京市", "上海市"]).ways
    assert (across.situation.capital, across.situation.room_place) == ("不足", "覆盖范围内")
    assert (home.coverage, home.situation.capital) == (("北京市",), "足够")
    assert (home.situation.home, home.situation.room_place) == ("本省", "覆盖范围外")


def test_without_papers_everything_is_missing_or_generated() -> None:
    plan = plan_with([])
    assert {each.state for each in plan.main.papers} == {"missing", "generated"}
    assert not plan.received


def test_a_paper_in_order_is_done_and_one_with_a_fault_is_doubtful_with_the_reason() -> None:
    good = plan_with([{"business_licence": LICENCE | {"copy": "副本"}}])
    assert state(good, "articles") == "missing"
    poor = plan_with([{"business_licence": LICENCE | {"scope": "技术开发。"}}])
    assert state(poor, "licence_copy") == "doubtful"
    doubts = next(each.doubts for each in poor.main.papers if each.paper.id == "licence_copy")
    assert any("经营范围" in each for each in doubts)


def test_a_task_is_done_once_its_papers_lie_there_in_order() -> None:
    title = {"premises": "机房", "owner": COMPANY, "address": "北京市虚构区云桥路2号", "use": "工业"}
    plan = plan_with([{"business_licence": LICENCE}, {"property_title": title}])
    task = plan.main.safe.of("room_papers")
    assert task.planned.done == (state(plan, "room") == "done")
    assert not plan.main.safe.of("application_form").planned.done


@pytest.mark.parametrize(
    ("kind", "paper"), [("fire_document", "fire"), ("commitment", "commitment"), ("articles", "articles")]
)
def test_a_paper_ticks_its_own_row_only(kind: str, paper: str) -> None:
    before, after = plan_with([]), plan_with([{kind: {"company": COMPANY}}])
    changed = {
        each.paper.id
        for each, earlier in zip(after.main.papers, before.main.papers, strict=True)
        if each.state != earlier.state
    }
    assert changed == {paper}
