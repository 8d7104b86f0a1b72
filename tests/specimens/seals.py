"""Round seals of invented companies and offices, drawn as red ink on a transparent ground."""

from __future__ import annotations

import math
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from tests.specimens import fonts

SIDE = 360
"""Pixels across a seal: 40 mm at about 230 dpi."""

RED = (208, 32, 38, 225)
FINE = 3
"""Drawn this many times larger and reduced, which smooths the edges."""


@cache
def company_seal(name: str, purpose: str = "") -> Image.Image:
    """A company's seal: a ring, its name round the inside, a star, and a line for its purpose."""
    return _seal(name, purpose, star=True)


@cache
def office_seal(name: str) -> Image.Image:
    """A plain ring for any office or operator; it carries no emblem and says 虚构."""
    return _seal(name, "虚构", star=False)


def _seal(name: str, purpose: str, star: bool) -> Image.Image:
    side = SIDE * FINE
    image = Image.new("RGBA", (side, side), (RED[0], RED[1], RED[2], 0))
    draw = ImageDraw.Draw(image)
    edge = round(side * 0.024)
    draw.ellipse((edge, edge, side - edge, side - edge), outline=RED, width=round(side * 0.026))
    _ring_text(image, name)
    if star:
        draw.polygon(_star(side / 2, side / 2, side * 0.135), fill=RED)
    if purpose:
        font = ImageFont.truetype(fonts.font_path("song"), round(side * 0.088))
        at = (side / 2, side * 0.755)
        draw.text(at, purpose, RED, font, "mm", stroke_width=round(side * 0.002), stroke_fill=RED)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _ring_text(image: Image.Image, name: str) -> None:
    side = image.width
    letters = len(name)
    sweep = min(math.radians(265), math.radians(21) * letters)
    size = round(min(side * 0.125, sweep * side * 0.385 / letters * 1.02))
    font = ImageFont.truetype(fonts.font_path("song"), size)
    for place, letter in enumerate(name):
        turn = -sweep / 2 + sweep * (place / (letters - 1) if letters > 1 else 0.5)
        tile = Image.new("RGBA", (size * 2, size * 2), (RED[0], RED[1], RED[2], 0))
        pen = ImageDraw.Draw(tile)
        pen.text((size, size), letter, RED, font, "mm", stroke_width=round(side * 0.0018), stroke_fill=RED)
        turned = tile.rotate(-math.degrees(turn), Image.Resampling.BICUBIC)
        x = side / 2 + math.sin(turn) * side * 0.383
        y = side / 2 - math.cos(turn) * side * 0.383
        image.alpha_composite(turned, (round(x - size), round(y - size)))


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for step in range(10):
        reach = radius if step % 2 == 0 else radius * 0.382
        turn = math.pi * step / 5
        points.append((x + math.sin(turn) * reach, y - math.cos(turn) * reach))
    return points
