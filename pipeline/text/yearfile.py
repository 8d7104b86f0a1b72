"""One year's arrangement of holidays as a calendar file states it, checked and turned into a YearCalendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from pipeline.text.days import parse_day
from pipeline.text.workdays import SATURDAY, YearCalendar

_KEYS = frozenset({"year", "published", "source", "holidays", "makeup"})
_SPAN_KEYS = frozenset({"name", "from", "to"})
LONGEST_HOLIDAY = 15
"""Days; a longer span is a slip of the pen."""


def year_faults(content: Any) -> tuple[str, ...]:
    """Every fault of a calendar file's plain content, as Chinese sentences; empty when it is right."""
    if not isinstance(content, Mapping):
        return ("应为键值结构",)
    faults = [f"缺少 {key}" for key in sorted(_KEYS - content.keys())]
    faults += [f"未知的键 {key}" for key in sorted(map(str, content.keys() - _KEYS))]
    if faults:
        return tuple(faults)
    return tuple(_head_faults(content)) or (*_holiday_faults(content), *_makeup_faults(content))


def year_of(content: Mapping[str, Any]) -> YearCalendar:
    """The arrangement that a faultless calendar file states; ValueError names the first fault of another."""
    faults = year_faults(content)
    if faults:
        raise ValueError(faults[0])
    spans = ((_day(span["from"]), _day(span["to"])) for span in content["holidays"])
    return YearCalendar(
        year=content["year"],
        published=content["published"],
        holidays=frozenset(day for first, last in spans for day in _days(first, last)),
        makeup=frozenset(day for each in content["makeup"] if (day := _day(each)) is not None),
    )


def _head_faults(content: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(content["year"], int) or isinstance(content["year"], bool):
        yield "year 应为整数年份"
    if not isinstance(content["published"], bool):
        yield "published 应为 true 或 false"
    if not isinstance(content["source"], str) or not content["source"].strip():
        yield "source 应写明通知名称及文号"


def _holiday_faults(content: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(content["holidays"], (list, tuple)):
        yield "holidays 应为列表"
        return
    for place, span in enumerate(content["holidays"], start=1):
        if not isinstance(span, Mapping) or span.keys() != _SPAN_KEYS:
            yield f"holidays 第{place}项应含 name、from、to"
            continue
        days = tuple(_days(_day(span["from"]), _day(span["to"])))
        if not 1 <= len(days) <= LONGEST_HOLIDAY or any(day.year != content["year"] for day in days):
            yield f"holidays 第{place}项的起止日期不成立或不在该年"


def _makeup_faults(content: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(content["makeup"], (list, tuple)):
        yield "makeup 应为列表"
        return
    for place, each in enumerate(content["makeup"], start=1):
        day = _day(each)
        if day is None or day.year != content["year"] or day.weekday() < SATURDAY:
            yield f"makeup 第{place}项应为该年的周六或周日"


def _day(written: Any) -> date | None:
    return written if isinstance(written, date) else parse_day(str(written))


def _days(first: date | None, last: date | None) -> Iterator[date]:
    if first is None or last is None:
        return
    for step in range((last - first).days + 1):
        yield first + timedelta(days=step)
