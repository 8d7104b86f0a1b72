"""What pdfium sees at the edges of a page, and the page in small: for finding a free spot and for comparing."""

from __future__ import annotations

import base64
import io
import math
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

import numpy as np
import pypdfium2
import pypdfium2.raw as c

from pipeline.model.geometry import POINTS_PER_INCH

Edge = Literal["top", "bottom"]

DPI = 36  # dots an inch: a hairline of 0.25 pt still darkens a dot by an eighth
POINTS = POINTS_PER_INCH / DPI  # points a dot
WHITE = 255
LIGHT = 190  # grey level (0…255): on a darker ground a black stamp is hard to read
CONTRAST = 18  # grey levels between ink and the ground it stands on
FINER = 4  # a picture is drawn so much finer and averaged: at 36 dpi itself pdfium thickens every hairline
BLOCK = 8  # dots: a picture keeps the mean of 8 × 8 dots
SAME = 1.0  # points by which a page's size may differ between two readers
PHOTOGRAPH_QUALITY = 88
MOST_ACROSS = 5_000.0  # dots of the longer side of a photographed page
LONGEST_SIDE = 3_000.0  # dots: a larger page is drawn coarser


class Strip(NamedTuple):
    """A strip along an edge of the page as seen: rows from the top, one byte a dot, 0 free and 1 ink."""

    rows: tuple[bytes, ...]
    points: float
    """Points of the page as seen a dot."""

    @property
    def width(self) -> int:
        """Dots in a row."""
        return len(self.rows[0]) if self.rows else 0


class UndrawableError(Exception):
    """pdfium cannot open the file, or sees other pages in it."""


class SeenPages:
    """The pages of one PDF as pdfium draws them, annotations included but not the fields of a form."""

    def __init__(self, source: Path | bytes) -> None:
        try:
            self._pdf = pypdfium2.PdfDocument(source)
        except pypdfium2.PdfiumError as error:
            raise UndrawableError from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pdf.close()

    def strip(self, page: int, size: tuple[float, float], depth: float, unit: float, edge: Edge) -> Strip | None:
        """A strip of a page (1-based), `depth` points deep; None where it is too dark to print on.

        `size` is the page's in points as seen, `unit` points a user unit; UndrawableError where pdfium sees another.
        """
        opened = c.FPDF_LoadPage(self._pdf.raw, page - 1)  # pypdfium2's own pages cost half as much again
        if not opened:
            raise UndrawableError
        try:
            seen = float(c.FPDF_GetPageWidthF(opened)), float(c.FPDF_GetPageHeightF(opened))
            if any(abs(side * unit - known) > SAME for side, known in zip(seen, size, strict=True)):
                raise UndrawableError
            return _strip(opened, seen, depth / unit, unit, edge)
        finally:
            c.FPDF_ClosePage(opened)

    def photograph(self, page: int, dpi: int) -> tuple[bytes, int, int]:
        """The page as seen, as a JPEG in colour, with its width and height in dots."""
        opened = self._pdf[page - 1]
        try:
            drawn = opened.render(scale=min(dpi / 72, MOST_ACROSS / max(opened.get_size()))).to_pil().convert("RGB")
        finally:
            opened.close()
        written = io.BytesIO()
        drawn.save(written, "JPEG", quality=PHOTOGRAPH_QUALITY, subsampling="4:4:4")
        return written.getvalue(), drawn.width, drawn.height

    def picture(self, page: int) -> str:
        """The page at 36 dpi: its size in dots, and the means of blocks of 8 × 8, base64 of zlib of grey levels."""
        opened = self._pdf[page - 1]
        try:
            grey = opened.render(scale=_scale(opened.get_size()) * FINER, grayscale=True).to_numpy()
        finally:
            opened.close()
        wide, high = (-(-side // FINER) for side in (grey.shape[1], grey.shape[0]))
        packed = base64.b64encode(zlib.compress(_block_means(grey, wide, high).tobytes(), 9)).decode()
        return f"{wide}x{high}:{packed}"


def _scale(size: tuple[float, float]) -> float:
    """Dots a user unit."""
    return min(1 / POINTS, LONGEST_SIDE / max(size))


def _strip(page: Any, size: tuple[float, float], depth: float, unit: float, edge: Edge) -> Strip | None:
    """The strip of an open page of `size`, `depth` user units deep."""
    scale = min(_scale(size) * unit, LONGEST_SIDE / max(size))
    wide, high = (math.ceil(side * scale) for side in size)
    cut = math.ceil(max(size[1] - depth, 0.0) * scale)
    grey = np.full((high - cut, wide), WHITE, np.uint8)
    bitmap = c.FPDFBitmap_CreateEx(wide, high - cut, c.FPDFBitmap_Gray, grey.ctypes.data, wide)
    if not bitmap:
        raise UndrawableError
    down = -cut if edge == "bottom" else 0
    c.FPDF_RenderPageBitmap(bitmap, page, 0, down, wide, high, 0, c.FPDF_ANNOT | c.FPDF_GRAYSCALE)
    c.FPDFBitmap_Destroy(bitmap)
    return strip_of(grey, unit / scale)


def strip_of(grey: Any, points: float) -> Strip | None:
    """The strip of a picture in grey levels, None where its ground is too dark; `points` a dot."""
    if grey.min() >= WHITE - CONTRAST:
        return Strip((bytes(grey.shape[1]),) * grey.shape[0], points)
    ground = int(np.median(grey))
    if ground < LIGHT:
        return None
    ink = np.abs(grey.astype(np.int16) - ground) > CONTRAST
    return Strip(tuple(row.tobytes() for row in ink), points)


def _block_means(grey: Any, wide: int, high: int) -> Any:
    """Mean grey of each block of a picture of `wide` by `high` dots that is drawn finer."""
    columns, rows = -(-wide // BLOCK), -(-high // BLOCK)
    full = BLOCK * FINER
    padded = np.pad(grey, ((0, rows * full - grey.shape[0]), (0, columns * full - grey.shape[1])), mode="edge")
    return padded.reshape(rows, full, columns, full).mean(axis=(1, 3)).round().astype(np.uint8)
