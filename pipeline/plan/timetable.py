"""The sections with days: the tasks before filing, and the authority's days after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.plan.plan import Plan
from pipeline.plan.printed import NOTHING, PENDING, Line, Section, marked, shown
from pipeline.plan.schedule import Scheduled
from pipeline.plan.way import Way
from pipeline.profile.plan_records import Length

EVERYTHING_ELSE = "其余各项"


def tasks(plan: Plan, way: Way, number: int, name: str) -> Section:
    """Every task with its days at both paces, the critical path, and what must not be made too early."""
    ordered = in_time(way)
    places = {safe.planned.task.id: place for place, (_, safe) in enumerate(ordered, 1)}
    rows = tuple(
        (
            str(places[safe.planned.task.id]),
            safe.planned.task.title + (f"（{safe.planned.task.note}）" if safe.planned.task.note else ""),
            safe.planned.task.who,
            _before(safe, way, places),
            marked(_length(safe.planned.task.takes), safe.planned.task.status),
            *_days(plan, quick, safe),
            _flag(safe),
        )
        for quick, safe in ordered
    )
    chain = [safe.planned.task.title for _, safe in ordered if safe.critical]
    quickest, safest = shown(plan, way.quick.file_on), shown(plan, way.safe.file_on)
    lines = (
        Line(f"从 {plan.start.isoformat()} 起准备，最早可提交日：最快 {quickest}，稳妥 {safest}。"),
        Line(f"关键路径（其中任何一项拖延，提交日随之拖延）：{' → '.join(chain) or '没有未完成的任务'}。"),
        Line(f"{shown(plan, way.file_on)} 提交的，临期材料不要早于：{'；'.join(_fresh(plan, way))}；{PENDING}。"),
    )
    heads = ("号", "任务", "由谁办", "先行", "用时", "最早开始", "最快完成", "稳妥完成", "状态")
    widths = (0.035, 0.285, 0.09, 0.085, 0.12, 0.11, 0.11, 0.11, 0.055)
    return Section(f"{name}提交前的任务", lines, heads, widths, rows, number)


def _fresh(plan: Plan, way: Way) -> Iterator[str]:
    for each in way.freshness:
        yield f"{each.title} {shown(plan, each.not_before)}（{each.days}日内提交）"


def _before(each: Scheduled, way: Way, places: Mapping[str, int]) -> str:
    """The numbers of the tasks that come first; before one of the last simply all others."""
    last = {other.planned.task.id for other in way.timetable.tasks if other.planned.task.last}
    needs = [need for need in each.planned.needs if need in last or not each.planned.task.last]
    numbers = "、".join(str(place) for place in sorted(places[need] for need in needs))
    words = (EVERYTHING_ELSE if each.planned.task.last else "", numbers)
    return "，".join(word for word in words if word) or NOTHING


def in_time(way: Way) -> tuple[tuple[Scheduled, Scheduled], ...]:
    """Each task at the quick and the safe pace, by the day on which it begins; what is done comes first."""
    pairs = zip(way.quick.tasks, way.timetable.tasks, strict=True)
    return tuple(sorted(pairs, key=lambda pair: (pair[1].begin, pair[1].end)))


def _length(length: Length) -> str:
    if length.unit == "次月":
        return f"第{length.least}～{length.most}个次月" if length.least != length.most else f"第{length.least}个次月"
    return (
        f"{length.least}～{length.most}{length.unit}"
        if length.least != length.most
        else f"{length.least}{length.unit}"
    )


def _days(plan: Plan, quick: Scheduled, safe: Scheduled) -> tuple[str, str, str]:
    if safe.planned.done:
        return NOTHING, NOTHING, NOTHING
    return shown(plan, quick.begin), shown(plan, quick.end), shown(plan, safe.end)


def _flag(each: Scheduled) -> str:
    if each.planned.done:
        return "已完成"
    return "关键" if each.critical else ""


def authority(plan: Plan, way: Way, name: str) -> Section:
    """The authority's last days, counted both ways, without and with the corrections assumed."""
    smooth, corrected = way.days.smooth, way.days.corrected
    accepted, review, delivered = plan.counts
    by_acceptance = plan.review_start == "accepted"
    force, other = ("（采用）", "（对照）") if by_acceptance else ("（对照）", "（采用）")
    rounds = len(way.days.corrections)
    rows = [
        ("提交", "", shown(plan, smooth.submit_on), shown(plan, smooth.submit_on)),
        *(
            (
                f"第{number}次补正",
                f"{accepted}个工作日内一次告知，按 {plan.correction_days} 个工作日补齐假定",
                NOTHING,
                _round(plan, each.asked_by, each.filed_again),
            )
            for number, each in enumerate(way.days.corrections, 1)
        ),
        ("受理", f"提交后 {accepted} 个工作日", shown(plan, smooth.accept_by), shown(plan, corrected.accept_by)),
        (
            f"决定{force}",
            f"自受理起 {review} 个工作日（指南）",
            shown(plan, smooth.decide_by_from_acceptance),
            shown(plan, corrected.decide_by_from_acceptance),
        ),
        (
            f"决定{other}",
            f"自收到申请起 {review} 个工作日（电信条例{plan.review_article}）",
            shown(plan, smooth.decide_by_from_receipt),
            shown(plan, corrected.decide_by_from_receipt),
        ),
        (
            "送达许可证",
            f"决定后 {delivered} 个工作日",
            shown(plan, smooth.deliver_by),
            shown(plan, corrected.deliver_by),
        ),
    ]
    lines = (
        Line(
            "均为法定期限的最后一日，工作日按国务院放假和调休安排计算；听证、检验、现场核查、专家评审的时间不计入。"
        ),
        Line(
            f"放假安排已公布至 {plan.published_through.isoformat()}，之后的日期按法定节假日推算，标“估算”，公布后须重算。"
        ),
    )
    heads = ("步骤", "期限", "没有补正", f"补正 {rounds} 次（假定，{PENDING}）")
    return Section(f"{name}审批时限", lines, heads, (0.18, 0.38, 0.2, 0.24), tuple(rows))


def _round(plan: Plan, asked: date, again: date) -> str:
    return f"{shown(plan, asked)} 告知，{shown(plan, again)} 重新提交"
