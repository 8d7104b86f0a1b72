"""Days with reminders as an iCalendar file that Outlook, Apple's and WPS calendars import."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from pipeline.model.record import Record
from pipeline.text.workdays import ONE_DAY

PRODUCT = "-//dossier//licence calendar//ZH"
DOMAIN = "dossier.invalid"
"""The right side of every UID: a name that no machine has, since the file names none."""
UID_DIGITS = 32
REMINDED_AT = timedelta(hours=9)
"""Reminders ring at nine in the morning, wherever the calendar is read."""


class Entry(Record):
    """One whole day in the calendar; `reminders` in calendar days before it, 0 on the day itself."""

    uid: str
    day: date
    title: str
    description: str = ""
    reminders: tuple[int, ...] = ()


def uid_of(*parts: str) -> str:
    """A UID that stays the same for the same parts (client and event): a calendar then renews its entry."""
    return f"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:UID_DIGITS]}@{DOMAIN}"


def calendar_file(name: str, entries: Iterable[Entry], made_on: date) -> bytes:
    """The file: UTF-8, lines of 75 octets ended by CRLF; the same entries and day give the same bytes.

    `name` is what a calendar calls it, `made_on` stands in every entry as the day of its making.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in sorted(entries, key=lambda each: (each.day, each.uid)):
        calendar.add_component(_event(entry, datetime.combine(made_on, time(), UTC)))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + ONE_DAY)
    event.add("summary", entry.title)
    if entry.description:
        event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    for days in sorted(set(entry.reminders), reverse=True):
        event.add_component(_alarm(entry.title, days))
    return event


def _alarm(title: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", REMINDED_AT - timedelta(days=days))
    return alarm
