"""Where a call enters: the last run's result where nothing changed, else the stages, whose libraries load only then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from pipeline import kept
from pipeline.model.outcome import Summary
from pipeline.workplace import Work, Workplace, open_work

if TYPE_CHECKING:
    from pipeline.plan.plan import Plan

Command = Literal["build", "check", "preview"]


def build(place: Workplace, name: str) -> Summary:
    """Everything: the report, and the final dossier with its package, or the draft dossier."""
    return _entered("build", place, name)


def check(place: Workplace, name: str) -> Summary:
    """Read and judge the papers; render nothing. What `build` made of the same inputs is left standing."""
    return _entered("check", place, name)


def preview(place: Workplace, name: str) -> Summary:
    """The drafts alone, open points marked. What `build` made of the same inputs is left standing."""
    return _entered("preview", place, name)


def plan(place: Workplace, name: str, start: date) -> Plan:
    """The tailored materials list, timetable and calendar file, from a start day; papers are not needed."""
    from pipeline import run

    return run.plan(open_work(place, name), start)


def _entered(command: Command, place: Workplace, name: str) -> Summary:
    work = open_work(place, name)
    return kept.unless_done(command, work, lambda: _worked(command, work))


def _worked(command: Command, work: Work) -> Summary:
    from pipeline import run

    return {"build": run.build, "check": run.check, "preview": run.preview}[command](work)
