"""Running text over pages: headings, clauses, tables, and page numbers at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.specimens import table
from tests.specimens.sheet import BLACK, Page, Paper, notice, wrap

KEPT_TOGETHER = 6
"""Tables of no more rows than this are not divided between pages."""


@dataclass(frozen=True)
class Manner:
    """How a document is set; lengths in points."""

    left: float = 82.0
    right: float = 82.0
    top: float = 78.0
    bottom: float = 76.0
    size: float = 12.0
    leading: float = 22.0
    header: str = ""
    footer: str = "第 {n} 页 共 {m} 页"


class Flow:
    """Writes down the page and begins a new one where the next piece does not fit."""

    def __init__(self, paper: Paper, manner: Manner) -> None:
        self.paper = paper
        self.manner = manner
        self.page = Page()
        self.new_page()

    @property
    def length(self) -> float:
        """The length of a line."""
        return self.page.width - self.manner.left - self.manner.right

    def new_page(self) -> None:
        """Begin a page."""
        self.page = Page()
        self.paper.pages.append(self.page)
        self.y = self.manner.top
        if self.manner.header:
            self.page.text(self.page.width / 2, 44, self.manner.header, 9, "song", "centre")
            self.page.line(self.manner.left, 50, self.page.width - self.manner.right, 50, 0.5)

    def room_for(self, height: float) -> None:
        """Begin a new page unless so many points are free."""
        if self.y + height > self.page.height - self.manner.bottom:
            self.new_page()

    def space(self, height: float) -> None:
        """Leave some room."""
        self.y += height

    def title(self, words: str, size: float = 20) -> None:
        """A centred title."""
        self.y += size
        self.page.text(self.page.width / 2, self.y, words, size, "bold", "centre")
        self.y += size * 0.9

    def heading(self, words: str, centred: bool = False) -> None:
        """A chapter's or clause's heading."""
        self.room_for(self.manner.leading * 2.6)
        self.y += self.manner.leading * 1.15
        at = self.page.width / 2 if centred else self.manner.left
        self.page.text(
            at, self.y, words, self.manner.size + (1 if centred else 0), "bold", "centre" if centred else "left"
        )
        self.y += self.manner.leading * 0.15

    def paragraph(self, words: str, indent: int = 2, name: str | None = None, colour: str = BLACK) -> None:
        """A paragraph whose first line is indented by so many characters."""
        first = indent * self.manner.size
        for place, line in enumerate(wrap(words, self.length, self.manner.size, first=first)):
            self.room_for(self.manner.leading)
            self.y += self.manner.leading
            left = self.manner.left + (first if place == 0 else 0.0)
            self.page.text(left, self.y, line, self.manner.size, name=name, colour=colour)

    def pair(self, left: str, right: str) -> None:
        """Two short texts on one line, at the margin and at the middle."""
        self.room_for(self.manner.leading)
        self.y += self.manner.leading
        self.page.text(self.manner.left, self.y, left, self.manner.size)
        self.page.text(self.page.width / 2 + 12, self.y, right, self.manner.size)

    def columns(self, rows: Sequence[tuple[str, str]], wide: float | None = None) -> None:
        """Two columns of labelled lines whose values wrap inside their column."""
        wide = wide or self.length / 2 - 12
        for pair in rows:
            cells = [wrap(words, wide, self.manner.size) for words in pair]
            count = max(len(lines) for lines in cells)
            self.room_for(count * self.manner.leading)
            for place, lines in enumerate(cells):
                left = self.manner.left if place == 0 else self.page.width / 2 + 6
                for step, line in enumerate(lines):
                    self.page.text(left, self.y + (step + 1) * self.manner.leading, line, self.manner.size)
            self.y += count * self.manner.leading

    def grid(self, rows: Sequence[Sequence[str]], widths: Sequence[float], style: table.Style = table.PLAIN) -> None:
        """A table with a header row, repeated on a new page."""
        self.y += 8
        scale = self.length / sum(widths)
        wide = [width * scale for width in widths]
        together = rows if len(rows) <= KEPT_TOGETHER else rows[:2]
        self.room_for(sum(table.height_of(cells, wide, style) for cells in together))
        self._row(rows[0], wide, style, True)
        for cells in rows[1:]:
            if self.y + table.height_of(cells, wide, style) > self.page.height - self.manner.bottom:
                self.new_page()
                self._row(rows[0], wide, style, True)
            self._row(cells, wide, style, False)
        self.y += 6

    def finish(self) -> Paper:
        """Number the pages and print the notice."""
        total = len(self.paper.pages)
        for number, page in enumerate(self.paper.pages, 1):
            if self.manner.footer:
                words = self.manner.footer.format(n=number, m=total)
                page.text(page.width / 2, page.height - 40, words, 9, "song", "centre")
            notice(page)
        return self.paper

    def _row(self, cells: Sequence[str], widths: Sequence[float], style: table.Style, head: bool) -> None:
        self.room_for(table.height_of(cells, widths, style))
        self.y = table.row(self.page, self.manner.left, self.y, cells, widths, style, head)
