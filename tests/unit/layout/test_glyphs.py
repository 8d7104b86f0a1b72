"""Text of characters: where a space stands between digits and where OCR only drew them too narrow."""

from __future__ import annotations

import pytest

from pipeline.layout.sheet import Sheet
from pipeline.model.geometry import Box
from pipeline.model.page import Look, Page


def text(*steps: float) -> str:
    """Digits 10 points high and 3 wide, each so many points right of the one before."""
    places = [sum(steps[:count]) for count in range(len(steps) + 1)]
    digits = "1324567"[: len(places)]
    page = Page(
        file="papers/x.jpg",
        sha256="0" * 64,
        number=1,
        width=200,
        height=100,
        reader="ocr",
        engine="ocr",
        text=digits,
        boxes=tuple(Box(20 + x, 20, 23 + x, 30) for x in places),
        confidence=(0.9,) * len(places),
        look=Look(picture=True),
    )
    return Sheet.of(page).lines[0].text


@pytest.mark.parametrize(("steps", "read"), [((5, 5.9, 5), "1324"), ((5, 8, 5), "1324"), ((5, 9, 5), "13 24")])
def test_a_space_parts_digits_only_where_their_middles_stand_apart(steps: tuple[float, ...], read: str) -> None:
    assert text(*steps) == read
