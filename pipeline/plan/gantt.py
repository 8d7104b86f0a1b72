"""The Gantt of one way as a vector drawing: a dark bar for the quick pace, a light one for the safe, and the filing day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from pipeline.packaging.typeset import ACCENT, FAINT, INK, WARNING, Colour, Fonts, drawable, measure
from pipeline.plan.plan import Plan, Way
from pipeline.plan.schedule import Scheduled
from pipeline.plan.sections import in_time, shown
from pipeline.text.workdays import ONE_DAY

ROW, BAR, HEAD, FOOT = 17.0, 5.5, 26.0, 22.0  # points
LABELS = 210.0  # points for the tasks' names
SIZE, SMALL = 8.0, 7.0
LIGHT: Colour = (0.74, 0.82, 0.9)
LIGHT_CRITICAL: Colour = (0.95, 0.78, 0.76)
LEAST_TICK = 44.0  # points between two dates on the axis
WEEK = 7


class Axis(NamedTuple):
    """Days along the picture: from `first` at `left`, so many points a day."""

    first: date
    last: date
    left: float
    step: float

    def x(self, day: date) -> float:
        """Where the morning of a day stands."""
        return self.left + (day - self.first).days * self.step


def gantt(plan: Plan, way: Way, fonts: Fonts, width: float) -> Any:
    """A reportlab drawing of every task that is not done."""
    from reportlab.graphics.shapes import Drawing

    rows = [pair for pair in in_time(way) if not pair[1].planned.done]
    height = HEAD + FOOT + ROW * len(rows)
    drawing = Drawing(width, height)
    axis = _axis(plan.start, way.file_on, width)
    _draw_ticks(drawing, axis, fonts, height)
    for number, (quick, safe) in enumerate(rows):
        _draw_task(drawing, axis, fonts, height - HEAD - ROW * (number + 1), quick, safe)
    _draw_filing(drawing, axis, fonts, plan, way, height)
    return drawing


def _axis(first: date, last: date, width: float) -> Axis:
    days = max((last - first).days + 2, WEEK)
    return Axis(first, last, LABELS, (width - LABELS - 10) / days)


def _draw_ticks(drawing: Any, axis: Axis, fonts: Fonts, height: float) -> None:
    from reportlab.graphics.shapes import Line

    weeks = 1
    while weeks * WEEK * axis.step < LEAST_TICK:
        weeks *= 2
    day, year = axis.first, 0
    while day <= axis.last:
        x = axis.x(day)
        drawing.add(Line(x, FOOT, x, height - HEAD, strokeColor=_colour((0.85, 0.87, 0.9)), strokeWidth=0.4))
        _write(
            drawing,
            fonts,
            x,
            height - HEAD + 6,
            f"{day:%m-%d}" if day.year == year else f"{day:%Y-%m-%d}",
            SMALL,
            FAINT,
        )
        year = day.year
        day += timedelta(days=weeks * WEEK)


def _draw_task(drawing: Any, axis: Axis, fonts: Fonts, y: float, quick: Scheduled, safe: Scheduled) -> None:
    from reportlab.graphics.shapes import Rect

    dark, light = (WARNING, LIGHT_CRITICAL) if safe.critical else (ACCENT, LIGHT)
    _write(drawing, fonts, 0, y + 5, _short(fonts, safe.planned.task.title), SIZE, INK)
    for pace, foot, colour in ((quick, y + ROW / 2, dark), (safe, y + ROW / 2 - BAR, light)):
        begin = axis.x(pace.begin)
        length = max(axis.x(pace.end + ONE_DAY) - begin, 2.0)
        drawing.add(Rect(begin, foot, length, BAR, fillColor=_colour(colour), strokeColor=None))


def _draw_filing(drawing: Any, axis: Axis, fonts: Fonts, plan: Plan, way: Way, height: float) -> None:
    from reportlab.graphics.shapes import Line

    x = axis.x(way.file_on) + axis.step
    drawing.add(Line(x, FOOT - 4, x, height - HEAD, strokeColor=_colour(INK), strokeWidth=1, strokeDashArray=[3, 2]))
    words = f"提交日 {shown(plan, way.file_on)}"
    _write(drawing, fonts, x - measure(fonts, words, SIZE), 4, words, SIZE, INK)
    legend = "上（深色）：最快安排　下（浅色）：稳妥安排（临期材料等到提交前）　红色：关键路径"
    _write(drawing, fonts, 0, 4, legend, SMALL, FAINT)


def _write(drawing: Any, fonts: Fonts, x: float, y: float, words: str, size: float, colour: Colour) -> None:
    from reportlab.graphics.shapes import String

    drawing.add(
        String(x, y, drawable(fonts, words), fontName=fonts.regular, fontSize=size, fillColor=_colour(colour))
    )


def _short(fonts: Fonts, title: str) -> str:
    """The title cut to the room beside the bars."""
    if measure(fonts, title, SIZE) <= LABELS - 8:
        return title
    while measure(fonts, title + "…", SIZE) > LABELS - 8:
        title = title[:-1]
    return title + "…"


def _colour(colour: Colour) -> Any:
    from reportlab.lib.colors import Color

    return Color(*colour)
