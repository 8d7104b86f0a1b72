"""docs/facts.md: every fact, who decides it and who else states it, seen on a case in which every paper says all."""

from __future__ import annotations

import re
from collections import defaultdict

from pipeline import facts
from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.facts import Fact, Witness
from pipeline.profile.profile import Labels, Profile
from tools.docs.full_case import full_client, full_documents
from tools.docs.markdown import code, page, table

SOURCE = "pipeline/facts"
CLIENT_FILE = "client.yaml"
AUTHORITY = facts.Authority("虚构管理局", "虚构许可证")
NUMBER = re.compile(r"\[\d+\]")
STEP = re.compile(r"/\d+(?=/)")
ANSWERS = "answers.<id>"


def facts_page(profile: Profile) -> str:
    """The page, facts in the order in which a report lists them."""
    documents, client = full_documents(), full_client(tuple(each.id for each in profile.questions))
    witnesses = _witnesses(documents, client)
    chains = _chains(documents, client)
    rows = [
        (code(name), *_words(name, profile.labels), "; ".join(map(_chain, chains[name])), ", ".join(map(code, told)))
        for name, told in witnesses.items()
    ]
    told = (
        "A fact is the value that stands for the whole case. `i` counts in client.yaml's order, then the articles', then path "
        "order. *Decided by*: the kind of paper whose value counts; after “else” who decides where that paper is absent. "
        "*Stated by*: every place that may state it, each shown in the report as agreeing or not. "
        f"`{ANSWERS}` stands for each of the {len(profile.questions)} questions."
    )
    return page("Facts", SOURCE, told, table(("fact", "归属", "名称", "decided by", "stated by"), rows))


def pattern(name: str) -> str:
    """`people[0].name` is told as `people[i].name`, an answer by whichever question as `answers.<id>`."""
    return ANSWERS if name.startswith("answers.") else NUMBER.sub("[i]", name)


def _weighed(documents: tuple[Document, ...], client: Client) -> tuple[Fact, ...]:
    _, _, ledger = facts.weigh(documents, client, AUTHORITY)
    return ledger.facts


def _witnesses(documents: tuple[Document, ...], client: Client) -> dict[str, dict[str, None]]:
    """Where each fact is stated, as `kind.field` or a place in client.yaml, in the order of the facts."""
    told: dict[str, dict[str, None]] = {}
    for fact in _weighed(documents, client):
        places = told.setdefault(pattern(fact.name), {})
        places.update(dict.fromkeys(_place(each, documents) for each in fact.witnesses))
    return told


def _place(witness: Witness, documents: tuple[Document, ...]) -> str:
    if witness.document is None:
        place = STEP.sub("/i", witness.source or "")
        return re.sub(r"/answers/.*", "/answers/<id>", place)
    field = re.sub(r"/\d+/", "[i].", witness.field or "")
    return ".".join(each for each in (documents[witness.document].kind, field) if each)


def _chains(documents: tuple[Document, ...], client: Client) -> dict[str, list[tuple[str, ...]]]:
    """Who decides each fact, and who does when the papers that decided before are taken away one kind after another.

    A pattern has several chains where its facts are decided differently: a person's number and a company's.
    """
    found: dict[str, tuple[str, ...]] = {}
    waiting: list[frozenset[str]] = [frozenset()]
    seen: set[frozenset[str]] = set()
    while waiting:
        absent = waiting.pop(0)
        if absent in seen:
            continue
        seen.add(absent)
        for fact in _weighed(*_without(absent, documents, client)):
            chain = found.get(fact.name, ())
            if absent == frozenset(chain):
                found[fact.name] = (*chain, fact.authority)
                waiting.append(frozenset(found[fact.name]))
    by_pattern: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name, chain in found.items():
        if chain not in by_pattern[pattern(name)]:
            by_pattern[pattern(name)].append(chain)
    return by_pattern


def _chain(kinds: tuple[str, ...]) -> str:
    return ", else ".join(map(code, kinds))


def _without(
    absent: frozenset[str], documents: tuple[Document, ...], client: Client
) -> tuple[tuple[Document, ...], Client]:
    """The case where these kinds of paper are not handed in, and client.yaml says as little as it may."""
    kept = tuple(each for each in documents if each.kind not in absent)
    if CLIENT_FILE not in absent:
        return kept, client
    least = Client(folder_name=client.folder_name, licence=client.licence, coverage=(), short_name=client.short_name)
    return kept, least


def _words(name: str, labels: Labels) -> tuple[str, str]:
    """Whose fact it is and what it is called, in Chinese."""
    if name == ANSWERS:
        return "client.yaml", "问题的答复"
    group, _, field = name.rpartition(".")
    whose = labels.zh(f"{group}.*") if group else ""
    choices = (name, NUMBER.sub("", name).replace("[i]", ""), field)
    return whose, next((labels.zh(each) for each in choices if labels.zh(each) != each), field)
