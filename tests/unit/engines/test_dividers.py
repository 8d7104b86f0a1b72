"""Rows too low for a long vertical line have their cells; nothing else that stands in a row parts it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Literal

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.engines import dividers, grids, picture
from pipeline.engines.fonts import true_type
from pipeline.engines.pixels import Picture
from pipeline.model.geometry import Box

DPI = 130.0
LEFT, RIGHT = 100, 800  # px
STEMS = "丨1l|I门川山口日Ⅱ/√✓卜ｌ"

Draw = Callable[[Picture, int, int], None]


def ruled(tops: tuple[int, ...], ink: tuple[int, int, int] = (30, 30, 30), weight: int = 1) -> Picture:
    """Paper with horizontal lines at these heights."""
    page = np.full((500, 900, 3), 255, np.uint8)
    for y in tops:
        cv2.line(page, (LEFT, y), (RIGHT, y), ink, weight)
    return page


def cells(page: Picture, characters: tuple[Box, ...] = ()) -> list[Box]:
    shades = picture.grey(page)
    across, down = grids.lines(shades, DPI)
    down = np.bitwise_or(down, dividers.find(page, shades, across, characters, DPI))
    return list(grids.cells(across, down, DPI))


def parted(page: Picture, characters: tuple[Box, ...] = ()) -> bool:
    """Whether any stroke of a page is taken for a rule."""
    shades = picture.grey(page)
    across, _ = grids.lines(shades, DPI)
    return bool(dividers.find(page, shades, across, characters, DPI).any())


@pytest.mark.parametrize("high", [23, 26, 32])
@pytest.mark.parametrize("weight", [1, 2, 3])
@pytest.mark.parametrize("ink", [(30, 30, 30), (200, 40, 40), (60, 90, 200), (150, 150, 150)])
def test_low_rows_with_dividers_of_their_own_have_all_their_cells(
    high: int, weight: int, ink: tuple[int, int, int]
) -> None:
    tops = tuple(100 + high * row for row in range(4))
    page = ruled(tops, ink, weight)
    for x in (LEFT, RIGHT):
        cv2.line(page, (x, tops[0]), (x, tops[-1]), ink, weight)
    for row, x in enumerate((300, 420, 360)):
        cv2.line(page, (x, tops[row]), (x, tops[row + 1]), ink, weight)
    scale = 72 / DPI
    wanted = [
        Box(left * scale, tops[row] * scale, right * scale, tops[row + 1] * scale)
        for row, x in enumerate((300, 420, 360))
        for left, right in ((LEFT, x), (x, RIGHT))
    ]
    found = cells(page)
    assert len(found) == len(wanted)
    assert all(
        abs(a - b) <= 3 for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("degrees", [-0.9, 0.9])
def test_a_row_that_leans_and_is_blurred_has_its_cells(degrees: float) -> None:
    page = ruled((100, 124, 148))
    for x, top in ((LEFT, 100), (RIGHT, 100), (LEFT, 124), (RIGHT, 124), (300, 100), (420, 124)):
        cv2.line(page, (x, top), (x, top + 24), (30, 30, 30), 1)
    about = cv2.getRotationMatrix2D((450, 124), degrees, 1)
    leaning = cv2.warpAffine(page, about, (900, 500), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    assert len(cells(np.asarray(cv2.GaussianBlur(leaning, (0, 0), 0.7), dtype=np.uint8))) == 4


@pytest.mark.parametrize("high", [21, 24, 28, 32])
@pytest.mark.parametrize("share", [0.62, 0.7, 0.75])
@pytest.mark.parametrize("face", ["sans", "serif"])
def test_no_stroke_of_a_character_parts_a_row(high: int, share: float, face: Literal["sans", "serif"]) -> None:
    page = Image.fromarray(ruled((100, 100 + high, 100 + 2 * high)))
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(io.BytesIO(true_type(face, STEMS)), round(high * share))
    for number, character in enumerate(STEMS * 2):
        row = number // len(STEMS)
        place = (LEFT + 20 + 38 * (number % len(STEMS)), 100 + high * row + high / 2)
        draw.text(place, character, font=font, fill=(20, 20, 20), anchor="mm")
    assert not parted(np.asarray(page))


def test_a_character_as_high_as_its_row_is_known_by_its_box() -> None:
    page = ruled((100, 120))
    cv2.line(page, (400, 100), (400, 120), (30, 30, 30), 1)
    assert parted(page)
    assert not parted(page, (Box(392, 100, 408, 120),))


def rim(page: Picture, ink: tuple[int, int, int], weight: int) -> None:
    cv2.circle(page, (400, 111), 104, ink, weight, cv2.LINE_AA)  # 41 mm: the row lies across its middle


def red_rim(page: Picture, _: int, __: int) -> None:
    rim(page, (205, 40, 50), 5)


def thin_red_rim(page: Picture, _: int, __: int) -> None:
    rim(page, (205, 40, 50), 1)


def slanted(page: Picture, top: int, bottom: int) -> None:
    cv2.line(page, (398, bottom), (403, top), (30, 30, 30), 1, cv2.LINE_AA)


def short_of_the_rule(page: Picture, top: int, bottom: int) -> None:
    cv2.line(page, (400, top), (400, bottom - 5), (30, 30, 30), 1)


def broad(page: Picture, top: int, bottom: int) -> None:
    cv2.rectangle(page, (396, top), (404, bottom), (30, 30, 30), -1)


def red(page: Picture, top: int, bottom: int) -> None:
    cv2.line(page, (400, top + 1), (400, bottom - 1), (210, 40, 40), 1)


def pale(page: Picture, top: int, bottom: int) -> None:
    cv2.line(page, (400, top + 1), (400, bottom - 1), (200, 200, 200), 1)


def hatched(page: Picture, top: int, bottom: int) -> None:
    for x in range(380, 420, 4):
        cv2.line(page, (x, top), (x, bottom), (30, 30, 30), 1)


def curved(page: Picture, top: int, bottom: int) -> None:
    cv2.ellipse(page, (380, (top + bottom) // 2), (20, 16), 0, -55, 55, (30, 30, 30), 1, cv2.LINE_AA)


@pytest.mark.parametrize(
    "draw", [red_rim, thin_red_rim, slanted, short_of_the_rule, broad, red, pale, hatched, curved]
)
def test_no_rim_tick_blot_or_hatching_parts_a_row(draw: Draw) -> None:
    page = ruled((100, 122))
    draw(page, 100, 122)
    assert not parted(page)


def test_strokes_between_the_lines_of_a_heading_are_no_dividers() -> None:
    page = np.full((500, 900, 3), 255, np.uint8)
    for y in (100, 120, 140):
        cv2.line(page, (300, y), (360, y), (30, 30, 30), 2)
    for x in (300, 360):
        cv2.line(page, (x, 100), (x, 120), (30, 30, 30), 2)
    assert not parted(page)
