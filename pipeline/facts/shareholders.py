"""Facts of shareholders: the articles decide who holds how much, the holder's own card or licence its number."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts import compare
from pipeline.facts.company import licence_of_applicant, speaks_of_applicant
from pipeline.facts.compare import same_companies, same_people
from pipeline.facts.equity import signed_on
from pipeline.facts.sources import Source, current, fact, of_field, of_row
from pipeline.model.document import Document, Row
from pipeline.model.equity import Holder
from pipeline.model.facts import Fact
from pipeline.model.values import Text


def holder_facts(documents: tuple[Document, ...], equity: Holder | None) -> Iterator[Fact]:
    """`shareholders[i].*` in the articles' order; where no articles state any, in the form's."""
    for index, (place, row) in enumerate(holder_rows(documents, equity)):
        name = row.field("name")
        assert name is not None
        mates = [pair for pair in form_holders(documents) if pair[1] is not row and names_holder(pair[1], name.text)]
        places = [(place, row), *mates]
        for field, comparison in (("name", compare.holder), ("amount", compare.plain), ("share", compare.plain)):
            yield from fact(f"shareholders[{index}].{field}", cells(documents, places, field), comparison)
        numbers = [*number_papers(documents, name.text), *cells(documents, places, "number")]
        yield from fact(f"shareholders[{index}].number", numbers, compare.number)
        yield from kind_fact(index, place, row, equity, documents)


def cells(documents: tuple[Document, ...], places: list[tuple[int, Row]], field: str) -> list[Source]:
    """One cell of several shareholder rows."""
    return [s for place, row in places for s in of_row(place, documents[place], "shareholders", row, field)]


def holder_rows(documents: tuple[Document, ...], equity: Holder | None) -> list[tuple[int, Row]]:
    """The rows that list the applicant's shareholders: the articles' that the tree stands on, else the form's."""
    index = None if equity is None else equity.articles
    if index is None:
        licence = licence_of_applicant(documents)
        name = None if licence is None else licence[1].field("name")
        own = [
            (signed_on(each), place)
            for place, each in current(documents, "articles")
            if each.rows("shareholders") and speaks_of_applicant(each, None if name is None else name.text)
        ]
        index = max(own)[1] if own else None
    if index is None:
        return form_holders(documents)
    return [(index, row) for row in documents[index].rows("shareholders") if row.field("name") is not None]


def form_holders(documents: tuple[Document, ...]) -> list[tuple[int, Row]]:
    """The rows of the application form's table of shareholders."""
    return [
        (place, row)
        for place, each in current(documents, "application_form")
        for row in each.rows("shareholders")
        if row.field("name") is not None
    ]


def names_holder(row: Row, name: str) -> bool:
    """Whether a row names this shareholder."""
    found = row.field("name")
    return found is not None and (same_people(found.text, name) is True or same_companies(found.text, name) is True)


def number_papers(documents: tuple[Document, ...], name: str) -> list[Source]:
    """The number on the holder's own card or licence, which decides."""
    found: list[Source] = []
    for place, each in current(documents, "id_card", "business_licence"):
        held = each.field("name")
        if held is not None and (same_people(held.text, name) is True or same_companies(held.text, name) is True):
            found += of_field(place, each, "number" if each.kind == "id_card" else "code")
    return found


def kind_fact(
    index: int, place: int, row: Row, equity: Holder | None, documents: tuple[Document, ...]
) -> Iterator[Fact]:
    """`shareholders[i].kind` as the tree of holders tells it; 未知 stays unsaid."""
    name = row.field("name")
    node = next((each for each in (equity.holders if equity else ()) if name and each.name == name.text), None)
    if name is not None and node is not None and node.kind != "未知":
        value = Text(value=node.kind)
        yield from fact(
            f"shareholders[{index}].kind", [Source(documents[place].kind, value, name.evidence, place)], compare.plain
        )
