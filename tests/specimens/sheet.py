"""Pages as lists of marks, in points from the top left corner, and the paper that they make."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image

from tests.specimens import fonts

A4 = (595.28, 841.89)
A4_LANDSCAPE = (841.89, 595.28)
BLACK = "#1a1a1a"
GREY = "#9a9a9a"
INK = "#1c2a66"
NOTICE = "虚构数据"
"""Printed on every page, so that none can be mistaken for a real paper."""

Box = tuple[float, float, float, float]
NOT_FIRST = "。，、；：！？）)》」』”’％%"
NOT_LAST = "（(《「『“‘"


@dataclass
class Text:
    """One run of characters; y is its baseline."""

    x: float
    y: float
    text: str
    size: float
    face: str
    colour: str
    spacing: float
    angle: float = 0.0
    slant: float = 0.0


@dataclass
class Line:
    """A straight stroke."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: str
    dash: tuple[float, ...] = ()


@dataclass
class Rectangle:
    """A frame, a filled area, or both."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: str | None
    fill: str | None
    radius: float = 0.0


@dataclass
class Picture:
    """An image placed on the page; transparent pixels let the page show through."""

    x: float
    y: float
    width: float
    height: float
    image: Image.Image


Mark = Text | Line | Rectangle | Picture


@dataclass
class Page:
    """One side of paper."""

    width: float = A4[0]
    height: float = A4[1]
    marks: list[Mark] = field(default_factory=list)
    boxes: dict[str, Box] = field(default_factory=dict)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10.5,
        face: str = "song",
        anchor: str = "left",
        colour: str = BLACK,
        spacing: float = 0.0,
        angle: float = 0.0,
        slant: float = 0.0,
        name: str | None = None,
    ) -> float:
        """Write a line with its baseline at y and return where it ends; `name` notes the field's box."""
        length = fonts.width(text, face, size, spacing)
        left = x - {"left": 0.0, "centre": (length - spacing) / 2, "right": length - spacing}[anchor]
        self.marks.append(Text(left, y, text, size, face, colour, spacing, angle, slant))
        if name is not None:
            self._note(name, (left, y - 0.88 * size, left + length - spacing, y + 0.12 * size))
        return left + length

    def lines(
        self, x: float, y: float, rows: Sequence[str], leading: float, size: float = 10.5, face: str = "song",
        name: str | None = None, colour: str = BLACK,
    ) -> float:  # fmt: skip
        """Write lines one under another and return the next baseline."""
        for row in rows:
            self.text(x, y, row, size, face, name=name, colour=colour)
            y += leading
        return y

    def spread(self, x: float, y: float, text: str, length: float, size: float, face: str = "song") -> None:
        """Write a label whose characters are spread over a given length, as printed forms do."""
        bare = fonts.width(text, face, size)
        spacing = (length - bare) / (len(text) - 1) if len(text) > 1 else 0.0
        self.text(x, y, text, size, face, spacing=max(spacing, 0.0))

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6, colour: str = BLACK) -> None:
        """Draw a stroke."""
        self.marks.append(Line(x0, y0, x1, y1, width, colour))

    def frame(
        self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6, colour: str | None = BLACK,
        fill: str | None = None, radius: float = 0.0,
    ) -> None:  # fmt: skip
        """Draw a rectangle."""
        self.marks.append(Rectangle(x0, y0, x1, y1, width, colour, fill, radius))

    def picture(self, x: float, y: float, width: float, height: float, image: Image.Image) -> None:
        """Place an image with its top left corner at x, y."""
        self.marks.append(Picture(x, y, width, height, image))

    def stamp(self, x: float, y: float, image: Image.Image, diameter: float = 113.0, shift: int = 0) -> None:
        """Place a seal round a centre; 113 pt are the 40 mm of a company's seal; `shift` wobbles its place."""
        wobble = random.Random(shift * 7919 + round(x))
        centre_x, centre_y = x + wobble.uniform(-3, 3), y + wobble.uniform(-3, 3)
        self.picture(centre_x - diameter / 2, centre_y - diameter / 2, diameter, diameter, image)

    def _note(self, name: str, box: Box) -> None:
        known = self.boxes.get(name, box)
        self.boxes[name] = (
            min(known[0], box[0]), min(known[1], box[1]), max(known[2], box[2]), max(known[3], box[3]),
        )  # fmt: skip


Value = str | list[str]


@dataclass
class Paper:
    """A drawn paper and the truth about it: outward values as facts.json shows them."""

    kind: str
    layout: str
    pages: list[Page]
    fields: dict[str, Value] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Value]]] = field(default_factory=dict)
    title: str = ""

    def truth(self) -> dict[str, object]:
        """The record that accuracy tests compare with."""
        boxes = [page.boxes for page in self.pages]
        return {
            "kind": self.kind, "layout": self.layout, "title": self.title, "pages": len(self.pages),
            "fields": self.fields, "rows": self.rows,
            "boxes": [{name: [round(edge, 1) for edge in box] for name, box in page.items()} for page in boxes],
        }  # fmt: skip


def notice(page: Page, number: str = "") -> None:
    """The small print that says that nothing on the page is true."""
    page.text(page.width - 14, page.height - 12, f"{NOTICE}{number}", 7, "hei", "right", GREY)


def wrap(text: str, length: float, size: float, face: str = "song", first: float = 0.0) -> list[str]:
    """Break a text into lines no longer than `length`; numbers and Latin words stay whole; `first` is an indent."""
    rows: list[str] = []
    row: list[str] = []
    used = first
    for word in _words(text):
        wide = fonts.width(word, face, size)
        if used + wide > length and row:
            carried = _carried(row, word)
            rows.append("".join(row[: len(row) - len(carried)]))
            row = carried
            used = fonts.width("".join(row), face, size)
        row.append(word)
        used += wide
    return [*rows, "".join(row)] if row or not rows else rows


def _carried(row: list[str], word: str) -> list[str]:
    """What moves down with the next word: an opening bracket, or a companion for a closing mark."""
    if len(row) > 1 and (row[-1] in NOT_LAST or word[0] in NOT_FIRST):
        return row[-1:]
    return []


def _words(text: str) -> list[str]:
    words: list[str] = []
    for character in text:
        joins = bool(words) and words[-1][-1].isascii() and words[-1][-1].isalnum()
        if joins and character.isascii() and (character.isalnum() or character in ".-:"):
            words[-1] += character
        else:
            words.append(character)
    return words
