"""Characters with their place, and words made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box, union
from pipeline.model.page import Page

BLANKS = re.compile(r"【待[补填][^】]*】|(?P<blank>[_＿]{2,}|(?<![0-9A-Za-z])[_＿]|[_＿](?![0-9A-Za-z])|[【】])")
"""Lines to write on and brackets to write between: not part of the value; an underscore inside a code is.

A mark of our drafts (【待补：…】) is text.
"""
TICKED_BRACKETS = re.compile(r"【\s*[√✓✔☑]\s*】")
CHOICE_BRACKETS = re.compile(r"【\s*[√✓✔☑]?\s*】")
"""Boxes to tick made of brackets: text on a page where one of them is ticked."""
LATIN_GAP = 0.22  # of the character height: a wider gap between Latin letters or digits is a space
DIGIT_STEP = 0.7  # of the height, middle to middle: digits drawn too narrow are neighbours when 0.6 apart
SEEN_STEP = 0.85  # the same where OCR read them: it tells places to a fifth of the height only
SAME_PLACE = 0.6  # share of a box that a repeated character must cover to be the same ink (bold by overprinting)
LOOK_ALIKES = str.maketrans(
    {"∶": ":", "︰": ":", "﹕": ":", "—": "-", "–": "-", "―": "-", "−": "-", "─": "-", "～": "~"}
)


class Place(NamedTuple):
    """The page that a character stands on; `page` is 1-based, `width` and `height` those of the page as it is read.

    `turned` tells by how many degrees clockwise the page was turned to be read, `pictured` that OCR read it.
    """

    file: str
    sha256: str
    page: int
    engine: str
    width: float
    height: float
    turned: int
    pictured: bool

    @classmethod
    def of(cls, page: Page) -> Place:
        """The place that all characters of a page share."""
        return cls(
            page.file,
            page.sha256,
            page.number,
            page.engine,
            page.width,
            page.height,
            page.look.turned,
            page.reader == "ocr",
        )

    def as_displayed(self, box: Box) -> Box:
        """A box of the page as it is read, on the page as the file shows it, to a tenth of a point."""
        return box.turned(-self.turned % 360, self.width, self.height).rounded()


class Glyph(NamedTuple):
    """One character: as printed and folded, where it is seen (`box`) and where it stands on the levelled page (`at`).

    Both boxes are in points; layout is judged on `at`, evidence is given with `box`.
    """

    printed: str
    fold: str
    box: Box
    at: Box
    confidence: float
    place: Place


@cache
def folded_character(character: str) -> str:
    """One character in the form that comparisons use: half width, plain dash and colon, no radical look-alikes."""
    plain = unicodedata.normalize("NFKC", character).translate(LOOK_ALIKES)
    return plain if len(plain) == 1 else character


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Text without white space, each character folded; what labels and patterns are compared with."""
    return "".join(folded_character(character) for character in text if not character.isspace())


def glyphs_of(page: Page) -> tuple[Glyph, ...]:
    """The page's visible characters in the engine's order, overprinted repeats left out, `at` not yet levelled."""
    place = Place.of(page)
    certain = page.confidence or (1.0,) * len(page.text)
    blanks = {place for run in BLANKS.finditer(page.text) for place in range(*run.span("blank"))}
    if TICKED_BRACKETS.search(page.text):
        blanks -= {place for box in CHOICE_BRACKETS.finditer(page.text) for place in range(*box.span())}
    glyphs = (
        Glyph(character, folded_character(character), box, box, confidence, place)
        for number, (character, box, confidence) in enumerate(zip(page.text, page.boxes, certain, strict=True))
        if number not in blanks and not character.isspace() and unicodedata.category(character)[0] != "C"
    )
    return tuple(_without_overprints(glyphs))


def _without_overprints(glyphs: Iterable[Glyph]) -> Iterable[Glyph]:
    seen: dict[tuple[str, int, int], Box] = {}
    for glyph in glyphs:
        column, row = int(glyph.box.x0 // 4), int(glyph.box.top // 4)
        around = [(glyph.fold, column + right, row + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
        if any(_same_ink(glyph.box, seen[key]) for key in around if key in seen):
            continue
        seen[(glyph.fold, column, row)] = glyph.box
        yield glyph


def _same_ink(one: Box, other: Box) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > SAME_PLACE * max(one.width, other.width) and high > SAME_PLACE * max(one.height, other.height)


@dataclass(frozen=True)
class Words:
    """Text found on paper: `box` in points on page `place.page`, `confidence` the least of its characters.

    Words may run over lines and pages; the box is then that of the part on the first page.
    """

    text: str
    box: Box
    place: Place
    confidence: float
    glyphs: tuple[Glyph, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def of(cls, glyphs: Sequence[Glyph]) -> Words:
        """Words made of at least one character, in the order given."""
        place = glyphs[0].place
        return cls(
            text=text_of(glyphs),
            box=union(glyph.box for glyph in glyphs if glyph.place == place),
            place=place,
            confidence=min(glyph.confidence for glyph in glyphs),
            glyphs=tuple(glyphs),
        )

    @property
    def page(self) -> int:
        """The 1-based page number on which the words begin."""
        return self.place.page

    @cached_property
    def at(self) -> Box:
        """The box on the levelled page, in points."""
        return union(glyph.at for glyph in self.glyphs if glyph.place == self.place)

    @cached_property
    def fold(self) -> str:
        """The folded characters, one for each glyph, without spaces: what patterns are matched with."""
        return "".join(glyph.fold for glyph in self.glyphs)

    def evidence(self, confidence: float | None = None) -> Evidence:
        """Where the words stand, as the record that leaves the layout; `confidence` where it is not the characters'."""
        return Evidence(
            file=self.place.file,
            sha256=self.place.sha256,
            page=self.place.page,
            bbox=self.place.as_displayed(self.box),
            text=self.text,
            confidence=round(self.confidence if confidence is None else confidence, 4),
            engine=self.place.engine,
        )


def text_of(glyphs: Sequence[Glyph]) -> str:
    """The printed characters; a space only between Latin letters or digits that stand apart."""
    if not glyphs:
        return ""
    pieces = [glyphs[0].printed]
    for before, after in pairwise(glyphs):
        if _is_latin(before.fold) and _is_latin(after.fold) and _apart(before, after):
            pieces.append(" ")
        pieces.append(after.printed)
    return "".join(pieces)


def _is_latin(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ".,;&")


def _apart(before: Glyph, after: Glyph) -> bool:
    gap = after.at.x0 - before.at.x1
    same_line = before.place == after.place and abs(after.at.middle[1] - before.at.middle[1]) < before.at.height
    size = max(before.at.height, after.at.height)
    step = after.at.middle[0] - before.at.middle[0]
    digits = before.fold.isdigit() and after.fold.isdigit()
    least = SEEN_STEP if before.place.pictured else DIGIT_STEP
    return same_line and gap > LATIN_GAP * size and (not digits or step > least * size)
