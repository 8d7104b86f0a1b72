"""findings.json: what was checked, with which outcome, and where to look."""

from __future__ import annotations

from typing import Any

from pipeline.model.case import Case, FilingLimit
from pipeline.model.findings import Finding, Result, counts
from pipeline.model.outcome import Outcome
from pipeline.reports import outward

SCHEMA = 1


def findings(outcome: Outcome) -> dict[str, Any]:
    """The whole of findings.json."""
    client = outcome.case.client
    return {
        "schema": SCHEMA,
        "client": client.folder_name,
        "licence": client.licence,
        "as_of": outcome.case.as_of.isoformat(),
        "verdict": outcome.verdict,
        "to_confirm": outcome.to_confirm,
        "sealing": outcome.sealing,
        "counts": counts(outcome.results),
        "filing_window": _window(outcome.case),
        "results": [_result(each) for each in outcome.results],
        "files": [outward.file_account(each) for each in outcome.files],
    }


def _window(case: Case) -> dict[str, Any]:
    return {"earliest": _limit(case, case.window.earliest), "latest": _limit(case, case.window.latest)}


def _limit(case: Case, limit: FilingLimit | None) -> dict[str, Any] | None:
    if limit is None:
        return None
    return {
        "day": limit.day.isoformat(),
        "reason": limit.reason,
        "paper": case.documents[limit.document].kind,
        "field": limit.field,
        "evidence": outward.evidence(limit.evidence),
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "rule": result.rule,
        "outcome": result.outcome,
        "severity": result.severity,
        "statement": result.statement,
        "statement_en": result.statement_en,
        "source": result.source,
        "materials": list(result.materials),
        "reason": result.reason,
        "findings": [_finding(each) for each in result.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "message": finding.message,
        "message_en": finding.message_en,
        "remedy": finding.remedy,
        "values": dict(finding.values),
        "waiver": finding.waiver.model_dump(mode="json") if finding.waiver is not None else None,
        "confirmed": finding.confirmed.model_dump(mode="json") if finding.confirmed is not None else None,
        "evidence": [outward.evidence(each) for each in finding.evidence],
    }
