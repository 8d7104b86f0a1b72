"""The plan's days as entries of a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.plan.calendar_file import Entry, calendar_file, uid_of
from pipeline.plan.plan import Plan
from pipeline.plan.printed import shown
from pipeline.plan.way import Way

TASK_REMINDERS, DAY_REMINDERS = (1,), (7, 1)
"""Days before an entry on which it reminds: the end of a task, and a day of the application itself."""


def timeline_file(plan: Plan) -> bytes:
    """timeline.ics: the open tasks' ends, the filing day and the authority's last days."""
    return calendar_file(f"{plan.short_name} ISP许可证时间表", _entries(plan), plan.start)


def _entries(plan: Plan) -> Iterator[Entry]:
    """Of two ways only the one that the client asked for: two timetables in one calendar mislead."""
    way = plan.main
    for each in way.timetable.tasks:
        task = each.planned.task
        if not each.planned.done:
            words = f"由谁办：{task.who}。最迟开始：{shown(plan, each.begin)}。{task.note}"
            critical = "（关键）" if each.critical else ""
            yield _entry(plan, f"task:{task.id}", each.end, f"完成{critical}：{task.title}", words, TASK_REMINDERS)
    yield from _application(plan, way)


def _application(plan: Plan, way: Way) -> Iterator[Entry]:
    days = way.days.smooth
    by_acceptance = plan.review_start == "accepted"
    other = days.decide_by_from_receipt if by_acceptance else days.decide_by_from_acceptance
    counted, otherwise = ("受理", "收到申请") if by_acceptance else ("收到申请", "受理")
    accepted, review, delivered = plan.counts
    for uid, day, title, words in (
        ("submit", days.submit_on, "提交申请", f"向{way.authority}提交。"),
        ("accept", days.accept_by, "受理期限", f"提交后 {accepted} 个工作日的最后一日；逾期未告知补正视为受理。"),
        (
            "decide",
            days.decide_by,
            "审查决定期限",
            f"自{counted}起 {review} 个工作日；自{otherwise}起算为 {shown(plan, other)}。补正和现场核查的时间另计。",
        ),
        ("deliver", days.deliver_by, "领取许可证期限", f"决定后 {delivered} 个工作日：《{way.licence_name}》。"),
    ):
        yield _entry(plan, uid, day, title, words, DAY_REMINDERS)


def _entry(plan: Plan, uid: str, day: date, title: str, words: str, reminders: tuple[int, ...]) -> Entry:
    estimated = plan.estimated(day)
    note = f"\n估算：{day.year}年放假安排尚未公布，公布后请重新生成。" if estimated else ""
    return Entry(
        uid=uid_of(plan.client, "plan", uid),
        day=day,
        title=f"{plan.short_name}　{title}" + ("（估算）" if estimated else ""),
        description=words + note,
        reminders=reminders,
    )
