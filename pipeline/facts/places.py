"""Facts of rooms, offices and access: the lease decides a rented room, the title an own one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.facts import compare
from pipeline.facts.compare import Comparison, same_places
from pipeline.facts.premises import BOTH, OFFICE, ROOM
from pipeline.facts.sources import Source, current, fact, of_field
from pipeline.model.case import Premises
from pipeline.model.document import Document
from pipeline.model.facts import Fact, Witness
from pipeline.model.values import Amount, outward

AGREEMENT = "access_agreement"
ROOM_FIELDS: tuple[tuple[str, Comparison], ...] = (
    ("address", compare.address),
    ("area", compare.plain),
    ("use", compare.plain),
    ("lessor", compare.company),
    ("lessee", compare.company),
    ("term_from", compare.plain),
    ("term_to", compare.plain),
    ("auto_renewal", compare.plain),
    ("signed_on", compare.plain),
)
ACCESS_FIELDS: tuple[tuple[str, Comparison], ...] = (
    ("operator", compare.company),
    ("customer", compare.company),
    ("bandwidth", compare.plain),
    ("number", compare.number),
    ("circuit", compare.plain),
    ("location", compare.address),
    ("exchange", compare.plain),
    ("ip_count", compare.plain),
    ("term_from", compare.plain),
    ("term_to", compare.plain),
    ("auto_renewal", compare.plain),
    ("signed_on", compare.plain),
    ("purpose", compare.plain),
)


def premises_facts(documents: tuple[Document, ...], premises: tuple[Premises, ...]) -> Iterator[Fact]:
    """`rooms[i].*` of the machine rooms and `office.*` of the first office."""
    rooms = [each for each in premises if each.use in (ROOM, BOTH)]
    for index, each in enumerate(rooms):
        yield from place_facts(documents, f"rooms[{index}]", each, accesses=len(rooms) == 1)
    office = next((each for use in (OFFICE, BOTH) for each in premises if each.use == use), None)
    if office is not None:
        yield from place_facts(documents, "office", office, accesses=False)


def place_facts(documents: tuple[Document, ...], prefix: str, place: Premises, accesses: bool) -> Iterator[Fact]:
    """The facts of one place; `accesses`: every agreement's customer end must be here, there being no other room."""
    openers = place.titles[:1] if place.lease is None else (place.lease,)
    titles = [index for index in place.titles if index not in openers]
    for name, comparison in ROOM_FIELDS:
        sources = [source for index in openers for source in of_field(index, documents[index], name)]
        if name == "address":
            sources += [source for index in titles for source in of_field(index, documents[index], name)]
            sources += [source for index in place.fire for source in of_field(index, documents[index], name)]
            sources += access_ends(documents, sources, every=accesses)
        yield from fact(f"{prefix}.{name}", sources, comparison)
    owners = [source for index in place.titles for source in of_field(index, documents[index], "owner")]
    yield from fact(f"{prefix}.owner", owners, compare.company)
    for name, field in (("title_number", "number"), ("title_use", "use")):
        papers = [source for index in place.titles for source in of_field(index, documents[index], field)]
        yield from fact(f"{prefix}.{name}", papers, compare.plain)
    for name, field in (("fire_number", "number"), ("fire_sort", "sort"), ("fire_conclusion", "conclusion")):
        papers = [source for index in place.fire for source in of_field(index, documents[index], field)]
        yield from fact(f"{prefix}.{name}", papers, compare.plain)


def access_ends(documents: tuple[Document, ...], places: list[Source], every: bool) -> list[Source]:
    """The agreements' customer ends: all of them, or those that are surely this place."""
    ends = [s for index, each in current(documents, AGREEMENT) for s in of_field(index, each, "location")]
    if not places:
        return []
    here = outward(places[0].value)
    return [each for each in ends if every or same_places(here, outward(each.value)) is True]


def access_facts(documents: tuple[Document, ...]) -> Iterator[Fact]:
    """`access[i].*` in path order and `access.bandwidth_total`."""
    agreements = current(documents, AGREEMENT)
    for number, (index, each) in enumerate(agreements):
        for name, comparison in ACCESS_FIELDS:
            yield from fact(f"access[{number}].{name}", of_field(index, each, name), comparison)
    yield from bandwidth_total(agreements)


def bandwidth_total(agreements: list[tuple[int, Document]]) -> Iterator[Fact]:
    """The sum over the agreements in Mbit/s; nothing where one of them does not state its bandwidth."""
    stated = [(index, each.field("bandwidth")) for index, each in agreements]
    found = [(index, field) for index, field in stated if field is not None and isinstance(field.value, Amount)]
    if not found or len(found) < len(stated):
        return
    total = sum((field.value.value for _, field in found if isinstance(field.value, Amount)), start=Decimal(0))
    yield Fact(
        name="access.bandwidth_total",
        value=Amount(value=total, unit="Mbit/s"),
        authority=AGREEMENT,
        evidence=tuple(field.evidence for _, field in found),
        witnesses=tuple(
            Witness(document=index, field="bandwidth", value=field.value, evidence=field.evidence, agrees=True)
            for index, field in found
        ),
    )
