"""How the ruled cells of a table lie to one another, in points of the levelled page."""

from __future__ import annotations

from pipeline.model.geometry import Box

TOUCH = 4.0  # points: cells whose edges lie this near to one another adjoin
CELL_GAP = 0.7  # em: white space that parts two cells of one line where no rule does


def same_column(one: Box, other: Box) -> bool:
    """Whether two cells share more than half of the narrower one's width."""
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.5 * min(one.width, other.width)


def adjoins(left: Box, right: Box) -> bool:
    """Whether a cell begins where another one ends, in the same row."""
    return abs(left.x1 - right.x0) < TOUCH and left.top < right.middle[1] < left.bottom
