"""Small pictures of places on pages, the place framed in red, and of whole pages, for the report."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image, ImageDraw

from pipeline.engines import pdfium
from pipeline.model.geometry import POINTS_PER_INCH, Box
from pipeline.model.record import Record

PIXELS_OF_PAGE = 1500  # longer side of the page's raster: ten-point type on A4 stays legible
PIXELS_OF_WHOLE = 1000  # longer side of a page that is shown whole: seals and signatures are seen, type is not read
BEFORE, BEHIND, ABOVE = 76.0, 34.0, 13.0  # points around a place on A4: its label stands before it
A4_HEIGHT = 842.0
SMALLEST = (200.0, 40.0)  # points: a picture of a single digit says nothing
QUALITY = 62  # JPEG: small print stays legible, a report of two hundred pictures stays near 3 MB
FRAME = (210, 30, 30)


class CropTask(Record):
    """Places on one page (1-based) of the PDF at `path`: boxes in points of the page as displayed, None for all of it.

    `turned` tells by how many degrees clockwise the page must be turned for its print to be upright.
    """

    path: Path
    page: int
    boxes: tuple[Box | None, ...]
    turned: int = 0
    form: Literal["JPEG", "PNG"] = "JPEG"


def crop(task: CropTask) -> tuple[bytes, ...]:
    """A picture of each place in order, its print upright; raises UnreadableError."""
    with pdfium.opened(task.path) as document, pdfium.page_of(document, task.page) as page:
        width, height = pdfium.size(page)
        scale = PIXELS_OF_PAGE / max(width, height)
        raster = pdfium.rasterise(page, scale * POINTS_PER_INCH)
    upright = np.rot90(raster, k=-task.turned // 90)
    picture = Image.fromarray(np.ascontiguousarray(upright))
    boxes = (None if box is None else box.turned(task.turned, width, height) for box in task.boxes)
    against_a4 = max(width, height) / A4_HEIGHT  # photographs are cut as wide as pages
    parts = (_whole(picture) if box is None else _framed(picture, box, scale, against_a4) for box in boxes)
    return tuple(_written(part, task.form) for part in parts)


def _whole(picture: Image.Image) -> Image.Image:
    small = picture.copy()
    small.thumbnail((PIXELS_OF_WHOLE, PIXELS_OF_WHOLE), Image.Resampling.LANCZOS)
    return small


def _framed(picture: Image.Image, box: Box, scale: float, size: float) -> Image.Image:
    """The place with its surroundings; `size` is the page's against A4."""
    area = _with_surroundings(box, size)
    left, top = max(round(area.x0 * scale), 0), max(round(area.top * scale), 0)
    right = min(round(area.x1 * scale), picture.width)
    bottom = min(round(area.bottom * scale), picture.height)
    part = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    frame = [
        box.x0 * scale - left - 2,
        box.top * scale - top - 2,
        box.x1 * scale - left + 2,
        box.bottom * scale - top + 2,
    ]
    ImageDraw.Draw(part).rectangle(frame, outline=FRAME, width=2)
    return part


def _written(part: Image.Image, form: str) -> bytes:
    written = io.BytesIO()
    part.save(written, form, quality=QUALITY, optimize=True)
    return written.getvalue()


def _with_surroundings(box: Box, size: float) -> Box:
    wanted = SMALLEST[0] * size - box.width - (BEFORE + BEHIND) * size
    spare = max(wanted, 0.0) / 2
    above = max(ABOVE * size, (SMALLEST[1] * size - box.height) / 2)
    before, behind = BEFORE * size + spare, BEHIND * size + spare
    return Box(box.x0 - before, box.top - above, box.x1 + behind, box.bottom + above)
