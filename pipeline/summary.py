"""A run in a few lines: what a person reads at the end, and what a batch brings back from its workers."""

from __future__ import annotations

from collections import Counter

from pipeline.model.findings import WORST_FIRST, Finding, Result, counts
from pipeline.model.outcome import Line, Outcome, Summary


def summary_of(outcome: Outcome, wrote: tuple[str, ...], work: Counter[str]) -> Summary:
    """The summary of a run."""
    name = outcome.case.fact("company.name")
    return Summary(
        client=outcome.case.client.folder_name,
        applicant=name.text if name is not None else outcome.case.client.short_name,
        verdict=outcome.verdict,
        to_confirm=outcome.to_confirm,
        sealing=outcome.sealing,
        counts=tuple(counts(outcome.results).items()),
        lines=lines_of(outcome.results),
        pages=outcome.dossier.pages if outcome.dossier is not None else None,
        forecast=() if outcome.package else outcome.forecast,
        told=outcome.dossier.told if outcome.dossier is not None else (),
        wrote=wrote,
        work=tuple(sorted(work.items())),
    )


def lines_of(results: tuple[Result, ...]) -> tuple[Line, ...]:
    """Everything open, the gravest first; remarks and information stay in the report."""
    open_findings = [(result, finding) for result in results for finding in result.findings if _is_open(finding)]
    open_findings.sort(key=lambda pair: (WORST_FIRST.index(pair[1].severity), pair[1].outcome, pair[0].rule))
    return tuple(
        Line(
            rule=result.rule,
            severity=finding.severity,
            outcome=finding.outcome,
            material="、".join(result.materials),
            message=finding.message,
        )
        for result, finding in open_findings
    )


def _is_open(finding: Finding) -> bool:
    decided = finding.waiver is not None or finding.confirmed is not None
    return not decided and finding.outcome != "note" and finding.severity != "info"


def last_words(summary: Summary) -> tuple[str, str]:
    """The verdict as the last line says it, in Chinese and English."""
    match summary.verdict:
        case "blocked":
            broken = len(
                {each.rule for each in summary.lines if each.outcome == "broken" and each.severity == "blocker"}
            )
            return f"不能提交：{broken} 项规则不符，须补正", f"blocked: {broken} blocking rules broken"
        case "confirm":
            return f"待人工核对：{summary.to_confirm} 项须确认", f"{summary.to_confirm} to confirm by a person"
        case "ready" if summary.sealing == "complete":
            return "可上传", "ready to upload"
        case _:
            return "可打印盖章", "ready to print and seal"
