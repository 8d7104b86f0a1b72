from __future__ import annotations

from decimal import Decimal

from pipeline.drafts.answers import Printed, Row
from pipeline.drafts.forecast import forecast_variables

ANSWERS: dict[str, Printed] = {
    "expected_users_year1": "1000",
    "expected_users_year2": "2000",
    "expected_users_year3": "2500",
    "revenue_per_user": "100",
    "investment": (Row(1, ("设备", "100", "10", "0.5")), Row(2, ("系统", "20", "0", "0"))),
    "operating_costs": (Row(1, ("人员", "80", "90", "100")),),
}
MARK = "【待补：预测】"


def column(rows: list[dict[str, str]], name: str) -> tuple[str, str, str]:
    row = next(each for each in rows if each["name"].startswith(name))
    return row["year1"], row["year2"], row["year3"]


def test_money_is_users_at_mid_year_times_price() -> None:
    tables = forecast_variables(ANSWERS, Decimal(1000), MARK)
    assert column(tables["users"], "年平均用户数") == ("500", "1500", "2250")
    assert column(tables["business"], "经营收入") == ("60", "180", "270")
    assert column(tables["business"], "经营结余") == ("-20", "90", "170")
    assert column(tables["business"], "累计净现金流") == ("-140", "-60", "109.5")
    assert (tables["break_even_year"], tables["payback_year"]) == ("第二年", "第三年")
    assert tables["investment_total"] == "130.5"
    assert column(tables["investment"], "合计") == ("120", "10", "0.5")
    assert tables["bandwidth_per_user"] == "1"


def test_no_figure_is_invented_for_an_open_answer() -> None:
    tables = forecast_variables(ANSWERS | {"revenue_per_user": "【待补：收入】"}, None, MARK)
    assert not tables["known"]
    assert tables["business"] == [{"name": "经营收入", "year1": MARK, "year2": "—", "year3": "—", "total": ""}]
    assert tables["break_even_year"] == tables["payback_year"] == tables["bandwidth_per_user"] == ""


def test_a_plan_that_never_earns_its_costs_says_so() -> None:
    tables = forecast_variables(ANSWERS | {"revenue_per_user": "1"}, None, MARK)
    assert tables["known"]
    assert tables["break_even_year"] == tables["payback_year"] == ""
