"""Whether the paper ends within a seal: a slice at the edge of a paper that lies on a desk."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.engines.rings import DIRECTIONS, Ring, directions

RIM = (0.93, 1.07)  # of the radius: the rim's own ink
SECTOR = (0.97, 1.2)  # of the radius: where the desk shows beyond the paper
DESK = 0.8  # of the paper's brightness
LEAST_ARC = 8  # of 72 directions, side by side: 40 degrees; print hides less of a rim in one piece


def ends_within(ring: Ring, picture: Picture, mask: Picture) -> bool:
    """Whether a good arc of the rim has no ink (of `mask`) and lies over a ground darker than the paper."""
    if ring.shape == "square":
        return False
    inked = np.isin(np.arange(DIRECTIONS), directions(*ring.ink_of(mask), RIM) % DIRECTIONS)
    shades = _shades(ring, picture)
    if not inked.any() or np.isnan(shades[inked]).all():
        return False
    paper = float(np.nanmedian(shades[inked]))
    return _longest(~inked & (shades < DESK * paper)) >= LEAST_ARC


def _shades(ring: Ring, picture: Picture) -> NDArray[np.float32]:
    """The usual brightness, 0…255, around each direction of the rim; not a number beyond the picture."""
    angles = np.radians((np.arange(DIRECTIONS) + 0.5) * 360 / DIRECTIONS + ring.tilt)[:, None]
    reach = np.linspace(*SECTOR, 8)[None, :] * (ring.wide + ring.high) / 2
    columns = np.round(ring.x + reach * np.cos(angles)).astype(np.int64)
    rows = np.round(ring.y + reach * np.sin(angles)).astype(np.int64)
    height, width = picture.shape[:2]
    on = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    brightest = picture[rows.clip(0, height - 1), columns.clip(0, width - 1)].max(axis=2).astype(np.float32)
    return np.array(
        [np.median(each[there]) if there.any() else np.nan for each, there in zip(brightest, on, strict=True)]
    )


def _longest(arc: NDArray[np.bool_]) -> int:
    """The longest run around the circle."""
    longest = run = 0
    for each in np.concatenate([arc, arc]):
        run = run + 1 if each else 0
        longest = max(longest, run)
    return min(longest, len(arc))
