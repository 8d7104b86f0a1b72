"""The ledger: what is true for the case after all witnesses were weighed."""

from __future__ import annotations

from functools import cached_property

from pipeline.model.evidence import Evidence
from pipeline.model.record import Record
from pipeline.model.values import Value, outward


class Witness(Record):
    """A place that states a fact: a document's field, or (`source`) a place in client.yaml."""

    document: int | None
    field: str | None = None
    source: str | None = None
    value: Value
    evidence: Evidence
    agrees: bool | None
    """None where the comparison cannot tell."""


class Fact(Record):
    """A value that stands for the whole case; `authority` is the kind of paper that decides it."""

    name: str
    value: Value
    authority: str
    evidence: tuple[Evidence, ...]
    witnesses: tuple[Witness, ...] = ()

    @property
    def text(self) -> str:
        """The outward string."""
        return outward(self.value)


class Ledger(Record):
    """All facts by name, e.g. `company.name`, `people[0].number`."""

    facts: tuple[Fact, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, Fact]:
        return {fact.name: fact for fact in self.facts}

    def get(self, name: str) -> Fact | None:
        """The fact named `name`, None where nothing states it."""
        return self._by_name.get(name)

    def texts(self) -> dict[str, str]:
        """Outward strings by name, for drafts and reports."""
        return {fact.name: fact.text for fact in self.facts}
