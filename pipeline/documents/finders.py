"""Finders: where on a paper a field's words stand.

A finder has an `anchor` (what it looks for, in words for people), the `labels` it knows (so that other values end
there), and `find(paper)`, which yields words, best first. Every finder here is a frozen value and can be shared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.documents.paper import Paper
from pipeline.layout.glyphs import Words
from pipeline.layout.labels import Hit, Sort
from pipeline.layout.passages import Passage, search
from pipeline.layout.sheet import Cell, Sheet
from pipeline.layout.values import Reach, value_below, value_right_of
from pipeline.text.choices import UNTICKED

USUAL = Reach()
VALUE_GROUP = "(?P<value>"
BLANK = "……"
SIGNS = (
    (r"\(\?:[^()]*\)[?*]|\[[^\]]*\][?*]", ""),  # what may be left out
    (r"\(\?[:!=<]*([^()|]*)[^()]*\)", r"\1"),  # of several wordings the first
    (r"\[0-9[^\]]*\](?:\{[0-9,]+\}|\+)?", BLANK),
    (r"\[[^\]]*\]", ""),
)
"""Signs of a pattern and the words that people read instead, in order."""
ALIGNED = 0.8  # of a label's height: the value under it begins this near to its left edge
SAME_EDGE = 4.0  # points: ruled cells that share an edge
OWN_LABEL = re.compile(r"[^:]{1,10}:")
CLAUSE_NUMBER = re.compile(
    r"第[一二三四五六七八九十百0-9]{1,4}条|\(?[一二三四五六七八九十]{1,3}[、.)]|[0-9]{1,2}[、.]"
)
CLAUSE_OPENING = re.compile(r"第[一二三四五六七八九十百零〇0-9]+[章条]|[一二三四五六七八九十]{1,3}、")


class Finder(Protocol):
    """Looks for a field's words on a paper."""

    @property
    def anchor(self) -> str:
        """What is looked for, in Chinese words for people."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The label texts it looks for; empty where it goes by patterns."""

    def find(self, paper: Paper) -> Iterable[Words]:
        """The words found, best first."""


@dataclass(frozen=True)
class Beside:
    """The value right of a label (or in the rest of its ruled cell, or the next cell), wrapped lines joined."""

    labels: tuple[str, ...]
    touching: bool = False
    reach: Reach = USUAL

    @property
    def anchor(self) -> str:
        """The labels."""
        return "标签“" + "”“".join(dict.fromkeys(self.labels)) + "”"

    def find(self, paper: Paper) -> Iterator[Words]:
        """Values beside each place of the labels; those with a colon or white space before those that touch."""
        for sorts in (("colon", "gap"), ("touching",) if self.touching else ()):
            for sheet, hit, hits in paper.hits_of(self.labels):
                if hit.sort in sorts:
                    words = value_right_of(sheet, hit, hits, self.reach)
                    if words is not None:
                        yield words


@dataclass(frozen=True)
class Below:
    """The value under a label: the next cell down, or the column below."""

    labels: tuple[str, ...]
    reach: Reach = USUAL

    @property
    def anchor(self) -> str:
        """The labels."""
        return "下方带值的标签“" + "”“".join(dict.fromkeys(self.labels)) + "”"

    def find(self, paper: Paper) -> Iterator[Words]:
        """Values below each place of the labels."""
        for sheet, hit, hits in paper.hits_of(self.labels):
            words = value_below(sheet, hit, hits, self.reach)
            if words is not None:
                yield words


@dataclass(frozen=True)
class Headed:
    """The value right under a label with nothing beside it, as web forms and rows of headings print it.

    Left edges or middles stand one above the other; a line that has a label of its own is no value.
    """

    labels: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The labels."""
        return "上方的标签“" + "”“".join(dict.fromkeys(self.labels)) + "”"

    def find(self, paper: Paper) -> Iterator[Words]:
        """Values under each place of the labels that has none beside it."""
        for sheet, hit, hits in paper.hits_of(self.labels):
            if hit.sort == "touching":
                continue
            if sheet.cells and hit.words.glyphs[0] in sheet.cell_of:
                words = _under_a_heading(sheet, hit) or _in_the_row_below(sheet, hit, hits)
            elif hit.line is not None and CLAUSE_NUMBER.fullmatch(hit.line.fold[: hit.start]):
                words = _next_passage(paper, hit)
            else:
                words = _right_under(sheet, hit, hits)
            if words is not None and not OWN_LABEL.match(words.fold):
                yield words


def _right_under(sheet: Sheet, hit: Hit, hits: Sequence[Hit]) -> Words | None:
    """The value under a label without rules: it begins, or has its middle, where the label above it does."""
    words = None if value_right_of(sheet, hit, hits) is not None else value_below(sheet, hit, hits, USUAL)
    if words is None:
        return None
    label, value, near = hit.words.at, words.at, ALIGNED * hit.words.at.height
    aligned = abs(label.x0 - value.x0) < near or abs(label.middle[0] - value.middle[0]) < near
    return words if aligned else None


def _in_the_row_below(sheet: Sheet, hit: Hit, hits: Sequence[Hit]) -> Words | None:
    """The value in the ruled cell under a label that fills its row."""
    words = None if value_right_of(sheet, hit, hits) is not None else value_below(sheet, hit, hits, USUAL)
    cell = sheet.cells[sheet.cell_of[hit.words.glyphs[0]]]
    return words if words is not None and len(_row_of(sheet, cell.box.top)) == 1 else None


def _under_a_heading(sheet: Sheet, hit: Hit) -> Words | None:
    """The value under a label in a ruled row of headings with one row of values, cell under cell."""
    cell = sheet.cells[sheet.cell_of[hit.words.glyphs[0]]]
    heads, values = _row_of(sheet, cell.box.top), _row_of(sheet, cell.box.bottom)
    columns, below = _row_edges(heads), _row_edges(values)
    alike = len(heads) > 1 and len(columns) == len(below) and all(map(_same_edges, columns, below))
    if not alike or not all(each.glyphs and not re.search(r"[0-9]", each.fold) for each in heads):
        return None
    third = _row_edges(_row_of(sheet, values[0].box.bottom))
    if len(third) == len(below) and all(map(_same_edges, third, below)) and _is_data(sheet, values[0].box.bottom):
        return None
    own = [each for each in values if _same_edges((each.box.x0, each.box.x1), (cell.box.x0, cell.box.x1))]
    return Words.of(own[0].ordered) if own and own[0].glyphs else None


def _row_of(sheet: Sheet, top: float) -> list[Cell]:
    """The ruled cells whose upper edge is at a height, left to right."""
    return sorted((cell for cell in sheet.cells if abs(cell.box.top - top) < SAME_EDGE), key=lambda cell: cell.box.x0)


def _row_edges(cells: Sequence[Cell]) -> list[tuple[float, float]]:
    return [(cell.box.x0, cell.box.x1) for cell in cells]


def _same_edges(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < SAME_EDGE and abs(one[1] - other[1]) < SAME_EDGE


def _is_data(sheet: Sheet, top: float) -> bool:
    """Whether a ruled row holds figures: one more row of values, not headings of other ones."""
    return any(re.search(r"[0-9]", cell.fold) for cell in _row_of(sheet, top))


def _next_passage(paper: Paper, hit: Hit) -> Words | None:
    """The paragraph after a clause's heading that stands on a line of its own: 第二条　租赁用途."""
    if hit.line is None or hit.value_start < len(hit.line.glyphs):
        return None
    for number, passage in enumerate(paper.passages[:-1]):
        if hit.words.glyphs[-1] is passage.glyphs[-1] or passage.glyphs[-1] is hit.line.glyphs[-1]:
            return paper.passages[number + 1].words()
    return None


@dataclass(frozen=True)
class Inline:
    """The group `value` (or the whole match) of a pattern in running text: folded, half width, no white space.

    A choice behind an empty box (□200M专线) is not taken.
    """

    pattern: str
    says: str = ""
    labels: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """What the pattern looks for."""
        return self.says or f"表述“{in_words(self.pattern)}”"

    def find(self, paper: Paper) -> Iterator[Words]:
        """Every match, in reading order."""
        compiled = re.compile(self.pattern)
        group: int | str = "value" if "value" in compiled.groupindex else 0
        for match in search(paper.passages, compiled):
            words = match.words(group)
            if words is not None and not UNTICKED.search(match.passage.fold[: match.match.start(group)]):
                yield words


def in_words(pattern: str) -> str:
    """What a pattern looks for in words that a person can look for too: `共(?P<value>…)页` is 共……页."""
    before, _, rest = pattern.partition(VALUE_GROUP)
    if rest:
        before, rest = before + BLANK, rest[_group_end(rest) :]
    plain = before + rest
    for sign, words in SIGNS:
        plain = re.sub(sign, words, plain)
    return "".join(re.findall(f"[一-龥{BLANK}]+", plain))


def _group_end(text: str) -> int:
    """Where the bracket that is open at the start of a text closes, the position after it."""
    depth = 1
    for number, character in enumerate(re.sub(r"\\.|\[[^\]]*\]", lambda found: "_" * len(found.group()), text)):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if not depth:
            return number + 1
    return len(text)


@dataclass(frozen=True)
class Clause:
    """The text of a numbered clause (第…条, 一、) whose opening contains one of the words, up to the next clause."""

    words: tuple[str, ...]
    within: int = 16

    @property
    def anchor(self) -> str:
        """The clause words."""
        return "条款“" + "”“".join(self.words) + "”"

    @property
    def labels(self) -> tuple[str, ...]:
        """A clause has no label."""
        return ()

    def find(self, paper: Paper) -> Iterator[Words]:
        """The whole clause, number and title included."""
        for first, last in _clauses(paper.passages):
            opening = paper.passages[first].fold[: self.within]
            if any(word in opening for word in self.words):
                glyphs = [glyph for passage in paper.passages[first:last] for glyph in passage.glyphs]
                yield Words.of(glyphs)


def _clauses(passages: tuple[Passage, ...]) -> Iterator[tuple[int, int]]:
    starts = [number for number, passage in enumerate(passages) if CLAUSE_OPENING.match(passage.fold)]
    yield from zip(starts, [*starts[1:], len(passages)], strict=True)


@dataclass(frozen=True)
class Custom:
    """Any function from a paper to words, with what it looks for said in words."""

    anchor: str
    function: Callable[[Paper], Iterable[Words]]
    labels: tuple[str, ...] = ()

    def find(self, paper: Paper) -> Iterable[Words]:
        """What the function finds."""
        return self.function(paper)


def beside(*labels: str, touching: bool = False, lines: int = 12, gap: float = 3.0, far: float = 5.0) -> Beside:
    """The value right of one of these labels.

    `touching`: also where the value follows without colon or white space (forms read by OCR); `lines`: at most so
    many lines; `gap`: em of white space that ends the value; `far`: em from the label to the value at most.
    """
    return Beside(labels, touching, Reach(lines, gap, far))


def below(*labels: str, lines: int = 12) -> Below:
    """The value under one of these labels."""
    return Below(labels, Reach(lines))


def headed(*labels: str) -> Headed:
    """The value right under one of these labels where nothing stands beside it."""
    return Headed(labels)


def inline(pattern: str, says: str = "", labels: tuple[str, ...] = ()) -> Inline:
    """A pattern in running text (folded: half width, no spaces); its group `value` is the words; `says` is for `show`."""
    return Inline(pattern, says, labels)


def clause(*words: str, within: int = 16) -> Clause:
    """A numbered clause with one of these words in its first `within` characters."""
    return Clause(words, within)


def custom(anchor: str, function: Callable[[Paper], Iterable[Words]], labels: tuple[str, ...] = ()) -> Custom:
    """A finder made of a function."""
    return Custom(anchor, function, labels)


__all__ = [
    "Below",
    "Beside",
    "Clause",
    "Custom",
    "Finder",
    "Headed",
    "Hit",
    "Inline",
    "Sheet",
    "Sort",
    "below",
    "beside",
    "clause",
    "custom",
    "headed",
    "inline",
]
