"""Everything a page's picture shows besides its characters, measured in one go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines import codes, grids, picture, seals, strokes
from pipeline.engines.seals import Ring
from pipeline.model.geometry import Box
from pipeline.model.page import Code, Look, Seal

Picture = NDArray[np.uint8]
POINTS_PER_INCH = 72
CERTAIN = 0.6  # confidence below which a character may be a signature that OCR took for print


class Seen(NamedTuple):
    """A page's look and its ruled cells, in points of the upright page."""

    look: Look
    cells: tuple[Box, ...]


class Scan(NamedTuple):
    """What is known of a page that is a picture: pixels per inch of the file's own image, and the turn."""

    dpi: float | None
    turned: int


def measure(
    raster: Picture, dpi: float, characters: Iterable[Box], rings: tuple[tuple[Ring, Seal], ...], scan: Scan | None
) -> Seen:
    """The look of an upright raster; `characters` in points; `scan` None for a page with a text layer."""
    shades = picture.even_light(picture.grey(seals.without(raster, tuple(ring for ring, _ in rings))))
    across, down = grids.lines(shades, dpi)
    found = tuple(_code_in_points(code, dpi) for code in codes.find(raster))
    covered = [*characters, *(code.bbox.grown(2) for code in found)]
    written = strokes.find(
        shades, cv2.bitwise_or(across, down), (_scaled(box, dpi / POINTS_PER_INCH) for box in covered), dpi
    )
    original = picture.grey(raster)
    look = Look(
        picture=scan is not None,
        colour=picture.colour(raster) if scan is not None else "unknown",
        dpi=None if scan is None else scan.dpi,
        sharpness=None if scan is None else picture.sharpness(original, dpi),
        ink=round(float(np.mean(shades < picture.DARK)), 4),
        turned=0 if scan is None else scan.turned,
        digest=picture.digest(original),
        seals=tuple(seal for _, seal in rings),
        codes=found,
        strokes=tuple(_in_points(box, dpi) for box in written),
    )
    return Seen(look, grids.cells(across, down, dpi))


def seals_of(raster: Picture, dpi: float) -> tuple[tuple[Ring, Seal], ...]:
    """The seals of a raster: in its pixels, and as records in points with their ring text."""
    return tuple((ring, _seal(raster, ring, dpi)) for ring in seals.find(raster))


def _seal(raster: Picture, ring: Ring, dpi: float) -> Seal:
    read = seals.ring_text(raster, ring)
    text, confidence = read if read is not None else (None, 0.0)
    return Seal(bbox=_in_points(ring.box, dpi), colour=ring.ink, ring_text=text, confidence=confidence)


def _code_in_points(code: Code, dpi: float) -> Code:
    return code.model_copy(update={"bbox": _in_points(code.bbox, dpi)})


def _in_points(box: Box, dpi: float) -> Box:
    return _scaled(box, POINTS_PER_INCH / dpi).rounded()


def _scaled(box: Box, scale: float) -> Box:
    return Box(box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale)
