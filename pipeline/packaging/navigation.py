"""The ways through a dossier: contents links, the sources' inner links, bookmarks, page labels."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from pipeline.model.bundle import ContentsRow, MaterialPlan, PlacedDocument
from pipeline.packaging import wording
from pipeline.packaging.bookmarks import Bookmark, moved, page_top
from pipeline.packaging.dressing import Room, seen_at
from pipeline.packaging.frame import Frame
from pipeline.packaging.gathering import OWN_FRAME, Dossier


def link(dossier: Dossier, rooms: tuple[Room, ...]) -> None:
    """Give the contents rows and the sources' inner links their targets."""
    for row in _own_rows(dossier):
        _attach(dossier.pdf, row.page, OWN_FRAME.rectangle_of(row.box), row.first)
    for page, source in dossier.placed.items():
        if source.look.links:
            pages = _pages_of(dossier, page)
            for inner in source.look.links:
                if inner.target in pages:
                    area = _moved(inner.rectangle, source.frame, rooms[page - 1])
                    _attach(dossier.pdf, page, area, pages[inner.target])


def _own_rows(dossier: Dossier) -> list[ContentsRow]:
    """The rows whose pages stand in this file."""
    return [row for row in dossier.rows if row.first]


def label(pdf: Pdf, numbers: Sequence[str]) -> None:
    """Give every page the label that it prints: plain 1…M as a rule."""
    ranges: list[Object | int] = []
    awaited = ("", 0)
    for index, number in enumerate(numbers):
        prefix, count = _parted(number)
        if (prefix, count) != awaited:
            ranges += [index, _range(prefix, count)]
        awaited = (prefix, count + 1)
    pdf.Root.PageLabels = Dictionary(Nums=Array(ranges))


def _parted(number: str) -> tuple[str, int]:
    """What stands before the last number, and the last number: 0 for a label without any."""
    head, dash, tail = number.rpartition("-")
    return (head + dash, int(tail)) if tail.isdecimal() else (number, 0)


def _range(prefix: str, count: int) -> Dictionary:
    """A range of labels that begins with this one."""
    style = Dictionary(S=Name.D) if count else Dictionary()
    if count > 1:
        style.St = count
    if prefix:
        style.P = String(prefix)
    return style


def bookmarks(dossier: Dossier) -> tuple[Bookmark, ...]:
    """Material › paper › the source's own."""
    rows = (row for row in _own_rows(dossier) if row.level >= 0)
    roles = [slot.role for slot in dossier.slots]
    found = [Bookmark(wording.COVER, 1), Bookmark(wording.CONTENTS, roles.index("contents") + 1)]
    row = next(rows, None)
    for material in dossier.plan.materials:
        assert row is not None, "every material has a row"
        head, children = row, []
        row = next(rows, None)
        if row is not None and row.level == 1:
            for index, document in enumerate(material.documents):
                assert row is not None, "every paper has a row"
                children.append(Bookmark(document.title, row.first, _own(dossier, material, index, document)))
                row = next(rows, None)
        elif material.documents:
            children += _own(dossier, material, 0, material.documents[0])
        found.append(Bookmark(f"{head.number} {head.title}", head.first, tuple(children), open=True))
    return tuple(found)


def _own(dossier: Dossier, material: MaterialPlan, index: int, document: PlacedDocument) -> tuple[Bookmark, ...]:
    """The bookmarks that a paper's sources bring with them."""
    found: list[Bookmark] = []
    for path in dict.fromkeys(part.path for part in document.parts):
        pages = {
            slot.source_page: page
            for page, slot in enumerate(dossier.slots, 1)
            if slot.material is material and slot.document == index and slot.part is not None
            if slot.part.path == path and slot.source_page is not None
        }
        part = next(part for part in document.parts if part.path == path)
        found += moved(dossier.sources.of(part).bookmarks(), pages)
    return tuple(found)


def _pages_of(dossier: Dossier, page: int) -> dict[int, int]:
    """Source page → dossier page within the paper that `page` belongs to."""
    here = dossier.slots[page - 1]
    assert here.part is not None, "only source pages have inner links"
    return {
        slot.source_page: other
        for other, slot in enumerate(dossier.slots, 1)
        if slot.material is here.material and slot.document == here.document and slot.part is not None
        if slot.part.path == here.part.path and slot.source_page is not None
    }


def _moved(
    rectangle: tuple[float, float, float, float], frame: Frame, room: Room
) -> tuple[float, float, float, float]:
    """A rectangle of the source page where it lies after the page was scaled or laid on a larger sheet."""
    if room.area is None:
        return rectangle
    return room.frame.rectangle_of(seen_at(rectangle, frame, room))


def _attach(pdf: Pdf, page: int, area: tuple[float, float, float, float], target: int) -> None:
    """A link without border on `page` to the top of `target` (both 1-based)."""
    drawn = pdf.pages[page - 1].obj
    annotation = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(edge, 2) for edge in area]),
        Border=Array([0, 0, 0]),
        F=4,
        Dest=page_top(pdf, target),
    )
    if Name.Annots not in drawn:
        drawn.Annots = Array()
    drawn.Annots.append(pdf.make_indirect(annotation))
