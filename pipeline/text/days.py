"""Days, months and terms in every writing that the papers use."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from enum import Enum
from typing import Final, Literal, NamedTuple

from pipeline.text.normal import fold, squeeze
from pipeline.text.numerals import digits_of, number_of

EARLIEST_YEAR = 1850
"""Oldest year of a founding date; anything below is a misreading."""
LATEST_YEAR = 2199
"""Latest year of a term; 9999-12-31, which registers use for no end, is handled apart."""
NUMERALS = "〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖"
COUNTED = f"[{NUMERALS}十拾廿卅]{{1,3}}"
"""A month or a day of the month in everyday or financial numerals: 十二, 叁拾壹, 零伍."""
WRITTEN_DAY = (
    rf"[0-9{NUMERALS}]{{4}}(?:年|\.|/|-)(?:[0-9]{{1,2}}|{COUNTED})(?:月|\.|/|-)(?:[0-9]{{1,2}}|{COUNTED})[日号]?"
)
"""A day in figures or numerals as contracts write it, in folded text; a pattern for larger ones."""
FIGURES = re.compile(r"[0-9]{4}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?")


class OpenEnd(Enum):
    """The end of a term that has no end."""

    OPEN = "长期"


OPEN: Final = OpenEnd.OPEN


class Month(NamedTuple):
    """A calendar month; months compare in order of time."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    def plus(self, months: int) -> Month:
        """The month so many months later, or earlier when negative."""
        count = self.year * 12 + self.month - 1 + months
        return Month(count // 12, count % 12 + 1)


class Term(NamedTuple):
    """First and last day of a term; None where not stated or not readable, OPEN for an end that never comes."""

    start: date | None
    end: date | Literal[OpenEnd.OPEN] | None


class Delay(NamedTuple):
    """Retirement put off by stages: from a month on, by a month for every so many, by so many months at most."""

    since: Month
    every: int
    most: int


_YEAR = r"(?P<year>[0-9]{4})"
_NUMBER = rf"[0-9]{{1,2}}|{COUNTED}"
_CLOCK = re.compile(r"[ T]*[0-9]{1,2}[:时][0-9]{1,2}(?:[:分][0-9]{1,2}(?:\.[0-9]+)?秒?|分)?$")
_DAY_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}年(?P<month>{_NUMBER})月(?P<day>{_NUMBER})[日号]?",
        rf"{_YEAR}(?P<mark>[-./])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})日?",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"{_YEAR} (?P<month>[0-9]{{1,2}}) (?P<day>[0-9]{{1,2}})(?:年月日)?",
    )
)
_MONTH_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}年(?P<month>{_NUMBER})月份?",
        rf"{_YEAR}[-./](?P<month>[0-9]{{1,2}})",
        rf"{_YEAR}(?P<month>[0-9]{{2}})",
        rf"{_YEAR} (?P<month>[0-9]{{1,2}})",
    )
)
_PRINTED_MONTH = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?:年|\.|-|/)?(?P<month>1[0-2]|0?[1-9])(?:月|(?![0-9]))")
_CHINESE_YEAR = re.compile(rf"[{NUMERALS}0-9]{{4}}(?=年)")
_DIGIT_SPACE = re.compile(r"(?<=[0-9]) (?=[0-9](?: |[年月日]|$))")


def parse_day(text: str) -> date | None:
    """A full day; None for anything else and for days that no calendar has."""
    return _first_day((_CLOCK.sub("", fold(text)), _joined_digits(text), _zero_padded_with_clock(text)))


def first_day_in(text: str) -> date | None:
    """The first day in figures that stands in a text; None where there is none, or it is no day of the calendar."""
    found = FIGURES.search(text)
    return parse_day(found.group()) if found is not None else None


def parse_month(text: str) -> Month | None:
    """A month without a day: 2024年1月, 2024-01, 202401, 二〇二四年一月; None for a full day."""
    for writing in (fold(text), _joined_digits(text)):
        for form in _MONTH_FORMS:
            found = form.fullmatch(_arabic_year(writing))
            if found is not None:
                return _month_of(found)
    return None


def months_in(text: str) -> list[Month]:
    """The months that a text prints, in order of print; a full day counts as its month."""
    plain = re.sub(r"月[0-9]{1,2}日", "月", squeeze(text))
    return [Month(int(found["year"]), int(found["month"])) for found in _PRINTED_MONTH.finditer(plain)]


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it is shorter.

    Beyond the year 9999 the answer is the calendar's last day, before the year 1 its first.
    """
    month = Month(day.year, day.month).plus(months)
    if month.year > MAXYEAR:
        return date.max
    if month.year < 1:
        return date.min
    return date(month.year, month.month, min(day.day, last_day_of(month).day))


def retirement_day(born: date, age: int, delay: Delay | None) -> date:
    """The day on which somebody reaches the statutory age of retirement, `age` in years being that before the delay."""
    before = add_months(born, 12 * age)
    if delay is None or (passed := (before.year - delay.since.year) * 12 + before.month - delay.since.month) < 0:
        return before
    return add_months(before, min(passed // delay.every + 1, delay.most))


def years_between(born: date, on: date) -> int:
    """Whole years from one day to another: an age."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def last_day_of(month: Month) -> date:
    """The last calendar day of a month."""
    following = month.plus(1)
    return date.max if following.year > MAXYEAR else date(*following, 1) - timedelta(days=1)


def month_range(first: Month, last: Month) -> tuple[Month, ...]:
    """Every month from the first to the last, both included; empty when the last is earlier."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(first.plus(step) for step in range(max(count, 0)))


def month_of(day: date) -> Month:
    """The month that a day lies in."""
    return Month(day.year, day.month)


def _first_day(writings: tuple[str, ...]) -> date | None:
    for writing in writings:
        for form in _DAY_FORMS:
            found = form.fullmatch(_arabic_year(writing))
            if found is not None:
                return _day_of(found)
    return None


def _joined_digits(text: str) -> str:
    """Digits that a printer set apart (2 0 2 4 年 0 3 月) brought together."""
    return _DIGIT_SPACE.sub("", fold(text))


def _zero_padded_with_clock(text: str) -> str:
    """The day of a time stamp whose space was lost: 2024-03-1510:20:30."""
    return re.sub(r"(?<=^[0-9]{4}[-./][0-9]{2}[-./][0-9]{2})[0-9]{2}:[0-9]{2}(?::[0-9]{2})?$", "", fold(text))


def _arabic_year(writing: str) -> str:
    return _CHINESE_YEAR.sub(lambda year: digits_of(year.group()), writing, count=1)


def _day_of(found: re.Match[str]) -> date | None:
    month, day = number_of(found["month"]), number_of(found["day"])
    year = int(found["year"])
    if month is None or day is None or not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_of(found: re.Match[str]) -> Month | None:
    month, year = number_of(found["month"]), int(found["year"])
    if month is None or not 1 <= month <= 12 or not EARLIEST_YEAR <= year <= LATEST_YEAR:  # noqa: PLR2004
        return None
    return Month(year, month)
