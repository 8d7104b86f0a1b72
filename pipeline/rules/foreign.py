"""Foreign capital: in the applicant itself, above it, and by agreements that control it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.equity import Holder
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.model.values import decimal_digits
from pipeline.rules.equity import traced
from pipeline.rules.papers import client_place, licence, no_paper, title_of, unread
from pipeline.rules.registry import rule
from pipeline.text.foreign import foreign_words, number_sign
from pipeline.text.normal import squeeze

LIMITED_ROUTE, PILOT_ROUTE = "fdi_50", "pilot_2024"
SHARE_PLACES = 4
"""Decimals of a product of shares that are told."""
DOMESTIC_KINDS = frozenset({"国家机构", "事业单位", "集体", "社会团体"})
"""Holders that are of the mainland by what they are."""


@rule("FX-01")
def type_is_domestic(case: Case, *, foreign_route: str) -> Iterator[Judgement]:
    """The company type on the licence shows no foreign, Hong Kong, Macao or Taiwan capital."""
    paper = licence(case)
    if foreign_route != "domestic":
        yield NotApplicable(reason="foreign_route")
    elif paper is None:
        yield no_paper("business_licence")
    elif (sort := paper.field("type")) is None:
        yield unread(paper, "type")
    elif words := foreign_words(sort.text):
        yield Breach(values=values(type=sort.text, words="、".join(words)), evidence=(sort.evidence,))


@rule("FX-02")
def holders_are_domestic(case: Case, *, foreign_route: str) -> Iterator[Judgement]:
    """No shareholder at any level is a person or body from abroad, Hong Kong, Macao or Taiwan."""
    tree = traced(case)
    if foreign_route != "domestic":
        yield NotApplicable(reason="foreign_route")
    elif isinstance(tree, Unknown):
        yield tree
    else:
        for path, holder in tree.walk():
            named = values(level=len(path) - 1, holder=holder.name, sign=holder.foreign_sign)
            if holder.foreign:
                yield Breach(values=named, evidence=holder.evidence)
            elif holder.foreign is None and holder.kind not in DOMESTIC_KINDS and not holder.holders:
                yield Unknown(reason="origin_unknown", values=named, evidence=holder.evidence[:1])


@rule("FX-03")
def foreign_share_is_told(case: Case) -> Iterator[Judgement]:
    """No foreign share is held through any level; where one is, it is told in percent."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    held = foreign_share(tree)
    if isinstance(held, Unknown):
        yield held
    elif held.share:
        yield Breach(values=values(share=decimal_digits(held.share)), evidence=held.evidence)


class ForeignShare(NamedTuple):
    """How much of the applicant is held from abroad, in percent, and where that stands."""

    share: Decimal
    evidence: tuple[Evidence, ...]


def foreign_share(tree: Holder) -> ForeignShare | Unknown:
    """The effective shares of all foreign holders together; a foreign holder ends its branch."""
    found = list(_foreign(tree))
    unknown = next((each for each in found if each.effective is None), None)
    if unknown is not None:
        return Unknown(reason="share_unread", values=values(holder=unknown.name), evidence=unknown.evidence[:1])
    total = sum((each.effective for each in found if each.effective is not None), Decimal(0))
    return ForeignShare(round(total, SHARE_PLACES), tuple(place for each in found for place in each.evidence[:1]))


def _foreign(holder: Holder) -> Iterator[Holder]:
    for each in holder.holders:
        if each.foreign:
            yield each
        else:
            yield from _foreign(each)


@rule("FX-04")
def foreign_share_is_within_the_limit(
    case: Case, *, foreign_route: str, foreign_max_share: int
) -> Iterator[Judgement]:
    """On the route with a limit the foreign share does not exceed it."""
    if foreign_route != LIMITED_ROUTE:
        yield NotApplicable(reason="other_route")
        return
    tree = traced(case)
    held = tree if isinstance(tree, Unknown) else foreign_share(tree)
    if isinstance(held, Unknown):
        yield held
    elif held.share > foreign_max_share:
        named = values(share=decimal_digits(held.share), most=foreign_max_share)
        yield Breach(values=named, evidence=held.evidence)


@rule("FX-05")
def pilot_company_is_in_a_pilot_area(
    case: Case, *, foreign_route: str, foreign_pilot_areas: tuple[str, ...], foreign_pilot_approval: str
) -> Iterator[Judgement]:
    """On the pilot route the company sits in a pilot area and has, or has planned, the pilot approval."""
    if foreign_route != PILOT_ROUTE:
        yield NotApplicable(reason="other_route")
        return
    paper = licence(case)
    address = None if paper is None else paper.field("address")
    if paper is None or address is None:
        yield no_paper("business_licence") if paper is None else unread(paper, "address")
    elif not any(re.search(area, squeeze(address.text)) for area in foreign_pilot_areas):
        yield Breach(values=values(address=address.text), evidence=(address.evidence,), part="area")
    has_paper = any(
        foreign_pilot_approval in squeeze(f"{title_of(each)}{each.text}") for each in case.of_kind("other")
    )
    if has_paper:
        return
    answer, where = case.client.answer("pilot_approval"), client_place("/answers/pilot_approval")
    if answer is None:
        yield Unknown(reason="no_answer", values=values(question="pilot_approval"), evidence=(where,))
    elif answer == "否":
        yield Breach(evidence=(where,), part="approval")


@rule("FX-06")
def nothing_controls_by_contract(
    case: Case,
    *,
    foreign_control_agreements: tuple[str, ...],
    foreign_pledge_agreements: tuple[str, ...],
    foreign_control_words: tuple[str, ...],
) -> Iterator[Judgement]:
    """No agreement controls the company from abroad (VIE), as declared and as the papers show."""
    answer = case.client.answer("vie")
    if answer == "是":
        yield Breach(evidence=(client_place("/answers/vie", answer),), part="declared")
    elif answer is None:
        yield Unknown(reason="no_answer", values=values(question="vie"), evidence=(client_place("/answers/vie"),))
    for paper in case.documents:
        if paper.status != "current" or paper.kind == "articles":
            continue
        words = _words_in(paper, foreign_control_words)
        if _is_control_agreement(paper, foreign_control_agreements, foreign_pledge_agreements, words):
            yield Breach(values=values(title=title_of(paper)), evidence=(paper.place(),), part="agreement")
        elif words:
            named = values(title=title_of(paper), words="、".join(words))
            yield Breach(values=named, evidence=(paper.place(),), part="words")


def _is_control_agreement(
    paper: Document, agreements: tuple[str, ...], pledges: tuple[str, ...], words: tuple[str, ...]
) -> bool:
    """By its heading; a pledge of shares counts only where it speaks of a foreign-owned holder."""
    subject = paper.field("subject") or paper.field("title")
    heading = squeeze(f"{paper.heading}{'' if subject is None else subject.text}")
    if any(name in heading for name in agreements):
        return True
    return bool(words) and any(name in heading for name in pledges)


def _words_in(paper: Document, words: tuple[str, ...]) -> tuple[str, ...]:
    text = squeeze(paper.text)
    return tuple(word for word in words if re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", text))


@rule("FX-07")
def listed_holders_tell_their_foreign_share(
    case: Case, *, foreign_statement_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """For each listed holder a paper tells how much of it is held from abroad."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    listed_ones = [holder for _, holder in tree.walk() if holder.kind == "上市公司"]
    if not listed_ones:
        yield NotApplicable(reason="no_listed_holder")
    for holder in listed_ones:
        if not any(_tells_of(paper, holder.name, foreign_statement_words) for paper in case.of_kind("other")):
            yield Breach(values=values(holder=holder.name), evidence=holder.evidence[:1])


def _tells_of(paper: Document, name: str, words: tuple[str, ...]) -> bool:
    text = squeeze(paper.text)
    return squeeze(name) in text and any(word in text for word in words)


@rule("FX-08")
def numbers_are_of_the_mainland(case: Case) -> Iterator[Judgement]:
    """No shareholder's number is of Hong Kong, Macao or Taiwan, or built like a passport's."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    for _, holder in tree.walk():
        if holder.number and (sign := number_sign(holder.number)):
            named = values(holder=holder.name, number=holder.number, sign=sign)
            yield Breach(values=named, evidence=holder.evidence)
