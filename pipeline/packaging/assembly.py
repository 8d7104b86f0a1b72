"""The dossier: every sheet and every placed page in one file, numbered, linked, and listed for the proof."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pikepdf
from pikepdf import ObjectStreamMode, Pdf, StreamDecodeLevel

from pipeline.model.bundle import Assembled, BuiltPdf, BundlePlan, ContentsRow, Placement, PlacementList
from pipeline.packaging import bookmarks, contents, cover, inserts, layers, navigation, stamps, wording, xmp
from pipeline.packaging.contents import LaidRow
from pipeline.packaging.finishing import finish
from pipeline.packaging.gathering import Dossier, gather, rooms
from pipeline.packaging.pagination import Slot, numbered, paginated
from pipeline.packaging.sources import Sources
from pipeline.packaging.typeset import Sheets, fonts_for


def assemble(plan: BundlePlan, target: Path) -> Assembled:
    """Write the dossier of a plan to `target`; raises UnplaceableError for a part that cannot be placed."""
    fonts = fonts_for([plan.model_dump_json()])
    laid = contents.laid_out(plan, fonts)
    slots = paginated(plan, laid)
    rows = numbered(laid, slots)
    sheets = _drawn(plan, Sheets(fonts), laid, slots, rows)
    with Sources() as sources, Pdf.new() as pdf, pikepdf.open(io.BytesIO(sheets)) as own:
        dossier = Dossier(pdf, plan, slots, rows, stamps.font_of(own.pages[0]), sources, {})
        gather(dossier, own)
        found = rooms(dossier, target.parent)
        listing = _listing(dossier, finish(dossier, found))
        navigation.link(dossier, found)
        navigation.label(pdf)
        bookmarks.write(pdf, navigation.bookmarks(dossier))
        layers.merge(pdf, [source.pdf for source in sources])
        xmp.write(pdf, listing.title, listing)
        pdf.save(
            target,
            object_stream_mode=ObjectStreamMode.generate,
            stream_decode_level=StreamDecodeLevel.none,  # what is packed stays as it is, to the byte
            deterministic_id=True,
            fix_metadata_version=False,  # else the packet is parsed and written anew
        )
        removed = tuple(removal for source in sources for removal in source.removed())
    return Assembled(pdf=built(target, len(slots)), listing=listing, removed=removed)


def built(path: Path, pages: int, first_page: int | None = None) -> BuiltPdf:
    """What the manifest says of a file that was written."""
    with path.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    return BuiltPdf(name=path.name, sha256=digest, size=path.stat().st_size, pages=pages, first_page=first_page)


def _drawn(
    plan: BundlePlan,
    sheets: Sheets,
    laid: tuple[LaidRow, ...],
    slots: tuple[Slot, ...],
    rows: tuple[ContentsRow, ...],
) -> bytes:
    """Our own sheets in the order of the slots, after one that sets the stamp's alphabet."""
    sheets.text(40, 40, wording.STAMP_ALPHABET, size=9)
    sheets.turn()
    cover.draw(sheets, plan, len(slots))
    contents.draw(sheets, laid, rows)
    heads = {row.number: row for row in rows if row.level == 0}
    for slot in slots:
        if slot.role == "divider" and slot.material is not None:
            row = heads[slot.material.number]
            inserts.draw_divider(sheets, slot.material, row.first, row.last)
        elif slot.role == "placeholder" and slot.material is not None:
            inserts.draw_placeholder(sheets, slot.material)
    return sheets.finished()


def _listing(dossier: Dossier, placements: tuple[Placement, ...]) -> PlacementList:
    plan = dossier.plan
    paths = {part.path for material in plan.materials for paper in material.documents for part in paper.parts}
    return PlacementList(
        title=wording.FILE_TITLE.format(applicant=plan.cover.applicant, heading=wording.HEADING),
        final=plan.final,
        pages=len(dossier.slots),
        parts_bytes=sum(path.stat().st_size for path in paths)
        + sum(source.photographed_bytes() for source in dossier.sources),
        rows=dossier.rows,
        placements=placements,
    )
