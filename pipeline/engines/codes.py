"""QR and bar codes in a page's picture, read with a second try where one is seen and not understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.engines.regions import regions
from pipeline.model.geometry import Box, union
from pipeline.model.page import Code

FORMATS = (
    zxingcpp.BarcodeFormat.QRCode,
    zxingcpp.BarcodeFormat.DataMatrix,
    zxingcpp.BarcodeFormat.PDF417,
    zxingcpp.BarcodeFormat.Code128,
)
LONGEST_CONTENT = 2000  # characters; what a code says is data, and a QR code holds at most 4,296
FINDER = (6, 0.7)  # px of the least side, and how square one of a QR code's three corner marks is
MARGIN = 0.25  # of the code's side, kept around it for the retries
PALEST = 200  # grey value of a code's palest dark bars on white paper
LEAST_SIDE = 240  # px: smaller crops are enlarged before the retries


def find_apart(picture: Picture, explained: Sequence[Box], least: float) -> tuple[Code, ...]:
    """The codes of a digital page's picture, looked for where ink is not `explained` (boxes in pixels) as print.

    No code is smaller than `least` pixels, nor are the boxes of the bars of a font for bar codes taken for print
    if the caller leaves them out.
    """
    ink = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) < PALEST, dtype=np.uint8)
    for box in explained:
        ink[max(int(box.top), 0) : int(box.bottom) + 1, max(int(box.x0), 0) : int(box.x1) + 1] = 0
    found: list[Code] = []
    for rows, columns in regions(ink, round(least), least):
        crop = np.ascontiguousarray(picture[rows, columns])
        found += [_moved(code, columns.start, rows.start) for code in find(crop)]
    return _sorted(found)


def find(picture: Picture) -> tuple[Code, ...]:
    """The codes of an RGB picture, boxes in its pixels; content None where one is seen and not decoded."""
    shades = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    read = [_code(result) for result in _decoded(shades)]
    for seen in _qr_marks(np.ascontiguousarray(picture[:, :, 0])):
        if not any(seen.overlaps(code.bbox) for code in read):
            read.append(_second_try(picture, seen))
    return _sorted(read)


def _sorted(codes: Iterable[Code]) -> tuple[Code, ...]:
    return tuple(sorted(codes, key=lambda code: (code.bbox.top, code.bbox.x0)))


def _moved(code: Code, x: float, y: float) -> Code:
    return code.model_copy(update={"bbox": code.bbox.moved(x, y)})


def _decoded(shades: Picture) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(shades, formats=zxingcpp.BarcodeFormats(list(FORMATS)))


def _code(result: zxingcpp.Barcode, left: float = 0.0, top: float = 0.0, scale: float = 1.0) -> Code:
    corners = result.position
    points = (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
    xs, ys = [point.x / scale + left for point in points], [point.y / scale + top for point in points]
    kind = "QR" if result.format == zxingcpp.BarcodeFormat.QRCode else result.format.name
    return Code(bbox=Box(min(xs), min(ys), max(xs), max(ys)), content=result.text[:LONGEST_CONTENT], format=kind)


def _second_try(picture: Picture, seen: Box) -> Code:
    """The code read from its own crop: enlarged, blurred, and by the red channel where a seal lies over it."""
    around = seen.grown(MARGIN * max(seen.width, seen.height))
    left, top = max(round(around.x0), 0), max(round(around.top), 0)
    crop = picture[top : round(around.bottom), left : round(around.x1)]
    for tried, scale in _variants(crop):
        results = _decoded(tried)
        if results:
            return _code(results[0], left, top, scale)
    return Code(bbox=seen, content=None)


def _variants(crop: Picture) -> Iterator[tuple[Picture, float]]:
    scale = max(2.0, LEAST_SIDE / max(min(crop.shape[:2]), 1))
    for plain in (np.asarray(cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)), np.ascontiguousarray(crop[:, :, 0])):
        large = cv2.resize(plain, (0, 0), fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        for tried in (large, cv2.GaussianBlur(large, (0, 0), scale / 2), cv2.equalizeHist(large)):
            yield np.asarray(tried, dtype=np.uint8), scale


def _qr_marks(shades: Picture) -> list[Box]:
    """Places with three corner marks of a QR code (squares in squares in squares) in the red channel: seals are pale there."""
    _, binary = cv2.threshold(shades, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    contours, tree = cv2.findContours(binary, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return []
    marks = [
        _rectangle(contour)
        for contour, node in zip(contours, tree[0], strict=True)
        if _is_mark(contours, tree[0], contour, node)
    ]
    return _groups_of_three(marks)


def _is_mark(
    contours: Sequence[NDArray[Any]],
    tree: NDArray[Any],
    contour: NDArray[Any],
    node: NDArray[Any],
) -> bool:
    hole = node[2]
    if hole < 0 or tree[hole][2] < 0:
        return False
    outer, middle = _rectangle(contour), _rectangle(contours[tree[hole][2]])
    if min(outer.width, outer.height) < FINDER[0] or min(outer.width, outer.height) < FINDER[1] * max(
        outer.width, outer.height
    ):
        return False
    return 0.25 < middle.width / outer.width < 0.65  # noqa: PLR2004 - 3 of 7 modules, with print's tolerance


def _rectangle(contour: NDArray[Any]) -> Box:
    x, y, width, height = cv2.boundingRect(contour)
    return Box(float(x), float(y), float(x + width), float(y + height))


def _groups_of_three(marks: list[Box]) -> list[Box]:
    """The box of each three marks of like size that stand within a code's reach of one another."""
    groups = []
    left = sorted(marks, key=lambda mark: -mark.width)
    while len(left) >= 3:  # noqa: PLR2004 - a QR code has three
        first = left.pop(0)
        near = [m for m in left if 0.6 < m.width / first.width <= 1 and _reach(first, m) < 26 * first.width]  # noqa: PLR2004
        if len(near) >= 2:  # noqa: PLR2004
            nearest = sorted(near, key=lambda m: _reach(first, m))[:2]
            groups.append(union([first, *nearest]))
            left = [mark for mark in left if mark not in nearest]
    return groups


def _reach(first: Box, second: Box) -> float:
    (x0, y0), (x1, y1) = first.middle, second.middle
    return float(np.hypot(x1 - x0, y1 - y0))
