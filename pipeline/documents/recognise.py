"""Which kind of paper a page begins: every kind judged, with scores and reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.documents.beginnings import foreign_title, is_divider
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
    against = objection(sheet)
    if against is not None:
        judged = [each if each.kind.sealed_draft else _overruled(each, against) for each in judged]
    return tuple(sorted(judged, key=lambda each: -each.score))


def _overruled(judged: Judgement, against: Reason) -> Judgement:
    return judged._replace(score=0.0, reasons=(against, *judged.reasons))


def objection(sheet: Sheet) -> Reason | None:
    """Why a page is of no kind, whatever words of other papers it quotes; None where nothing says so."""
    if is_divider(sheet):
        return Reason(text="分隔页：只写有后面材料的名称", score=-1.0)
    title = foreign_title(sheet)
    return Reason(text=f"标题“{title}”属于其他材料", score=-1.0) if title else None


def best(judgements: Iterable[Judgement]) -> Judgement | None:
    """The judgement that decides; None where no kind scores enough."""
    return next((each for each in judgements if each.score >= ENOUGH), None)
