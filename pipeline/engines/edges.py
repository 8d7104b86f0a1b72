"""Print that runs into the upper or lower edge of a picture: a line of which a part was cut off."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from pipeline.engines.pixels import Picture

Edge = Literal["top", "bottom"]

STRIP = 3  # px at the edge that are looked at
STROKE = 0.6  # of the ground: darker is a stroke, a background pattern is paler
PAPER = 0.85  # of the page's paper: an edge that is darker shows the desk
PAPER_SHARE, GROUND_SHARE = 70, 60  # percentiles: of the page that is paper, of the edge that is ground
FEWEST_STROKES = 12  # five characters; the rules of a table are fewer
WIDEST_STROKE = 0.03  # of the width: wider is a shadow or a bar
WIDEST_LINE = 0.92  # of the width: print keeps a margin, an ornamental frame has none


def cut(shades: Picture) -> tuple[Edge, ...]:
    """The edges at which a line of print was cut through."""
    if min(shades.shape) <= 2 * STRIP:
        return ()
    paper = float(np.percentile(shades, PAPER_SHARE))
    strips: tuple[tuple[Edge, Picture], ...] = (("top", shades[:STRIP]), ("bottom", shades[-STRIP:]))
    return tuple(edge for edge, strip in strips if _has_strokes(strip, paper))


def _has_strokes(strip: Picture, paper: float) -> bool:
    row = cv2.blur(strip, (3, STRIP))[STRIP // 2].astype(np.float32)
    ground = float(np.percentile(row, GROUND_SHARE))
    if ground < PAPER * paper:
        return False
    dark = np.concatenate([[False], row < STROKE * ground, [False]])
    turns = np.flatnonzero(np.diff(dark.astype(np.int8)))
    starts, ends = turns[::2], turns[1::2]
    narrow = ends - starts <= WIDEST_STROKE * len(row)
    if narrow.sum() < FEWEST_STROKES or not narrow.all():
        return False
    return bool(ends[-1] - starts[0] <= WIDEST_LINE * len(row))
