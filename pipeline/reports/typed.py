"""What a portal or a form is filled with: each value with the place that states it and what is doubtful about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.drafts.variables import VARIANTS, ten_thousands
from pipeline.model.case import Case
from pipeline.model.document import Field
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact, Witness
from pipeline.profile.form import Shape
from pipeline.profile.profile import Profile
from pipeline.reports.words import plain, shown, where
from pipeline.rules.trust import Least, is_sure
from pipeline.text.answers import rows_of

CLIENT_FILE = "client.yaml"
PROFILE_FILE = "profile.yaml"
ARTICLES = "articles"
NATURAL_PERSON, NOBODY_ABOVE = "自然人", "无"
UNIT = re.compile("（([^）]+)）$")
"""The unit in a column's name: `金额（万元）`."""
UNCLEAR = "识读不清，请对照原件"


class Told(NamedTuple):
    """A value, the paper (or file) that states it, the place in it and what a person must look at, empty where nothing."""

    value: str
    paper: str
    place: Evidence
    doubt: str = ""


class Source:
    """Values by name: the facts, the licence's own words, and cells of tables that are no facts."""

    def __init__(self, case: Case, profile: Profile, least: Least) -> None:
        self._case, self._profile, self._least = case, profile, least
        self._own: Mapping[str, Told] = {**dict(_of_licence(case, profile)), **dict(self._of_tables())}

    def find(self, names: tuple[str, ...]) -> Told | None:
        """The first of the names that has a value, None where none has."""
        for name in names:
            fact = self._case.fact(name)
            told = self._own.get(name) if fact is None else self._of_fact(fact)
            if told is not None and told.value.strip():
                return told
        return None

    def _of_fact(self, fact: Fact) -> Told:
        place = fact.evidence[0] if fact.evidence else Evidence(file=CLIENT_FILE)
        paper = CLIENT_FILE if place.file == CLIENT_FILE else self._profile.labels.zh(fact.authority)
        return Told(fact.text, paper, place, "；".join(self._doubts(fact)))

    def _doubts(self, fact: Fact) -> Iterator[str]:
        if any(not self._least.holds(each) for each in fact.evidence):
            yield UNCLEAR
        for witness in fact.witnesses:
            if witness.agrees is not True:
                verb = "不一致" if witness.agrees is False else "无法比对"
                yield f"与{self._named(witness)}所载“{shown(witness.value)}”{verb}（{where(witness.evidence)}）"

    def _named(self, witness: Witness) -> str:
        if witness.document is None:
            return CLIENT_FILE
        return self._profile.labels.zh(self._case.documents[witness.document].kind)

    def _of_tables(self) -> Iterator[tuple[str, Told]]:
        """What is no fact: a person has nobody above, and the articles' row that names a holder tells the method."""
        for index in range(count(self._case, "shareholders")):
            kind = self._case.fact(f"shareholders[{index}].kind")
            if kind is not None and kind.text == NATURAL_PERSON and kind.evidence:
                yield f"shareholders[{index}].above", self._of_fact(kind)._replace(value=NOBODY_ABOVE)
            holder = self._case.fact(f"shareholders[{index}].name")
            cell = None if holder is None else next(_beside(holder, "method", self._case), None)
            if cell is not None:
                doubt = "" if is_sure(cell, self._least) else UNCLEAR
                paper = self._profile.labels.zh(ARTICLES)
                yield f"shareholders[{index}].method", Told(cell.text, paper, cell.evidence, doubt)


def _beside(fact: Fact, column: str, case: Case) -> Iterator[Field]:
    """The cells of a column in the rows of articles that state a fact."""
    for witness in fact.witnesses:
        if witness.document is None or case.documents[witness.document].kind != ARTICLES:
            continue
        table, _, rest = (witness.field or "").partition("/")
        row = rest.partition("/")[0]
        if row.isdecimal():
            cell = case.documents[witness.document].rows(table)[int(row)].field(column)
            if cell is not None:
                yield cell


def _of_licence(case: Case, profile: Profile) -> Iterator[tuple[str, Told]]:
    licence, client = profile.licence, case.client
    whole = Evidence(file=PROFILE_FILE, where="/licence")
    yield "licence.category", Told(licence.category, PROFILE_FILE, whole)
    yield (
        "licence.business",
        Told(licence.name + VARIANTS[client.variant], CLIENT_FILE, Evidence(file=CLIENT_FILE, where="/variant")),
    )
    yield (
        "coverage",
        Told("、".join(client.coverage), CLIENT_FILE, Evidence(file=CLIENT_FILE, where="/coverage")),
    )


def count(case: Case, group: str) -> int:
    """How many members a group has in the facts."""
    numbers = (
        each.name[len(group) + 1 :].partition("]")[0]
        for each in case.ledger.facts
        if each.name.startswith(f"{group}[")
    )
    return max((int(number) + 1 for number in numbers), default=0)


def shaped(value: str, shape: Shape, columns: tuple[str, ...] = ()) -> str:
    """A value as it is typed; empty where it has not the shape (capital in another currency is no 万元).

    `columns`: the columns of a list answer, whose units go to their cells: `160万元`.
    """
    match shape:
        case "ten_thousands":
            return ten_thousands(value)
        case "lines":
            return "\n".join("，".join(_with_units(row, columns)) for row in rows_of(value))
        case _:
            return plain(value)


def _with_units(cells: tuple[str, ...], columns: tuple[str, ...]) -> Iterator[str]:
    for place, cell in enumerate(cells):
        unit = UNIT.search(columns[place]) if place < len(columns) else None
        if cell:
            yield cell + (unit[1] if unit and cell[-1].isdecimal() else "")
