"""Lines: characters on one height of the page, left to right, cut where columns part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from pipeline.layout.glyphs import Glyph, Words, text_of
from pipeline.model.document import PrintedLine
from pipeline.model.geometry import Box, union

COLUMN_GAP = 1.2  # in em: a wider gap parts columns


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

    @cached_property
    def printed(self) -> PrintedLine:
        """The line as a record that leaves the layout."""
        place = self.glyphs[0].place
        return PrintedLine(
            file=place.file,
            sha256=place.sha256,
            page=place.page,
            engine=place.engine,
            text=self.fold,
            boxes=tuple(place.as_displayed(glyph.box) for glyph in self.glyphs),
            confidence=tuple(round(glyph.confidence, 3) for glyph in self.glyphs),
        )

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
