"""What a page should show and does not: content or pictures that no reader can unpack. Nobody may take it for blank."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2.raw as c
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from pipeline.engines import pdfium
from pipeline.engines.drawn import images_with_places
from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.pixels import Picture
from pipeline.model.geometry import POINTS_PER_INCH

DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do(?=\s|$)")
UNPACKED = 1 << 24  # bytes of content that are looked at
BLANK_DPI = 30.0  # enough to tell a page that shows something from one that shows nothing
MOST_COMPARED = 60  # pages
LARGE = 0.04  # of the page: a smaller picture is no paper


class UndrawnError(Exception):
    """A picture on a page shows nothing because it cannot be unpacked."""


class Survey(NamedTuple):
    """What the pages of a file say they show: those (1-based) that may have lost it, and whether the file is damaged."""

    doubtful: tuple[int, ...]
    damaged: bool


def survey(pdf: Pdf) -> Survey:
    """Look at the content of every page; in a damaged file a page without content has lost it."""
    lacking = {number for number, page in enumerate(pdf.pages, 1) if _lacks_something(page)}
    damaged = bool(pdf.get_warnings())  # of opening it, finding its pages, and their content
    bare = {number for number, page in enumerate(pdf.pages, 1) if damaged and _is_bare(page)}
    return Survey(tuple(sorted(lacking | bare)), damaged)


def lost_pages(surveyed: Survey, path: Path) -> tuple[int, ...]:
    """Pages that show nothing as drawn from `path`, although the file as received says that they should."""
    if not surveyed.doubtful:
        return ()
    with pdfium.opened(path) as document:
        return tuple(number for number in surveyed.doubtful if _shows_nothing(document, number))


def _lacks_something(page: Page) -> bool:
    """Whether content cannot be unpacked, or draws what the page does not have."""
    contents = [_said(stream) for stream in _streams(page.obj.get(Name.Contents))]
    if None in contents:
        return True
    named = {found.decode("latin-1") for content in contents if content for found in DRAWN.findall(content)}
    return bool(named) and not named <= set(_named(page))


def _is_bare(page: Page) -> bool:
    return not _streams(page.obj.get(Name.Contents)) and Name.Annots not in page.obj


def _streams(contents: Object | None) -> list[Stream]:
    listed = list(contents) if isinstance(contents, Array) else [contents]
    return [each for each in listed if isinstance(each, Stream)]


def _said(stream: Stream) -> bytes | None:
    """The beginning of what a content stream says, None where it cannot be unpacked."""
    try:
        if stream.get(Name.Filter) == Name.FlateDecode and Name.DecodeParms not in stream:
            return zlib.decompressobj().decompress(stream.read_raw_bytes(), UNPACKED)
        return stream.read_bytes()
    except (pikepdf.PdfError, ValueError, zlib.error):
        return None


def _named(page: Page) -> Iterator[str]:
    """What the page can draw, without the leading slash."""
    resources = page.resources if isinstance(page.resources, Dictionary) else Dictionary()
    drawn = resources.get(Name.XObject)
    if isinstance(drawn, Dictionary):
        yield from (name[1:] for name, each in drawn.items() if isinstance(each, Stream))


def _shows_nothing(document: Any, number: int) -> bool:
    try:
        drawn = _small(document, number)
    except UnreadableError:  # without area
        return True
    return bool(drawn.min() == drawn.max())


def same_look(one: Path, other: Path) -> bool:
    """Whether two files of as many pages look the same; False for files of very many pages."""
    pictures = _drawn(one), _drawn(other)
    return all(each is not None for each in pictures) and all(
        left.shape == right.shape and bool((left == right).all())
        for left, right in zip(pictures[0] or (), pictures[1] or (), strict=True)
    )


def shows_less(one: Path, other: Path) -> bool:
    """Whether a page of `one` shows nothing where that of `other` shows something."""
    pictures = _drawn(one), _drawn(other)
    return any(
        left.min() == left.max() and right.min() != right.max()
        for left, right in zip(pictures[0] or (), pictures[1] or (), strict=False)
    )


def _drawn(path: Path) -> list[Picture] | None:
    """Small pictures of all pages, None where there are very many or one cannot be drawn."""
    try:
        with pdfium.opened(path) as document:
            if len(document) > MOST_COMPARED:
                return None
            return [_small(document, number) for number in range(1, len(document) + 1)]
    except UnreadableError:
        return None


def _small(document: Any, number: int) -> Picture:
    with pdfium.printed_page_of(document, number) as page:
        return pdfium.rasterise(page, BLANK_DPI)


def refuse_undrawn(page: Any, drawn: Picture, dpi: float) -> None:
    """Raise UndrawnError where a large picture of a page, itself drawn as `drawn`, shows one colour and cannot be unpacked."""
    width, height = pdfium.size(page)
    scale = dpi / POINTS_PER_INCH
    for picture, place in images_with_places(page):
        if place.width * place.height < LARGE * width * height:
            continue
        left, top, right, bottom = (round(edge * scale) for edge in place)
        part = drawn[top:bottom, left:right]
        if part.size and part.min() == part.max() and not _unpacks(picture):
            raise UndrawnError


def _unpacks(picture: Any) -> bool:
    bitmap = c.FPDFImageObj_GetBitmap(picture)
    if not bitmap:
        return False
    c.FPDFBitmap_Destroy(bitmap)
    return True
