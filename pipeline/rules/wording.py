"""What a check found, in the profile's words: Chinese with English beside, and an id that stays the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from string import Formatter
from typing import Any, Literal, NamedTuple

from pipeline.errors import ProfileError
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Finding, NotApplicable, Note, Severity, Unknown
from pipeline.model.values import decimal_digits
from pipeline.profile.profile import Profile
from pipeline.profile.records import RuleEntry
from pipeline.text.money import TEN_THOUSAND

ID_LENGTH = 6
"""Hexadecimal digits of a finding's id: one rule of one client has a handful of findings."""
CLIENT_FILE = "client.yaml"


class Words(NamedTuple):
    """The templates of one finding."""

    message: str
    message_en: str
    remedy: str


class Filler(Formatter):
    """Puts values into a template: `{field!l}` prints a name's label, `{capital!w}` an amount of yuan in 万元."""

    def __init__(self, label: Callable[[str], str]) -> None:
        self._label = label

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        """The two conversions of profile templates, else those of str.format."""
        match conversion:
            case "l":
                return self._label(str(value))
            case "w":
                return in_ten_thousands(str(value))
            case _:
                return super().convert_field(value, conversion)


def in_ten_thousands(yuan: str) -> str:
    """An amount of yuan in units of 万: `1000000` → `100`; what is no number stays as it is."""
    try:
        return decimal_digits(Decimal(yuan) / TEN_THOUSAND)
    except InvalidOperation:
        return yuan


def finding(entry: RuleEntry, said: Breach | Unknown | Note, profile: Profile) -> Finding:
    """One finding in words."""
    named = dict(said.values)
    words = words_of(entry, said, profile)
    return Finding(
        id=finding_id(entry.rule, said),
        outcome=outcome_name(said),
        severity=severity_of(entry, said),
        message=filled(entry, words.message, named, profile.labels.zh),
        message_en=filled(entry, words.message_en, named, profile.labels.en),
        remedy=filled(entry, words.remedy, named, profile.labels.zh),
        values=said.values,
        evidence=said.evidence,
    )


def words_of(entry: RuleEntry, said: Breach | Unknown | Note, profile: Profile) -> Words:
    """The templates for what was said: a breach's by its part, else those of the reason."""
    if not isinstance(said, Breach):
        reason = profile.reason(entry, said.reason)
        if reason is None:
            raise ProfileError(f"{profile.folder}/rules {entry.rule}：没有原因 {said.reason} 的文字")
        return Words(reason.message, reason.message_en, reason.remedy or "")
    part = entry.part(said.part)
    if part is None:
        if said.part:
            raise ProfileError(f"{profile.folder}/rules {entry.rule} /parts：没有 {said.part} 的文字")
        return Words(entry.message, entry.message_en, entry.remedy)
    return Words(part.message or entry.message, part.message_en or entry.message_en, part.remedy or entry.remedy)


def reason_text(entry: RuleEntry, said: NotApplicable, profile: Profile) -> str:
    """Why a rule does not apply."""
    reason = profile.reason(entry, said.reason)
    if reason is None:
        raise ProfileError(f"{profile.folder}/rules {entry.rule}：没有原因 {said.reason} 的文字")
    return filled(entry, reason.message, {}, profile.labels.zh)


def severity_of(entry: RuleEntry, said: Breach | Unknown | Note) -> Severity:
    """How much a finding weighs: what the check says, else the part, else the rule; a remark is information."""
    if isinstance(said, Note):
        return "info"
    if said.severity is not None:
        return said.severity
    part = entry.part(said.part)
    return entry.severity if part is None or part.severity is None else part.severity


def outcome_name(said: Breach | Unknown | Note) -> Literal["broken", "unknown", "note"]:
    """The outcome as a finding names it."""
    match said:
        case Breach():
            return "broken"
        case Unknown():
            return "unknown"
        case Note():
            return "note"


def filled(entry: RuleEntry, template: str, named: dict[str, str], label: Callable[[str], str]) -> str:
    """The template with its values; a template that names a value which the check does not give is a fault."""
    try:
        return Filler(label).vformat(template, (), named)
    except (KeyError, IndexError, ValueError) as error:
        raise ProfileError(f"{entry.rule} 的文字引用了规则没有给出的值：{template}") from error


def finding_id(rule: str, said: Breach | Unknown | Note) -> str:
    """A stable id from rule, values and the hashes of the papers: the same finding keeps it from run to run.

    client.yaml's own hash stays out: writing a decision into it must not end that decision.
    """
    reason = "" if isinstance(said, Breach) else said.reason
    part = "" if isinstance(said, Note) else said.part
    canonical = json.dumps([rule, part, reason, said.values, paper_hashes(said.evidence)], ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:ID_LENGTH]


def paper_hashes(evidence: Iterable[Evidence]) -> list[str]:
    """The hashes of the papers on which a finding stands, each once."""
    return sorted({each.sha256 for each in evidence if each.file != CLIENT_FILE})
