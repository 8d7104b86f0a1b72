"""The case book: the cases of each rule, how one is judged, and where its result differs from what the case says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.model.findings import Finding, Result
from pipeline.profile.profile import Profile
from pipeline.profile.records import RuleEntry
from pipeline.profile.settings import resolve
from pipeline.rules import runner
from pipeline.rules.decisions import Decisions
from pipeline.rules.registry import Rule, rules
from pipeline.rules.trust import least_of, trusted
from pipeline.yamltext import read_yaml
from tests.rules import finished, plain

CASES = Path(__file__).parent / "cases"


class Docket(NamedTuple):
    """One case made ready: what its rule reads, and by what it is judged."""

    told: dict[str, Any]
    entry: RuleEntry
    subjects: tuple[object, ...]
    bench: runner.Bench

    def result(self, check: Rule) -> Result:
        """The outcome of a check over this case."""
        return runner.result(self.entry, check, self.subjects, self.bench)


def told(path: Path) -> list[dict[str, Any]]:
    """All entries of one case file, outcomes that never come included."""
    file = read_yaml(path)
    assert not file.faults, f"{path.name}: {file.faults}"
    return list(file.content)


def cases_of(rule: str) -> list[dict[str, Any]]:
    """The cases of a rule, none where it has no file."""
    path = CASES / f"{rule}.yaml"
    return [each for each in told(path) if "never" not in each] if path.is_file() else []


def docket(rule: str, each: dict[str, Any], profile: Profile) -> Docket:
    """A case of a rule made ready."""
    case = plain.case(each, profile)
    settings = resolve(profile, case.as_of, case.client)
    bench = runner.Bench(profile, settings, Decisions(case.client, case.as_of, profile.not_waivable))
    entry, phase = profile.rule(rule), rules()[rule].phase
    assert entry is not None, f"{rule} is not in the profile"
    subjects: tuple[object, ...] = (trusted(case, least_of(settings)),)
    if phase == "draft":
        subjects = (*subjects, finished.drafted(each.get("drafts") or [], each.get("sightings"), each.get("scans")))
    if phase == "output":
        subjects = (*subjects, finished.built(each.get("package") or {}, profile))
    return Docket(each, entry, subjects, bench)


def differences(ready: Docket, result: Result) -> list[str]:
    """What of a result is not as its case says; nothing where all is."""
    return list(_differences(ready.told, ready.entry, result))


def _differences(each: dict[str, Any], entry: RuleEntry, result: Result) -> Iterator[str]:
    if result.outcome != each["expect"]:
        yield f"outcome {result.outcome}, expected {each['expect']}: {result.reason}"
    by = [finding for finding in result.findings if finding.outcome == each["expect"]]
    if "severity" in each and result.severity != each["severity"]:
        yield f"severity {result.severity}, expected {each['severity']}"
    if "findings" in each and len(by) != each["findings"]:
        yield f"{len(by)} findings, expected {each['findings']}"
    for name, value in (each.get("values") or {}).items():
        if str(value) not in [dict(finding.values).get(name) for finding in result.findings]:
            yield f"no finding tells {name} {value}"
    if "says" in each and each["says"] not in [result.reason, *(finding.message for finding in result.findings)]:
        yield f"nothing says: {each['says']}"
    if "places" in each and each["places"] != _places(result):
        yield f"places {_places(result)}, expected {each['places']}"
    if "pages" in each and each["pages"] != _pages(result):
        yield f"pages {_pages(result)}, expected {each['pages']}"
    if "part" in each:
        yield from _part(each["part"], entry, by)


def _places(result: Result) -> list[str]:
    """What stands at the places that the findings point to, or where in a file they are."""
    return [place.text or place.where or place.file for finding in result.findings for place in finding.evidence]


def _pages(result: Result) -> list[int | None]:
    """The pages that the findings point to."""
    return [place.page for finding in result.findings for place in finding.evidence]


def _part(name: str, entry: RuleEntry, by: list[Finding]) -> Iterator[str]:
    part = entry.part(name)
    if part is None:
        yield f"the profile has no part {name}"
    elif not any(_reads_as(finding.message, part.message or entry.message) for finding in by):
        yield f"no finding reads as part {name}"


def _reads_as(message: str, template: str) -> bool:
    """Whether a message was made of a template: its longest fixed piece stands in it."""
    pieces = [piece.partition("}")[2] if "}" in piece else piece for piece in template.split("{")]
    return max(pieces, key=len) in message
