"""Every page that counts, in the plan: what the case has against what will be bound, told before anything is written."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.bundle import BundlePlan
from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.packaging.planning import Written
from pipeline.profile.records import Annex


def left_out(case: Case, written: Written, plan: BundlePlan, annexes: tuple[Annex, ...]) -> Iterator[str]:
    """Pages of current papers that stand nowhere in a material that they serve, in sentences; an annex goes inside its parent."""
    parents = {annex.number: annex.parent for annex in annexes}
    placed = {
        (material.number, part.file, page)
        for material in plan.materials
        for paper in material.documents
        for part in paper.parts
        for page in range(part.first, part.last + 1)
    }
    for document in case.documents:
        if document.status != "current" or document.material is None or written.is_copy(document):
            continue
        for slot in (document.material, *document.also):
            lost = [page for page in _pages(document) if (parents.get(slot, slot), *page) not in placed]
            if lost:
                file, number = lost[0]
                yield f"{file} 第 {number} 页（{document.title}）未排入材料 {slot}"


def _pages(document: Document) -> list[tuple[str, int]]:
    return [
        (part.file, number)
        for part in document.parts
        if part.first is not None and part.last is not None
        for number in range(part.first, part.last + 1)
    ]
