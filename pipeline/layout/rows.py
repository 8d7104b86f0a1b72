"""Lines rebuilt from characters: runs that the engine saw together, joined where one ends and the next begins.

A photographed line bends and leans by itself, so that heights are compared only where two runs meet, never over the
whole width of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.layout.glyphs import Glyph
from pipeline.layout.lines import Line, em_of

STEP = (-0.3, 2.5)  # em from one character's right edge to the next one's left edge inside a run
TALLER = 1.8  # times: characters of such different sizes are no run, unless one is a low mark beside the other
NEXT = 1.0  # em: a low mark stands no further from its neighbour
DRIFT = 0.35  # em: a run's characters keep their height from one to the next
SAME_LINE = 0.5  # share of the lower one's height that must overlap where two runs meet
MEETING = 0.5  # of their height (the taller one's for a mark or two): how far the middles of two runs may part
FULL_HEIGHT = 0.6  # of the tallest: lower marks (，、一) do not tell where the line lies
ENDS = 3  # characters at either end of a run that tell its height there
COVER = 0.5  # of a character's width: two that overlap more stand on different lines


def lines_of(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Characters grouped to lines, top to bottom; each line ordered by x."""
    every = tuple(glyphs)
    if not every:
        return ()
    rows: list[_Row] = []
    for run in sorted(_runs(every), key=lambda run: run[0].at.x0):
        row = _best_row(rows, run)
        if row is None:
            rows.append(_Row(run))
        else:
            row.add(run)
    rows.sort(key=lambda row: row.middle)
    return tuple(Line(tuple(row.glyphs), number) for number, row in enumerate(rows))


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters that follow one another in the engine's order, to the right and on one height."""
    em = em_of(glyphs)
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(runs[-1], glyph, em):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs


def _follows(run: Sequence[Glyph], glyph: Glyph, em: float) -> bool:
    before = run[-1]
    size = max(before.at.height, glyph.at.height, min(em, 2 * glyph.at.height))
    step = (glyph.at.x0 - before.at.x1) / size
    if glyph.at.middle[0] <= before.at.middle[0] or not STEP[0] < step < STEP[1]:
        return False
    if glyph.at.height > TALLER * before.at.height or before.at.height > TALLER * glyph.at.height:
        return step < NEXT and _within(before, glyph)
    reference = before if before.at.height >= FULL_HEIGHT * size or len(run) == 1 else run[-2]
    return abs(glyph.at.middle[1] - reference.at.middle[1]) < DRIFT * size or _within(before, glyph)


def _within(one: Glyph, other: Glyph) -> bool:
    """Whether the lower of two characters lies within the height of the taller (，。一 beside a full character)."""
    low, tall = sorted((one.at, other.at), key=lambda box: box.height)
    if low.height > FULL_HEIGHT * tall.height:
        return False
    return tall.top - 0.1 * tall.height <= low.top and low.bottom <= tall.bottom + 0.25 * tall.height


def _best_row(rows: Sequence[_Row], run: Sequence[Glyph]) -> _Row | None:
    """The row that the run continues: nearest in height where they meet."""
    fitting = [(distance, number) for number, row in enumerate(rows) if (distance := row.distance(run)) is not None]
    return rows[min(fitting)[1]] if fitting else None


class _Row:
    """A line in the making; runs are added from left to right."""

    def __init__(self, run: Sequence[Glyph]) -> None:
        self.glyphs = list(run)

    @property
    def middle(self) -> float:
        return sum(glyph.at.middle[1] for glyph in self.glyphs) / len(self.glyphs)

    def distance(self, run: Sequence[Glyph]) -> float | None:
        """How far the middles lie apart where the run would join, in points; None where it is another line."""
        x0 = run[0].at.x0
        left = [glyph for glyph in self.glyphs[-60:] if glyph.at.x0 <= x0]
        if not left or self._covers(run):
            return None
        own, new = _height(left[-ENDS:]), _height(run[:ENDS])
        shared = min(own[1], new[1]) - max(own[0], new[0])
        if shared < SAME_LINE * min(own[1] - own[0], new[1] - new[0]):
            return None
        apart = abs(sum(own) - sum(new)) / 2
        sizes = own[1] - own[0], new[1] - new[0]
        size = max(sizes) if len(run) < ENDS else min(sum(sizes) / 2, 1.5 * min(sizes))
        return apart if apart <= MEETING * size else None

    def _covers(self, run: Sequence[Glyph]) -> bool:
        """Whether a character of the row stands where one of the run does."""
        x0, x1 = run[0].at.x0, run[-1].at.x1
        near = [glyph.at for glyph in self.glyphs if glyph.at.x1 > x0 and glyph.at.x0 < x1]
        return any(
            min(box.x1, glyph.at.x1) - max(box.x0, glyph.at.x0) > COVER * min(box.width, glyph.at.width)
            for box in near
            for glyph in run
        )

    def add(self, run: Sequence[Glyph]) -> None:
        self.glyphs.extend(run)
        self.glyphs.sort(key=lambda glyph: glyph.at.x0)


def _height(glyphs: Sequence[Glyph]) -> tuple[float, float]:
    """Top and bottom of a few characters, by the full-height ones among them."""
    tallest = max(glyph.at.height for glyph in glyphs)
    full = [glyph.at for glyph in glyphs if glyph.at.height >= FULL_HEIGHT * tallest]
    return sum(box.top for box in full) / len(full), sum(box.bottom for box in full) / len(full)
