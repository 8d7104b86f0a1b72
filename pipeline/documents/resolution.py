"""The true resolution of a picture whose file does not tell it: at most what the paper's size and its print allow."""

from __future__ import annotations

from pipeline.layout.sheet import Sheet
from pipeline.model.geometry import MILLIMETRES_PER_INCH, POINTS_PER_INCH

SHEET_MM = 260.0  # 16开, the smallest sheet for contracts, certificates of authorities and forms; A4 has 297
SMALLEST_PRINT = 7.5  # points: 六号, the smallest in which the greater part of a paper is set
LARGE_PRINT = 30.0  # px a character: read with ease, however many dots an inch that makes
FEWEST_CHARACTERS = 12  # of a page whose print is measured


def most_dpi(sheet: Sheet, paper_mm: float | None) -> float | None:
    """The most dots an inch that a page can have, None where nothing tells, or where its print is large.

    `paper_mm` is the least that the paper's longer side measures. The picture shows the whole paper, and often the
    desk around it: it cannot be finer than if the paper filled it.
    """
    page = sheet.page
    if paper_mm is None or page.look.assumed_dpi is None or len(sheet.glyphs) < FEWEST_CHARACTERS:
        return None
    scale = page.look.assumed_dpi / POINTS_PER_INCH
    if sheet.em * scale >= LARGE_PRINT:
        return None
    by_paper = max(page.width, page.height) * scale * MILLIMETRES_PER_INCH / paper_mm
    by_print = sheet.em * scale * POINTS_PER_INCH / SMALLEST_PRINT
    return round(min(by_paper, by_print), 1)
