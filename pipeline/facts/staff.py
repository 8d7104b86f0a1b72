"""Facts of people: the card decides who a person is, client.yaml the roles, certificates the studies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.facts import compare
from pipeline.facts.compare import same_number, same_people
from pipeline.facts.sources import Source, current, fact, of_client, of_field, of_row
from pipeline.model.case import Person
from pipeline.model.client import Client
from pipeline.model.document import Document, Row
from pipeline.model.facts import Fact
from pipeline.model.values import Month, Text, outward

UNPAID = ("未", "欠", "缓缴", "部分缴费", "中断", "断缴", "停", "退费", "失败")
"""Words of a month's state that say that nothing was paid in (materials.md §3.5, rule SI-10)."""
PERSON_DECIDERS = ("id_card", "social_insurance", "application_form", "client.yaml", "qualification")


def people_facts(documents: tuple[Document, ...], client: Client, people: tuple[Person, ...]) -> Iterator[Fact]:
    """`people[i].*`, i as in the case's people."""
    for index, person in enumerate(people):
        for each in person_facts(documents, client, person):
            yield each.model_copy(update={"name": f"people[{index}].{each.name}"})


def person_facts(documents: tuple[Document, ...], client: Client, person: Person) -> Iterator[Fact]:
    """One person's facts, their names without the prefix."""
    entry = None if person.entry is None else client.people[person.entry]
    at = f"/people/{person.entry}"
    rows = [*own_rows(documents, person, "social_insurance"), *own_rows(documents, person, "application_form")]
    for name, comparison in (("name", compare.person), ("number", compare.number)):
        sources = [source for card in person.cards for source in of_field(card, documents[card], name)]
        sources += [source for place, row in rows for source in of_row(place, documents[place], "people", row, name)]
        sources += of_client(client, f"{at}/{name}", getattr(entry, name, None))
        if name == "name":
            sources += [s for place in person.qualifications for s in of_field(place, documents[place], "holder")]
        yield from fact(name, sources, comparison, PERSON_DECIDERS)
    yield from card_facts(documents, person)
    yield from role_fact(client, person, rows, documents)
    for name in ("phone", "email"):
        sources = list(of_client(client, f"{at}/{name}", getattr(entry, name, None)))
        sources += [s for place, row in rows for s in of_row(place, documents[place], "people", row, name)]
        yield from fact(name, sources, compare.plain)
    yield from study_facts(documents, client, person, rows)
    yield from insured_through(documents, person)


def card_facts(documents: tuple[Document, ...], person: Person) -> Iterator[Fact]:
    """What the card alone states."""
    for name in ("sex", "birth", "address", "valid_to"):
        sources = [source for card in person.cards for source in of_field(card, documents[card], name)]
        yield from fact(name, sources, compare.plain)


def own_rows(documents: tuple[Document, ...], person: Person, kind: str) -> Iterator[tuple[int, Row]]:
    """The rows of people's tables that are this person's, with the index of their paper."""
    for index, each in current(documents, kind):
        for row in each.rows("people"):
            if is_of(row, person):
                yield index, row


def is_of(row: Row, person: Person) -> bool:
    """Whether a row is a person's: by number where both have one and it fits, else by name."""
    number, name = row.field("number"), row.field("name")
    if number is not None and person.number is not None and same_number(number.text, person.number) is True:
        return True
    return name is not None and same_people(name.text, person.name) is True


def role_fact(
    client: Client, person: Person, rows: Iterable[tuple[int, Row]], documents: tuple[Document, ...]
) -> Iterator[Fact]:
    """`roles`, joined with 、: client.yaml's, else the form's."""
    entry = None if person.entry is None else client.people[person.entry]
    sources = list(of_client(client, f"/people/{person.entry}/roles", "、".join(entry.roles) if entry else None))
    if not sources and person.roles:
        sources = [
            source._replace(value=Text(value="、".join(person.roles)))
            for place, row in rows
            for source in of_row(place, documents[place], "people", row, "role")
        ]
    yield from fact("roles", sources, compare.plain)


def study_facts(
    documents: tuple[Document, ...], client: Client, person: Person, rows: list[tuple[int, Row]]
) -> Iterator[Fact]:
    """`education`, `major`, `title` (职称 or 资格) by certificates; `post` (职务) by client.yaml, else the form."""
    papers = [(place, documents[place], sort_of(documents[place])) for place in person.qualifications]
    degrees = [(place, each) for place, each, sort in papers if sort == "学历"]
    levels = [s for pair in degrees for s in of_field(*pair, "level")]
    levels = levels or [s for pair in degrees for s in of_field(*pair, "title")]
    yield from fact("education", levels, compare.plain)
    majors = degrees + [(place, each) for place, each, sort in papers if sort == "职称"]
    yield from fact("major", [s for pair in majors for s in of_field(*pair, "major")], compare.plain)
    yield from title_fact([(place, each) for sort in ("职称", "资格") for place, each, own in papers if own == sort])
    posts: list[Source] = []
    if person.entry is not None:
        posts += of_client(client, f"/people/{person.entry}/title", client.people[person.entry].title)
    posts += [s for place, row in rows for s in of_row(place, documents[place], "people", row, "title")]
    yield from fact("post", posts, compare.plain)


def title_fact(papers: list[tuple[int, Document]]) -> Iterator[Fact]:
    """`title`: every 职称 and 资格 that a certificate states, joined with 、."""
    found = {outward(source.value): source for pair in papers for source in of_field(*pair, "title")}
    for each in list(found.values())[:1]:
        joined = each._replace(value=Text(value="、".join(found)))
        (made,) = fact("title", [joined], compare.plain)
        evidence = tuple(source.evidence for source in found.values())
        yield made.model_copy(
            update={
                "evidence": evidence,
                "witnesses": tuple(source.witness(source.value, compare.plain) for source in found.values()),
            }
        )


def sort_of(document: Document) -> str:
    """A qualification's sort, empty where it was not read."""
    found = document.field("sort")
    return "" if found is None else found.text


def insured_through(documents: tuple[Document, ...], person: Person) -> Iterator[Fact]:
    """The latest month that detail rows show as paid, never a header's claim."""
    paid = [
        source
        for index in person.insurance
        for row in documents[index].rows("months")
        if is_of(row, person) and is_paid(row)
        for source in of_row(index, documents[index], "months", row, "month")
        if isinstance(source.value, Month)
    ]
    if paid:
        yield from fact("insured_through", [max(paid, key=month_key)], compare.plain)


def is_paid(row: Row) -> bool:
    """Whether a month's row says nothing against its payment."""
    state = row.field("state")
    return state is None or not any(word in state.text for word in UNPAID)


def month_key(source: Source) -> tuple[int, int]:
    """A month as a pair that sorts."""
    assert isinstance(source.value, Month)
    return source.value.year, source.value.month
