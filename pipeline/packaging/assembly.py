"""The dossier: every sheet and every placed page in one file, numbered, linked, and listed for the proof."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pikepdf
from pikepdf import ObjectStreamMode, Pdf, StreamDecodeLevel

from pipeline.model.bundle import Assembled, BuiltPdf, BundlePlan, Placement, PlacementList
from pipeline.packaging import (
    bookmarks,
    contents,
    cover,
    inserts,
    layers,
    navigation,
    privacy,
    stamps,
    volume_words,
    wording,
    xmp,
)
from pipeline.packaging.finishing import finish
from pipeline.packaging.gathering import Dossier, gather, rooms
from pipeline.packaging.layout import Layout, laid_out
from pipeline.packaging.sources import Sources
from pipeline.packaging.typeset import Fonts, Sheets, fonts_for


def assemble(plan: BundlePlan, target: Path) -> Assembled:
    """Write the dossier of a plan, in one volume, to `target`; UnplaceableError for a part that cannot be placed."""
    with Sources() as sources:
        (layout,) = laid_out((plan,), fonts_of(plan), sources)
        return bound(layout, target, sources)


def fonts_of(plan: BundlePlan, *, more: bool = False) -> Fonts:
    """The fonts of a plan's dossier, with the words of volumes, inserts and blanks where they are used."""
    uploads = any(material.uploads for material in plan.materials)
    extra = (volume_words.characters(),) if more or plan.earlier or uploads else ()
    return fonts_for((plan.model_dump_json(exclude={"binding", "earlier"}), *extra))


def bound(layout: Layout, target: Path, sources: Sources) -> Assembled:
    """Write one volume to `target`."""
    sheets = _drawn(layout)
    with Pdf.new() as pdf, pikepdf.open(io.BytesIO(sheets)) as own:
        dossier = Dossier(pdf, layout, stamps.font_of(own.pages[0]), sources, {})
        gather(dossier, own)
        found = rooms(dossier, target.parent)
        listing = _listing(dossier, finish(dossier, found))
        navigation.link(dossier, found)
        navigation.label(pdf, layout.numbers)
        bookmarks.write(pdf, navigation.bookmarks(dossier))
        layers.merge(pdf, [source.pdf for source in sources])
        privacy.scrub(pdf)
        xmp.write(pdf, listing.title, listing)
        pdf.save(
            target,
            object_stream_mode=ObjectStreamMode.generate,
            stream_decode_level=StreamDecodeLevel.none,  # what is packed stays as it is, to the byte
            deterministic_id=True,
            fix_metadata_version=False,  # else the packet is parsed and written anew
        )
        removed = tuple(removal for source in sources for removal in source.removed())
    return Assembled(pdf=built(target, len(layout.slots)), listing=listing, removed=removed)


def built(path: Path, pages: int, first_page: int | None = None) -> BuiltPdf:
    """What the manifest says of a file that was written."""
    with path.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    return BuiltPdf(name=path.name, sha256=digest, size=path.stat().st_size, pages=pages, first_page=first_page)


def _drawn(layout: Layout) -> bytes:
    """Our own sheets in the order of the slots, after one that sets the stamp's alphabet."""
    sheets = Sheets(layout.fonts)
    sheets.text(40, 40, wording.STAMP_ALPHABET, size=9)
    sheets.turn()
    for place, slot in enumerate(layout.slots):
        if slot.role == "cover":
            cover.draw(sheets, layout)
        elif slot.role == "contents" and layout.slots[place - 1].role != "contents":
            contents.draw(sheets, layout.laid, layout.rows)
        elif slot.role == "divider" and slot.material is not None:
            _draw_divider(sheets, layout, slot.material.number)
        elif slot.role == "placeholder" and slot.material is not None:
            inserts.draw_placeholder(sheets, slot.material)
        elif slot.role == "blank":
            inserts.draw_blank(sheets)
    return sheets.finished()


def _draw_divider(sheets: Sheets, layout: Layout, number: str) -> None:
    row = next(row for row in layout.rows if row.number == number and row.first)
    material = next(each for each in layout.plan.materials if each.number == number)
    first, last = (layout.numbers[page - 1] for page in (row.first, row.last))
    inserts.draw_divider(sheets, material, row.title, first, last)


def _listing(dossier: Dossier, placements: tuple[Placement, ...]) -> PlacementList:
    plan, layout = dossier.plan, dossier.layout
    paths = {part.path for material in plan.materials for paper in material.documents for part in paper.parts}
    title = wording.FILE_TITLE.format(applicant=plan.cover.applicant, heading=wording.HEADING)
    if layout.volumes:
        title = volume_words.TITLE_OF.format(title=title, volume=layout.volume, volumes=layout.volumes)
    return PlacementList(
        title=title,
        final=plan.final,
        pages=len(dossier.slots),
        parts_bytes=sum(path.stat().st_size for path in paths)
        + sum(source.photographed_bytes() for source in dossier.sources),
        rows=dossier.rows,
        placements=placements,
        volume=layout.volume,
        volumes=layout.volumes,
        total=layout.total if layout.total != len(dossier.slots) else 0,
        duplex=layout.duplex,
        renumbering=layout.renumbering,
    )
