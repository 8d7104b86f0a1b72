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
from pipeline.packaging.layout import Layout
from pipeline.packaging.pagination import Slot
from pipeline.packaging.sources import SourcePage, Sources, strip
from pipeline.packaging.spots import usual
from pipeline.packaging.stamps import StampFont
from pipeline.packaging.typeset import HEIGHT, WIDTH
from pipeline.packaging.views import Views

OWN_FRAME = Frame(0.0, 0.0, WIDTH, HEIGHT)


class Dossier(NamedTuple):
    """The file that is being written, its layout, and the source pages by dossier page."""

    pdf: Pdf
    layout: Layout
    font: StampFont
    sources: Sources
    placed: dict[int, SourcePage]

    @property
    def plan(self) -> BundlePlan:
        """What stands in it."""
        return self.layout.plan

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What each page is."""
        return self.layout.slots

    @property
    def rows(self) -> tuple[ContentsRow, ...]:
        """The rows of the whole contents."""
        return self.layout.rows

    def text(self, page: int) -> str:
        """What is printed on a page (1-based)."""
        material = self.slots[page - 1].material
        number = material.number if material is not None else ""
        return stamps.text_of(self.layout.numbers[page - 1], self.layout.total, number, draft=not self.plan.final)


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
    slot, source = dossier.slots[page - 1], dossier.placed.get(page)
    ems = dossier.font.ems(dossier.text(page)) if slot.role != "blank" else 0.0
    if source is None or slot.part is None or slot.source_page is None:
        return Room(OWN_FRAME, usual(WIDTH, HEIGHT, ems))
    return room_on(source, ems, partial(views.strip, page, source, slot.part, slot.source_page))
