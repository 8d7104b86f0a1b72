"""What went without effect or was left out, so that nobody believes otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.documents.corrections import Unapplied, unapplied
from pipeline.model.client import Waiver
from pipeline.model.outcome import Outcome
from pipeline.profile.profile import Profile
from pipeline.profile.questions import stray_answers
from pipeline.reports.words import field_label
from pipeline.rules.decisions import Decision, Decisions

STATES = {
    "not_waivable": "这条规则不得豁免，未生效",
    "no_such_finding": "没有对应的问题：问题已消除，或证据已变化；请核对后删去或重写",
}
EXPIRED = "已过期（至 {until}），不再生效"


class Remark(NamedTuple):
    """One thing to know: of which sort, about what, and what became of it."""

    sort: str
    subject: str
    said: str


def remarks_of(outcome: Outcome, profile: Profile) -> tuple[Remark, ...]:
    """Decisions and corrections without effect, answers that nothing asks for, active content of papers."""
    return (
        *_decisions(outcome, profile),
        *(_correction(each, outcome, profile) for each in _unapplied(outcome)),
        *(
            Remark("回答", f"answers.{name}", "没有问题用到这个回答；请核对键名")
            for name in stray_answers(profile, outcome.case.client)
        ),
        *_active_content(outcome),
    )


def _decisions(outcome: Outcome, profile: Profile) -> Iterator[Remark]:
    kept = Decisions(outcome.case.client, outcome.case.as_of, profile.not_waivable)
    for each in kept.account(outcome.results):
        if each.state != "applied":
            yield _decision(each)


def _decision(told: Decision) -> Remark:
    decision = told.decision
    which = f"{decision.rule} {decision.of or '整条规则'}"
    if isinstance(decision, Waiver):
        said = EXPIRED.format(until=decision.until) if told.state == "expired" else STATES[told.state]
        return Remark("豁免", f"{which}（{decision.by}：{decision.why}）", said)
    return Remark("确认", f"{which}（{decision.by}：{decision.saw}）", STATES[told.state])


def _unapplied(outcome: Outcome) -> tuple[Unapplied, ...]:
    return unapplied(outcome.case.documents, outcome.case.client.corrections)


def _correction(told: Unapplied, outcome: Outcome, profile: Profile) -> Remark:
    correction = told.correction
    kind = next(
        (
            paper.kind
            for paper in outcome.case.documents
            if any(part.file == correction.document for part in paper.parts)
        ),
        "",
    )
    page = f" 第 {correction.page} 页" if correction.page is not None else ""
    label = field_label(kind, correction.field, profile.labels)
    subject = f"{correction.document}{page} {label} → {correction.value}（{correction.by}：{correction.why}）"
    if not told.has_paper:
        return Remark("更正", subject, "没有这份材料，未套用")
    reads = f"现在读作“{told.reads.text}”" if told.reads is not None else "现在没有读到这一项"
    return Remark("更正", subject, f"{reads}，与更正时不同，未套用；请重新核对")


def _active_content(outcome: Outcome) -> Iterator[Remark]:
    """What a paper carries besides its print; the dossier goes without it."""
    fate = "成册时已去除" if outcome.dossier is not None else "成册时会去除"
    removed = outcome.dossier.removed if outcome.dossier is not None else ()
    for file in outcome.case.inventory.files:
        found = (*file.active_content, *(each.what for each in removed if each.file == file.path))
        if found:
            yield Remark("来件", file.path, f"含{'、'.join(dict.fromkeys(found))}；{fate}，原件未改动")
