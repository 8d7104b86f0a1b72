"""Which insurances a row of an insurance paper covers: named, counted, with an amount, or joined from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.layout.glyphs import Words, folded
from pipeline.profile.insurance_form import KINDS, Layout

Cells = Mapping[str, Words]
KINDS_IN_ORDER = ("养老", "失业", "工伤", "医疗", "生育")
"""The order in which the forms print them."""


PAID_MONTHS = re.compile(r"(?:实际缴费|实缴)?(?P<paid>[0-9]{1,3})(?:个?月)?(?:[,，;]?缓缴[0-9]{1,3}个?月)?")
"""A count of months: 10, 10个月, 实际缴费10个月,缓缴0个月."""


def kinds_of(layout: Layout, cells: Cells, months: int, joined: tuple[str, ...]) -> tuple[str, ...]:
    """The insurances that a row of so many months covers; `joined` those of the basic table or the title."""
    match layout.months.kinds_from:
        case "counted":
            if any(was_lost(cells, kind) for kind in layout.months.counted):
                return ()
            return tuple(kind for kind in layout.months.counted if counted(cells, kind) == months)
        case "amounts":
            return tuple(kind for kind in layout.months.counted if amount_in(cells, kind))
        case "column":
            return named_kinds(cells["kinds"].text) if "kinds" in cells else ()
        case "basic" | "title":
            return joined
        case _:
            return layout.months.kinds


def was_lost(cells: Cells, kind: str) -> bool:
    """Whether OCR read no count in a column: what it lost is no insurance that was not paid."""
    words = cells.get(kind)
    if words is None:
        return any(each.place.pictured for each in cells.values())
    return words.place.pictured and counted(cells, kind) is None


def kinds_place(layout: Layout, cells: Cells) -> Words | None:
    """Where a row says which insurances it covers: their own cell, else the least certain of the counts."""
    counts = [cells[kind] for kind in layout.months.counted if kind in cells]
    return cells.get("kinds") or min(counts, key=lambda words: words.confidence, default=None)


def named_kinds(text: str) -> tuple[str, ...]:
    """The insurances that a text names, in its order."""
    found = re.findall("|".join(KINDS), folded(text))
    return tuple(dict.fromkeys(found))


def counted(cells: Cells, kind: str) -> int | None:
    """How many months of a span a column says were paid."""
    words = cells.get(kind)
    found = None if words is None else PAID_MONTHS.fullmatch(folded(words.text))
    return None if found is None else int(found["paid"])


def amount_in(cells: Cells, kind: str) -> bool:
    """Whether a column holds an amount above zero."""
    words = cells.get(kind)
    found = None if words is None else re.fullmatch(r"[0-9]+(?:\.[0-9]{1,2})?", folded(words.text).replace(",", ""))
    return found is not None and float(found.group()) > 0
