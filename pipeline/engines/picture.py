"""What a page's picture shows as a whole: colour, ink, sharpness, and a digest that finds the same page again."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from pipeline.engines.pixels import Picture

Colour = Literal["colour", "grey", "bilevel"]

COLOURED = 40  # difference between the largest and smallest channel, 0…255: paper under warm light stays below
COLOURED_SHARE = 0.0008  # of the pixels: a round seal on A4 covers 0.2–0.5 %
PAPER_TINT = 12  # the median difference is the light's, taken off before counting
TINT, TINTED_SHARE = (
    3,
    0.02,
)  # difference of the channels that no grey JPEG has; of the pixels: paper, or print's edges
BILEVEL_SHARE, NEAR = 0.97, 24  # of the pixels are within this of black or white
WHITE = 255
DARK = 96  # grey value below which a pixel is ink on paper normalised to white
SHARPNESS_DPI = 150
SCANNER_WHITE = 244  # grey value from which paper is a scanner's white, in which nothing can be blown out
BLOWN, FLAT = 252, 1.5  # a tile of a photograph so bright and so even shows a lamp, not paper
GLARE_TILES = 16  # along either side
PAPER_SHARE = 70  # percentile of a page's shades that is its paper
DIGEST_SIDE = 32  # px before the cosine transform; the lowest 8 × 8 frequencies make 64 bits


def grey(picture: Picture) -> Picture:
    """The picture in shades of grey."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def colour(picture: Picture) -> Colour:
    """Whether the picture holds colour (a red seal is enough), greys, or only black and white."""
    spread = picture.max(axis=2).astype(np.int16) - picture.min(axis=2).astype(np.int16)
    if np.mean(spread > COLOURED + max(float(np.median(spread)) - PAPER_TINT, 0.0)) > COLOURED_SHARE:
        return "colour"
    shades = grey(picture)
    return "bilevel" if np.mean((shades < NEAR) | (shades > WHITE - NEAR)) > BILEVEL_SHARE else "grey"


def is_tinted(picture: Picture) -> bool:
    """Whether the picture was taken in colour, though all its ink may be black: grey ones have three equal channels."""
    spread = picture.max(axis=2) - picture.min(axis=2)
    return bool(np.mean(spread >= TINT) >= TINTED_SHARE)


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


def digest(shades: Picture) -> str:
    """A 64-bit perceptual hash in hex: pages that look the same differ in few bits, whatever their resolution."""
    small = cv2.resize(shades, (DIGEST_SIDE, DIGEST_SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    lowest = cv2.dct(small)[:8, :8].flatten()
    bits = lowest > np.median(lowest[1:])
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"
