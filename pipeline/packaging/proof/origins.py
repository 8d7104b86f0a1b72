"""The dossier against its plan: every part in order, each page read again in the source that it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from pipeline.engines.printed import PrintedPages, UnprintableError
from pipeline.model.bundle import ExpectedPart, Placement, PlacementList, ProofExpectation
from pipeline.packaging.proof.opened import ODD_FILES, OpenedDossier, dictionary, streams
from pipeline.packaging.proof.pages import content_digest
from pipeline.packaging.proof.printing import FURTHEST, masked

EXACT = 6  # grey levels of a block: a page that was only stamped is drawn as in its source, dot by dot


def as_planned(listing: PlacementList, expected: ProofExpectation) -> Iterator[str]:
    """Faults of the list against the plan: pages missing, doubled, too many or out of order."""
    if listing.final != expected.final:
        yield "草稿与终稿标记与计划不符"
    wanted = [
        (part.material, part.sha256, page) for part in expected.parts for page in range(part.first, part.last + 1)
    ]
    found = [(each.material, each.sha256, each.source_page) for each in _placed(listing)]
    if len(found) != len(wanted):
        yield f"收入原件 {len(found)} 页，计划 {len(wanted)} 页"
    for place, (is_there, should) in enumerate(zip(found, wanted, strict=False), 1):
        if is_there != should:
            yield f"第 {place} 张原件页与计划不符：材料 {should[0]} 第 {should[2]} 页"
            return


def as_in_sources(
    opened: OpenedDossier, printed: PrintedPages, listing: PlacementList, expected: ProofExpectation
) -> Iterator[str]:
    """Faults of the placed pages against the sources, read again: by their content, else by their look."""
    placed = iter(_placed(listing))
    sources: dict[Path, _Source] = {}
    uses = Counter(part.path for part in expected.parts)
    for part in expected.parts:
        uses[part.path] -= 1
        if part.path not in sources:
            sources[part.path] = _Source(part)
        for number in range(part.first, part.last + 1):
            each = next(placed, None)
            if each is None:
                return
            if sources[part.path].content_of(number) == each.content:
                continue
            difference = sources[part.path].difference(printed, number, each, opened.unit(each.page))
            smoothed = each.rewritten or not listing.final
            if difference is None or difference > (FURTHEST if smoothed else EXACT):
                yield f"第 {each.page} 页不是 {each.file} 的第 {number} 页"
        if not uses[part.path]:
            del sources[part.path]  # hundreds of papers are not held open at once


class _Source:
    """A source as pypdf reads it, and as pdfium prints it where pypdf reads something else."""

    def __init__(self, part: ExpectedPart) -> None:
        self._path = part.path
        self._reader: PdfReader | None
        try:
            self._reader = PdfReader(part.path)
            len(self._reader.pages)
        except ODD_FILES:
            self._reader = None

    def content_of(self, number: int) -> str:
        """Digest of a page's content, empty where pypdf cannot tell it."""
        if self._reader is None:
            return ""
        try:
            return content_digest(streams(dictionary(self._reader.pages[number - 1]).get("/Contents")))
        except ODD_FILES:
            return ""

    def difference(self, printed: PrintedPages, number: int, each: Placement, unit: float) -> int | None:
        """How far the placed page looks from the source's, None where the source cannot be printed."""
        try:
            with PrintedPages(self._path) as source:
                return printed.difference(each.page, source.sketch(number), each.area, masked(each), unit)
        except UnprintableError:
            return None


def _placed(listing: PlacementList) -> list[Placement]:
    return [each for each in listing.placements if each.role == "source"]
