"""The implementation chart and the flow of handling an event."""

from __future__ import annotations

import itertools
from datetime import date
from typing import NamedTuple

from pipeline.drafts.figures.sheet import AMBER, BLUE, GREEN, GREY, LINE, PALE, ROSE, Box, Faces, Sheet

WIDTH = 15.6  # centimetres: the text width of the templates
LABELS = 4.4  # centimetres for the names of the stages
ROW = 0.85
FEWEST_MONTHS = 6
MOST_LABELLED = 13
MONTHS_PER_YEAR = 12
SHADES = (BLUE, GREEN, AMBER, ROSE)
BARS = ("#5B7DB1", "#6FA287", "#C9A25E", "#B9766F")
WHOLE = "全过程记录留痕，日志与处置记录按规定保存"
STEPS = (
    ("发现", "监测告警、举报、\n主管部门指令"),
    ("核实与报告", "判断级别，\n按时限报告"),
    ("处置", "停止传输、隔离、\n阻断、保全证据"),
    ("恢复", "消除隐患，\n恢复并持续监测"),
    ("总结", "分析原因，整改，\n报送总结"),
)
WORDS = "第月" + WHOLE + "".join(name + note for name, note in STEPS)


class Stage(NamedTuple):
    """A stage of the plan: first and last month after the licence (its month is 1)."""

    name: str
    first: int
    last: int


def gantt(faces: Faces, stages: tuple[Stage, ...], start: date | None) -> bytes:
    """Stages as bars over months; with `start`, the month of the expected licence, calendar months beneath."""
    months = max([FEWEST_MONTHS, *(stage.last for stage in stages)])
    height = 1.6 + ROW * max(1, len(stages))
    sheet = Sheet(WIDTH, height, faces)
    step = (WIDTH - LABELS - 0.2) / months
    every = 1 + months // MOST_LABELLED
    for month in range(months + 1):
        x = LABELS + step * month
        sheet.line([(x, 1.2), (x, height - 0.2)], colour=LINE, weight=0.4)
        if month < months and month % every == 0:
            sheet.text((x + step / 2, 0.45), f"第{month + 1}月", size=7, anchor="mm")
            sheet.text((x + step / 2, 0.9), _month(start, month), size=6, colour=GREY, anchor="mm")
    for index, stage in enumerate(stages):
        y = 1.3 + ROW * index
        sheet.words(Box(0.1, y, LABELS - 0.2, ROW), stage.name, size=8.5)
        bar = Box(LABELS + step * (stage.first - 1), y + 0.17, step * (stage.last - stage.first + 1), ROW - 0.34)
        sheet.bar(bar, fill=BARS[index % len(BARS)])
    return sheet.png()


def _month(start: date | None, offset: int) -> str:
    if start is None:
        return ""
    years, month = divmod(start.month - 1 + offset, MONTHS_PER_YEAR)
    return f"{start.year + years}-{month + 1:02d}"


def handling(faces: Faces) -> bytes:
    """The flow from finding an event to the lessons learnt."""
    sheet = Sheet(WIDTH, 3.6, faces)
    step = WIDTH / len(STEPS)
    boxes = [Box(step * index + 0.15, 0.3, step - 0.6, 1.0) for index in range(len(STEPS))]
    for index, (box, (name, note)) in enumerate(zip(boxes, STEPS, strict=True)):
        sheet.box(box, name, fill=SHADES[index % len(SHADES)], size=10, bold=True)
        sheet.words(Box(box.x - 0.1, 1.45, box.width + 0.2, 1.0), note, size=7.5, colour=GREY)
    for before, after in itertools.pairwise(boxes):
        sheet.arrow([before.right, after.left])
    sheet.box(Box(0.15, 2.7, WIDTH - 0.6, 0.7), WHOLE, fill=PALE, outline=LINE, size=8.5)
    return sheet.png()
