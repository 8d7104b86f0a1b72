"""When each task can begin and end, which of them decide the filing day, and that day itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from pipeline.model.record import Record
from pipeline.plan.tasks import PlannedTask
from pipeline.profile.plan_records import Length
from pipeline.text.workdays import ONE_DAY, Calendar, add_working_days, is_working_day

Pace = Literal["least", "most"]
WEEK = timedelta(days=7)
MONTHS_A_YEAR = 12


class Scheduled(Record):
    """A task with its first and last day at one pace; a done task has the start for both."""

    planned: PlannedTask
    begin: date
    end: date
    critical: bool = False


class Schedule(Record):
    """All tasks from a start day at one pace; `file_on` is the first working day on which everything is there."""

    start: date
    pace: Pace
    tasks: tuple[Scheduled, ...]
    file_on: date

    def of(self, task: str) -> Scheduled:
        """A task's days."""
        return next(each for each in self.tasks if each.planned.task.id == task)


def schedule_of(
    tasks: tuple[PlannedTask, ...], start: date, calendar: Calendar, pace: Pace, spare: int = 0
) -> Schedule:
    """Every task as early as what it needs allows; `tasks` are in the order of their dependencies.

    `spare` are working days for which the last tasks wait, so that nothing goes stale before a later filing day.
    """
    waiting = {each.task.id for each in tasks if each.task.last}
    ends: dict[str, date] = {}
    days: dict[str, tuple[date, date]] = {}
    for each in tasks:
        ready = max((ends[name] for name in each.needs), default=start)
        if each.task.last and not waiting & set(each.needs):
            ready = add_working_days(calendar, ready, spare)
        first, last = _days(each, ready, start, calendar, pace)
        ends[each.task.id] = max(ready, last)
        days[each.task.id] = (first, last)
    filed = working_day_on_or_after(calendar, max(ends.values(), default=start))
    critical = _critical(tasks, ends)
    return Schedule(
        start=start,
        pace=pace,
        tasks=tuple(
            Scheduled(planned=each, begin=first, end=last, critical=each.task.id in critical)
            for each in tasks
            for first, last in [days[each.task.id]]
        ),
        file_on=filed,
    )


def working_day_on_or_after(calendar: Calendar, day: date) -> date:
    """The day itself, or the nearest working day after it."""
    while not is_working_day(calendar, day):
        day += ONE_DAY
    return day


def end_of(length: Length, ready: date, calendar: Calendar, pace: Pace) -> date:
    """The last day of a task that can begin the day after `ready`."""
    count = length.least if pace == "least" else length.most
    match length.unit:
        case "工作日":
            return add_working_days(calendar, ready, count)
        case "周":
            return working_day_on_or_after(calendar, ready + count * WEEK)
        case "次月":
            return working_day_on_or_after(calendar, _first_of_month(ready, count))


def _days(task: PlannedTask, ready: date, start: date, calendar: Calendar, pace: Pace) -> tuple[date, date]:
    if task.done:
        return start, start
    end = end_of(task.task.takes, ready, calendar, pace)
    return min(working_day_on_or_after(calendar, ready + ONE_DAY), end), end


def _first_of_month(day: date, months: int) -> date:
    """The first day of the so-many-th month after a day's."""
    number = day.year * MONTHS_A_YEAR + day.month - 1 + months
    return date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)


def _critical(tasks: tuple[PlannedTask, ...], ends: Mapping[str, date]) -> frozenset[str]:
    """The chain from the task that ends last back to one that waits for nothing: delay it and filing is delayed."""
    needs = {each.task.id: each.needs for each in tasks}
    done = {each.task.id for each in tasks if each.done}
    chain: list[str] = []
    waiting = [each.task.id for each in tasks if each.task.id not in done]
    while waiting:
        chain.append(max(waiting, key=lambda name: ends[name]))
        waiting = [name for name in needs[chain[-1]] if name not in done]
    return frozenset(chain)
