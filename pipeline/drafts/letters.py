"""The characters of a page that are compared: ideographs, letters and figures, in reading order, look-alikes as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.model.document import PrintedLine
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box, union
from pipeline.text.normal import is_cjk

LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "|": "1", "〇": "0", "○": "0"})
"""What OCR takes for one another; punctuation and dashes are not compared at all."""


LEADER = re.compile(r"[.·…]{4,}")
"""Dots that lead to a page number in the contents: OCR loses such lines, and each says what a heading says again."""

APART = 1.8
"""Of a character's size, middle to middle: characters farther apart stand in different columns."""


class Letter(NamedTuple):
    """A character as compared, the line it stands on and its place there (from 0)."""

    text: str
    line: PrintedLine
    place: int

    @property
    def box(self) -> Box:
        """Where it stands, in points."""
        return self.line.boxes[self.place]

    @property
    def confidence(self) -> float:
        """How sure the reading is, 0…1."""
        return self.line.confidence[self.place]


def letters_of(lines: Iterable[PrintedLine]) -> tuple[Letter, ...]:
    """The compared characters of some lines in reading order."""
    return tuple(letter for line in lines for letter in _on(line))


def is_contents(line: PrintedLine) -> bool:
    """Whether a line is one of a table of contents."""
    return LEADER.search(line.text) is not None


def _on(line: PrintedLine) -> Iterator[Letter]:
    for index, character in enumerate(line.text):
        if is_cjk(character) or is_figure(character) or _is_point(line.text, index):
            yield Letter(character.upper().translate(LOOK_ALIKES), line, index)


def is_figure(character: str) -> bool:
    """Whether a character belongs to a figure, a code or a Latin word."""
    return character.isascii() and character.isalnum()


def _is_point(text: str, index: int) -> bool:
    """A decimal point: 10.5 is not 105."""
    return text[index] == "." and text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit()


def words_of(letters: Iterable[Letter]) -> str:
    """The characters as compared, in one string."""
    return "".join(letter.text for letter in letters)


def printed(letters: Iterable[Letter]) -> str:
    """The characters as printed."""
    return "".join(letter.line.text[letter.place] for letter in letters)


def touch(left: Letter, right: Letter) -> bool:
    """Whether two characters are neighbours on one line, whichever way the page lies."""
    if left.line is not right.line:
        return False
    one, other = left.box, right.box
    across, down = (abs(a - b) for a, b in zip(one.middle, other.middle, strict=True))
    return max(across, down) < APART * max(one.width, one.height, other.width, other.height)


def by_cell(letters: tuple[Letter, ...]) -> Iterator[tuple[Letter, ...]]:
    """Neighbouring characters cut where a line ends or a column begins."""
    start = 0
    for place, (before, after) in enumerate(pairwise(letters), 1):
        if not touch(before, after):
            yield letters[start:place]
            start = place
    if letters:
        yield letters[start:]


def evidence_of(letters: tuple[Letter, ...]) -> Evidence:
    """Where characters stand: those on the page of the first, at least one."""
    line = letters[0].line
    here = [each for each in letters if each.line.page == line.page and each.line.file == line.file]
    return Evidence(
        file=line.file,
        sha256=line.sha256,
        page=line.page,
        bbox=union(each.box for each in here).rounded(),
        text=printed(letters),
        confidence=min(each.confidence for each in letters),
        engine=line.engine,
    )
