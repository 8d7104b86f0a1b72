"""Tables without rules: columns from where the headings stand, rows from baselines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.layout.cells import CELL_GAP
from pipeline.layout.glyphs import Glyph, Words, folded
from pipeline.layout.grid import Column, Grid, heading_fit, heading_names, is_total
from pipeline.layout.labels import Hit, label_hits
from pipeline.layout.lines import Line, split_at_gaps
from pipeline.layout.passages import PAGE_NUMBER
from pipeline.layout.sheet import Sheet
from pipeline.model.geometry import Box

APART = 2.0  # em: two pieces of one cell (a name's characters, a day's numbers) stand closer than this
TWO = 2
ALL_HEADINGS = 0.6  # of a piece's characters belong to headings: less is running text that mentions them
SEAM = 6.0  # em: two cells that touch meet this near to the middle between their headings
ROW_LEAP = 4.0  # line distances: more white space ends the table
LEAST_HEADING = 0.25  # of a piece's characters belong to the heading that begins a table's first line
RUNNING_TEXT = 2  # headings: a piece of text below more than these is no cell
HEAD_LINES = 3  # a heading may wrap over this many lines


LISTING = frozenset("、,;")  # between words that one value lists
SAME_HEADINGS = 1  # a cell that is a heading's own text is no value
WRAP_GAP = 0.9  # em: the lines of one wrapped cell stand closer than this

Filled = tuple[Line, dict[str, list[Glyph]]]
"""A line of a table with its characters by column."""


@dataclass(frozen=True)
class Heads:
    """Headings of an unruled table: levelled extent of every column by name; unnamed ones are `#1`, `#2`, …."""

    extents: dict[str, Box]
    words: dict[str, Words]
    first_line: int
    last_line: int

    def column_at(self, piece: Words) -> str:
        """The column that a piece of a line belongs to: largest overlap, else nearest middle."""

        def distance(extent: Box) -> tuple[float, float]:
            shared = min(extent.x1, piece.at.x1) - max(extent.x0, piece.at.x0)
            return -max(shared, 0.0), abs(extent.middle[0] - piece.at.middle[0])

        return min(self.extents, key=lambda name: distance(self.extents[name]))

    def columns_of(self, pieces: Sequence[Words], em: float) -> list[str]:
        """The column of each piece of a line: by place, or by count where a full line is set to the right.

        Numbers at the right edge of their columns stand nearer to the next heading than to their own: two of them
        then meet under one heading though white space parts them, while as many pieces stand on the line as columns.
        """
        by_place = [self.column_at(piece) for piece in pieces]
        meet = any(
            one == other and after.at.x0 - before.at.x1 > APART * em
            for (one, before), (other, after) in pairwise(zip(by_place, pieces, strict=True))
        )
        in_order = sorted(self.extents, key=lambda name: self.extents[name].x0)
        return in_order if meet and len(pieces) == len(in_order) else by_place

    def parted(self, piece: Words) -> tuple[Words, ...]:
        """A piece that reaches over two columns, cut where Chinese text meets a number near their boundary."""
        if self.covered(piece) != TWO:
            return (piece,)
        left, right = sorted(e for e in self.extents.values() if piece.at.x0 < e.middle[0] < piece.at.x1)
        boundary = (left.x1 + right.x0) / 2
        glyphs = piece.glyphs
        seams = [n for n in range(1, len(glyphs)) if glyphs[n - 1].fold.isascii() != glyphs[n].fold.isascii()]
        nearest = min(seams, key=lambda n: abs(glyphs[n].at.x0 - boundary), default=None)
        if nearest is None or abs(glyphs[nearest].at.x0 - boundary) > SEAM * piece.at.height:
            return (piece,)
        return Words.of(glyphs[:nearest]), Words.of(glyphs[nearest:])

    def covered(self, piece: Words) -> int:
        """How many headings lie wholly above a piece: running text covers several."""
        return sum(piece.at.x0 < e.middle[0] < piece.at.x1 for e in self.extents.values())


def grids_on(
    sheet: Sheet, columns: Sequence[Column], least: int, key: str, carried: object
) -> tuple[list[Grid], Heads | None]:
    """The unruled tables on a page, and the headings of one that goes on overleaf."""
    found: list[Grid] = []
    last: Heads | None = None
    start, rows_open = 0, False
    heads = _all_heads(sheet, columns, least)
    if isinstance(carried, Heads):
        until = heads[0].first_line if heads else len(sheet.lines)
        rows, rows_open = _rows(sheet.lines[:until], carried, key)
        if rows:
            found.append(Grid({}, tuple(rows)))
            last = carried
    for number, head in enumerate(heads):
        start = head.last_line + 1
        until = heads[number + 1].first_line if number + 1 < len(heads) else len(sheet.lines)
        rows, rows_open = _rows(sheet.lines[start:until], head, key)
        found.append(Grid(head.words, tuple(rows)))
        last = head
    return found, last if rows_open else None


def _all_heads(sheet: Sheet, columns: Sequence[Column], least: int) -> list[Heads]:
    labels = {heading for column in columns for heading in column.headings}
    hits = label_hits(sheet, labels)
    on_lines = [(hit, hit.line) for hit in hits if hit.line is not None]
    listed = {line.number for hit, line in on_lines if _is_listed(hit, line)}
    candidates = sorted(
        {line.number for hit, line in on_lines if hit.sort != "colon" and _stands_out(hit, line)} - listed
    )
    heads: list[Heads] = []
    for number in candidates:
        if heads and number <= heads[-1].last_line:
            continue
        lines = next((extra for extra in range(1, HEAD_LINES) if number + extra in listed), HEAD_LINES)
        zones = [_heads_of(sheet, number, extra, columns) for extra in range(lines)]
        best = max(zones, key=lambda head: (len(head.words), -head.last_line))
        if _is_remark_line(sheet, best.last_line + 1):
            best = _heads_of(sheet, number, best.last_line + 1 - number, columns)
        if len(best.words) >= least:
            heads.append(best)
    return heads


def _is_listed(hit: Hit, line: Line) -> bool:
    """Whether a word is one of several that a value lists (养老、工伤、失业)."""
    return line.fold[hit.end : hit.end + 1] in LISTING or (hit.start > 0 and line.fold[hit.start - 1] in LISTING)


def _stands_out(hit: Hit, line: Line) -> bool:
    """Whether a heading is most of its piece of a line; in a caption (股东出资情况（单位：万元）) it is a word among others."""
    piece = next((each for each in _pieces(line, [hit.words.glyphs]) if hit.words.glyphs[0] in each.glyphs), None)
    return piece is None or len(hit.words.glyphs) >= LEAST_HEADING * len(piece.glyphs)


def _is_remark_line(sheet: Sheet, number: int) -> bool:
    """Whether a line holds only bracketed remarks, such as the unit (万元) under a heading."""
    if number >= len(sheet.lines):
        return False
    return all(piece.fold.startswith("(") and piece.fold.endswith(")") for piece in _pieces(sheet.lines[number]))


def _heads_of(sheet: Sheet, first: int, extra: int, columns: Sequence[Column]) -> Heads:
    lines = sheet.lines[first : first + extra + 1]
    printed = "".join(line.fold for line in lines)
    columns = [column for column in columns if folded(column.under) in printed]
    extents: dict[str, Box] = {}
    words: dict[str, Words] = {}
    blocks = list(enumerate(_blocks(sheet, lines, columns)))
    for number, block in sorted(blocks, key=lambda one: -heading_fit(one[1].fold, columns)):
        name = heading_names(block.fold, columns)
        if not name or name in extents:
            name = f"#{number}"
        else:
            words[name] = block
        extents[name] = block.at
    return Heads(extents, words, first, first + len(lines) - 1)


def _blocks(sheet: Sheet, lines: Sequence[Line], columns: Sequence[Column]) -> list[Words]:
    """The headings: pieces of the lines, letter-spaced ones joined, pieces above one another joined."""
    labels = {heading for column in columns for heading in column.headings}
    whole = [hit.words.glyphs for hit in label_hits(sheet, labels) if hit.line in lines]
    blocks: list[list[Glyph]] = []
    for line in lines:
        for piece in (part for joined in _pieces(line, whole) for part in _headings_apart(joined, columns)):
            above = next((b for b in blocks if _overlap(Words.of(b).at, piece.at)), None)
            if above is None:
                blocks.append(list(piece.glyphs))
            else:
                above.extend(piece.glyphs)
    return [Words.of(block) for block in blocks]


def _headings_apart(piece: Words, columns: Sequence[Column]) -> Iterator[Words]:
    """Headings that touch one another (出资比例出资方式), cut where the second one begins."""
    texts = {folded(heading): column.name for column in columns for heading in column.headings}
    found: dict[int, str] = {}
    taken: set[int] = set()
    for text in sorted(texts, key=len, reverse=True):
        at = piece.fold.find(text)
        if at >= 0 and taken.isdisjoint(range(at, at + len(text))):
            taken.update(range(at, at + len(text)))
            found[at] = texts[text]
    starts = sorted(found)
    if len(taken) < ALL_HEADINGS * len(piece.glyphs):
        starts = []
    cuts = [after for before, after in pairwise(starts) if found[before] != found[after]]
    for start, end in pairwise([0, *cuts, len(piece.glyphs)]):
        yield Words.of(piece.glyphs[start:end])


def _pieces(line: Line, whole: Sequence[tuple[Glyph, ...]] = ()) -> list[Words]:
    """The cells of a line; characters that form one label stay together however they are spaced."""
    pieces = [list(piece.glyphs) for piece in split_at_gaps(line.glyphs, CELL_GAP * line.em)]
    for label in whole:
        touched = [piece for piece in pieces if set(piece).intersection(label)]
        if len(touched) > 1:
            joined = [glyph for piece in touched for glyph in piece]
            pieces = [piece for piece in pieces if piece not in touched] + [joined]
    return [Words.of(piece) for piece in sorted(pieces, key=lambda piece: piece[0].at.x0)]


def _overlap(one: Box, other: Box) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.3 * min(one.width, other.width)


def _rows(lines: Sequence[Line], heads: Heads, key: str) -> tuple[list[dict[str, Words]], bool]:
    """Rows below the headings, and whether the table may go on overleaf."""
    body, ended = _body(lines, heads)
    if not body:
        return [], not ended
    fullest = max(len(cells) for _, cells in body)
    anchors = [line.at.middle[1] for line, cells in body if len(cells) >= max(min(2, fullest), (fullest + 1) // 2)]
    gathered: list[dict[str, list[Glyph]]] = [{} for _ in anchors]
    for line, cells in _without_afterthoughts(body, anchors):
        y = line.at.middle[1]
        nearest = min(range(len(anchors)), key=lambda n: (abs(anchors[n] - y), anchors[n] > y))
        for name, glyphs in cells.items():
            gathered[nearest].setdefault(name, []).extend(glyphs)
    rows = [{n: Words.of(g) for n, g in row.items() if not n.startswith("#")} for row in gathered]
    return [row for row in rows if key in row and not is_total(row)], not ended


def _is_heading_line(pieces: Sequence[Words], heads: Heads) -> bool:
    """Whether a line repeats a heading: another table begins."""
    printed = {words.fold for words in heads.words.values()}
    return sum(piece.fold in printed for piece in pieces) >= SAME_HEADINGS


def _without_afterthoughts(body: Sequence[Filled], anchors: Sequence[float]) -> list[Filled]:
    """The lines without those that stand apart below the last full row: what follows a table, not its wrapped cells."""
    kept: list[Filled] = []
    for line, cells in body:
        apart = bool(kept) and line.at.top - kept[-1][0].at.bottom > WRAP_GAP * line.em
        if anchors and line.at.middle[1] > anchors[-1] and apart:
            break
        kept.append((line, cells))
    return kept


def _body(lines: Sequence[Line], heads: Heads) -> tuple[list[Filled], bool]:
    """The lines that belong to the table, each as column name → characters; whether something else follows."""
    body: list[Filled] = []
    for line in lines:
        if PAGE_NUMBER.match(line.fold):
            continue
        pieces = _pieces(line)
        if body and _is_heading_line(pieces, heads):
            return body, True
        if any(heads.covered(piece) > RUNNING_TEXT for piece in pieces):
            return body, True
        if body and line.at.top - body[-1][0].at.bottom > ROW_LEAP * max(line.em, body[-1][0].em):
            return body, True
        cells: dict[str, list[Glyph]] = {}
        parted = [part for whole in pieces for part in heads.parted(whole)]
        for piece, name in zip(parted, heads.columns_of(parted, line.em), strict=True):
            cells.setdefault(name, []).extend(piece.glyphs)
        if body and line.fold.startswith(("合计", "总计")):
            return body, True
        body.append((line, cells))
    return body, False
