"""What every page must hold: its source page unaltered, and around it nothing but what is allowed there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from pipeline.model.bundle import Placement, PlacementList
from pipeline.packaging.proof.opened import ODD_FILES, OpenedDossier, decoded, dictionary, stored, streams
from pipeline.packaging.proof.printing import UNNUMBERED

NUMBER = r"-?\d+(?:\.\d+)?"
MATRIX = rf"(?:{NUMBER} ){{6}}cm"
SHOWN = rf"BT /DossierStamp {NUMBER} Tf {NUMBER} {NUMBER} Td <[0-9A-F]+> Tj ET Q\n"
LOOK = rf"q {MATRIX} /DossierLook\d+ Do Q\n"
DRAFT_MARK = rf"q /DossierFaded gs {MATRIX} (?:{NUMBER} ){{3}}rg\n{SHOWN}"
STAMP = rf"q {MATRIX} {NUMBER} g\n{SHOWN}"
BEFORE = re.compile(rf"(?:q\n(?:{MATRIX} )?(?:{NUMBER} ){{4}}re W n\n)?(?:q\n)+".encode())
AFTER = re.compile(rf"(?:Q\n)+((?:{LOOK})*)(?:Q\n)?({DRAFT_MARK})?({STAMP})?".encode())
PLAIN_NAME = re.compile(r"/[A-Za-z0-9_.+-]+")
MOST_STREAMS = 20_000  # below one page
ORDER = ("cover", "contents")


def sequence(listing: PlacementList) -> Iterator[str]:
    """Faults of the list itself: every page once, cover, contents, then the materials in the contents' order."""
    if [each.page for each in listing.placements] != list(range(1, listing.pages + 1)):
        yield "装订清单的页次不连续"
        return
    heads = [row.number for row in listing.rows if row.level == 0 and row.first]
    place = -1
    for each in listing.placements:
        if each.role == "blank":
            continue
        rank = ORDER.index(each.role) if each.role in ORDER else len(ORDER)
        here = (rank * 10_000) + (heads.index(each.material) if each.material in heads else 0)
        if here < place or (rank == len(ORDER) and each.material not in heads):
            yield f"第 {each.page} 页（材料 {each.material or '—'}）次序不对"
        place = max(place, here)
    yield from _spans(listing)


def _spans(listing: PlacementList) -> Iterator[str]:
    """Faults of the rows' pages against the pages of their materials and papers."""
    material, paper = "", -1
    for row in listing.rows:
        if not row.first:
            continue
        if row.level == -1:
            own = [each.page for each in listing.placements]
        elif row.level == 0:
            material, paper = row.number, -1
            own = [each.page for each in listing.placements if each.material == material]
        else:
            paper += 1
            own = [each.page for each in listing.placements if (each.material, each.document) == (material, paper)]
        if not own or (own[0], own[-1]) != (row.first, row.last):
            yield f"目录“{row.title}”记第 {row.first}–{row.last} 页，实为 {own[:1] + own[-1:]}"


def unaltered(opened: OpenedDossier, placements: tuple[Placement, ...]) -> Iterator[str]:
    """Faults of the source pages: their content or pictures are not those that were placed."""
    known: dict[int, str] = {}
    for each in placements:
        page = opened.pages[each.page - 1]
        if each.role != "source":
            continue
        own = streams(page.get("/Contents"))[1:-1]
        if content_digest(own, raw=each.content.startswith("raw:")) != each.content:
            yield f"第 {each.page} 页内容与 {each.file} 第 {each.source_page} 页不符"
        elif picture_digest(dictionary(page.get("/Resources")), known) != each.images:
            yield f"第 {each.page} 页图像与 {each.file} 第 {each.source_page} 页不符"


def content_digest(own: list[StreamObject], *, raw: bool = False) -> str:
    """SHA-256 of content streams, each followed by a newline; `raw:` and of the stored bytes where asked."""
    digest = hashlib.sha256()
    try:
        for stream in own:
            digest.update(stored(stream) if raw else decoded(stream))
            digest.update(b"\n")
    except ODD_FILES:
        return ""
    return ("raw:" if raw else "") + digest.hexdigest()


def picture_digest(resources: DictionaryObject, known: dict[int, str]) -> str:
    """SHA-256 over the streams drawn on a page at any depth, looks of flattened annotations left out."""
    lines: set[str] = set()
    waiting: list[StreamObject] = []
    seen: set[int] = set()
    for name, number, stream in _named(resources):
        if not name.startswith("/DossierLook"):
            lines.add(f"{name[1:] if PLAIN_NAME.fullmatch(name) else '?'}:{_digest(number, stream, known)}\n")
            waiting.append(stream)
            seen.add(number)
    while waiting:
        for number, inner in _inside(waiting.pop()):
            if number not in seen and len(seen) < MOST_STREAMS:
                seen.add(number)
                waiting.append(inner)
                lines.add(f"{_digest(number, inner, known)}\n")
    return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest() if lines else ""


def _named(resources: DictionaryObject) -> Iterator[tuple[str, int, StreamObject]]:
    """Name, object number and stream of what resources name."""
    drawn = dictionary(resources.get("/XObject"))
    for name in drawn:
        number, stream = _stream(drawn.raw_get(name))
        if stream is not None:
            yield name, number, stream


def _inside(stream: StreamObject) -> Iterator[tuple[int, StreamObject]]:
    """What a picture is masked by, what a form draws."""
    if "/SMask" in stream:
        number, mask = _stream(stream.raw_get("/SMask"))
        if mask is not None:
            yield number, mask
    yield from ((number, inner) for _, number, inner in _named(dictionary(stream.get("/Resources"))))


def _stream(reference: Any) -> tuple[int, StreamObject | None]:
    found = reference.get_object()
    number = reference.idnum if isinstance(reference, IndirectObject) else -1
    return number, found if isinstance(found, StreamObject) else None


def _digest(number: int, stream: StreamObject, known: dict[int, str]) -> str:
    if number not in known:
        known[number] = hashlib.sha256(stored(stream)).hexdigest()
    return known[number]


def additions(opened: OpenedDossier, listing: PlacementList | None, *, draft: bool) -> Iterator[str]:
    """Faults of what stands around the pages' own content: stamp, draft mark and flattened looks, nothing else."""
    unstamped = {each.page: UNNUMBERED.get(each.role) for each in listing.placements} if listing else {1: "封面"}
    rewritten = {each.page for each in listing.placements if each.rewritten} if listing is not None else set[int]()
    for number, page in enumerate(opened.pages, 1):
        around = streams(page.get("/Contents"))
        if len(around) <= 1:
            yield f"第 {number} 页没有页码"
            continue
        before, after = decoded(around[0]), AFTER.fullmatch(decoded(around[-1]))
        if after is None or not BEFORE.fullmatch(before):
            yield f"第 {number} 页在原件之外另有内容"
            continue
        looks, mark, stamp = after.groups()
        if (mark is not None) != draft:
            yield f"第 {number} 页" + ("没有草稿标记" if draft else "带有草稿标记")
        bare = unstamped.get(number)
        if (stamp is None) != (bare is not None):
            yield f"第 {number} 页" + ("没有页码" if bare is None else f"（{bare}）不应有页码")
        if listing is not None and (looks or b"re W n" in before) and number not in rewritten:
            yield f"第 {number} 页有未登记的改动"
