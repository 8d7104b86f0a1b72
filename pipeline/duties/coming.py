"""Over all clients: what is due in the next days, and what fell due lately and may have been forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from pipeline import entering, outputs
from pipeline.client import FILE_NAME
from pipeline.duties.licence import ISSUED_ON, NUMBER, Licence, facts_of, licence_of
from pipeline.duties.occurrences import Reckoning
from pipeline.duties.page import duties_calendar, duties_pdf
from pipeline.duties.reckoning import Due, reckon
from pipeline.errors import DossierError, InputError
from pipeline.model.client import Client
from pipeline.model.record import Record
from pipeline.store import write_private
from pipeline.workplace import Work, Workplace, open_work

PAGE, CALENDAR = "after-licence.pdf", "after-licence.ics"


class Coming(Record):
    """One thing to do of one client; `left` in days, below zero where the day has passed."""

    client: str
    applicant: str
    due: Due
    left: int


class Agenda(NamedTuple):
    """What comes, the clients without a licence yet, those whose contracts nobody has read, and those that failed."""

    coming: tuple[Coming, ...]
    unlicensed: tuple[str, ...]
    unread: tuple[str, ...]
    failed: tuple[tuple[str, DossierError], ...]


class Written(NamedTuple):
    """What `licensed` wrote and reckoned."""

    applicant: str
    licence: Licence
    dues: tuple[Due, ...]
    paths: tuple[str, ...]
    entered: bool
    read: bool
    """Whether the client's papers have been read before, so that its contracts are known."""


def coming(place: Workplace, names: tuple[str, ...], days: int, past: int) -> Agenda:
    """Everything that is due from `past` days ago to `days` ahead, the nearest first."""
    found: list[Coming] = []
    unlicensed, unread, failed = [], [], []
    today = place.as_of or place.today
    for name in names:
        try:
            work = _opened(place, name)
            licence = licence_of(work.client, work.settings)
        except DossierError as error:
            failed.append((name, error))
            continue
        if licence is None:
            unlicensed.append(name)
            continue
        facts = facts_of(outputs.result_folder(place.build, name))
        unread += [] if facts else [name]
        found += _within(work, licence, facts, today - timedelta(days=past), today + timedelta(days=days), today)
    ordered = sorted(found, key=lambda each: (each.left, each.client, each.due.key))
    return Agenda(tuple(ordered), tuple(unlicensed), tuple(unread), tuple(failed))


def _within(
    work: Work, licence: Licence, facts: dict[str, str], first: date, last: date, today: date
) -> Iterator[Coming]:
    """What falls into the days, windows that are open, and contracts of which the papers show no renewal in time."""
    for due in _reckoned(work, licence, facts):
        if due.day is None:
            continue
        is_open = due.opens is not None and due.opens <= today <= due.day
        is_unrenewed = due.ends is not None and due.day < today
        if first <= due.day <= last or is_open or is_unrenewed:
            yield Coming(
                client=work.client.folder_name,
                applicant=_applicant(work, facts),
                due=due,
                left=(due.day - today).days,
            )


def licensed(place: Workplace, name: str, issued_on: date | None, number: str | None) -> Written:
    """Enter the licence in client.yaml, reckon what follows and write page and calendar; faults leave all as it was."""
    work = _opened(place, name)
    if not work.profile.duties:
        raise InputError(
            f"许可证种类“{work.client.licence}”没有取证后的事项（templates/{work.client.licence}/duties.yaml）"
        )
    answers = {
        **({ISSUED_ON: issued_on.isoformat()} if issued_on is not None else {}),
        **({NUMBER: number.strip()} if number is not None and number.strip() else {}),
    }
    licence = licence_of(_with_answers(work, answers), work.settings)
    if licence is None:
        raise InputError(f"{name} 没有登记发证日期：请写明 --licensed 2027-03-01")
    entered = bool(answers) and entering.enter_answers(work.folder / FILE_NAME, answers)
    facts = facts_of(outputs.result_folder(place.build, name))
    dues = _reckoned(work, licence, facts)
    applicant, today = _applicant(work, facts), place.as_of or place.today
    folder = outputs.result_folder(place.build, name) / outputs.LICENSED
    write_private(folder / PAGE, duties_pdf(applicant, name, licence, dues, today))
    write_private(folder / CALENDAR, duties_calendar(applicant, name, dues, today))
    paths = tuple((folder / each).as_posix() for each in (PAGE, CALENDAR))
    return Written(applicant, licence, dues, paths, entered, bool(facts))


def _opened(place: Workplace, name: str) -> Work:
    """The client with the settings of today, not of its filing day: the duties are those of now."""
    return open_work(replace(place, as_of=place.as_of or place.today), name)


def _with_answers(work: Work, answers: dict[str, str]) -> Client:
    told = {**answers, **dict(work.client.answers)}
    return work.client.model_copy(update={"answers": tuple(told.items())})


def _reckoned(work: Work, licence: Licence, facts: dict[str, str]) -> tuple[Due, ...]:
    return reckon(Reckoning(licence, work.client, facts, work.profile, work.settings, work.calendar))


def _applicant(work: Work, facts: dict[str, str]) -> str:
    return facts.get("company.name", work.client.short_name)
