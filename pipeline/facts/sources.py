"""Where facts come from: every place that states a value, and the fact that they make together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.facts.compare import Comparison
from pipeline.model.client import Client
from pipeline.model.document import Document, Field, Row
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact, Witness
from pipeline.model.values import Text, Value, outward

CLIENT_FILE = "client.yaml"


class Source(NamedTuple):
    """One place that states a value; `kind` is the kind of paper, or client.yaml, profile."""

    kind: str
    value: Value
    evidence: Evidence
    document: int | None = None
    field: str | None = None
    where: str | None = None

    def witness(self, against: Value, compare: Comparison) -> Witness:
        """The place as a witness of the value that decides."""
        return Witness(
            document=self.document,
            field=self.field,
            source=self.where,
            value=self.value,
            evidence=self.evidence,
            agrees=compare(against, self.value),
        )


def of_field(index: int, document: Document, name: str) -> Iterator[Source]:
    """A document's field and its other readings."""
    found = document.field(name)
    if found is not None:
        yield from readings(index, document.kind, found, name)


def of_row(index: int, document: Document, table: str, row: Row, name: str) -> Iterator[Source]:
    """A cell of a document's table, told as `table/row/name`."""
    found = row.field(name)
    if found is not None:
        place = document.rows(table).index(row)
        yield from readings(index, document.kind, found, f"{table}/{place}/{name}")


def readings(index: int, kind: str, found: Field, place: str) -> Iterator[Source]:
    """The value that was chosen, then every other reading that says something else; what a person put right is over."""
    yield Source(kind, found.value, found.evidence, index, place)
    if found.corrected_by is not None:
        return
    told = {outward(found.value)}
    for other in found.readings:
        if outward(other.value) not in told:
            told.add(outward(other.value))
            yield Source(kind, other.value, other.evidence, index, place)


def of_client(client: Client, where: str, value: str | None) -> Iterator[Source]:
    """A value of client.yaml with its place there, nothing where it is not given."""
    if value:
        evidence = Evidence(file=CLIENT_FILE, sha256=client.sha256, where=where, text=value, engine="yaml")
        yield Source(CLIENT_FILE, Text(value=value), evidence, where=f"{CLIENT_FILE}#{where}")


def fact(
    name: str, sources: Iterable[Source], compare: Comparison, deciders: tuple[str, ...] | None = None
) -> Iterator[Fact]:
    """The fact that sources state, the first of a deciding kind being the authority; nothing where there is none.

    `deciders` are the kinds that may decide, the foremost first; None lets the sources' own order decide.
    """
    stated = list(sources)
    ranks = {kind: rank for rank, kind in enumerate(deciders or dict.fromkeys(each.kind for each in stated))}
    deciding = [each for each in stated if each.kind in ranks]
    if not deciding:
        return
    head = min(deciding, key=lambda each: ranks[each.kind])
    others = [each for each in stated if each is not head]
    yield Fact(
        name=name,
        value=head.value,
        authority=head.kind,
        evidence=(head.evidence,),
        witnesses=(
            head.witness(head.value, lambda *_: True),
            *(each.witness(head.value, compare) for each in others),
        ),
    )


def current(documents: tuple[Document, ...], *kinds: str) -> list[tuple[int, Document]]:
    """The papers of these kinds that count, with their places in the case, in path order."""
    return [(index, each) for index, each in enumerate(documents) if each.kind in kinds and each.status == "current"]
