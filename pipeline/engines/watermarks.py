"""Watermarks in a text layer: characters at a slant, and pale, clear or overlaid ones that say what a copy is for."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as c

from pipeline.engines.drawn import address
from pipeline.engines.textlayer import Characters
from pipeline.model.geometry import Box
from pipeline.text.watermarks import says_watermark

QUARTER = 90.0
SLANT = 8.0  # degrees from upright or lying: print leans less
TILES = 3  # times that a pale text must stand on a page to be a pattern
PALE, CLEAR = 150, 230  # of 255: the lightest channel's least, and the opacity, from which print is no usual print
FEWEST = 4  # characters of a pattern
COVERED = 2  # characters of other text that an overlaid watermark crosses


class Aside(NamedTuple):
    """The characters that are the page's own, and the pieces of the watermark in their order."""

    layer: Characters
    pieces: tuple[str, ...]


class _Run(NamedTuple):
    """Characters (indices into the layer) that one text object draws, at one slant."""

    text: str
    indices: tuple[int, ...]
    slanted: bool
    faint: bool


def set_aside(page: Any, layer: Characters) -> Aside:
    """The layer without the characters of watermarks, so that no value takes them in."""
    if not layer.text:
        return Aside(layer, ())
    textpage = page.get_textpage()
    try:
        runs = tuple(_runs(textpage.raw, layer))
    finally:
        textpage.close()
    repeated = Counter(run.text for run in runs if run.faint and len(run.text) >= FEWEST)
    marks = [run for run in runs if run.slanted or repeated[run.text] >= TILES or _is_overlaid(run, runs, layer)]
    if not marks:
        return Aside(layer, ())
    gone = frozenset(index for run in marks for index in run.indices)
    return Aside(replace(layer.without(gone), hidden=layer.hidden), tuple(run.text for run in marks))


def _runs(raw: Any, layer: Characters) -> Iterator[_Run]:
    def drawn(index: int) -> tuple[int, bool]:
        place = layer.places[index]
        return address(c.FPDFText_GetTextObject(raw, place)), _is_slanted(raw, place)

    for (_, slanted), group in groupby(range(len(layer.text)), key=drawn):
        indices = tuple(group)
        text = "".join(layer.text[index] for index in indices)
        yield _Run(text, indices, slanted, _is_faint(raw, layer.places[indices[0]]))


def _is_slanted(raw: Any, place: int) -> bool:
    degrees = math.degrees(c.FPDFText_GetCharAngle(raw, place)) % QUARTER
    return min(degrees, QUARTER - degrees) >= SLANT


def _is_faint(raw: Any, place: int) -> bool:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not c.FPDFText_GetFillColor(raw, place, red, green, blue, opacity):
        return False
    return opacity.value < CLEAR or min(red.value, green.value, blue.value) >= PALE


def _is_overlaid(run: _Run, runs: tuple[_Run, ...], layer: Characters) -> bool:
    """Whether upright words say what a copy is for, and are faint or lie across other text."""
    if not says_watermark(run.text):
        return False
    if run.faint:
        return True
    own = [layer.boxes[index] for index in run.indices]
    others = [layer.boxes[index] for other in runs if other is not run for index in other.indices]
    return sum(any(_overlap(box, each) for each in own) for box in others) >= COVERED


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > one.width / 4 and high > one.height / 4
