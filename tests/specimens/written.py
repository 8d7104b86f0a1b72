"""Papers of set things drawn on sheets, the values that they tell noted where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image

from tests.specimens import fonts, seals
from tests.specimens.sheet import A4, A4_LANDSCAPE, BLACK, Page, Paper, Value, notice, wrap
from tests.specimens.things import TITLE, Thing, set_down

CELL, CELL_LEADING, CELL_HEIGHT, PADDING = 10.0, 14.0, 24.0, 4.0
LEADING = 1.5
TICKED, BOX = "☑", "□"
"""The fonts have no ticked box: an empty one gets a tick drawn into it."""
DAY = re.compile(r"[0-9]{4} ?[年./-] ?[0-9]{1,2} ?[月./-] ?[0-9]{1,2}日?")
SEALED = re.compile(r"盖章|公章|签章")


OPERATOR = "中国"
"""What an operator's name begins with."""


@dataclass
class Leaf:
    """A sheet to set things on; `values` are noted with the box in which they were written."""

    page: Page
    values: Sequence[str] = ()
    sealed: list[tuple[float, float]] = field(default_factory=list)
    """Where a seal is asked for: x and the top of the words."""

    @property
    def width(self) -> float:
        """The sheet's width in points."""
        return self.page.width

    def write(self, x: float, top: float, text: str, size: float) -> None:
        """One line of text; large type is bold."""
        face, baseline = "bold" if size >= TITLE - 4 else "song", top + 0.88 * size
        if SEALED.search(text):
            self.sealed.append((x, top))
        for part, told in self._parts(text.replace(TICKED, BOX)):
            name = f"value{len(self.page.boxes) + 1}" if told else None
            x = self.page.text(x, baseline, part, size, face, name=name)
        self._tick(x, baseline, text, size, face)

    def paragraph(self, x: float, top: float, text: str, width: float, size: float) -> float:
        """Text wrapped as print is: numbers whole, no line begins with a closing mark."""
        for row in _wrapped(text, width, size):
            self.write(x, top, row, size)
            top += LEADING * size
        return top

    def ruled(self, x: float, top: float, widths: list[float], rows: list[list[str]]) -> float:
        """A ruled table; long cells are wrapped."""
        for row in rows:
            lines = [_lines(text, width) for text, width in zip(row, widths, strict=True)]
            bottom, left = top + max(CELL_HEIGHT, max(map(len, lines)) * CELL_LEADING + 10), x
            for words, width in zip(lines, widths, strict=True):
                self.page.frame(left, top, left + width, bottom)
                for number, line in enumerate(words):
                    self.write(left + PADDING, top + 6 + number * CELL_LEADING, line, CELL)
                left += width
            top = bottom
        return top

    def cell(self, x: float, top: float, width: float, height: float, text: str) -> None:
        """One ruled cell; long text is wrapped."""
        self.page.frame(x, top, x + width, top + height)
        for number, line in enumerate(_lines(text, width)):
            self.write(x + PADDING, top + 6 + number * CELL_LEADING, line, CELL)

    def _parts(self, text: str) -> list[tuple[str, bool]]:
        """The text cut at the values and days in it, each part with whether it is one."""
        known = "|".join(map(re.escape, sorted(filter(_is_long, self.values), key=len, reverse=True)))
        pattern = re.compile(f"({DAY.pattern}{'|' + known if known else ''})")
        return [(part, place % 2 == 1) for place, part in enumerate(pattern.split(text)) if part]

    def _tick(self, end: float, baseline: float, text: str, size: float, face: str) -> None:
        start = end - fonts.width(text.replace(TICKED, BOX), face, size)
        for place in (found.start() for found in re.finditer(TICKED, text)):
            x = start + fonts.width(text[:place].replace(TICKED, BOX), face, size)
            self.page.line(
                x + 0.25 * size, baseline - 0.4 * size, x + 0.45 * size, baseline - 0.15 * size, 1.1, BLACK
            )
            self.page.line(
                x + 0.45 * size, baseline - 0.15 * size, x + 0.85 * size, baseline - 0.7 * size, 1.1, BLACK
            )


def _lines(text: str, width: float) -> list[str]:
    return [row for part in text.split("\n") for row in _wrapped(part, width - 2 * PADDING + 2, CELL)]


def _wrapped(text: str, width: float, size: float) -> list[str]:
    """The text's own characters, broken where the font's would be."""
    rows, start = [], 0
    for row in wrap(text.replace(TICKED, BOX), width, size):
        rows.append(text[start : start + len(row)])
        start += len(row)
    return rows


def _is_long(value: str) -> bool:
    return len(value) > 1


def paper(
    kind: str, layout: str, pages: Sequence[Sequence[Thing]], fields: dict[str, Value],
    rows: dict[str, list[dict[str, Value]]], *, landscape: bool = False, parties: Sequence[str] = (),
) -> Paper:  # fmt: skip
    """The drawn paper with its truth; each of the `parties` seals where the paper asks for it, in turn."""
    told = [value for value in fields.values() if isinstance(value, str)]
    told += [value for table in rows.values() for row in table for value in row.values() if isinstance(value, str)]
    made = Paper(kind, layout, [], fields, rows)
    for things in pages:
        leaf = Leaf(Page(*(A4_LANDSCAPE if landscape else A4)), told)
        set_down(leaf, things)
        for number, (x, top) in enumerate(leaf.sealed if parties else ()):
            leaf.page.stamp(x + 66, top + 14, _seal(parties[number % len(parties)]), shift=number)
        notice(leaf.page)
        made.pages.append(leaf.page)
    return made


def _seal(party: str) -> Image.Image:
    """Operators' seals are plain rings that say 虚构."""
    return seals.office_seal(party) if party.startswith(OPERATOR) else seals.company_seal(party)
