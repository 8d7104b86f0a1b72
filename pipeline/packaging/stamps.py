"""The content stream that is appended to a page: an upright stamp in one font that all pages share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pikepdf import Dictionary, Name, Object, Page, Pdf

from pipeline.model.geometry import Box
from pipeline.packaging import wording
from pipeline.packaging.frame import Frame, Matrix, operands, product
from pipeline.packaging.spots import Spot

FONT, FADED = "/DossierStamp", "/DossierFaded"
GREY = "0.15 g"
DRAFT_COLOUR = "0.72 0.1 0.1"
DRAFT_SPAN = 0.62  # of the page's shorter side: how wide the mark is
DRAFT_OPACITY = 0.09
DIAGONAL = 0.70710678  # sine and cosine of 45°
CODE_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange|beginbfchar(.*?)endbfchar", re.DOTALL)
HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f]+)>")


class StampFont(NamedTuple):
    """The font object with the code and the width (in ems) of each character of the stamp."""

    font: Object
    codes: dict[str, int]
    widths: dict[str, float]

    def ems(self, text: str) -> float:
        """Width of a text at size 1."""
        return sum(self.widths[c] for c in text)

    def shown(self, text: str) -> str:
        """The text as a hexadecimal string of codes."""
        return "<" + "".join(f"{self.codes[c]:02X}" for c in text) + ">"


def font_of(page: Page) -> StampFont:
    """The font of a sheet on which the stamp's alphabet was set."""
    fonts = page.obj.Resources.Font
    for name in sorted(fonts.keys()):
        font = fonts[name]
        if Name.ToUnicode in font and Name.Widths in font:
            codes = _codes(font.ToUnicode.read_bytes())
            if set(wording.STAMP_ALPHABET) <= codes.keys():
                first, widths = int(font.FirstChar), list(font.Widths)
                known = {c: code for c, code in codes.items() if 0 <= code - first < len(widths)}
                return StampFont(font, known, {c: float(widths[code - first]) / 1000 for c, code in known.items()})
    raise ValueError("the alphabet's sheet has no font that holds the alphabet")


def _codes(mapping: bytes) -> dict[str, int]:
    """Characters and their one-byte codes from a ToUnicode map."""
    codes: dict[str, int] = {}
    for ranges, single in CODE_RANGES.findall(mapping):
        numbers = [int(value, 16) for value in HEXADECIMAL.findall(ranges or single)]
        if single:
            codes.update((chr(value), code) for code, value in zip(numbers[::2], numbers[1::2], strict=True))
        else:
            codes.update(_spread(numbers))
    return codes


def _spread(numbers: list[int]) -> Iterator[tuple[str, int]]:
    """The characters of ranges; reportlab writes one range with a list of all its characters."""
    low, high, *values = numbers
    if len(values) == high - low + 1:
        yield from ((chr(value), low + index) for index, value in enumerate(values))
    else:
        for first, last, value in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            yield from ((chr(value + code - first), code) for code in range(first, last + 1))


def text_of(page: str, pages: int, material: str, *, draft: bool) -> str:
    """What is printed on the page of this number."""
    mark = f"{wording.DRAFT}　" if draft else ""
    slot = wording.STAMP_MATERIAL.format(number=material) if material else ""
    return mark + slot + wording.STAMP.format(page=page, pages=pages)


def stamp(frame: Frame, font: StampFont, spot: Spot, text: str) -> str:
    """Operators that print `text` upright at a spot of the page as seen."""
    return (
        f"q {_upright(frame)} cm {GREY}\n"
        f"BT {FONT} {operands((spot.size,))} Tf {operands((spot.box.x0, _baseline(frame, spot)))} Td "
        f"{font.shown(text)} Tj ET Q\n"
    )


@lru_cache(maxsize=256)
def _upright(frame: Frame) -> str:
    """The matrix that makes the page as seen the space to draw in; most pages of a paper share it."""
    return operands(frame.to_user)


def _baseline(frame: Frame, spot: Spot) -> float:
    """Height of the baseline over the lower edge: the type's box reaches 0.14 em below it."""
    return frame.height - spot.box.bottom + 0.14 * spot.size


def draft_mark(frame: Frame, font: StampFont) -> str:
    """Operators that lay a pale 草稿 across the page, through which everything below is read."""
    ems = font.ems(wording.DRAFT)
    size = DRAFT_SPAN * min(frame.width, frame.height) / ems
    along: Matrix = (DIAGONAL, DIAGONAL, -DIAGONAL, DIAGONAL, frame.width / 2, frame.height / 2)
    return (
        f"q {FADED} gs {operands(product(along, frame.to_user))} cm {DRAFT_COLOUR} rg\n"
        f"BT {FONT} {operands((size,))} Tf {operands((-ems * size / 2, -0.36 * size))} Td "
        f"{font.shown(wording.DRAFT)} Tj ET Q\n"
    )


def faded(pdf: Pdf) -> Object:
    """The graphics state in which the draft mark is drawn."""
    return pdf.make_indirect(Dictionary(Type=Name.ExtGState, CA=DRAFT_OPACITY, ca=DRAFT_OPACITY))


def moved_page(frame: Frame, area: Box, factor: float) -> str:
    """Operators before a page's content that lay it into `area` of the page as seen and clip it to what was seen."""
    across: Matrix = (factor, 0.0, 0.0, factor, area.x0, frame.height - area.top - factor * frame.height)
    within = product(product(frame.to_seen, across), frame.to_user)
    return f"{operands(within)} cm {clip(frame)}"


def clip(frame: Frame) -> str:
    """Operators that keep the content inside the visible rectangle."""
    return f"{operands((frame.x0, frame.y0, frame.x1 - frame.x0, frame.y1 - frame.y0))} re W n\n"
