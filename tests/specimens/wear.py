"""What scanning and photographing do to a paper, one fault at a time: coarse, compressed, askew, slanted, blurred, shaded."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image

from tests.specimens import seals, surfaces
from tests.specimens.sheet import Box, Page, Paper, Picture
from tests.specimens.surfaces import Raster

SCAN_QUALITY, PHOTO_QUALITY = 58, 74
WHITE = (255, 255, 255)
PHOTO_NOISE = 3.0
EDGE_OF_SHADOW = 0.06
"""Of the picture's width: how soft the edge of a hand's shadow is."""


class Wear(NamedTuple):
    """One way in which a picture of a paper is worse than the paper; `name` is told in reports.

    `skew` in degrees; `taper` the share by which the far edge is shorter; `blur` the standard deviation in pixels;
    `shade` the share of light that a shadow takes; `turn` in degrees counter-clockwise; `quality` that of JPEG,
    None for what the surface has anyway.
    """

    name: str
    dpi: int | None = None
    quality: int | None = None
    skew: float = 0.0
    taper: float = 0.0
    blur: float = 0.0
    shade: float = 0.0
    turn: int = 0
    grey: bool = False
    seal: bool = False


PLAIN = Wear("无")
TURNS = tuple(Wear(f"旋转 {turn}°", turn=turn) for turn in (90, 180, 270))
COMMON = (
    PLAIN,
    Wear("JPEG 质量 50", quality=50),
    Wear("倾斜 3°", skew=3.0),
    Wear("模糊 σ=1.5", blur=1.5),
    Wear("印章压字", seal=True),
    Wear("灰度", grey=True),
    *TURNS,
)
SCANS = (*COMMON, Wear("150 dpi", dpi=150))
PHOTOS = (*COMMON, Wear("透视 12%", taper=0.12), Wear("阴影", shade=0.4))


def scan(paper: Paper, wear: Wear, seed: int, stamped: str) -> bytes:
    """An image-only PDF of the paper as a scanner makes it, with one fault more; `stamped` is on the extra seal."""
    random = np.random.default_rng(seed)
    dpi = wear.dpi or surfaces.SCAN_DPI
    sheets = [surfaces.scanned(raster, random) for raster in _rasters(paper, wear, random, stamped, dpi)]
    pictures = [
        surfaces.jpeg(_worn(sheet, wear, random), wear.quality or SCAN_QUALITY, wear.grey) for sheet in sheets
    ]
    return surfaces.image_pdf(pictures, dpi)


def photos(paper: Paper, wear: Wear, seed: int, stamped: str) -> list[bytes]:
    """One JPEG for each page: curled on a wooden desk, slanted, in uneven light and with noise, with one fault more."""
    random = np.random.default_rng(seed)
    sheets = _rasters(paper, wear, random, stamped, wear.dpi or surfaces.PHOTO_DPI)
    return [_photo(sheet, wear, random) for sheet in sheets]


def _photo(sheet: Raster, wear: Wear, random: np.random.Generator) -> bytes:
    laid = surfaces.curled(surfaces.laid_on_desk(sheet, random, grained=True), random)
    picture = surfaces.noisy(_worn(surfaces.shadowed(laid, random), wear, random), random, PHOTO_NOISE)
    image = Image.fromarray(picture)
    buffer = io.BytesIO()
    (image.convert("L") if wear.grey else image).save(buffer, "JPEG", quality=wear.quality or PHOTO_QUALITY)
    return buffer.getvalue()


def _rasters(paper: Paper, wear: Wear, random: np.random.Generator, stamped: str, dpi: int) -> list[Raster]:
    """The pages as pictures, one value under a seal where the wear says so."""
    whole = replace(paper, pages=_with_seal(paper.pages, stamped, random)) if wear.seal else paper
    return surfaces.rasters([whole], dpi)


def _with_seal(pages: Sequence[Page], stamped: str, random: np.random.Generator) -> list[Page]:
    """The pages with a company's seal across one of the values that stand in them under no other seal."""
    values = [(place, box) for place, page in enumerate(pages) for box in page.boxes.values() if _is_bare(page, box)]
    copies = [replace(page, marks=list(page.marks)) for page in pages]
    if values:
        place, (left, top, right, bottom) = values[int(random.integers(len(values)))]
        copies[place].stamp((left + right) / 2 + 20, (top + bottom) / 2 - 24, seals.company_seal(stamped))
    return copies


def _is_bare(page: Page, box: Box) -> bool:
    pictures = (mark for mark in page.marks if isinstance(mark, Picture))
    return not any(
        each.x < box[2] and box[0] < each.x + each.width and each.y < box[3] and box[1] < each.y + each.height
        for each in pictures
    )


def _worn(picture: Raster, wear: Wear, random: np.random.Generator) -> Raster:
    """The picture after skew, slant, shadow, blur and turn, in the order in which they happen."""
    if wear.skew:
        picture = _skewed(picture, wear.skew * float(random.choice((-1, 1))))
    if wear.taper:
        picture = _tapered(picture, wear.taper)
    if wear.shade:
        picture = _shaded(picture, wear.shade, random)
    if wear.blur:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), wear.blur), np.uint8)
    return np.ascontiguousarray(np.rot90(picture, k=wear.turn // 90))


def _skewed(picture: Raster, degrees: float) -> Raster:
    """Turned about its middle, the canvas grown so that no corner is lost."""
    height, width = picture.shape[:2]
    slope = abs(np.sin(np.radians(degrees)))
    size = (round(width + height * slope), round(height + width * slope))
    turn = np.array(cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), np.float64)
    turn[:, 2] += [(size[0] - width) / 2, (size[1] - height) / 2]
    return np.asarray(cv2.warpAffine(picture, turn, size, flags=cv2.INTER_LINEAR, borderValue=WHITE), np.uint8)


def _tapered(picture: Raster, share: float) -> Raster:
    """The upper edge farther away: shorter by a share, and the picture a little lower for it."""
    height, width = picture.shape[:2]
    inset = width * share / 2
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = np.array([[inset, height * share / 2], [width - inset, height * share / 2], *corners[2:]], np.float32)
    warp = cv2.getPerspectiveTransform(corners, seen)
    border = tuple(int(level) for level in np.median(picture[:8].reshape(-1, 3), axis=0))
    return np.asarray(cv2.warpPerspective(picture, warp, (width, height), borderValue=border), np.uint8)


def _shaded(picture: Raster, share: float, random: np.random.Generator) -> Raster:
    """The shadow of a hand or a telephone: a soft edge at a slant, darker on one side."""
    height, width = picture.shape[:2]
    across = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    edge = across + float(random.uniform(-0.5, 0.5)) * (down - 0.5) - float(random.uniform(0.3, 0.7))
    dark = 1 / (1 + np.exp(edge / EDGE_OF_SHADOW * float(random.choice((-1, 1)))))
    return surfaces.rounded(picture.astype(np.float32) * (1 - share * dark)[..., None])
