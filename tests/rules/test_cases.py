"""Every rule against its cases in plain words (tests/rules/cases/<ID>.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.model.findings import Result
from pipeline.profile.profile import Profile
from pipeline.profile.settings import resolve
from pipeline.rules import runner
from pipeline.rules.decisions import Decisions
from pipeline.rules.registry import rules
from pipeline.rules.trust import least_of, trusted
from pipeline.yamltext import read_yaml
from tests.rules import finished, plain

CASES = Path(__file__).parent / "cases"
KEYS = frozenset(
    [
        "name",
        "client",
        "as_of",
        "decision",
        "papers",
        "files",
        "drafts",
        "sightings",
        "package",
        "expect",
        "part",
        "severity",
        "values",
        "findings",
        "why",
    ]
)
OUTCOMES = ("kept", "broken", "unknown")


def told(path: Path) -> list[dict[str, Any]]:
    file = read_yaml(path)
    assert not file.faults, f"{path.name}: {file.faults}"
    return list(file.content)


def every_case() -> list[Any]:
    return [
        pytest.param(path.stem, each, id=f"{path.stem}: {each['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for each in told(path)
        if "never" not in each
    ]


def judged(rule: str, each: dict[str, Any], profile: Profile) -> Result:
    case = plain.case(each, profile)
    settings = resolve(profile, case.as_of, case.client)
    bench = runner.Bench(profile, settings, Decisions(case.client, case.as_of, profile.not_waivable))
    entry, check = profile.rule(rule), rules()[rule]
    assert entry is not None, f"{rule} is not in the profile"
    subjects: tuple[object, ...] = (trusted(case, least_of(settings)),)
    if check.phase == "draft":
        subjects = (*subjects, finished.drafted(each.get("drafts") or [], each.get("sightings")))
    if check.phase == "output":
        subjects = (*subjects, finished.built(each.get("package") or {}, profile))
    return runner.result(entry, check, subjects, bench)


@pytest.mark.parametrize(("rule", "each"), every_case())
def test_a_case_comes_out_as_the_case_book_says(rule: str, each: dict[str, Any], profile: Profile) -> None:
    assert set(each) <= KEYS, f"unknown keys {set(each) - KEYS}"
    result = judged(rule, each, profile)
    seen = [(finding.outcome, finding.message) for finding in result.findings]
    assert result.outcome == each["expect"], seen or result.reason
    told_by = [finding for finding in result.findings if finding.outcome == each["expect"]]
    if "severity" in each:
        assert result.severity == each["severity"], seen
    if "findings" in each:
        assert len(told_by) == each["findings"], seen
    for name, value in (each.get("values") or {}).items():
        assert str(value) in [dict(finding.values).get(name) for finding in result.findings], seen
    if "part" in each:
        entry = profile.rule(rule)
        assert entry is not None
        part = entry.part(each["part"])
        assert part is not None, f"the profile has no part {each['part']}"
        assert any(_reads_as(finding.message, part.message or entry.message) for finding in told_by), seen


def _reads_as(message: str, template: str) -> bool:
    """Whether a message was made of a template: its longest fixed piece stands in it."""
    pieces = [piece.partition("}")[2] if "}" in piece else piece for piece in template.split("{")]
    return max(pieces, key=len) in message


def test_every_rule_of_the_profile_has_a_kept_a_broken_and_an_unknown_case(profile: Profile) -> None:
    lacking = []
    for entry in profile.rules:
        path = CASES / f"{entry.rule}.yaml"
        cases = told(path) if path.is_file() else []
        seen = {each["expect"] for each in cases if "expect" in each} | {
            each["never"] for each in cases if "never" in each
        }
        lacking += [f"{entry.rule}: {outcome}" for outcome in OUTCOMES if outcome not in seen]
    assert lacking == []


def test_an_outcome_that_never_comes_is_excused_with_a_reason_and_has_no_case() -> None:
    for path in CASES.glob("*.yaml"):
        cases = told(path)
        excused = {each["never"]: each.get("why") for each in cases if "never" in each}
        assert all(excused.values()), path.name
        assert not set(excused) & {each.get("expect") for each in cases}, path.name


def test_every_case_file_is_of_a_rule_that_the_profile_runs(profile: Profile) -> None:
    assert [path.stem for path in CASES.glob("*.yaml") if profile.rule(path.stem) is None] == []
