"""The pages of a PDF that the program itself wrote: their characters, and where pictures stand."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pipeline.engines import drawn, pdfium
from pipeline.engines.textlayer import characters
from pipeline.model.geometry import Box
from pipeline.model.page import Page


class OwnPage(NamedTuple):
    """A page and the places of its raster images, in points."""

    page: Page
    pictures: tuple[Box, ...]


def own_pages(pdf: Path) -> tuple[OwnPage, ...]:
    """Every page of one of the program's own PDFs, read in this process: it was not a client who made it."""
    with pdfium.opened(pdf) as document:
        return tuple(_own_page(document, number, pdf) for number in range(1, len(document) + 1))


def _own_page(document: object, number: int, pdf: Path) -> OwnPage:
    with pdfium.page_of(document, number) as page:
        width, height = pdfium.size(page)
        read = characters(page)
        record = Page(
            file=f"build:drafts/{pdf.name}",
            sha256="",
            number=number,
            width=width,
            height=height,
            reader="text",
            engine=pdfium.ENGINE,
            text=read.text,
            boxes=read.boxes,
        )
        return OwnPage(record, drawn.images(page))
