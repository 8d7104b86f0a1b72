"""Months that run across: one column a month, one row a year, a person or an insurance; or years across, months down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.documents.declaration import Paper
from pipeline.documents.social_insurance.signs import is_mark, notes_of, sign_in
from pipeline.layout.cells import CELL_GAP, TOUCH, same_column
from pipeline.layout.glyphs import Words
from pipeline.layout.grid import TOTALS, Column, heading_names
from pipeline.layout.lines import split_at_gaps
from pipeline.layout.sheet import Sheet
from pipeline.model.geometry import Box
from pipeline.text.days import parse_month

NUMBERED = re.compile(r"(?P<month>1[0-2]|0?[1-9])(?:月份?)?")
YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?:年度?|度)?")
LEAST = 3
"""So many months side by side, each the next one of the calendar, are headings."""
ROW_LEAP = 3.0  # line heights: more white space ends an unruled table
WHO = ("name", "number", "payer", "kinds", "kind", "unit")
YEARS = Column("year", ("缴费年度", "缴费年份", "年度", "年份", "年"))
MONTHS = Column("month", ("缴费月份", "月份", "月"))
LEAST_YEARS = 2


@dataclass(frozen=True)
class Piece:
    """Something printed in one place of a row; `words` None for an empty cell."""

    box: Box
    words: Words | None

    @property
    def fold(self) -> str:
        """Its folded characters."""
        return "" if self.words is None else self.words.fold


Row = Sequence[Piece]


@dataclass(frozen=True)
class Head:
    """The headings of such a table: months (or years) left to right, other columns by name, the year above them all."""

    months: tuple[Piece, ...]
    others: Mapping[str, Box]
    year: Words | None
    bottom: float


def months_across(paper: Paper, columns: Sequence[Column]) -> list[dict[str, Words]]:
    """A row of cells a month (`month`, `year` where it stands apart, `sign`, and what `columns` name of whom it is of).

    Cells that are empty, or whose mark nothing explains, give no row. A picture's marks give none at all: OCR loses
    them, and a lost mark must not look like a month that was not paid.
    """
    asked = [*(column for column in columns if column.name in WHO), YEARS, MONTHS]
    notes = notes_of(paper)
    found: list[dict[str, Words]] = []
    for sheet in paper.sheets:
        for head, rows in _tables(sheet, asked):
            marks = [piece.words for row in rows for piece in row if piece.words is not None and is_mark(piece.words)]
            if sheet.page.reader == "ocr" and marks:
                continue
            found += [cells for row in rows for cells in _cells(head, row, notes)]
    return found


def _cells(head: Head, row: Row, notes: str) -> Iterator[dict[str, Words]]:
    """The months of one row that it says something of."""
    told = {name: words for name, box in head.others.items() if (words := _under(box, row)) is not None}
    if any(words.fold.startswith(TOTALS) for words in told.values()):
        return
    year, month = told.pop("year", head.year), told.pop("month", None)
    if month is not None:
        yield from _years(head, row, told, month, notes)
        return
    for piece in head.months:
        words = _under(piece.box, row)
        if piece.words is None or sign_in(words, notes) is None or words is None:
            continue
        if parse_month(piece.words.text) is None:
            if year is None or YEAR.fullmatch(year.fold) is None:
                continue
            yield {**told, "year": year, "month": piece.words, "sign": words}
        else:
            yield {**told, "month": piece.words, "sign": words}


def _years(head: Head, row: Row, told: dict[str, Words], month: Words, notes: str) -> Iterator[dict[str, Words]]:
    """One month in every year that its row says something of."""
    for piece in head.months:
        words = _under(piece.box, row)
        if NUMBERED.fullmatch(month.fold) and piece.words is not None and words is not None and sign_in(words, notes):
            yield {**told, "year": piece.words, "month": month, "sign": words}


def _under(box: Box, row: Row) -> Words | None:
    """What a row has under a heading: the piece whose middle lies nearest to the heading's, if they overlap."""
    fitting = [piece for piece in row if min(piece.box.x1, box.x1) - max(piece.box.x0, box.x0) > 0]
    nearest = min(fitting, key=lambda piece: abs(piece.box.middle[0] - box.middle[0]), default=None)
    return None if nearest is None else nearest.words


def _tables(sheet: Sheet, columns: Sequence[Column]) -> Iterator[tuple[Head, list[Row]]]:
    """Ruled tables, else columns of white space."""
    ruled = list(_ruled(sheet, columns))
    yield from ruled or _loose(sheet, columns)


def _ruled(sheet: Sheet, columns: Sequence[Column]) -> Iterator[tuple[Head, list[Row]]]:
    cells = [Piece(cell.box, cell.words) for cell in sheet.cells]
    for top in sorted({piece.box.top for piece in cells}):
        beside = sorted((each for each in cells if abs(each.box.top - top) < TOUCH), key=lambda each: each.box.x0)
        months = _run_of_months(beside)
        if not months:
            continue
        level = months[0].box
        zone = [
            each
            for each in cells
            if each.box.top < level.middle[1] < each.box.bottom and each not in months and each.fold
        ]
        above = [each for each in cells if abs(each.box.bottom - level.top) < TOUCH and _over(each.box, months)]
        head = _head(months, zone, above, columns)
        if head is not None:
            yield head, list(_ruled_rows(cells, head))


def _ruled_rows(cells: Sequence[Piece], head: Head) -> Iterator[Row]:
    """Rows of cells under the first month, as long as each touches the one above."""
    first, reached = head.months[0].box, head.bottom
    column = sorted((each for each in cells if same_column(each.box, first)), key=lambda each: each.box.top)
    for cell in column:
        if cell.box.top < reached - TOUCH:
            continue
        if cell.box.top > reached + TOUCH:
            return
        reached, y = cell.box.bottom, cell.box.middle[1]
        yield [each for each in cells if each.box.top < y < each.box.bottom]


def _loose(sheet: Sheet, columns: Sequence[Column]) -> Iterator[tuple[Head, list[Row]]]:
    lines = [
        (line, [Piece(words.at, words) for words in split_at_gaps(line.glyphs, CELL_GAP * line.em)])
        for line in sheet.lines
    ]
    for number, (_, pieces) in enumerate(lines):
        months = _run_of_months(pieces)
        if not months:
            continue
        above = lines[number - 1][1] if number else []
        head = _head(months, [each for each in pieces if each not in months], above, columns)
        if head is None:
            continue
        rows: list[Row] = []
        reached = head.bottom
        for line, row in lines[number + 1 :]:
            if line.at.top - reached > ROW_LEAP * line.em or len(row) < 2:  # noqa: PLR2004 - a row says of what and what
                break
            rows.append(row)
            reached = line.at.bottom
        yield head, rows


def _head(
    months: tuple[Piece, ...], zone: Sequence[Piece], above: Sequence[Piece], columns: Sequence[Column]
) -> Head | None:
    """The headings, where anything beside the months, or a year above them, says what the rows are of."""
    others: dict[str, Box] = {}
    for piece in zone:
        name = heading_names(piece.fold, columns)
        if name and name not in others:
            others[name] = piece.box
    if YEAR.fullmatch(months[0].fold) and "month" not in others:
        return None
    if not YEAR.fullmatch(months[0].fold):
        others.pop("month", None)
    years = [piece.words for piece in above if piece.words is not None and YEAR.fullmatch(piece.fold)]
    year = years[0] if len(years) == 1 else None
    if not others and year is None:
        return None
    return Head(months, others, year, max(piece.box.bottom for piece in months))


def _run_of_months(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The longest run of neighbours that are months in the order of the calendar; empty where it is too short."""
    best: list[Piece] = []
    run: list[Piece] = []
    for piece in pieces:
        if run and _follows(run[-1].fold, piece.fold):
            run.append(piece)
        else:
            run = [piece] if _is_month(piece.fold) or YEAR.fullmatch(piece.fold) else []
        best = max(best, run, key=len)
    years = len(best) >= LEAST_YEARS and YEAR.fullmatch(best[0].fold) is not None
    return tuple(best) if len(best) >= LEAST or years else ()


def _is_month(fold: str) -> bool:
    return NUMBERED.fullmatch(fold) is not None or parse_month(fold) is not None


def _follows(one: str, other: str) -> bool:
    """Whether a heading is the month after another's, or the one before it."""
    earlier, later = YEAR.fullmatch(one), YEAR.fullmatch(other)
    if earlier is not None and later is not None:
        return abs(int(later["year"]) - int(earlier["year"])) == 1
    first, second = NUMBERED.fullmatch(one), NUMBERED.fullmatch(other)
    if first is not None and second is not None:
        return int(second["month"]) - int(first["month"]) == 1
    whole, next_one = parse_month(one), parse_month(other)
    if whole is None or next_one is None:
        return False
    return next_one in (whole.plus(1), whole.plus(-1))


def _over(box: Box, months: Sequence[Piece]) -> bool:
    return box.x0 < months[0].box.middle[0] and months[-1].box.middle[0] < box.x1
