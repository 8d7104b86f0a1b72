"""What pdfium sees at the edges of a page, and the page in small: for finding a free spot and for comparing."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

Edge = Literal["top", "bottom"]

DPI = 36  # dots an inch: a hairline of 0.25 pt still darkens a dot by an eighth
POINTS = 72 / DPI  # points a dot
LIGHT = 190  # grey level (0…255): on a darker ground a black stamp is hard to read
CONTRAST = 18  # grey levels between ink and the ground it stands on
BLOCK = 8  # dots: a picture keeps the mean of 8 × 8 dots
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


class SeenPages:
    """The pages of one PDF as pdfium draws them, forms and annotations included."""

    def __init__(self, path: Path, *, forms: bool = False) -> None:
        self._pdf = pypdfium2.PdfDocument(path)
        if forms and self._pdf.get_formtype() != pdfium_c.FORMTYPE_NONE:
            self._pdf.init_forms()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pdf.close()

    def strips(self, page: int, depth: float, unit: float, edges: tuple[Edge, ...]) -> tuple[Strip | None, ...]:
        """The strips of page (1-based), `depth` points deep; `unit` is points a user unit. None: too dark to print on."""
        opened = self._pdf[page - 1]
        try:
            return tuple(_strip(opened, depth, unit, edge) for edge in edges)
        finally:
            opened.close()

    def picture(self, page: int) -> str:
        """The page at 36 dpi: its size in dots, and the means of blocks of 8 × 8, base64 of zlib of grey levels."""
        opened = self._pdf[page - 1]
        try:
            grey = opened.render(scale=_scale(opened), grayscale=True).to_numpy()
        finally:
            opened.close()
        packed = base64.b64encode(zlib.compress(_block_means(grey).tobytes(), 9)).decode()
        return f"{grey.shape[1]}x{grey.shape[0]}:{packed}"


def _scale(page: Any) -> float:
    """Dots a user unit."""
    return min(1 / POINTS, LONGEST_SIDE / float(max(page.get_size())))


def _strip(page: Any, depth: float, unit: float, edge: Edge) -> Strip | None:
    width, height = page.get_size()
    scale = min(_scale(page) * unit, LONGEST_SIDE / max(width, height))
    cut = max(height - depth / unit, 0.0)
    crop = (0.0, cut, 0.0, 0.0) if edge == "top" else (0.0, 0.0, 0.0, cut)
    grey = page.render(scale=scale, crop=crop, grayscale=True).to_numpy()
    ground = int(np.median(grey[::2, ::2]))
    if ground < LIGHT:
        return None
    ink = np.abs(grey.astype(np.int16) - ground) > CONTRAST
    return Strip(tuple(row.tobytes() for row in ink), unit / scale)


def _block_means(grey: Any) -> Any:
    high, wide = (-(-side // BLOCK) for side in grey.shape)
    padded = np.pad(grey, ((0, high * BLOCK - grey.shape[0]), (0, wide * BLOCK - grey.shape[1])), mode="edge")
    return padded.reshape(high, BLOCK, wide, BLOCK).mean(axis=(1, 3)).round().astype(np.uint8)
