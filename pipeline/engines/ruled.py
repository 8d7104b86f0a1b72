"""Ruled cells of a PDF page by pdfplumber: exact lines of the file, where a layout asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.engines import pdfium
from pipeline.engines.outcomes import UnreadableError
from pipeline.model.geometry import Box
from pipeline.model.record import Record


class RuledPage(Record):
    """The cells of one page (1-based), in points of the page as seen."""

    number: int
    cells: tuple[Box, ...]


def ruled_cells(path: Path, pages: tuple[int, ...]) -> tuple[RuledPage, ...]:
    """The cells on these pages; raises UnreadableError where pdfplumber reads other pages than pdfium."""
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(path) as document:
            if len(document.pages) != pdfium.count_pages(path):
                raise UnreadableError("damaged", "pages lost")  # it loses pages of damaged files without a word
            return tuple(RuledPage(number=n, cells=_cells(document.pages[n - 1])) for n in pages)
    except (PdfminerException, TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableError("damaged", "pdfplumber") from error


def _cells(page: Any) -> tuple[Box, ...]:
    """Pdfplumber measures from the media box; the page as seen begins at its crop box."""
    left, top = page.cropbox[0], page.cropbox[1]
    found = {
        Box(cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top).rounded()
        for table in page.find_tables()
        for cell in table.cells
    }
    return tuple(sorted(found, key=lambda box: (box.top, box.x0)))
