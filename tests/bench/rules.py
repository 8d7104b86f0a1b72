"""The rules: how many of their mutants the case book kills, and how long all of them take over the demo client."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from pipeline.casework import read_case
from pipeline.engines.children import Workshop
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.profile import Profile
from pipeline.rules.registry import Rule, known_rules, rules
from pipeline.stages import crosscheck
from pipeline.workplace import Workplace, open_work
from tests.bench.figures import Figure, best_of
from tests.bench.mutants import Mutant, module_of, mutants, reached
from tests.rules.casebook import Docket, cases_of, differences, docket
from tests.rules.plain import templates

ROOT = Path(__file__).resolve().parents[2]
CLIENT = "acme"
TODAY = date(2026, 12, 15)
ROUNDS = 5
LEAST_KILLED = 95.0
"""Percent of the mutants for which a case must fail; some of the rest are the same rule written otherwise."""
MOST_SECONDS = 0.3
ENDLESS_SECONDS = 2.0
"""A mutant that runs so long over one rule's cases has lost its way, which a test would notice."""


class Tally(NamedTuple):
    """The mutants counted with one rule, and those of them that every case lets pass."""

    rule: str
    made: int
    survived: tuple[Mutant, ...]


def figures() -> tuple[Figure, ...]:
    """What the case book kills, its survivors told rule by rule, and the time of the rules over acme."""
    tallies = []
    for tally in mutation(load(templates(), Known(rules=known_rules()))):
        _tell(tally)
        tallies.append(tally)
    made, survived = sum(each.made for each in tallies), sum(len(each.survived) for each in tallies)
    return (
        Figure("mutants of the rules", made, "mutants"),
        Figure("of which the case book kills", 100 * (made - survived) / made, "%", at_least=LEAST_KILLED),
        Figure("all rules over acme, its papers read", _seconds(), "s", at_most=MOST_SECONDS),
    )


def mutation(profile: Profile, only: tuple[str, ...] = ()) -> Iterator[Tally]:
    """Rule by rule, all or `only` some; a helper that several rules work through is counted with the first of them."""
    checks = [
        each for each in rules().values() if profile.rule(each.id) is not None and (not only or each.id in only)
    ]
    cases = {each.id: [docket(each.id, told, profile) for told in cases_of(each.id)] for each in checks}
    counted: set[tuple[str, str]] = set()
    for each in checks:
        module = module_of(each.check)
        own = {(module.__name__, name) for name in reached(each.check)} - counted
        counted |= own
        made = [mutant for _, name in sorted(own) for mutant in mutants(name, module)]
        survived = [mutant for mutant in made if not _killed(mutant, _users(mutant, module, checks), cases)]
        yield Tally(each.id, len(made), tuple(survived))


def _users(mutant: Mutant, module: ModuleType, checks: list[Rule]) -> list[Rule]:
    """The rules that work through the changed function."""
    return [each for each in checks if module_of(each.check) is module and mutant.function in reached(each.check)]


def _killed(mutant: Mutant, users: list[Rule], cases: dict[str, list[Docket]]) -> bool:
    return any(
        _fails(user._replace(check=mutant.check(user.check.__name__)), ready)
        for user in users
        for ready in cases[user.id]
    )


def _fails(check: Rule, ready: Docket) -> bool:
    """Whether a case notices: another result than it says, a crash, or no end."""
    try:
        with _limited(ENDLESS_SECONDS):
            return bool(differences(ready, ready.result(check)))
    except Exception:  # noqa: BLE001 - whatever a mutant raises would fail the test
        return True


@contextlib.contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _tell(tally: Tally) -> None:
    killed = tally.made - len(tally.survived)
    sys.stdout.write(f"  {tally.rule}  {killed} of {tally.made}\n")
    for each in tally.survived:
        sys.stdout.write(f"      {each.function}:{each.line} {each.change}\n")
    sys.stdout.flush()


def _seconds() -> float:
    """Processor seconds of the paper rules over acme, the best of several runs; its papers are read before."""
    place = Workplace(ROOT / "inputs", ROOT / "build", None, None, TODAY)
    work = open_work(place, CLIENT)
    with Workshop(1) as shop:
        case = read_case(work, shop)
    return best_of(ROUNDS, lambda: crosscheck.run(case, work.profile, work.settings))[0]
