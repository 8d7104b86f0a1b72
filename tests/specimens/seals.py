"""Seals of invented companies, offices and persons, drawn as red ink on a transparent ground, and what resembles them."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

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


@cache
def oval_seal(name: str, number: str, purpose: str = "发票专用章") -> Image.Image:
    """A seal for invoices, 40 × 30 mm: two rims, the name above, a number in the middle, the purpose below."""
    side = SIDE * FINE
    high = side * 3 // 4
    flat = Image.new("RGBA", (side, side), (*RED[:3], 0))
    draw = ImageDraw.Draw(flat)
    edge = round(side * 0.024)
    draw.ellipse((edge, edge, side - edge, side - edge), outline=RED, width=round(side * 0.026))
    _ring_text(flat, name)
    image = flat.resize((side, high), Image.Resampling.LANCZOS)
    draw = ImageDraw.Draw(image)
    for text, at, size in ((number, 0.5, 0.06), (purpose, 0.77, 0.088)):
        font = ImageFont.truetype(fonts.font_path("song"), round(side * size))
        draw.text((side / 2, high * at), text, RED, font, "mm", stroke_width=2, stroke_fill=RED)
    return image.resize((SIDE, SIDE * 3 // 4), Image.Resampling.LANCZOS)


@cache
def name_seal(name: str) -> Image.Image:
    """A person's square seal: up to four characters from top to bottom and right to left; drawn for 20 mm a side."""
    side = SIDE * FINE // 2
    image = Image.new("RGBA", (side, side), (*RED[:3], 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((8, 8, side - 9, side - 9), outline=RED, width=round(side * 0.05))
    font = ImageFont.truetype(fonts.font_path("song"), round(side * 0.4))
    for letter, (x, y) in zip(f"{name}印"[:4], ((0.7, 0.3), (0.7, 0.7), (0.3, 0.3), (0.3, 0.7)), strict=False):
        draw.text((side * x, side * y), letter, RED, font, "mm", stroke_width=6, stroke_fill=RED)
    return image.resize((SIDE // 2, SIDE // 2), Image.Resampling.LANCZOS)


def fanned(seal: Image.Image, leaves: int, last: float = 1.0) -> list[Image.Image]:
    """What each leaf of a fanned paper shows of one seal, first leaf first; `last`: the last leaf's share of its width.

    A slice of the last leaf ends before the leaf's edge where `last` is less than 1.
    """
    step = seal.width / (leaves - 1 + last)
    edges = [round(step * place) for place in range(leaves)] + [seal.width]
    return [seal.crop((left, 0, right, seal.height)) for left, right in pairwise(edges)]


def coloured(seal: Image.Image, ink: tuple[int, int, int]) -> Image.Image:
    """The same seal in another ink."""
    image = Image.new("RGBA", seal.size, (*ink, 0))
    image.putalpha(seal.getchannel("A"))
    return image


def weak(seal: Image.Image, seed: int, lost: float = 0.25) -> Image.Image:
    """The same seal pressed unevenly: blotches of about a millimetre in which the share `lost` of the ink is gone."""
    random = np.random.default_rng(seed)
    blotches = Image.fromarray(random.integers(0, 256, (seal.height // 8, seal.width // 8), np.uint8))
    uneven = np.asarray(blotches.filter(ImageFilter.GaussianBlur(1)).resize(seal.size, Image.Resampling.BICUBIC))
    alpha = np.asarray(seal.getchannel("A")).copy()
    alpha[uneven < np.quantile(uneven, lost)] = 0
    image = seal.copy()
    image.putalpha(Image.fromarray((alpha * 0.8).astype(np.uint8)))
    return image


def emblem() -> Image.Image:
    """A full disc with pale shapes in it: no office's emblem, but as heavy as one."""
    image = Image.new("RGBA", (SIDE, SIDE), (*RED[:3], 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((4, 4, SIDE - 4, SIDE - 4), fill=RED)
    draw.ellipse((30, 30, SIDE - 30, SIDE - 30), outline=(255, 215, 60, 255), width=14)
    draw.polygon(_star(SIDE / 2, SIDE / 2, SIDE * 0.2), fill=(255, 215, 60, 255))
    return image


def logo() -> Image.Image:
    """A company's mark: a ring with a letter's strokes in it."""
    image = Image.new("RGBA", (SIDE, SIDE), (*RED[:3], 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((8, 8, SIDE - 8, SIDE - 8), outline=RED, width=26)
    draw.line((SIDE * 0.35, SIDE * 0.7, SIDE * 0.5, SIDE * 0.3, SIDE * 0.65, SIDE * 0.7), fill=RED, width=30)
    return image


def fingerprint(seed: int) -> Image.Image:
    """A red fingerprint of 16 × 22 mm: ridges around a middle, uneven as skin is."""
    random = np.random.default_rng(seed)
    high, wide = SIDE * 22 // 40, SIDE * 16 // 40
    y, x = np.mgrid[0:high, 0:wide].astype(float)
    u, v = (x - wide / 2) / (wide / 2), (y - high * 0.55) / (high / 2)
    ridges = np.sin(24 * np.hypot(u, v) + 1.5 * np.sin(3 * np.arctan2(v, u)))
    skin = random.normal(0, 1, (high // 6 + 1, wide // 6 + 1))
    skin = np.asarray(Image.fromarray(skin).resize((wide, high), Image.Resampling.BICUBIC))
    alpha = np.where((ridges + 0.6 * skin > 0) & (np.hypot(u, v + 0.1) < 0.95), 200, 0)
    image = Image.new("RGBA", (wide, high), (*RED[:3], 0))
    image.putalpha(Image.fromarray(alpha.astype(np.uint8)))
    return image


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
