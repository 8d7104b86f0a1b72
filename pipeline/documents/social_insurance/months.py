"""Months in print: one, or a span of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.layout.glyphs import folded
from pipeline.text.days import Month as Moon
from pipeline.text.days import month_range, months_in

OPEN_END = re.compile(r"(?:至今|现在|目前|至$|-$)")
LONGEST_SPAN = 12 * 60
"""Months: a longer span is a misreading, nobody pays for sixty years."""


class Span(NamedTuple):
    """Months from first to last, both included; `last` None where the span has not ended."""

    first: Moon
    last: Moon | None

    def covers(self, month: Moon) -> bool:
        """Whether a month lies inside."""
        return self.first <= month and (self.last is None or month <= self.last)


def span_in(text: str) -> Span | None:
    """The span that a cell prints: two months, one, or one and an open end; None for anything else."""
    found = months_in(text)
    if len(found) == 1:
        return Span(found[0], None if OPEN_END.search(folded(text)) else found[0])
    if len(found) != 2 or found[1] < found[0]:  # noqa: PLR2004 - a span has two ends
        return None
    return Span(*found)


def expanded(span: Span) -> tuple[Moon, ...]:
    """Every month of a closed span; empty where it is open or impossibly long."""
    if span.last is None:
        return ()
    months = month_range(span.first, span.last)
    return months if len(months) <= LONGEST_SPAN else ()


def month_of_cells(year: str, month: str) -> Moon | None:
    """A month whose year and number stand in two cells."""
    years, numbers = re.findall(r"(?:19|20)[0-9]{2}", folded(year)), re.findall(r"[0-9]{1,2}", folded(month))
    if len(years) != 1 or len(numbers) != 1 or not 1 <= int(numbers[0]) <= 12:  # noqa: PLR2004 - months of a year
        return None
    return Moon(int(years[0]), int(numbers[0]))
