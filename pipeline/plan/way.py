"""One way to the licence: for one coverage who decides, what is wanted and there, what to do, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from pipeline.model.client import Client
from pipeline.model.record import Record
from pipeline.model.situation import Situation
from pipeline.plan.answers import Answers
from pipeline.plan.authority import AuthorityDays, authority_days
from pipeline.plan.schedule import Schedule, schedule_of, working_day_on_or_after
from pipeline.plan.situation import Received, Standing, capital_standing, situation_of, staff_standing
from pipeline.plan.tasks import tasks_of
from pipeline.plan.ticks import Ticked, ticked
from pipeline.profile.plan_records import Decision
from pipeline.profile.profile import Profile
from pipeline.profile.questions import open_questions
from pipeline.profile.settings import Settings
from pipeline.rules.dates import FRESH
from pipeline.text.workdays import Calendar, working_days_between


class Condition(Record):
    """A number wanted against what there is; `have` None where nothing tells."""

    title: str
    wanted: Decimal
    unit: str
    have: Decimal | None
    basis: str
    verdict: str


class Freshness(Record):
    """A paper that goes stale: the first day on which it may be made for the filing day."""

    title: str
    days: int
    not_before: date


class Way(Record):
    """One way to the licence: the whole plan for one coverage. `title` is empty where there is only one way."""

    title: str
    coverage: tuple[str, ...]
    authority: str
    licence_name: str
    situation: Situation
    conditions: tuple[Condition, ...]
    decisions: tuple[Decision, ...]
    papers: tuple[Ticked, ...]
    quick: Schedule
    safe: Schedule
    timetable: Schedule
    """The safe pace with the last tasks put off to a planned day that leaves room."""
    file_on: date
    """The filing day that the clock starts from: the one planned where it can be kept, else the safe one."""
    planned: date | None
    late: bool
    """Whether even the quick pace misses the day planned."""
    freshness: tuple[Freshness, ...]
    days: AuthorityDays
    fee: tuple[str, ...]
    """The guide's market figure for an agency, from and to, in 元."""

    @property
    def stops(self) -> tuple[Decision, ...]:
        """What ends the usual way of application."""
        return tuple(each for each in self.decisions if each.stop)


class Desk(NamedTuple):
    """What every way of one plan is worked out with."""

    profile: Profile
    calendar: Calendar
    start: date
    as_of: date
    answers: Answers
    received: Received | None


def way_of(client: Client, settings: Settings, planned: date | None, desk: Desk) -> Way:
    """The whole plan for the coverage of one client record."""
    data = desk.profile.plan
    situation = situation_of(client, desk.answers, desk.profile, settings, desk.received)
    decisions = tuple(each for each in data.decisions if each.when.holds(situation))
    papers = ticked(desk.profile, settings, situation, desk.received)
    ready = {each.paper.id for each in papers if each.state == "done"}
    tasks = tasks_of(data, decisions, ready, answered=not open_questions(desk.profile, client))
    quick = schedule_of(tasks, desk.start, desk.calendar, "least")
    safe = schedule_of(tasks, desk.start, desk.calendar, "most")
    file_on = _filing_day(planned, quick, safe, desk.calendar)
    spare = working_days_between(desk.calendar, safe.file_on, file_on)
    return Way(
        title="",
        coverage=client.coverage,
        authority=desk.profile.authority(client),
        licence_name=desk.profile.licence_name(client),
        situation=situation,
        conditions=(
            _condition(capital_standing(client, desk.answers, settings, desk.received)),
            _condition(staff_standing(desk.answers, settings, desk.received)),
        ),
        decisions=decisions,
        papers=papers,
        quick=quick,
        safe=safe,
        timetable=schedule_of(tasks, desk.start, desk.calendar, "most", spare) if spare else safe,
        file_on=file_on,
        planned=planned,
        late=planned is not None and planned < quick.file_on,
        freshness=tuple(_fresh(file_on, desk.profile, settings)),
        days=authority_days(file_on, desk.calendar, settings),
        fee=settings.words("fees.cross_cny" if client.nationwide else "fees.provincial_cny"),
    )


def _fresh(file_on: date, profile: Profile, settings: Settings) -> Iterator[Freshness]:
    for (kind, _), setting in FRESH.items():
        days = settings.whole(setting)
        yield Freshness(title=profile.labels.zh(kind), days=days, not_before=file_on - timedelta(days=days))


def _filing_day(planned: date | None, quick: Schedule, safe: Schedule, calendar: Calendar) -> date:
    """The planned day where the quick pace reaches it, else the day by which the safe pace is through."""
    if planned is not None and planned >= quick.file_on:
        return working_day_on_or_after(calendar, planned)
    return safe.file_on


def _condition(standing: Standing) -> Condition:
    return Condition(**standing._asdict(), verdict=standing.verdict)
