"""People's decisions in client.yaml: waivers of faults, confirmations of doubts, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from pipeline.model.client import Client, Confirmation, Waiver
from pipeline.model.findings import Finding, Result, WaiverNote

State = Literal["applied", "expired", "not_waivable", "no_such_finding"]


class Decision(NamedTuple):
    """One decision and what became of it; `no_such_finding`: nothing is wrong, or its evidence changed."""

    decision: Waiver | Confirmation
    state: State


class Decisions:
    """The decisions of one client on one day."""

    def __init__(self, client: Client, as_of: date, not_waivable: tuple[str, ...]) -> None:
        self._client = client
        self._as_of = as_of
        self._not_waivable = frozenset(not_waivable)

    def applied(self, rule: str, finding: Finding) -> Finding:
        """The finding with the waiver or confirmation that covers it."""
        if finding.outcome == "note":
            return finding
        waiver = next((each for each in self._client.waivers if self._waives(each, rule, finding)), None)
        confirmation = next((each for each in self._client.confirmed if self._confirms(each, rule, finding)), None)
        return finding.model_copy(
            update={
                "waiver": None if waiver is None else waiver_note(waiver),
                "confirmed": None if confirmation is None else confirmation_note(confirmation),
            }
        )

    def _waives(self, waiver: Waiver, rule: str, finding: Finding) -> bool:
        return (
            waiver.rule == rule
            and rule not in self._not_waivable
            and self._as_of <= waiver.until
            and waiver.of in (None, finding.id)
        )

    def _confirms(self, confirmation: Confirmation, rule: str, finding: Finding) -> bool:
        return finding.outcome == "unknown" and confirmation.rule == rule and confirmation.of == finding.id

    def account(self, results: Iterable[Result]) -> tuple[Decision, ...]:
        """Every decision of client.yaml with what became of it, for the report."""
        by_rule = {each.rule: each for each in results}
        every: tuple[Waiver | Confirmation, ...] = (*self._client.waivers, *self._client.confirmed)
        return tuple(Decision(each, self._state(each, by_rule.get(each.rule))) for each in every)

    def _state(self, decision: Waiver | Confirmation, result: Result | None) -> State:
        if isinstance(decision, Waiver):
            if decision.rule in self._not_waivable:
                return "not_waivable"
            if self._as_of > decision.until:
                return "expired"
        findings = () if result is None else result.findings
        covers = self._waives if isinstance(decision, Waiver) else self._confirms
        rule = decision.rule
        return "applied" if any(covers(decision, rule, each) for each in findings) else "no_such_finding"  # type: ignore[arg-type]


def waiver_note(waiver: Waiver) -> WaiverNote:
    """A waiver as a finding shows it."""
    return WaiverNote(
        sort="waiver",
        by=waiver.by,
        text=waiver.why,
        until=waiver.until.isoformat(),
        scope="rule" if waiver.of is None else "finding",
    )


def confirmation_note(confirmation: Confirmation) -> WaiverNote:
    """A confirmation as a finding shows it."""
    return WaiverNote(sort="confirmation", by=confirmation.by, text=confirmation.saw)
