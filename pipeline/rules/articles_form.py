"""The paper of the articles itself: stamped by the archive, signed by every shareholder; papers nobody asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Severity, Unknown, values
from pipeline.rules.marks import is_colourless, seals_of
from pipeline.rules.papers import articles, no_paper, own_articles, title_of, unread
from pipeline.rules.registry import rule
from pipeline.text.names import company_key
from pipeline.text.normal import squeeze

SIGNING = re.compile(
    r"股东(?:\([^()]{0,12}\))?(?:签字|签名|签章|盖章|签署)|(?:签字|签名|签章|盖章)(?:\([^()]{0,12}\))?[:：]?"
)


@rule("EQ-18")
def articles_bear_the_archive_stamp(
    case: Case, *, articles_require_archive_stamp: str, articles_archive_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """The articles bear the stamp of the registration archive."""
    if articles_require_archive_stamp == "none":
        yield NotApplicable(reason="switched_off")
        return
    paper = articles(case)
    if paper is None:
        yield no_paper("articles")
        return
    rings = [each.seal.ring_text or "" for each in paper.marks.seals]
    if paper.field("archive_stamp") is not None or any(
        word in ring for ring in rings for word in articles_archive_words
    ):
        return
    named, evidence = values(paper=title_of(paper)), (paper.place("archive_stamp"),)
    hidden = is_colourless(paper) or any(page.hides_seals for page in paper.marks.prints)
    if hidden or not all(rings):
        yield Unknown(reason="stamp_unread", values=named, evidence=evidence)
    else:
        yield Breach(values=named, evidence=evidence, severity=cast("Severity", articles_require_archive_stamp))


@rule("EQ-19")
def every_shareholder_has_signed(case: Case, *, seal_other_purposes: tuple[str, ...]) -> Iterator[Judgement]:
    """Every shareholder of the table has signed or sealed the articles; a printed name alone is no signature."""
    paper = articles(case)
    if paper is None:
        yield no_paper("articles")
        return
    rows = paper.rows("shareholders")
    names = [name.text for row in rows if (name := row.field("name")) is not None]
    if not names or len(names) < len(rows):
        yield unread(paper, "shareholders")
        return
    signed = _signing_part(paper)
    if not signed:
        yield Unknown(reason="no_signing_page", values=values(paper=title_of(paper)), evidence=(paper.place(),))
        return
    rings = {company_key(each.seal.ring_text) for each in paper.marks.seals if each.seal.ring_text}
    marks = len(paper.marks.signatures) + seals_of(paper, seal_other_purposes).sure
    has_all = marks >= len(names) or paper.marks.digital_signature
    for holder in names:
        is_printed = squeeze(holder) in signed
        if company_key(holder) in rings or (is_printed and has_all):
            continue
        named = values(holder=holder)
        if paper.marks.picture or is_printed or has_all:
            yield Unknown(reason="signature_unread", values=named, evidence=(paper.place(),))
        else:
            yield Breach(values=named, evidence=(paper.place(),))


def _signing_part(paper: Document) -> str:
    """The text from the first label of a signature in the last part of the paper on; empty where there is none."""
    text = squeeze(paper.text)
    tail = text[len(text) // 2 :]
    found = SIGNING.search(tail)
    return "" if found is None else tail[found.start() :]


@rule("EQ-21")
def no_verification_report_is_filed(case: Case, *, capital_report_words: tuple[str, ...]) -> Iterator[Judgement]:
    """A capital verification or audit report is not filed in a slot: nobody asks for it since 2017."""
    reports = [
        paper
        for paper in case.documents
        if paper.status == "current"
        and paper.kind == "other"
        and any(word in squeeze(paper.heading or paper.title) for word in capital_report_words)
    ]
    if not reports:
        yield NotApplicable(reason="no_subject")
    for paper in reports:
        named, evidence = values(paper=title_of(paper), material=paper.material or ""), (paper.place(),)
        if paper.material is None:
            yield Note(reason="not_needed", values=named, evidence=evidence)
        else:
            yield Breach(values=named, evidence=evidence)


@rule("EQ-17")
def articles_state_what_the_law_demands(
    case: Case, *, articles_mandatory_items: tuple[str, ...]
) -> Iterator[Judgement]:
    """The articles state the eight items that the law demands."""
    papers = own_articles(case)
    if not papers:
        yield no_paper("articles")
        return
    place = papers[0].place()
    stated = {cell.text for each in papers for row in each.rows("mandatory") if (cell := row.field("item"))}
    if not stated:
        yield Unknown(reason="no_items", evidence=(place,))
        return
    for item, parts in mandatory_items(articles_mandatory_items):
        lacking = [part for part in parts if part not in stated]
        if not lacking:
            continue
        named = values(item=item if len(parts) == 1 else f"{item}（{'、'.join(lacking)}）")
        if any(each.marks.picture or each.gaps for each in papers):
            yield Unknown(reason="items_unread", values=named, evidence=(place,))
        else:
            yield Breach(values=named, evidence=(place,))


def mandatory_items(told: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The items that the law demands, each with the parts that a paper is searched for: `名称和住所=公司名称、公司住所`."""
    pairs = (each.partition("=") for each in told)
    return tuple((item, tuple(parts.split("、"))) for item, _, parts in pairs)
