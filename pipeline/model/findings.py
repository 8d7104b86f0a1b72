"""Outcomes of rules: three values, each with what it stands on."""

from __future__ import annotations

from collections import Counter
from typing import Literal, get_args

from pipeline.model.evidence import Evidence
from pipeline.model.record import Record

Severity = Literal["blocker", "warning", "info"]
Outcome = Literal["kept", "broken", "unknown", "waived", "not_applicable"]
Verdict = Literal["ready", "confirm", "blocked"]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
WORST_FIRST: tuple[Severity, ...] = get_args(Severity)


class Breach(Record):
    """A rule is not kept: the values it saw and where; `part` names a case of the profile with its own wording."""

    values: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    part: str = ""
    severity: Severity | None = None


class Unknown(Record):
    """A rule cannot be decided: what was missing and where to look."""

    reason: str
    evidence: tuple[Evidence, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    part: str = ""
    severity: Severity | None = None


class NotApplicable(Record):
    """A rule that does not concern this case, and why."""

    reason: str


class Note(Record):
    """A remark on a kept rule (kept by grace alone, kept by a proven former name)."""

    reason: str
    evidence: tuple[Evidence, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


Judgement = Breach | Unknown | NotApplicable | Note


def values(**named: object) -> tuple[tuple[str, str], ...]:
    """Named values as a record keeps them: `values(payer="…", company="…")`."""
    return tuple((name, str(value)) for name, value in named.items())


class WaiverNote(Record):
    """The waiver or confirmation that covers a finding."""

    sort: Literal["waiver", "confirmation"]
    by: str
    text: str
    until: str | None = None
    scope: Literal["finding", "rule"] = "finding"


class Finding(Record):
    """What a result says when not kept, in words for people; `id` from rule, values and file hashes."""

    id: str
    outcome: Literal["broken", "unknown", "note"]
    severity: Severity
    message: str
    message_en: str
    remedy: str
    values: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    waiver: WaiverNote | None = None
    confirmed: WaiverNote | None = None


class Result(Record):
    """The outcome of one rule."""

    rule: str
    outcome: Outcome
    severity: Severity
    statement: str
    statement_en: str
    source: str
    materials: tuple[str, ...]
    reason: str = ""
    """Why not applicable, or what a kept rule stands on."""
    findings: tuple[Finding, ...] = ()


def counts(results: tuple[Result, ...]) -> dict[Outcome, int]:
    """How many rules came to each outcome."""
    counted = Counter(each.outcome for each in results)
    return {outcome: counted[outcome] for outcome in OUTCOMES}
