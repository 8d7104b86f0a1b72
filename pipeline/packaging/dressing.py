"""What is put around a page's own content: what keeps it in its place before, flattened looks and the stamp after."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.engines.margins import Edge, Strip
from pipeline.model.geometry import Box
from pipeline.packaging import spots, stamps, wording
from pipeline.packaging.frame import Frame
from pipeline.packaging.looks import Rectangle
from pipeline.packaging.sources import SourcePage
from pipeline.packaging.spots import Spot

EDGES: tuple[Edge, ...] = ("bottom", "top")


class Room(NamedTuple):
    """How a page is laid out for its stamp: the frame after it, the stamp's spot, where the source lies and why."""

    frame: Frame
    spot: Spot
    before: str = ""
    area: Box | None = None
    why: str = ""


class Dress(NamedTuple):
    """Operators before and after the content."""

    before: str
    after: str


def room_on(source: SourcePage, ems: float, margin: Callable[[Edge], Strip | None]) -> Room:
    """Find the free spot of a page, whose margins `margin` shows; make room where there is none."""
    frame = source.frame
    if spots.too_small(frame):
        return _on_new_sheet(frame, ems)
    for edge in EDGES:
        strip = margin(edge)
        spot = spots.found(frame, ems, edge, strip) if strip is not None else None
        if spot is not None:
            return Room(frame, spot)
    factor, area, spot = spots.scaled_room(frame, ems)
    why = wording.WHY_SCALED.format(percent=f"{factor * 100:.0f}")
    return Room(frame, spot, stamps.moved_page(frame, area, factor), area, why)


def _on_new_sheet(frame: Frame, ems: float) -> Room:
    """The page unscaled in the middle of an A4 sheet, or of a larger one where it is longer than that."""
    short, long = sorted(spots.NEW_SHEET)
    wide, high = (long, short) if frame.width > frame.height else (short, long)
    wide, high = max(wide, frame.width), max(high, frame.height)
    left, top = (wide - frame.width) / 2, (high - frame.height) / 2
    sheet = frame.rectangle_of(Box(-left, -top, wide - left, high - top))
    larger = Frame(*sheet, rotate=frame.rotate, unit=frame.unit)
    area = Box(left, top, left + frame.width, top + frame.height)
    return Room(larger, spots.usual(wide, high, ems), stamps.clip(frame), area, wording.WHY_ENLARGED)


def around(source: SourcePage, room: Room, stamp: str) -> Dress:
    """The operators around a source page; the stamp comes last, in the state in which the page began."""
    placed = bool(room.before)
    before = ("q\n" + room.before if placed else "") + "q\n" * (1 + source.balance.before)
    after = "Q\n" * (1 + source.balance.after) + source.look.operators.decode("latin-1") + "Q\n" * placed
    return Dress(before, after + stamp)


def seen_at(area: Rectangle, frame: Frame, room: Room) -> Box:
    """Where a place of the source page is seen once the page was laid out for its stamp."""
    box = frame.box_of(area)
    if room.area is None:
        return box
    factor, left, top = room.area.width / frame.width, room.area.x0, room.area.top
    return Box(left + factor * box.x0, top + factor * box.top, left + factor * box.x1, top + factor * box.bottom)
