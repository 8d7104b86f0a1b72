"""The commitment (11): signed, sealed and dated, to the right authority, for the business applied for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rapidfuzz import fuzz

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, Unknown, values
from pipeline.rules.coverage import compare_coverage
from pipeline.rules.marks import is_sealed, is_signed
from pipeline.rules.papers import dated, no_paper, one, unread
from pipeline.rules.registry import rule
from pipeline.text.normal import squeeze

MOST_PHRASES = 3
"""Missing clauses that a finding names."""


def commitment(case: Case) -> Document | None:
    """The commitment that counts."""
    return one(case, "commitment", "11")


@rule("CM-01")
def commitment_is_executed(
    case: Case, *, freshness_commitment_days: int, seal_other_purposes: tuple[str, ...]
) -> Iterator[Judgement]:
    """The commitment is signed, sealed and dated, not after the filing day and not long before it."""
    paper = commitment(case)
    if paper is None:
        yield no_paper("commitment")
        return
    yield from _execution(paper, seal_other_purposes)
    signed = dated(paper, "signed_on")
    if signed is None:
        yield unread(paper, "signed_on")
        return
    named = values(signed_on=signed.day, as_of=case.as_of, days=freshness_commitment_days)
    if signed.day > case.as_of:
        yield Breach(values=named, evidence=(signed.field.evidence,), part="future")
    elif case.as_of - signed.day > timedelta(days=freshness_commitment_days):
        yield Breach(values=named, evidence=(signed.field.evidence,), part="stale")


def _execution(paper: Document, other_purposes: tuple[str, ...]) -> Iterator[Judgement]:
    for part, seen in (("unsealed", is_sealed(paper, other_purposes)), ("unsigned", is_signed(paper))):
        if seen is None:
            yield Unknown(reason=f"cannot_see_{part}", values=values(paper=paper.kind), evidence=(paper.place(),))
        elif not seen:
            yield Breach(values=values(paper=paper.kind), evidence=(paper.place(),), part=part)


@rule("CM-02")
def commitment_is_addressed_to_the_authority(case: Case) -> Iterator[Judgement]:
    """The commitment is addressed to the authority that decides."""
    paper, authority = commitment(case), case.fact("authority.name")
    if paper is None:
        yield no_paper("commitment")
        return
    addressee = paper.field("addressee")
    if addressee is None or authority is None:
        yield unread(paper, "addressee")
    elif squeeze(authority.text) not in squeeze(addressee.text):
        yield Breach(
            values=values(addressee=addressee.text, authority=authority.text), evidence=(addressee.evidence,)
        )


@rule("CM-03")
def commitment_names_the_business(case: Case, *, form_business_words: tuple[str, ...]) -> Iterator[Judgement]:
    """The commitment names the business applied for and the coverage applied for."""
    paper = commitment(case)
    if paper is None:
        yield no_paper("commitment")
        return
    business = paper.field("business")
    if business is None:
        yield unread(paper, "business")
    elif not any(word in squeeze(business.text) for word in form_business_words):
        yield Breach(values=values(business=business.text), evidence=(business.evidence,), part="business")
    yield from compare_coverage(case, paper)


@rule("CM-04")
def text_is_the_portals(
    case: Case, *, commitment_template_phrases: tuple[str, ...], commitment_template_similarity: int
) -> Iterator[Judgement]:
    """The text is that of the portal's template: its clauses are all there, forgiving misread characters."""
    paper = commitment(case)
    if paper is None:
        yield no_paper("commitment")
        return
    text = squeeze(paper.text)
    if not text:
        yield unread(paper, "company")
        return
    lacking = [
        phrase
        for phrase in commitment_template_phrases
        if fuzz.partial_ratio(squeeze(phrase), text) < commitment_template_similarity
    ]
    if lacking:
        named = values(lacking="、".join(lacking[:MOST_PHRASES]), count=len(lacking))
        yield Breach(values=named, evidence=(paper.place(),))
