"""Every date of a plan computed a second time, by other code and another calendar, for the years that are covered."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from functools import cache
from typing import Any

import chinese_calendar
import pytest
import vobject
import yaml

from pipeline.plan.authority import authority_days
from pipeline.plan.events import timeline_file
from pipeline.plan.schedule import Pace, Schedule
from pipeline.plan.way import Way
from pipeline.profile.settings import resolve
from pipeline.workplace import calendar_of
from tests.plans import NAMES, TEMPLATES, client_of, golden_plan, isp

LAST_COVERED = date(2026, 12, 31)
WORKED_CASES = (
    ("2026-01-05", "2026-01-12", "2026-04-13", "2026-04-27", "2026-04-03"),
    ("2026-02-09", "2026-02-14", "2026-05-20", "2026-06-03", "2026-05-13"),
    ("2026-04-20", "2026-04-27", "2026-07-23", "2026-08-06", "2026-07-16"),
    ("2025-09-15", "2025-09-22", "2025-12-19", "2026-01-05", "2025-12-12"),
)


@cache
def nth_working_day(day: date, count: int) -> date:
    """The count-th working day after a day, by the library's calendar."""
    working = (day + timedelta(days=step) for step in range(1, 1000))
    found = [each for each in working if each <= LAST_COVERED and chinese_calendar.is_workday(each)]
    return day if count == 0 else found[count - 1]


def on_or_after(day: date) -> date:
    return day if chinese_calendar.is_workday(day) else nth_working_day(day, 1)


@cache
def raw_tasks() -> dict[str, dict[str, Any]]:
    content = yaml.safe_load((TEMPLATES / "isp/plan/tasks.yaml").read_text(encoding="utf-8"))
    return {each["id"]: each for each in content}


@cache
def end_by_hand(name: str, present: frozenset[str], done: frozenset[str], start: date, pace: Pace) -> date:
    """When a task ends: recursively from the YAML alone."""
    task = raw_tasks()[name]
    needs = set(task.get("needs", ()))
    while needs - present:
        absent = min(needs - present)
        needs = (needs - {absent}) | set(raw_tasks()[absent].get("needs", ()))
    if task.get("last"):
        needs |= {each for each in present if not raw_tasks()[each].get("last")}
    ready = max((end_by_hand(each, present, done, start, pace) for each in needs), default=start)
    if name in done:
        return ready
    count, unit = task["takes"][pace], task["takes"].get("unit", "工作日")
    if unit == "工作日":
        return nth_working_day(ready, count)
    if unit == "周":
        return on_or_after(ready + timedelta(weeks=count))
    month = ready.replace(day=1)
    for _ in range(count):
        month = (month + timedelta(days=32)).replace(day=1)
    return on_or_after(month)


def covered(schedule: Schedule) -> bool:
    return schedule.file_on <= LAST_COVERED


def ways() -> list[tuple[str, int]]:
    return [(name, number) for name in NAMES for number in range(len(golden_plan(name).ways))]


@pytest.mark.parametrize(("name", "number"), ways())
def test_every_task_ends_on_the_day_that_other_code_finds(name: str, number: int) -> None:
    plan = golden_plan(name)
    way = plan.ways[number]
    present = frozenset(each.planned.task.id for each in way.quick.tasks)
    done = frozenset(each.planned.task.id for each in way.quick.tasks if each.planned.done)
    for schedule in (each for each in (way.quick, way.safe) if covered(each)):
        for each in schedule.tasks:
            expected = end_by_hand(each.planned.task.id, present, done, plan.start, schedule.pace)
            assert each.end == expected, each.planned.task.id
        assert schedule.file_on == on_or_after(max(each.end for each in schedule.tasks))


def test_at_least_four_of_the_golden_plans_lie_in_the_years_that_are_covered() -> None:
    assert sum(covered(golden_plan(name).main.safe) for name in NAMES) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_no_task_begins_before_what_it_needs_is_done(name: str) -> None:
    for way in golden_plan(name).ways:
        for schedule in (way.quick, way.safe, way.timetable):
            for each in schedule.tasks:
                assert schedule.start <= each.begin <= each.end <= schedule.file_on
                assert all(schedule.of(need).end < each.begin for need in each.planned.needs)


@pytest.mark.parametrize("name", NAMES)
def test_the_critical_path_is_an_unbroken_chain_to_the_last_task(name: str) -> None:
    for way in golden_plan(name).ways:
        chain = [each for each in way.safe.tasks if each.critical]
        assert chain[-1].end == max(each.end for each in way.safe.tasks)
        assert not chain[0].planned.needs
        assert all(one.planned.task.id in two.planned.needs for one, two in itertools.pairwise(chain))


@pytest.mark.parametrize("name", NAMES)
def test_what_goes_stale_is_made_last_and_not_before_it_would_be_too_old(name: str) -> None:
    for way in golden_plan(name).ways:
        fresh = {each.title: each.not_before for each in way.freshness}
        for task, title in (
            ("insurance_print", "社保证明"),
            ("commitment", "依法经营承诺书"),
            ("application_form", "申请表"),
        ):
            assert way.timetable.of(task).end >= fresh[title]


@pytest.mark.parametrize(("filed", "accepted", "decided", "delivered", "from_receipt"), WORKED_CASES)
def test_the_four_worked_cases_come_out(
    filed: str, accepted: str, decided: str, delivered: str, from_receipt: str
) -> None:
    profile = isp()
    client = client_of({"licence": "isp", "coverage": ["北京市"]})
    day = date.fromisoformat(filed)
    days = authority_days(day, calendar_of(profile), resolve(profile, day, client)).smooth
    assert [each.isoformat() for each in (days.accept_by, days.decide_by, days.deliver_by)] == [
        accepted,
        decided,
        delivered,
    ]
    assert days.decide_by_from_receipt.isoformat() == from_receipt
    assert days.decide_by == days.decide_by_from_acceptance
    assert days.accept_by == nth_working_day(day, 5)
    assert days.decide_by == nth_working_day(days.accept_by, 60)
    assert days.deliver_by == nth_working_day(days.decide_by, 10)
    assert days.decide_by_from_receipt == nth_working_day(day, 60)


def authority_of(way: Way) -> list[date]:
    days = [way.days.smooth, way.days.corrected]
    return [each for one in days for each in (one.accept_by, one.decide_by, one.deliver_by)]


@pytest.mark.parametrize("name", NAMES)
def test_the_authoritys_days_are_those_of_the_second_calendar(name: str) -> None:
    plan = golden_plan(name)
    for way in plan.ways:
        if max(authority_of(way)) > LAST_COVERED:
            continue
        filed = way.file_on
        for number, each in enumerate(way.days.corrections):
            assert each.asked_by == nth_working_day(filed, 5), number
            filed = nth_working_day(each.asked_by, plan.correction_days)
            assert each.filed_again == filed
        corrected = way.days.corrected
        begin = corrected.accept_by if plan.review_start == "accepted" else filed
        assert corrected.accept_by == nth_working_day(filed, 5)
        assert corrected.decide_by == nth_working_day(begin, 60)
        assert corrected.deliver_by == nth_working_day(corrected.decide_by, 10)


def test_when_the_clock_counts_from_receipt_both_days_are_kept_and_the_other_one_is_in_force() -> None:
    plan = golden_plan("已持证自建机房")
    days = plan.main.days.smooth
    assert plan.review_start == "received"
    assert days.decide_by == days.decide_by_from_receipt == nth_working_day(days.submit_on, 60)
    assert days.decide_by_from_acceptance == nth_working_day(days.accept_by, 60)
    assert len(plan.main.days.corrections) == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_second_library_finds_the_plans_days_in_the_calendar_file(name: str) -> None:
    plan = golden_plan(name)
    way = plan.main
    events = {each.summary.value: each for each in vobject.readOne(timeline_file(plan).decode("utf-8")).vevent_list}
    days = way.days.smooth
    wanted = {
        "提交申请": days.submit_on,
        "受理期限": days.accept_by,
        "审查决定期限": days.decide_by,
        "领取许可证期限": days.deliver_by,
    }
    wanted |= {
        f"完成{'（关键）' if each.critical else ''}：{each.planned.task.title}": each.end
        for each in way.timetable.tasks
        if not each.planned.done
    }
    found = {
        title.removeprefix(f"{plan.short_name}　").removesuffix("（估算）"): each.dtstart.value
        for title, each in events.items()
    }
    assert found == wanted
    for title, each in events.items():
        assert title.endswith("（估算）") == (each.dtstart.value > LAST_COVERED)
        assert each.valarm_list
    assert len({each.uid.value for each in events.values()}) == len(events)


@pytest.mark.parametrize("name", NAMES)
def test_a_day_beyond_the_published_holidays_is_marked_wherever_it_stands(name: str) -> None:
    from pipeline.plan.sections import sections_of

    for section in sections_of(golden_plan(name)):
        for cell in (*(line.text for line in section.lines), *(cell for row in section.rows for cell in row)):
            for year in ("2027", "2028"):
                for piece in cell.split(f"{year}-")[1:]:
                    assert piece[5:].startswith("（估算）"), cell
