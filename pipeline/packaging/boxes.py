"""The boxes of a page, put right: inherited, disordered, outside of one another, or missing."""

from __future__ import annotations

import math
from typing import Any

from pikepdf import Array, Dictionary, Name, Object

from pipeline.packaging.frame import Frame
from pipeline.packaging.looks import Rectangle, rectangle

LETTER = (0.0, 0.0, 612.0, 792.0)  # what readers take for a page that has no box
MOST_UNIT = 1_000.0  # points a user unit: a page of A4 would be 600 m high; more is a mistake, which readers ignore
DEEPEST_TREE = 64  # ancestors of a page or field that are asked for inherited values


def inherited(leaf: Dictionary, key: Name) -> Any:
    """The own value of a page or field, or its nearest ancestor's; numbers come as plain numbers."""
    node: Object | None = leaf
    for _ in range(DEEPEST_TREE):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get(Name.Parent)
    return None


def settle(page: Dictionary) -> Frame:
    """Write the page's boxes and rotation plainly where they are not, and tell how it is seen."""
    own = page.get(Name.MediaBox)
    media = _area(own if own is not None else inherited(page, Name.MediaBox)) or LETTER
    cropped = inherited(page, Name.CropBox)
    frame = _frame(page, media, cropped)
    if own is None or not _says(own, media):
        page.MediaBox = Array(list(media))
    if cropped is not None:
        page.CropBox = Array(list(frame[:4]))
    page.Type, page.Rotate = Name.Page, frame.rotate
    if Name.UserUnit in page and frame.unit == 1.0:
        del page[Name.UserUnit]
    return frame


def _says(box: Object, area: Rectangle) -> bool:
    """Whether a box has these edges in this order."""
    if not isinstance(box, Array):
        return False
    try:
        return tuple(float(edge) for edge in box.as_list()) == area
    except (TypeError, ValueError):
        return False


def frame_of(page: Dictionary) -> Frame:
    """How a page is seen."""
    return _frame(page, _area(inherited(page, Name.MediaBox)) or LETTER, inherited(page, Name.CropBox))


def _frame(page: Dictionary, media: Rectangle, cropped: Object | None) -> Frame:
    crop = _common(_area(cropped), media)
    return Frame(*crop, rotate=_quarter(inherited(page, Name.Rotate)), unit=_positive(page.get(Name.UserUnit)))


def _area(value: Object | None) -> Rectangle | None:
    found = rectangle(value)
    return found if found is not None and found[2] - found[0] > 1 and found[3] - found[1] > 1 else None


def _common(crop: Rectangle | None, media: Rectangle) -> Rectangle:
    if crop is None:
        return media
    common = max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])
    return common if common[2] - common[0] > 1 and common[3] - common[1] > 1 else media


def _quarter(value: Object | None) -> int:
    """A rotation as readers take it: whole quarter turns, anything else none."""
    turned = _number(value)
    return int(turned / 90) * 90 % 360 if turned is not None else 0


def _positive(value: Object | None) -> float:
    """Points a user unit, 1 where the page says nothing that can be meant."""
    unit = _number(value)
    return unit if unit is not None and 0 < unit <= MOST_UNIT else 1.0


def _number(value: object) -> float | None:
    """A finite number, None for all else."""
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
