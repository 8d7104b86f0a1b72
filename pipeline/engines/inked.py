"""Where a picture has any ink at all: the detector of text costs by area, and half of most pages is empty."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture

BLOCK = 16  # px: the side of the squares that are looked at
LEAST_CONTRAST = 20  # of 255 within a block: grain and JPEG noise of paper stay below, the palest print is above
MARGIN = 3  # blocks left around ink: the detector needs to see that a line ends
LEAST_GAP = 8  # blocks of empty rows, beyond the margins, that part two bands: nearer ones cost more than they save


@dataclass(frozen=True)
class Band:
    """Part of a picture in pixels: rows `top` to `bottom` (without), columns `left` to `right` (without)."""

    top: int
    bottom: int
    left: int
    right: int

    def of(self, picture: Picture) -> Picture:
        """The part itself, not copied."""
        return picture[self.top : self.bottom, self.left : self.right]


def bands(picture: Picture) -> tuple[Band, ...]:
    """The parts of a colour picture that hold everything printed on it, from top to bottom."""
    marked = _marked(picture)
    high, wide = picture.shape[:2]
    found = []
    for first, last in _runs(np.asarray(marked.any(axis=1))):
        columns = np.flatnonzero(marked[first:last].any(axis=0))
        found.append(
            Band(
                max(first - MARGIN, 0) * BLOCK,
                min((last + MARGIN) * BLOCK, high),
                max(int(columns[0]) - MARGIN, 0) * BLOCK,
                min((int(columns[-1]) + 1 + MARGIN) * BLOCK, wide),
            )
        )
    return tuple(found)


def _marked(picture: Picture) -> NDArray[np.bool_]:
    """One truth value for each block: whether anything stands out in it."""
    calm = cv2.blur(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), (3, 3))
    high, wide = (-(-side // BLOCK) * BLOCK for side in calm.shape)
    padded = np.pad(calm, ((0, high - calm.shape[0]), (0, wide - calm.shape[1])), mode="edge")
    blocks = padded.reshape(high // BLOCK, BLOCK, wide // BLOCK, BLOCK)
    darkest, lightest = blocks.min(axis=(1, 3)).astype(np.int16), blocks.max(axis=(1, 3)).astype(np.int16)
    marked: NDArray[np.bool_] = lightest - darkest >= LEAST_CONTRAST
    return marked


def _runs(rows: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of rows with ink, parted only where the gap is worth it."""
    inked = np.flatnonzero(rows)
    if not inked.size:
        return []
    cuts = np.flatnonzero(np.diff(inked) > 2 * MARGIN + LEAST_GAP)
    starts, ends = inked[np.r_[0, cuts + 1]], inked[np.r_[cuts, inked.size - 1]]
    return [(int(start), int(end) + 1) for start, end in zip(starts, ends, strict=True)]
