"""Chinese faces as small TrueType subsets, for reportlab and for seals."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from importlib.resources import files
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

EM = 1000
"""Units of one em in both source fonts."""

SERIF = ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf")
SANS = ("justmytype_intl_cjk", "fonts/ofl/notosanssc/NotoSansSC[wght].ttf")
FACES: dict[str, tuple[tuple[str, str], float | None]] = {
    "song": (SERIF, None),
    "hei": (SANS, 400.0),
    "bold": (SANS, 700.0),
}
NAMES = {"song": "SpecimenSong", "hei": "SpecimenHei", "bold": "SpecimenHeiBold"}


def font_path(face: str) -> str:
    """The file behind a face, for Pillow."""
    (package, inside), _ = FACES[face]
    return str(files(package).joinpath(inside))


def subset_name(face: str, text: str) -> str:
    """A name that two subsets share only when they hold the same characters: reportlab keeps the first of a name."""
    letters = "".join(sorted(set(text) | {" "}))
    return f"{NAMES[face]}-{hashlib.sha256(letters.encode()).hexdigest()[:8]}"


class Face:
    """One face whose glyphs are converted to quadratic outlines once and kept."""

    def __init__(self, name: str) -> None:
        _, weight = FACES[name]
        self.name = name
        self.font: Any = TTFont(font_path(name), lazy=True)
        self.characters: dict[int, str] = self.font.getBestCmap()
        location = None if weight is None else {"wght": weight}
        self.outlines: Any = self.font.getGlyphSet(location=location)
        self.glyphs: dict[str, tuple[Any, int]] = {}

    def glyph(self, name: str) -> tuple[Any, int]:
        """The TrueType outline of a glyph and its advance in font units."""
        if name not in self.glyphs:
            pen = TTGlyphPen(None)
            self.outlines[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=self.name == "song"))
            self.glyphs[name] = (pen.glyph(), round(self.outlines[name].width))
        return self.glyphs[name]

    def advance(self, character: str) -> int:
        """The advance of one character in thousandths of an em; a missing glyph is an error."""
        return self.glyph(self._name_of(character))[1]

    def subset(self, text: str) -> bytes:
        """A TrueType font that holds exactly the characters of the text."""
        mapping = {ord(character): self._name_of(character) for character in sorted(set(text) | {" "})}
        order = [".notdef", *dict.fromkeys(mapping.values())]
        drawn = {name: self.glyph(name) for name in order}
        builder = FontBuilder(EM, isTTF=True)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap(mapping)
        builder.setupGlyf({name: glyph for name, (glyph, _) in drawn.items()})
        metrics = {name: (advance, getattr(glyph, "xMin", 0)) for name, (glyph, advance) in drawn.items()}
        builder.setupHorizontalMetrics(metrics)
        builder.setupHorizontalHeader(ascent=880, descent=-120)
        name = subset_name(self.name, text)
        builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
        builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120, sCapHeight=730)
        builder.setupPost()
        builder.updateHead(created=0, modified=0)
        builder.font.recalcTimestamp = False
        buffer = io.BytesIO()
        builder.save(buffer)
        return buffer.getvalue()

    def _name_of(self, character: str) -> str:
        name = self.characters.get(ord(character))
        if name is None:
            raise ValueError(f"no glyph for U+{ord(character):04X} in {self.name}")
        return name


@cache
def face(name: str) -> Face:
    """The face of this name, opened once a process."""
    return Face(name)


def width(text: str, name: str, size: float, spacing: float = 0.0) -> float:
    """The width of a line in points."""
    opened = face(name)
    return sum(opened.advance(character) for character in text) * size / EM + spacing * len(text)
