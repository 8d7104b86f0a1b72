"""Table cells of a text page whose own characters are set in two ways where the rest of their column is set in one.

Digits are compared with digits and Chinese with Chinese: a page that sets numbers in another font than words is the
rule. Watermarks and seals over a table are left out by colour, slant and size.
"""

from __future__ import annotations

import ctypes
import math
import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as c

from pipeline.engines.drawn import address
from pipeline.engines.textlayer import Characters
from pipeline.model.geometry import Box
from pipeline.model.page import OddCell

FEWEST_CELLS = 8  # a page with fewer ruled cells has no table whose columns could be compared
FEWEST_OTHERS = 3  # cells of the column that say how it is set
SAME_EDGE = 2.0  # pt: edges of the cells of one column
SIZE_STEP = 1.0  # pt: characters of one font that differ by more are of two sizes
LIKE_PRINT = (0.6, 1.5)  # of the cell's usual size: watermarks are larger, notes and exponents smaller
DARKEST = 110  # of 255: the lightest colour that passes for black print; stamps and watermarks are lighter
UPRIGHT, HALF_TURN = 2.0, 180.0  # degrees
NAME_BYTES = 128  # of a font's name
SUBSET = re.compile(r"^[A-Z]{6}\+")
STYLE = re.compile(r"[-,].*$|(?i:bold|italic|oblique|regular|mt$|ps$)")


class Setting(NamedTuple):
    """How a character is set: `font` without subset mark and style, em height in points."""

    font: str
    height: float


def odd_cells(page: Any, layer: Characters, cells: Sequence[Box]) -> tuple[OddCell, ...]:
    """The odd cells of an open page in order; none on a page without a table."""
    if len(cells) < FEWEST_CELLS:
        return ()
    filled = _filled(layer, cells)
    textpage = page.get_textpage()
    try:
        fonts: dict[int, str] = {}
        set_in = {cell: _settings(textpage.raw, layer, indices, fonts) for cell, indices in filled.items()}
    finally:
        textpage.close()
    return tuple(
        OddCell(bbox=cell, text="".join(layer.text[index] for index in filled[cell]))
        for cell in filled
        if any(_is_odd(cell, sort, set_in) for sort in ("digit", "word"))
    )


def _filled(layer: Characters, cells: Sequence[Box]) -> dict[Box, list[int]]:
    """The characters of every cell, each in the smallest cell that holds its middle."""
    found: dict[Box, list[int]] = defaultdict(list)
    by_size = sorted(cells, key=lambda cell: cell.width * cell.height)
    for index, box in enumerate(layer.boxes):
        x, y = box.middle
        cell = next((each for each in by_size if each.x0 <= x <= each.x1 and each.top <= y <= each.bottom), None)
        if cell is not None:
            found[cell].append(index)
    return dict(sorted(found.items(), key=lambda each: (each[0].top, each[0].x0)))


def _settings(
    raw: Any, layer: Characters, indices: Iterable[int], fonts: dict[int, str]
) -> dict[str, tuple[Setting, ...]]:
    """How the digits and the common Chinese characters of a cell are set."""
    found: dict[str, list[Setting]] = {"digit": [], "word": []}
    for index in indices:
        sort = _sort(layer.text[index])
        if sort and _is_print(raw, layer.places[index]):
            found[sort].append(Setting(_font(raw, layer.places[index], fonts), layer.boxes[index].height))
    return {sort: tuple(_like_print(settings)) for sort, settings in found.items()}


def _sort(character: str) -> str:
    """`digit`, `word`, or nothing for signs, letters and rare characters, which another font often supplies."""
    if character in "0123456789":
        return "digit"
    try:
        return "word" if len(character.encode("gb2312")) > 1 and "\u4e00" <= character <= "\u9fff" else ""
    except UnicodeEncodeError:
        return ""


def _is_print(raw: Any, place: int) -> bool:
    """Whether a character is upright and as dark as print."""
    slant = (math.degrees(c.FPDFText_GetCharAngle(raw, place)) + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN
    if abs(slant) > UPRIGHT:
        return False
    parts = [ctypes.c_uint() for _ in range(4)]
    told = c.FPDFText_GetFillColor(raw, place, *parts)
    return not told or max(part.value for part in parts[:3]) <= DARKEST


def _font(raw: Any, place: int, fonts: dict[int, str]) -> str:
    font = c.FPDFTextObj_GetFont(c.FPDFText_GetTextObject(raw, place))
    if not font:
        return ""
    where = address(font)
    if where not in fonts:
        name = ctypes.create_string_buffer(NAME_BYTES)
        c.FPDFFont_GetBaseFontName(font, name, NAME_BYTES)
        fonts[where] = STYLE.sub("", SUBSET.sub("", name.value.decode("utf-8", "replace")))
    return fonts[where]


def _like_print(settings: Sequence[Setting]) -> Iterator[Setting]:
    """Those of about the usual size of the cell."""
    if settings:
        usual = statistics.median(each.height for each in settings)
        least, most = (usual * share for share in LIKE_PRINT)
        yield from (each for each in settings if least <= each.height <= most)


def _is_odd(cell: Box, sort: str, set_in: dict[Box, dict[str, tuple[Setting, ...]]]) -> bool:
    """Whether a cell is set in two ways while every other cell of its column is set in one."""
    if not _is_mixed(set_in[cell][sort]):
        return False
    column = [
        settings[sort]
        for other, settings in set_in.items()
        if other != cell and settings[sort] and abs(other.x0 - cell.x0) < SAME_EDGE > abs(other.x1 - cell.x1)
    ]
    return len(column) >= FEWEST_OTHERS and not any(_is_mixed(each) for each in column)


def _is_mixed(settings: Sequence[Setting]) -> bool:
    """Whether characters of one sort stand in two fonts, or in two sizes of one."""
    if len({each.font for each in settings}) > 1:
        return True
    heights = [each.height for each in settings]
    return bool(heights) and max(heights) - min(heights) > SIZE_STEP
