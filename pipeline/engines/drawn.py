"""What is drawn on a PDF page: pictures and their resolution, and text that is drawn invisibly."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as c

from pipeline.engines.pdfium import Placement, size
from pipeline.model.geometry import POINTS_PER_INCH, Box

DEEPEST_FORM = 12  # levels of form objects in form objects; hostile files nest without end
COVER_SHARE = 0.3  # of the page: the picture of a scan, which programs lay over the words that they read from it
ALPHA, OPAQUE = 3, 255  # of a pixel: its fourth channel, and the value at which nothing shows through
INVISIBLE_MODES = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)

UNTOLD = "UntoldResolution"  # marks a picture that we made a page of, whose file does not tell its resolution

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def address(pointer: Any) -> int:
    """Where an object lies in memory: the same object is handed out under new wrappers."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def hidden_text(page: Any) -> frozenset[int]:
    """Addresses of text objects drawn in no colour at all, or under the picture of a scan."""
    width, height = size(page)
    hidden: set[int] = set()
    below: list[tuple[int, tuple[float, float, float, float]]] = []
    for drawn, matrix in objects(page):
        kind = c.FPDFPageObj_GetType(drawn)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            if c.FPDFTextObj_GetTextRenderMode(drawn) in INVISIBLE_MODES:
                hidden.add(address(drawn))
            else:
                below.append((address(drawn), _bounds(drawn, matrix)))
        elif kind == c.FPDF_PAGEOBJ_IMAGE and below:
            cover = _bounds(drawn, matrix)
            if _area(cover) >= COVER_SHARE * width * height and _is_opaque(page, drawn):
                hidden.update(text for text, bounds in below if _covers(cover, bounds))
    return frozenset(hidden)


def _area(bounds: tuple[float, float, float, float]) -> float:
    return (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])


def _covers(cover: tuple[float, float, float, float], bounds: tuple[float, float, float, float]) -> bool:
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    return cover[0] <= x <= cover[2] and cover[1] <= y <= cover[3]


def _is_opaque(page: Any, image: Any) -> bool:
    """Whether nothing shows through an image: a seal or a watermark laid over the page has a mask or blends."""
    if c.FPDFPageObj_HasTransparency(image):
        return False
    rendered = c.FPDFImageObj_GetRenderedBitmap(page.pdf, page, image)
    if not rendered:
        return False
    bitmap = pypdfium2.PdfBitmap.from_raw(rendered)
    try:
        return bitmap.mode != "BGRA" or int(bitmap.to_numpy()[:, :, ALPHA].min()) == OPAQUE
    finally:
        bitmap.close()


def images(page: Any) -> tuple[Box, ...]:
    """The places of raster images on the page as seen, clipped to it, in drawing order."""
    return tuple(box for _, box in images_with_places(page))


def images_with_places(page: Any) -> tuple[tuple[Any, Box], ...]:
    """The raster images on the page, each with its place as seen."""
    placement = Placement(page)
    width, height = size(page)
    placed = []
    for drawn, matrix in objects(page):
        if c.FPDFPageObj_GetType(drawn) == c.FPDF_PAGEOBJ_IMAGE:
            box = placement.box(*_bounds(drawn, matrix))
            placed.append((drawn, Box(max(box.x0, 0), max(box.top, 0), min(box.x1, width), min(box.bottom, height))))
    return tuple((drawn, box) for drawn, box in placed if box.width > 0 and box.height > 0)


def image_resolution(page: Any) -> float | None:
    """Pixels per inch of the largest image on the page, None where there is none."""
    best: tuple[float, float] | None = None
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    for drawn, matrix in objects(page):
        if c.FPDFPageObj_GetType(drawn) != c.FPDF_PAGEOBJ_IMAGE or not c.FPDFImageObj_GetImagePixelSize(
            drawn, wide, high
        ):
            continue
        left, bottom, right, top = _bounds(drawn, matrix)
        area = (right - left) * (top - bottom)
        if area > 0 and (best is None or area > best[0]):
            best = (area, POINTS_PER_INCH * (wide.value * high.value / area) ** 0.5)
    return None if best is None else round(best[1], 1)


def tells_resolution(page: Any) -> bool:
    """Whether the size of the page is known, and not assumed because the file of its picture does not tell it."""
    return not any(_has_mark(drawn, UNTOLD) for drawn, _ in objects(page))


def _has_mark(drawn: Any, name: str) -> bool:
    written = ctypes.create_string_buffer(2 * len(name) + 2)
    length = ctypes.c_ulong()
    return any(
        c.FPDFPageObjMark_GetName(
            c.FPDFPageObj_GetMark(drawn, index),
            ctypes.cast(written, ctypes.POINTER(c.FPDF_WCHAR)),
            len(written),
            length,
        )
        and written.raw.decode("utf-16-le").rstrip("\0") == name
        for index in range(c.FPDFPageObj_CountMarks(drawn))
    )


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


def objects(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """Every object drawn on the page, those inside form objects too, with the matrix of its form."""
    for index in range(c.FPDFPage_CountObjects(page)):
        drawn = c.FPDFPage_GetObject(page, index)
        if c.FPDFPageObj_GetType(drawn) == c.FPDF_PAGEOBJ_FORM:
            yield from _inside(drawn, IDENTITY, 0)
        else:
            yield drawn, IDENTITY


def _inside(drawn: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """The objects of a form, or the object itself where it is none."""
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
