"""Where a call enters: the last run's result where nothing changed, else the stages, whose libraries load only then."""

from __future__ import annotations

from pipeline import kept
from pipeline.model.outcome import Summary
from pipeline.workplace import Work, Workplace, open_work


def build(place: Workplace, name: str) -> Summary:
    """Everything: the report, and the final dossier with its package, or the draft dossier."""
    work = open_work(place, name)
    return kept.unless_done("build", work, lambda: _build(work))


def check(place: Workplace, name: str) -> Summary:
    """Read and judge the papers; render nothing. What `build` made of the same inputs is left standing."""
    work = open_work(place, name)
    return kept.unless_done("check", work, lambda: _check(work))


def preview(place: Workplace, name: str) -> Summary:
    """The drafts alone, open points marked. What `build` made of the same inputs is left standing."""
    work = open_work(place, name)
    return kept.unless_done("preview", work, lambda: _preview(work))


def _build(work: Work) -> Summary:
    from pipeline import run

    return run.build(work)


def _check(work: Work) -> Summary:
    from pipeline import run

    return run.check(work)


def _preview(work: Work) -> Summary:
    from pipeline import run

    return run.preview(work)
