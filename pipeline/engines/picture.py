"""What a page's picture shows as a whole: colour, ink, sharpness, and a digest that finds the same page again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.model.geometry import Box
from pipeline.model.page import Colour

COLOURED = 40  # difference between the largest and smallest channel, 0…255: paper under warm light stays below
COLOURED_SHARE = 0.0008  # of the pixels: a round seal on A4 covers 0.2–0.5 %
PAPER_TINT = 12  # the median difference is the light's, taken off before counting
TINT = 3  # difference of the channels that no grey JPEG has
TINTED_SHARE = 0.02  # of the pixels: paper, or print's edges
BILEVEL_SHARE, NEAR = 0.97, 24  # of the pixels are within this of black or white
WHITE = 255
DARK = 96  # grey value below which a pixel is ink on paper normalised to white
SHARPNESS_DPI = 150
SCANNER_WHITE = 244  # grey value from which paper is a scanner's white, in which nothing can be blown out
BLOWN, FLAT = 252, 1.5  # a tile of a photograph so bright and so even shows a lamp, not paper
GLARE_TILES = 16  # along either side
BRIGHTEST = 99  # percentile of a page's shades that its brightest part reaches: paper, or letters of a dark screen
INK, GROUND = 5, 90  # percentiles of the shades in a character's box
STEEPEST = 97  # percentile of the steps from one pixel to the next that is an edge's
SMALLEST_CHARACTER = 4  # px
PAPER_SHARE = 70  # percentile of a page's shades that is its paper
FAINT_DPI = 30.0  # a place is a square of 0.8 mm: a blurred line of print still darkens it, a sensor's grain does not
FAINT_MARGIN = 0.04  # of the short side: shadows at the edges of a sheet
FAINT_DARKER = 10  # of 255
DIGEST_SIDE = 32  # px before the cosine transform; the lowest 8 × 8 frequencies make 64 bits


def grey(picture: Picture) -> Picture:
    """The picture in shades of grey."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def colour(picture: Picture) -> Colour:
    """Whether the picture holds colour (a red seal is enough), greys, or only black and white."""
    spread = _spread(picture)
    if np.mean(spread > COLOURED + max(float(np.median(spread)) - PAPER_TINT, 0.0)) > COLOURED_SHARE:
        return "colour"
    shades = grey(picture)
    return "bilevel" if np.mean((shades < NEAR) | (shades > WHITE - NEAR)) > BILEVEL_SHARE else "grey"


def is_tinted(picture: Picture) -> bool:
    """Whether the picture was taken in colour, though all its ink may be black: grey ones have three equal channels."""
    return bool(np.mean(_spread(picture) >= TINT) >= TINTED_SHARE)


def _spread(picture: Picture) -> Picture:
    """How far apart the channels of each pixel lie."""
    red, green, blue = cv2.split(picture)
    return np.asarray(cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)))


def even_light(shades: Picture) -> Picture:
    """Grey values with shadows and the paper's own shade taken out: paper becomes white."""
    small = cv2.resize(shades, (0, 0), fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    side = max(3, round(min(small.shape) / 12) | 1)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((side // 2 | 1, side // 2 | 1), np.uint8)), min(side, 255))
    paper = cv2.resize(paper, (shades.shape[1], shades.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(shades, np.maximum(paper, 1), scale=255), dtype=np.uint8)


def sharpness(shades: Picture, dpi: float) -> float:
    """The variance of the Laplacian at 150 dpi."""
    scale = SHARPNESS_DPI / dpi
    fitted = cv2.resize(shades, (0, 0), fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else shades
    return round(float(cv2.Laplacian(fitted, cv2.CV_64F).var()), 1)


def glare(shades: Picture) -> float:
    """The share of a photograph, 0…1, in which light has blown the paper out; 0 for a scanner's white."""
    if float(np.percentile(shades, PAPER_SHARE)) >= SCANNER_WHITE:
        return 0.0
    height, width = (side // GLARE_TILES for side in shades.shape)
    if not height or not width:
        return 0.0
    fitted = shades[: height * GLARE_TILES, : width * GLARE_TILES]
    tiles = fitted.reshape(GLARE_TILES, height, GLARE_TILES, width).astype(np.float32)
    blown = (tiles.mean(axis=(1, 3)) >= BLOWN) & (tiles.std(axis=(1, 3)) <= FLAT)
    return round(float(blown.mean()), 3)


def brightness(shades: Picture) -> int:
    """The grey value, 0…255, that the brightest part of the page reaches."""
    return round(float(np.percentile(shades, BRIGHTEST)))


class Print(NamedTuple):
    """How print stands on its ground, by the median character.

    `contrast` is how much darker the ink is, 0…1; `softness` the width of an edge over the character's height: 0.1 is
    crisp, from 0.25 on strokes run together.
    """

    contrast: float
    softness: float


def print_of(shades: Picture, boxes: Sequence[Box]) -> Print | None:
    """The print in some characters' boxes (pixels), None without any."""
    parts = (
        shades[max(round(box.top), 0) : round(box.bottom), max(round(box.x0), 0) : round(box.x1)] for box in boxes
    )
    found = [_print_of(part.astype(np.float32)) for part in parts if min(part.shape) > SMALLEST_CHARACTER]
    if not found:
        return None
    contrast, softness = (round(float(each), 3) for each in np.median(np.array(found), axis=0))
    return Print(contrast, softness)


def _print_of(part: NDArray[np.float32]) -> tuple[float, float]:
    ink, ground = (float(each) for each in np.percentile(part, (INK, GROUND)))
    across, down = np.abs(np.diff(part, axis=1)), np.abs(np.diff(part, axis=0))
    steepest = max(float(np.percentile(across, STEEPEST)), float(np.percentile(down, STEEPEST)), 1.0)
    return (ground - ink) / max(ground, 1.0), max(ground - ink, 0.0) / steepest / part.shape[0]


def faint(shades: Picture, dpi: float) -> float:
    """The share of a page's places, 0…1, that are darker than the paper within an inch: ink, in focus or not."""
    places = cv2.resize(shades, (0, 0), fx=FAINT_DPI / dpi, fy=FAINT_DPI / dpi, interpolation=cv2.INTER_AREA)
    around = np.ones((round(FAINT_DPI), round(FAINT_DPI)), np.uint8)
    darker = cv2.morphologyEx(cv2.medianBlur(places, 3), cv2.MORPH_BLACKHAT, around)
    margin = round(FAINT_MARGIN * min(darker.shape))
    inner = darker[margin : darker.shape[0] - margin, margin : darker.shape[1] - margin]
    return round(float(np.mean(inner >= FAINT_DARKER)), 4) if inner.size else 0.0


def digest(shades: Picture) -> str:
    """A 64-bit perceptual hash in hex: pages that look the same differ in few bits, whatever their resolution."""
    small = cv2.resize(shades, (DIGEST_SIDE, DIGEST_SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    lowest = cv2.dct(small)[:8, :8].flatten()
    bits = lowest > np.median(lowest[1:])
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"
