"""Titles and other signs of what a page is: lines in larger type, labels in number, one sentence over wide lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import Clue, Finder, Paper, by, custom
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.labels import label_hits
from pipeline.layout.lines import Line
from pipeline.layout.sheet import Sheet

LARGER = 1.12  # times the usual size of the page: a title's type
FIRST_LINES = 12  # lines that tell the right margin, and characters that a line of running text has at least
LONGEST_TITLE = 40  # characters


def title_lines(sheet: Sheet) -> tuple[Line, ...]:
    """The lines of a page that are titles: short, without stops, in larger type or first on the page."""
    return tuple(
        line
        for number, line in enumerate(sheet.lines)
        if len(line.fold) <= LONGEST_TITLE
        and not re.search(r"[,。;:]|^第.{1,3}[条章]", line.fold)
        and (line.em > LARGER * sheet.em or (number < 2 and not _fills_its_line(sheet, line)))  # noqa: PLR2004
    )


def _fills_its_line(sheet: Sheet, line: Line) -> bool:
    """Whether a line runs to the right margin, as the first lines of a paragraph do."""
    others = [each.at.x1 for each in sheet.lines[:FIRST_LINES] if each is not line and len(each.fold) > FIRST_LINES]
    return len(line.fold) > FIRST_LINES and bool(others) and line.at.x1 > max(others) - 2 * line.em


def titles(paper: Paper, *words: str) -> Iterator[Words]:
    """The title of a paper that has one of these words: the largest type on its first pages, before that in cells."""
    pattern = "|".join(re.escape(word) for word in words)
    lines = [
        (sheet.cell_of.get(line.glyphs[0]) is None, line)
        for sheet in paper.sheets[:2]
        for line in title_lines(sheet)
        if re.search(pattern, line.fold)
    ]
    if lines:
        _, title = max(lines, key=lambda each: (each[0], each[1].em))
        yield title.words()


def titled(*words: str) -> Clue:
    """A page with a title line, in larger type or first on the page, that has one of these words."""
    pattern = "|".join(re.escape(folded(word)) for word in words)

    def judge(sheet: Sheet) -> float:
        return float(any(re.search(pattern, line.fold) for line in title_lines(sheet)))

    return by("标题行“" + "”“".join(words) + "”", judge)


def titled_like(pattern: str, says: str) -> Clue:
    """A page with a title line, in larger type or first on the page, that a pattern is found in."""
    compiled = re.compile(pattern)
    return by(says, lambda sheet: float(any(compiled.search(line.fold) for line in title_lines(sheet))))


def labelled(least: int, *groups: tuple[str, ...]) -> Clue:
    """A page with labels of at least so many of these groups; fewer count for nothing."""

    def judge(sheet: Sheet) -> float:
        hits = {folded(hit.label) for hit in label_hits(sheet, [text for group in groups for text in group])}
        return float(sum(any(folded(text) in hits for text in group) for group in groups) >= least)

    return by(f"{least} 个以上的标签：" + "、".join(group[0] for group in groups), judge)


def across(pattern: str, says: str) -> Finder:
    """The group `value` of a pattern in a page's lines run together: certificates set one sentence in wide lines."""
    compiled = re.compile(pattern)

    def found(paper: Paper) -> Iterator[Words]:
        for sheet in paper.sheets:
            glyphs = [glyph for line in sheet.lines for glyph in line.glyphs]
            for match in compiled.finditer("".join(glyph.fold for glyph in glyphs)):
                yield Words.of(glyphs[match.start("value") : match.end("value")])

    return custom(says, found)


def first_of(*finders: Finder) -> Finder:
    """What the first of these finders finds that finds anything: weaker places are no rival readings of surer ones."""

    def found(paper: Paper) -> Iterator[Words]:
        for finder in finders:
            words = list(finder.find(paper))
            if words:
                yield from words
                return

    labels = tuple(label for finder in finders for label in finder.labels)
    return custom("；".join(finder.anchor for finder in finders), found, labels=labels)
