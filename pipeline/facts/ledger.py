"""The ledger: every fact of the case with its authority and all its witnesses, agreeing or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.facts import compare
from pipeline.facts import people as joined_people
from pipeline.facts import premises as joined_premises
from pipeline.facts.company import company_facts, licence_of_applicant, representative_facts
from pipeline.facts.equity import trace
from pipeline.facts.places import access_facts, premises_facts
from pipeline.facts.shareholders import holder_facts
from pipeline.facts.sources import Source, current, fact, of_client, of_field
from pipeline.facts.staff import people_facts
from pipeline.model.case import Person, Premises
from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.equity import Holder
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact, Ledger
from pipeline.model.values import Text


class Authority(NamedTuple):
    """Who decides, and on which licence, by the printed names of the profile."""

    name: str
    licence_name: str


def weigh(
    documents: tuple[Document, ...], client: Client, authority: Authority
) -> tuple[tuple[Person, ...], tuple[Premises, ...], Ledger]:
    """People and premises joined, and every fact of the case weighed."""
    company = applicant_name(documents)
    people = joined_people.join(documents, client)
    premises = joined_premises.join(documents, company)
    ledger = Ledger(facts=tuple(facts(documents, client, authority, people, premises)))
    return people, premises, ledger


def equity(documents: tuple[Document, ...]) -> Holder | None:
    """The tree of holders, None where no paper names the applicant."""
    company = applicant_name(documents)
    return None if company is None else trace(documents, company)


def applicant_name(documents: tuple[Document, ...]) -> str | None:
    """The applicant's name as its licence prints it; without one as its own papers agree to print it."""
    licence = licence_of_applicant(documents)
    printed = None if licence is None else licence[1].field("name")
    if printed is not None:
        return printed.text
    told = {
        found.text
        for kind in ("application_form", "commitment")
        for _, each in current(documents, kind)
        if (found := each.field("company")) is not None
    }
    return told.pop() if len(told) == 1 else None


def facts(
    documents: tuple[Document, ...],
    client: Client,
    authority: Authority,
    people: tuple[Person, ...],
    premises: tuple[Premises, ...],
) -> Iterator[Fact]:
    """Every fact, in the order in which a report lists them."""
    yield from company_facts(documents)
    yield from authority_facts(client, authority)
    yield from representative_facts(documents, joined_people.backs_of(documents))
    yield from holder_facts(documents, equity(documents))
    yield from people_facts(documents, client, people)
    yield from premises_facts(documents, premises)
    yield from access_facts(documents)
    yield from client_facts(documents, client)


def authority_facts(client: Client, authority: Authority) -> Iterator[Fact]:
    """`authority.*`: client.yaml's coverage decides, the profile has the names."""
    evidence = Evidence(
        file="client.yaml", sha256=client.sha256, where="/coverage", text="、".join(client.coverage), engine="yaml"
    )
    told = (
        ("name", authority.name),
        ("province", "、".join(client.coverage)),
        ("licence_name", authority.licence_name),
    )
    for name, value in told:
        source = Source("client.yaml", Text(value=value), evidence, where="client.yaml#/coverage")
        yield from fact(f"authority.{name}", [source], compare.plain)


def client_facts(documents: tuple[Document, ...], client: Client) -> Iterator[Fact]:
    """`contact.*`, `service_phone` and `answers.<id>`."""
    for name in ("name", "mobile", "email", "postal_address", "postcode"):
        sources = of_client(client, f"/contact/{name}", getattr(client.contact, name))
        yield from fact(f"contact.{name}", sources, compare.plain)
    phones = list(of_client(client, "/service_phone", client.service_phone))
    phones += [
        s for index, each in current(documents, "application_form") for s in of_field(index, each, "service_phone")
    ]
    yield from fact("service_phone", phones, compare.plain)
    for name, value in client.answers:
        yield from fact(f"answers.{name}", of_client(client, f"/answers/{name}", value), compare.plain)
