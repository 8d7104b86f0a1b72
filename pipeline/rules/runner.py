"""Run the checks that the profile asks for and weigh what they say: one result a rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.model.findings import WORST_FIRST, Finding, NotApplicable, Outcome, Result, Severity
from pipeline.profile.known import Phase
from pipeline.profile.profile import Profile
from pipeline.profile.records import RuleEntry
from pipeline.profile.settings import Settings
from pipeline.rules.decisions import Decisions
from pipeline.rules.registry import Rule, judge, rules
from pipeline.rules.wording import finding, reason_text


class Bench(NamedTuple):
    """What all rules of one client are judged by."""

    profile: Profile
    settings: Settings
    decisions: Decisions


def run(phase: Phase, subjects: tuple[object, ...], bench: Bench) -> tuple[Result, ...]:
    """The outcome of every rule of one phase that the profile runs, in the profile's order."""
    checks = rules()
    return tuple(
        result(entry, checks[entry.rule], subjects, bench)
        for entry in bench.profile.rules
        if checks[entry.rule].phase == phase
    )


def set_aside(phase: Phase, reason: str, bench: Bench) -> tuple[Result, ...]:
    """Every rule of a phase that has nothing to look at in this run (`not_built`, `not_rendered`)."""
    checks = rules()
    return tuple(
        weighed(entry, checks[entry.rule], [], [NotApplicable(reason=reason)], bench.profile)
        for entry in bench.profile.rules
        if checks[entry.rule].phase == phase
    )


def result(entry: RuleEntry, check: Rule, subjects: tuple[object, ...], bench: Bench) -> Result:
    """The outcome of one rule with its findings."""
    parameters = {name: bench.settings.parameters[name] for name in check.parameters}
    findings: dict[str, Finding] = {}
    excuses: list[NotApplicable] = []
    for said in judge(check, subjects, parameters):
        if isinstance(said, NotApplicable):
            excuses.append(said)
        else:
            found = bench.decisions.applied(entry.rule, finding(entry, said, bench.profile))
            findings.setdefault(found.id, found)
    return weighed(entry, check, list(findings.values()), excuses, bench.profile)


def weighed(
    entry: RuleEntry, check: Rule, findings: list[Finding], excuses: list[NotApplicable], profile: Profile
) -> Result:
    """One rule's findings weighed to its result."""
    outcome = outcome_of(findings, excuses)
    return Result(
        rule=entry.rule,
        outcome=outcome,
        severity=worst(deciding(outcome, findings), entry.severity),
        statement=entry.statement,
        statement_en=check.statement,
        source=entry.source,
        materials=entry.materials,
        reason=reason_of(entry, outcome, findings, excuses, profile),
        findings=tuple(findings),
    )


def outcome_of(findings: list[Finding], excuses: list[NotApplicable]) -> Outcome:
    """Broken before unknown before waived before not applicable; nothing said, or a remark alone, is kept."""
    open_findings = [each for each in findings if each.outcome != "note" and each.waiver is None]
    if any(each.outcome == "broken" for each in open_findings):
        return "broken"
    if open_findings:
        return "unknown"
    if any(each.waiver is not None for each in findings):
        return "waived"
    return "not_applicable" if excuses and not findings else "kept"


def deciding(outcome: Outcome, findings: list[Finding]) -> list[Finding]:
    """The findings that make the outcome what it is: a result's severity is the worst of these."""
    match outcome:
        case "broken" | "unknown":
            return [each for each in findings if each.outcome == outcome and each.waiver is None]
        case "waived":
            return [each for each in findings if each.waiver is not None]
        case _:
            return []


def worst(findings: Iterable[Finding], default: Severity) -> Severity:
    """The worst severity among findings, `default` where there are none."""
    return min((each.severity for each in findings), key=WORST_FIRST.index, default=default)


def reason_of(
    entry: RuleEntry, outcome: Outcome, findings: list[Finding], excuses: list[NotApplicable], profile: Profile
) -> str:
    """Why a rule does not apply, or with which remark it is kept; empty for the rest."""
    if outcome == "not_applicable":
        return reason_text(entry, excuses[0], profile)
    if outcome == "kept":
        return "；".join(each.message for each in findings)
    return ""
