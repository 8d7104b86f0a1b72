"""Filled-in fields without an appearance: their values are set in our font, as a viewer would set them in its own.

A form that was filled by a program often says “needs appearances” and leaves the drawing to the viewer. Merged as it
is, it would lose every value; so the values are drawn here, Chinese ones included, and the places are recorded.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Page, Pdf, String

from pipeline.packaging.boxes import inherited
from pipeline.packaging.looks import Rectangle, annotations_of, appearance_of, rectangle
from pipeline.packaging.typeset import Fonts, drawable, fonts_for, measure, wrapped

MULTILINE = 1 << 12  # field flag (ISO 32000-2, table 231)
LARGEST, SMALLEST = 12.0, 5.0  # points of type where the field leaves the size to the viewer
INSET = 2.0  # points between a field's edge and its text
LEADING = 1.25  # of the size
HEIGHT_SHARE = 0.68  # of a one-line field's height that its type takes at most
TEXT_FIELDS = frozenset({"/Tx", "/Ch"})
FONT_SIZE = re.compile(r"([\d.]+)\s+Tf")


class Filled(NamedTuple):
    """A field to be drawn: its annotation, its place and what it says."""

    annotation: Dictionary
    area: Rectangle
    text: str


def draw_values(pdf: Pdf, page: Dictionary) -> tuple[Rectangle, ...]:
    """Give the filled fields of a page that have no valid look one; their places in user space."""
    filled = list(_filled(pdf, page))
    if not filled:
        return ()
    fonts = fonts_for([each.text for each in filled])
    with Pdf.open(io.BytesIO(_sheets(fonts, filled))) as drawn:
        for each, sheet in zip(filled, drawn.pages, strict=True):
            form = pdf.copy_foreign(drawn.make_indirect(Page(sheet.obj).as_form_xobject()))
            each.annotation.AP = Dictionary(N=form)
    return tuple(each.area for each in filled)


def _filled(pdf: Pdf, page: Dictionary) -> Iterator[Filled]:
    form = pdf.Root.get(Name.AcroForm)
    stale = isinstance(form, Dictionary) and bool(form.get(Name.NeedAppearances, False))
    for annotation in annotations_of(page):
        area = rectangle(annotation.get(Name.Rect))
        if annotation.get(Name.Subtype) != Name.Widget or area is None or area[0] == area[2] or area[1] == area[3]:
            continue
        if str(inherited(annotation, Name.FT)) not in TEXT_FIELDS:
            continue
        text = _text(inherited(annotation, Name.V))
        if text and (stale or appearance_of(annotation) is None):
            yield Filled(annotation, area, text)


def _text(value: object) -> str:
    """What a field says; several chosen options on lines of their own."""
    if isinstance(value, Array):
        return "\n".join(str(each) for each in value.as_list() if isinstance(each, String))
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip() if isinstance(value, String) else ""


def _sheets(fonts: Fonts, filled: list[Filled]) -> bytes:
    """One page a field, as large as the field."""
    from reportlab.pdfgen.canvas import Canvas

    written = io.BytesIO()
    canvas = Canvas(written, invariant=1, pageCompression=1, initialFontName=fonts.regular)
    for each in filled:
        wide, high = each.area[2] - each.area[0], each.area[3] - each.area[1]
        canvas.setPageSize((wide, high))
        size, lines = _set(fonts, each, wide, high)
        canvas.setFont(fonts.regular, size)
        top = high - INSET - size if len(lines) > 1 else (high - size) / 2 + 0.14 * size
        for number, line in enumerate(lines):
            left = {1: (wide - measure(fonts, line, size)) / 2, 2: wide - INSET - measure(fonts, line, size)}
            canvas.drawString(left.get(_alignment(each.annotation), INSET), top - number * LEADING * size, line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _set(fonts: Fonts, each: Filled, wide: float, high: float) -> tuple[float, tuple[str, ...]]:
    """Size and lines: smaller until they fit, down to what can be read."""
    flags = inherited(each.annotation, Name.Ff)
    several = "\n" in each.text or (isinstance(flags, int) and bool(int(flags) & MULTILINE))
    size = _wanted_size(each.annotation) or min(LARGEST, LARGEST if several else high * HEIGHT_SHARE)
    while True:
        if several:
            parts = each.text.split("\n")
            lines = tuple(line for part in parts for line in wrapped(fonts, part, size, wide - 2 * INSET))
            fits = len(lines) * LEADING * size <= high
        else:
            lines = (drawable(fonts, each.text),)
            fits = measure(fonts, lines[0], size) <= wide - 2 * INSET
        if fits or size <= SMALLEST:
            return size, lines
        size = max(size - 0.5, SMALLEST)


def _wanted_size(annotation: Dictionary) -> float:
    """The size that the field asks for, 0 for the viewer's choice."""
    found = FONT_SIZE.search(str(inherited(annotation, Name.DA) or ""))
    return float(found[1]) if found is not None else 0.0


def _alignment(annotation: Dictionary) -> int:
    """0 left, 1 centre, 2 right."""
    value = inherited(annotation, Name.Q)
    return int(value) if isinstance(value, int) else 0
