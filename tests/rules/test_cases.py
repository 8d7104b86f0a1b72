"""Every rule against its cases in plain words (tests/rules/cases/<ID>.yaml)."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.profile.profile import Profile
from pipeline.rules.registry import rules
from tests.rules.casebook import CASES, cases_of, differences, docket, told

KEYS = frozenset(
    [
        "name",
        "client",
        "as_of",
        "decision",
        "estimated",
        "papers",
        "files",
        "drafts",
        "scans",
        "sightings",
        "shared",
        "package",
        "expect",
        "part",
        "severity",
        "values",
        "findings",
        "says",
        "places",
        "pages",
        "why",
    ]
)
OUTCOMES = ("kept", "broken", "unknown")


def every_case() -> list[Any]:
    return [
        pytest.param(path.stem, each, id=f"{path.stem}: {each['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for each in cases_of(path.stem)
    ]


@pytest.mark.parametrize(("rule", "each"), every_case())
def test_a_case_comes_out_as_the_case_book_says(rule: str, each: dict[str, Any], profile: Profile) -> None:
    assert set(each) <= KEYS, f"unknown keys {set(each) - KEYS}"
    ready = docket(rule, each, profile)
    result = ready.result(rules()[rule])
    assert differences(ready, result) == [], [(finding.outcome, finding.message) for finding in result.findings]


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
