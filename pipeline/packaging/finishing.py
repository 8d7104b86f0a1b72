"""The last strokes on every page — what goes around it, the stamp — and the record of where it came from."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from pipeline.engines.margins import SeenPages, UndrawableError
from pipeline.model.bundle import PlacedPart, Placement
from pipeline.packaging import looks, stamps, wording
from pipeline.packaging.dressing import Dress, Room, around, seen_at
from pipeline.packaging.gathering import Dossier
from pipeline.packaging.pagination import Slot
from pipeline.packaging.sources import SourcePage, UnplaceableError

PLAIN_START = "q\n"
UNSTAMPED = frozenset({"cover", "blank"})


def finish(dossier: Dossier, rooms: tuple[Room, ...]) -> tuple[Placement, ...]:
    """Dress and stamp every page; the placement of each."""
    pens = _Pens(dossier)
    with Pictures() as pictures:
        return tuple(_finished(dossier, pens, pictures, page, room) for page, room in enumerate(rooms, 1))


class _Pens:
    """What all pages share: the stamp's font, the draft mark's state, the usual first stream."""

    def __init__(self, dossier: Dossier) -> None:
        self.font = dossier.pdf.copy_foreign(dossier.font.font)
        self.fade = None if dossier.plan.final else stamps.faded(dossier.pdf)
        self.start = dossier.pdf.make_stream(PLAIN_START.encode())


class Pictures:
    """Small pictures of source pages as they were before anything was done to them; each file opened once."""

    def __init__(self) -> None:
        self._open: dict[Path, SeenPages] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for seen in self._open.values():
            seen.__exit__(kind, error, trace)

    def of(self, part: PlacedPart, page: int, *, flat: bool) -> str:
        """The picture of a source page; `flat` with the looks of its fields, which are drawn only when flattened."""
        try:
            if flat:
                return _flat_picture(part, page)
            if part.path not in self._open:
                self._open[part.path] = SeenPages(part.path)
            return self._open[part.path].picture(page)
        except UndrawableError as error:
            raise UnplaceableError(part, "无法显示") from error


def _flat_picture(part: PlacedPart, page: int) -> str:
    """The picture of a page alone, its fields turned into plain stamps: pdfium draws fields only in a form."""
    written = io.BytesIO()
    with Pdf.open(part.path) as source, Pdf.new() as alone:
        looks.fields_as_stamps(source.pages[page - 1].obj)
        alone.pages.append(source.pages[page - 1])
        alone.save(written)
    with SeenPages(written.getvalue()) as seen:
        return seen.picture(1)


def _finished(dossier: Dossier, pens: _Pens, pictures: Pictures, page: int, room: Room) -> Placement:
    slot, source = dossier.slots[page - 1], dossier.placed.get(page)
    target = dossier.pdf.pages[page - 1].obj
    marks = _marks(dossier, page, room)
    dress = Dress(PLAIN_START, f"Q\n{marks}") if source is None else around(source, room, marks)
    _lend(target, pens)
    _wrap(dossier.pdf, target, pens, dress)
    if source is not None and room.frame != source.frame:
        visible = [room.frame.x0, room.frame.y0, room.frame.x1, room.frame.y1]
        target.MediaBox, target.CropBox = Array(visible), Array(visible)
    placement = _placement(slot, source, room, page, pictures)
    number = dossier.layout.numbers[page - 1]
    return placement if number == str(page) else placement.model_copy(update={"number": number})


def _marks(dossier: Dossier, page: int, room: Room) -> str:
    """The draft mark and the stamp, which only the cover and blanks have not."""
    draft = "" if dossier.plan.final else stamps.draft_mark(room.frame, dossier.font)
    if dossier.slots[page - 1].role in UNSTAMPED:
        return draft
    return draft + stamps.stamp(room.frame, dossier.font, room.spot, dossier.text(page))


def _lend(page: Dictionary, pens: _Pens) -> None:
    """Name the shared font and state in the page's resources."""
    _entry(page.Resources, Name.Font)[stamps.FONT] = pens.font
    if pens.fade is not None:
        _entry(page.Resources, Name.ExtGState)[stamps.FADED] = pens.fade


def _entry(resources: Object, key: Name) -> Object:
    if not isinstance(resources.get(key), Dictionary):
        resources[key] = Dictionary()
    return resources[key]


def _wrap(pdf: Pdf, page: Dictionary, pens: _Pens, dress: Dress) -> None:
    """Put the operators before and after the page's own streams."""
    contents = page.get(Name.Contents)
    own = list(contents) if isinstance(contents, Array) else [contents] if isinstance(contents, Stream) else []
    start = pens.start if dress.before == PLAIN_START else pdf.make_stream(dress.before.encode())
    page.Contents = Array([start, *own, pdf.make_stream(dress.after.encode("latin-1"))])


def _placement(slot: Slot, source: SourcePage | None, room: Room, page: int, pictures: Pictures) -> Placement:
    material = slot.material.number if slot.material is not None else ""
    stamp = None if slot.role in UNSTAMPED else room.spot.box.rounded()
    if source is None or slot.part is None or slot.source_page is None:
        return Placement(page=page, role=slot.role, material=material, stamp=stamp)
    why = tuple(_why(source, room))
    return Placement(
        page=page,
        role=slot.role,
        material=material,
        document=slot.document,
        file=slot.part.file,
        sha256=slot.part.sha256,
        source_page=slot.source_page,
        content=source.content,
        images=source.images,
        stamp=stamp,
        area=room.area.rounded() if room.area is not None else None,
        rewritten=why,
        picture=pictures.of(slot.part, slot.source_page, flat=bool(source.look.operators)) if why else "",
        redrawn=tuple(seen_at(area, source.frame, room).rounded() for area in source.look.redrawn),
    )


def _why(source: SourcePage, room: Room) -> Iterator[str]:
    if room.why:
        yield room.why
    if source.mended:
        yield source.mended
    if source.look.operators:
        yield wording.WHY_FLATTENED
    if source.look.redrawn:
        yield wording.WHY_REDRAWN
