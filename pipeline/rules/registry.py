"""Where a check is registered: its id, when it runs, and which settings it takes."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, get_type_hints

from pipeline.model.findings import Judgement
from pipeline.profile.known import KnownRule, Phase

Check = Callable[..., Iterator[Judgement]]
C = TypeVar("C", bound=Check)

SUBJECTS: dict[Phase, int] = {"paper": 1, "draft": 2, "output": 2}
"""How many records a check of each phase reads: the case, and after it the drafts or the package."""
GROUPS = ("ID", "SC", "LR", "EQ", "FX", "SI", "QU", "MR", "AC", "DR", "CM", "AF", "PK", "TL", "VF", "OC")
"""The order of the catalogue."""


class Rule(NamedTuple):
    """A registered check; `parameters` are the names of the settings that it takes by keyword.

    A keyword whose type is a NamedTuple takes the settings that its fields name: `groups` has them by keyword.
    """

    id: str
    phase: Phase
    check: Check
    parameters: tuple[str, ...]
    statement: str
    groups: Mapping[str, type[Any]] = MappingProxyType({})


_RULES: dict[str, Rule] = {}


def rule(rule_id: str, *, phase: Phase = "paper") -> Callable[[C], C]:
    """Register a check: positional arguments are the records it reads, keywords the settings it takes.

    Its docstring's first line is the statement in English. It yields what it finds; nothing means kept.
    """

    def register(check: C) -> C:
        if rule_id in _RULES:
            raise ValueError(f"{rule_id} is registered twice")
        _RULES[rule_id] = _described(rule_id, phase, check)
        return check

    return register


def _described(rule_id: str, phase: Phase, check: Check) -> Rule:
    signature = inspect.signature(check).parameters.values()
    subjects = [each for each in signature if each.kind is each.POSITIONAL_OR_KEYWORD]
    if len(subjects) != SUBJECTS[phase]:
        raise ValueError(f"{rule_id}: a {phase} rule reads {SUBJECTS[phase]} record(s)")
    statement = (inspect.getdoc(check) or "").partition("\n")[0].strip()
    if not statement:
        raise ValueError(f"{rule_id} has no statement")
    keywords = [each.name for each in signature if each.kind is each.KEYWORD_ONLY]
    sorts = get_type_hints(check) if keywords else {}
    groups = {name: sorts[name] for name in keywords if hasattr(sorts[name], "_fields")}
    parameters = tuple(each for name in keywords for each in (groups[name]._fields if name in groups else (name,)))
    return Rule(rule_id, phase, check, parameters, statement, groups)


def rules() -> dict[str, Rule]:
    """Every check of the program by id, in the catalogue's order; imports the topics on first use."""
    package = importlib.import_module(__package__)
    for module in sorted(each.name for each in pkgutil.iter_modules(package.__path__)):
        importlib.import_module(f"{__package__}.{module}")
    return dict(sorted(_RULES.items(), key=lambda each: _place(each[0])))


def _place(rule_id: str) -> tuple[int, str]:
    group = rule_id.partition("-")[0]
    return (GROUPS.index(group) if group in GROUPS else len(GROUPS), rule_id)


def known_rules() -> tuple[KnownRule, ...]:
    """Every check as the profile's loader wants to know it."""
    return tuple(
        KnownRule(id=each.id, phase=each.phase, parameters=each.parameters, statement=each.statement)
        for each in rules().values()
    )


def judge(each: Rule, subjects: tuple[Any, ...], settings: dict[str, object]) -> tuple[Judgement, ...]:
    """What one check says of its records."""
    grouped = {
        keyword: kind(**{name: settings[name] for name in kind._fields}) for keyword, kind in each.groups.items()
    }
    inside = {name for kind in each.groups.values() for name in kind._fields}
    single = {name: value for name, value in settings.items() if name not in inside}
    return tuple(each.check(*subjects, **single, **grouped))
