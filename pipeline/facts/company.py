"""The applicant's own facts: the licence decides, every other paper that speaks of the applicant is a witness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.facts import compare
from pipeline.facts.compare import Comparison, same_companies, same_people
from pipeline.facts.sources import Source, current, fact, of_field
from pipeline.model.document import Document
from pipeline.model.facts import Fact

LICENCE = "business_licence"


class Entry(NamedTuple):
    """One row of the authority table: the fact, how it is compared, and who else states it (kind, field)."""

    name: str
    compare: Comparison
    witnesses: tuple[tuple[str, str], ...] = ()


COMPANY: tuple[Entry, ...] = (
    Entry(
        "name",
        compare.company,
        (
            ("articles", "company"),
            ("social_insurance", "payer"),
            ("access_agreement", "customer"),
            ("room_lease", "lessee"),
            ("commitment", "company"),
            ("application_form", "company"),
        ),
    ),
    Entry(
        "code",
        compare.number,
        (("articles", "code"), ("access_agreement", "customer_code"), ("application_form", "code")),
    ),
    Entry("type", compare.plain),
    Entry("capital", compare.plain, (("articles", "capital"), ("application_form", "capital"))),
    Entry(
        "address",
        compare.address,
        (("articles", "address"), ("commitment", "address"), ("application_form", "address")),
    ),
    Entry("founded", compare.plain),
    Entry("term_from", compare.plain),
    Entry("term_to", compare.plain),
    Entry("scope", compare.scope, (("articles", "scope"),)),
    Entry(
        "legal_representative",
        compare.person,
        (
            ("articles", "legal_representative"),
            ("commitment", "legal_representative"),
            ("application_form", "legal_representative"),
        ),
    ),
    Entry("issuer", compare.plain),
    Entry("issued_on", compare.plain),
)


def licence_of_applicant(documents: tuple[Document, ...]) -> tuple[int, Document] | None:
    """The applicant's licence: that in slot 01, else the one that most papers of the applicant name."""
    licences = [pair for pair in current(documents, LICENCE) if pair[1].field("name") or pair[1].field("code")]
    own = [pair for pair in licences if pair[1].material == "01"]
    if own or len(licences) <= 1:
        return next(iter(own or licences), None)
    return max(licences, key=lambda pair: (times_named(documents, pair[1]), -pair[0]))


def times_named(documents: tuple[Document, ...], licence: Document) -> int:
    """How many papers that the applicant alone files name the company of a licence."""
    name = licence.field("name")
    named = [
        found.text
        for kind, field in (
            ("application_form", "company"),
            ("commitment", "company"),
            ("access_agreement", "customer"),
        )
        for _, each in current(documents, kind)
        if (found := each.field(field)) is not None
    ]
    return 0 if name is None else sum(same_companies(each, name.text) is True for each in named)


def speaks_of_applicant(document: Document, name: str | None) -> bool:
    """Whether a paper is the applicant's: articles of a shareholder are not."""
    if document.kind != "articles":
        return True
    company = document.field("company")
    if company is not None and name is not None and same_companies(company.text, name) is True:
        return True
    return document.material == "03"


def company_facts(documents: tuple[Document, ...]) -> Iterator[Fact]:
    """`company.*`, each with every paper that states it."""
    found = licence_of_applicant(documents)
    if found is None:
        return
    index, licence = found
    name = licence.field("name")
    for entry in COMPANY:
        sources = list(of_field(index, licence, entry.name))
        for kind, field in entry.witnesses:
            for place, each in current(documents, kind):
                if speaks_of_applicant(each, name.text if name else None):
                    sources += of_field(place, each, field)
        yield from fact(f"company.{entry.name}", sources, entry.compare, (LICENCE,))


def card_of_representative(documents: tuple[Document, ...], name: str | None) -> tuple[int, Document] | None:
    """The card in slot 02, else the card that bears the licence's name for the legal representative."""
    fronts = [pair for pair in current(documents, "id_card") if pair[1].field("name") or pair[1].field("number")]
    named = [
        pair
        for pair in fronts
        if name is not None and (held := pair[1].field("name")) is not None and same_people(held.text, name) is True
    ]
    return next(iter(named or [pair for pair in fronts if pair[1].material == "02"]), None)


def representative_facts(documents: tuple[Document, ...], backs: dict[int, int]) -> Iterator[Fact]:
    """`legal_representative.*`: the card decides; where no card is, the licence names the person."""
    licence = licence_of_applicant(documents)
    printed = None if licence is None else licence[1].field("legal_representative")
    card = card_of_representative(documents, None if printed is None else printed.text)
    names: list[Source] = [] if card is None else list(of_field(*card, "name"))
    if licence is not None:
        names += of_field(*licence, "legal_representative")
    for kind in ("articles", "commitment", "application_form"):
        for pair in current(documents, kind):
            if speaks_of_applicant(pair[1], None):
                names += of_field(*pair, "legal_representative")
    yield from fact("legal_representative.name", names, compare.person, ("id_card", LICENCE))
    if card is None:
        return
    back = next((place for place, front in backs.items() if front == card[0]), None)
    sides = [card] if back is None else [card, (back, documents[back])]
    for field in ("number", "sort", "sex", "ethnicity", "birth", "address", "issuer", "valid_from", "valid_to"):
        sources = [source for side in sides for source in of_field(*side, field)]
        yield from fact(f"legal_representative.{field}", sources, compare.plain)
