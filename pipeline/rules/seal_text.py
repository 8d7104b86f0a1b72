"""Whose seals stand on the papers, and whether they straddle the pages of a contract."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.papers import no_fact, title_of
from pipeline.rules.quality import company_names
from pipeline.rules.registry import rule
from pipeline.text.agreement import Agreement
from pipeline.text.names import company_key, compare_companies

OWN_PAPERS = frozenset({"articles", "commitment", "application_form", "id_card", "qualification", "social_insurance"})
"""Papers on which a company's seal should be the applicant's, besides those of authorities and holders."""
STRADDLED = frozenset({"articles", "access_agreement", "room_lease"})
LEGIBLE = 0.8
"""Confidence of a ring's text from which it is held against a name."""
MISREAD = 80
"""Similarity in percent from which a ring may be a known name misread, or another company's that is nearly the same."""


@rule("PK-05")
def seals_are_the_applicants(case: Case) -> Iterator[Judgement]:
    """Where a company's seal on a paper is legible, it is the applicant's or that of a company of the case."""
    name = case.fact("company.name")
    if name is None:
        yield no_fact("company.name")
        return
    known = (name.text, *company_names(case))
    for paper in case.documents:
        if paper.status == "current" and paper.kind in OWN_PAPERS and paper.material != "04":
            yield from _strange_seals(paper, known)


def _strange_seals(paper: Document, known: tuple[str, ...]) -> Iterator[Judgement]:
    for each in paper.marks.seals:
        ring = each.seal.ring_text
        if ring is None or "公司" not in ring or each.seal.confidence < LEGIBLE:
            continue
        if any(compare_companies(ring, name) is not Agreement.DIFFERENT for name in known):
            continue
        place = paper.place().model_copy(update={"page": each.page, "bbox": each.bbox, "file": each.file})
        named = values(paper=title_of(paper), ring=ring)
        if any(_may_be(ring, name) for name in known):
            yield Unknown(reason="near_miss", values=named, evidence=(place,))
        else:
            yield Breach(values=named, evidence=(place,))


def _may_be(ring: str, name: str) -> bool:
    return fuzz.partial_ratio(company_key(ring), company_key(name)) >= MISREAD


@rule("PK-06")
def contracts_are_straddled(case: Case, *, seal_straddle_wanted: bool) -> Iterator[Judgement]:
    """Contracts and articles of several pages bear a seal across their edges, where that is wanted."""
    if not seal_straddle_wanted:
        yield NotApplicable(reason="switched_off")
        return
    papers = [each for each in case.of_kind(*sorted(STRADDLED)) if each.pages > 1]
    if not papers:
        yield NotApplicable(reason="no_subject")
    for paper in papers:
        named, evidence = values(paper=title_of(paper)), (paper.place(),)
        if paper.marks.straddle_seal is None:
            yield Unknown(reason="not_seen", values=named, evidence=evidence)
        elif not paper.marks.straddle_seal:
            yield Breach(values=named, evidence=evidence)
