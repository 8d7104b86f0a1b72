"""A small drawing sheet in centimetres that ends as a crisp PNG."""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from pipeline.engines.fonts import ALWAYS, true_type
from pipeline.model.geometry import POINTS_PER_INCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

DPI = 240  # sharp in print; more only makes the file larger
OVERSAMPLING = 2  # lines are drawn twice as large and scaled down, which smooths them
CM_PER_INCH = 2.54
PIXELS = DPI * OVERSAMPLING / CM_PER_INCH  # a centimetre
COLOURS = 128  # a line drawing needs few; the file stays small

INK, GREY, LINE = "#1F2A44", "#5A6478", "#8A97AD"
PAPER, PALE, BLUE, GREEN, AMBER, ROSE = "#FFFFFF", "#F2F5FA", "#DCE6F5", "#E1F0E6", "#FBEFD9", "#F8E3E1"


class Box(NamedTuple):
    """A rectangle in centimetres, origin top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def top(self) -> tuple[float, float]:
        """The middle of the upper edge."""
        return self.x + self.width / 2, self.y

    @property
    def bottom(self) -> tuple[float, float]:
        """The middle of the lower edge."""
        return self.x + self.width / 2, self.y + self.height

    @property
    def left(self) -> tuple[float, float]:
        """The middle of the left edge."""
        return self.x, self.y + self.height / 2

    @property
    def right(self) -> tuple[float, float]:
        """The middle of the right edge."""
        return self.x + self.width, self.y + self.height / 2


class Faces(NamedTuple):
    """The two fonts of all figures of one set of drafts, and the characters that they can draw."""

    regular: bytes
    bold: bytes
    characters: frozenset[str]


def faces_for(characters: Iterable[str], folder: Path | None = None) -> Faces:
    """Fonts with these characters; `folder` keeps them."""
    wanted = frozenset(characters) | ALWAYS
    return Faces(true_type("sans", wanted, folder), true_type("bold", wanted, folder), wanted)


class Sheet:
    """A sheet of paper of a size in centimetres."""

    def __init__(self, width: float, height: float, faces: Faces) -> None:
        self.width, self.height, self._faces = width, height, faces
        self._image = Image.new("RGB", (round(width * PIXELS), round(height * PIXELS)), PAPER)
        self._pen = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """The finished picture."""
        size = (round(self._image.width / OVERSAMPLING), round(self._image.height / OVERSAMPLING))
        small = self._image.resize(size, Image.Resampling.LANCZOS).quantize(COLOURS, dither=Image.Dither.NONE)
        written = io.BytesIO()
        small.save(written, "PNG", dpi=(DPI, DPI), optimize=True)
        return written.getvalue()

    def box(
        self, box: Box, words: str, *, fill: str = PAPER, outline: str = INK, size: float = 9, bold: bool = False
    ) -> None:
        """A rounded box with centred words, wrapped and made smaller until they fit."""
        self._pen.rounded_rectangle(_pixels(box), radius=0.12 * PIXELS, fill=fill, outline=outline, width=_thick(0.8))
        self.words(box, words, size=size, bold=bold)

    def frame(self, box: Box, title: str, *, fill: str = PALE, outline: str = LINE) -> None:
        """A dashed area with its title in the upper left corner."""
        self._pen.rectangle(_pixels(box), fill=fill)
        right, low = box.x + box.width, box.y + box.height
        corners = [(box.x, box.y), (right, box.y), (right, low), (box.x, low), (box.x, box.y)]
        for start, end in itertools.pairwise(corners):
            self.line([start, end], colour=outline, dashed=True)
        self.text((box.x + 0.15, box.y + 0.1), title, size=8, colour=GREY)

    def words(self, box: Box, words: str, *, size: float = 9, bold: bool = False, colour: str = INK) -> None:
        """Words centred in a box, wrapped at its width; smaller where they would not fit."""
        self._check(words)
        lines, font = self._fitted(box, words, size, bold)
        step = font.size * 1.3
        left, top, right, bottom = _pixels(box)
        y = (top + bottom) / 2 - step * (len(lines) - 1) / 2
        for line in lines:
            self._pen.text(((left + right) / 2, y), line, font=font, fill=colour, anchor="mm")
            y += step

    def text(
        self, at: tuple[float, float], words: str, *, size: float = 8, colour: str = INK, anchor: str = "la"
    ) -> None:
        """One line of words; `anchor` as Pillow names it."""
        self._check(words)
        x, y = at
        self._pen.text((x * PIXELS, y * PIXELS), words, font=self._font(size, bold=False), fill=colour, anchor=anchor)

    def label(self, at: tuple[float, float], words: str, *, size: float = 8) -> None:
        """Words on a white ground, over a line."""
        self._check(words)
        x, y = at
        place, font = (x * PIXELS, y * PIXELS), self._font(size, bold=False)
        left, top, right, bottom = self._pen.textbbox(place, words, font=font, anchor="mm")
        self._pen.rectangle((left - 8, top - 6, right + 8, bottom + 6), fill=PAPER)
        self._pen.text(place, words, font=font, fill=INK, anchor="mm")

    def line(
        self, points: Sequence[tuple[float, float]], *, colour: str = INK, dashed: bool = False, weight: float = 0.8
    ) -> None:
        """A line through points; `weight` in typographic points."""
        if dashed:
            for start, end in itertools.pairwise(points):
                self._dashes(start, end, colour)
            return
        self._pen.line(
            [(x * PIXELS, y * PIXELS) for x, y in points], fill=colour, width=_thick(weight), joint="curve"
        )

    def arrow(self, points: Sequence[tuple[float, float]], *, colour: str = INK, both: bool = False) -> None:
        """A line with a head at its end, or at both ends."""
        self.line(points, colour=colour)
        self._head(points[-2], points[-1], colour)
        if both:
            self._head(points[1], points[0], colour)

    def bar(self, box: Box, *, fill: str) -> None:
        """A plain filled bar."""
        self._pen.rounded_rectangle(_pixels(box), radius=0.08 * PIXELS, fill=fill)

    def cloud(self, box: Box, words: str) -> None:
        """A cloud: somebody else's network."""
        left, top, right, bottom = _pixels(box)
        self._pen.rounded_rectangle(
            (left, top, right, bottom), radius=(bottom - top) / 2, fill=BLUE, outline=INK, width=_thick(0.8)
        )
        self.words(box, words, size=10, bold=True)

    def _check(self, words: str) -> None:
        """A figure may not print boxes instead of characters: whoever made the fonts left some out."""
        absent = sorted(set(words) - self._faces.characters - {"\n"})
        if absent:
            raise ValueError(f"the figure fonts lack {len(absent)} characters")

    def _font(self, size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
        pixels = size / POINTS_PER_INCH * DPI * OVERSAMPLING
        face = self._faces.bold if bold else self._faces.regular
        return ImageFont.truetype(io.BytesIO(face), pixels, layout_engine=ImageFont.Layout.BASIC)

    def _fitted(self, box: Box, words: str, size: float, bold: bool) -> tuple[list[str], ImageFont.FreeTypeFont]:
        room, tall = (box.width - 0.2) * PIXELS, (box.height - 0.1) * PIXELS
        while True:
            font = self._font(size, bold=bold)
            lines = [line for paragraph in words.split("\n") for line in _wrapped(paragraph, font, room)]
            if len(lines) * font.size * 1.3 <= tall or size <= SMALLEST_SIZE:
                return lines, font
            size -= 0.5

    def _dashes(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        (x0, y0), (x1, y1) = start, end
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        dash, gap, done = 0.16, 0.1, 0.0
        while done < length:
            a, b = done / length, min(done + dash, length) / length
            ends = [((x0 + (x1 - x0) * t) * PIXELS, (y0 + (y1 - y0) * t) * PIXELS) for t in (a, b)]
            self._pen.line(ends, fill=colour, width=_thick(0.7))
            done += dash + gap

    def _head(self, start: tuple[float, float], tip: tuple[float, float], colour: str) -> None:
        (x0, y0), (x1, y1) = start, tip
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1.0
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        base = (x1 - ux * HEAD_LENGTH, y1 - uy * HEAD_LENGTH)
        corners = [
            tip,
            (base[0] - uy * HEAD_WIDTH, base[1] + ux * HEAD_WIDTH),
            (base[0] + uy * HEAD_WIDTH, base[1] - ux * HEAD_WIDTH),
        ]
        self._pen.polygon([(x * PIXELS, y * PIXELS) for x, y in corners], fill=colour)


SMALLEST_SIZE = 5.5  # points; smaller is no longer readable in print
HEAD_LENGTH, HEAD_WIDTH = 0.2, 0.08  # centimetres


def _pixels(box: Box) -> tuple[float, float, float, float]:
    return box.x * PIXELS, box.y * PIXELS, (box.x + box.width) * PIXELS, (box.y + box.height) * PIXELS


def _thick(points: float) -> int:
    return max(1, round(points / POINTS_PER_INCH * DPI * OVERSAMPLING))


def _wrapped(words: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """Lines no wider than `room`; Latin words and numbers stay whole where they can."""
    lines, current = [], ""
    for piece in _pieces(words):
        if current and font.getlength(current + piece) > room:
            lines.append(current)
            current = piece.lstrip()
        else:
            current += piece
    return [*lines, current] if current else lines


def _pieces(words: str) -> list[str]:
    pieces: list[str] = []
    for character in words:
        if pieces and character.isascii() and character != " " and pieces[-1][-1].isascii() and pieces[-1][-1] != " ":
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
