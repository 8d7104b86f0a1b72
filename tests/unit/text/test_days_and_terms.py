"""Days, months and terms in the writings of the papers."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.text.days import (
    OPEN,
    Delay,
    Month,
    Term,
    add_months,
    last_day_of,
    month_of,
    month_range,
    parse_day,
    parse_month,
    retirement_day,
)
from pipeline.text.terms import length_of_term, parse_term


@pytest.mark.parametrize(
    "printed",
    [
        "2024年3月15日",
        "2024年03月15日",
        "2024-03-15",
        "2024.03.15",
        "2024/3/15",
        "20240315",
        "二〇二四年三月十五日",
        "二○二四年三月十五日",
        "二零二四年三月十五日",
        "2024年三月十五日",
        "2024年3月15号",
        "2024 年 03 月 15 日",
        "2 0 2 4 年 0 3 月 1 5 日",
        "2024 03 15",
        "2024 03 15 年 月 日",
        "２０２４年３月１５日",
        "2024年3月\n15日",
        "2024-03-15 10:20:30",
        "2024-03-15T10:20",
        "2024-03-1510:20:30",
        "2024年03月15日 10时20分",
        "2024年3月15",
    ],
)
def test_every_writing_of_a_day_is_read(printed: str) -> None:
    assert parse_day(printed) == date(2024, 3, 15)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "年 月 日",
        "2023年2月29日",
        "2024-13-01",
        "2024-00-10",
        "2024-3.15",
        "202403",
        "24年3月15日",
        "0024-03-15",
        "2024年3月",
        "长期",
        "三月十五日",
        "3024年1月1日",
    ],
)
def test_what_is_no_day_is_not_read(printed: str) -> None:
    assert parse_day(printed) is None


@pytest.mark.parametrize(
    "printed",
    [
        "2024年1月",
        "2024年01月",
        "2024-01",
        "2024.1",
        "2024/01",
        "202401",
        "二〇二四年一月",
        "2024 01",
        "2024年01月份",
    ],
)
def test_every_writing_of_a_month_is_read(printed: str) -> None:
    assert parse_month(printed) == Month(2024, 1)
    assert str(parse_month(printed)) == "2024-01"


@pytest.mark.parametrize(
    "printed", ["", "2024年", "202413", "2024-00", "2024-01-15", "20240115", "一月", "2024年13月"]
)
def test_what_is_no_month_is_not_read(printed: str) -> None:
    assert parse_month(printed) is None


@pytest.mark.parametrize(
    ("printed", "term"),
    [
        ("2020年1月1日至2040年12月31日", Term(date(2020, 1, 1), date(2040, 12, 31))),
        ("2020年1月1日至长期", Term(date(2020, 1, 1), OPEN)),
        ("长期", Term(None, OPEN)),
        ("不约定期限", Term(None, OPEN)),
        ("2020年1月1日至不约定期限", Term(date(2020, 1, 1), OPEN)),
        ("2020年1月1日至无固定期限", Term(date(2020, 1, 1), OPEN)),
        ("******", Term(None, OPEN)),
        ("2020年01月01日至******", Term(date(2020, 1, 1), OPEN)),
        ("自2020年1月1日至2040年1月1日", Term(date(2020, 1, 1), date(2040, 1, 1))),
        ("2020年1月1日至永久", Term(date(2020, 1, 1), OPEN)),
        ("2020年1月1日至2030年1月1日止", Term(date(2020, 1, 1), date(2030, 1, 1))),
        ("2015.03.12-2035.03.12", Term(date(2015, 3, 12), date(2035, 3, 12))),
        ("2015.03.12-长期", Term(date(2015, 3, 12), OPEN)),
        ("2015. 03. 12 - 长期", Term(date(2015, 3, 12), OPEN)),
        ("2020年1月1日至9999年12月31日", Term(date(2020, 1, 1), OPEN)),
        ("2020年1月1日至年月日", Term(date(2020, 1, 1), None)),
        ("2020年01月01日 至    年  月  日", Term(date(2020, 1, 1), None)),
        ("2020年1月1日至", Term(date(2020, 1, 1), None)),
        ("2020年1月1日至今", Term(date(2020, 1, 1), None)),
        ("自2020年1月1日起", Term(date(2020, 1, 1), None)),
        ("至2030年1月1日", Term(None, date(2030, 1, 1))),
        ("2030年1月1日止", Term(None, date(2030, 1, 1))),
        ("2023年2月30日至2030年1月1日", Term(None, date(2030, 1, 1))),
        ("2024年1月31日起一个月", Term(date(2024, 1, 31), date(2024, 2, 28))),
        ("自2024年1月1日起三年", Term(date(2024, 1, 1), date(2026, 12, 31))),
        ("自2024年1月1日起至2026年12月31日止，共计叁年", Term(date(2024, 1, 1), date(2026, 12, 31))),
        ("租赁期限自2024年1月1日起至2026年12月31日止", Term(date(2024, 1, 1), date(2026, 12, 31))),
    ],
)
def test_every_writing_of_a_term_is_read(printed: str, term: Term) -> None:
    assert parse_term(printed) == term


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "三年",
        "2024年1月1日",
        "以合同为准",
        "2023年2月30日",
        "年月日至年月日",
        "长期至2024年1月1日",
        "2024年1月1日至2025年1月1日至2026年1月1日",
        "2024年1月1日或2025年1月1日",
    ],
)
def test_what_states_no_term_is_not_read(printed: str) -> None:
    assert parse_term(printed) is None


@pytest.mark.parametrize(
    ("printed", "months"),
    [
        ("3年", 36), ("三年", 36), ("叁年", 36), ("36个月", 36), ("三十六个月", 36), ("1年6个月", 18), ("一年半", 18), ("1.5年", 18),
        ("三年零六个月", 42), ("半年", 6), ("两年", 24), ("合同期限为3年", 36), ("共计12个月", 12),
        ("90天", None), ("十二月", None), ("长期", None), ("", None), ("年", None), ("个月", None), ("0年", None), ("0.3年", None),
    ],
)  # fmt: skip
def test_a_length_is_told_in_months(printed: str, months: int | None) -> None:
    assert length_of_term(printed) == months


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 2, 29), 60, date(2029, 2, 28)),
        (date(9999, 12, 1), 1, date.max),
        (date(1, 1, 1), -1, date.min),
    ],
)
def test_months_are_added_without_leaving_the_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_months_run_over_the_turn_of_the_year() -> None:
    assert month_range(Month(2023, 11), Month(2024, 2)) == (
        Month(2023, 11),
        Month(2023, 12),
        Month(2024, 1),
        Month(2024, 2),
    )
    assert month_range(Month(2024, 2), Month(2024, 1)) == ()
    assert month_of(date(2024, 2, 29)) == Month(2024, 2) < Month(2024, 3)
    assert last_day_of(Month(2024, 2)) == date(2024, 2, 29)
    assert last_day_of(Month(9999, 12)) == date.max


@pytest.mark.parametrize(
    ("born", "age", "every", "most", "retires"),
    [  # rows of the tables annexed to the decision of 2024-09-13
        ((1965, 1), 60, 4, 36, (2025, 2)),
        ((1965, 5), 60, 4, 36, (2025, 7)),
        ((1976, 9), 60, 4, 36, (2039, 9)),
        ((1977, 1), 60, 4, 36, (2040, 1)),
        ((1970, 1), 55, 4, 36, (2025, 2)),
        ((1981, 9), 55, 4, 36, (2039, 9)),
        ((1975, 1), 50, 2, 60, (2025, 2)),
        ((1984, 11), 50, 2, 60, (2039, 11)),
        ((1964, 12), 60, 4, 36, (2024, 12)),
    ],
)
def test_retirement_is_put_off_by_stages(
    born: tuple[int, int], age: int, every: int, most: int, retires: tuple[int, int]
) -> None:
    delay = Delay(Month(2025, 1), every, most)
    assert retirement_day(date(*born, 15), age, delay) == date(*retires, 15)


def test_without_a_delay_the_age_alone_counts() -> None:
    assert retirement_day(date(1966, 12, 15), 60, None) == date(2026, 12, 15)
