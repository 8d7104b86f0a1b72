"""What comes when: every duty of the profile reckoned from the licence, the client's answers and its contracts.

Periods run in calendar days; a due day on a day off moves to the working day before (the safe side, a setting).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pipeline.duties.occurrences import EVENTS, QUESTIONS, Occurrence, Reckoning, event_of, occurrences, rule, told_in
from pipeline.model.client import Client
from pipeline.model.record import Record
from pipeline.profile.duties import PLACE, Duty
from pipeline.text.workdays import is_estimated, working_day_on_or_before

NO_SHIFT = "none"


class Due(Record):
    """A duty on its day. `day` is None where it has none yet (`lacking` says why) or never has one (standing).

    `plain` is the day before a day off moved it; `opens` the first day of a yearly window; `until` the last day for
    those who are late; `key` tells one occurrence of a duty from the others; `reminders` are days.
    """

    duty: str
    key: str
    title: str
    what: str
    reckoned: str
    source: str
    status: str | None
    day: date | None = None
    plain: date | None = None
    opens: date | None = None
    until: date | None = None
    estimated: bool = False
    first: bool = False
    """A contract that ends before the licence does."""
    ends: date | None = None
    """The last day of a contract."""
    lacking: str = ""
    standing: bool = False
    reminders: tuple[date, ...] = ()


def reckon(given: Reckoning) -> tuple[Due, ...]:
    """Every duty: first those with a day in their order, then those that wait for one, then the standing ones."""
    found = [due for duty in given.profile.duties if _concerns(duty, given.client) for due in _dues(duty, given)]
    dated = sorted((each for each in found if each.day is not None), key=lambda each: (each.day, each.key))
    waiting = [each for each in found if each.day is None and not each.standing]
    return (*dated, *waiting, *(each for each in found if each.standing))


def _concerns(duty: Duty, client: Client) -> bool:
    return duty.when is None or client.answer(duty.when.question) == duty.when.answer


def _dues(duty: Duty, given: Reckoning) -> Iterator[Due]:
    if duty.standing:
        yield _undated(duty, given, standing=True)
        return
    for each in occurrences(duty, given):
        yield _dated(duty, each, given)
    if duty.event in QUESTIONS and event_of(duty, given.licence) is None:
        yield _undated(duty, given, lacking=_lacking(duty, given))


def _lacking(duty: Duty, given: Reckoning) -> str:
    """What must be known first, and how the day will follow from it."""
    assert duty.event is not None
    return (
        f"{EVENTS[duty.event]}日未定：{rule(duty, given)}；日期写在 client.yaml 的 answers：{QUESTIONS[duty.event]}"
    )


def _dated(duty: Duty, told: Occurrence, given: Reckoning) -> Due:
    moves = duty.shift and given.settings["post.holiday_shift"] != NO_SHIFT
    day = working_day_on_or_before(given.calendar, told.plain) if moves else told.plain
    moved = f"；{told.plain} 是休息日，提前至 {day}" if day != told.plain else ""
    return Due(
        duty=duty.id,
        key=told.key,
        title=told.title or duty.title,
        what=_said(duty, told.words, given),
        reckoned=told.reckoned + moved,
        source=duty.source,
        status=_status(duty, given),
        day=day,
        plain=told.plain,
        opens=told.opens,
        until=told.until,
        estimated=moves and is_estimated(given.calendar, told.plain),
        first=told.first,
        ends=told.event if duty.each is not None else None,
        reminders=tuple(_reminders(duty, told, day, given)),
    )


def _reminders(duty: Duty, told: Occurrence, day: date, given: Reckoning) -> Iterator[date]:
    """Days on which to remind, none after the due day; a yearly window is also told when it opens."""
    base = told.event if duty.reminded_before == "event" else day
    days = {base - timedelta(days=int(each)) for each in given.settings.words(duty.reminders)}
    days |= {told.opens} if told.opens is not None else set()
    yield from sorted({min(each, day) for each in days})


def _undated(duty: Duty, given: Reckoning, *, standing: bool = False, lacking: str = "") -> Due:
    return Due(
        duty=duty.id,
        key=duty.id,
        title=duty.title,
        what=_said(duty, {}, given),
        reckoned="",
        source=duty.source,
        status=_status(duty, given),
        standing=standing,
        lacking=lacking,
    )


def _said(duty: Duty, words: Mapping[str, str], given: Reckoning) -> str:
    """What to do, with settings and the contract's own facts in their places."""
    return PLACE.sub(
        lambda found: told_in(found[1], given) if "." in found[1] else words.get(found[1], "（材料中没有读到）"),
        duty.what,
    )


def _status(duty: Duty, given: Reckoning) -> str | None:
    """待核 where the duty or one of the settings that make its day is."""
    periods = [given.settings.force(each).setting.status for each in duty.periods]
    return duty.status or next((each for each in periods if each), None)
