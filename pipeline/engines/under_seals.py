"""Characters that OCR read under the ink of a seal: none is beyond doubt, and one may be lost between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.engines.ocr import Glyph
from pipeline.engines.pixels import Picture
from pipeline.engines.recogniser import DOUBTED
from pipeline.engines.rings import Ring
from pipeline.engines.seals import ink_of
from pipeline.model.geometry import Box

CAP = 0.9  # confidence of a character that ink runs over: B is read as 5, 滇 as 滨 at 0.97
INKED = 0.06  # of a character's box: less is the edge of a stroke beside it
GAP = (0.5, 2.5)  # of the characters' height: so much room between two of them holds one or two more
GAP_INKED = 0.1  # of the gap


def weighed(picture: Picture, rings: Sequence[Ring], glyphs: Sequence[Glyph]) -> tuple[float, ...]:
    """The confidence of each character of an upright RGB picture, less where a seal's ink covers it or stands beside."""
    confidence = [glyph.confidence for glyph in glyphs]
    if not rings:
        return tuple(confidence)
    ink = ink_of(picture, rings)
    for number, glyph in enumerate(glyphs):
        if _share(ink, glyph.box) >= INKED:
            confidence[number] = min(confidence[number], CAP)
    for number in range(1, len(glyphs)):
        gap = _gap(glyphs[number - 1].box, glyphs[number].box)
        if gap is not None and _share(ink, gap) >= GAP_INKED:
            for each in (number - 1, number):
                confidence[each] = min(confidence[each], DOUBTED)
    return tuple(confidence)


def _gap(before: Box, after: Box) -> Box | None:
    """The room between two characters of one line where it is wide enough for another one, and not another column's."""
    high = max(before.height, after.height)
    level = abs(before.middle[1] - after.middle[1]) < high / 2
    if not level or not GAP[0] * high <= after.x0 - before.x1 <= GAP[1] * high:
        return None
    return Box(before.x1, min(before.top, after.top), after.x0, max(before.bottom, after.bottom))


def _share(ink: NDArray[Any], box: Box) -> float:
    left, top, right, bottom = (max(round(edge), 0) for edge in box)
    part = ink[top:bottom, left:right]
    return float(np.mean(part > 0)) if part.size else 0.0
