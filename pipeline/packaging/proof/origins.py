"""The dossier against its plan: every part in order, each page read again in the source that it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from pipeline.model.bundle import ExpectedPart, Placement, PlacementList, ProofExpectation
from pipeline.packaging.proof.opened import ODD_FILES, dictionary, streams
from pipeline.packaging.proof.pages import content_digest


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


def as_in_sources(listing: PlacementList, expected: ProofExpectation) -> Iterator[str]:
    """Faults of the placed pages against the sources, read again; a source that pypdf cannot read is left out."""
    placed = _placed(listing)
    readers: dict[Path, PdfReader | None] = {}
    at = 0
    for part in expected.parts:
        here = placed[at : at + part.last - part.first + 1]
        at += len(here)
        yield from _part(part, here, readers)


def _part(part: ExpectedPart, here: list[Placement], readers: dict[Path, PdfReader | None]) -> Iterator[str]:
    if part.path not in readers:
        readers[part.path] = _reader(part.path)
    reader = readers[part.path]
    if reader is None:
        return
    for number, each in zip(range(part.first, part.last + 1), here, strict=False):
        page = _page(reader, number)
        if page is None or each.content.startswith("raw:"):
            continue
        digest = content_digest(streams(page.get("/Contents")))
        if digest and digest != each.content:
            yield f"第 {each.page} 页不是 {each.file} 的第 {number} 页"


def _reader(path: Path) -> PdfReader | None:
    try:
        reader = PdfReader(path)
        len(reader.pages)
    except ODD_FILES:
        return None
    return reader


def _page(reader: PdfReader, number: int) -> DictionaryObject | None:
    try:
        return dictionary(reader.pages[number - 1])
    except ODD_FILES:
        return None


def _placed(listing: PlacementList) -> list[Placement]:
    return [each for each in listing.placements if each.role == "source"]
