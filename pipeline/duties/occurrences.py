"""When a duty falls due, before days off are looked at: from an event, year by year, or from a contract's end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.duties.licence import CONNECTED_ON, OPENED_ON, Licence
from pipeline.model.client import Client
from pipeline.profile.duties import Duty
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings, printed_value
from pipeline.text.days import add_months, parse_day
from pipeline.text.workdays import Calendar

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


class Reckoning(NamedTuple):
    """What days are reckoned from."""

    licence: Licence
    client: Client
    facts: Mapping[str, str]
    profile: Profile
    settings: Settings
    calendar: Calendar


class Occurrence(NamedTuple):
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


def occurrences(duty: Duty, given: Reckoning) -> Iterator[Occurrence]:
    """Every time that a duty falls due while the licence is held; none where its event has no day yet."""
    if duty.each is not None:
        yield from _contracts(duty, given)
        return
    event = event_of(duty, given.licence)
    if event is None:
        return
    if duty.yearly is not None:
        yield from _years(duty, given)
    elif duty.every is not None:
        yield from _rounds(duty, event, given)
    else:
        told = f"{EVENTS[duty.event or 'licensed']}日 {event}" + ("" if duty.by else f"，{rule(duty, given)}")
        yield Occurrence(duty.id, _counted(duty, event, given), told, event)


def event_of(duty: Duty, licence: Licence) -> date | None:
    """The day of the event that a duty is counted from, None where nobody has told it yet."""
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


def _years(duty: Duty, given: Reckoning) -> Iterator[Occurrence]:
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
        yield Occurrence(f"{duty.id}-{held}", closes, told, closes, opens, until, words, title=title)
        held += 1


def _in_year(year: int, month_day: str) -> date:
    """`03-31` in a year."""
    return date.fromisoformat(f"{year}-{month_day}")


def _rounds(duty: Duty, event: date, given: Reckoning) -> Iterator[Occurrence]:
    assert duty.every is not None
    months = given.settings.whole(duty.every)
    number = 1
    while (day := add_months(event, months * number)) <= given.licence.valid_to:
        told = f"{EVENTS[duty.event or 'opened']}日 {event} 起第 {months * number} 个月"
        yield Occurrence(f"{duty.id}-{number}", day, told, event)
        number += 1


def _contracts(duty: Duty, given: Reckoning) -> Iterator[Occurrence]:
    """Each contract of the client's papers with a last day, counted back from it."""
    assert duty.each is not None
    assert duty.before is not None
    for member, words in _members(duty.each, given.facts):
        ends = parse_day(words.get("term_to", ""))
        if ends is None:
            continue
        automatic = "；合同约定自动续期，请核对是否续期" if words.get("auto_renewal") == AUTOMATIC else ""
        told = f"合同到期日 {ends}，{rule(duty, given)}{automatic}"
        first = ends < given.licence.valid_to
        yield Occurrence(f"{duty.id}-{member}", _counted(duty, ends, given), told, ends, words=words, first=first)


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


def rule(duty: Duty, given: Reckoning) -> str:
    """The period in words, as it is counted from the event."""
    assert duty.event is not None
    event = EVENTS[duty.event]
    if duty.within is not None:
        return f"{event}之日起{told_in(duty.within, given)}内"
    if duty.before is not None:
        return f"{event}前{told_in(duty.before, given)}"
    if duty.every is not None:
        return f"{event}之后每{told_in(duty.every, given)}"
    return f"{event}之前" if duty.event == "opened" else event


def told_in(setting: str, given: Reckoning) -> str:
    """A setting inside a sentence: `30日`."""
    force = given.settings.force(setting)
    return printed_value(force.setting, force.value).replace(" ", "")
