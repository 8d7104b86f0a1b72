"""Rules that hold one fact against every paper that states it for the applicant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.facts import Fact, Witness
from pipeline.model.findings import Breach, Unknown, values
from pipeline.model.values import outward
from pipeline.rules.papers import licence, no_fact, no_paper, unread

Place = tuple[str, str, str]
"""Kind, material and field where a fact must be stated."""


def authority(case: Case, fact: str, field: str) -> Fact | Unknown:
    """A fact that the applicant's licence decides, or what is missing of it."""
    paper = licence(case)
    if paper is None:
        return no_paper("business_licence")
    if paper.field(field) is None:
        return unread(paper, field)
    return case.fact(fact) or no_fact(fact)


def unstated(case: Case, places: Iterable[Place]) -> Iterator[Unknown]:
    """The papers that must state a fact and are not there, or do not let it be read."""
    for kind, material, field in places:
        papers = [each for each in case.in_material(material) if each.kind == kind]
        if not papers:
            yield no_paper(kind)
        yield from (unread(each, field) for each in papers if each.field(field) is None)


def contradictions(case: Case, fact: Fact, kinds: Iterable[str]) -> Iterator[Breach | Unknown]:
    """Every paper of these kinds that states the fact otherwise, and those where it cannot be told."""
    wanted = frozenset(kinds)
    for witness in fact.witnesses:
        paper = None if witness.document is None else case.documents[witness.document]
        if paper is not None and paper.kind in wanted and witness.agrees is not True:
            yield contradiction(fact, witness, paper)


def contradiction(fact: Fact, witness: Witness, paper: Document) -> Breach | Unknown:
    """What to say of one witness that does not agree."""
    named = values(left=fact.text, right=outward(witness.value), paper=paper.kind)
    evidence = (witness.evidence, *fact.evidence[:1])
    if witness.agrees is None:
        return Unknown(reason="cannot_compare", values=named, evidence=evidence)
    return Breach(values=named, evidence=evidence)
