"""What a reader sees on the pages of a finished PDF, as pdfium prints it: the proof's second pair of eyes."""

from __future__ import annotations

import base64
import ctypes
import math
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from pipeline.model.geometry import Box

FINE = 20_000  # device units across a page when a place is turned into page space: a twentieth of a point
SHARPER = 4  # finer dots across one: hairlines keep their weight
SIDE = 8  # dots of a block of a compared picture
MOST_SERVED = 1_000  # pages after which the file is opened anew
WHITE = 255


class UnprintableError(Exception):
    """pdfium cannot open the file, or not one of its pages."""


class PrintedPages:
    """The pages of one PDF; places are boxes of the page as seen, `unit` is points a user unit."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pdf = _opened(path)
        self._served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pdf.close()

    def __len__(self) -> int:
        return len(self._pdf)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page (1-based) as seen, in its own units."""
        opened = self._page(page)
        try:
            width, height = opened.get_size()
        finally:
            opened.close()
        return float(width), float(height)

    def texts(self, page: int, places: tuple[Box, ...], unit: float = 1.0) -> tuple[str, ...]:
        """The text printed in each place of a page (1-based)."""
        opened = self._page(page)
        words = opened.get_textpage()
        try:
            return tuple(words.get_text_bounded(*_in_page_space(opened, place, unit)) for place in places)
        finally:
            words.close()
            opened.close()

    def text(self, page: int) -> str:
        """All text of a page (1-based)."""
        opened = self._page(page)
        words = opened.get_textpage()
        try:
            found: str = words.get_text_bounded()
            return found
        finally:
            words.close()
            opened.close()

    def sketch(self, page: int) -> str:
        """A page (1-based) in small, as pictures are recorded: at 36 dpi, in means of blocks."""
        opened = self._page(page)
        try:
            wide, high = (max(math.ceil(side / 2), 1) for side in opened.get_size())
            whole = Box(0.0, 0.0, *opened.get_size())
            means = _means(_dots(opened, whole, wide, high, 1.0))
        finally:
            opened.close()
        return f"{wide}x{high}:{base64.b64encode(zlib.compress(means.astype(np.uint8).tobytes())).decode()}"

    def difference(
        self, page: int, picture: str, area: Box | None, masked: tuple[Box, ...] = (), unit: float = 1.0
    ) -> int:
        """The largest difference in mean grey (0…255) of any block between a recorded picture and the page.

        `area` is where the pictured page lies (None: everywhere), `masked` what was printed over it.
        """
        size, packed = picture.split(":", 1)
        wide, high = (int(side) for side in size.split("x"))
        expected = np.frombuffer(zlib.decompress(base64.b64decode(packed)), np.uint8)
        expected = expected.reshape(-(-high // SIDE), -(-wide // SIDE)).astype(np.int16)
        opened = self._page(page)
        try:
            whole = Box(0.0, 0.0, *(side * unit for side in opened.get_size()))
            place = area if area is not None else whole
            seen = _means(_dots(opened, place, wide, high, unit))
        finally:
            opened.close()
        distance = np.abs(seen - expected)
        for over in masked:
            _forget(distance, over, place, wide, high)
        return int(distance.max())

    def _page(self, page: int) -> Any:
        self._served += 1
        if self._served % MOST_SERVED == 0:  # pdfium keeps the fonts of every page that it has shown
            self._pdf.close()
            self._pdf = _opened(self._path)
        try:
            return self._pdf[page - 1]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise UnprintableError(f"page {page}") from error


def _opened(path: Path) -> Any:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UnprintableError(path.name) from error


def _in_page_space(page: Any, place: Box, unit: float) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a place in the page's own space, by pdfium's own reckoning."""
    width, height = (side * unit for side in page.get_size())
    xs, ys = [], []
    for x, y in ((place.x0, place.top), (place.x1, place.bottom)):
        across, up = ctypes.c_double(), ctypes.c_double()
        pdfium_c.FPDF_DeviceToPage(
            page, 0, 0, FINE, FINE, 0, round(x / width * FINE), round(y / height * FINE), across, up
        )
        xs.append(across.value)
        ys.append(up.value)
    return min(xs), min(ys), max(xs), max(ys)


def _dots(page: Any, place: Box, wide: int, high: int, unit: float) -> Any:
    """The place drawn in grey on exactly `wide` by `high` dots, each of them 4 × 4 finer ones."""
    wide, high = wide * SHARPER, high * SHARPER
    bitmap = pypdfium2.PdfBitmap.new_native(wide, high, pdfium_c.FPDFBitmap_Gray)
    bitmap.fill_rect((WHITE, WHITE, WHITE, WHITE), 0, 0, wide, high)
    across, down = wide / place.width, high / place.height
    onto = pdfium_c.FS_MATRIX(across * unit, 0, 0, down * unit, -place.x0 * across, -place.top * down)
    whole = pdfium_c.FS_RECTF(0, 0, wide, high)
    pdfium_c.FPDF_RenderPageBitmapWithMatrix(bitmap, page, onto, whole, pdfium_c.FPDF_ANNOT)
    try:
        return bitmap.to_numpy().copy()
    finally:
        bitmap.close()


def _means(grey: Any) -> Any:
    """Mean grey of each block, edges repeated where a block is not full."""
    high, wide = grey.shape
    side = SIDE * SHARPER
    full = np.pad(grey, ((0, -high % side), (0, -wide % side)), mode="edge")
    blocks = full.reshape(full.shape[0] // side, side, full.shape[1] // side, side)
    return blocks.mean(axis=(1, 3)).round().astype(np.int16)


def _forget(distance: Any, masked: Box, place: Box, wide: int, high: int) -> None:
    """Leave out the blocks that a stamp touches."""
    across, down = wide / place.width / SIDE, high / place.height / SIDE
    top, bottom = (masked.top - place.top) * down, (masked.bottom - place.top) * down
    left, right = (masked.x0 - place.x0) * across, (masked.x1 - place.x0) * across
    rows = slice(max(math.floor(top - 0.3), 0), max(math.ceil(bottom + 0.3), 0))
    columns = slice(max(math.floor(left - 0.3), 0), max(math.ceil(right + 0.3), 0))
    distance[rows, columns] = 0
