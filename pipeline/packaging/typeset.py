"""Our own sheets on A4: fonts, wrapping at the measure, and the few strokes that they need."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from pipeline.engines.fonts import missing_characters, reportlab_font
from pipeline.model.geometry import Box
from pipeline.packaging import wording

WIDTH, HEIGHT = 595.276, 841.89  # A4 in points
MARGIN = 68.0  # points, left and right of every own sheet: 24 mm, wide enough to be bound
INK, FAINT, ACCENT, WARNING = (0.1, 0.12, 0.16), (0.42, 0.45, 0.5), (0.12, 0.25, 0.42), (0.72, 0.1, 0.1)
CORNER = 4.0  # points, radius of a frame's corners
BREAKS = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA1), 0x2028, 0x2029)))
NO_LINE_START = frozenset("，。、；：？！）》」』】〉％”’…—·")  # kinsoku: these never begin a line

Weight = Literal["regular", "bold"]
Colour = tuple[float, float, float]


class Fonts(NamedTuple):
    """reportlab's names of the two fonts of one dossier, and the characters that neither can draw."""

    regular: str
    bold: str
    undrawable: frozenset[str]

    def name(self, weight: Weight) -> str:
        """The font of a weight."""
        return self.bold if weight == "bold" else self.regular


def fonts_for(text: Iterable[str]) -> Fonts:
    """Fonts that hold every character of `text` and of the fixed words."""
    characters = "".join(sorted({*"".join(text), *wording.characters()}))
    return Fonts(
        reportlab_font(characters),
        reportlab_font(characters, bold=True),
        frozenset(missing_characters(characters)),
    )


class Sheets:
    """Upright A4 sheets under the pen; y runs down from the top, like everything in this program."""

    def __init__(self, fonts: Fonts) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.fonts = fonts
        self.written = io.BytesIO()
        self.pages = 0
        self._canvas: Any = Canvas(
            self.written, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, initialFontName=fonts.regular
        )

    def name(self, title: str) -> None:
        """What a viewer shows as the file's title."""
        self._canvas.setTitle(title)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float,
        weight: Weight = "regular",
        colour: Colour = INK,
        align: Literal["left", "centre", "right"] = "left",
        spacing: float = 0.0,
    ) -> None:
        """One line with its baseline at `y`; `spacing` in points between characters."""
        shown = drawable(self.fonts, text)
        width = measure(self.fonts, shown, size, weight) + spacing * max(len(shown) - 1, 0)
        start = x - {"left": 0.0, "centre": width / 2, "right": width}[align]
        self._canvas.setFillColorRGB(*colour)
        self._canvas.setFont(self.fonts.name(weight), size)
        self._canvas.drawString(start, HEIGHT - y, shown, charSpace=spacing)

    def rule(self, x0: float, x1: float, y: float, width: float = 0.5, colour: Colour = FAINT) -> None:
        """A horizontal line."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(width)
        self._canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)

    def leader(self, x0: float, x1: float, y: float) -> None:
        """The dots that lead the eye from a title to its page."""
        self._canvas.saveState()
        self._canvas.setStrokeColorRGB(0.65, 0.67, 0.7)
        self._canvas.setLineWidth(0.6)
        self._canvas.setLineCap(1)
        self._canvas.setDash([0.01, 3.2])
        self._canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)
        self._canvas.restoreState()

    def frame(self, box: Box, colour: Colour, width: float = 1.0) -> None:
        """A rounded frame."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(width)
        self._canvas.roundRect(box.x0, HEIGHT - box.bottom, box.width, box.height, CORNER)

    def bar(self, box: Box, colour: Colour) -> None:
        """A filled rectangle."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(box.x0, HEIGHT - box.bottom, box.width, box.height, stroke=0, fill=1)

    def turn(self) -> None:
        """End this sheet, begin the next."""
        self._canvas.showPage()
        self.pages += 1

    def finished(self) -> bytes:
        """The PDF of all sheets."""
        self._canvas.save()
        return self.written.getvalue()


def drawable(fonts: Fonts, text: str) -> str:
    """The text on one line, with the printers' sign where no font has a character."""
    return "".join(" " if c in BREAKS else wording.UNDRAWABLE if c in fonts.undrawable else c for c in text)


def measure(fonts: Fonts, text: str, size: float, weight: Weight = "regular") -> float:
    """Width in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    width: float = stringWidth(text, fonts.name(weight), size)
    return width


def wrapped(fonts: Fonts, text: str, size: float, room: float, weight: Weight = "regular") -> tuple[str, ...]:
    """Lines no wider than `room` points: broken between Chinese characters and between words, never an empty one."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(drawable(fonts, text)):
        if line and measure(fonts, line + piece, size, weight) > room and piece not in NO_LINE_START:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while measure(fonts, line, size, weight) > room + size and len(line) > 1:
            head = _longest(fonts, line, size, room, weight)
            lines.append(line[:head])
            line = line[head:]
    return tuple([*lines, line.rstrip()] if line.strip() or not lines else lines)


def _longest(fonts: Fonts, line: str, size: float, room: float, weight: Weight) -> int:
    """How many characters of a word that fits no line fit one."""
    low, high = 1, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(fonts, line[:middle], size, weight) <= room else (low, middle - 1)
    return low


def _pieces(text: str) -> list[str]:
    """The text cut where a line may break: a run of Latin letters and digits stays whole."""
    pieces: list[str] = []
    for character in text:
        if pieces and _joined(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _joined(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before != " "
