"""The text layer of a PDF page: visible characters with their boxes as seen."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as c

from pipeline.engines.drawn import address, hidden_text
from pipeline.engines.glyphs import plain
from pipeline.engines.pdfium import Placement, size
from pipeline.model.geometry import Box

OVERPRINT = 0.3  # of a character's size: the same character nearer than this is bold by printing it twice
BUCKET = 4.0  # pt: characters are looked up by this grid
FLAT = 0.2  # of the width: a box lower than this is degenerate (no ascent in the font)
HIGH_SURROGATES, LOW_SURROGATES, FIRST_SUPPLEMENTARY = range(0xD800, 0xDC00), range(0xDC00, 0xE000), 0x10000
UNKNOWN = "\ufffd"


@dataclass(frozen=True)
class Characters:
    """The characters of a page, white space taken out: `text[i]` stands in `boxes[i]`."""

    text: str
    boxes: tuple[Box, ...]
    hidden: int = 0
    """How many more characters are written invisibly."""


def characters(page: Any) -> Characters:
    """The visible characters of the text layer, look-alike code points and overprinted copies resolved."""
    hidden_objects = hidden_text(page)
    textpage = page.get_textpage()
    try:
        kept, edges, hidden = _visible_characters(textpage, hidden_objects)
    finally:
        textpage.close()
    if not kept:
        return Characters("", (), hidden)
    placed = Placement(page).boxes(np.array(edges, dtype=np.float64))
    width, height = size(page)
    boxes = [Box(*row) for row in placed.tolist()]
    inside = [i for i, box in enumerate(boxes) if _on_page(box, width, height)]
    single = _without_overprint([kept[i] for i in inside], [boxes[i] for i in inside])
    return Characters("".join(text for text, _ in single), tuple(box for _, box in single), hidden)


def _on_page(box: Box, width: float, height: float) -> bool:
    x, y = box.middle
    return 0 <= x <= width and 0 <= y <= height


def _visible_characters(textpage: Any, hidden: frozenset[int]) -> tuple[list[str], list[tuple[float, ...]], int]:
    kept: list[str] = []
    edges: list[tuple[float, ...]] = []
    unseen = 0
    raw = textpage.raw
    for index in range(textpage.count_chars()):
        code = c.FPDFText_GetUnicode(raw, index)
        character = _character(code, raw, index)
        if not character or character.isspace() or c.FPDFText_IsGenerated(raw, index) == 1:
            continue
        if hidden and address(c.FPDFText_GetTextObject(raw, index)) in hidden:
            unseen += 1
            continue
        kept.append(plain(character))
        edges.append(_edges(raw, index))
    return kept, edges, unseen


def _character(code: int, raw: Any, index: int) -> str:
    """One character; halves of surrogate pairs (Windows) are joined at the first half."""
    if code in HIGH_SURROGATES:
        low = c.FPDFText_GetUnicode(raw, index + 1)
        joined = FIRST_SUPPLEMENTARY + ((code - HIGH_SURROGATES.start) << 10) + (low - LOW_SURROGATES.start)
        return chr(joined) if low in LOW_SURROGATES else ""
    if code == 0:
        return UNKNOWN
    return "" if code in LOW_SURROGATES or code > sys.maxunicode else chr(code)


_rectangle = c.FS_RECTF()
_left, _right, _bottom, _top = (ctypes.c_double() for _ in range(4))


def _edges(raw: Any, index: int) -> tuple[float, float, float, float]:
    """(left, bottom, right, top) in user space: the em box, so that 一 and 国 stand on one line; else the ink's."""
    if c.FPDFText_GetLooseCharBox(raw, index, _rectangle):
        em = (_rectangle.left, _rectangle.bottom, _rectangle.right, _rectangle.top)
        if em[2] - em[0] > 0 and abs(em[3] - em[1]) > FLAT * (em[2] - em[0]):
            return em
    c.FPDFText_GetCharBox(raw, index, _left, _right, _bottom, _top)
    return _left.value, _bottom.value, _right.value, _top.value


def _without_overprint(texts: list[str], boxes: list[Box]) -> list[tuple[str, Box]]:
    """Each character once: a second copy within a third of its size is bold by overprinting."""
    seen: dict[tuple[str, int, int], list[Box]] = {}
    single = []
    for text, box in zip(texts, boxes, strict=True):
        extent = max(min(box.width, box.height), 1.0)
        near = OVERPRINT * extent
        column, row = int(box.x0 // BUCKET), int(box.top // BUCKET)
        around = [
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in seen.get((text, x, y), ())
        ]
        if any(abs(other.x0 - box.x0) < near and abs(other.top - box.top) < near for other in around):
            continue
        seen.setdefault((text, column, row), []).append(box)
        single.append((text, box))
    return single
