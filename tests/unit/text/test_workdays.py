"""Working days: the golden rows of the timeline, the calendar files, and two libraries as cross-checks."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import chinese_calendar
import holidays
import pytest

from pipeline.text.workdays import (
    Calendar,
    YearCalendar,
    add_working_days,
    combine,
    is_estimated,
    is_working_day,
    working_day_on_or_before,
    working_days_between,
)
from pipeline.text.yearfile import year_faults, year_of
from pipeline.yamltext import read_yaml

FOLDER = Path(__file__).parents[3] / "templates" / "isp" / "calendar"


def content(year: int) -> dict[str, Any]:
    return dict(read_yaml(FOLDER / f"{year}.yaml").content)


CALENDAR = combine(year_of(content(year)) for year in range(2024, 2030))


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=step) for step in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


@pytest.mark.parametrize(
    ("submission", "accepted", "decided", "delivered", "decided_from_receipt"),
    [
        (date(2026, 1, 5), date(2026, 1, 12), date(2026, 4, 13), date(2026, 4, 27), date(2026, 4, 3)),
        (date(2026, 2, 9), date(2026, 2, 14), date(2026, 5, 20), date(2026, 6, 3), date(2026, 5, 13)),
        (date(2026, 4, 20), date(2026, 4, 27), date(2026, 7, 23), date(2026, 8, 6), date(2026, 7, 16)),
        (date(2025, 9, 15), date(2025, 9, 22), date(2025, 12, 19), date(2026, 1, 5), date(2025, 12, 12)),
    ],
)
def test_the_golden_timeline_comes_out(
    submission: date, accepted: date, decided: date, delivered: date, decided_from_receipt: date
) -> None:
    assert add_working_days(CALENDAR, submission, 5) == accepted
    assert add_working_days(CALENDAR, accepted, 60) == decided
    assert add_working_days(CALENDAR, decided, 10) == delivered
    assert add_working_days(CALENDAR, submission, 60) == decided_from_receipt
    assert working_days_between(CALENDAR, submission, decided_from_receipt) == 60


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_of_a_published_year_is_what_chinese_calendar_says(year: int) -> None:
    assert [is_working_day(CALENDAR, day) for day in days_of(year)] == [
        chinese_calendar.is_workday(day) for day in days_of(year)
    ]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_weekday_off_of_a_published_year_is_known_to_holidays_too(year: int) -> None:
    theirs = holidays.country_holidays("CN", years=year)
    ours = {day for day in CALENDAR.holidays if day.year == year and day.weekday() < 5}
    assert ours == {day for day in theirs if day.weekday() < 5}


@pytest.mark.parametrize("year", [2027, 2028, 2029])
def test_an_estimate_is_the_statutory_holidays_with_their_substitutes(year: int) -> None:
    theirs = holidays.country_holidays("CN", years=year)
    assert {day for day in CALENDAR.holidays if day.year == year} == set(theirs)
    assert not [day for day in CALENDAR.makeup if day.year == year]


def test_what_reaches_beyond_the_published_years_is_an_estimate() -> None:
    assert CALENDAR.published_through == date(2026, 12, 31)
    assert not is_estimated(CALENDAR, date(2026, 12, 31))
    assert is_estimated(CALENDAR, date(2027, 1, 1))


def test_a_year_without_a_file_ends_what_is_published() -> None:
    years = [YearCalendar(year, published=True, holidays=frozenset(), makeup=frozenset()) for year in (2024, 2026)]
    assert combine(years).published_through == date(2024, 12, 31)
    assert combine([]).published_through == date.min


def test_a_make_up_saturday_counts_and_a_holiday_monday_does_not() -> None:
    assert is_working_day(CALENDAR, date(2026, 2, 14))
    assert not is_working_day(CALENDAR, date(2026, 2, 16))
    assert not is_working_day(CALENDAR, date(2026, 3, 7))
    assert working_day_on_or_before(CALENDAR, date(2026, 2, 23)) == date(2026, 2, 14)
    assert working_day_on_or_before(CALENDAR, date(2026, 3, 3)) == date(2026, 3, 3)


def test_no_days_give_the_start_and_the_first_day_after_it_is_day_one() -> None:
    plain = Calendar(frozenset(), frozenset(), date(2024, 12, 31))
    assert add_working_days(plain, date(2024, 3, 2), 0) == date(2024, 3, 2)
    assert add_working_days(plain, date(2024, 3, 2), 1) == date(2024, 3, 4)
    assert add_working_days(plain, date(2024, 3, 1), 1) == date(2024, 3, 4)
    assert working_days_between(plain, date(2024, 3, 4), date(2024, 3, 1)) == 0


@pytest.mark.parametrize("year", range(2024, 2030))
def test_a_calendar_file_has_no_fault_and_is_named_by_its_year(year: int) -> None:
    assert year_faults(content(year)) == ()
    assert content(year)["year"] == year
    assert content(year)["published"] is (year <= 2026)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"year": "二〇二六"}, "year 应为整数年份"),
        ({"published": "yes"}, "published 应为 true 或 false"),
        ({"source": ""}, "source 应写明通知名称及文号"),
        ({"holidays": None}, "holidays 应为列表"),
        ({"holidays": [{"name": "元旦", "from": "2026-01-01"}]}, "holidays 第1项应含 name、from、to"),
        (
            {"holidays": [{"name": "元旦", "from": "2026-01-03", "to": "2026-01-01"}]},
            "holidays 第1项的起止日期不成立或不在该年",
        ),
        (
            {"holidays": [{"name": "元旦", "from": "2025-01-01", "to": "2025-01-01"}]},
            "holidays 第1项的起止日期不成立或不在该年",
        ),
        ({"makeup": {}}, "makeup 应为列表"),
        ({"makeup": ["2026-01-05"]}, "makeup 第1项应为该年的周六或周日"),
        ({"makeup": ["2025-01-04"]}, "makeup 第1项应为该年的周六或周日"),
        ({"extra": 1}, "未知的键 extra"),
    ],
)
def test_a_fault_of_a_calendar_file_is_named(change: dict[str, Any], fault: str) -> None:
    wrong = content(2026) | change
    assert year_faults(wrong) == (fault,)
    with pytest.raises(ValueError, match=fault):
        year_of(wrong)


def test_a_missing_key_and_a_list_are_faults() -> None:
    assert year_faults({key: value for key, value in content(2026).items() if key != "makeup"}) == ("缺少 makeup",)
    assert year_faults([]) == ("应为键值结构",)
