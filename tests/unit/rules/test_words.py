"""Every word that a check can need stands in the profile: read from the checks' own source."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline.rules
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.rules.registry import known_rules, rules

PROFILE = load(Path(__file__).parents[3] / "templates" / "isp", Known(rules=known_rules()))
CALLS = ("Unknown", "NotApplicable", "Note", "Breach")


def modules() -> list[str]:
    return [each.name for each in pkgutil.iter_modules(pipeline.rules.__path__)]


def calls() -> Iterator[tuple[str, str, str]]:
    """Module, keyword (`reason` or `part`) and its literal value, of every judgement in the checks."""
    for name in modules():
        source = inspect.getsource(importlib.import_module(f"pipeline.rules.{name}"))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                for keyword in node.keywords:
                    if keyword.arg in ("reason", "part") and isinstance(keyword.value, ast.Constant):
                        yield name, keyword.arg, str(keyword.value.value)


def test_every_reason_that_a_check_gives_has_words():
    common = {each.reason for each in PROFILE.reasons}
    own = {each.reason for rule in PROFILE.rules for each in rule.reasons}
    used = {value for _, keyword, value in calls() if keyword == "reason"}
    assert used - common - own == set()


def test_every_part_that_a_check_names_has_its_case_in_the_profile():
    parts = {part.part for rule in PROFILE.rules for part in rule.parts}
    used = {value for _, keyword, value in calls() if keyword == "part" and value}
    assert used - parts == set()


def test_no_reason_of_the_profile_is_left_over():
    sources = "\n".join(inspect.getsource(importlib.import_module(f"pipeline.rules.{name}")) for name in modules())
    crosscheck = inspect.getsource(importlib.import_module("pipeline.stages.crosscheck"))
    named = {each.reason for each in PROFILE.reasons} | {each.reason for r in PROFILE.rules for each in r.reasons}
    formed = tuple(re.findall(r'reason=f"(\w+)\{', sources))
    left = [each for each in sorted(named) if f'"{each}"' not in sources + crosscheck and not each.startswith(formed)]
    assert left == []


@pytest.mark.parametrize("rule", [each.rule for each in PROFILE.rules])
def test_every_rule_has_a_statement_a_message_a_remedy_and_a_source_in_chinese_and_english_beside(rule):
    entry, check = PROFILE.rule(rule), rules()[rule]
    assert entry is not None
    assert all((entry.statement, entry.message, entry.remedy, entry.source, entry.message_en))
    assert check.statement.endswith(".")
    assert check.statement[0].isascii()
    assert sum(character.isascii() for character in check.statement) > 0.9 * len(check.statement)
    assert entry.message_en.replace("…", "").split("{")[0].isascii()


def test_every_registered_check_is_run_by_the_profile():
    assert sorted(rules()) == sorted(each.rule for each in PROFILE.rules)
