"""The edges of a page that is one JPEG, read at an eighth of its size: far faster than drawing the page."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from pipeline.engines.margins import POINTS, Edge, Strip, strip_of

MODES = frozenset({"L", "RGB"})  # of a JPEG whose brightness is what it looks like
EDGE = 0.5  # points by which a picture may fall short of the page's edge
COARSEST = 3.0  # points a dot (24 dpi): a line of half a point still darkens a dot by 40 grey levels
MOST_DOTS = 200_000_000
Matrix = tuple[float, float, float, float, float, float]


def strip(jpeg: bytes, onto: Matrix, size: tuple[float, float], depth: float, edge: Edge) -> Strip | None:
    """The strip, `depth` points deep, of a page of `size` points; `onto` lays the picture's unit square on the page.

    Raises ValueError where the picture is no plain JPEG or does not cover the page squarely.
    """
    picture = _opened(jpeg, size)
    upright, left, low, right, high = _laid(picture, onto)
    width, height = size
    if left > EDGE or low > EDGE or right < width - EDGE or high < height - EDGE:
        raise ValueError("the picture does not cover the page")
    across, down = upright.width / (right - left), upright.height / (high - low)
    top = high - height if edge == "top" else high - min(depth, height)
    dots = max(round(width / POINTS), 1), max(round(min(depth, height) / POINTS), 1)
    box = (
        max(-left * across, 0.0),
        max(top * down, 0.0),
        min((width - left) * across, upright.width),
        min((top + min(depth, height)) * down, upright.height),
    )
    return strip_of(np.asarray(upright.resize(dots, Image.Resampling.BOX, box=box)), width / dots[0])


def _opened(jpeg: bytes, size: tuple[float, float]) -> Image.Image:
    """The picture in grey, no finer than is needed to see where there is ink."""
    try:
        picture = Image.open(io.BytesIO(jpeg), formats=("JPEG",))
        if picture.mode not in MODES or picture.width * picture.height > MOST_DOTS:
            raise ValueError(picture.mode)
        picture.draft("L", (round(min(size) / COARSEST),) * 2)
        return picture.convert("L")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("no plain JPEG") from error


def _laid(picture: Image.Image, onto: Matrix) -> tuple[Image.Image, float, float, float, float]:
    """The picture turned as it lies on the page, and its left, low, right and high edges there."""
    a, b, c, d, e, f = onto
    flat = 1e-3 * (abs(a) + abs(b) + abs(c) + abs(d))
    if abs(b) <= flat and abs(c) <= flat and a and d:
        picture = _mirrored(picture, across=a < 0, down=d < 0)
        return picture, min(e, e + a), min(f, f + d), max(e, e + a), max(f, f + d)
    if abs(a) <= flat and abs(d) <= flat and b and c:
        picture = _mirrored(picture.transpose(Image.Transpose.TRANSPOSE), across=c > 0, down=b > 0)
        return picture, min(e, e + c), min(f, f + b), max(e, e + c), max(f, f + b)
    raise ValueError("the picture lies askew")


def _mirrored(picture: Image.Image, *, across: bool, down: bool) -> Image.Image:
    if across:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM) if down else picture
