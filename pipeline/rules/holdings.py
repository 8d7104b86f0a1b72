"""The tree of holders as a whole: its depth, its cycles, its shares, the papers of companies in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.equity import Holder
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.model.values import decimal_digits
from pipeline.rules.equity import corporate, traced
from pipeline.rules.registry import rule
from pipeline.text.normal import squeeze
from pipeline.text.percent import sums_to_hundred

CIRCULAR = "循环持股"
ARTICLES = "章程"
PARTNERSHIP = "合伙企业"


@rule("EQ-11")
def companies_have_articles(
    case: Case, *, equity_lookthrough: str, equity_corporate_docs: tuple[str, ...]
) -> Iterator[Judgement]:
    """Each corporate shareholder that ends no branch has its articles among the papers."""
    if ARTICLES not in equity_corporate_docs:
        yield NotApplicable(reason="not_required")
        return
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    companies = [each for each in corporate(tree, equity_lookthrough) if each.kind == "企业" and not each.end]
    if not companies:
        yield NotApplicable(reason="no_corporate_shareholder")
    for holder in companies:
        if holder.articles is None and holder.open != CIRCULAR:
            yield Breach(values=values(holder=holder.name), evidence=holder.evidence[:1])


@rule("EQ-13")
def tree_is_plain(case: Case, *, equity_max_depth: int) -> Iterator[Judgement]:
    """No company holds itself by others, and the tree is not too deep."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    for path, holder in tree.leaves():
        if holder.open == CIRCULAR:
            yield Breach(values=values(path=" ← ".join(path)), evidence=holder.evidence[:1], part="circular")
    if tree.depth > equity_max_depth:
        yield Breach(values=values(depth=tree.depth, most=equity_max_depth))


@rule("EQ-14")
def effective_shares_add_up(case: Case, *, equity_share_tolerance: Decimal) -> Iterator[Judgement]:
    """On every level the shares add up to the whole, so that the effective shares of the last holders do."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    for holder in (tree, *(each for _, each in tree.walk())):
        yield from _level(holder, equity_share_tolerance)


def _level(holder: Holder, tolerance: Decimal) -> Iterator[Judgement]:
    """The shares of the holders of one company."""
    if not holder.holders:
        return
    shares = [each.share for each in holder.holders if each.share is not None]
    evidence = tuple(place for each in holder.holders for place in each.evidence[:1])
    if len(shares) < len(holder.holders):
        yield Unknown(reason="share_unread", values=values(holder=holder.name), evidence=evidence)
    elif not sums_to_hundred(shares, tolerance):
        total = decimal_digits(sum(shares, Decimal(0)))
        yield Breach(values=values(holder=holder.name, total=total), evidence=evidence)


@rule("EQ-15")
def partnerships_name_their_partners(
    case: Case,
    *,
    equity_lookthrough: str,
    equity_partnership_agreement_words: tuple[str, ...],
    equity_partnership_general_words: tuple[str, ...],
) -> Iterator[Judgement]:
    """Each partnership among the holders has its partnership agreement, which names the general partner."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    partnerships = [each for each in corporate(tree, equity_lookthrough) if each.kind == PARTNERSHIP]
    if not partnerships:
        yield NotApplicable(reason="no_partnership")
    for holder in partnerships:
        paper = _agreement_of(case, holder, equity_partnership_agreement_words)
        if paper is None:
            yield Breach(values=values(holder=holder.name), evidence=holder.evidence[:1])
        elif not any(word in squeeze(paper.text) for word in equity_partnership_general_words):
            yield Breach(values=values(holder=holder.name), evidence=(paper.place(),), part="no_partner")


def _agreement_of(case: Case, holder: Holder, words: tuple[str, ...]) -> Document | None:
    """The partnership agreement that names the holder."""
    return next(
        (
            paper
            for paper in case.documents
            if paper.status == "current"
            and any(word in squeeze(f"{paper.heading}{paper.text}") for word in words)
            and squeeze(holder.name) in squeeze(paper.text)
        ),
        None,
    )
