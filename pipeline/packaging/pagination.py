"""Which page of the dossier is what, and the pages of each row of the contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model.bundle import BundlePlan, ContentsRow, MaterialPlan, PlacedPart, Role
from pipeline.packaging.contents import LaidRow, sheet_count


class Slot(NamedTuple):
    """One page: its role, and for a source page the material, the paper (index in it), the part and the source page."""

    role: Role
    material: MaterialPlan | None = None
    document: int | None = None
    part: PlacedPart | None = None
    source_page: int | None = None


def paginated(plan: BundlePlan, laid: tuple[LaidRow, ...]) -> tuple[Slot, ...]:
    """Every page of the dossier in order; page numbers are positions counted from 1."""
    slots = [Slot("cover"), *(Slot("contents") for _ in range(sheet_count(laid)))]
    for material in plan.materials:
        slots += _of_material(material, dividers=plan.dividers, draft=not plan.final)
    return tuple(slots)


def _of_material(material: MaterialPlan, *, dividers: bool, draft: bool) -> Iterator[Slot]:
    if dividers and material.documents:
        yield Slot("divider", material)
    for index, document in enumerate(material.documents):
        for part in document.parts:
            for page in range(part.first, part.last + 1):
                yield Slot("source", material, index, part, page)
    if draft and (material.missing or not material.documents):
        yield Slot("placeholder", material)


def numbered(laid: tuple[LaidRow, ...], slots: tuple[Slot, ...]) -> tuple[ContentsRow, ...]:
    """The laid rows with their first and last pages."""
    spans = iter(_spans(slots, laid))
    rows = []
    for row in laid:
        first, last = next(spans)
        entry = row.entry
        rows.append(
            ContentsRow(
                level=entry.level,
                number=entry.number,
                title=entry.title,
                note=entry.note,
                first=first,
                last=last,
                page=2 + row.sheet,
                box=row.box.rounded(),
            )
        )
    return tuple(rows)


def _spans(slots: tuple[Slot, ...], laid: tuple[LaidRow, ...]) -> Iterator[tuple[int, int]]:
    """First and last page of each row, in the rows' order."""
    pages: dict[tuple[str, int | None], list[int]] = {}
    for page, slot in enumerate(slots, 1):
        if slot.material is not None:
            pages.setdefault((slot.material.number, None), []).append(page)
            if slot.document is not None:
                pages.setdefault((slot.material.number, slot.document), []).append(page)
    number, document = "", 0
    for row in laid:
        if row.entry.level == 0:
            number, document = row.entry.number, 0
            own = pages[number, None]
        else:
            own = pages[number, document]
            document += 1
        yield own[0], own[-1]
