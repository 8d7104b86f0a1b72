"""One volume of a dossier before it is written: its pages, their numbers, and the whole contents as it prints them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from pipeline.model.bundle import BundlePlan, ContentsRow, Renumbering
from pipeline.packaging import contents, volume_words
from pipeline.packaging.contents import LaidRow
from pipeline.packaging.keeping import kept
from pipeline.packaging.pagination import Numbered, Slot, for_duplex, numbered, paginated
from pipeline.packaging.sources import Sources
from pipeline.packaging.typeset import Fonts


class Layout(NamedTuple):
    """`plan` is what stands in this volume, which is `volume` of `volumes`, 0 of 0 where there is but one.

    `total` is what every stamp prints as the page count.
    """

    plan: BundlePlan
    fonts: Fonts
    laid: tuple[LaidRow, ...]
    pages: Numbered
    rows: tuple[ContentsRow, ...]
    total: int
    volume: int = 0
    volumes: int = 0
    duplex: bool = False
    renumbering: Renumbering | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What each page is."""
        return self.pages.slots

    @property
    def numbers(self) -> tuple[str, ...]:
        """What each page prints, or would print."""
        return self.pages.numbers


def laid_out(volumes: Sequence[BundlePlan], fonts: Fonts, sources: Sources | None = None) -> tuple[Layout, ...]:
    """Every volume's layout; `sources` are read where the numbers of an earlier dossier are kept."""
    laid = contents.laid_out(volumes, fonts)
    slots = tuple(paginated(plan, laid) for plan in volumes)
    earlier = volumes[0].earlier
    if earlier and sources is not None:
        found = kept(earlier, slots, sources)
        return _layouts(volumes, fonts, laid, _shared(slots, found.numbers), earlier[0].count, found.renumbering)
    total = sum(map(len, slots))
    numbers = tuple(str(number) for number in range(1, total + 1))
    return _layouts(volumes, fonts, laid, _shared(slots, numbers), total, None)


def for_printing(layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """The same volumes for printing on both sides: the same numbers, blanks between."""
    pages = tuple(for_duplex(each.pages, volume_words.BLANK) for each in layouts)
    first = layouts[0]
    volumes = [each.plan for each in layouts]
    found = _layouts(volumes, first.fonts, first.laid, pages, first.total, first.renumbering)
    return tuple(each._replace(duplex=True) for each in found)


def _shared(slots: tuple[tuple[Slot, ...], ...], numbers: tuple[str, ...]) -> tuple[Numbered, ...]:
    """The numbers that run through all volumes, to each its own."""
    ends = list(accumulate(map(len, slots)))
    return tuple(Numbered(each, numbers[end - len(each) : end]) for each, end in zip(slots, ends, strict=True))


def _layouts(
    volumes: Sequence[BundlePlan],
    fonts: Fonts,
    laid: tuple[LaidRow, ...],
    pages: tuple[Numbered, ...],
    total: int,
    renumbering: Renumbering | None,
) -> tuple[Layout, ...]:
    several = len(volumes) > 1
    return tuple(
        Layout(
            plan=plan,
            fonts=fonts,
            laid=laid,
            pages=pages[own],
            rows=numbered(laid, pages, own),
            total=total,
            volume=own + 1 if several else 0,
            volumes=len(volumes) if several else 0,
            renumbering=renumbering,
        )
        for own, plan in enumerate(volumes)
    )
