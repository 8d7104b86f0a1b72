"""A seal's own strokes bound no cells; the table's lines under it do, also where they fade with its ink."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.engines import look
from pipeline.engines.look import Raster
from pipeline.model.geometry import Box
from tests.unit.engines import drawing

RED = (205, 30, 35)
DPI, HIGH = 130.0, 46  # px: the height of a row


def cells(middle: tuple[int, int] | None, shade: int) -> tuple[Box, ...]:
    page = Image.new("RGB", (1000, 1400), (252, 251, 249))
    draw = ImageDraw.Draw(page)
    for y in range(100, 101 + 8 * HIGH, HIGH):
        draw.line((100, y, 900, y), fill=(shade,) * 3, width=2)
    for x in (100, 300, 900):
        draw.line((x, 100, x, 100 + 8 * HIGH), fill=(shade,) * 3, width=2)
    if middle is not None:
        drawing.seal(page, middle, 95, "北京虚构云桥智联科技有限公司", RED)
    raster = Raster(np.asarray(page, np.uint8), DPI)
    seen = look.seals_of(raster)
    assert len(seen.seals) == int(middle is not None)
    return look.measure(raster, (), seen, look.Scan(DPI, 0)).cells


@pytest.mark.parametrize("middle", [(560, 100 + 8 * HIGH), (700, 300), (310, 400), (560, 100 + 8 * HIGH - 10)])
@pytest.mark.parametrize("shade", [0, 120])
def test_a_seal_over_a_table_adds_no_cells_and_takes_none(middle: tuple[int, int], shade: int) -> None:
    bare, sealed = cells(None, shade), cells(middle, shade)
    assert len(sealed) == len(bare) == 16
    for one, other in zip(bare, sealed, strict=True):
        assert other == pytest.approx(one, abs=2)
