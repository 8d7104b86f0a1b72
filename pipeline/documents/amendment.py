"""Amendments: which words of a 章程修正案 are the old wording, and which rows stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipeline.documents.declaration import Finder, Paper, custom
from pipeline.layout.glyphs import Glyph, Words
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Field, Row

OLD = re.compile(r"原为|原条款|原文为|原内容|原规定|原章程|原第[^条]{1,6}条|修改前|变更前|修订前")
NEW = re.compile(r"修改为|变更为|改为|修订为|修正为|调整为|修改后|变更后|修订后")
BEGINS_NEW = re.compile(r"(?:现|应|拟|兹)?(?:修改为|变更为|改为|修订为|修正为|调整为):")
CLAUSE = re.compile(r"(?:[一二三四五六七八九十0-9]{1,3}[、.])?第[一二三四五六七八九十百0-9]{1,5}条")
"""A paragraph with a clause, which is the old wording where the next one begins with 现修改为."""
OLD_HEAD = re.compile(r"(?:修改前|变更前|修订前|原章程|原条款|原内容)[^,。;:]{0,8}")
"""The heading of the column that holds the old wording, where the two stand side by side."""


def superseded(paper: Paper) -> frozenset[Glyph]:
    """The characters of the old wording.

    Behind 原为 up to 修改为; before 修改为 in its paragraph, or in the clause above where it begins one; under 修改前.
    """
    sided = frozenset(glyph for sheet in paper.sheets for glyph in _old_column(sheet))
    celled = {glyph for sheet in paper.sheets if _old_heads(sheet) for cell in sheet.cells for glyph in cell.glyphs}
    old, found = False, set(sided)
    for before, passage in pairwise(paper.passages):
        if BEGINS_NEW.match(passage.fold) and CLAUSE.match(before.fold) and not NEW.search(before.fold):
            found.update(before.glyphs)
    for passage in paper.passages:
        if celled.intersection(passage.glyphs):
            continue
        marks = sorted(
            [(match.end(), True) for match in OLD.finditer(passage.fold)]
            + [(match.end(), False) for match in NEW.finditer(passage.fold)]
        )
        start, state = 0, old
        for end, begins_old in marks:
            if state or not begins_old:
                found.update(passage.glyphs[start:end])
            start, state = end, begins_old
        if state:
            found.update(passage.glyphs[start:])
        old = state
    return frozenset(found)


def _old_heads(sheet: Sheet) -> list[int]:
    return [number for number, cell in enumerate(sheet.cells) if OLD_HEAD.fullmatch(cell.fold)]


def _old_column(sheet: Sheet) -> Iterator[Glyph]:
    """The characters of the cells under a heading such as 修改前."""
    for head in (sheet.cells[number].box for number in _old_heads(sheet)):
        for cell in sheet.cells:
            if cell.box.top >= head.top and head.x0 < cell.box.middle[0] < head.x1:
                yield from cell.glyphs


def in_force(finder: Finder) -> Finder:
    """The same finder, without what begins in the old wording."""

    def find(paper: Paper) -> Iterator[Words]:
        old = superseded(paper)
        return (words for words in finder.find(paper) if words.glyphs[0] not in old)

    return custom(finder.anchor, find, finder.labels)


def stands_in(row: Row, glyphs: Iterable[Glyph]) -> bool:
    """Whether a row's first value was read from one of these characters."""
    return was_read_from(row.fields[0], glyphs)


def was_read_from(field: Field, glyphs: Iterable[Glyph]) -> bool:
    """Whether a value was read from one of these characters."""
    page, box = field.evidence.page, field.evidence.bbox
    return box is not None and any(
        glyph.place.page == page and box.contains(*glyph.place.as_displayed(glyph.box).middle) for glyph in glyphs
    )
