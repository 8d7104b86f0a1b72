"""The dossier cut into volumes between papers: as many papers in each as its limits allow, none of them cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.model.bundle import MEGABYTE, Assembled, BundlePlan, MaterialPlan
from pipeline.packaging import contents, volume_words
from pipeline.packaging.typeset import Fonts

SHEETS_BYTES = 200_000
"""What cover, contents and fonts take at most: three times what was seen."""
PAGE_BYTES = 2_000
"""What stamp, placement and outline of a page take at most."""

Weight = Callable[[MaterialPlan, int], int]
"""The bytes of one paper (by index) of a material, alone in a file."""


class Room(NamedTuple):
    """What a volume holds beside its cover and its contents: pages and bytes, None for no limit."""

    pages: int | None
    size: float | None


class Piece(NamedTuple):
    """One paper that goes into one volume whole: the indexes of its material and of it, its pages and its bytes."""

    material: int
    document: int
    pages: int
    size: int


def divided(plan: BundlePlan, fonts: Fonts, weight: Weight, shrink: float = 1.0) -> tuple[BundlePlan, ...]:
    """The plan cut into the plans of its volumes; `shrink` (0…1) lowers the limit in bytes where one came out larger.

    The contents of every volume name all of them, so their length follows from the cut and the cut from their length:
    both grow together until they agree.
    """
    pieces = tuple(_pieces(plan, weight))
    sheets = 1
    while True:
        volumes = tuple(_volume(plan, cut) for cut in _cut(pieces, plan, _room(plan, sheets, shrink)))
        needed = contents.sheet_count(contents.laid_out(volumes, fonts))
        if needed <= sheets:
            return volumes
        sheets = needed


def told(volume: Assembled, plan: BundlePlan) -> Iterator[str]:
    """In what a volume exceeds its limits and why, in sentences."""
    listing, binding = volume.listing, plan.binding
    papers = [paper for each in plan.materials for paper in each.documents]
    longest = max(papers, key=lambda paper: paper.pages)
    kept = bool(plan.earlier) and len(papers) > 1
    why = volume_words.AS_BEFORE if kept else volume_words.ONE_PAPER.format(title=longest.title)
    named = {"volume": listing.volume or 1, "why": why}
    if binding.max_pages and listing.pages > binding.max_pages:
        yield volume_words.TOO_LONG.format(pages=listing.pages, most=binding.max_pages, **named)
    if binding.max_mb and volume.pdf.size > binding.max_mb * MEGABYTE:
        size = volume.pdf.size / MEGABYTE
        yield volume_words.TOO_LARGE.format(size=size, most=binding.max_mb, **named)


def papers_in(plan: BundlePlan) -> int:
    """How many papers a plan places."""
    return sum(len(material.documents) for material in plan.materials)


def joined(plan: BundlePlan, starts: Sequence[int]) -> tuple[BundlePlan, ...]:
    """The plan cut before the papers of these places (0-based, rising), counted through all materials."""
    pieces = tuple(_pieces(plan, lambda material, document: 0))  # noqa: ARG005 - sizes are not asked for
    edges = [0, *starts, len(pieces)]
    return tuple(_volume(plan, pieces[start:end]) for start, end in pairwise(edges))


def _room(plan: BundlePlan, sheets: int, shrink: float) -> Room:
    binding = plan.binding
    return Room(
        binding.max_pages - 1 - sheets if binding.max_pages else None,
        binding.max_mb * MEGABYTE * shrink - SHEETS_BYTES if binding.max_mb else None,
    )


def _pieces(plan: BundlePlan, weight: Weight) -> Iterator[Piece]:
    for place, material in enumerate(plan.materials):
        for index, document in enumerate(material.documents):
            size = weight(material, index) + document.pages * PAGE_BYTES
            yield Piece(place, index, document.pages, size)


def _cut(pieces: tuple[Piece, ...], plan: BundlePlan, room: Room) -> Iterator[tuple[Piece, ...]]:
    """Papers in order, as many in a volume as fit, each of them whole."""
    volume: list[Piece] = []
    pages = size = 0
    for piece in pieces:
        divider = int(plan.dividers and (not volume or volume[-1].material != piece.material))
        longer, larger = pages + piece.pages + divider, size + piece.size
        if volume and not _fits(room, longer, larger):
            yield tuple(volume)
            volume, longer, larger = [], piece.pages + int(plan.dividers), piece.size
        volume.append(piece)
        pages, size = longer, larger
    yield tuple(volume)


def _fits(room: Room, pages: int, size: int) -> bool:
    return (room.pages is None or pages <= room.pages) and (room.size is None or size <= room.size)


def _volume(plan: BundlePlan, pieces: tuple[Piece, ...]) -> BundlePlan:
    """The part of a plan that holds these papers."""
    found = []
    for place in dict.fromkeys(piece.material for piece in pieces):
        material = plan.materials[place]
        papers = [piece.document for piece in pieces if piece.material == place]
        first, end = papers[0], papers[-1] + 1
        found.append(
            material.model_copy(
                update={
                    "documents": material.documents[first:end],
                    "uploads": material.uploads[first:end],
                    "continued": first > 0,
                }
            )
        )
    return plan.model_copy(update={"materials": tuple(found)})
