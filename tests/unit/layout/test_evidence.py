from __future__ import annotations

import pytest

from pipeline.layout.sheet import Sheet
from pipeline.model.geometry import Box
from pipeline.model.page import Look
from tests.unit.layout.builders import Drawing

WIDTH, HEIGHT = 595.0, 842.0


@pytest.mark.parametrize(
    ("turned", "expected"),
    [
        (0, Box(50, 100, 98, 112)),
        (90, Box(100, WIDTH - 98, 112, WIDTH - 50)),
        (180, Box(WIDTH - 98, HEIGHT - 112, WIDTH - 50, HEIGHT - 100)),
        (270, Box(HEIGHT - 112, 50, HEIGHT - 100, 98)),
    ],
)
def test_words_of_a_page_that_was_turned_are_told_where_the_file_shows_them(turned: int, expected: Box) -> None:
    drawing = Drawing(WIDTH, HEIGHT, reader="ocr")
    drawing.write(50, 100, "虚构公司")
    (line,) = Sheet.of(drawing.page(Look(picture=True, turned=turned))).lines
    found = line.words().evidence()
    assert (found.text, found.bbox) == ("虚构公司", expected)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_box_turned_and_turned_back_is_the_same_box(degrees: int) -> None:
    box = Box(10, 20, 60, 35)
    sideways = (HEIGHT, WIDTH) if degrees in (90, 270) else (WIDTH, HEIGHT)
    assert box.turned(degrees, WIDTH, HEIGHT).turned(-degrees % 360, *sideways) == box
