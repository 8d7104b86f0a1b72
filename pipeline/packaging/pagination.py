"""Which page of the dossier is what, and the pages of each row of the contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.bundle import BundlePlan, ContentsRow, MaterialPlan, PlacedPart, Role
from pipeline.packaging.contents import LaidRow, pages_text, sheet_count


class Slot(NamedTuple):
    """One page: its role, and for a source page the material, the paper (index in it), the part and the source page."""

    role: Role
    material: MaterialPlan | None = None
    document: int | None = None
    part: PlacedPart | None = None
    source_page: int | None = None


class Numbered(NamedTuple):
    """The pages of one volume in order, and the number of each as printed."""

    slots: tuple[Slot, ...]
    numbers: tuple[str, ...]


def paginated(plan: BundlePlan, laid: tuple[LaidRow, ...]) -> tuple[Slot, ...]:
    """Every page of one volume in order; `laid` are the rows of the whole contents."""
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


def for_duplex(pages: Numbered, blank: str) -> Numbered:
    """The same pages with blanks between them, so that the contents and every material begin on a right-hand page."""
    slots: list[Slot] = []
    numbers: list[str] = []
    for slot, number in zip(pages.slots, pages.numbers, strict=True):
        if slots and len(slots) % 2 and _section(slot) != _section(slots[-1]):
            slots.append(Slot("blank"))
            numbers.append(blank)
        slots.append(slot)
        numbers.append(number)
    return Numbered(tuple(slots), tuple(numbers))


def _section(slot: Slot) -> str:
    return slot.material.number if slot.material is not None else slot.role


def numbered(laid: tuple[LaidRow, ...], volumes: Sequence[Numbered], own: int) -> tuple[ContentsRow, ...]:
    """The laid rows with their pages in volume `own` (0-based), and as printed wherever they stand."""
    spans = [_spans(volume.slots) for volume in volumes]
    sheets = [page for page, slot in enumerate(volumes[own].slots, 1) if slot.role == "contents"]
    rows = []
    for row in laid:
        entry = row.entry
        first, last = spans[entry.volume][entry.material, entry.document]
        numbers = volumes[entry.volume].numbers
        text = pages_text(numbers[first - 1], numbers[last - 1])
        here = entry.volume == own
        rows.append(
            ContentsRow(
                level=entry.level,
                number=entry.number,
                title=entry.title,
                note=entry.note,
                first=first if here else 0,
                last=last if here else 0,
                page=sheets[row.sheet],
                box=row.box.rounded(),
                printed="" if here and text == pages_text(str(first), str(last)) else text,
                volume=entry.volume + 1 if len(volumes) > 1 else 0,
            )
        )
    return tuple(rows)


def _spans(slots: tuple[Slot, ...]) -> dict[tuple[str, int | None], tuple[int, int]]:
    """First and last page of the volume (no material), of each material (no paper), and of each paper in it."""
    spans: dict[tuple[str, int | None], tuple[int, int]] = {("", None): (1, len(slots))}
    for page, slot in enumerate(slots, 1):
        if slot.material is not None:
            for key in {(slot.material.number, None), (slot.material.number, slot.document)}:
                spans[key] = (spans.get(key, (page, page))[0], page)
    return spans
