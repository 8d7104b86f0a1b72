"""Foreign capital: in the applicant itself, above it, and by agreements that control it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.equity import traced
from pipeline.rules.papers import client_place, licence, no_paper, title_of, unread
from pipeline.rules.registry import rule
from pipeline.text.foreign import foreign_words
from pipeline.text.normal import squeeze

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
