"""A rule in words: what it demands, why, by which source, with which thresholds in force, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from pipeline.model.client import Client
from pipeline.profile.casebook import PlainCase, cases_of
from pipeline.profile.known import Known
from pipeline.profile.profile import Profile
from pipeline.profile.records import RuleEntry
from pipeline.profile.settings import Force, parameter_name, resolve

SEVERITIES = {"blocker": "不符即不能提交", "warning": "建议", "info": "提示"}


class Explanation(NamedTuple):
    """One rule explained; `forces` are the settings that it takes, as in force on the day; `cases` how it decides."""

    rule: RuleEntry
    materials: tuple[str, ...]
    statement_en: str
    forces: tuple[Force, ...]
    cases: tuple[PlainCase, ...] = ()

    def lines(self) -> Iterator[str]:
        """For people."""
        yield f"{self.rule.rule} {self.rule.statement}"
        yield f"  {self.statement_en}"
        yield f"  程度：{SEVERITIES[self.rule.severity]}{'（待核）' if self.rule.status else ''}"
        yield f"  依据：{self.rule.source}"
        if self.rule.why:
            yield f"  为什么：{self.rule.why}"
        yield f"  涉及材料：{'、'.join(self.materials) or '整个申请'}"
        for force in self.forces:
            yield f"  口径：{in_force(force)}"
        yield f"  不符时：{self.rule.message}"
        yield f"  怎么办：{self.rule.remedy}"
        for part in self.rule.parts:
            severity = SEVERITIES[part.severity or self.rule.severity]
            yield f"    情形 {part.part}（{severity}）：{part.message or self.rule.message}"
        if self.cases:
            yield f"  举例（{len(self.cases)}）："
            yield from (f"    {each.words}" for each in self.cases)

    def plain(self) -> dict[str, Any]:
        """For programs."""
        return {
            "rule": self.rule.rule,
            "statement": self.rule.statement,
            "statement_en": self.statement_en,
            "severity": self.rule.severity,
            "source": self.rule.source,
            "why": self.rule.why,
            "materials": list(self.rule.materials),
            "message": self.rule.message,
            "remedy": self.rule.remedy,
            "settings": {each.setting.id: str(each.value) for each in self.forces},
            "cases": [{"name": each.name, "expect": each.expect, "never": each.never} for each in self.cases],
        }


def explanation(profile: Profile, known: Known, rule: str, as_of: date) -> Explanation | None:
    """The explanation of a rule as in force on a day, before any client's overlay; None where there is no such rule."""
    entry, check = profile.rule(rule), known.rule(rule)
    if entry is None or check is None:
        return None
    nobody = Client(folder_name="", licence=profile.folder, coverage=("全国",), short_name="")
    taken = tuple(
        each for each in resolve(profile, as_of, nobody) if parameter_name(each.setting.id) in check.parameters
    )
    titles = tuple(f"{number} {profile.title_of(number)}" for number in entry.materials)
    return Explanation(entry, titles, check.statement, taken, cases_of(rule))


def in_force(force: Force) -> str:
    """A setting's value, where it comes from, since when, and where it is set."""
    value = "、".join(force.value) if isinstance(force.value, tuple) else str(force.value)
    since = f"，自 {force.since} 起" if force.since is not None else ""
    status = "，待核" if force.setting.status else ""
    return (
        f"{force.setting.title} = {value}{force.setting.unit or ''}（{force.source}{since}{status}；{force.where}）"
    )
