"""Annotations and form fields turned into what they look like; what they would do is left out and told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from pipeline.packaging import wording
from pipeline.packaging.frame import IDENTITY, Matrix, apply, operands

HIDDEN, PRINT, NO_VIEW = 1 << 1, 1 << 2, 1 << 5  # annotation flags (ISO 32000-2, 12.5.3)
MOST_ANNOTATIONS = 5_000  # a page with more is an attack or a mistake
MEDIA = frozenset({"/Movie", "/Sound", "/Screen", "/RichMedia", "/3D", "/Projection"})
MARKUP = frozenset(
    {
        "/Highlight",
        "/Underline",
        "/Squiggly",
        "/StrikeOut",
        "/Ink",
        "/Line",
        "/Square",
        "/Circle",
        "/Polygon",
        "/PolyLine",
    }
    | {"/FreeText", "/Stamp", "/Caret", "/Redact"}
)
LOOK = "DossierLook"
CORNERS = 4  # numbers of a rectangle

Rectangle = tuple[float, float, float, float]


class PageLink(NamedTuple):
    """A link inside its own file: where it stands (user space) and the source page that it leads to."""

    rectangle: Rectangle
    target: int


class Flattened(NamedTuple):
    """A page's annotations as drawing operators, its inner links, and what was left out."""

    operators: bytes
    links: tuple[PageLink, ...]
    gone: tuple[str, ...]
    redrawn: tuple[Rectangle, ...] = ()
    """Where a value was set by us, in user space."""


NOTHING = Flattened(b"", (), ())


def rectangle(value: Object | None) -> Rectangle | None:
    """Four numbers as an ordered rectangle, None where they are not one."""
    if not isinstance(value, Array):
        return None
    try:
        a, b, c, d = (float(edge) for edge in value.as_list()[:CORNERS])
    except (TypeError, ValueError):
        return None
    return min(a, c), min(b, d), max(a, c), max(b, d)


def flattened(pdf: Pdf, page: Dictionary, resources: Dictionary, target_of: Any) -> Flattened:
    """Flatten the annotations of `page` into `resources`; `target_of` tells the page to which a link leads."""
    operators: list[str] = []
    links: list[PageLink] = []
    gone: list[str] = []
    for annotation in annotations_of(page):
        subtype = str(annotation.get(Name.Subtype, ""))
        if subtype == "/Popup":
            continue
        if _is_hidden(_flags(annotation)):
            gone.append(wording.GONE["hidden"])
            continue
        target = target_of(annotation) if subtype == "/Link" else None
        area = rectangle(annotation.get(Name.Rect))
        if target is not None and area is not None:
            links.append(PageLink(area, target))
        gone += _what_it_would_do(annotation, subtype, target)
        look = list(_look(pdf, annotation, resources, area))
        operators += look
        if not look and subtype in MARKUP:
            gone.append(wording.GONE["bare"])
    return Flattened("".join(operators).encode("latin-1"), tuple(links), tuple(dict.fromkeys(gone)))


def fields_as_stamps(page: Dictionary) -> None:
    """Turn the annotations of a page that show somewhere into stamps without any function."""
    for annotation in annotations_of(page):
        if annotation.get(Name.Subtype) == Name.Widget:
            annotation.Subtype = Name.Stamp
            for key in ("/Parent", "/Kids", "/A", "/AA"):
                if key in annotation:
                    del annotation[key]
        if not _is_hidden(_flags(annotation)):
            annotation.F = PRINT


def annotations_of(page: Dictionary) -> Iterator[Dictionary]:
    """The annotations of a page, as far as they are any."""
    listed = page.get(Name.Annots)
    if isinstance(listed, Array):
        for index in range(min(len(listed), MOST_ANNOTATIONS)):
            annotation = listed[index]
            if isinstance(annotation, Dictionary):
                yield annotation


def _flags(annotation: Dictionary) -> int:
    value = annotation.get(Name.F, 0)
    return int(value) if isinstance(value, int) else 0


def _is_hidden(flags: int) -> bool:
    """Whether an annotation shows neither on the screen nor on paper."""
    return bool(flags & HIDDEN) or (bool(flags & NO_VIEW) and not flags & PRINT)


def _what_it_would_do(annotation: Dictionary, subtype: str, target: int | None) -> Iterator[str]:
    action = annotation.get(Name.A)
    if isinstance(action, Dictionary):
        if action.get(Name.S) == Name.URI:
            yield wording.GONE["uri"]
        elif action.get(Name.S) != Name.GoTo:
            yield wording.GONE["action"]
    if Name.AA in annotation:
        yield wording.GONE["action"]
    if subtype == "/FileAttachment":
        yield wording.GONE["file"]
    if subtype in MEDIA:
        yield wording.GONE["media"]
    if subtype == "/Link" and target is None and (Name.Dest in annotation or _goes(action)):
        yield wording.GONE["link"]


def _goes(action: Object | None) -> bool:
    return isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo


def _look(pdf: Pdf, annotation: Dictionary, resources: Dictionary, area: Rectangle | None) -> Iterator[str]:
    """Operators that draw the annotation's normal appearance; none where it has none."""
    stream = appearance_of(annotation)
    if stream is None or area is None:
        return
    fit = _fit(stream, area)
    if fit is None:
        return
    stream[Name.Type], stream[Name.Subtype] = Name.XObject, Name.Form
    _lend_form_fonts(pdf, stream)
    if Name.OC in annotation and Name.OC not in stream:
        stream[Name.OC] = annotation[Name.OC]
    drawn = resources.get(Name.XObject)
    if not isinstance(drawn, Dictionary):
        resources[Name.XObject] = drawn = Dictionary()
    name = f"/{LOOK}{stream.objgen[0]}"
    resources.XObject[name] = stream
    yield f"q {operands(fit)} cm {name} Do Q\n"


def appearance_of(annotation: Dictionary) -> Stream | None:
    """The normal appearance in the annotation's present state."""
    appearances = annotation.get(Name.AP)
    normal = appearances.get(Name.N) if isinstance(appearances, Dictionary) else None
    if isinstance(normal, Dictionary):
        state = annotation.get(Name.AS)
        normal = normal.get(str(state)) if isinstance(state, Name) else None
    return normal if isinstance(normal, Stream) else None


def _fit(stream: Stream, area: Rectangle) -> Matrix | None:
    """The matrix that lays an appearance's box onto the annotation's rectangle (ISO 32000-2, 12.5.5)."""
    box = rectangle(stream.get(Name.BBox))
    if box is None:
        box = (0.0, 0.0, area[2] - area[0], area[3] - area[1])
        stream[Name.BBox] = Array(list(box))
    matrix = _matrix(stream.get(Name.Matrix))
    corners = [apply(matrix, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    left, low = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - low
    if width <= 0 or height <= 0:
        return None
    across, up = (area[2] - area[0]) / width, (area[3] - area[1]) / height
    return across, 0.0, 0.0, up, area[0] - left * across, area[1] - low * up


def _matrix(value: Object | None) -> Matrix:
    if not isinstance(value, Array) or len(value) != len(IDENTITY):
        return IDENTITY
    try:
        a, b, c, d, e, f = (float(value[index]) for index in range(6))
    except (TypeError, ValueError):
        return IDENTITY
    return a, b, c, d, e, f


def _lend_form_fonts(pdf: Pdf, stream: Stream) -> None:
    """Give an appearance the fonts that it finds only in the form's default resources."""
    form = pdf.Root.get(Name.AcroForm)
    shared = form.get(Name.DR) if isinstance(form, Dictionary) else None
    fonts = shared.get(Name.Font) if isinstance(shared, Dictionary) else None
    if not isinstance(fonts, Dictionary):
        return
    own = stream.get(Name.Resources)
    if not isinstance(own, Dictionary):
        stream[Name.Resources] = Dictionary()
    if not isinstance(stream.Resources.get(Name.Font), Dictionary):
        stream.Resources[Name.Font] = Dictionary()
    for name, font in fonts.items():
        if name not in stream.Resources.Font:
            stream.Resources.Font[name] = font
