"""The contents: which rows there are, how they break over pages, and how they look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from pipeline.model.bundle import BundlePlan, ContentsRow
from pipeline.model.geometry import Box
from pipeline.packaging import wording
from pipeline.packaging.typeset import (
    ACCENT,
    FAINT,
    HEIGHT,
    INK,
    MARGIN,
    WARNING,
    WIDTH,
    Fonts,
    Sheets,
    measure,
    wrapped,
)

TOP_FIRST, TOP_NEXT, BOTTOM = 170.0, 118.0, HEIGHT - 72.0  # points: where rows begin and must end
NUMBER_X, TITLE_X, INDENT = MARGIN, MARGIN + 40.0, 14.0
PAGES_X = WIDTH - MARGIN
PAGES_ROOM = 74.0  # points: “1234–1240” and air
NOTE_SIZE = 8.0
SIZES = {0: 11.0, 1: 9.5}
LEADING = {0: 16.0, 1: 14.0}
ABOVE = {0: 9.0, 1: 2.0}
NEED = 3.0  # points below the last baseline of a row


class Entry(NamedTuple):
    """What a row says, before its pages are known."""

    level: Literal[0, 1]
    number: str
    title: str
    note: str


class LaidRow(NamedTuple):
    """A row with its lines, the contents page (0-based) on which it stands and its top there."""

    entry: Entry
    lines: tuple[str, ...]
    sheet: int
    top: float

    @property
    def height(self) -> float:
        """From the top of the first line to the end of the last."""
        return len(self.lines) * LEADING[self.entry.level] + NEED

    @property
    def box(self) -> Box:
        """The whole row, which is what a reader clicks."""
        return Box(MARGIN - 4, self.top, WIDTH - MARGIN + 4, self.top + self.height)


def entries(plan: BundlePlan) -> Iterator[Entry]:
    """A row for each material and, under it, one for each paper; a material of one paper of the same name has none."""
    for material in plan.materials:
        alone = len(material.documents) == 1 and material.documents[0].title == material.title
        absent = wording.MISSING_NOTE if material.missing or not material.documents else ""
        signed = wording.SIGNED_NOTE if alone and material.documents[0].signed else ""
        yield Entry(0, material.number, material.title, absent or signed)
        if not alone:
            for document in material.documents:
                yield Entry(1, "", document.title, wording.SIGNED_NOTE if document.signed else "")


def laid_out(plan: BundlePlan, fonts: Fonts) -> tuple[LaidRow, ...]:
    """The rows on their pages; a material's row never stands alone at the foot of a page."""
    rows: list[LaidRow] = []
    sheet, y = 0, TOP_FIRST
    every = list(entries(plan))
    for index, entry in enumerate(every):
        lines = _lines(entry, fonts)
        need = _height(entry, lines)
        follower = every[index + 1] if index + 1 < len(every) else None
        keep = _height(follower, _lines(follower, fonts)) if entry.level == 0 and follower and follower.level else 0.0
        if y + need + keep > BOTTOM and y > TOP_NEXT:
            sheet, y = sheet + 1, TOP_NEXT
        rows.append(LaidRow(entry, lines, sheet, y + ABOVE[entry.level]))
        y += need
    return tuple(rows)


def _height(entry: Entry, lines: tuple[str, ...]) -> float:
    return ABOVE[entry.level] + len(lines) * LEADING[entry.level] + NEED


def _lines(entry: Entry, fonts: Fonts) -> tuple[str, ...]:
    """The title's lines, each short enough to leave room for the note and the pages."""
    note = measure(fonts, entry.note, NOTE_SIZE) + 10 if entry.note else 0.0
    room = PAGES_X - PAGES_ROOM - note - TITLE_X - INDENT * entry.level
    return wrapped(fonts, entry.title, SIZES[entry.level], room, "bold" if entry.level == 0 else "regular")


def sheet_count(rows: tuple[LaidRow, ...]) -> int:
    """How many contents pages the rows take; one even without rows."""
    return rows[-1].sheet + 1 if rows else 1


def draw(sheets: Sheets, laid: tuple[LaidRow, ...], rows: tuple[ContentsRow, ...]) -> None:
    """Draw every contents page; `rows` are the laid rows with their pages."""
    for sheet in range(sheet_count(laid)):
        _draw_head(sheets, sheet)
        for place, row in zip(laid, rows, strict=True):
            if place.sheet == sheet:
                _draw_row(sheets, place, row)
        sheets.turn()


def _draw_head(sheets: Sheets, sheet: int) -> None:
    if sheet == 0:
        sheets.text(WIDTH / 2, 108, wording.CONTENTS_HEADING, size=22, weight="bold", align="centre")
    else:
        sheets.text(WIDTH / 2, 74, wording.CONTENTS_CONTINUED, size=12, weight="bold", align="centre")
    line = (TOP_FIRST if sheet == 0 else TOP_NEXT) - 14
    sheets.text(NUMBER_X, line, wording.COLUMN_NUMBER, size=9, colour=FAINT)
    sheets.text(TITLE_X, line, wording.COLUMN_TITLE, size=9, colour=FAINT)
    sheets.text(PAGES_X, line, wording.COLUMN_PAGES, size=9, colour=FAINT, align="right")
    sheets.rule(MARGIN, WIDTH - MARGIN, line + 8, 0.9, ACCENT)


def _draw_row(sheets: Sheets, place: LaidRow, row: ContentsRow) -> None:
    level = place.entry.level
    weight: Literal["regular", "bold"] = "bold" if level == 0 else "regular"
    x, size = TITLE_X + INDENT * level, SIZES[level]
    if level == 0:
        sheets.text(NUMBER_X, place.top + LEADING[0] - 3, row.number, size=size, weight="bold", colour=ACCENT)
    y = place.top
    for line in place.lines:
        y += LEADING[level]
        sheets.text(x, y - 3, line, size=size, weight=weight)
    _draw_end(sheets, row, x + measure(sheets.fonts, place.lines[-1], size, weight), y - 3)


def _draw_end(sheets: Sheets, row: ContentsRow, x: float, y: float) -> None:
    """Note, leader and pages on the row's last line."""
    size = SIZES[row.level]
    if row.note:
        colour = WARNING if row.note == wording.MISSING_NOTE else FAINT
        sheets.text(x + 8, y, row.note, size=NOTE_SIZE, colour=colour)
        x += 8 + measure(sheets.fonts, row.note, NOTE_SIZE)
    pages = pages_text(row.first, row.last)
    sheets.text(
        PAGES_X, y, pages, size=size, weight="bold" if row.level == 0 else "regular", colour=INK, align="right"
    )
    sheets.leader(x + 7, PAGES_X - measure(sheets.fonts, pages, size, "bold") - 7, y - 1)


def pages_text(first: int, last: int) -> str:
    """`7` or `7–12`."""
    return str(first) if first == last else f"{first}{wording.PAGES_TO}{last}"
