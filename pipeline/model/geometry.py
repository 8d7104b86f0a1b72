"""One unit and one origin everywhere: PDF points (1/72 in), top left, the page as a person sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

POINTS_PER_INCH = 72
MILLIMETRES_PER_INCH = 25.4
POINTS_PER_MM = POINTS_PER_INCH / MILLIMETRES_PER_INCH


class Box(NamedTuple):
    """A rectangle `[x0, top, x1, bottom]` in points from the top left of the page as seen."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Horizontal extent in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Vertical extent in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Centre (x, y) in points."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside, edges included."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def overlaps(self, other: Box) -> bool:
        """Whether the two rectangles share an area."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.top < other.bottom and other.top < self.bottom

    def grown(self, margin: float) -> Box:
        """The same box, larger by `margin` points on every side."""
        return Box(self.x0 - margin, self.top - margin, self.x1 + margin, self.bottom + margin)

    def scaled(self, scale: float) -> Box:
        """The same place where lengths are `scale` times as many: from points to pixels and back."""
        return Box(*(edge * scale for edge in self))

    def moved(self, x: float, y: float) -> Box:
        """The same box further right and down."""
        return Box(self.x0 + x, self.top + y, self.x1 + x, self.bottom + y)

    def turned(self, degrees: int, width: float, height: float) -> Box:
        """The same place after the page (`width` × `height` before) was turned clockwise by 0, 90, 180 or 270 degrees."""
        match degrees:
            case 90:
                return Box(height - self.bottom, self.x0, height - self.top, self.x1)
            case 180:
                return Box(width - self.x1, height - self.bottom, width - self.x0, height - self.top)
            case 270:
                return Box(self.top, width - self.x1, self.bottom, width - self.x0)
            case _:
                return self

    def rounded(self) -> Box:
        """The same box to a tenth of a point, as it is written to files."""
        return Box(*(round(edge, 1) for edge in self))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all; at least one is needed."""
    every = list(boxes)
    return Box(
        min(box.x0 for box in every),
        min(box.top for box in every),
        max(box.x1 for box in every),
        max(box.bottom for box in every),
    )
