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
    """Every picture that is drawn, by object number, with the least dots an inch of all its places and directions.

    Where a page cannot be told, its pictures have 0: none of their dots may be given up.
    """
    found: dict[tuple[int, int], tuple[Stream, float]] = {}
    for page in pdf.pages:
        frame = frame_of(page.obj)
        inch = POINTS_PER_INCH / (frame.unit * _on_a4(frame))
        for picture, dots in _drawn(page, page.obj.get(Name.Resources), Matrix(), 0):
            dpi = dots * inch
            known = found.get(picture.objgen)
            if known is None or dpi < known[1]:
                found[picture.objgen] = (picture, dpi)
    return found


def _drawn(
    content: Page | Object, resources: Object | None, matrix: Matrix, depth: int
) -> Iterator[tuple[Stream, float]]:
    """Pictures with their dots a user unit, in the coarser direction, also those in forms."""
    named = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    if not isinstance(named, Dictionary):
        return
    places = _places(content, matrix) if depth <= DEEPEST else None
    if places is None:
        yield from ((each, 0.0) for each in named.values() if isinstance(each, Stream) and _is_picture(each))
        return
    for name, place in places:
        drawn = named.get(name)
        if not isinstance(drawn, Stream):
            continue
        if _is_picture(drawn):
            yield drawn, _dots(drawn, place)
        elif drawn.get(Name.Subtype) == Name.Form:
            own = Matrix(drawn.Matrix) if Name.Matrix in drawn else Matrix()
            yield from _drawn(drawn, drawn.get(Name.Resources, resources), own @ place, depth + 1)


def _is_picture(drawn: Stream) -> bool:
    return drawn.get(Name.Subtype) == Name.Image and Name.Width in drawn


def _dots(picture: Stream, place: Matrix) -> float:
    """Dots a user unit in the direction in which there are fewer; 0 where nothing is drawn."""
    across, up = math.hypot(place.a, place.b), math.hypot(place.c, place.d)
    return min(int(picture.Width) / across, int(picture.Height) / up) if across > 0 and up > 0 else 0.0


def _places(content: Page | Object, matrix: Matrix) -> list[tuple[str, Matrix]] | None:
    """What is drawn and where, None where the content cannot be told."""
    try:
        return get_objects_with_ctm(content, matrix)  # type: ignore[arg-type]
    except (pikepdf.PdfError, pikepdf.PdfParsingError, ValueError, TypeError):
        return None


def _on_a4(frame: Frame) -> float:
    """By how much a larger page is reduced when it is printed on A4."""
    short, long = sorted((frame.width, frame.height))
    return min(1.0, A4_SHORT / short, A4_LONG / long)
