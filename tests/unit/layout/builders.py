"""Draws strings at positions and hands them back as a `Page`: what an engine would have seen."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from pipeline.model.geometry import Box
from pipeline.model.page import Look, Page


def advance(character: str, size: float) -> float:
    """Width of a character in points: full width or half width."""
    return size if unicodedata.east_asian_width(character) in "WFA" else size * 0.5


def _around(box: Box, angle: float) -> Box:
    """The upright box around a box that leans about its middle."""
    wide = box.width * math.cos(angle) + box.height * abs(math.sin(angle))
    high = box.height * math.cos(angle) + box.width * abs(math.sin(angle))
    x, y = box.middle
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


@dataclass
class Drawing:
    """A page in the making: A4 portrait unless told otherwise, sizes in points."""

    width: float = 595.0
    height: float = 842.0
    file: str = "papers/paper.pdf"
    number: int = 1
    reader: Literal["text", "ocr"] = "text"
    characters: list[tuple[str, Box, float]] = field(default_factory=list)
    cells: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)

    def write(
        self,
        x: float,
        top: float,
        text: str,
        size: float = 12.0,
        spacing: float = 0.0,
        confidence: float = 1.0,
    ) -> Box:
        """One line of text from its top left corner; `spacing` em between characters; the box of its ink."""
        start, right = x, x
        for character in text:
            wide = advance(character, size)
            if not character.isspace():
                self.characters.append((character, Box(x, top, x + wide, top + size), confidence))
                right = x + wide
            x += wide + spacing * size
        return Box(start, top, right, top + size)

    def down(self, x: float, top: float, text: str, size: float = 12.0, pitch: float = 1.2) -> Box:
        """One character under the other."""
        for number, character in enumerate(text):
            self.write(x, top + number * pitch * size, character, size)
        return Box(x, top, x + size, top + ((len(text) - 1) * pitch + 1) * size)

    def paragraph(
        self, x: float, top: float, text: str, width: float, size: float = 12.0, pitch: float = 1.5
    ) -> float:
        """Text wrapped at a width; the top of the next line after it."""
        line, used = "", 0.0
        for character in text:
            if used + advance(character, size) > width:
                self.write(x, top, line, size)
                line, used, top = "", 0.0, top + pitch * size
            line += character
            used += advance(character, size)
        self.write(x, top, line, size)
        return top + pitch * size

    def ruled(self, x: float, top: float, widths: list[float], rows: list[list[str]], height: float = 24.0) -> float:
        """A ruled table; an empty string leaves a cell empty; the bottom of the table."""
        for row in rows:
            left = x
            tallest = max(height, *(len(text.split("\n")) * 14.0 + 10 for text in row))
            for text, width in zip(row, widths, strict=True):
                self.cells.append(Box(left, top, left + width, top + tallest))
                for number, line in enumerate(text.split("\n")):
                    self.write(left + 4, top + 6 + number * 14.0, line, 10.0)
                left += width
            top += tallest
        return top

    def cell(self, x: float, top: float, width: float, height: float, text: str) -> None:
        """One ruled cell, its text wrapped."""
        self.cells.append(Box(x, top, x + width, top + height))
        self.paragraph(x + 4, top + 4, text, width - 8, 10, 1.2)

    def turned(self, degrees: float) -> Drawing:
        """The same drawing leaning about the middle of the page: upright boxes of characters, and round whole cells."""
        angle = math.radians(degrees)
        mx, my = self.width / 2, self.height / 2

        def move(box: Box) -> Box:
            x, y = box.middle[0] - mx, box.middle[1] - my
            cx = mx + x * math.cos(angle) - y * math.sin(angle)
            cy = my + x * math.sin(angle) + y * math.cos(angle)
            return Box(cx - box.width / 2, cy - box.height / 2, cx + box.width / 2, cy + box.height / 2)

        leaning = Drawing(self.width, self.height, self.file, self.number, self.reader)
        leaning.characters = [(character, move(box), sure) for character, box, sure in self.characters]
        leaning.cells = [_around(move(box), angle) for box in self.cells]
        leaning.rules = [_around(move(box), angle) for box in self.rules]
        return leaning

    def page(self, look: Look | None = None) -> Page:
        """The finished page."""
        return Page(
            file=self.file,
            sha256="0" * 64,
            number=self.number,
            width=self.width,
            height=self.height,
            reader=self.reader,
            engine="drawn 1",
            text="".join(character for character, _, _ in self.characters),
            boxes=tuple(box for _, box, _ in self.characters),
            confidence=tuple(sure for _, _, sure in self.characters) if self.reader == "ocr" else (),
            cells=tuple(self.cells),
            rules=tuple(self.rules),
            look=look or Look(picture=self.reader == "ocr"),
        )
