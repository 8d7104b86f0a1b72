"""Characters of a page's picture, each with its own box and confidence, the page turned upright.

The line boxes of the detector are not trusted as lines (labels and values are glued together); what leaves here are
characters. Settings were measured: see the constants.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from pipeline.engines import missed, unread
from pipeline.engines.pixels import Picture
from pipeline.engines.quads import (
    SLANT,
    Quad,
    angle_between,
    elongation,
    runs_down,
    sides,
    skew,
    slope,
    stand_on_their_side,
    usual_slope,
)
from pipeline.engines.recogniser import Line, detect, recognise
from pipeline.model.geometry import Box

VOTERS = 6  # the longest lines decide which way up a page is
CERTAIN = 0.9  # mean score of a line that is print the right way up; upside down scores 0.3–0.7, scribbles below 0.85
FEWEST_MISSED = 2  # characters of a line that the detector passed over: a single one is a tick or an ornament
LEAST_CONTRAST = 12  # of 255: an empty page, for which no engine need be loaded
WIDEST_CHARACTER = 1.05  # of the line's height
LONG_MARK = 4.0  # times as long as high: a line of a watermark, read or not
SHORT_MARK = 1.7  # the same of a piece of one, where print is read surely
LEGIBLE_MARK = 0.5  # mean score of a slanted line that is worth telling
LINE_MARGIN = 0.08  # of the line's height: the detector's boxes stand off the ink by this much on either side

T = TypeVar("T")


@dataclass(frozen=True)
class Glyph:
    """One character: its box in pixels of the upright picture, confidence 0…1."""

    character: str
    box: Box
    confidence: float


@dataclass(frozen=True)
class Reading:
    """What was read: the characters, and how the picture had to be turned (degrees clockwise) and leans (degrees)."""

    glyphs: tuple[Glyph, ...]
    picture: Picture
    turned: int = 0
    skew: float = 0.0
    smallest: float | None = None
    """Median height of the lines in pixels of the picture, None without lines."""
    watermark: tuple[str, ...] = ()
    """Lines that lie at a slant to all others."""


def read(picture: Picture) -> Reading:
    """All characters of an RGB picture, turned upright first where its lines say so."""
    bgr = np.ascontiguousarray(picture[:, :, ::-1])
    quads = [] if _is_blank(picture) else detect(bgr)
    if not quads:
        return Reading((), picture)
    turned = 0
    if stand_on_their_side(quads):
        bgr, turned = _turned(bgr, 270), 270
        quads = detect(bgr)  # boxes of narrow table columns come out better on an upright page
    lines = recognise(bgr, quads)
    if _is_upside_down(bgr, quads, lines):
        bgr, turned = _turned(bgr, 180), (turned + 180) % 360
        quads = detect(bgr)
        lines = recognise(bgr, quads)
    slanted = _slanted(quads, lines)
    pieces = tuple(
        "".join(line.characters)
        for line, aside in zip(lines, slanted, strict=True)
        if aside and line.score >= LEGIBLE_MARK
    )
    passed_over = _missed(bgr, quads)
    aside = [quad for quad, gone in zip(quads, slanted, strict=True) if gone]
    quads, lines = _kept(quads, slanted), _kept(lines, slanted)
    found = _doubted(bgr, [*zip(quads, lines, strict=True), *passed_over], aside)
    glyphs = tuple(glyph for quad, line in found for glyph in _glyphs(quad, line))
    upright = np.ascontiguousarray(bgr[:, :, ::-1])
    smallest = float(np.median([min(sides(quad)) for quad in quads])) if quads else None
    return Reading(glyphs, upright, turned, skew(quads), smallest, pieces)


def _missed(bgr: Picture, quads: list[Quad]) -> list[tuple[Quad, Line]]:
    """Lines that the detector passed over and that read as print beyond doubt: ornaments and handwriting do not."""
    candidates = missed.lines(bgr, quads)
    return [
        (quad, line)
        for quad, line in zip(candidates, recognise(bgr, candidates), strict=True)
        if line.score >= CERTAIN and len(line.characters) >= FEWEST_MISSED
    ]


def _doubted(bgr: Picture, found: list[tuple[Quad, Line]], aside: list[Quad]) -> list[tuple[Quad, Line]]:
    """The lines, with little trust in the characters next to ink that none of them accounts for."""
    marked = unread.beside(bgr, [_row(quad, line) for quad, line in found], aside)
    return [
        (quad, line.doubted(places) if places else line) for (quad, line), places in zip(found, marked, strict=True)
    ]


def _row(quad: Quad, line: Line) -> unread.Row:
    length, thickness = sides(quad)
    return unread.Row(
        quad, line.places, tuple(each / max(length, 1.0) for each in _extents(line.places, length, thickness))
    )


def _is_blank(picture: Picture) -> bool:
    return int(picture.max()) - int(picture.min()) < LEAST_CONTRAST


def _turned(bgr: Picture, degrees: int) -> Picture:
    """The picture turned clockwise."""
    return np.ascontiguousarray(np.rot90(bgr, k=-degrees // 90))


def _is_upside_down(bgr: Picture, quads: list[Quad], lines: list[Line]) -> bool:
    """The longest lines read both ways up: the better mean score wins."""
    if not quads:
        return False
    longest = sorted(range(len(quads)), key=lambda index: -max(sides(quads[index])))[:VOTERS]
    upright = float(np.mean([lines[index].score for index in longest]))
    if upright >= CERTAIN:
        return False
    flipped = [np.roll(quads[index], 2, axis=0) for index in longest]
    return float(np.mean([line.score for line in recognise(bgr, flipped)])) > upright


def _slanted(quads: list[Quad], lines: list[Line]) -> list[bool]:
    """Which lines lie at a slant to the page's own: those of a watermark, long or surely read (a signature is not)."""
    usual = usual_slope(quads)
    return [
        abs(angle_between(slope(quad), usual)) >= SLANT
        and (elongation(quad) >= LONG_MARK or (elongation(quad) >= SHORT_MARK and line.score >= CERTAIN))
        for quad, line in zip(quads, lines, strict=True)
    ]


def _kept(each: list[T], aside: list[bool]) -> list[T]:
    return [one for one, gone in zip(each, aside, strict=True) if not gone]


def _glyphs(quad: Quad, line: Line) -> list[Glyph]:
    """Each character's box: its place along the line, as wide as its neighbours leave room for."""
    (width, height), down = sides(quad), runs_down(quad)
    length, thickness = (height, width) if down else (width, height)
    thickness *= 1 - 2 * LINE_MARGIN
    start, end = (
        (quad[0] + quad[1]) / 2 if down else (quad[0] + quad[3]) / 2,
        ((quad[3] + quad[2]) / 2 if down else (quad[1] + quad[2]) / 2),
    )
    return [
        Glyph(character, _box(start + (end - start) * place, extent, thickness, down), confidence)
        for character, place, extent, confidence in zip(
            line.characters, line.places, _extents(line.places, length, thickness), line.confidences, strict=True
        )
    ]


def _extents(places: tuple[float, ...], length: float, thickness: float) -> list[float]:
    """How long each character is along the line, in pixels: the nearer neighbour's distance, at most an em."""
    widest = WIDEST_CHARACTER * thickness
    extents = []
    for index, place in enumerate(places):
        gaps = [abs(place - places[other]) * length for other in (index - 1, index + 1) if 0 <= other < len(places)]
        extents.append(max(min([*gaps, widest]), 1.0))
    return extents


def _box(middle: NDArray[Any], extent: float, thickness: float, down: bool) -> Box:
    wide, high = (thickness, extent) if down else (extent, thickness)
    x, y = float(middle[0]), float(middle[1])
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
