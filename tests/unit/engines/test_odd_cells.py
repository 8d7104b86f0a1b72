"""Cells of a table in which some characters were set in another font or size than the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines.reading import read_pages
from tests.specimens import surfaces, worlds
from tests.specimens.gallery import exhibits

ROWS, LEFT, TOP, HIGH, WIDE = 8, 72, 760, 22, 110
SONG, HEI = "STSong-Light", "HeiseiKakuGo-W5"
Draw = Callable[[Canvas, int, float], None]


def paper(path: Path, odd: Draw, after: Callable[[Canvas], None] = lambda _: None) -> Path:
    """A ruled table of months, bases and states; `odd` draws the base of row 3."""
    for font in (SONG, HEI):
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setFont(SONG, 16)
    canvas.drawString(200, 800, "社会保险参保证明（虚构数据）")
    edges = [TOP - HIGH * row for row in range(ROWS + 1)]
    canvas.grid([LEFT + WIDE * column for column in range(4)], edges)
    for row, base in enumerate(edges[1:]):
        canvas.setFont(SONG, 10)
        canvas.drawString(LEFT + 2 * WIDE + 8, base + 7, "正常缴费")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(LEFT + 8, base + 7, f"2026{row + 1:02}")
        if row == 3:
            odd(canvas, row, base + 7)
        else:
            canvas.drawString(LEFT + WIDE + 8, base + 7, f"63{row}0.00")
    after(canvas)
    canvas.save()
    return path


def in_pieces(font: str, size: float) -> Draw:
    """The base with its last digits in another font or size."""

    def draw(canvas: Canvas, row: int, base: float) -> None:
        canvas.drawString(LEFT + WIDE + 8, base, "63")
        canvas.setFont(font, size)
        canvas.drawString(LEFT + WIDE + 22, base, "80.00")

    return draw


def plain(canvas: Canvas, row: int, base: float) -> None:
    canvas.drawString(LEFT + WIDE + 8, base, "6380.00")


def told(path: Path) -> list[str]:
    (page,) = read_pages(path, "papers/a.pdf", "0" * 64)
    assert page.reader == "text"
    assert len(page.cells) >= 3 * ROWS
    return [each.text for each in page.look.odd_cells]


@pytest.mark.parametrize(("font", "size"), [("Times-Roman", 10), ("Helvetica", 12), ("Courier", 10)])
def test_digits_in_another_font_or_size_are_told_with_their_cell(tmp_path: Path, font: str, size: float) -> None:
    assert told(paper(tmp_path / "a.pdf", in_pieces(font, size))) == ["6380.00"]


@pytest.mark.parametrize(("font", "size"), [("Helvetica", 10), ("Helvetica-Bold", 10), ("Helvetica", 10.5)])
def test_a_bold_digit_or_a_hair_of_size_is_no_sign(tmp_path: Path, font: str, size: float) -> None:
    assert told(paper(tmp_path / "a.pdf", in_pieces(font, size))) == []


def test_words_of_one_cell_in_two_fonts_are_told(tmp_path: Path) -> None:
    def overlaid(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        canvas.rect(LEFT + 2 * WIDE + 7, TOP - HIGH * 5 + 3, 21, 15, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont(HEI, 10)
        canvas.drawString(LEFT + 2 * WIDE + 8, TOP - HIGH * 5 + 7, "已足")

    assert len(told(paper(tmp_path / "a.pdf", plain, overlaid))) == 1


def test_numbers_in_another_font_than_the_words_beside_them_are_the_rule(tmp_path: Path) -> None:
    def mixed(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(LEFT + 2 * WIDE + 52, TOP - HIGH * 5 + 7, "12")

    assert told(paper(tmp_path / "a.pdf", plain, mixed)) == []


def test_a_watermark_or_a_stamp_over_a_cell_is_no_overlay(tmp_path: Path) -> None:
    def marked(canvas: Canvas) -> None:
        middle = (LEFT + 2 * WIDE + 8, TOP - HIGH * 5 + 7)
        for turned, size, grey in ((30, 10, 0.0), (0, 40, 0.0), (0, 10, 0.7)):
            canvas.saveState()
            canvas.translate(*middle)
            canvas.rotate(turned)
            canvas.setFont(HEI, size)
            canvas.setFillGray(grey)
            canvas.drawString(50, 0, "办")
            canvas.restoreState()
        canvas.setFillColorRGB(0.85, 0, 0)
        canvas.setFont(HEI, 10)
        canvas.drawString(LEFT + 2 * WIDE + 70, middle[1], "章")

    assert told(paper(tmp_path / "a.pdf", plain, marked)) == []


def test_a_column_that_is_always_set_in_two_fonts_says_nothing(tmp_path: Path) -> None:
    def everywhere(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        for row in range(ROWS):
            canvas.drawString(LEFT + WIDE + 60, TOP - HIGH * (row + 1) + 7, "80")

    assert told(paper(tmp_path / "a.pdf", plain, everywhere)) == []


def test_no_specimen_of_an_official_paper_has_an_odd_cell(tmp_path: Path) -> None:
    world = worlds.clean(7101)
    official = [each for each in exhibits() if each.kind in ("social_insurance", "qualification")]
    assert len(official) > 5
    for number, exhibit in enumerate(official):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(surfaces.digital([exhibit.draw(world)], "虚构办公软件"))
        odd = [(exhibit.layout, each.text) for page in read_pages(path, "a", "0") for each in page.look.odd_cells]
        assert odd == []
