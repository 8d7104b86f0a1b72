"""Signatures: a fast hand in blue ink that spells nobody's name, the same for the same name."""

from __future__ import annotations

import math
import random
from functools import cache
from itertools import pairwise

from PIL import Image, ImageDraw

from tests.specimens.sheet import Page

HEIGHT = 120
"""Pixels of height: 11 mm at about 280 dpi."""

INK = (28, 42, 110, 240)
FINE = 3
"""Drawn this many times larger and reduced, which smooths the edges."""

STEPS = 22
"""Segments between two turning points of the pen."""

TALL = 30.0
"""Points of height on the page."""

Point = tuple[float, float]

CHARACTERS: tuple[tuple[tuple[Point, ...], ...], ...] = (
    (((0, 32), (50, 25), (95, 21)), ((55, 10), (45, 42), (5, 79), (30, 67), (70, 48), (45, 73), (95, 58))),
    (((8, 60), (40, 8), (70, 30), (30, 82), (12, 50), (66, 62), (96, 34)), ((60, 6), (52, 50), (30, 92))),
    (((20, 20), (2, 58), (40, 80), (74, 40), (40, 14), (30, 60), (80, 84), (98, 52)),),
    (((10, 22), (84, 14), (30, 50), (88, 44), (40, 88), (62, 76), (98, 72)), ((52, 4), (46, 96))),
)
"""Strokes of four invented characters, in percent of a square; the pen draws them as curves."""


@cache
def signature(name: str) -> Image.Image:
    """As many invented characters as the name has, joined by a line under them."""
    chance = random.Random(f"signature of {name}")
    square = HEIGHT * 0.62
    width = round(square * (len(name) + 1.2))
    image = Image.new("RGBA", (width * FINE, HEIGHT * FINE), (*INK[:3], 0))
    draw = ImageDraw.Draw(image)
    for place in range(len(name)):
        for stroke in chance.choice(CHARACTERS):
            _write(draw, [_placed(chance, point, square * (place + 0.25), square) for point in stroke])
    under = ((square * 0.2, 0.8), (width * 0.5, 0.93), (width * 0.95, 0.7), (width * 0.8, 0.86))
    _write(draw, [(x, y * HEIGHT + chance.uniform(-6, 6)) for x, y in under])
    return image.resize((width, HEIGHT), Image.Resampling.LANCZOS)


def sign(page: Page, x: float, baseline: float, name: str) -> None:
    """Put a signature on the line that begins at x."""
    image = signature(name)
    page.picture(x, baseline - 0.75 * TALL, TALL * image.width / image.height, TALL, image)


def _placed(chance: random.Random, point: Point, left: float, square: float) -> Point:
    """A stroke's point in its character's square, shaken, and leaning to the right."""
    x, y = point[0] * square / 100, point[1] * HEIGHT / 100
    lean = (HEIGHT - y) * 0.12
    return left + x + lean + chance.uniform(-8, 8), y + chance.uniform(-8, 8)


def _write(draw: ImageDraw.ImageDraw, points: list[Point]) -> None:
    path = _smooth(points)
    for place, (start, end) in enumerate(pairwise(path)):
        thick = 3.2 + 2.2 * math.sin(math.pi * place / len(path)) + 0.4 * math.sin(place / 6)
        _segment(draw, start, end, thick)


def _smooth(points: list[Point]) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    padded = [points[0], *points, points[-1]]
    path: list[Point] = []
    for first, second, third, fourth in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(STEPS):
            at = step / STEPS
            path.append(
                (_between(at, first, second, third, fourth, 0), _between(at, first, second, third, fourth, 1))
            )
    return path


def _between(at: float, first: Point, second: Point, third: Point, fourth: Point, axis: int) -> float:
    a, b, c, d = first[axis], second[axis], third[axis], fourth[axis]
    return 0.5 * (2 * b + (c - a) * at + (2 * a - 5 * b + 4 * c - d) * at**2 + (3 * b - a - 3 * c + d) * at**3)


def _segment(draw: ImageDraw.ImageDraw, start: Point, end: Point, thick: float) -> None:
    x0, y0, x1, y1 = (each * FINE for each in (*start, *end))
    reach = thick * FINE / 2
    draw.line((x0, y0, x1, y1), fill=INK, width=max(round(2 * reach), 1))
    draw.ellipse((x1 - reach, y1 - reach, x1 + reach, y1 + reach), fill=INK)
