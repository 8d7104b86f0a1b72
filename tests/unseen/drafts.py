"""What contracts and deeds need beside the pen: blanks with values on them, odd grids, fake bold, papers of Word."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docx import Document
from docx.shared import Pt

from tests.specimens import fonts, table
from tests.specimens.sheet import NOTICE, Paper, Value, wrap
from tests.unseen.kit import Pen

BLANK = re.compile(r"\{([^}]*)\}")
Cell = tuple[str, float]


class Draft(Pen):
    """A pen that also fills blanks, rules grids whose rows are cut differently, and prints bold by printing twice."""

    def blanks(self, words: str, indent: int = 2, size: float | None = None, leading: float = 1.8) -> None:
        """A paragraph in which each {value} stands on a line drawn under it."""
        size = size or self.size
        x, self.y = self.left + indent * size, self.y + size * leading
        for character, ruled in _characters(words):
            wide = fonts.width(character, "song", size)
            if x + wide > self.right:
                x, self.y = self.left, self.y + size * leading
                if self.y > self.page.height - self.bottom:
                    self.next_page()
                    self.y += size * leading
            self.page.text(x, self.y, character, size)
            if ruled:
                self.page.line(x, self.y + 2.5, x + wide, self.y + 2.5, 0.5)
            x += wide

    def odd(self, *rows: Sequence[Cell], size: float = 9.5, least: float = 24.0, left: Sequence[int] = ()) -> None:
        """Ruled rows, each with cells of its own widths."""
        style = table.Style(size=size, least=least, head_face="song", left=tuple(left))
        for row in rows:
            words, widths = [cell[0] for cell in row], [cell[1] for cell in row]
            if self.y + table.height_of(words, widths, style) > self.page.height - self.bottom:
                self.next_page()
            self.y = table.row(self.page, self.left, self.y, words, widths, style)

    def side(self, label: str, width: float, *rows: Sequence[Cell], size: float = 9.5, least: float = 24.0) -> None:
        """Rows with one label beside all of them, set upright."""
        top, margin = self.y, self.left
        self.left += width
        self.odd(*rows, size=size, least=least)
        self.left = margin
        self.page.frame(self.left, top, self.left + width, self.y)
        step = size * 1.25
        y = (top + self.y) / 2 - (len(label) - 1) * step / 2 + size * 0.36
        for letter in label:
            self.page.text(self.left + width / 2, y, letter, size, "song", "centre")
            y += step

    def fake(self, words: str, size: float = 16, centre: bool = True) -> None:
        """Bold type made by printing twice, a hair apart."""
        self.y += size * 1.6
        for shift in (0.0, 0.35):
            x = self.page.width / 2 if centre else self.left
            self.page.text(x + shift, self.y, words, size, "song", "centre" if centre else "left")

    def columns(self, *texts: Sequence[str], size: float | None = None, leading: float = 1.8) -> None:
        """Columns of lines side by side; long lines are wrapped in their column."""
        size = size or self.size
        wide = (self.right - self.left) / len(texts)
        ends, top = [], self.y + size * leading
        for place, lines in enumerate(texts):
            rows = [row for line in lines for row in wrap(line, wide - 14, size)]
            ends.append(self.page.lines(self.left + place * wide, top, rows, size * leading, size))
        self.y = max(ends) - size * leading

    def stacked(self, pairs: Sequence[tuple[str, str]], across: int = 2, size: float = 10.5) -> None:
        """Small grey labels with their values beneath, as web forms print them."""
        wide = (self.right - self.left) / across
        for first in range(0, len(pairs), across):
            some = pairs[first : first + across]
            tall = 0
            for place, (label, value) in enumerate(some):
                x = self.left + place * wide
                self.page.text(x, self.y + 14, label, 8.5, "hei", colour="#7a7a7a")
                rows = wrap(value, wide - 16, size)
                self.page.lines(x, self.y + 30, rows, size * 1.4, size)
                tall = max(tall, len(rows))
            self.y += 26 + tall * size * 1.4


def _characters(words: str) -> Iterator[tuple[str, bool]]:
    """Each character with whether it stands on a blank."""
    for place, part in enumerate(BLANK.split(words)):
        ruled = place % 2 == 1
        for character in f" {part} " if ruled else part:
            yield character, ruled


@dataclass
class Word:
    """A paper of Word with its truth."""

    kind: str
    fields: dict[str, Value]
    rows: dict[str, list[dict[str, Value]]] = field(default_factory=dict)
    content: bytes = b""


def word(
    kind: str, parts: Sequence[str | Sequence[Sequence[str]]], fields: Mapping[str, Value], title: str = "",
) -> Word:  # fmt: skip
    """A paper of Word: paragraphs, and tables as sequences of rows; equal neighbours in a row are one merged cell."""
    made = Document()
    if title:
        run = made.add_paragraph().add_run(title)
        run.bold, run.font.size = True, Pt(18)
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
        else:
            _add_table(made, part)
    made.add_paragraph(NOTICE)
    buffer = io.BytesIO()
    made.save(buffer)
    return Word(kind, dict(fields), {}, buffer.getvalue())


def _add_table(made: object, rows: Sequence[Sequence[str]]) -> None:
    grid = made.add_table(len(rows), max(map(len, rows)), "Table Grid")  # type: ignore[attr-defined]
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            cell = grid.cell(y, x)
            if x and row[x - 1] == text:
                grid.cell(y, x - 1).merge(cell)
            else:
                cell.text = text


Drawn = Paper | Word
