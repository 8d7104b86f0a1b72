"""A value that runs on at the left edge of its paragraph, as in contracts: 住所：… to the margin and below the label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.layout.glyphs import Glyph
from pipeline.layout.labels import Hit
from pipeline.layout.lines import Line
from pipeline.layout.passages import DECIMAL
from pipeline.layout.sheet import Sheet

LINE_LEAP = 2.1  # line heights: from one line of a value to the next; more is another paragraph
FULL = 1.5  # em: a line that ends this near to the right edge of the text had no room for another character
SET_ALIKE = 2  # other lines that end where this one does: the edge of the text, though a heading reaches further
OUTDENT = 3.0  # em: a first line is indented by two characters, the others are not
INDENT = 0.5  # em: a line that begins further right begins a paragraph
SENTENCE_ENDS = frozenset("。;!?")
OPENING = re.compile(
    rf"(?!{DECIMAL})\d+[.、)]"
    r"|\(?[一二三四五六七八九十]+[)、.]|第[一二三四五六七八九十百〇零0-9]+[章条款]|\(\d+\)|[注附]:"
)


def flowing(sheet: Sheet, hit: Hit, hits: Sequence[Hit], first: Sequence[Glyph], most: int) -> list[Glyph]:
    """The lines after the first one of a value, at most `most` in all; none where its first line is not full.

    Only behind a colon: labels of forms have none, and what stands below their value is the next label's line.
    """
    if hit.line is None or hit.sort != "colon":
        return []
    rest: list[Glyph] = []
    last, end = hit.line, first[-1]
    for line in sheet.lines[sheet.lines.index(hit.line) + 1 :][: most - 1]:
        if not _is_full(sheet, last, end) or not _continues(line, last, hit, hits):
            break
        taken = _up_to_a_label(line, hit, hits)
        rest.extend(taken)
        if len(taken) < len(line.glyphs):
            break
        last, end = line, line.glyphs[-1]
    return rest


def _is_full(sheet: Sheet, line: Line, end: Glyph) -> bool:
    """Whether text runs to the right edge of the page's text and its sentence goes on.

    What stands beyond it altogether, as page numbers and stamps in the corner do, tells nothing of that edge.
    """
    if line.glyphs[-1] is not end or end.fold in SENTENCE_ENDS:
        return False
    beyond = sum(other.at.x0 < end.at.x1 < other.at.x1 - FULL * line.em for other in sheet.lines)
    alike = sum(abs(other.at.x1 - end.at.x1) <= FULL * line.em for other in sheet.lines) - 1
    return beyond == 0 or alike >= SET_ALIKE


def _continues(line: Line, last: Line, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a line belongs to the paragraph of the label: at its edge, not far below, no label, clause or column."""
    edge = hit.words.at.x0 if hit.line is None or hit.start == 0 else hit.line.at.x0
    indent = (line.at.x0 - edge) / line.em
    leap = (line.at.middle[1] - last.at.middle[1]) / max(line.em, last.em)
    begins = any(other.line is line and other.sort != "touching" and _opens(other, line, hit) for other in hits)
    return (
        -OUTDENT <= indent <= INDENT
        and leap <= LINE_LEAP
        and len(line.segments) == 1
        and not begins
        and not OPENING.match(line.fold)
    )


def _opens(other: Hit, line: Line, own: Hit) -> bool:
    """Whether a label begins its line; where clauses stand in one line, another one's label may follow the rest."""
    return own.start == 0 or other.start <= len(line.fold) - len(line.fold.lstrip("0123456789.、()"))


def _up_to_a_label(line: Line, own: Hit, hits: Sequence[Hit]) -> list[Glyph]:
    """The characters of a line before the next label on it."""
    starts = [other.start for other in hits if other is not own and other.line is line and other.sort != "touching"]
    return list(line.glyphs[: min(starts, default=len(line.glyphs))])
