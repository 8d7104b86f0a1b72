"""Ink that no character accounts for casts doubt on its neighbours; what is no character does not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageDraw

from pipeline.engines import unread
from tests.unit.engines import drawing

WORDS, SIZE, LEFT, TOP = "北京虚构云桥智联科技有限公司", 36, 60, 50


def read(lost: int | None, *, drawn: str = WORDS, last: int | None = None, mark: str = "") -> frozenset[int]:
    """The doubted characters of a line of which one was not read, or all from `last` on."""
    page = drawing.sheet(drawn)
    if mark == "line":
        ImageDraw.Draw(page).line((LEFT + 40, TOP + 44, LEFT + 900, TOP + 44), fill=(20, 20, 20), width=2)
    if mark == "dot":
        ImageDraw.Draw(page).ellipse(
            (LEFT + 14 * SIZE + 6, TOP + 26, LEFT + 14 * SIZE + 14, TOP + 34), fill=(20,) * 3
        )
    seen = [number for number in range(len(WORDS[:last])) if number != lost]
    right = LEFT + SIZE * (max(seen) + 1)
    top, bottom = TOP - 2, TOP + SIZE + 14
    quad = np.array([(LEFT, top), (right, top), (right, bottom), (LEFT, bottom)], np.float32)
    length = right - LEFT
    row = unread.Row(quad, tuple((number + 0.5) * SIZE / length for number in seen), (SIZE / length,) * len(seen))
    picture = np.ascontiguousarray(np.asarray(page)[:, :, ::-1])
    (found,) = unread.beside(picture, [row])
    return found


def test_a_line_of_which_every_character_was_read_is_not_doubted() -> None:
    assert read(None) == frozenset()


@pytest.mark.parametrize("lost", [1, 4, 9])
def test_the_neighbours_of_a_lost_character_are_doubted(lost: int) -> None:
    assert read(lost) == {lost - 1, lost}


def test_the_last_character_of_a_line_that_was_cut_is_doubted() -> None:
    assert read(None, last=len(WORDS) - 1) == {len(WORDS) - 2}


def test_white_space_as_wide_as_a_character_is_no_lost_one() -> None:
    assert read(4, drawn=f"{WORDS[:4]}\u3000{WORDS[5:]}") == frozenset()


@pytest.mark.parametrize("mark", ["line", "dot"])
def test_a_line_to_write_on_and_a_speck_are_no_characters(mark: str) -> None:
    assert read(None, mark=mark) == frozenset()


def test_without_lines_nothing_is_doubted() -> None:
    assert unread.beside(np.full((50, 50, 3), 255, np.uint8), []) == []
