"""Running text: paragraphs over lines and pages, searched with patterns whose groups know their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from pipeline.layout.glyphs import Glyph, Words, text_of
from pipeline.layout.lines import Line
from pipeline.layout.rows import lines_of
from pipeline.layout.sheet import Sheet

MARGIN = 0.09  # of the page height: running titles and notes stand in this strip at the top and at the foot
NUMBER_LENGTH = 14  # characters of a page number: 第 12 页 / 共 100 页
SHORT_BY = 2.5  # em: a line that ends this far from the margin ends its paragraph
LEAP = 1.35  # of the page's usual line distance: more white space begins a paragraph
CARRIED = 6  # characters: a number this long moves to the next line whole
INDENT = 1.2  # em: a line that begins this far right of the margin begins a paragraph
DECIMAL = r"[0-9]{1,3}\.[0-9]{1,2}(?:[A-Za-z%㎡]|万|亿|元|平方|平米|公里|米)"
"""A number with its unit at the head of a line (1.5Gbps): no clause's number."""
OPENING = re.compile(
    rf"(?!{DECIMAL})"
    r"(第[一二三四五六七八九十百零〇0-9]+[章节条款]|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)"
    r"|[0-9]{1,2}(\.[0-9]{1,2})*[、.)]|[①②③④⑤⑥⑦⑧⑨⑩]|(甲|乙|丙|丁)方|附件)"
)

WEAK_OPENING = re.compile(r"(甲|乙|丙|丁)方(?![:(])|[0-9]{1,2}\)|附件")
"""Words and figures that a sentence may bring to the head of a line by chance."""
SENTENCE_ENDS = (".", "。", ";", ":", "!", "?")


@dataclass(frozen=True)
class Passage:
    """A paragraph, or the text of one ruled cell: its characters in reading order."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def fold(self) -> str:
        """Folded characters without white space, one for each glyph: patterns are matched with this."""
        return "".join(glyph.fold for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        """The passage as printed."""
        return text_of(self.glyphs)

    def words(self, start: int = 0, end: int | None = None) -> Words | None:
        """Characters `start` to `end` (exclusive) of `fold` as words, None where that is empty."""
        piece = self.glyphs[start:end]
        return Words.of(piece) if piece else None


@dataclass(frozen=True)
class Match:
    """One match of a pattern in a passage."""

    passage: Passage
    match: re.Match[str]

    def words(self, group: int | str = 0) -> Words | None:
        """A group's characters with their place; None where the group is empty or took no part."""
        start, end = self.match.span(group)
        return self.passage.words(start, end) if end > start >= 0 else None

    def group(self, group: int | str = 0) -> str:
        """A group's folded text, empty where it took no part."""
        return self.match.group(group) or ""


def search(passages: Sequence[Passage], pattern: str | re.Pattern[str]) -> Iterator[Match]:
    """Every match of a pattern, in reading order. Patterns see folded text: half width, no white space."""
    compiled = re.compile(pattern) if isinstance(pattern, str) else pattern
    for passage in passages:
        for match in compiled.finditer(passage.fold):
            yield Match(passage, match)


def passages(sheets: Sequence[Sheet]) -> tuple[Passage, ...]:
    """The paragraphs and ruled cells of pages in order; a paragraph may run on over the page break."""
    done: list[list[Glyph]] = []
    open_end = False
    furniture = _furniture(sheets)
    for sheet in sheets:
        for line, begins, ends in _units(sheet, furniture):
            if done and open_end and not begins:
                done[-1].extend(line)
            else:
                done.append(list(line))
            open_end = not ends
    return tuple(Passage(tuple(glyphs)) for glyphs in done)


def _units(sheet: Sheet, furniture: frozenset[str]) -> Iterator[tuple[tuple[Glyph, ...], bool, bool]]:
    """Lines and cells in reading order: their characters, whether a paragraph begins there, whether it ends there."""
    loose = lines_of(glyph for glyph in sheet.glyphs if glyph not in sheet.cell_of) if sheet.cells else sheet.lines
    body = [line for line in loose if not _is_page_number(line) and not _is_furniture(sheet, line, furniture)]
    left, right = _margins(body)
    units = [
        (line.at.top, line.at.x0, line.glyphs, *_edges(sheet, body, n, left, right)) for n, line in enumerate(body)
    ]
    units += [(cell.box.top, cell.box.x0, cell.ordered, True, True) for cell in sheet.cells if cell.glyphs]
    if sheet.cells:
        units.sort(key=lambda unit: unit[:2])
    for _, _, glyphs, begins, ends in units:
        yield glyphs, begins, ends


def _furniture(sheets: Sequence[Sheet]) -> frozenset[str]:
    """What several pages print alike at the top or at the foot: running titles, notes."""
    printed = [{_without_digits(line) for line in sheet.lines if _in_margin(sheet, line)} for sheet in sheets]
    every = [text for texts in printed for text in texts if text]
    return frozenset(text for text in every if every.count(text) > 1)


def _is_furniture(sheet: Sheet, line: Line, furniture: frozenset[str]) -> bool:
    return _in_margin(sheet, line) and _without_digits(line) in furniture


def _in_margin(sheet: Sheet, line: Line) -> bool:
    return not MARGIN * sheet.page.height < line.at.middle[1] < (1 - MARGIN) * sheet.page.height


def _without_digits(line: Line) -> str:
    return "".join(character for character in line.fold if not character.isdigit())


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    if not lines:
        return 0.0, 0.0
    wide = sorted(lines, key=lambda line: -line.at.width)[: max(3, len(lines) // 4)]
    lefts, rights = sorted(line.at.x0 for line in wide), sorted(line.at.x1 for line in wide)
    return lefts[len(lefts) // 4], rights[(3 * len(rights)) // 4]


def _edges(sheet: Sheet, body: Sequence[Line], n: int, left: float, right: float) -> tuple[bool, bool]:
    line = body[n]
    above = body[n - 1] if n else None
    leap = above is not None and line.at.middle[1] - above.at.middle[1] > LEAP * max(sheet.pitch, 1.2 * line.em)
    indented = line.at.x0 > left + INDENT * line.em
    runs_on = (
        above is not None
        and above.at.x1 >= right - SHORT_BY * line.em
        and not above.fold.endswith(SENTENCE_ENDS)
        and bool(WEAK_OPENING.match(line.fold))
    )
    begins = leap or indented or (bool(OPENING.match(line.fold)) and not runs_on)
    ends = line.at.x1 < right - SHORT_BY * line.em and not _number_carried(body, n, right)
    return begins, ends


def _number_carried(body: Sequence[Line], n: int, right: float) -> bool:
    """Whether the next line begins with a number that found no room at the end of this one: numbers are not divided."""
    if n + 1 >= len(body):
        return False
    line, below = body[n], body[n + 1]
    number = list(takewhile(lambda glyph: glyph.fold.isascii() and glyph.fold.isalnum(), below.glyphs))
    if len(number) < CARRIED or below.at.x0 > line.at.x0 + INDENT * line.em:
        return False
    return number[-1].at.x1 - number[0].at.x0 > right - line.at.x1


PAGE_NUMBER = re.compile(
    r"^(第?\d{1,3}页?(\(?[,/共]*\d{1,3}页?\)?)?|共\d{1,3}页[,]?第\d{1,3}页|-\d{1,3}-|\d{1,3}/\d{1,3})$"
)


def _is_page_number(line: Line) -> bool:
    return len(line.fold) <= NUMBER_LENGTH and bool(PAGE_NUMBER.match(line.fold))
