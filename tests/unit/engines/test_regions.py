"""Working where ink is gives what working on the whole page gives."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.engines.regions import pieces, regions
from pipeline.model.geometry import Box


def inked(seed: int, blots: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    mask = np.zeros((413, 307), np.uint8)
    for _ in range(blots):
        x, y = (int(value) for value in random.integers(0, 300, 2))
        wide, high = (int(value) for value in random.integers(1, 40, 2))
        cv2.rectangle(mask, (x, y), (x + wide, y + high), 255, int(random.choice((-1, 1, 3))))
    return mask


@pytest.mark.parametrize("blots", [0, 1, 4, 12, 60])
@pytest.mark.parametrize("reach", [3, 9, 31])
def test_closing_gaps_inside_regions_is_closing_them_on_the_page(blots: int, reach: int) -> None:
    mask = inked(blots * 31 + reach, blots)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    joined = np.zeros_like(mask)
    for place in regions(mask, reach):
        joined[place] = cv2.morphologyEx(np.ascontiguousarray(mask[place]), cv2.MORPH_CLOSE, kernel)
    assert np.array_equal(joined, cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel))


def test_no_place_is_looked_at_twice() -> None:
    mask = np.zeros((400, 400), np.uint8)
    cv2.rectangle(mask, (10, 10), (390, 390), 255, 2)
    cv2.circle(mask, (200, 200), 40, 255, 2)
    assert len(regions(mask, 9)) == 1


def test_small_ink_is_left_out_and_large_kept() -> None:
    mask = np.zeros((400, 400), np.uint8)
    mask[50:60, 50:60] = 255
    mask[200:206, 100:180] = 255
    found = regions(mask, 8, least=60)
    assert len(found) == 1
    assert found[0][0].start <= 200 - 8
    assert found[0][0].stop >= 206 + 8


@pytest.mark.parametrize("blots", [0, 3, 25])
def test_pieces_are_the_connected_components(blots: int) -> None:
    mask = inked(blots, blots)
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    wanted = {Box(int(x), int(y), int(x + wide), int(y + high)) for x, y, wide, high, _ in stats[1:]}
    assert set(pieces(mask)) == wanted


def test_pieces_are_told_in_the_larger_picture() -> None:
    mask = np.zeros((30, 30), np.uint8)
    mask[4:9, 2:12] = 255
    assert pieces(mask, (100, 200)) == (Box(102, 204, 112, 209),)
