"""One page as the engines saw it, the same shape for a text layer, an OCR reading and a spreadsheet picture."""

from __future__ import annotations

from typing import Literal

from pipeline.model.geometry import Box
from pipeline.model.record import Record

Colour = Literal["colour", "grey", "bilevel", "unknown"]
COLOURLESS: frozenset[Colour] = frozenset({"grey", "bilevel"})
"""What a scan without colour is: a red seal does not show on it."""


class Seal(Record):
    """A stamp: its place, colour, shape and, where legible, the text of its ring and the words in its middle.

    `confidence` 0…1 is the ring text's; `purpose` are the words under the star, such as 财务专用章; `cut`: the page's
    edge leaves out a part of it.
    """

    bbox: Box
    colour: Literal["red", "blue", "black"]
    shape: Literal["round", "oval", "square"] = "round"
    cut: bool = False
    ring_text: str | None = None
    confidence: float = 0.0
    purpose: str | None = None


class SealSlice(Record):
    """Seal ink at an edge of the page, as a seal over the fanned edges of several leaves (骑缝章) leaves it.

    `outline`: for each millimetre from the edge inward, in points: the depth, and where along the edge the ink begins
    and ends; empty where the ink runs on along the edge, as a frame does.
    """

    bbox: Box
    colour: Literal["red", "blue"]
    edge: Literal["left", "right", "top", "bottom"]
    outline: tuple[tuple[float, float, float], ...] = ()


class Code(Record):
    """A QR or bar code with its content; `content` is None where the code was seen but not decoded."""

    bbox: Box
    content: str | None
    format: str = "QR"


class OddCell(Record):
    """A table cell set in two fonts or sizes where its column is set in one, with its text."""

    bbox: Box
    text: str


class Look(Record):
    """What the picture of a page shows besides characters.

    `dpi` is None for pages without a full-page image, and for one whose file does not tell its resolution: that is
    shown at `assumed_dpi`, and nothing follows for the paper's size; `sharpness` is the variance of the Laplacian at 150 dpi, None
    where not measured; `ink` the share of dark pixels 0…1; `digest` a 64-bit perceptual hash in hex; `turned` the
    degrees clockwise by which the picture was turned to be upright.
    """

    picture: bool = False
    colour: Colour = "unknown"
    tinted: bool = False
    """A picture taken in colour, even where all its ink is black: a red seal would show."""
    dpi: float | None = None
    assumed_dpi: float | None = None
    sharpness: float | None = None
    ink: float | None = None
    faint: float = 0.0
    """Of a picture: the share of its places, 0…1, darker than the paper around, however softly: blurred print too."""
    glare: float = 0.0
    """The share of a photograph, 0…1, that light has blown out."""
    brightness: int | None = None
    """Of a picture: the grey value, 0…255, that its brightest part reaches."""
    contrast: float | None = None
    """Of a picture: how much darker than its ground the print is, 0…1, by the median character."""
    softness: float | None = None
    """Of a picture: the width of an edge of a stroke over the height of its character; 0.1 is crisp."""
    cut: tuple[Literal["top", "bottom"], ...] = ()
    """Of a picture: the edges at which a line of print was cut through."""
    turned: int = 0
    digest: str = ""
    seals: tuple[Seal, ...] = ()
    slices: tuple[SealSlice, ...] = ()
    codes: tuple[Code, ...] = ()
    strokes: tuple[Box, ...] = ()
    """Handwriting-like ink: connected dark or blue strokes that no character box covers (signatures)."""
    odd_cells: tuple[OddCell, ...] = ()
    """Of a text layer; a picture does not tell its fonts."""


class SheetCell(Record):
    """A cell of a spreadsheet where it is drawn: `name` is `Sheet1!B4`."""

    bbox: Box
    name: str


class Page(Record):
    """A page: characters with their boxes and confidence, ruled cells, and its look.

    `text[i]` stands in `boxes[i]` with `confidence[i]`; an empty `confidence` means certain (text layer). Order is
    the engine's; lines and columns are rebuilt by `pipeline.layout`. White space is not kept. `cells` are ruled
    table cells (from pdfplumber's lines or found in the picture). `reader` tells which way the page was read.
    """

    file: str
    sha256: str
    number: int
    width: float
    height: float
    reader: Literal["text", "ocr", "none"] = "none"
    engine: str = ""
    text: str = ""
    boxes: tuple[Box, ...] = ()
    confidence: tuple[float, ...] = ()
    cells: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()
    """Horizontal ruled lines that bound no cell, as lines to write on do."""
    sheet_cells: tuple[SheetCell, ...] = ()
    """The cells of the workbook that this page was drawn from; none for every other source."""
    look: Look = Look()
    watermark: tuple[str, ...] = ()
    """The pieces of a watermark, as they stand on the page; their characters are not in `text`."""
    why: str = ""
    """Why the page was read this way or not at all (no glyphs, mojibake, unreadable small print …), for `show`."""

    def as_displayed(self, box: Box) -> Box:
        """The box on the page as the file itself shows it: characters of a turned picture are told upright."""
        return box.turned(-self.look.turned % 360, self.width, self.height)
