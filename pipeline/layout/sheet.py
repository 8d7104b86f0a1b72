"""One page as lines and ruled cells, ready to be searched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Any

from pipeline.layout.glyphs import Glyph, Place, Words, glyphs_of
from pipeline.layout.level import Slant
from pipeline.layout.lines import Line, em_of
from pipeline.layout.rows import lines_of
from pipeline.model.geometry import Box
from pipeline.model.page import Page

UNDERSCORES = frozenset("_＿")
PAGE_FRAME = 0.5  # of the page: a larger cell is a frame round the page


@dataclass(frozen=True, eq=False)
class Sheet:
    """A page with its characters levelled and grouped to lines. Make it with `Sheet.of(page)`."""

    page: Page
    glyphs: tuple[Glyph, ...]
    lines: tuple[Line, ...]
    slant: Slant | None = None
    """How the page leans as it is seen; None where it stands straight."""

    @classmethod
    def of(cls, page: Page) -> Sheet:
        """The page's characters cleaned, levelled and grouped to lines."""
        glyphs = glyphs_of(page)
        pictured = page.reader != "text" or page.look.picture
        slant = Slant.of(glyphs, page.width, page.height) if pictured else None
        if slant is not None:
            glyphs = tuple(slant.glyph(glyph) for glyph in glyphs)
        return cls(page, glyphs, lines_of(glyphs), slant)

    @property
    def place(self) -> Place:
        """File, hash, number, engine and turn of the page."""
        return Place.of(self.page)

    @cached_property
    def em(self) -> float:
        """The usual size of a character on this page, in points."""
        return em_of(self.glyphs) if self.glyphs else 12.0

    @cached_property
    def pitch(self) -> float:
        """The usual distance from one line to the next, in points."""
        steps = [b.at.middle[1] - a.at.middle[1] for a, b in pairwise(self.lines)]
        near = [step for step in steps if 0.8 * self.em < step < 3 * self.em]
        return median(near) if near else 1.6 * self.em

    @cached_property
    def text(self) -> str:
        """The page's lines as printed, top to bottom, newlines between."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def fold(self) -> str:
        """The page's folded characters in line order, without white space."""
        return "".join(line.fold for line in self.lines)

    @cached_property
    def by_fold(self) -> dict[str, list[Glyph]]:
        """The characters by their folded form, in line order."""
        found: dict[str, list[Glyph]] = {}
        for line in self.lines:
            for glyph in line.glyphs:
                found.setdefault(glyph.fold, []).append(glyph)
        return found

    @cached_property
    def position_of(self) -> dict[Glyph, tuple[Line, int]]:
        """The line of each character and its place on it."""
        return {glyph: (line, index) for line in self.lines for index, glyph in enumerate(line.glyphs)}

    @cached_property
    def found_labels(self) -> dict[str, Any]:
        """What `labels` has found on this page, by label: filled there."""
        return {}

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Ruled cells with their characters, by top and left edge; frames round others or round the page left out."""
        whole = self.page.width * self.page.height
        drawn = {box for box in self.page.cells if box.width * box.height < PAGE_FRAME * whole}
        if self.slant is not None:
            drawn = {self.slant.frame(box) for box in drawn}
        boxes = sorted(drawn, key=lambda box: (box.top, box.x0))
        inner = [box for box in boxes if not any(_frames(box, other) for other in boxes)]
        return tuple(Cell(box, self._glyphs_in(box)) for box in inner)

    @cached_property
    def writing_lines(self) -> tuple[Box, ...]:
        """Lines to write on, printed as underscores or drawn: their boxes on the levelled page."""
        typed = (
            box for character, box in zip(self.page.text, self.page.boxes, strict=True) if character in UNDERSCORES
        )
        found = (*typed, *self.page.rules)
        return found if self.slant is None else tuple(self.slant.frame(box) for box in found)

    @cached_property
    def cell_of(self) -> dict[Glyph, int]:
        """Index of the ruled cell of each character that stands in one."""
        return {glyph: index for index, cell in enumerate(self.cells) for glyph in cell.glyphs}

    def _glyphs_in(self, box: Box) -> tuple[Glyph, ...]:
        """Characters whose middle lies in a box of the levelled page, line by line."""
        return tuple(g for line in self.lines for g in line.glyphs if box.contains(*g.at.middle))

    def cut(self, box: Box) -> Sheet:
        """The same page with only the characters inside a box (as seen): one of several cards on a sheet."""
        inside = tuple(glyph for glyph in self.glyphs if box.contains(*glyph.box.middle))
        return Sheet(self.page, inside, lines_of(inside), self.slant)


@dataclass(frozen=True)
class Cell:
    """A ruled cell (box on the levelled page) and what stands in it."""

    box: Box
    glyphs: tuple[Glyph, ...]

    @cached_property
    def ordered(self) -> tuple[Glyph, ...]:
        """Its characters line by line."""
        return ordered_by_lines(self.glyphs)

    @cached_property
    def words(self) -> Words | None:
        """Its text, wrapped lines joined; None where it is empty."""
        return Words.of(self.ordered) if self.glyphs else None

    @cached_property
    def fold(self) -> str:
        """Its folded characters."""
        return "".join(glyph.fold for glyph in self.ordered)


def ordered_by_lines(glyphs: Iterable[Glyph]) -> tuple[Glyph, ...]:
    """The characters regrouped to lines among themselves, top to bottom, left to right."""
    return tuple(glyph for line in lines_of(glyphs) for glyph in line.glyphs)


def _frames(outer: Box, inner: Box) -> bool:
    if outer == inner or outer.width * outer.height < 1.5 * inner.width * inner.height:
        return False
    return outer.grown(1).contains(inner.x0, inner.top) and outer.grown(1).contains(inner.x1, inner.bottom)
