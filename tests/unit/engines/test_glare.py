"""Light that blows a photograph out is seen; a scanner's white is none."""

import numpy as np

from pipeline.engines import picture


def photographed(paper: int) -> np.ndarray:
    random = np.random.default_rng(1)
    return np.clip(random.normal(paper, 3, (640, 480)), 0, 255).astype(np.uint8)


def test_a_lamp_on_a_photograph_is_glare():
    shades = photographed(200)
    shades[100:240, 100:240] = 255
    assert picture.glare(shades) >= 0.02


def test_even_paper_and_a_white_scan_have_none():
    assert picture.glare(photographed(200)) == 0.0
    assert picture.glare(np.full((640, 480), 255, np.uint8)) == 0.0


def test_a_sliver_of_a_picture_has_none():
    assert picture.glare(np.full((4, 4), 200, np.uint8)) == 0.0
