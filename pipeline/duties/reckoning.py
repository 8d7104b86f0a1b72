"""What comes when: every duty of the profile reckoned from the licence, the client's answers and its contracts.

Periods run in calendar days; a due day on a day off moves to the working day before (the safe side, a setting).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.duties.licence import CONNECTED_ON, OPENED_ON, Licence
from pipeline.model.client import Client
from pipeline.model.record import Record
from pipeline.profile.duties import PLACE, Duty
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings, printed_value
from pipeline.text.days import add_months, parse_day
from pipeline.text.workdays import Calendar, is_estimated, working_day_on_or_before

EVENTS = {
    "licensed": "发证",
    "opened": "业务开通",
    "connected": "联网",
    "expires": "许可证届满",
    "contract": "合同到期",
}
QUESTIONS = {"opened": OPENED_ON, "connected": CONNECTED_ON}
AUTOMATIC = "是"
"""The fact `auto_renewal` of a contract that runs on unless somebody ends it."""
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


class Reckoning(NamedTuple):
    """What days are reckoned from."""

    licence: Licence
    client: Client
    facts: Mapping[str, str]
    profile: Profile
    settings: Settings
    calendar: Calendar


class _Occurrence(NamedTuple):
    """One time that a duty falls due, before days off are looked at; `event` is the day it is counted from."""

    key: str
    plain: date
    reckoned: str
    event: date
    opens: date | None = None
    until: date | None = None
    words: Mapping[str, str] = {}
    first: bool = False
    title: str = ""


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
    occurrences = list(_occurrences(duty, given))
    for each in occurrences:
        yield _dated(duty, each, given)
    if not occurrences and duty.event in QUESTIONS:
        yield _undated(duty, given, lacking=_lacking(duty, given))


def _lacking(duty: Duty, given: Reckoning) -> str:
    """What must be known first, and how the day will follow from it."""
    assert duty.event is not None
    return (
        f"{EVENTS[duty.event]}日未定：{_rule(duty, given)}；日期写在 client.yaml 的 answers：{QUESTIONS[duty.event]}"
    )


def _rule(duty: Duty, given: Reckoning) -> str:
    """The period in words, as it is counted from the event."""
    assert duty.event is not None
    event = EVENTS[duty.event]
    if duty.within is not None:
        return f"{event}之日起{_told(duty.within, given)}内"
    if duty.before is not None:
        return f"{event}前{_told(duty.before, given)}"
    if duty.every is not None:
        return f"{event}之后每{_told(duty.every, given)}"
    return f"{event}之前" if duty.event == "opened" else event


def _told(setting: str, given: Reckoning) -> str:
    """A setting inside a sentence: `30日`."""
    force = given.settings.force(setting)
    return printed_value(force.setting, force.value).replace(" ", "")


def _occurrences(duty: Duty, given: Reckoning) -> Iterator[_Occurrence]:
    if duty.each is not None:
        yield from _contracts(duty, given)
        return
    event = _event(duty, given.licence)
    if event is None:
        return
    if duty.yearly is not None:
        yield from _years(duty, given)
    elif duty.every is not None:
        yield from _rounds(duty, event, given)
    else:
        told = f"{EVENTS[duty.event or 'licensed']}日 {event}" + ("" if duty.by else f"，{_rule(duty, given)}")
        yield _Occurrence(duty.id, _counted(duty, event, given), told, event)


def _event(duty: Duty, licence: Licence) -> date | None:
    match duty.event:
        case "licensed":
            return licence.issued_on
        case "opened":
            return licence.opened_on
        case "connected":
            return licence.connected_on
        case _:
            return licence.valid_to


def _counted(duty: Duty, event: date, given: Reckoning) -> date:
    if duty.within is not None:
        return event + timedelta(days=given.settings.whole(duty.within))
    if duty.before is not None:
        return event - timedelta(days=given.settings.whole(duty.before))
    return event


def _years(duty: Duty, given: Reckoning) -> Iterator[_Occurrence]:
    """A report for each year at whose end the licence was held, due in the next year."""
    assert duty.yearly is not None
    window, late = given.settings.words(duty.yearly.window), given.settings.words(duty.yearly.late)
    held = given.licence.issued_on.year
    while date(held, 12, 31) <= given.licence.valid_to:
        year = held + 1
        opens, closes, until = (_in_year(year, each) for each in (window[0], window[1], late[1]))
        words = {"late": f"{late[0]} 至 {late[1]} "}
        told = f"{held} 年 12 月 31 日持有许可证，次年 {window[0]} 至 {window[1]} 报送，{late[0]} 至 {late[1]} 补报"
        title = f"{held} 年度{duty.title}"
        yield _Occurrence(f"{duty.id}-{held}", closes, told, closes, opens, until, words, title=title)
        held += 1


def _in_year(year: int, month_day: str) -> date:
    """`03-31` in a year."""
    return date.fromisoformat(f"{year}-{month_day}")


def _rounds(duty: Duty, event: date, given: Reckoning) -> Iterator[_Occurrence]:
    assert duty.every is not None
    months = given.settings.whole(duty.every)
    number = 1
    while (day := add_months(event, months * number)) <= given.licence.valid_to:
        told = f"{EVENTS[duty.event or 'opened']}日 {event} 起第 {months * number} 个月"
        yield _Occurrence(f"{duty.id}-{number}", day, told, event)
        number += 1


def _contracts(duty: Duty, given: Reckoning) -> Iterator[_Occurrence]:
    """Each contract of the client's papers with a last day, counted back from it."""
    assert duty.each is not None
    assert duty.before is not None
    for member, words in _members(duty.each, given.facts):
        ends = parse_day(words.get("term_to", ""))
        if ends is None:
            continue
        automatic = "；合同约定自动续期，请核对是否续期" if words.get("auto_renewal") == AUTOMATIC else ""
        told = f"合同到期日 {ends}，{_rule(duty, given)}{automatic}"
        first = ends < given.licence.valid_to
        yield _Occurrence(f"{duty.id}-{member}", _counted(duty, ends, given), told, ends, words=words, first=first)


def _members(group: str, facts: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """`rooms[0]` with its facts by their own names; a group without numbers is its only member."""
    if group == "office":
        found = {name.removeprefix("office."): value for name, value in facts.items() if name.startswith("office.")}
        yield from [("office", found)] if found else []
        return
    prefixes = dict.fromkeys(name.partition(".")[0] for name in facts if name.startswith(f"{group}["))
    for prefix in prefixes:
        yield (
            prefix,
            {name.removeprefix(f"{prefix}."): v for name, v in facts.items() if name.startswith(f"{prefix}.")},
        )


def _dated(duty: Duty, told: _Occurrence, given: Reckoning) -> Due:
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


def _reminders(duty: Duty, told: _Occurrence, day: date, given: Reckoning) -> Iterator[date]:
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
        lambda found: _told(found[1], given) if "." in found[1] else words.get(found[1], "（材料中没有读到）"),
        duty.what,
    )


def _status(duty: Duty, given: Reckoning) -> str | None:
    """待核 where the duty or one of the settings that make its day is."""
    periods = [given.settings.force(each).setting.status for each in duty.periods]
    return duty.status or next((each for each in periods if each), None)
