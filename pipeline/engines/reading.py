"""Pages of one file as records: the text layer where it can be trusted, else OCR, and the look of every page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from pipeline.engines import drawn, glyphs, look, ocr, pdfium, picture, recogniser, seals, under_seals, watermarks
from pipeline.engines.look import Raster
from pipeline.engines.lost import UndrawnError, refuse_undrawn
from pipeline.engines.odd_cells import odd_cells
from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.pixels import Picture
from pipeline.engines.ruled import ruled_cells
from pipeline.engines.sheet_cells import sheet_cells
from pipeline.engines.textlayer import Characters, characters, turn, with_own_font
from pipeline.engines.visible import unseen
from pipeline.model.geometry import POINTS_PER_INCH, Box
from pipeline.model.page import Look, Page
from pipeline.model.record import Record

LOOK_DPI = 120.0  # the look of a digital page; codes and lines are crisp there
SEAL_DPI = 200.0  # a digital page with seals is drawn again: their ring text wants 90 px of radius
OCR_DPI = 200.0  # where the page has no picture of its own
OCR_RANGE = (150.0, 400.0)  # dpi: coarser is enlarged (the recogniser wants it), finer brings nothing
OCR_LONGEST = 2600  # px: A4 at 222 dpi; a phone's 12 megapixels are read at this size
PICTURE_SHARE = (
    0.04  # of the page: an ID card is 0.07; smaller ones (seal 0.03, logo, code) hold no text worth reading
)
SCAN_SHARE = 0.5  # of the page: more picture than this and the page is a scan
LARGE_PRINT = 2.0  # of the usual height of characters: titles, and scribbles that were taken for letters
LEGIBLE = 9.0  # px of line height in the file's own picture, below which nothing can be read
SIDEWAYS = (90, 270)


class ReadingSettings(Record):
    """How pages are read: `ocr` off leaves scanned pages unread; `exact_cells` asks pdfplumber for the file's own lines.

    Cells found in the picture lie within a point of pdfplumber's and cost a twentieth; exact ones serve lines too
    pale or too close to be seen.
    """

    ocr: bool = True
    exact_cells: bool = False


@dataclass(frozen=True)
class _Leaf:
    """An open page and what is known of it before its picture is looked at."""

    page: Any
    number: int
    file: str
    sha256: str
    layer: Characters
    """The characters to be trusted, none where the text layer is garbage."""
    why: str
    pictured: float
    """Share of the page under pictures large enough to hold text."""
    turned: int
    """Degrees clockwise by which the page was turned already, so that its text layer runs to the right."""
    look: Raster | None
    """The page at the resolution of its look, where it had to be drawn."""
    watermark: tuple[str, ...] = ()
    """The pieces of a watermark in the text layer."""

    @property
    def size(self) -> tuple[float, float]:
        return pdfium.size(self.page)

    @property
    def is_scan(self) -> bool:
        return self.pictured >= SCAN_SHARE


def read_pages(
    path: Path,
    file: str,
    sha256: str,
    pages: tuple[int, ...] | None = None,
    settings: ReadingSettings = ReadingSettings(),  # noqa: B008 - a frozen record
) -> tuple[Page, ...]:
    """The pages (1-based; all when None) of the PDF at `path`, told as pages of `file`; raises UnreadableError.

    Boxes are in points of the upright page: where a scan had to be turned, `look.turned` says by how much.
    """
    with pdfium.opened(path) as document:
        wanted = pages if pages is not None else tuple(range(1, len(document) + 1))
        read = tuple(_read_page(document, number, file, sha256, settings) for number in wanted)
        named = sheet_cells(document)
    read = tuple(page.model_copy(update={"sheet_cells": named.get(page.number, ())}) for page in read)
    return _with_exact_cells(path, read, settings.exact_cells)


def _with_exact_cells(path: Path, pages: tuple[Page, ...], every: bool) -> tuple[Page, ...]:
    """Text pages with pdfplumber's cells instead of the picture's; unchanged where pdfplumber fails.

    Only those under a watermark, unless `every` is asked: its strokes cross the lines of tables in the picture.
    """
    numbers = tuple(page.number for page in pages if page.reader == "text" and (every or page.watermark))
    if not numbers:
        return pages
    try:
        exact = {page.number: page.cells for page in ruled_cells(path, numbers)}
    except UnreadableError:
        return pages
    return tuple(
        page.model_copy(update={"cells": exact[page.number]}) if exact.get(page.number) else page for page in pages
    )


def _read_page(document: Any, number: int, file: str, sha256: str, settings: ReadingSettings) -> Page:
    try:
        with pdfium.printed_page_of(document, number) as page:
            turned = turn(page)
            if turned:
                page.set_rotation((page.get_rotation() + turned) % 360)  # in memory only
            leaf = _leaf(page, number, file, sha256, turned)
            needed = not leaf.layer.text or leaf.pictured > 0
            return _by_ocr(leaf) if settings.ocr and needed else _by_text(leaf)
    except UnreadableError:
        return Page(file=file, sha256=sha256, number=number, width=0, height=0, why="此页无法打开")
    except UndrawnError:
        return Page(file=file, sha256=sha256, number=number, width=0, height=0, why="此页有图像损坏，无法显示")


def _leaf(page: Any, number: int, file: str, sha256: str, turned: int) -> _Leaf:
    layer = characters(page)
    seen = _raster(page, LOOK_DPI) if layer.text else None
    if seen is not None:
        layer = layer.without(_unseen(page, layer, seen))
    judgement, why = glyphs.judge(layer.text)
    if judgement == "none" and layer.hidden:
        why = "文字层不可见（扫描软件所加），未采用"
    trusted, marks = watermarks.set_aside(page, layer) if judgement == "trusted" else (Characters("", ()), ())
    width, height = pdfium.size(page)
    pictured = _pictured(drawn.images(page), width * height)
    return _Leaf(page, number, file, sha256, trusted, why, pictured, turned, seen, marks)


def _unseen(page: Any, layer: Characters, seen: Raster) -> frozenset[int]:
    """Characters that the page's picture does not show; never for want of a font, which another machine has."""
    blank = np.flatnonzero(unseen(seen.picture, layer.boxes, seen.dpi)).tolist()
    own = with_own_font(page, [layer.places[index] for index in blank]) if blank else frozenset()
    return frozenset(index for index in blank if layer.places[index] in own)


def _pictured(images: tuple[Box, ...], area: float) -> float:
    """Share of the page under pictures; strips of one scan count together, small ones not at all."""
    share = min(sum(box.width * box.height for box in images) / max(area, 1.0), 1.0)
    largest = max((box.width * box.height for box in images), default=0.0) / max(area, 1.0)
    return share if largest >= PICTURE_SHARE or share >= SCAN_SHARE else 0.0


def _by_text(leaf: _Leaf) -> Page:
    raster = leaf.look or _raster(leaf.page, LOOK_DPI)
    refuse_undrawn(leaf.page, raster.picture, raster.dpi)
    rings = seals.find(raster.picture)
    fine = _raster(leaf.page, SEAL_DPI) if rings else raster
    seen = look.measure(raster, leaf.layer.boxes, look.seals_at(fine, rings, raster.dpi), None)
    width, height = leaf.size
    return Page(
        file=leaf.file,
        sha256=leaf.sha256,
        number=leaf.number,
        width=width,
        height=height,
        reader="text" if leaf.layer.text else "none",
        engine=pdfium.ENGINE,
        text=leaf.layer.text,
        boxes=leaf.layer.boxes,
        cells=seen.cells,
        rules=seen.rules,
        look=_with_turn(seen.look, leaf.turned).model_copy(
            update={"odd_cells": odd_cells(leaf.page, leaf.layer, seen.cells)}
        ),
        watermark=leaf.watermark,
        why=leaf.why,
    )


def _by_ocr(leaf: _Leaf) -> Page:
    own = drawn.image_resolution(leaf.page) if leaf.pictured else None
    raster = _raster(leaf.page, min(max(own or OCR_DPI, OCR_RANGE[0]), OCR_RANGE[1]))
    refuse_undrawn(leaf.page, raster.picture, raster.dpi)
    read = ocr.read(_left_to_read(raster, leaf))
    upright = Raster(np.ascontiguousarray(np.rot90(raster.picture, k=-read.turned // 90)), raster.dpi)
    width, height = leaf.size[::-1] if read.turned in SIDEWAYS else leaf.size
    scale = POINTS_PER_INCH / raster.dpi
    text = leaf.layer.text + "".join(glyph.character for glyph in read.glyphs)
    boxes = [box.turned(read.turned, *leaf.size) for box in leaf.layer.boxes]
    boxes += [glyph.box.scaled(scale) for glyph in read.glyphs]
    seals_seen = look.seals_of(upright)
    weighed = under_seals.weighed(upright.picture, seals_seen.rings, read.glyphs)
    confidence = (1.0,) * len(leaf.layer.text) + tuple(round(each, 3) for each in weighed)
    certain = _printed(boxes, confidence)
    scan = _scan(leaf, own, read.turned)
    seen = look.measure(upright, certain, seals_seen, scan)
    return Page(
        file=leaf.file,
        sha256=leaf.sha256,
        number=leaf.number,
        width=width,
        height=height,
        reader=_reader(leaf, read),
        engine=f"{pdfium.ENGINE}, {recogniser.ENGINE}" if leaf.layer.text else recogniser.ENGINE,
        text=text,
        boxes=tuple(box.rounded() for box in boxes),
        confidence=confidence if read.glyphs else (),
        cells=seen.cells,
        rules=seen.rules,
        look=_with_turn(seen.look, leaf.turned + read.turned),
        watermark=leaf.watermark + read.watermark,
        why=_why(leaf, read, own, raster.dpi),
    )


def _printed(boxes: list[Box], confidence: tuple[float, ...]) -> list[Box]:
    """The characters that are surely print: a scribble is often read as one large letter."""
    usual = median(box.height for box in boxes) if boxes else 0.0
    return [
        box
        for box, sure in zip(boxes, confidence, strict=True)
        if sure >= (look.CERTAIN if box.height <= LARGE_PRINT * usual else look.CERTAIN_LARGE)
    ]


def _scan(leaf: _Leaf, own: float | None, turned: int) -> look.Scan | None:
    """What is known of a page that is a picture; None for one with a text layer."""
    if leaf.is_scan:
        return look.Scan(own, turned, drawn.tells_resolution(leaf.page))
    return None if leaf.layer.text else look.Scan(None, turned)


def _with_turn(seen: Look, turned: int) -> Look:
    return seen.model_copy(update={"turned": turned % 360})


def _reader(leaf: _Leaf, read: ocr.Reading) -> Any:
    if read.glyphs:
        return "ocr"
    return "text" if leaf.layer.text else "none"


def _why(leaf: _Leaf, read: ocr.Reading, own: float | None, dpi: float) -> str:
    """Why the page was read this way; first of all when it cannot be read well."""
    if not read.glyphs:
        return leaf.why if leaf.layer.text else "此页没有可识读的文字"
    if own is not None and read.smallest is not None and read.smallest * own / dpi < LEGIBLE:
        return "字迹过小或分辨率过低，识读不可靠，请以 300 dpi 重新扫描"
    return leaf.why or "此页含有图片，图片中的文字已识读"


def _raster(page: Any, dpi: float) -> Raster:
    """The page's picture and its true resolution, within what one page may take."""
    width, height = pdfium.size(page)
    longest = max(width, height) / POINTS_PER_INCH
    drawn = pdfium.rasterise(page, min(dpi, OCR_LONGEST / max(longest, 1e-3)))
    return Raster(drawn, drawn.shape[1] / width * POINTS_PER_INCH)


def _left_to_read(raster: Raster, leaf: _Leaf) -> Picture:
    """The picture with seals faded and what the text layer already tells painted over."""
    clean = seals.without(raster.picture, seals.find(raster.picture))
    if not leaf.layer.text:
        return clean
    painted = clean.copy()
    scale = raster.dpi / POINTS_PER_INCH
    for box in leaf.layer.boxes:
        left, top, right, bottom = (round(edge) for edge in box.grown(0.5).scaled(scale))
        painted[max(top, 0) : bottom, max(left, 0) : right] = picture.WHITE
    return painted
