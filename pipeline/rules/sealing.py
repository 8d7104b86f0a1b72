"""The sealed scan of a draft: page for page the draft that was issued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pipeline.model.case import Case
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, NotApplicable, Result, Unknown, values
from pipeline.model.outcome import Drafted
from pipeline.model.sealing import Difference, PageMatch, SealedScan
from pipeline.rules.papers import NOTHING, shortened
from pipeline.rules.registry import rule

SHOWN = 3
"""Places that a finding shows of many."""
PERCENT = 100
SEALED_RULES = ("PK-04", "PK-19")
"""What must be settled before a scan stands in a draft's place: that it is sealed, and that it is the draft."""


class Limits(NamedTuple):
    """How much OCR may err: confidence and likeness at least, characters altered, lost and misread, words that tell."""

    sure: float
    alike: float
    altered: int
    lost: int
    misread: Decimal
    telling: frozenset[str]


@rule("PK-19", phase="draft")
def sealed_scans_are_the_drafts(
    case: Case,  # noqa: ARG001 - every draft rule reads both
    drafted: Drafted,
    *,
    sealing_sure_confidence: Decimal,
    sealing_page_likeness: Decimal,
    sealing_altered_characters: int,
    sealing_lost_characters: int,
    sealing_misread_share: Decimal,
    sealing_telling_words: tuple[str, ...],
) -> Iterator[Judgement]:
    """The sealed scan of a draft is page for page the draft that was issued."""
    if not drafted.scans:
        yield NotApplicable(reason="no_sealed_scan" if drafted.drafts else "not_rendered")
    limits = Limits(
        float(sealing_sure_confidence),
        float(sealing_page_likeness / PERCENT),
        sealing_altered_characters,
        sealing_lost_characters,
        sealing_misread_share / PERCENT,
        frozenset(sealing_telling_words),
    )
    for scan in drafted.scans:
        yield from _pages_apart(scan)
        for page in scan.pages:
            if page.place is not None and not page.older:
                yield from _page(scan, page, page.place, limits)


def scans_in_force(drafted: Drafted, results: Iterable[Result]) -> tuple[SealedScan, ...]:
    """The scans that stand in their drafts' place: whole, sealed, and nothing open about it."""
    doubtful = {
        evidence.file
        for result in results
        if result.rule in SEALED_RULES
        for finding in result.findings
        if finding.outcome != "note" and finding.waiver is None and finding.confirmed is None
        for evidence in finding.evidence
    }
    return tuple(
        scan
        for scan in drafted.scans
        if all(page.place is not None for page in scan.pages)
        and not any(part.file in doubtful for part in scan.parts)
    )


def _pages_apart(scan: SealedScan) -> Iterator[Judgement]:
    """Pages that are not there, pages of an older draft, pages that are none of the draft's."""
    missing = [each.page for each in scan.pages if each.place is None]
    if missing:
        there = [each.place for each in scan.pages if each.place is not None]
        evidence = tuple(place.model_copy(update={"page": None, "bbox": None}) for place in there[:1])
        yield Breach(values=_named(scan, missing), evidence=evidence, part="missing")
    older = [each for each in scan.pages if each.older]
    if older:
        read = "、".join(dict.fromkeys(each.code for each in older))
        named = (*_named(scan, [each.page for each in older]), *values(read=read, code=scan.code))
        places = tuple(each.place for each in older if each.place is not None)
        yield Breach(values=named, evidence=places[:SHOWN], part="older")
    for place in scan.surplus:
        named = values(draft=scan.title, material=scan.material, file=place.file, page=place.page)
        yield Breach(values=named, evidence=(place,), part="surplus")


def _page(scan: SealedScan, page: PageMatch, place: Evidence, limits: Limits) -> Iterator[Judgement]:
    """One page: another page altogether, altered at a place, or not read well enough to say."""
    named = _named(scan, [page.page])
    if page.likeness < limits.alike:
        clear = page.clearness >= limits.sure
        yield (
            Breach(values=named, evidence=(place,), part="unlike")
            if clear
            else Unknown(reason="page_unread", values=named, evidence=(place,))
        )
        return
    altered = [each for each in page.differences if _is_altered(each, limits)]
    for each in altered:
        told = values(wanted=shortened(each.wanted) or NOTHING, read=shortened(each.read) or NOTHING)
        yield Breach(values=(*named, *told), evidence=(each.evidence,))
    doubtful = [each for each in page.differences if each not in altered]
    if not altered and _must_be_looked_at(doubtful, page, limits):
        first = doubtful[0]
        told = values(wanted=shortened(first.wanted) or NOTHING, read=shortened(first.read) or NOTHING)
        evidence = tuple(each.evidence for each in doubtful[:SHOWN])
        yield Unknown(reason="page_unsure", values=(*named, *told), evidence=evidence)


def _is_altered(each: Difference, limits: Limits) -> bool:
    """Whether what was read is surely something else: not under a seal, not a point that OCR lost."""
    if each.under_seal or each.wanted.replace(".", "") == each.read.replace(".", ""):
        return False
    if each.sort == "figure" and each.wanted and each.read:
        return each.confidence >= limits.sure
    if not each.read:
        return len(each.wanted) >= limits.lost
    return max(len(each.wanted), len(each.read)) >= limits.altered and each.confidence >= limits.sure


def _must_be_looked_at(doubtful: list[Difference], page: PageMatch, limits: Limits) -> bool:
    """Whether what was not read as it should be could change what the page says."""
    if any(each.sort == "figure" or _tells(each, limits) for each in doubtful):
        return True
    characters = sum(max(len(each.wanted), len(each.read)) for each in doubtful)
    return characters > limits.altered and characters > limits.misread * page.characters


def _tells(each: Difference, limits: Limits) -> bool:
    """Whether a word that turns a sentence differs, or any that was read for sure."""
    surely = bool(each.read) and each.confidence >= limits.sure and not each.under_seal
    return surely or bool(limits.telling & set(each.wanted + each.read))


def _named(scan: SealedScan, pages: list[int]) -> tuple[tuple[str, str], ...]:
    return values(draft=scan.title, material=scan.material, page=_listed(pages))


def _listed(pages: list[int]) -> str:
    """Page numbers as people write them: 3、7–9."""
    starts = [pages[0], *(after for before, after in pairwise(pages) if after != before + 1)]
    ends = [*(before for before, after in pairwise(pages) if after != before + 1), pages[-1]]
    return "、".join(str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True))
