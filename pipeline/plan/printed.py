"""What every output of a plan is made of: sections with sentences and tables, days and doubts marked."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from pipeline.plan.plan import Plan

Tone = Literal["plain", "warning"]
PENDING = "待核"
NOTHING = "—"


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


def shown(plan: Plan, day: date) -> str:
    """A day, marked where the holidays of its year are not published."""
    return f"{day.isoformat()}（估算）" if plan.estimated(day) else day.isoformat()


def marked(text: str, status: str | None) -> str:
    """The words with 待核 behind them where their source is practice."""
    return f"{text}；{PENDING}" if status else text
