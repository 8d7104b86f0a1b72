"""PDF pages through pdfium: how many, how large, as a picture, and what stands in their text layer."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as c
from numpy.typing import NDArray

from pipeline.engines.glyphs import plain
from pipeline.engines.outcomes import UnreadableError
from pipeline.model.geometry import Box

ENGINE = f"pdfium {pypdfium2.PYPDFIUM_INFO.version}"

POINTS_PER_INCH = 72
MOST_PIXELS = 40_000_000  # of one raster, 120 MB in colour: a poster page must not eat the worker
WHOLE_PIXELS = 1 - 1e-6  # the raster's sides are rounded up: 120.00001 px must be 120, or every pixel is blurred
DEEPEST_FORM = 12  # levels of form objects in form objects; hostile files nest without end
INVISIBLE_MODES = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)
OVERPRINT = 0.3  # of a character's size: the same character nearer than this is bold by printing it twice
FLAT = 0.2  # of the font size: a box lower than this is degenerate (no ascent in the font)

Picture = NDArray[np.uint8]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Characters:
    """The characters of a page, white space taken out: `text[i]` stands in `boxes[i]`."""

    text: str
    boxes: tuple[Box, ...]
    hidden: int = 0
    """How many more characters are written invisibly."""


@contextmanager
def opened(path: Path, password: str | None = None) -> Iterator[Any]:
    """An open document; raises UnreadableError (`encrypted`, `damaged`) where pdfium cannot open it."""
    try:
        document = pypdfium2.PdfDocument(str(path), password=password)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise UnreadableError("encrypted" if code == c.FPDF_ERR_PASSWORD else "damaged", "pdfium") from error
    try:
        yield document
    finally:
        document.close()


@contextmanager
def page_of(document: Any, number: int) -> Iterator[Any]:
    """Page `number` (1-based) of an open document; raises UnreadableError where it cannot be loaded."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("damaged", f"page {number}") from error
    try:
        yield page
    finally:
        page.close()


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
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        grey = pixels.reshape(pixels.shape[0], pixels.shape[1], 1)
        return np.ascontiguousarray(np.repeat(grey, 3, axis=2))
    return np.ascontiguousarray(pixels[:, :, :3])


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


def characters(page: Any) -> Characters:
    """The visible characters of the text layer, look-alike code points and overprinted copies resolved."""
    hidden_objects = _hidden_text_objects(page)
    textpage = page.get_textpage()
    try:
        kept, edges, hidden = _visible_characters(textpage, hidden_objects)
    finally:
        textpage.close()
    if not kept:
        return Characters("", (), hidden)
    placed = Placement(page).boxes(np.array(edges, dtype=np.float64))
    width, height = size(page)
    boxes = [Box(*row) for row in placed.tolist()]
    inside = [i for i, box in enumerate(boxes) if _on_page(box, width, height)]
    single = _without_overprint([kept[i] for i in inside], [boxes[i] for i in inside])
    return Characters("".join(text for text, _ in single), tuple(box for _, box in single), hidden)


def _on_page(box: Box, width: float, height: float) -> bool:
    x, y = box.middle
    return 0 <= x <= width and 0 <= y <= height


def _visible_characters(textpage: Any, hidden: frozenset[int]) -> tuple[list[str], list[tuple[float, ...]], int]:
    kept: list[str] = []
    edges: list[tuple[float, ...]] = []
    unseen = 0
    raw = textpage.raw
    for index in range(textpage.count_chars()):
        code = c.FPDFText_GetUnicode(raw, index)
        character = _character(code, raw, index)
        if not character or character.isspace() or c.FPDFText_IsGenerated(raw, index) == 1:
            continue
        if hidden and _address(c.FPDFText_GetTextObject(raw, index)) in hidden:
            unseen += 1
            continue
        kept.append(plain(character))
        edges.append(_edges(raw, index))
    return kept, edges, unseen


def _character(code: int, raw: Any, index: int) -> str:
    """One character; halves of surrogate pairs (Windows) are joined at the first half."""
    if 0xD800 <= code < 0xDC00:
        low = c.FPDFText_GetUnicode(raw, index + 1)
        return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)) if 0xDC00 <= low < 0xE000 else ""
    if code == 0 or 0xDC00 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd" if code == 0 else ""
    return chr(code)


_rectangle = c.FS_RECTF()
_left, _right, _bottom, _top = (ctypes.c_double() for _ in range(4))


def _edges(raw: Any, index: int) -> tuple[float, float, float, float]:
    """(left, bottom, right, top) in user space: the em box, so that 一 and 国 stand on one line; else the ink's."""
    if c.FPDFText_GetLooseCharBox(raw, index, _rectangle):
        em = (_rectangle.left, _rectangle.bottom, _rectangle.right, _rectangle.top)
        if em[2] - em[0] > 0 and abs(em[3] - em[1]) > FLAT * (em[2] - em[0]):
            return em
    c.FPDFText_GetCharBox(raw, index, _left, _right, _bottom, _top)
    return _left.value, _bottom.value, _right.value, _top.value


def _without_overprint(texts: list[str], boxes: list[Box]) -> list[tuple[str, Box]]:
    """Each character once: a second copy within a third of its size is bold by overprinting."""
    seen: dict[tuple[str, int, int], list[Box]] = {}
    single = []
    for text, box in zip(texts, boxes, strict=True):
        extent = max(min(box.width, box.height), 1.0)
        near = OVERPRINT * extent
        column, row = int(box.x0 // 4), int(box.top // 4)
        around = [
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in seen.get((text, x, y), ())
        ]
        if any(abs(other.x0 - box.x0) < near and abs(other.top - box.top) < near for other in around):
            continue
        seen.setdefault((text, column, row), []).append(box)
        single.append((text, box))
    return single


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _hidden_text_objects(page: Any) -> frozenset[int]:
    """Addresses of text objects drawn in no colour at all."""
    return frozenset(
        _address(drawn)
        for drawn, _ in _drawn_objects(page)
        if c.FPDFPageObj_GetType(drawn) == c.FPDF_PAGEOBJ_TEXT
        and c.FPDFTextObj_GetTextRenderMode(drawn) in INVISIBLE_MODES
    )


def images(page: Any) -> tuple[Box, ...]:
    """The places of raster images on the page as seen, clipped to it, in drawing order."""
    placement = Placement(page)
    width, height = size(page)
    placed = []
    for drawn, matrix in _drawn_objects(page):
        if c.FPDFPageObj_GetType(drawn) == c.FPDF_PAGEOBJ_IMAGE:
            box = placement.box(*_bounds(drawn, matrix))
            placed.append(Box(max(box.x0, 0), max(box.top, 0), min(box.x1, width), min(box.bottom, height)))
    return tuple(box for box in placed if box.width > 0 and box.height > 0)


def image_resolution(page: Any) -> float | None:
    """Pixels per inch of the largest image on the page, None where there is none."""
    best: tuple[float, float] | None = None
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    for drawn, matrix in _drawn_objects(page):
        if c.FPDFPageObj_GetType(drawn) != c.FPDF_PAGEOBJ_IMAGE or not c.FPDFImageObj_GetImagePixelSize(
            drawn, wide, high
        ):
            continue
        left, bottom, right, top = _bounds(drawn, matrix)
        area = (right - left) * (top - bottom)
        if area > 0 and (best is None or area > best[0]):
            best = (area, POINTS_PER_INCH * (wide.value * high.value / area) ** 0.5)
    return None if best is None else round(best[1], 1)


def _bounds(drawn: Any, matrix: Matrix) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    corners = [_apply(matrix, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, d, e, f, g = matrix
    return a * x + d * y + f, b * x + e * y + g


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, d, e, f, g = inner
    first = _apply(outer, f, g)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        d * outer[0] + e * outer[2],
        d * outer[1] + e * outer[3],
        first[0],
        first[1],
    )


def _drawn_objects(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """Every object drawn on the page, those inside form objects too, with the matrix of its form."""
    for index in range(c.FPDFPage_CountObjects(page)):
        yield from _inside(c.FPDFPage_GetObject(page, index), IDENTITY, 0)


def _inside(drawn: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    if c.FPDFPageObj_GetType(drawn) != c.FPDF_PAGEOBJ_FORM:
        yield drawn, matrix
        return
    if depth >= DEEPEST_FORM:
        return
    form = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(drawn, form)
    own = _times((form.a, form.b, form.c, form.d, form.e, form.f), matrix)
    for index in range(c.FPDFFormObj_CountObjects(drawn)):
        yield from _inside(c.FPDFFormObj_GetObject(drawn, index), own, depth + 1)
