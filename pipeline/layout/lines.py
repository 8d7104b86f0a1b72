"""Lines rebuilt from characters: grouped by height on the page, ordered by x, cut where columns part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from pipeline.layout.glyphs import Glyph, Words, text_of
from pipeline.model.geometry import Box, union

SAME_LINE = 0.5  # share of the lower character's height that must overlap
COLUMN_GAP = 1.2  # in em: a wider gap parts columns
FULL_HEIGHT = 0.6  # of the tallest: lower marks (，、一) do not tell where the line lies


@dataclass(frozen=True)
class Line:
    """Characters on one height of the page, left to right; `number` is its index from the top of the page."""

    glyphs: tuple[Glyph, ...]
    number: int = 0

    @cached_property
    def at(self) -> Box:
        """The box on the levelled page, in points."""
        return union(glyph.at for glyph in self.glyphs)

    @cached_property
    def em(self) -> float:
        """The size of a full character, in points."""
        return em_of(self.glyphs)

    @cached_property
    def fold(self) -> str:
        """The folded characters, one for each glyph."""
        return "".join(glyph.fold for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        """The line as printed."""
        return text_of(self.glyphs)

    def words(self) -> Words:
        """The whole line as words."""
        return Words.of(self.glyphs)

    @cached_property
    def segments(self) -> tuple[Words, ...]:
        """The line cut at column gaps."""
        return split_at_gaps(self.glyphs, COLUMN_GAP * self.em)

    def gap_before(self, index: int) -> float:
        """White space left of a character, in points; infinite for the first."""
        if index == 0:
            return float("inf")
        return self.glyphs[index].at.x0 - self.glyphs[index - 1].at.x1

    def gap_after(self, index: int) -> float:
        """White space right of a character, in points; infinite for the last."""
        return self.gap_before(index + 1) if index + 1 < len(self.glyphs) else float("inf")


def em_of(glyphs: Sequence[Glyph]) -> float:
    """The size of a full character among these, in points, whether boxes are tight or as high as the line."""
    sizes = [max(glyph.at.width, glyph.at.height) for glyph in glyphs if not glyph.fold.isascii()]
    return max(median(sizes or [glyph.at.height for glyph in glyphs]), 1.0)


def split_at_gaps(glyphs: Sequence[Glyph], gap: float) -> tuple[Words, ...]:
    """Neighbouring characters as words, cut where more than `gap` points lie between two."""
    if not glyphs:
        return ()
    pieces: list[list[Glyph]] = [[glyphs[0]]]
    for before, after in pairwise(glyphs):
        if after.at.x0 - before.at.x1 > gap:
            pieces.append([])
        pieces[-1].append(after)
    return tuple(Words.of(piece) for piece in pieces)


def lines_of(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Characters grouped to lines, top to bottom; each line ordered by x."""
    bands: list[_Band] = []
    for glyph in sorted(glyphs, key=lambda each: (each.at.middle[1], each.at.x0)):
        band = next((each for each in reversed(bands[-3:]) if each.holds(glyph)), None)
        if band is None:
            band = _Band()
            bands.append(band)
        band.add(glyph)
    bands.sort(key=lambda band: (band.top + band.bottom) / 2)
    return tuple(Line(band.ordered(), number) for number, band in enumerate(bands))


class _Band:
    """A line in the making: its height on the page is the mean of its full-height characters."""

    def __init__(self) -> None:
        self.glyphs: list[Glyph] = []
        self.tallest = 0.0
        self.top = 0.0
        self.bottom = 0.0
        self._full = 0

    def holds(self, glyph: Glyph) -> bool:
        shared = min(self.bottom, glyph.at.bottom) - max(self.top, glyph.at.top)
        return shared >= SAME_LINE * min(self.bottom - self.top, max(glyph.at.height, 0.5))

    def add(self, glyph: Glyph) -> None:
        self.glyphs.append(glyph)
        height = glyph.at.height
        if self._full and height < FULL_HEIGHT * self.tallest:
            return
        if height * FULL_HEIGHT > self.tallest:
            self._full = 0
        self.tallest = max(self.tallest, height)
        self.top = (self.top * self._full + glyph.at.top) / (self._full + 1)
        self.bottom = (self.bottom * self._full + glyph.at.bottom) / (self._full + 1)
        self._full += 1

    def ordered(self) -> tuple[Glyph, ...]:
        return tuple(sorted(self.glyphs, key=lambda each: each.at.x0))
