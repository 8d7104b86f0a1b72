"""The profile of a licence as records: what an officer, a province or a year can change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from pipeline.model.findings import Severity
from pipeline.model.record import Record

Plain = Decimal | int | bool | str | tuple[str, ...]
"""What a setting can be: the list is for names and words."""


class LicenceNames(Record):
    """The printed names of the licence."""

    cross: str
    provincial: str


class Licence(Record):
    """The licence itself. `names` by who decides: the ministry (`cross`) or a provincial bureau (`provincial`)."""

    code: str
    name: str
    short: str
    category: str
    names: LicenceNames
    ministry: str
    seed_code: str | None = None
    """The code that the seed guide prints by mistake; never printed in a draft."""


class Annex(Record):
    """A paper that goes inside its material's file; `generated` where the program writes it."""

    number: str
    title: str
    parent: str
    required: bool = False
    generated: bool = False
    kinds: tuple[str, ...] = ()


class Material(Record):
    """A numbered upload slot. `seal`: what a missing seal on its papers costs; `colour`: colour scans wanted."""

    number: str
    title: str
    aliases: tuple[str, ...] = ()
    """Other names under which clients file it: they place a paper, they are never printed."""
    kinds: tuple[str, ...] = ()
    generated: bool = False
    required: bool = True
    seal: Literal["none", "info", "warning", "blocker"] = "warning"
    colour: bool = True
    order: tuple[str, ...] = ()
    """Kinds in the order in which their papers stand inside the material."""
    source: str


class RulePart(Record):
    """A case of a rule with its own severity and wording; what is left out is the rule's."""

    part: str
    severity: Severity | None = None
    message: str | None = None
    message_en: str | None = None
    remedy: str | None = None


class RuleReason(Record):
    """Why a rule was undecided, does not apply or is kept with a remark: a name with its words."""

    reason: str
    message: str
    message_en: str
    remedy: str | None = None


class RuleEntry(Record):
    """One rule of the profile: the English statement is the first line of the check's docstring."""

    rule: str
    severity: Severity
    source: str
    materials: tuple[str, ...] = ()
    statement: str
    message: str
    message_en: str
    remedy: str
    why: str = ""
    """Why the rule exists, for `explain`."""
    parts: tuple[RulePart, ...] = ()
    reasons: tuple[RuleReason, ...] = ()
    under: tuple[str, ...] = ()
    """More specific rules that lead in the report when they stand on the same evidence."""
    status: Literal["待核"] | None = None

    def part(self, name: str) -> RulePart | None:
        """The case named `name`, None where the rule has no such case."""
        return next((each for each in self.parts if each.part == name), None)

    def reason(self, name: str) -> RuleReason | None:
        """The rule's own reason named `name`, None where only the common ones apply."""
        return next((each for each in self.reasons if each.reason == name), None)


SINCE_EVER = date(2000, 1, 1)
"""The day from which values hold whose beginning is not known: it is never printed."""


class DatedValue(Record):
    """A value from a day on, with where it comes from."""

    since: date = Field(alias="from")
    value: Plain
    source: str


class Setting(Record):
    """A threshold or choice with its values by date; `status` 待核 where the source is practice or not verified."""

    id: str
    title: str
    unit: str | None = None
    values: tuple[DatedValue, ...] = Field(min_length=1)
    choices: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    """The choices as people read them, one for one."""
    difference: str | None = None
    """Which difference between guide and law (`D-07`) the setting decides."""
    note: str = ""
    status: Literal["待核"] | None = None


class Difference(Record):
    """A place where law or practice differs from the guide; the values in force are those of its settings."""

    id: str = Field(pattern=r"^D-[0-9]{2}$")
    topic: str
    guide: str
    at: str
    """Where the guide says so."""
    law: str
    source: str
    since: date | None = None
    """From when the law has said so; None where that is not known."""
    why: str
    """Why the value in force is what it is, and what follows from it."""
    shows: tuple[str, ...] = Field(min_length=1)
    """The settings whose values are told in full."""
    status: Literal["待核"] | None = None


class Overlay(Record):
    """A province's own value of a setting."""

    id: str
    since: date = Field(alias="from")
    value: Plain
    source: str


class Province(Record):
    """A province and the printed name of its bureau."""

    code: str = Field(pattern=r"^[1-6][0-9]$")
    name: str
    authority: str
    overlay: tuple[Overlay, ...] = ()


class Operator(Record):
    """A network operator: `companies` are patterns of whole company names, its branches included."""

    name: str
    companies: tuple[str, ...]
    source: str
    status: Literal["待核"] | None = None


class Operators(Record):
    """Whose counterparty may be a basic operator, whose looks like one, and who is licensed otherwise."""

    basic: tuple[Operator, ...]
    lookalikes: tuple[Operator, ...]
    others: tuple[Operator, ...]


class Question(Record):
    """What no paper says; its answer stands under `answers` in client.yaml."""

    id: str
    kind: Literal["text", "integer", "decimal", "money", "choice", "list"]
    text: str
    why: str
    example: Plain
    used_in: tuple[str, ...]
    options: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    unit: str | None = None
    when: Literal["cross_province", "foreign_pilot"] | None = None
    required: bool = True
    alias: str | None = None
    """The short Chinese name under which `new` asks it; a question without one is not asked there."""


class DraftEntry(Record):
    """A draft that the program writes: its Word template and where it goes."""

    material: str
    title: str
    template: str


class Label(Record):
    """The printed name of a kind, a field, a table or a column."""

    name: str
    zh: str
    en: str
