"""A plan as the sections that every output shows: PDF, workbook and text say the same in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.plan.overview import conditions, decisions, overview
from pipeline.plan.plan import Plan
from pipeline.plan.printed import NOTHING, PENDING, Line, Section, marked
from pipeline.plan.timetable import authority, tasks

TICK_BOX = "□"
NUMERALS = "一二三四"


def sections_of(plan: Plan) -> tuple[Section, ...]:
    """Every section in the order in which a clerk needs them."""
    return tuple(_sections(plan))


def _sections(plan: Plan) -> Iterator[Section]:
    for way, name in zip(plan.ways, _names(plan), strict=True):
        yield overview(plan, way, name)
        yield conditions(way, name)
        yield decisions(way, name)
    if plan.unanswered:
        yield _open_questions(plan)
    yield _papers(plan)
    if any(each.doubts for each in plan.main.papers):
        yield _doubts(plan)
    yield _uploads(plan)
    for number, (way, name) in enumerate(zip(plan.ways, _names(plan), strict=True)):
        yield tasks(plan, way, number, name)
        yield authority(plan, way, name)
    yield _advice(plan)
    yield _pending(plan)


def _names(plan: Plan) -> list[str]:
    """What stands before a section's title where there are several ways."""
    if len(plan.ways) == 1:
        return [""]
    return [f"方案{number}：{way.title}　" for number, way in zip(NUMERALS, plan.ways, strict=False)]


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


def _advice(plan: Plan) -> Section:
    rows = tuple((each.topic, each.says, marked(each.source, each.status)) for each in plan.advice)
    return Section("说明", (), ("事项", "内容", "依据"), (0.18, 0.58, 0.24), rows)


def _pending(plan: Plan) -> Section:
    rows = tuple((each.title, each.value, each.source) for each in plan.pending)
    note = Line("下列取值来自行业惯例或尚未核实，不是法定要求；以审批机关答复为准，可在配置中改写。")
    return Section("待核的取值", (note,), ("项目", "现取值", "来源"), (0.48, 0.27, 0.25), rows)
