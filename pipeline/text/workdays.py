"""Working days by a calendar of holidays and make-up days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

SATURDAY = 5
"""`date.weekday()` of the first day of a weekend."""
ONE_DAY = timedelta(days=1)


class YearCalendar(NamedTuple):
    """The arrangement of one year; `published` is false for an estimate from the statutory holidays."""

    year: int
    published: bool
    holidays: frozenset[date]
    makeup: frozenset[date]


class Calendar(NamedTuple):
    """Days off, weekend days worked instead, and the last day for which they were published."""

    holidays: frozenset[date]
    makeup: frozenset[date]
    published_through: date


def combine(years: Iterable[YearCalendar]) -> Calendar:
    """One calendar of several years; published through the last of the unbroken run of published years."""
    ordered = sorted(years)
    published = [year.year for year in ordered if year.published]
    last = _end_of_run(published)
    return Calendar(
        frozenset().union(*(year.holidays for year in ordered)),
        frozenset().union(*(year.makeup for year in ordered)),
        date(last, 12, 31) if last is not None else date.min,
    )


def is_working_day(calendar: Calendar, day: date) -> bool:
    """Whether authorities work on a day: a make-up weekend day counts, a holiday does not."""
    if day in calendar.makeup:
        return True
    return day.weekday() < SATURDAY and day not in calendar.holidays


def add_working_days(calendar: Calendar, start: date, days: int) -> date:
    """The last day of a period of working days; the first day after the start is day 1. Zero days give the start."""
    day = start
    while days > 0 and day < date.max:
        day += ONE_DAY
        days -= is_working_day(calendar, day)
    return day


def working_days_between(calendar: Calendar, start: date, end: date) -> int:
    """Working days after the start, up to and including the end; 0 when the end is not later."""
    span = range(1, (end - start).days + 1)
    return sum(is_working_day(calendar, start + timedelta(days=step)) for step in span)


def working_day_on_or_before(calendar: Calendar, day: date) -> date:
    """The day itself, or the nearest working day before it: the safe side of a deadline."""
    while day > date.min and not is_working_day(calendar, day):
        day -= ONE_DAY
    return day


def is_estimated(calendar: Calendar, through: date) -> bool:
    """Whether a reckoning through that day leaves the published arrangements (估算)."""
    return through > calendar.published_through


def _end_of_run(years: list[int]) -> int | None:
    """The last year of the unbroken run that starts at the first."""
    for place, year in enumerate(years):
        if place + 1 == len(years) or years[place + 1] != year + 1:
            return year
    return None
