"""The value that belongs to a label: beside it or below it, over wrapped lines, in ruled cells or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.layout.flowing import LINE_LEAP, flowing
from pipeline.layout.glyphs import Glyph, Words
from pipeline.layout.labels import REMARK, Hit
from pipeline.layout.lines import COLUMN_GAP, Line, split_at_gaps
from pipeline.layout.sheet import Cell, Sheet

LONGEST = 200  # characters of a value below its label
VALUE_GAP = 5.0  # em: a value may stand this far right of its label before it is another column's
COLUMN_FAR = 14.0  # em: as far from its label stands the value of the shortest one where values share one stop
SAME_STOP = 0.5  # em: values set at one stop begin this near to one another
INNER_GAP = 3.0  # em: inside a value (2020 年 3 月); wider white space ends it
INDENT = 1.5  # em: a wrapped line begins this near to where the value begins
PARAGRAPH = 2.0  # em: paragraphs begin this far right of the edge where labels stand
MOSTLY = 0.7  # of the way from a label to its value is a line to write on
EVEN = 0.4  # em: what is set at one stop begins this near to it
PARTING = 0.4  # em: white space before the next column, on a line that wraps beside it
UNKNOWN_LABEL = re.compile(r"[一-龥]{2,8}:(?<!项目:)")
COLUMN_WINDOW = 4.0  # line heights: a label beside these lines marks the next column


@dataclass(frozen=True)
class Reach:
    """How far a value may run: `lines` at most, `gap` em of white space inside it, `far` em right of its label."""

    lines: int = 12
    gap: float = INNER_GAP
    far: float = VALUE_GAP


def value_right_of(sheet: Sheet, hit: Hit, hits: Sequence[Hit], reach: Reach = Reach()) -> Words | None:
    """The value right of a label, wrapped lines joined; None where nothing stands there.

    `hits` are all labels of the page (`label_hits`): the value ends where another one begins. In a ruled cell the
    value is the rest of the label's cell, else the next cell to the right.
    """
    if sheet.cells and (cell := _cell_of(sheet, hit)) is not None:
        return _in_cells(sheet, hit, cell, hits)
    first = _first_line(sheet, hit, hits, reach)
    if not first:
        return None
    rest = _wrapped(sheet, hit, hits, first, reach) or flowing(sheet, hit, hits, first, reach.lines)
    return Words.of([*first, *rest])


def value_below(sheet: Sheet, hit: Hit, hits: Sequence[Hit], reach: Reach = Reach()) -> Words | None:
    """The value in the ruled cell or in the column under a label; None where nothing stands there."""
    if sheet.cells and (cell := _cell_of(sheet, hit)) is not None:
        under = [other for other in sheet.cells if _is_under(cell, other) and other.glyphs]
        lowest = min(under, key=lambda other: other.box.top, default=None)
        return lowest.words if lowest and not _is_label(lowest, hits) else None
    return _column_below(sheet, hit, hits, reach)


def _cell_of(sheet: Sheet, hit: Hit) -> Cell | None:
    index = sheet.cell_of.get(hit.words.glyphs[0])
    return None if index is None else sheet.cells[index]


def _in_cells(sheet: Sheet, hit: Hit, cell: Cell, hits: Sequence[Hit]) -> Words | None:
    rest = _rest_of_cell(hit, cell, hits)
    if rest:
        return Words.of(rest)
    right = [other for other in sheet.cells if _is_right(cell, other)]
    nearest = min(right, key=lambda other: other.box.x0, default=None)
    if nearest is None or not nearest.glyphs or _is_label(nearest, hits):
        return None
    value = _before_labels(
        nearest.ordered, [other for other in hits if other is not hit and other.sort != "touching"]
    )
    return Words.of(value) if value else None


def _rest_of_cell(hit: Hit, cell: Cell, hits: Sequence[Hit]) -> list[Glyph]:
    """What follows the label inside its own cell, up to the next label there; a remark alone (平方米) is no value."""
    ordered = cell.ordered
    own = set(hit.words.glyphs)
    after = max(index for index, glyph in enumerate(ordered) if glyph in own) + 1
    if hit.line is not None:
        skipped = set(hit.line.glyphs[hit.end : hit.value_start])
        while after < len(ordered) and ordered[after] in skipped:
            after += 1
    if REMARK.fullmatch("".join(glyph.fold for glyph in ordered[after:]).strip(":")):
        return []
    rest = _before_labels(ordered[after:], [other for other in hits if other is not hit])
    return rest if "".join(glyph.fold for glyph in rest).strip(":;-") else []


def _before_labels(glyphs: Sequence[Glyph], others: Sequence[Hit]) -> list[Glyph]:
    """The characters up to the first one of another label."""
    starts = {other.words.glyphs[0] for other in others}
    return list(takewhile(lambda glyph: glyph not in starts, glyphs))


def _is_label(cell: Cell, hits: Sequence[Hit]) -> bool:
    """Whether a cell holds nothing but a label."""
    return any(cell.fold.rstrip(":") == "".join(g.fold for g in hit.words.glyphs) for hit in hits)


def _is_right(cell: Cell, other: Cell) -> bool:
    shared = min(cell.box.bottom, other.box.bottom) - max(cell.box.top, other.box.top)
    return other.box.x0 >= cell.box.x1 - 3 and shared > 0.5 * min(cell.box.height, other.box.height)


def _is_under(cell: Cell, other: Cell) -> bool:
    shared = min(cell.box.x1, other.box.x1) - max(cell.box.x0, other.box.x0)
    return other.box.top >= cell.box.bottom - 3 and shared > 0.5 * min(cell.box.width, other.box.width)


def _first_line(sheet: Sheet, hit: Hit, hits: Sequence[Hit], reach: Reach) -> list[Glyph]:
    line, start = (hit.line, hit.value_start) if hit.line is not None else _beside_vertical(sheet, hit)
    if line is None or start >= len(line.glyphs):
        return []
    x, label_end = line.glyphs[start].at.x0, _label_end(hit)
    if x - label_end > reach.far * line.em and not (
        x - label_end <= COLUMN_FAR * line.em
        and (_in_a_column_of_values(hit, hits, x, reach) or _on_a_line_to_write_on(sheet, line, label_end, x))
    ):
        return []
    return _until(line, start, _starts(line, hits, hit), reach.gap)


def _label_end(hit: Hit) -> float:
    """The right edge of a label with the remark and the colon that belong to it, in points."""
    if hit.line is None or hit.value_start <= hit.end:
        return hit.words.at.x1
    return hit.line.glyphs[hit.value_start - 1].at.x1


def _on_a_line_to_write_on(sheet: Sheet, line: Line, left: float, right: float) -> bool:
    """Whether a printed line to write on leads from a label to the value that stands in the middle of it."""
    leading = [
        box
        for box in sheet.writing_lines
        if left - line.em < box.x0
        and box.x1 < right + line.em
        and line.at.top - line.em / 2 < box.middle[1] < line.at.bottom + line.em / 2
    ]
    return sum(box.width for box in leading) > MOSTLY * (right - left)


def _in_a_column_of_values(hit: Hit, hits: Sequence[Hit], x: float, reach: Reach) -> bool:
    """Whether the value of a longer label of the same column begins at `x` too: values set at one stop."""
    return any(
        other is not hit
        and other.line is not None
        and other.value_start < len(other.line.glyphs)
        and abs(other.words.at.x0 - hit.words.at.x0) < INDENT * other.line.em
        and abs(other.line.glyphs[other.value_start].at.x0 - x) < SAME_STOP * other.line.em
        and x - _label_end(other) <= reach.far * other.line.em
        for other in hits
    )


def _beside_vertical(sheet: Sheet, hit: Hit) -> tuple[Line | None, int]:
    """The line and position right of a label that is written downwards."""
    box = hit.words.at
    for line in sheet.lines:
        if line.at.bottom < box.top or line.at.top > box.bottom:
            continue
        right = [i for i, glyph in enumerate(line.glyphs) if glyph.at.x0 > box.x1 - 1]
        if right:
            return line, right[0]
    return None, 0


def _starts(line: Line, hits: Sequence[Hit], own: Hit) -> set[int]:
    """Positions on a line where other labels begin."""
    return {hit.start for hit in hits if hit.line is line and hit is not own and hit.sort != "touching"} | {
        hit.start for hit in hits if hit.line is line and hit is not own and line.gap_before(hit.start) > 0
    }


def _until(line: Line, start: int, stops: set[int], gap: float) -> list[Glyph]:
    taken: list[Glyph] = []
    for index in range(start, len(line.glyphs)):
        if index in stops or (index > start and line.gap_before(index) > gap * line.em):
            break
        taken.append(line.glyphs[index])
    return taken


def _wrapped(sheet: Sheet, hit: Hit, hits: Sequence[Hit], first: Sequence[Glyph], reach: Reach) -> list[Glyph]:
    """The following lines of the value: same column, no label, no leap."""
    start_line = sheet.lines.index(hit.line) if hit.line is not None else _line_of(sheet, first[0])
    left, last = first[0].at.x0, sheet.lines[start_line]
    rest: list[Glyph] = []
    count = 1
    for line in sheet.lines[start_line + 1 :]:
        leap = (line.at.middle[1] - last.at.middle[1]) / max(line.em, last.em)
        if leap > LINE_LEAP or count >= reach.lines:
            break
        bound = _right_bound(sheet, hits, line, left)
        piece = _piece(line, left, bound)
        if (
            _label_begins(line, hits, left, bound, hit)
            or _begins_paragraph(line, hit, left)
            or _is_labelled(line, hit)
        ):
            break
        if not piece:
            continue
        rest.extend(piece)
        last = line
        count += 1
    return rest


def _begins_paragraph(line: Line, hit: Hit, left: float) -> bool:
    """Whether a line is indented by two characters from its label's edge, and not set where the value begins.

    Only contracts write paragraphs under labels, with a colon; certificates print none.
    """
    indent = (line.at.x0 - hit.words.at.x0) / line.em
    return hit.sort == "colon" and abs(indent - PARAGRAPH) < EVEN and abs(line.at.x0 - left) > EVEN * line.em


def _is_labelled(line: Line, hit: Hit) -> bool:
    """Whether a line begins under the label with a label of its own that the form is not known for: 使用面积：……."""
    aligned = abs(line.at.x0 - hit.words.at.x0) < EVEN * line.em
    return hit.sort == "colon" and aligned and UNKNOWN_LABEL.match(line.fold) is not None


def _line_of(sheet: Sheet, glyph: Glyph) -> int:
    return next(line.number for line in sheet.lines if glyph in line.glyphs)


def _right_bound(sheet: Sheet, hits: Sequence[Hit], line: Line, left: float) -> float:
    """Where the next column begins beside this line: the nearest label right of the value's left edge."""
    window = COLUMN_WINDOW * sheet.pitch
    beside = [
        hit.words.at.x0
        for hit in hits
        if hit.words.at.x0 > left + 3 * line.em and -window < hit.words.at.middle[1] - line.at.middle[1] < window / 2
    ]
    return min(beside, default=float("inf"))


def _piece(line: Line, left: float, bound: float) -> list[Glyph]:
    """The part of a line that stands in the value's column."""
    em = line.em
    for segment in split_at_gaps(line.glyphs, COLUMN_GAP * em):
        if abs(segment.at.x0 - left) <= INDENT * em:
            return [glyph for glyph in segment.glyphs if glyph.at.x0 < bound - 0.3 * em or not _parted(line, bound)]
    return []


def _parted(line: Line, bound: float) -> bool:
    """Whether white space stands where the next column is said to begin: more than between two characters."""
    after = next((n for n, glyph in enumerate(line.glyphs) if glyph.at.x0 >= bound - 0.3 * line.em), None)
    return after is None or line.gap_before(after) > PARTING * line.em


def _label_begins(line: Line, hits: Sequence[Hit], left: float, bound: float, own: Hit) -> bool:
    """Whether another field begins on the line; a label text at the head of a wrapped line is just text.

    Labels left of the value's own label belong to another column, whose rows may stand at the same heights.
    """
    own_column = left - 0.8 * line.em
    column_left = min(own.words.at.x0, left) - line.em
    return any(
        column_left < hit.words.at.x0 < min(bound, left + 3 * line.em) - 1
        for hit in hits
        if hit is not own
        and (hit.sort != "touching" or hit.words.at.x0 < own_column)
        and set(hit.words.glyphs).intersection(line.glyphs)
    )


def _column_below(sheet: Sheet, hit: Hit, hits: Sequence[Hit], reach: Reach) -> Words | None:
    box = hit.words.at
    taken: list[Glyph] = []
    last = box
    for line in sheet.lines:
        if line.at.middle[1] <= box.bottom:
            continue
        if line.at.middle[1] - last.middle[1] > LINE_LEAP * max(line.em, box.height) or len(taken) > LONGEST:
            break
        under = [s for s in split_at_gaps(line.glyphs, COLUMN_GAP * line.em) if _shares_column(s, hit)]
        if not under or any(
            h is not hit and h.sort != "touching" and set(h.words.glyphs).intersection(under[0].glyphs) for h in hits
        ):
            break
        taken.extend(under[0].glyphs)
        last = line.at
        if reach.lines == 1:
            break
    return Words.of(taken) if taken else None


def _shares_column(segment: Words, hit: Hit) -> bool:
    shared = min(segment.at.x1, hit.words.at.x1) - max(segment.at.x0, hit.words.at.x0)
    return shared > 0.3 * min(segment.at.width, hit.words.at.width)
