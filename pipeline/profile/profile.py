"""The whole profile of one licence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from pydantic import ConfigDict

from pipeline.model.client import Client
from pipeline.model.record import Record
from pipeline.profile.duties import Duty
from pipeline.profile.form import Form
from pipeline.profile.insurance_form import Layout
from pipeline.profile.plan_records import PlanData
from pipeline.profile.records import (
    Annex,
    Difference,
    DraftEntry,
    Label,
    Licence,
    Material,
    Operators,
    Province,
    Question,
    RuleEntry,
    RuleReason,
    Setting,
)
from pipeline.profile.visit import Visit

TABLES = ("materials", "annexes", "operators", "provinces", "labels", "law")
"""Parts of the profile that a rule may take whole, by this parameter name."""


class Labels(Record):
    """Printed names of kinds, fields, tables, columns and of what rules say; a name without a label stands for itself."""

    kinds: tuple[Label, ...]
    fields: tuple[Label, ...]
    words: tuple[Label, ...] = ()

    @cached_property
    def _names(self) -> dict[str, Label]:
        return {each.name: each for each in (*self.words, *self.fields, *self.kinds)}

    def own_name(self, group: str, name: str) -> str:
        """What a field or column goes by in its kind or table: a card's name is another than a company's."""
        own = f"{group}.{name}"
        return own if own in self._names else name

    def zh(self, name: str) -> str:
        """The Chinese name."""
        label = self._names.get(name)
        return name if label is None else label.zh

    def en(self, name: str) -> str:
        """The English name."""
        label = self._names.get(name)
        return name if label is None else label.en


class Profile(Record):
    """A profile as loaded and checked; `folder` its name, `sha256` over all its files, `raw` law and calendar."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    folder: str
    sha256: str
    licence: Licence
    materials: tuple[Material, ...]
    annexes: tuple[Annex, ...]
    drafts: tuple[DraftEntry, ...]
    rules: tuple[RuleEntry, ...]
    reasons: tuple[RuleReason, ...]
    not_waivable: tuple[str, ...]
    settings: tuple[Setting, ...]
    provinces: tuple[Province, ...]
    operators: Operators
    questions: tuple[Question, ...]
    labels: Labels
    plan: PlanData = PlanData()
    """The decision table, tasks, papers and portal slots of a tailored plan."""
    law: tuple[tuple[str, Any], ...] = ()
    """File stem → plain content of law/*.yaml, for the drafts to read."""
    layouts: tuple[Layout, ...] = ()
    """The agency's own insurance forms; one of the program's name takes the place of the program's."""
    calendar: tuple[tuple[str, Any], ...] = ()
    """Year → plain content of calendar/*.yaml."""
    differences: tuple[Difference, ...] = ()
    """Where law or practice differs from the guide."""
    form: Form | None = None
    """What to type into the portal; None where the profile does not say."""
    duties: tuple[Duty, ...] = ()
    """What follows the licence."""
    visit: Visit | None = None
    """The inspection on the spot; None where the profile does not say."""

    @cached_property
    def _rules(self) -> dict[str, RuleEntry]:
        return {each.rule: each for each in self.rules}

    @cached_property
    def _reasons(self) -> dict[str, RuleReason]:
        return {each.reason: each for each in self.reasons}

    def rule(self, rule: str) -> RuleEntry | None:
        """The rule's entry, None where the profile does not run it."""
        return self._rules.get(rule)

    def reason(self, rule: RuleEntry, name: str) -> RuleReason | None:
        """The words of a reason: the rule's own, else the common ones."""
        return rule.reason(name) or self._reasons.get(name)

    def material(self, number: str) -> Material | None:
        """The upload slot with this number."""
        return next((each for each in self.materials if each.number == number), None)

    def title_of(self, number: str) -> str:
        """The title of a material or annex, its number where there is none."""
        slots = {each.number: each.title for each in self.materials}
        annexes = {each.number: each.title for each in self.annexes}
        return {**slots, **annexes}.get(number, number)

    @property
    def slots(self) -> frozenset[str]:
        """The numbers of all materials and annexes."""
        return frozenset(each.number for each in self.materials) | frozenset(each.number for each in self.annexes)

    def setting(self, name: str) -> Setting | None:
        """The setting with this id."""
        return next((each for each in self.settings if each.id == name), None)

    def province(self, name: str) -> Province | None:
        """The province with this printed name, or whose name begins so (北京 for 北京市)."""
        return next((each for each in self.provinces if name and each.name.startswith(name)), None)

    def province_of(self, client: Client) -> Province | None:
        """The province whose bureau decides, None where the ministry does."""
        return None if client.nationwide else self.province(client.coverage[0])

    def authority(self, client: Client) -> str:
        """The printed name of the authority that decides."""
        province = self.province_of(client)
        return self.licence.ministry if province is None else province.authority

    def licence_name(self, client: Client) -> str:
        """The printed name of the licence that the client applies for."""
        return self.licence.names.cross if client.nationwide else self.licence.names.provincial

    def tables(self) -> Mapping[str, object]:
        """What rules may take whole."""
        return MappingProxyType({name: getattr(self, name) for name in TABLES})
