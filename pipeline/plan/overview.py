"""The first sections: what is applied for and where, capital and people, and what the situation asks for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.model.case import Timeline
from pipeline.model.values import decimal_digits
from pipeline.plan.plan import Plan
from pipeline.plan.printed import NOTHING, Line, Section, marked, shown
from pipeline.plan.way import Way
from pipeline.profile.plan_records import Decision
from pipeline.text.money import TEN_THOUSAND


def overview(plan: Plan, way: Way, name: str) -> Section:
    """What is applied for, where and by when; what has to be solved first stands above it."""
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
    least, most = (Decimal(each) / TEN_THOUSAND for each in way.fee)
    return f"约{least:g}～{most:g}万元，为指南所列市场价，非官方收费，待核"


def conditions(way: Way, name: str) -> Section:
    """Capital and people wanted against what there is."""
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
    return f"{decimal_digits(value / TEN_THOUSAND)}万元"


def _verdict(wanted: Decimal, have: Decimal | None, unit: str) -> str:
    if have is None:
        return "待答"
    return "足够" if have >= wanted else f"不足，还差 {_amount(wanted - have, unit)}"


def decisions(way: Way, name: str) -> Section:
    """The rows of the decision table that hold, those that stop first."""
    ordered = sorted(way.decisions, key=lambda each: not each.stop)
    rows = tuple((_decided(each), each.says, "、".join(each.rules) or NOTHING, _source(each)) for each in ordered)
    heads = ("类别", "情形与办法", "材料到齐后的核对规则", "依据")
    return Section(f"{name}按您的情况", (), heads, (0.1, 0.54, 0.14, 0.22), rows)


def _decided(decision: Decision) -> str:
    return "须先解决" if decision.stop else "要办的事" if decision.tasks else "说明"


def _source(each: Decision) -> str:
    return marked(each.source, each.status)
