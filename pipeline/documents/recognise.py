"""Which kind of paper a page begins: every kind judged, with scores and reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.documents.declaration import DocumentType
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Reason

ENOUGH = 0.5  # the least score that makes a page one of a kind


class Judgement(NamedTuple):
    """How well a page fits a kind."""

    kind: DocumentType
    score: float
    reasons: tuple[Reason, ...]


def judge(sheet: Sheet, declarations: Iterable[DocumentType]) -> tuple[Judgement, ...]:
    """Every kind's judgement of a page, best first; of equal ones the one declared first."""
    judged = [Judgement(kind, *kind.identify.judge(sheet)) for kind in declarations] if sheet.glyphs else []
    return tuple(sorted(judged, key=lambda each: -each.score))


def best(judgements: Iterable[Judgement]) -> Judgement | None:
    """The judgement that decides; None where no kind scores enough."""
    return next((each for each in judgements if each.score >= ENOUGH), None)
