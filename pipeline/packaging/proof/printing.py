"""What is printed: the number on every page, the rows of the contents, the look of pages that were rewritten."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.engines.printed import PrintedPages
from pipeline.model.bundle import ContentsRow, Placement, PlacementList
from pipeline.model.geometry import Box
from pipeline.packaging.proof.numbering import shown
from pipeline.packaging.proof.opened import OpenedDossier

NUMBERS = re.compile(r"第 ?(\d+(?:-\d+)*) ?页 ?/ ?共 ?(\d+) ?页")
AROUND = 2.0  # points around a recorded place in which its text is looked for
FURTHEST = 40  # grey levels (of 255) of a block of 16 × 16 points: more is another picture, less is smoothing
EDGE = 40.0  # points: how far from the edge of the cover a stamp could stand
SUBSTITUTE = "〓"  # printed where no font has a character
DRAFT_WORD = "草稿"
UNNUMBERED = {"cover": "封面", "blank": "空白页"}


def numbers(opened: OpenedDossier, printed: PrintedPages, listing: PlacementList) -> Iterator[str]:
    """Faults of the stamps: number, page count, material, draft mark, each in the recorded place."""
    for each in listing.placements:
        if each.stamp is None:
            yield from _unnumbered(printed, each)
            continue
        (text,) = printed.texts(each.page, (each.stamp.grown(AROUND),), opened.unit(each.page))
        found = NUMBERS.findall(text)
        if found != [(each.printed, str(listing.count))]:
            yield f"第 {each.printed} 页印作 {_said(text)}"
        elif each.material and f"材料{each.material}" not in _plain(text):
            yield f"第 {each.page} 页未印材料 {each.material}"
        elif not listing.final and DRAFT_WORD not in text:
            yield f"第 {each.page} 页边未印草稿"


def numbers_by_search(printed: PrintedPages) -> Iterator[str]:
    """Faults of the stamps where no list says where they stand: the last numbers on each page count."""
    pages = len(printed)
    for page in range(2, pages + 1):
        found = NUMBERS.findall(printed.text(page))
        if not found or found[-1] != (str(page), str(pages)):
            yield f"第 {page} 页印作 {'/'.join(found[-1]) if found else '（无）'}"


def _unnumbered(printed: PrintedPages, placement: Placement) -> Iterator[str]:
    """Faults of a cover or a blank: a number in its margins; elsewhere a name or a title may say what it likes."""
    width, height = printed.size(placement.page)
    margins = Box(0.0, 0.0, width, EDGE), Box(0.0, height - EDGE, width, height)
    if any(NUMBERS.search(text) for text in printed.texts(placement.page, margins)):
        yield f"第 {placement.page} 页（{UNNUMBERED.get(placement.role, placement.role)}）不应有页码"


def _said(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text.strip() else "（无）"


def contents(opened: OpenedDossier, printed: PrintedPages, listing: PlacementList) -> Iterator[str]:
    """Faults of the contents' rows: number, title, note and pages as they are printed."""
    for page in sorted({row.page for row in listing.rows}):
        if page > len(opened.pages):
            yield f"目录第 {page} 页不存在"
            continue
        rows = [row for row in listing.rows if row.page == page]
        texts = printed.texts(page, tuple(row.box for row in rows), opened.unit(page))
        for row, text in zip(rows, texts, strict=True):
            if not _says(row, text, draft=not listing.final):
                yield f"目录“{row.title}”印作 {_said(text)}"


def _says(row: ContentsRow, text: str, *, draft: bool) -> bool:
    """Whether a printed row says what it should; the pale draft mark may lie across it."""
    expected, found = _plain(row.number + row.title + row.note + shown(row)), _plain(text)
    if draft:
        found = _without_mark(found, expected)
    return len(found) == len(expected) and all(a in {b, SUBSTITUTE} for a, b in zip(found, expected, strict=True))


def _without_mark(found: str, expected: str) -> str:
    """What was read, less the characters of the draft mark that stand where the row has others."""
    kept = ""
    for character in found:
        awaited = expected[len(kept) : len(kept) + 1]
        if character not in DRAFT_WORD or character == awaited:
            kept += character
    return kept


def _plain(text: str) -> str:
    """Without white space and controls, compatible forms as one."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if not c.isspace() and unicodedata.category(c)[0] != "C")


def masked(placement: Placement) -> tuple[Box, ...]:
    """The places of a page that do not count when it is compared: the stamp, and values that we had to set."""
    stamp = () if placement.stamp is None else (placement.stamp,)
    return tuple(place.grown(AROUND) for place in (*stamp, *placement.redrawn))


def pictures(opened: OpenedDossier, printed: PrintedPages, listing: PlacementList) -> Iterator[str]:
    """Faults of the rewritten pages: they do not look like the source page at 36 dpi."""
    for each in listing.placements:
        if each.rewritten and each.picture:
            furthest = printed.difference(each.page, each.picture, each.area, masked(each), opened.unit(each.page))
            if furthest > FURTHEST:
                yield f"第 {each.page} 页改动后与 {each.file} 第 {each.source_page} 页外观不符（差 {furthest}）"
        elif each.rewritten:
            yield f"第 {each.page} 页有改动但没有对照图"
