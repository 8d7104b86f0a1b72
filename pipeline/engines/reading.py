"""Pages of one file as records: the text layer where it can be trusted, else OCR, and the look of every page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.engines import glyphs, ocr, pdfium, picture
from pipeline.engines.outcomes import UnreadableError
from pipeline.model.geometry import Box
from pipeline.model.page import Look, Page
from pipeline.model.record import Record

LOOK_DPI = 110  # seals and codes of a digital page are found at this resolution
OCR_DPI = 200  # where the page has no picture of its own
OCR_RANGE = (150.0, 400.0)  # dpi: coarser is enlarged (the recogniser wants it), finer brings nothing
OCR_LONGEST = 3200  # px: a phone's 12 megapixels are read at this size
PICTURE_SHARE = 0.05  # of the page: a smaller picture (logo, seal, code) holds no text worth reading
LEGIBLE = 9  # px of character height at full resolution, below which nothing can be read


class ReadingSettings(Record):
    """How pages are read. `cells` asks for ruled table cells of text pages too (slower)."""

    ocr: bool = True
    cells: bool = False


def read_pages(
    path: Path,
    file: str,
    sha256: str,
    pages: tuple[int, ...] | None = None,
    settings: ReadingSettings = ReadingSettings(),  # noqa: B008 - a frozen record
) -> tuple[Page, ...]:
    """The pages (1-based; all when None) of the PDF at `path`, told as pages of `file`; raises UnreadableError."""
    with pdfium.opened(path) as document:
        wanted = pages if pages is not None else tuple(range(1, len(document) + 1))
        return tuple(_read_page(document, number, file, sha256, settings) for number in wanted)


def _read_page(document: Any, number: int, file: str, sha256: str, settings: ReadingSettings) -> Page:
    try:
        with pdfium.page_of(document, number) as page:
            return _read_open_page(page, number, file, sha256, settings)
    except UnreadableError:
        return Page(file=file, sha256=sha256, number=number, width=0, height=0, why="此页无法打开")


def _read_open_page(page: Any, number: int, file: str, sha256: str, settings: ReadingSettings) -> Page:
    width, height = pdfium.size(page)
    layer = pdfium.characters(page)
    judgement, why = glyphs.judge(layer.text)
    pictures = [box for box in pdfium.images(page) if _area(box) > 0]
    trusted = layer if judgement == "trusted" else pdfium.Characters("", ())
    covered = _share(pictures, width, height)
    if not settings.ocr or (trusted.text and covered < PICTURE_SHARE):
        shades = picture.grey(pdfium.rasterise(page, LOOK_DPI))
        return Page(
            file=file,
            sha256=sha256,
            number=number,
            width=width,
            height=height,
            reader="text" if trusted.text else "none",
            engine=pdfium.ENGINE,
            text=trusted.text,
            boxes=tuple(box.rounded() for box in trusted.boxes),
            look=Look(ink=picture.ink(shades), digest=picture.digest(shades)),
            why=why,
        )
    return _read_picture(page, number, file, sha256, trusted, why)


def _read_picture(page: Any, number: int, file: str, sha256: str, layer: pdfium.Characters, why: str) -> Page:
    width, height = pdfium.size(page)
    own = pdfium.image_resolution(page)
    dpi = min(max(own or OCR_DPI, OCR_RANGE[0]), OCR_RANGE[1])
    dpi = min(dpi, OCR_LONGEST / max(width, height) * pdfium.POINTS_PER_INCH)
    raster = pdfium.rasterise(page, dpi)
    read = ocr.read(raster)
    scale = (width if read.turned in (0, 180) else height) / read.picture.shape[1]
    seen = [(glyph.character, _scaled(glyph.box, scale), glyph.confidence) for glyph in read.glyphs]
    shades = picture.grey(read.picture)
    return Page(
        file=file,
        sha256=sha256,
        number=number,
        width=width if read.turned in (0, 180) else height,
        height=height if read.turned in (0, 180) else width,
        reader="ocr",
        engine=ocr.ENGINE,
        text="".join(character for character, _, _ in seen),
        boxes=tuple(box.rounded() for _, box, _ in seen),
        confidence=tuple(round(confidence, 3) for _, _, confidence in seen),
        look=Look(
            picture=True,
            colour=picture.colour(read.picture),
            dpi=own,
            sharpness=picture.sharpness(shades, dpi),
            ink=picture.ink(shades),
            digest=picture.digest(shades),
            turned=read.turned,
        ),
        why=why,
    )


def _scaled(box: Box, scale: float) -> Box:
    return Box(box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale)


def _area(box: Box) -> float:
    return max(box.width, 0) * max(box.height, 0)


def _share(pictures: list[Box], width: float, height: float) -> float:
    """How much of the page the pictures cover, 0…1 (overlaps counted twice, at most 1)."""
    return min(sum(_area(box) for box in pictures) / max(width * height, 1), 1.0)
