"""Three-year tables, computed from answers alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from pipeline.drafts.answers import EMPTY, Printed, Row, number
from pipeline.drafts.marks import MARK
from pipeline.text.money import TEN_THOUSAND

YEARS = ("第一年", "第二年", "第三年")
MONTHS_PER_YEAR = 12
Triple = tuple[Decimal, Decimal, Decimal]


class Business(NamedTuple):
    """Money in 万元 a year; `average_users` are means of the year's first and last day."""

    average_users: Triple
    revenue: Triple
    cost: Triple
    investment: Triple

    @property
    def surplus(self) -> Triple:
        """Revenue less operating cost."""
        return _each(self.revenue, self.cost, sign=-1)

    @property
    def cash(self) -> Triple:
        """Surplus less investment."""
        return _each(self.surplus, self.investment, sign=-1)

    @property
    def cumulative(self) -> Triple:
        """Cash from the start to the end of each year."""
        first, second, third = self.cash
        return first, first + second, first + second + third


def forecast_variables(answers: dict[str, Printed], bandwidth: Decimal | None, open_mark: str) -> dict[str, Any]:
    """For templates: users, investment, costs and business tables with the sentences' figures."""
    users = _triple([answers[f"expected_users_year{year}"] for year in (1, 2, 3)])
    investment, costs = _table(answers["investment"]), _table(answers["operating_costs"])
    price = _one(answers["revenue_per_user"])
    known = users is not None and investment is not None and costs is not None and price is not None
    business = (
        _business(users, price, costs, investment) if users and price is not None and costs and investment else None
    )
    return {
        "known": known,
        "open": open_mark,
        "users": _user_rows(users, answers),
        "investment": _money_rows(answers["investment"], "合计"),
        "investment_total": _plain(sum(investment)) if investment else open_mark,
        "costs": _money_rows(answers["operating_costs"], "合计"),
        "business": _business_rows(business, open_mark),
        "break_even_year": _first_year(business.surplus) if business else "",
        "payback_year": _first_year(business.cumulative) if business else "",
        "bandwidth_per_user": _share(bandwidth, users),
    }


def _business(users: Triple, price: Decimal, costs: Triple, investment: Triple) -> Business:
    first, second, third = users
    average = (first / 2, (first + second) / 2, (second + third) / 2)
    yearly = price * MONTHS_PER_YEAR / TEN_THOUSAND
    return Business(average, (average[0] * yearly, average[1] * yearly, average[2] * yearly), costs, investment)


def _each(left: Triple, right: Triple, *, sign: int) -> Triple:
    return left[0] + sign * right[0], left[1] + sign * right[1], left[2] + sign * right[2]


def _user_rows(users: Triple | None, answers: dict[str, Printed]) -> list[dict[str, str]]:
    if users is None:
        return [_row("年末用户数", [str(answers[f"expected_users_year{year}"]) for year in (1, 2, 3)])]
    first, second, third = users
    average = (first / 2, (first + second) / 2, (second + third) / 2)
    return [
        _row("年末用户数", [_plain(each) for each in users]),
        _row("年内净增用户数", [_plain(each) for each in (first, second - first, third - second)]),
        _row("年平均用户数", [_plain(each) for each in average]),
    ]


def _business_rows(business: Business | None, open_mark: str) -> list[dict[str, str]]:
    if business is None:
        return [_row("经营收入", [open_mark, EMPTY, EMPTY])]
    lines: tuple[tuple[str, Triple], ...] = (
        ("年平均用户数（户）", business.average_users),
        ("经营收入（万元）", business.revenue),
        ("运营成本（万元）", business.cost),
        ("经营结余（万元）", business.surplus),
        ("投资支出（万元）", business.investment),
        ("净现金流（万元）", business.cash),
        ("累计净现金流（万元）", business.cumulative),
    )
    return [_row(name, [_plain(value) for value in values]) for name, values in lines]


def _money_rows(answer: Printed, total: str) -> list[dict[str, str]]:
    """The rows of a money table with a sum a row and a last row of sums."""
    table = _table(answer)
    if isinstance(answer, str) or table is None:
        cells = [answer] if isinstance(answer, str) else list(answer[0].cells)
        return [_row(cells[0], cells[1:4] + [EMPTY] * (4 - len(cells)), EMPTY)]
    values = [_amounts(row) for row in answer]
    listed = [
        _row(row.cells[0], list(row.cells[1:4]), _plain(sum(sums))) for row, sums in zip(answer, values, strict=True)
    ]
    return [*listed, _row(total, [_plain(each) for each in table], _plain(sum(table)))]


def _row(name: str, values: Sequence[str], total: str = "") -> dict[str, str]:
    first, second, third = values
    return {"name": name, "year1": first, "year2": second, "year3": third, "total": total}


def _table(answer: Printed) -> Triple | None:
    """Column sums of a money table, None where it is not answered."""
    if isinstance(answer, str) or MARK.search(answer[0].cells[0]):
        return None
    amounts = [_amounts(row) for row in answer]
    sums = [sum((row[year] for row in amounts), Decimal(0)) for year in range(len(YEARS))]
    return sums[0], sums[1], sums[2]


def _amounts(row: Row) -> Triple:
    first, second, third = (number(cell) or Decimal(0) for cell in row.cells[1:4])
    return first, second, third


def _triple(values: Sequence[Printed]) -> Triple | None:
    numbers = [_one(value) for value in values]
    first, second, third = numbers
    return None if first is None or second is None or third is None else (first, second, third)


def _one(value: Printed) -> Decimal | None:
    return number(value) if isinstance(value, str) else None


def _first_year(values: Triple) -> str:
    return next((year for year, value in zip(YEARS, values, strict=True) if value >= 0), "")


def _share(bandwidth: Decimal | None, users: Triple | None) -> str:
    if bandwidth is None or users is None or users[0] == 0:
        return ""
    return _plain(bandwidth / users[0], "0.01")


def _plain(value: Decimal | int, step: str = "0.1") -> str:
    """A number rounded half up, without trailing zeros."""
    text = format(Decimal(value).quantize(Decimal(step), ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
