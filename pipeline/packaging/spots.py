"""Where a stamp can stand: the free spot in the margin nearest to the lower right corner."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.engines.margins import Edge, Strip
from pipeline.model.geometry import Box
from pipeline.packaging.frame import Frame

SIZE = 9.0  # points of the stamp's type on A4
A4_SHORT_SIDE = 595.0  # points: larger pages are shrunk when printed, so their stamp grows
LEAST_SCALE = 0.62  # 5.6 pt: smaller type is not legible in print
SIDE = 34.0  # points on A4 between the stamp and the side of the paper
DEPTH = 36.0  # points on A4: how far from the edge a stamp still stands in the margin
INSETS = (16.0, 13.0, 19.0, 22.0, 10.0, 25.0)  # points on A4 from the edge to the type, best first
AIR = 3.0  # points on A4 that stay free around the type
ROOM = 0.96  # to this a page is scaled when its margins are full
LEAST_ROOM = 17.0  # points on A4 that scaling must free
SMALLEST = (150.0, 80.0)  # points: a page narrower or lower than this has no room for a stamp
NEW_SHEET = (595.276, 841.89)  # A4, onto which a page that is too small is laid


class Spot(NamedTuple):
    """Where the type stands on the page as seen (origin top left) and its size in points."""

    box: Box
    size: float


def scale_of(width: float, height: float) -> float:
    """How much larger than on A4 the stamp is drawn."""
    return max(min(width, height) / A4_SHORT_SIDE, LEAST_SCALE)


def depth_of(frame: Frame) -> float:
    """How deep the strips must be, in points."""
    return DEPTH * scale_of(frame.width, frame.height)


def usual(width: float, height: float, ems: float) -> Spot:
    """The spot on an empty margin: lower right, `ems` wide."""
    scale = scale_of(width, height)
    return _spot(width - SIDE * scale - ems * SIZE * scale, height - INSETS[0] * scale, ems, scale)


def _spot(x0: float, bottom: float, ems: float, scale: float) -> Spot:
    size = SIZE * scale
    return Spot(Box(x0, bottom - size, x0 + ems * size, bottom), size)


def found(frame: Frame, ems: float, edge: Edge, strip: Strip) -> Spot | None:
    """The rightmost free spot of a strip, None where the margin is full."""
    scale = scale_of(frame.width, frame.height)
    for inset in INSETS:
        rows = _rows(strip, edge, max(inset - AIR, 0.0) * scale, (inset + SIZE + AIR) * scale)
        x0 = _free(rows, strip, frame, ems * SIZE * scale, scale)
        if x0 is not None:
            low = frame.height - inset * scale if edge == "bottom" else (inset + SIZE) * scale
            return _spot(x0, low, ems, scale)
    return None


def _free(rows: tuple[bytes, ...], strip: Strip, frame: Frame, width: float, scale: float) -> float | None:
    """Where a stamp of `width` points can begin: at the usual place, else as far right as it is free."""
    if not rows:
        return None
    air, side = AIR * scale, SIDE * scale
    ink = 0
    for row in rows:
        ink |= int.from_bytes(row, "big")
    line = ink.to_bytes(strip.width, "big")
    usual_x = frame.width - side - width
    first, last = int((usual_x - air) / strip.points), int((usual_x + width + air) / strip.points) + 1
    if not any(line[first:last]):
        return usual_x
    wanted = int((width + 2 * air) / strip.points) + 2
    start = line.rfind(bytes(wanted), int(side / strip.points), first + wanted)
    return start * strip.points + air + strip.points / 2 if start >= 0 else None


def _rows(strip: Strip, edge: Edge, near: float, far: float) -> tuple[bytes, ...]:
    """The rows between two distances from the edge."""
    first, last = int(near / strip.points), int(far / strip.points) + 1
    count = len(strip.rows)
    return strip.rows[first:last] if edge == "top" else strip.rows[max(count - last, 0) : count - first]


def scaled_room(frame: Frame, ems: float) -> tuple[float, Box, Spot]:
    """The scale that frees a foot margin, where the page then lies, and the spot in the freed margin."""
    scale = scale_of(frame.width, frame.height)
    factor = min(ROOM, 1 - LEAST_ROOM * scale / frame.height)
    width, height = frame.width * factor, frame.height * factor
    left = (frame.width - width) / 2
    middle = height + (frame.height - height) / 2
    spot = usual(frame.width, frame.height, ems)
    spot = _spot(spot.box.x0, middle + spot.size / 2, ems, scale)
    return factor, Box(left, 0.0, left + width, height), spot


def too_small(frame: Frame) -> bool:
    """Whether the page has no room for any stamp."""
    return frame.width < SMALLEST[0] or frame.height < SMALLEST[1]
