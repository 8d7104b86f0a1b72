"""The contents: which rows there are, how they break over pages, and how they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from pipeline.model.bundle import BundlePlan, ContentsRow, MaterialPlan
from pipeline.model.geometry import Box
from pipeline.packaging import volume_words, wording
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
INSERTS_ROOM = 110.0  # points: “1234-12–1240-12” and air
NOTE_SIZE = 8.0
SIZES = {-1: 11.0, 0: 11.0, 1: 9.5}
LEADING = {-1: 16.0, 0: 16.0, 1: 14.0}
ABOVE = {-1: 16.0, 0: 9.0, 1: 2.0}
MOST_FILES = 3  # that are named one by one
NEED = 3.0  # points below the last baseline of a row


class Entry(NamedTuple):
    """What a row says, before its pages are known: of which volume (0-based), of which material, of which paper."""

    level: Literal[-1, 0, 1]
    number: str
    title: str
    note: str
    volume: int = 0
    material: str = ""
    document: int | None = None


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


def entries(volumes: Sequence[BundlePlan]) -> Iterator[Entry]:
    """A row for each volume where there are several, and below it those of its materials and papers."""
    for volume, plan in enumerate(volumes):
        if len(volumes) > 1:
            yield Entry(-1, "", volume_words.VOLUME.format(volume=volume + 1), "", volume)
        for material in plan.materials:
            yield from _of_material(material, volume)


def _of_material(material: MaterialPlan, volume: int) -> Iterator[Entry]:
    """A row for a material and, under it, one for each paper; one paper of the same name has none of its own."""
    alone = len(material.documents) == 1 and material.documents[0].title == material.title
    number = material.number
    title = volume_words.CONTINUED.format(title=material.title) if material.continued else material.title
    yield Entry(0, number, title, _note(material, alone=alone), volume, number)
    if not alone:
        for index, document in enumerate(material.documents):
            signed = [wording.SIGNED_NOTE] if document.signed else []
            note = wording.NOTES.join([*signed, *material.uploads[index : index + 1]])
            yield Entry(1, "", document.title, note, volume, number, index)


def _note(material: MaterialPlan, *, alone: bool) -> str:
    """What is said of a material: that it is missing, counts as an original, or is uploaded in several files."""
    if material.missing or not material.documents:
        return wording.MISSING_NOTE
    signed = [wording.SIGNED_NOTE] if alone and material.documents[0].signed else []
    files = list(dict.fromkeys(material.uploads))
    told = [volume_words.UPLOADS.format(files=_listed(files))] if files else []
    return wording.NOTES.join([*signed, *told])


def _listed(files: list[str]) -> str:
    return f"{files[0]} … {files[-1]}" if len(files) > MOST_FILES else "、".join(files)


def laid_out(volumes: Sequence[BundlePlan], fonts: Fonts) -> tuple[LaidRow, ...]:
    """The rows of the whole contents on their pages; a heading row never stands alone at the foot of a page."""
    rows: list[LaidRow] = []
    sheet, y = 0, TOP_FIRST
    every = list(entries(volumes))
    room = INSERTS_ROOM if any(plan.earlier for plan in volumes) else PAGES_ROOM
    for index, entry in enumerate(every):
        lines = _lines(entry, fonts, room)
        need = _height(entry, lines)
        if y + need + _followers(every[index:], fonts, room) > BOTTOM and y > TOP_NEXT:
            sheet, y = sheet + 1, TOP_NEXT
        rows.append(LaidRow(entry, lines, sheet, y + ABOVE[entry.level]))
        y += need
    return tuple(rows)


def _followers(entries: list[Entry], fonts: Fonts, room: float) -> float:
    """The height of the rows that stay with the first one: each below its heading, as far as the first paper."""
    height = 0.0
    for above, entry in pairwise(entries[:3]):
        if entry.level <= above.level:
            break
        height += _height(entry, _lines(entry, fonts, room))
    return height


def _height(entry: Entry, lines: tuple[str, ...]) -> float:
    return ABOVE[entry.level] + len(lines) * LEADING[entry.level] + NEED


def _lines(entry: Entry, fonts: Fonts, pages: float) -> tuple[str, ...]:
    """The title's lines, each short enough to leave room for the note and `pages` points for the pages."""
    note = measure(fonts, entry.note, NOTE_SIZE) + 10 if entry.note else 0.0
    room = PAGES_X - pages - note - TITLE_X - INDENT * max(entry.level, 0)
    return wrapped(fonts, entry.title, SIZES[entry.level], room, "regular" if entry.level == 1 else "bold")


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
    weight: Literal["regular", "bold"] = "regular" if level == 1 else "bold"
    x, size = TITLE_X + INDENT * level if level >= 0 else NUMBER_X, SIZES[level]
    if level == -1:
        sheets.rule(MARGIN, WIDTH - MARGIN, place.top + place.height + 1, 0.6, ACCENT)
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
    pages = row.printed or pages_text(str(row.first), str(row.last))
    sheets.text(
        PAGES_X, y, pages, size=size, weight="regular" if row.level == 1 else "bold", colour=INK, align="right"
    )
    sheets.leader(x + 7, PAGES_X - measure(sheets.fonts, pages, size, "bold") - 7, y - 1)


def pages_text(first: str, last: str) -> str:
    """`7`, `7–12`, or `88-1至88-3`, where a dash between would be one too many."""
    to = wording.INSERTS_TO if "-" in first + last else wording.PAGES_TO
    return first if first == last else f"{first}{to}{last}"
