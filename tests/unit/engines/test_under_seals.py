"""Characters under a seal's ink are not beyond doubt; a gap under it as wide as a character tells of a lost one."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from pipeline.engines import seals, under_seals
from pipeline.engines.ocr import Glyph
from pipeline.engines.recogniser import DOUBTED
from pipeline.model.geometry import Box
from tests.unit.engines import drawing

RED = (205, 30, 35)
MIDDLE, RADIUS, SIZE = (420, 300), 105, 24


def told(glyphs: list[Glyph], *, sealed: bool = True) -> tuple[float, ...]:
    page = Image.new("RGB", (1000, 1400), (250, 250, 248))
    if sealed:
        drawing.seal(page, MIDDLE, RADIUS, "北京虚构云桥智联科技有限公司", RED)
    picture = np.asarray(page, np.uint8)
    rings = seals.find(picture)
    assert len(rings) == int(sealed)
    return under_seals.weighed(picture, rings, glyphs)


def glyph(x: float, y: float = MIDDLE[1], confidence: float = 1.0) -> Glyph:
    return Glyph("云", Box(x, y - SIZE / 2, x + SIZE, y + SIZE / 2), confidence)


RIM = MIDDLE[0] + RADIUS  # where the rim crosses the line through the seal's middle


def test_a_character_that_the_rim_runs_over_is_not_beyond_doubt() -> None:
    assert told([glyph(RIM - SIZE / 2)]) == (under_seals.CAP,)


def test_what_is_less_sure_anyway_and_what_stands_clear_of_the_ink_stays_as_it_is() -> None:
    assert told([glyph(RIM - SIZE / 2, confidence=0.3), glyph(800, 900)]) == (0.3, 1.0)


@pytest.mark.parametrize(
    ("gap", "sealed", "confidence"),
    [(1.0, True, DOUBTED), (1.0, False, 1.0), (5.0, True, 1.0)],
    ids=["wide as a character", "no seal", "another column"],
)
def test_a_gap_under_the_rim_casts_doubt_on_both_its_neighbours(gap: float, sealed: bool, confidence: float) -> None:
    wide = gap * SIZE
    found = told([glyph(RIM - wide / 2 - SIZE), glyph(RIM + wide / 2)], sealed=sealed)
    assert found[1] == confidence
    assert not sealed or gap > 1 or found[0] == confidence


def test_characters_of_two_lines_have_no_gap_between_them() -> None:
    assert told([glyph(RIM - 2 * SIZE, 900), glyph(RIM + SIZE, 940)]) == (1.0, 1.0)
