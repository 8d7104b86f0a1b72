"""The case book: how each rule decides, case by case, in plain words. The tests run the same cases."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pipeline.yamltext import read_yaml

PACKAGED = Path(__file__).parents[1] / "_cases"
IN_REPOSITORY = Path(__file__).parents[2] / "tests" / "rules" / "cases"
OUTCOMES = {"kept": "符合", "broken": "不符", "unknown": "无法判断", "not_applicable": "不适用"}


class PlainCase(NamedTuple):
    """One case: what is the matter, and how the rule decides; `never` with why, where it cannot come to that."""

    name: str
    expect: str
    never: bool = False

    @property
    def words(self) -> str:
        """For people."""
        outcome = OUTCOMES.get(self.expect, self.expect)
        return f"不会出现“{outcome}”：{self.name}" if self.never else f"{outcome}：{self.name}"


def cases_of(rule: str) -> tuple[PlainCase, ...]:
    """The cases of a rule in the order of the book; empty where it has none or the book is not installed."""
    folder = PACKAGED if PACKAGED.is_dir() else IN_REPOSITORY
    path = folder / f"{rule}.yaml"
    if not path.is_file():
        return ()
    content = read_yaml(path).content
    return tuple(_case(each) for each in content if isinstance(each, dict)) if isinstance(content, list) else ()


def _case(told: dict[str, object]) -> PlainCase:
    if "never" in told:
        return PlainCase(str(told.get("why", "")), str(told["never"]), never=True)
    return PlainCase(str(told.get("name", "")), str(told.get("expect", "")))
