"""How many dots an inch each picture has when its page is printed on A4."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Matrix, Name, Object, Page, Pdf, Stream
from pikepdf.models.ctm import get_objects_with_ctm

from pipeline.model.geometry import POINTS_PER_INCH
from pipeline.packaging.boxes import frame_of
from pipeline.packaging.frame import Frame

DEEPEST = 6  # forms in forms
A4_LONG, A4_SHORT = 841.89, 595.28  # points


def printed_dpi(pdf: Pdf) -> dict[tuple[int, int], tuple[Stream, float]]:
    """Every picture that is drawn, by object number, with the least dots an inch of all its places."""
    found: dict[tuple[int, int], tuple[Stream, float]] = {}
    for page in pdf.pages:
        frame = frame_of(page.obj)
        for picture, across in _drawn(page, page.obj.get(Name.Resources), Matrix(), 0):
            dpi = int(picture.Width) / (across * frame.unit * _on_a4(frame) / POINTS_PER_INCH)
            known = found.get(picture.objgen)
            if known is None or dpi < known[1]:
                found[picture.objgen] = (picture, dpi)
    return found


def _drawn(
    content: Page | Object, resources: Object | None, matrix: Matrix, depth: int
) -> Iterator[tuple[Stream, float]]:
    """Pictures with their width in user units, also those in forms."""
    named = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    if not isinstance(named, Dictionary) or depth > DEEPEST:
        return
    for name, place in _places(content, matrix):
        drawn = named.get(name)
        if not isinstance(drawn, Stream):
            continue
        across = math.hypot(place.a, place.b)
        if drawn.get(Name.Subtype) == Name.Image and across > 0 and Name.Width in drawn:
            yield drawn, across
        elif drawn.get(Name.Subtype) == Name.Form:
            own = Matrix(drawn.Matrix) if Name.Matrix in drawn else Matrix()
            yield from _drawn(drawn, drawn.get(Name.Resources, resources), own @ place, depth + 1)


def _places(content: Page | Object, matrix: Matrix) -> list[tuple[str, Matrix]]:
    try:
        return get_objects_with_ctm(content, matrix)  # type: ignore[arg-type]
    except (pikepdf.PdfError, pikepdf.PdfParsingError, ValueError, TypeError):
        return []


def _on_a4(frame: Frame) -> float:
    """By how much a larger page is reduced when it is printed on A4."""
    short, long = sorted((frame.width, frame.height))
    return min(1.0, A4_SHORT / short, A4_LONG / long)
