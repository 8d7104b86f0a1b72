"""A dossier while it is put together: pages copied in order, and the room that each has for its stamp."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from pikepdf import Pdf

from pipeline.model.bundle import BundlePlan, ContentsRow
from pipeline.packaging import stamps
from pipeline.packaging.dressing import Room, room_on
from pipeline.packaging.frame import Frame
from pipeline.packaging.pagination import Slot
from pipeline.packaging.sources import SourcePage, Sources, strip
from pipeline.packaging.spots import usual
from pipeline.packaging.stamps import StampFont
from pipeline.packaging.typeset import HEIGHT, WIDTH
from pipeline.packaging.views import Views

OWN_FRAME = Frame(0.0, 0.0, WIDTH, HEIGHT)


class Dossier(NamedTuple):
    """The file that is being written, its plan and slots, and the source pages by dossier page."""

    pdf: Pdf
    plan: BundlePlan
    slots: tuple[Slot, ...]
    rows: tuple[ContentsRow, ...]
    font: StampFont
    sources: Sources
    placed: dict[int, SourcePage]

    def text(self, page: int) -> str:
        """What is printed on a page (1-based)."""
        material = self.slots[page - 1].material
        number = material.number if material is not None else ""
        return stamps.text_of(page, len(self.slots), number, draft=not self.plan.final)


def gather(dossier: Dossier, own: Pdf) -> None:
    """Copy every page into the dossier, unstamped; `own` holds our sheets after the alphabet's."""
    sheet = 1
    for page, slot in enumerate(dossier.slots, 1):
        if slot.part is None or slot.source_page is None:
            drawn = own.pages[sheet]
            strip(drawn.obj)
            dossier.pdf.pages.append(drawn)
            sheet += 1
        else:
            source = dossier.sources.of(slot.part).page(slot.part, slot.source_page)
            dossier.placed[page] = source
            dossier.pdf.pages.append(source.page)


def rooms(dossier: Dossier, folder: Path) -> tuple[Room, ...]:
    """Where each page's stamp stands; `folder` is for a temporary file."""
    with Views(dossier.pdf, folder) as views:
        return tuple(_room(dossier, views, page) for page in range(1, len(dossier.slots) + 1))


def _room(dossier: Dossier, views: Views, page: int) -> Room:
    ems = dossier.font.ems(dossier.text(page))
    slot, source = dossier.slots[page - 1], dossier.placed.get(page)
    if source is None or slot.part is None or slot.source_page is None:
        return Room(OWN_FRAME, usual(WIDTH, HEIGHT, ems))
    return room_on(source, ems, partial(views.strip, page, source, slot.part, slot.source_page))
