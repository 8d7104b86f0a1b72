"""Which characters of a text layer a person sees: white on white, covered, clipped or on a closed layer they are not."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines import picture
from pipeline.engines.pixels import Picture
from pipeline.model.geometry import POINTS_PER_INCH, Box

CONTRAST = 12  # of 255 from one pixel to the next: the palest print on paper has more, plain ground has none
AROUND = 0.15  # of a character's height: ink may stand a little outside its box
TINY = 1.5  # pt high: no person reads it


def unseen(drawn: Picture, boxes: Sequence[Box], dpi: float) -> NDArray[np.bool_]:
    """For each box (points) whether the page's picture shows nothing there, or nothing that could be read."""
    marks = _marks_before(picture.grey(drawn))
    edges = np.array(boxes, dtype=np.float64).reshape(-1, 4)
    height = edges[:, 3] - edges[:, 1]
    margin = np.maximum(AROUND * height, POINTS_PER_INCH / dpi)
    scale = dpi / POINTS_PER_INCH
    left, top = (_inside((edges[:, i] - margin) * scale, marks.shape[1 - i]) for i in (0, 1))
    right, bottom = (_inside((edges[:, i] + margin) * scale + 1, marks.shape[3 - i]) for i in (2, 3))
    found = marks[bottom, right] - marks[top, right] - marks[bottom, left] + marks[top, left]
    nothing: NDArray[np.bool_] = (found == 0) | ((height < TINY) & (edges[:, 2] - edges[:, 0] < TINY))
    return nothing


def _inside(places: NDArray[np.float64], size: int) -> NDArray[np.int64]:
    return np.clip(places.astype(np.int64), 0, size - 1)


def _marks_before(shades: Picture) -> Picture:
    """How many pixels above and left of each place differ from their neighbour (a summed-area table)."""
    marks = np.zeros(shades.shape, dtype=np.uint8)
    marks[:, :-1] = cv2.absdiff(shades[:, 1:], shades[:, :-1]) > CONTRAST
    marks[:-1] |= cv2.absdiff(shades[1:], shades[:-1]) > CONTRAST
    return np.asarray(cv2.integral(marks), dtype=np.int32)
