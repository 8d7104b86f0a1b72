"""Cross-check: the paper rules over the case, the draft rules over the drafts, and the verdict, once."""

from __future__ import annotations

from pipeline.model.case import Case
from pipeline.model.findings import Result, Verdict
from pipeline.model.outcome import Built, Drafted
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings
from pipeline.rules import runner
from pipeline.rules.decisions import Decision, Decisions
from pipeline.rules.trust import least_of, trusted


def run(case: Case, profile: Profile, settings: Settings) -> tuple[Result, ...]:
    """What the paper rules say of the case."""
    return runner.run("paper", (_trusted(case, settings),), _bench(case, profile, settings))


def run_drafts(case: Case, drafted: Drafted, profile: Profile, settings: Settings) -> tuple[Result, ...]:
    """What the draft rules say of the rendered drafts."""
    return runner.run("draft", (_trusted(case, settings), drafted), _bench(case, profile, settings))


def run_output(case: Case, built: Built, profile: Profile, settings: Settings) -> tuple[Result, ...]:
    """What the output rules say of the finished package."""
    return runner.run("output", (_trusted(case, settings), built), _bench(case, profile, settings))


def not_rendered(case: Case, profile: Profile, settings: Settings) -> tuple[Result, ...]:
    """The draft rules of a run that renders nothing."""
    return runner.set_aside("draft", "not_rendered", _bench(case, profile, settings))


def not_built(case: Case, profile: Profile, settings: Settings) -> tuple[Result, ...]:
    """The output rules of a run that builds no final package."""
    return runner.set_aside("output", "not_built", _bench(case, profile, settings))


def conclude(results: tuple[Result, ...]) -> tuple[Verdict, int]:
    """The verdict, and how many rules wait for a person's confirmation.

    Blocked where a blocker is broken; else to confirm where one is unknown and nobody has confirmed it; else ready.
    """
    to_confirm = sum(_waits(each) for each in results)
    if any(_blocks(each) for each in results):
        return "blocked", to_confirm
    return ("confirm" if to_confirm else "ready"), to_confirm


def in_order(results: tuple[Result, ...], profile: Profile) -> tuple[Result, ...]:
    """Results of several phases in the profile's order."""
    places = {entry.rule: place for place, entry in enumerate(profile.rules)}
    return tuple(sorted(results, key=lambda each: places[each.rule]))


def decisions(case: Case, profile: Profile, results: tuple[Result, ...]) -> tuple[Decision, ...]:
    """Every waiver and confirmation of client.yaml with what became of it."""
    return _decisions(case, profile).account(results)


def _trusted(case: Case, settings: Settings) -> Case:
    return trusted(case, least_of(settings))


def _bench(case: Case, profile: Profile, settings: Settings) -> runner.Bench:
    return runner.Bench(profile, settings, _decisions(case, profile))


def _decisions(case: Case, profile: Profile) -> Decisions:
    return Decisions(case.client, case.as_of, profile.not_waivable)


def _blocks(result: Result) -> bool:
    return any(
        each.outcome == "broken" and each.severity == "blocker" and each.waiver is None for each in result.findings
    )


def _waits(result: Result) -> bool:
    return any(
        each.outcome == "unknown" and each.severity == "blocker" and each.waiver is None and each.confirmed is None
        for each in result.findings
    )
