"""Ruled lines in a page's picture: the cells of tables, and where lines stand."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.pixels import Picture
from pipeline.engines.regions import pieces
from pipeline.model.geometry import POINTS_PER_INCH, Box

LINE_DARKER = 170  # grey value on white paper: a hairline at 110 dpi is no darker
LINE_STANDS_OUT = 28  # of 255 from what is around it: a hairline in a blurred photograph; a sensor's grain makes 12
AROUND = 9  # px: wider than a line that blur has spread
LEAST_LINE = 0.28  # inches: longer than any stroke of body text (一 at 16 pt is 0.22)
GAP = 0.12  # inches: a break in a line (a seal's rim, a worn print) that is bridged
LEAST_CELL = (0.11, 0.11)  # inches, width and height: a row of 8 pt print
RECTANGULAR = 0.7  # contour area to its bounding box; less is a figure, not a cell
LARGEST = 0.6  # of the page: the frame of a certificate or the edge of a photographed sheet is no cell
HALF_LINE = 2  # px: a line that was thickened by one pixel on each side
SAME_END = 0.05  # inches: horizontal lines of one table end this near to one another
LEAST_RULES = 3  # horizontal lines: a heading and one row
CROSSED = 0.9  # of the distance from one horizontal line to the next
DIAGONAL = 45  # degrees: a rectangle told as leaning by more is told with its sides exchanged


def lines(shades: Picture, dpi: float) -> tuple[Picture, Picture]:
    """Masks of horizontal and of vertical ruled lines, leaning by up to about a degree."""
    faint = cv2.morphologyEx(shades, cv2.MORPH_BLACKHAT, np.ones((AROUND, AROUND), np.uint8))
    ink = np.where((shades < LINE_DARKER) | (faint >= LINE_STANDS_OUT), 255, 0).astype(np.uint8)
    length = max(9, round(LEAST_LINE * dpi))
    thick = np.ones((3, 1), np.uint8), np.ones((1, 3), np.uint8)
    across = cv2.morphologyEx(cv2.dilate(ink, thick[0]), cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(cv2.dilate(ink, thick[1]), cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    gap = max(3, round(GAP * dpi))
    across = cv2.morphologyEx(across, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    down = cv2.morphologyEx(down, cv2.MORPH_CLOSE, np.ones((gap, 1), np.uint8))
    return np.asarray(across, dtype=np.uint8), np.asarray(down, dtype=np.uint8)


def cells(across: Picture, down: Picture, dpi: float) -> tuple[Box, ...]:
    """The cells that the lines enclose, in points of the page, from top to bottom and left to right."""
    grid = cv2.dilate(np.bitwise_or(across, _with_open_sides(across, down, dpi)), np.ones((3, 3), np.uint8))
    contours, tree = cv2.findContours(grid, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return ()
    inches = 1 / dpi
    page = across.shape[0] * across.shape[1]
    found = []
    for contour, node in zip(contours, tree[0], strict=True):
        x, y, width, height = cv2.boundingRect(contour)
        wide, high = _sides(contour)
        is_hole = node[3] >= 0
        large_enough = wide * inches >= LEAST_CELL[0] and high * inches >= LEAST_CELL[1]
        rectangular = cv2.contourArea(contour) >= RECTANGULAR * wide * high
        if is_hole and large_enough and rectangular and width * height < LARGEST * page:
            found.append(_in_points(x, y, width, height, dpi))
    return tuple(sorted(found, key=lambda box: (round(box.top), box.x0)))


def loose(across: Picture, down: Picture, dpi: float, found: tuple[Box, ...]) -> tuple[Box, ...]:
    """Horizontal lines that bound none of the cells `found` and meet no vertical one, in points: lines to write on."""
    scale = POINTS_PER_INCH / dpi
    free = []
    for piece in pieces(across):
        x0, top, x1, bottom = (round(edge) for edge in piece)
        line = Box(*(edge * scale for edge in piece)).rounded()
        met = bool(down[max(top - 1, 0) : bottom + 1, max(x0 - 1, 0) : x1 + 1].any())
        if not met and not any(line.overlaps(cell.grown(1)) for cell in found):
            free.append(line)
    return tuple(free)


def _with_open_sides(across: Picture, down: Picture, dpi: float) -> Picture:
    """The vertical lines, and the left and right borders that a table leaves out: where its horizontal lines all end."""
    closed = down.copy()
    near = round(SAME_END * dpi)
    ends = sorted((int(line.x0), int(line.x1), int(line.top + line.height // 2)) for line in pieces(across))
    for left, right in {(left, right) for left, right, _ in ends}:
        heights = sorted(y for x0, x1, y in ends if abs(x0 - left) <= near and abs(x1 - right) <= near)
        if len(heights) < LEAST_RULES:
            continue
        for top, bottom in pairwise(heights):
            if _is_crossed(down, (left + near, top), (right - near, bottom)):
                for x in (left, right - 1):
                    cv2.line(closed, (x, top), (x, bottom), 255, 1)
    return closed


def _is_crossed(down: Picture, start: tuple[int, int], end: tuple[int, int]) -> bool:
    """Whether a vertical line runs from one horizontal line to the next inside a table."""
    inside = down[start[1] : end[1] + 1, start[0] : end[0] + 1]
    return inside.size > 0 and bool((np.count_nonzero(inside, axis=0) >= CROSSED * inside.shape[0]).any())


def _sides(contour: NDArray[Any]) -> tuple[float, float]:
    """Width and height in pixels of the rectangle round an outline, leaning as it does: a page askew has cells askew."""
    _, (one, other), angle = cv2.minAreaRect(contour)
    return (one, other) if abs(angle) < DIAGONAL else (other, one)


def _in_points(x: int, y: int, width: int, height: int, dpi: float) -> Box:
    """The hole and half of the lines around it."""
    box = Box(x, y, x + width, y + height).grown(HALF_LINE)
    return box.scaled(POINTS_PER_INCH / dpi).rounded()
