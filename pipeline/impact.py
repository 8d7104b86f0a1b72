"""What a change of profile would turn: every client's papers judged by two profiles, the differences told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pipeline.casework import read_case
from pipeline.engines.children import Workshop
from pipeline.model.findings import Outcome, Result, Verdict
from pipeline.stages import crosscheck
from pipeline.workplace import Work, Workplace, open_work

ABSENT = "absent"
"""The outcome of a rule that one of the profiles does not run."""


class Turn(NamedTuple):
    """A rule that comes out otherwise; `words` is the fault that the new profile finds, else the rule's statement."""

    rule: str
    before: str
    after: str
    words: str
    words_en: str


class Impact(NamedTuple):
    """One client under both profiles."""

    client: str
    before: Verdict
    after: Verdict
    turns: tuple[Turn, ...]

    @property
    def turned(self) -> bool:
        """Whether anything changes."""
        return bool(self.turns) or self.before != self.after


def impact(place: Workplace, name: str, old: Path, new: Path) -> Impact:
    """A client's verdict on its papers by two folders of profiles; the papers are read once, nothing is written."""
    before = judged(open_work(replace(place, templates=old), name))
    after = judged(open_work(replace(place, templates=new), name))
    return Impact(name, crosscheck.conclude(before)[0], crosscheck.conclude(after)[0], tuple(turns(before, after)))


def judged(work: Work) -> tuple[Result, ...]:
    """What the paper rules of one profile say; drafts and package are not made."""
    with Workshop(work.place.jobs) as shop:
        case = read_case(work, shop)
    return crosscheck.run(case, work.profile, work.settings)


def turns(before: tuple[Result, ...], after: tuple[Result, ...]) -> Iterator[Turn]:
    """The rules whose outcome or severity differs, in the order of the new profile, then those that are gone."""
    old, new = ({each.rule: each for each in results} for results in (before, after))
    for rule in [*new, *(each for each in old if each not in new)]:
        was, now = old.get(rule), new.get(rule)
        if _weight(was) != _weight(now):
            told = now or was
            assert told is not None
            yield Turn(rule, _outcome(was), _outcome(now), *_words(told))


def _weight(result: Result | None) -> tuple[str, str]:
    """What decides: the outcome, and the severity where it is not kept."""
    if result is None:
        return ABSENT, ""
    return result.outcome, result.severity if result.outcome in ("broken", "unknown") else ""


def _outcome(result: Result | None) -> Outcome | str:
    return ABSENT if result is None else result.outcome


def _words(result: Result) -> tuple[str, str]:
    """What is wrong, else what the rule demands, in Chinese and in English."""
    fault = next((each for each in result.findings if each.outcome != "note"), None)
    return (result.statement, result.statement_en) if fault is None else (fault.message, fault.message_en)
