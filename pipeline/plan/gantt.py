"""The Gantt of one way as a vector drawing: a dark bar for the quick pace, a light one for the safe, and the filing day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from pipeline.packaging.typeset import ACCENT, FAINT, INK, WARNING, Colour, Fonts, drawable, measure
from pipeline.plan.plan import Plan
from pipeline.plan.printed import shown
from pipeline.plan.schedule import Scheduled
from pipeline.plan.timetable import in_time
from pipeline.plan.way import Way
from pipeline.text.workdays import ONE_DAY

ROW, HEAD, FOOT = 17.0, 26.0, 22.0  # points; rows are lower where the page would not hold them all
TALLEST = 470.0  # points of a landscape page
LABELS = 210.0  # points for the tasks' names
SIZE, SMALL = 8.0, 7.0
LIGHT: Colour = (0.74, 0.82, 0.9)
LIGHT_CRITICAL: Colour = (0.95, 0.78, 0.76)
GRID: Colour = (0.85, 0.87, 0.9)
LEAST_TICK = 50.0  # points between two dates on the axis
WEEK = 7
LEGEND = "上（深色）：最快安排　下（浅色）：稳妥安排（临期材料等到提交前）　红色：关键路径"


class Axis(NamedTuple):
    """Days along the picture: from `first` at `left`, so many points a day."""

    first: date
    last: date
    left: float
    step: float

    def x(self, day: date) -> float:
        """Where the morning of a day stands."""
        return self.left + (day - self.first).days * self.step


class Pen(NamedTuple):
    """The canvas, the fonts and the measures of one picture; y runs up from its foot."""

    canvas: Any
    fonts: Fonts
    axis: Axis
    row: float
    top: float

    def write(self, x: float, y: float, words: str, size: float, colour: Colour) -> None:
        """One line of words."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.setFont(self.fonts.regular, size)
        self.canvas.drawString(x, y, drawable(self.fonts, words))

    def upright(self, x: float, foot: float, colour: Colour, width: float) -> None:
        """A line from the foot to the head of the picture."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.line(x, foot, x, self.top)

    def bar(self, begin: date, end: date, y: float, colour: Colour) -> None:
        """A bar over whole days, the last included."""
        x = self.axis.x(begin)
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x, y, max(self.axis.x(end + ONE_DAY) - x, 2.0), self.row / 3, stroke=0, fill=1)


def gantt(plan: Plan, way: Way, fonts: Fonts, width: float) -> Any:
    """A reportlab flowable: a row for every task that is not done."""
    from reportlab.platypus import Flowable

    rows = [pair for pair in in_time(way) if not pair[1].planned.done]
    row = min(ROW, (TALLEST - HEAD - FOOT) / max(len(rows), 1))
    height = HEAD + FOOT + row * len(rows)

    class Picture(Flowable):  # type: ignore[misc]
        def wrap(self, *_: float) -> tuple[float, float]:
            return width, height

        def draw(self) -> None:
            axis = axis_of(plan, way, width)
            _draw(Pen(self.canv, fonts, axis, row, height - HEAD), plan, way, rows)

    return Picture()


def axis_of(plan: Plan, way: Way, width: float) -> Axis:
    """From the start to the last day that anything falls on: the filing day may lie before the safe pace's end."""
    last = max(way.file_on, way.quick.file_on, way.timetable.file_on)
    days = max((last - plan.start).days + 2, WEEK)
    return Axis(plan.start, last, LABELS, (width - LABELS - 10) / days)


def _draw(pen: Pen, plan: Plan, way: Way, rows: list[tuple[Scheduled, Scheduled]]) -> None:
    for day, words in _ticks(pen.axis):
        pen.upright(pen.axis.x(day), FOOT, GRID, 0.4)
        pen.write(pen.axis.x(day), pen.top + 6, words, SMALL, FAINT)
    for number, (quick, safe) in enumerate(rows, 1):
        y = pen.top - pen.row * number
        dark, light = (WARNING, LIGHT_CRITICAL) if safe.critical else (ACCENT, LIGHT)
        pen.write(0, y + pen.row / 3, _short(pen.fonts, safe.planned.task.title), SIZE, INK)
        pen.bar(quick.begin, quick.end, y + pen.row / 2, dark)
        pen.bar(safe.begin, safe.end, y + pen.row / 6, light)
    filed = pen.axis.x(way.file_on) + pen.axis.step
    pen.upright(filed, FOOT - 4, INK, 1)
    words = f"提交日 {shown(plan, way.file_on)}"
    pen.write(filed - measure(pen.fonts, words, SIZE), 4, words, SIZE, INK)
    pen.write(0, 4, LEGEND, SMALL, FAINT)


def _ticks(axis: Axis) -> Iterator[tuple[date, str]]:
    """Days along the axis, whole weeks apart, the year said where it begins."""
    weeks = 1
    while weeks * WEEK * axis.step < LEAST_TICK:
        weeks *= 2
    day, year = axis.first, 0
    while day <= axis.last:
        yield day, f"{day:%m-%d}" if day.year == year else f"{day:%Y-%m-%d}"
        year = day.year
        day += timedelta(days=weeks * WEEK)


def _short(fonts: Fonts, title: str) -> str:
    """The title cut to the room beside the bars."""
    if measure(fonts, title, SIZE) <= LABELS - 8:
        return title
    while measure(fonts, title + "…", SIZE) > LABELS - 8:
        title = title[:-1]
    return title + "…"
