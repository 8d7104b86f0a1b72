"""How print stands on its ground: crisp or soft, dark or pale, and cut through at an edge."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.engines import edges, picture
from pipeline.engines.pixels import Picture
from pipeline.model.geometry import Box
from tests.specimens import fonts

LINES = ("出租方将房屋出租给承租方使用", "虚构数据租期三年自签字之日起算", "租金每月五千元整按季支付给甲方")


def page(size: int = 30, ink: int = 20, paper: int = 240, height: int = 600) -> tuple[Picture, list[Box]]:
    """A sheet with lines of text of `size` px every 60 px, and the boxes of its characters."""
    image = Image.new("L", (900, height), paper)
    draw, font, boxes = ImageDraw.Draw(image), ImageFont.truetype(fonts.font_path("song"), size), []
    for number in range(height // 60):
        for place, character in enumerate(LINES[number % 3]):
            x, y = 120 + place * size, 20 + number * 60
            draw.text((x, y), character, font=font, fill=ink)
            boxes.append(Box(x, y + size * 0.3, x + size, y + size * 1.3))
    noise = np.random.default_rng(4).normal(0, 2, (height, 900))
    return np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8), boxes


def printed(shades: Picture, boxes: list[Box]) -> picture.Print:
    found = picture.print_of(shades, boxes)
    assert found is not None
    return found


@pytest.mark.parametrize("size", [16, 24, 40])
def test_softness_tells_blur_whatever_the_size_of_the_print(size: int) -> None:
    shades, boxes = page(size)
    clean = printed(shades, boxes).softness
    blurred = printed(cv2.GaussianBlur(shades, (0, 0), size * 0.14), boxes).softness
    assert clean < 0.14
    assert blurred > 0.15


@pytest.mark.parametrize("light", [1.0, 0.5, 0.3])
def test_softness_and_contrast_do_not_depend_on_the_light(light: float) -> None:
    shades, boxes = page()
    lit = printed((shades * light).astype(np.uint8), boxes)
    assert lit.softness < 0.1
    assert lit.contrast > 0.6


def test_pale_print_has_little_contrast() -> None:
    assert printed(*page(ink=205)).contrast < 0.2
    assert printed(*page(ink=120)).contrast > 0.2


def test_a_dark_photograph_has_no_bright_part_and_a_dark_screen_has() -> None:
    shades, _ = page()
    assert picture.brightness((shades * 0.3).astype(np.uint8)) <= 90
    assert picture.brightness((shades * 0.6).astype(np.uint8)) > 90
    assert picture.brightness((255 - shades).astype(np.uint8)) > 90


@pytest.mark.parametrize("light", [1.0, 0.5])
def test_a_line_that_is_cut_through_is_seen_at_its_edge(light: float) -> None:
    shades, _ = page()
    lit = (shades * light).astype(np.uint8)
    middle = 20 + 60 * 3 + 24
    assert edges.cut(lit[middle:]) == ("top",)
    assert edges.cut(lit[:middle]) == ("bottom",)
    assert edges.cut(lit) == ()


def test_a_table_an_ornament_and_a_desk_at_the_edge_are_no_cut_line() -> None:
    shades, _ = page()
    table, frame, desk = shades.copy(), shades.copy(), shades.copy()
    table[:60, 100:800:100] = 20
    frame[:40, 10:890][:, ::6] = 20
    desk[:60] = np.random.default_rng(1).integers(60, 140, (60, 900))
    assert [edges.cut(each) for each in (table, frame, desk)] == [(), (), ()]


def test_a_sliver_of_a_picture_has_no_print() -> None:
    assert edges.cut(np.full((4, 4), 200, np.uint8)) == ()
    assert picture.print_of(np.full((40, 40), 200, np.uint8), []) is None
