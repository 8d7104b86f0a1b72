"""The program's drafts as they come back: sealed on paper and scanned, or sealed in the file; whole or spoilt."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.specimens import fonts, seals, surfaces

SEAL_POINTS = 113.0
"""40 mm."""
BESIDE = 60.0
"""Points from 公章 to the seal's edge."""
SCAN_DPI = 150
QUALITY = 70
Spoil = Callable[[Image.Image, Any], None]
"""Changes a page's picture at 150 dpi; it gets pdfium's page, to find words on it."""


def sealed_file(draft: Path, company: str, leave_out: Sequence[int] = ()) -> bytes:
    """A draft with the company's seal beside each 公章, its text kept; pages (1-based) may be left out."""
    with pikepdf.open(draft) as pdf, pikepdf.open(io.BytesIO(_seals(draft, company))) as over:
        for page, seal in zip(pdf.pages, over.pages, strict=True):
            page.add_overlay(seal)
        for number in sorted(leave_out, reverse=True):
            del pdf.pages[number - 1]
        return _saved(pdf)


def with_page_of(draft: bytes, number: int, other: Path, other_number: int) -> bytes:
    """A draft in which a page (1-based) is that of another file."""
    with pikepdf.open(io.BytesIO(draft)) as pdf, pikepdf.open(other) as stranger:
        pdf.pages[number - 1] = stranger.pages[other_number - 1]
        return _saved(pdf)


def sealed_scan(draft: Path, company: str, seed: int, spoil: Spoil | None = None) -> bytes:
    """A draft printed, sealed and scanned: pictures alone, a little askew, with noise."""
    random = np.random.default_rng(seed)
    sheets = []
    for page in _pages(draft):
        picture = page.render(scale=SCAN_DPI / 72).to_pil().convert("RGB")
        if spoil is not None:
            spoil(picture, page)
        place = _beside_seal_label(page)
        if place is not None:
            seal = seals.company_seal(company).resize((_pixels(SEAL_POINTS),) * 2)
            picture.paste(seal, (_pixels(place[0]), _pixels(page.get_height() - place[1] - SEAL_POINTS)), seal)
        sheets.append(surfaces.jpeg(surfaces.scanned(np.asarray(picture), random), QUALITY, grey=False))
    return surfaces.image_pdf(sheets, SCAN_DPI)


def rewritten(old: str, new: str, size: float) -> Spoil:
    """Words painted over and written anew, in points of type, at their first place on a page that has them."""

    def spoil(picture: Image.Image, page: Any) -> None:
        text = page.get_textpage()
        found = text.search(old).get_next()
        if found is None:
            return
        boxes = [text.get_charbox(found[0] + place) for place in range(len(old))]
        top, bottom = (_pixels(page.get_height() - edge) for edge in (boxes[0][3], boxes[0][1]))
        left, right = _pixels(boxes[0][0]), _pixels(boxes[-1][2])
        draw = ImageDraw.Draw(picture)
        draw.rectangle((left - 1, top - 2, right + 1, bottom + 2), fill="white")
        font = ImageFont.truetype(fonts.font_path("song"), _pixels(size))
        draw.text((left, bottom), new, "black", font, anchor="ls")

    return spoil


def _pixels(points: float) -> int:
    return round(points * SCAN_DPI / 72)


def _pages(draft: Path) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(str(draft))
    yield from (document[index] for index in range(len(document)))
    document.close()


def _beside_seal_label(page: Any) -> tuple[float, float] | None:
    """The lower left corner of a seal beside 公章, in PDF points; None where nothing is to be sealed."""
    text = page.get_textpage()
    found = text.search("公章").get_next()
    if found is None:
        return None
    left, bottom, _, top = text.get_charbox(found[0])
    return left + BESIDE, (bottom + top - SEAL_POINTS) / 2


def _seals(draft: Path, company: str) -> bytes:
    """A PDF of as many pages with nothing but the seals."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    seal = ImageReader(seals.company_seal(company))
    for page in _pages(draft):
        canvas.setPageSize((page.get_width(), page.get_height()))
        place = _beside_seal_label(page)
        if place is not None:
            canvas.drawImage(seal, *place, SEAL_POINTS, SEAL_POINTS, mask="auto")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()
