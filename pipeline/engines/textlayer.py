"""The text layer of a PDF page: visible characters with their boxes as seen."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from functools import cache
from itertools import starmap
from typing import Any

import numpy as np
import pypdfium2.raw as c
from numpy.typing import NDArray

from pipeline.engines.drawn import address, hidden_text
from pipeline.engines.glyphs import plain
from pipeline.engines.pdfium import Placement, size
from pipeline.model.geometry import Box

OVERPRINT = 0.3  # of a character's size: the same character nearer than this is bold by printing it twice
ROW = 4.0  # pt: characters are looked up by rows of this height
FLAT = 0.2  # of the width: a box lower than this is degenerate (no ascent in the font)
HIGH_SURROGATES, LOW_SURROGATES, FIRST_SUPPLEMENTARY = range(0xD800, 0xDC00), range(0xDC00, 0xE000), 0x10000
DECIMALS = 1  # of a point: boxes are told as they are written to files
UNKNOWN = "\ufffd"
RECTANGLE = (0, 3, 2, 1)  # FS_RECTF holds left, top, right, bottom


@dataclass(frozen=True)
class Characters:
    """The characters of a page, white space taken out: `text[i]` stands in `boxes[i]`, to a tenth of a point."""

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
    placed = Placement(page).boxes(edges)
    inside = np.flatnonzero(_on_page(placed, *size(page)))
    kept, placed = [kept[index] for index in inside.tolist()], placed[inside]
    single = _printed_once(kept, placed)
    boxes = starmap(Box, np.round(placed[single], DECIMALS).tolist())
    return Characters("".join([kept[index] for index in single]), tuple(boxes), hidden)


def _on_page(placed: NDArray[np.float64], width: float, height: float) -> NDArray[np.bool_]:
    x, y = (placed[:, 0] + placed[:, 2]) / 2, (placed[:, 1] + placed[:, 3]) / 2
    return (x >= 0) & (x <= width) & (y >= 0) & (y <= height)


def _visible_characters(textpage: Any, hidden: frozenset[int]) -> tuple[list[str], NDArray[np.float64], int]:
    """The characters, their (left, bottom, right, top) in user space, and how many more are invisible.

    pdfium makes up white space and nothing else, which goes with the white space of the file.
    """
    raw, unseen = textpage.raw, 0
    kept: list[str] = []
    indices: list[int] = []
    for index in range(textpage.count_chars()):
        character = _printed(c.FPDFText_GetUnicode(raw, index)) or _beyond_first_plane(raw, index)
        if not character:
            continue
        if hidden and address(c.FPDFText_GetTextObject(raw, index)) in hidden:
            unseen += 1
            continue
        kept.append(character)
        indices.append(index)
    return kept, _edges(raw, indices), unseen


@cache
def _printed(code: int) -> str:
    """The character of a code point in plain form; empty for white space and halves of surrogate pairs."""
    if code == 0:
        return UNKNOWN
    if code in HIGH_SURROGATES or code in LOW_SURROGATES or code > sys.maxunicode or chr(code).isspace():
        return ""
    return plain(chr(code))


def _beyond_first_plane(raw: Any, index: int) -> str:
    """The character whose halves (Windows) begin here, empty where none does."""
    high = c.FPDFText_GetUnicode(raw, index)
    if high not in HIGH_SURROGATES:
        return ""
    low = c.FPDFText_GetUnicode(raw, index + 1)
    if low not in LOW_SURROGATES:
        return ""
    return plain(chr(FIRST_SUPPLEMENTARY + ((high - HIGH_SURROGATES.start) << 10) + (low - LOW_SURROGATES.start)))


def _edges(raw: Any, indices: list[int]) -> NDArray[np.float64]:
    """(left, bottom, right, top) in user space: the em box, so that 一 and 国 stand on one line; else the ink's."""
    boxes = np.zeros((max(len(indices), 1), len(RECTANGLE)), dtype=np.float32)
    first, step = c.FS_RECTF.from_buffer(boxes), boxes.strides[0]
    for place, index in enumerate(indices):
        c.FPDFText_GetLooseCharBox(raw, index, ctypes.byref(first, place * step))
    edges = boxes[: len(indices), RECTANGLE].astype(np.float64)
    width, height = edges[:, 2] - edges[:, 0], np.abs(edges[:, 3] - edges[:, 1])
    for place in np.flatnonzero((width <= 0) | (height <= FLAT * width)).tolist():
        edges[place] = _ink(raw, indices[place])
    return edges


_left, _right, _bottom, _top = (ctypes.c_double() for _ in range(4))


def _ink(raw: Any, index: int) -> tuple[float, float, float, float]:
    c.FPDFText_GetCharBox(raw, index, _left, _right, _bottom, _top)
    return _left.value, _bottom.value, _right.value, _top.value


def _printed_once(texts: list[str], placed: NDArray[np.float64]) -> list[int]:
    """The places of the characters that count: a second copy within a third of its size is bold by overprinting."""
    lefts, tops, rights, bottoms = placed.T
    near = OVERPRINT * np.maximum(np.minimum(rights - lefts, bottoms - tops), 1.0)
    seen: dict[tuple[str, int], list[tuple[float, float]]] = {}
    single = []
    for place, (text, left, top, reach) in enumerate(
        zip(texts, lefts.tolist(), tops.tolist(), near.tolist(), strict=True)
    ):
        row = int(top // ROW)
        around = (*seen.get((text, row - 1), ()), *seen.get((text, row), ()), *seen.get((text, row + 1), ()))
        if around and any(abs(x - left) < reach and abs(y - top) < reach for x, y in around):
            continue
        seen.setdefault((text, row), []).append((left, top))
        single.append(place)
    return single
