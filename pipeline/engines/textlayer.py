"""The text layer of a PDF page: visible characters with their boxes as seen."""

from __future__ import annotations

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as c
from numpy.typing import NDArray

from pipeline.engines.drawn import address, hidden_text
from pipeline.engines.glyphs import plain
from pipeline.engines.pdfium import Placement, size
from pipeline.model.geometry import Box

OVERPRINT = 0.3  # of a character's size: the same character nearer than this is bold by printing it twice
ROW, ROWS = 4.0, 1 << 16  # pt: characters are looked up by rows of this height; more rows than any page has
FLAT = 0.2  # of the width: a box lower than this is degenerate (no ascent in the font)
HIGH_SURROGATES, LOW_SURROGATES, FIRST_SUPPLEMENTARY = range(0xD800, 0xDC00), range(0xDC00, 0xE000), 0x10000
DECIMALS = 1  # of a point: boxes are told as they are written to files
UNKNOWN, HALF = "\ufffd", "half"
RECTANGLE = (0, 3, 2, 1)  # FS_RECTF holds left, top, right, bottom
QUARTER, CIRCLE = 90, 360  # degrees
MOST_ASKED = 400  # characters whose direction is asked: a page has one
ONE_WAY = 0.9  # share of them that must run the same way: a stamp or a margin note does not turn the page


@dataclass(frozen=True)
class Characters:
    """The characters of a page, white space taken out: `text[i]` stands in `boxes[i]`, to a tenth of a point."""

    text: str
    boxes: tuple[Box, ...]
    hidden: int = 0
    """How many more characters are written invisibly."""
    places: tuple[int, ...] = field(default=(), compare=False, repr=False)
    """Where each character stands in the text layer."""

    def without(self, unseen: frozenset[int]) -> Characters:
        """The characters except these (indices), which count as hidden."""
        kept = [index for index in range(len(self.text)) if index not in unseen]
        return Characters(
            "".join(self.text[index] for index in kept),
            tuple(self.boxes[index] for index in kept),
            self.hidden + len(self.text) - len(kept),
            tuple(self.places[index] for index in kept),
        )


def characters(page: Any) -> Characters:
    """The visible characters of the text layer, look-alike code points and overprinted copies resolved."""
    hidden_objects = hidden_text(page)
    textpage = page.get_textpage()
    try:
        kept, places, edges, hidden = _visible_characters(textpage, hidden_objects)
    finally:
        textpage.close()
    if not kept:
        return Characters("", (), hidden)
    placed = Placement(page).boxes(edges)
    inside = np.flatnonzero(_on_page(placed, *size(page)))
    single = inside[_printed_once([kept[index] for index in inside.tolist()], placed[inside])]
    text = "".join([kept[index] for index in single.tolist()])
    where = tuple(places[index] for index in single.tolist())
    return Characters(text, _boxes(np.round(placed[single], DECIMALS)), hidden, where)


def with_own_font(page: Any, places: Iterable[int]) -> frozenset[int]:
    """Those of these places whose font is in the file: text without it is drawn where the font is installed."""
    textpage = page.get_textpage()
    try:
        return frozenset(place for place in places if _has_own_font(textpage.raw, place))
    finally:
        textpage.close()


def _has_own_font(raw: Any, place: int) -> bool:
    font = c.FPDFTextObj_GetFont(c.FPDFText_GetTextObject(raw, place))
    return bool(font) and c.FPDFFont_GetIsEmbedded(font) == 1


def turn(page: Any) -> int:
    """Degrees clockwise by which the page must be turned so that its text runs to the right; 0 where text is mixed."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        asked = range(0, count, max(count // MOST_ASKED, 1))
        printed = [index for index in asked if _printed(c.FPDFText_GetUnicode(textpage.raw, index))]
        angles = Counter(round(math.degrees(c.FPDFText_GetCharAngle(textpage.raw, index))) for index in printed)
    finally:
        textpage.close()
    if not angles:
        return 0
    angle, most = angles.most_common(1)[0]
    needed = (-angle - int(page.get_rotation())) % CIRCLE
    return needed if needed % QUARTER == 0 and most >= ONE_WAY * angles.total() else 0


def _boxes(rows: NDArray[np.float64]) -> tuple[Box, ...]:
    """A box a row; made without the named tuple's constructor in Python, which costs as much as reading them."""
    return tuple(map(tuple.__new__, repeat(Box), rows.tolist()))


def _on_page(placed: NDArray[np.float64], width: float, height: float) -> NDArray[np.bool_]:
    x, y = (placed[:, 0] + placed[:, 2]) / 2, (placed[:, 1] + placed[:, 3]) / 2
    return (x >= 0) & (x <= width) & (y >= 0) & (y <= height)


def _visible_characters(
    textpage: Any, hidden: frozenset[int]
) -> tuple[list[str], list[int], NDArray[np.float64], int]:
    """The characters, their places, their (left, bottom, right, top) in user space, and how many more are invisible.

    pdfium makes up white space and nothing else, which goes with the white space of the file.
    """
    raw, code_at = textpage.raw, c.FPDFText_GetUnicode
    characters = list(map(_printed, [code_at(raw, index) for index in range(textpage.count_chars())]))
    for index in [place for place, character in enumerate(characters) if character == HALF]:
        characters[index] = _beyond_first_plane(raw, index)
    printed = [index for index, character in enumerate(characters) if character]
    kept = [index for index in printed if not hidden or _owner(raw, index) not in hidden]
    return [characters[index] for index in kept], kept, _edges(raw, kept), len(printed) - len(kept)


def _owner(raw: Any, index: int) -> int:
    """The address of the text object that a character belongs to."""
    return address(c.FPDFText_GetTextObject(raw, index))


@cache
def _printed(code: int) -> str:
    """The character of a code point in plain form; empty for white space, `HALF` for one of two surrogates."""
    if code == 0:
        return UNKNOWN
    if code in HIGH_SURROGATES or code in LOW_SURROGATES:
        return HALF
    if code > sys.maxunicode or chr(code).isspace():
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
    first, measure, reference = c.FS_RECTF.from_buffer(boxes), c.FPDFText_GetLooseCharBox, ctypes.byref
    for index, offset in zip(indices, range(0, boxes.nbytes, boxes.strides[0]), strict=False):
        measure(raw, index, reference(first, offset))
    edges = boxes[: len(indices), RECTANGLE].astype(np.float64)
    width, height = edges[:, 2] - edges[:, 0], np.abs(edges[:, 3] - edges[:, 1])
    for place in np.flatnonzero((width <= 0) | (height <= FLAT * width)).tolist():
        edges[place] = _ink(raw, indices[place])
    return edges


_left, _right, _bottom, _top = (ctypes.c_double() for _ in range(4))


def _ink(raw: Any, index: int) -> tuple[float, float, float, float]:
    c.FPDFText_GetCharBox(raw, index, _left, _right, _bottom, _top)
    return _left.value, _bottom.value, _right.value, _top.value


def _printed_once(texts: list[str], placed: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which characters count: a second copy within a third of its size is bold by overprinting."""
    lefts, tops, rights, bottoms = placed.T
    near = OVERPRINT * np.maximum(np.minimum(rights - lefts, bottoms - tops), 1.0)
    keys = np.array([ord(text[0]) for text in texts]) * ROWS + (tops // ROW).astype(np.int64)
    counts = np.ones(len(texts), dtype=np.bool_)
    seen: dict[int, list[tuple[float, float]]] = {}
    for place in _repeated(keys):
        key, left, top, reach = int(keys[place]), float(lefts[place]), float(tops[place]), float(near[place])
        around = (*seen.get(key - 1, ()), *seen.get(key, ()), *seen.get(key + 1, ()))
        if any(abs(x - left) < reach and abs(y - top) < reach for x, y in around):
            counts[place] = False
        else:
            seen.setdefault(key, []).append((left, top))
    return counts


def _repeated(keys: NDArray[np.int64]) -> list[int]:
    """The places of characters that stand again in their row or the next one: most do not."""
    order = np.argsort(keys, kind="stable")
    close = np.diff(keys[order]) <= 1
    places = np.concatenate((order[1:][close], order[:-1][close]))
    found: list[int] = np.unique(places).tolist()
    return found
