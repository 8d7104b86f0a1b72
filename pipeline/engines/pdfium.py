"""PDF pages through pdfium: how many, how large, as a picture, and where things stand on the page as seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as c
from numpy.typing import NDArray

from pipeline.engines.outcomes import Fault, UnreadableError
from pipeline.engines.pixels import Picture
from pipeline.model.geometry import POINTS_PER_INCH, Box

ENGINE = f"pdfium {pypdfium2.PYPDFIUM_INFO.version}"

MOST_PIXELS = 40_000_000  # of one raster, 120 MB in colour: a poster page must not eat the worker
WHOLE_PIXELS = 1 - 1e-6  # the raster's sides are rounded up: 120.00001 px must be 120, or every pixel is blurred
LOCKS: dict[int | None, Fault] = {c.FPDF_ERR_PASSWORD: "encrypted", c.FPDF_ERR_SECURITY: "locked"}
PASSIVE = (c.FPDF_ANNOT_LINK, c.FPDF_ANNOT_POPUP)  # annotations that print nothing


@contextmanager
def opened(path: Path, password: str | None = None) -> Iterator[Any]:
    """An open document; raises UnreadableError (`encrypted`, `locked`, `damaged`) where pdfium cannot open it."""
    try:
        document = pypdfium2.PdfDocument(str(path), password=password)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(LOCKS.get(getattr(error, "err_code", None), "damaged"), "pdfium") from error
    try:
        if document.get_formtype() != c.FORMTYPE_NONE:
            document.init_forms()  # so that fields without a drawn appearance get one
        yield document
    finally:
        document.close()


@contextmanager
def page_of(document: Any, number: int) -> Iterator[Any]:
    """Page `number` (1-based) of an open document; raises UnreadableError where it cannot be loaded."""
    page = _loaded(document, number)
    try:
        yield page
    finally:
        page.close()


@contextmanager
def printed_page_of(document: Any, number: int) -> Iterator[Any]:
    """The page as it prints: form fields and notes are part of it, so that their words are read too."""
    with page_of(document, number) as page:
        if not _has_printing_annotations(page):
            yield page
            return
        c.FPDFPage_Flatten(page, c.FLAT_NORMALDISPLAY)  # in memory only; seen after the page is loaded again
    with page_of(document, number) as page:
        yield page


def _loaded(document: Any, number: int) -> Any:
    try:
        return document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("damaged", f"page {number}") from error


def _has_printing_annotations(page: Any) -> bool:
    for index in range(c.FPDFPage_GetAnnotCount(page)):
        annotation = c.FPDFPage_GetAnnot(page, index)
        kind = c.FPDFAnnot_GetSubtype(annotation)
        c.FPDFPage_CloseAnnot(annotation)
        if kind not in PASSIVE:
            return True
    return False


def count_pages(path: Path, password: str | None = None) -> int:
    """How many pages pdfium sees, each of which loads; raises UnreadableError."""
    with opened(path, password) as document:
        return len(document)


def size(page: Any) -> tuple[float, float]:
    """Width and height in points of the page as seen."""
    return float(page.get_width()), float(page.get_height())


def rasterise(page: Any, dpi: float) -> Picture:
    """The page as seen, annotations and form fields drawn, as RGB (height, width, 3); coarser than `dpi` if huge."""
    width, height = size(page)
    scale = dpi / POINTS_PER_INCH
    pixels = width * height * scale**2
    if pixels > MOST_PIXELS:
        scale *= (MOST_PIXELS / pixels) ** 0.5
    try:
        bitmap = page.render(scale=scale * WHOLE_PIXELS, rev_byteorder=True, prefer_bgrx=False, may_draw_forms=True)
    except (pypdfium2.PdfiumError, ValueError) as error:  # a page without area cannot be drawn
        raise UnreadableError("damaged", "page cannot be drawn") from error
    return _as_rgb(bitmap.to_numpy())


def _as_rgb(pixels: NDArray[np.uint8]) -> Picture:
    channels = pixels.reshape(pixels.shape[0], pixels.shape[1], -1)
    return np.ascontiguousarray(np.repeat(channels, 3, axis=2) if channels.shape[2] == 1 else channels[:, :, :3])


class Placement:
    """From PDF user space (origin bottom left, unrotated) to the page as seen (origin top left, rotated)."""

    def __init__(self, page: Any) -> None:
        self.left, self.bottom, self.right, self.top = (float(edge) for edge in page.get_bbox())
        self.rotation = int(page.get_rotation())

    def boxes(self, edges: NDArray[np.float64]) -> NDArray[np.float64]:
        """Rows of (left, bottom, right, top) in user space → rows of (x0, top, x1, bottom) as seen."""
        left, bottom, right, top = edges.T
        match self.rotation:
            case 90:
                turned = (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
            case 180:
                turned = (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
            case 270:
                turned = (self.top - top, self.right - right, self.top - bottom, self.right - left)
            case _:
                turned = (left - self.left, self.top - top, right - self.left, self.top - bottom)
        return np.stack(turned, axis=1)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """One rectangle as seen."""
        return Box(*(float(edge) for edge in self.boxes(np.array([[left, bottom, right, top]]))[0]))
