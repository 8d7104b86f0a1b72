"""A plan as the sections that every output shows: PDF, workbook and text say the same in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from pipeline.model.case import Timeline
from pipeline.model.values import decimal_digits
from pipeline.plan.plan import Plan, Way
from pipeline.plan.schedule import Scheduled
from pipeline.profile.plan_records import Decision, Length

Tone = Literal["plain", "warning"]
PENDING = "待核"
WAN = Decimal(10_000)
TICK_BOX = "□"
NOTHING = "—"
NUMERALS = "一二三四"
EVERYTHING_ELSE = "其余各项"


class Line(NamedTuple):
    """A sentence above a table."""

    text: str
    tone: Tone = "plain"


class Section(NamedTuple):
    """A title, sentences, and a table; `widths` are shares of the measure, `way` the way whose Gantt follows."""

    title: str
    lines: tuple[Line, ...]
    heads: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    way: int | None = None


def sections_of(plan: Plan) -> tuple[Section, ...]:
    """Every section in the order in which a clerk needs them."""
    return tuple(_sections(plan))


def _sections(plan: Plan) -> Iterator[Section]:
    several = len(plan.ways) > 1
    for number, way in enumerate(plan.ways):
        name = f"方案{NUMERALS[number]}：{way.title}　" if several else ""
        yield _overview(plan, way, name)
        yield _conditions(way, name)
        yield _decisions(way, name)
    if plan.unanswered:
        yield _open_questions(plan)
    yield _papers(plan)
    if any(each.doubts for each in plan.main.papers):
        yield _doubts(plan)
    yield _uploads(plan)
    for number, way in enumerate(plan.ways):
        name = f"方案{NUMERALS[number]}：{way.title}　" if several else ""
        yield _tasks(plan, way, number, name)
        yield _authority(plan, way, name)
    yield _advice(plan)
    yield _pending(plan)


def shown(plan: Plan, day: date) -> str:
    """A day, marked where the holidays of its year are not published."""
    return f"{day.isoformat()}（估算）" if plan.estimated(day) else day.isoformat()


def _overview(plan: Plan, way: Way, name: str) -> Section:
    rows = [
        ("申请事项", plan.licence),
        ("业务子类", plan.variant),
        ("业务覆盖范围", "、".join(way.coverage)),
        ("审批机关", way.authority),
        ("许可证名称", f"《{way.licence_name}》"),
        ("开始准备", plan.start.isoformat()),
        ("最早可提交日", f"最快 {shown(plan, way.quick.file_on)}；稳妥 {shown(plan, way.safe.file_on)}"),
        ("计划提交日", _planned(plan, way)),
        ("预计受理、决定、领证", _clock(plan, way.days.smooth)),
        ("代办费参考", _fee(way)),
    ]
    if plan.window:
        rows.insert(8, ("现有材料可提交期间", "；".join(plan.window)))
    return Section(f"{name}申请概况", tuple(_stop_lines(way)), ("项目", "内容"), (0.2, 0.8), tuple(rows))


def _stop_lines(way: Way) -> Iterator[Line]:
    for each in way.stops:
        yield Line(f"须先解决：{each.says}", "warning")
    if way.stops:
        yield Line("以上问题解决之前，下列日期只供参考。", "warning")


def _planned(plan: Plan, way: Way) -> str:
    if way.planned is None:
        return f"未定，以下按稳妥的最早可提交日 {shown(plan, way.file_on)} 计算"
    day = shown(plan, way.planned)
    if way.late:
        return f"{day}：来不及，最快也要到 {shown(plan, way.quick.file_on)}；以下按稳妥日 {shown(plan, way.file_on)} 计算"
    if way.planned < way.safe.file_on:
        return f"{day}：须按最快进度办理，没有余量（稳妥为 {shown(plan, way.safe.file_on)}）"
    return day if way.file_on == way.planned else f"{day}：不是工作日，按 {shown(plan, way.file_on)} 计算"


def _clock(plan: Plan, days: Timeline) -> str:
    return (
        f"{shown(plan, days.accept_by)}、{shown(plan, days.decide_by)}、{shown(plan, days.deliver_by)} 之前（无补正）"
    )


def _fee(way: Way) -> str:
    least, most = (Decimal(each) / WAN for each in way.fee)
    return f"约{least:g}～{most:g}万元，为指南所列市场价，非官方收费，待核"


def _conditions(way: Way, name: str) -> Section:
    rows = tuple(
        (
            each.title,
            f"不少于 {_amount(each.wanted, each.unit)}",
            "未答" if each.have is None else _amount(each.have, each.unit),
            NOTHING if each.have is None else each.basis,
            _verdict(each.wanted, each.have, each.unit),
        )
        for each in way.conditions
    )
    heads = ("条件", "要求", "现状", "现状来源", "结论")
    return Section(f"{name}资本与人员", (), heads, (0.16, 0.22, 0.22, 0.16, 0.24), rows)


def _amount(value: Decimal, unit: str) -> str:
    if unit != "元":
        return f"{value:f}{unit}"
    return f"{decimal_digits(value / WAN)}万元"


def _verdict(wanted: Decimal, have: Decimal | None, unit: str) -> str:
    if have is None:
        return "待答"
    return "足够" if have >= wanted else f"不足，还差 {_amount(wanted - have, unit)}"


def _decisions(way: Way, name: str) -> Section:
    ordered = sorted(way.decisions, key=lambda each: not each.stop)
    rows = tuple((_decided(each), each.says, "、".join(each.rules) or NOTHING, _source(each)) for each in ordered)
    heads = ("类别", "情形与办法", "材料到齐后的核对规则", "依据")
    return Section(f"{name}按您的情况", (), heads, (0.1, 0.54, 0.14, 0.22), rows)


def _decided(decision: Decision) -> str:
    return "须先解决" if decision.stop else "要办的事" if decision.tasks else "说明"


def _source(each: Decision) -> str:
    return marked(each.source, each.status)


def marked(text: str, status: str | None) -> str:
    """The words with 待核 behind them where their source is practice."""
    return f"{text}；{PENDING}" if status else text


def _open_questions(plan: Plan) -> Section:
    rows = tuple((each.alias, each.text, f"answers.{each.id}") for each in plan.unanswered)
    note = Line("以下各项未答，清单和时间表按“满足要求”计算；答后请重新生成。", "warning")
    return Section("还没有回答的问题", (note,), ("名称", "问题", "client.yaml 中的位置"), (0.16, 0.56, 0.28), rows)


def _papers(plan: Plan) -> Section:
    rows = tuple(
        (
            each.paper.material,
            each.paper.title,
            each.what,
            each.count,
            each.form,
            each.valid,
            each.paper.provider,
            each.returned,
            marked(each.paper.source, each.paper.status),
            each.word,
        )
        for each in plan.main.papers
    )
    heads = ("序号", "材料", "交什么", "份数", "颜色、公章、签字", "时效", "由谁提供", "常见退件原因", "依据", "状态")
    widths = (0.04, 0.09, 0.18, 0.075, 0.12, 0.125, 0.09, 0.145, 0.08, 0.055)
    return Section("材料清单", (Line(_tally(plan)),), heads, widths, rows)


def _tally(plan: Plan) -> str:
    states = [each.word for each in plan.main.papers]
    counted = "，".join(f"{word} {states.count(word)} 项" for word in dict.fromkeys(states))
    basis = "按已收到的材料勾选" if plan.received else "还没有收到材料"
    return f"{basis}：{counted}。存疑的须由人核对，原因见后。"


def _doubts(plan: Plan) -> Section:
    rows = tuple(
        (each.paper.material, each.paper.title, doubt)
        for each in plan.main.papers
        if each.state == "doubtful"
        for doubt in each.doubts
    )
    return Section("存疑的材料", (), ("序号", "材料", "原因"), (0.08, 0.22, 0.7), rows)


def _uploads(plan: Plan) -> Section:
    rows = tuple(
        (
            each.slot.slot,
            each.slot.material,
            each.file or "并入所属材料的文件",
            NOTHING if each.mb is None else f"{each.mb}" + ("" if each.fits else "（超限）"),
            NOTHING if each.pages is None else str(each.pages),
            TICK_BOX,
            "；".join(text for text in (each.slot.note, PENDING if each.slot.status else "") if text),
        )
        for each in plan.uploads
    )
    note = Line(
        f"栏目名称和大小上限（现按单个文件 {plan.max_file_mb:g} MB）以系统页面为准；大小和页数在成册后填入，传完一项勾一项。"
    )
    heads = ("系统栏目", "材料", "文件", "大小 MB", "页数", "已上传", "备注")
    return Section("上传对照表", (note,), heads, (0.19, 0.06, 0.3, 0.08, 0.06, 0.07, 0.24), rows)


def _tasks(plan: Plan, way: Way, number: int, name: str) -> Section:
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


def _authority(plan: Plan, way: Way, name: str) -> Section:
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
            f"自收到申请起 {review} 个工作日（电信条例第十四条）",
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


def _advice(plan: Plan) -> Section:
    rows = tuple((each.topic, each.says, marked(each.source, each.status)) for each in plan.advice)
    return Section("说明", (), ("事项", "内容", "依据"), (0.18, 0.58, 0.24), rows)


def _pending(plan: Plan) -> Section:
    rows = tuple((each.title, each.value, each.source) for each in plan.pending)
    note = Line("下列取值来自行业惯例或尚未核实，不是法定要求；以审批机关答复为准，可在配置中改写。")
    return Section("待核的取值", (note,), ("项目", "现取值", "来源"), (0.48, 0.27, 0.25), rows)
