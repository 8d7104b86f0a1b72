"""Who is who in the papers: the applicant, its legal representative, its shareholders, its staff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.record import Record
from pipeline.text.names import company_key, person_key

APPLICANT_FIELDS = {
    "social_insurance": "payer",
    "access_agreement": "customer",
    "room_lease": "lessee",
    "commitment": "company",
    "application_form": "company",
    "change_notice": "new_name",
    "articles": "company",
    "business_plan": "company",
    "security_measures": "company",
}
"""In which field each kind of paper names the applicant."""

APPLICANT_SLOT = "01"


class Holders(Record):
    """Names and numbers as comparison keys."""

    applicant: str = ""
    representative: frozenset[str] = frozenset()
    shareholders: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()


def holders_of(documents: Sequence[Document], client: Client, hints: Sequence[str | None]) -> Holders:
    """The people and companies that placement needs; `hints` are the materials that paths or client.yaml name."""
    applicant = _applicant(documents, hints)
    own = [document for document in documents if document.status == "current"]
    licence = next((d for d in own if d.kind == "business_licence" and _company(d, "name") == applicant), None)
    articles = [d for d in own if d.kind == "articles" and _company(d, "company") == applicant]
    forms = [d for d in own if d.kind == "application_form" and _company(d, "company") == applicant]
    return Holders(
        applicant=applicant,
        representative=_keys([licence] if licence else [], ("legal_representative",)),
        shareholders=_row_keys([*articles, *forms], "shareholders"),
        staff=_staff(own, client),
    )


def _applicant(documents: Sequence[Document], hints: Sequence[str | None]) -> str:
    """The company that most papers name as applicant; a licence filed as material 01 outweighs a few of them."""
    votes: Counter[str] = Counter()
    for document, hint in zip(documents, hints, strict=True):
        if document.kind == "business_licence":
            votes[_company(document, "name")] += 3 if hint == APPLICANT_SLOT else 1
        elif document.kind in APPLICANT_FIELDS:
            votes[_company(document, APPLICANT_FIELDS[document.kind])] += 1
    del votes[""]
    licensed = {_company(d, "name") for d in documents if d.kind == "business_licence"} - {""}
    among = [(count, name) for name, count in votes.items() if name in licensed or not licensed]
    return max(among, default=(0, ""))[1]


def _company(document: Document, field: str) -> str:
    found = document.field(field)
    return company_key(found.text) if found is not None else ""


def _keys(documents: Sequence[Document], names: Sequence[str]) -> frozenset[str]:
    fields = (document.field(name) for document in documents for name in names)
    return frozenset(key_of(field.text) for field in fields if field is not None)


def _row_keys(documents: Sequence[Document], table: str) -> frozenset[str]:
    fields = (row.field(name) for d in documents for row in d.rows(table) for name in ("name", "number"))
    return frozenset(key_of(field.text) for field in fields if field is not None)


def _staff(documents: Sequence[Document], client: Client) -> frozenset[str]:
    named = {key_of(text) for entry in client.people for text in (entry.name, entry.number) if text}
    insured = [document for document in documents if document.kind == "social_insurance"]
    qualified = [document for document in documents if document.kind == "qualification"]
    return (
        frozenset(named)
        | _row_keys(insured, "people")
        | _keys(insured, ("name", "number"))
        | _keys(qualified, ("holder",))
    )


def key_of(text: str) -> str:
    """A name or number as it is compared: companies and people alike."""
    return company_key(text) if len(text) > 6 else person_key(text)  # noqa: PLR2004 - Chinese names are shorter
