"""The finished dossier in its volumes, and the same for printing on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.model.bundle import MEGABYTE, Assembled, BundlePlan, MaterialPlan
from pipeline.packaging.assembly import bound, fonts_of
from pipeline.packaging.files import bare
from pipeline.packaging.keeping import Key, key_of, volumes_of
from pipeline.packaging.layout import Layout, for_printing, laid_out
from pipeline.packaging.pagination import Slot
from pipeline.packaging.sources import Sources
from pipeline.packaging.typeset import Fonts
from pipeline.packaging.volumes import divided, joined, papers_in, told

FILE, VOLUME_FILE = "dossier.pdf", "dossier-{volume}.pdf"
PRINT = ".print.pdf"
TRIES = 4
"""How often a cut is made anew because a volume came out larger than was reckoned."""
SPARE = 0.98
"""How far below the limit the next try stays."""


def bind(plan: BundlePlan, folder: Path) -> tuple[Assembled, ...]:
    """Write every volume into `folder`, and behind them those for printing where they are asked for."""
    fonts = fonts_of(plan, more=_is_more(plan))
    layouts, volumes = _written(plan, fonts, folder)
    if not plan.binding.duplex:
        return volumes
    return (*volumes, *(_bound(layout, folder) for layout in for_printing(layouts)))


def _is_more(plan: BundlePlan) -> bool:
    return bool(plan.binding.max_pages or plan.binding.max_mb or plan.binding.duplex)


def _written(plan: BundlePlan, fonts: Fonts, folder: Path) -> tuple[tuple[Layout, ...], tuple[Assembled, ...]]:
    """The volumes, cut anew where one of several papers is larger than it may be."""
    shrink = 1.0
    for _ in range(TRIES):
        layouts = _laid_out(plan, fonts, shrink)
        volumes = tuple(_bound(layout, folder) for layout in layouts)
        excess = _excess(plan, layouts, volumes)
        if excess <= 1 or plan.earlier:
            break
        shrink *= SPARE / excess
        for each in volumes:
            (folder / each.pdf.name).unlink()
    return layouts, volumes


def _excess(plan: BundlePlan, layouts: Sequence[Layout], volumes: Sequence[Assembled]) -> float:
    """How many times larger than allowed the largest volume is that could be cut; 0 without a limit."""
    most = plan.binding.max_mb * MEGABYTE
    sizes = [each.pdf.size for layout, each in zip(layouts, volumes, strict=True) if papers_in(layout.plan) > 1]
    return max(sizes, default=0) / most if most else 0.0


def _laid_out(plan: BundlePlan, fonts: Fonts, shrink: float) -> tuple[Layout, ...]:
    with Sources() as sources:
        return laid_out(_volumes(plan, fonts, sources, shrink), fonts, sources)


def _volumes(plan: BundlePlan, fonts: Fonts, sources: Sources, shrink: float) -> tuple[BundlePlan, ...]:
    """The plans of the volumes: cut as the earlier dossier was, else by the limits."""
    if plan.earlier:
        return joined(plan, tuple(_starts(plan, sources)))
    sizes: dict[tuple[str, int], int] = {}

    def weight(material: MaterialPlan, index: int) -> int:
        if not plan.binding.max_mb:
            return 0
        key = (material.number, index)
        if key not in sizes:
            sizes[key] = len(bare(plan, material, (index,)))
        return sizes[key]

    return divided(plan, fonts, weight, shrink)


def _starts(plan: BundlePlan, sources: Sources) -> Iterator[int]:
    """Before which papers a volume of the earlier dossier began."""
    volume, place = 1, 0
    known = volumes_of(plan.earlier)
    for material in plan.materials:
        for found in _stood(material, known, sources):
            for _ in range(volume, found or volume):
                yield place
            volume, place = max(volume, found or volume), place + 1


def _stood(material: MaterialPlan, known: Mapping[tuple[str, Key], int], sources: Sources) -> Iterator[int | None]:
    """The volume in which each paper stood; a new one stays with the paper ahead of it, the first with the one behind."""
    found = [_stood_in(material, index, known, sources) for index in range(len(material.documents))]
    last = next((each for each in found if each is not None), None)
    for each in found:
        last = each or last
        yield last


def _stood_in(
    material: MaterialPlan, index: int, known: Mapping[tuple[str, Key], int], sources: Sources
) -> int | None:
    keys = (
        (material.number, key_of(Slot("source", material, index, part, page), sources))
        for part in material.documents[index].parts
        for page in range(part.first, part.last + 1)
    )
    return next((known[key] for key in keys if key in known), None)


def _bound(layout: Layout, folder: Path) -> Assembled:
    name = VOLUME_FILE.format(volume=layout.volume) if layout.volumes else FILE
    if layout.duplex:
        name = name.removesuffix(".pdf") + PRINT
    with Sources() as sources:
        volume = bound(layout, folder / name, sources)
    if layout.duplex:
        return volume
    return volume.model_copy(update={"told": tuple(told(volume, layout.plan))})
