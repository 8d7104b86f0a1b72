"""The most dots an inch that a picture without a stated resolution can have."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipeline.documents.resolution import SHEET_MM, most_dpi
from pipeline.engines.image_pdf import image_pdf
from pipeline.engines.reading import ReadingSettings, read_pages
from pipeline.layout.sheet import Sheet
from pipeline.model.page import Look
from tests.unit.layout.builders import Drawing

CLAUSE = "出租方将房屋出租给承租方使用租期三年"


def sheet(pixels: tuple[int, int], em: float, assumed: float | None = 200.0, lines: int = 5) -> Sheet:
    """A photographed page of so many pixels with characters of `em` pixels."""
    scale = 72 / 200
    drawing = Drawing(pixels[0] * scale, pixels[1] * scale, reader="ocr")
    for line in range(lines):
        drawing.write(40, 60 + line * 3 * em * scale, CLAUSE, size=em * scale)
    look = Look(picture=True, assumed_dpi=assumed, dpi=None if assumed else 200.0)
    return Sheet.of(drawing.page().model_copy(update={"look": look}))


def test_a_sheet_that_wechat_reduced_is_coarser_than_200_dpi() -> None:
    assert most_dpi(sheet((1080, 1440), 18), SHEET_MM) == pytest.approx(140.7, abs=0.5)


def test_a_photograph_of_twelve_megapixels_and_a_scan_of_200_dpi_may_be_fine_enough() -> None:
    photograph, scan = most_dpi(sheet((3024, 4032), 28), SHEET_MM), most_dpi(sheet((1654, 2339), 24), SHEET_MM)
    assert photograph is not None
    assert scan is not None
    assert min(photograph, scan) >= 200


def test_small_print_in_a_large_picture_lies_far_off() -> None:
    assert most_dpi(sheet((3024, 4032), 12), SHEET_MM) == pytest.approx(115, abs=1)


def test_a_card_that_fills_a_small_picture_is_fine_enough_and_a_far_one_is_not() -> None:
    near, far = most_dpi(sheet((1080, 720), 28), 85.6), most_dpi(sheet((1080, 1440), 14), 85.6)
    assert near is not None
    assert near > 200
    assert far is not None
    assert far < 200


@pytest.mark.parametrize(
    ("page", "paper"),
    [
        (sheet((1080, 1440), 18), None),
        (sheet((1080, 1440), 18, assumed=None), SHEET_MM),
        (sheet((1080, 2400), 40), SHEET_MM),
        (sheet((1080, 1440), 18, lines=0), SHEET_MM),
    ],
    ids=["a picture of a screen", "a stated resolution", "large print", "no print"],
)
def test_nothing_is_said_where_nothing_tells(page: Sheet, paper: float | None) -> None:
    assert most_dpi(page, paper) is None


@pytest.mark.parametrize(("stated", "told"), [(None, False), (72, False), (96, False), (150, True), (300, True)])
def test_what_cameras_and_editors_fill_in_is_no_resolution_of_the_paper(
    tmp_path: Path, stated: int | None, told: bool
) -> None:
    path, pdf = tmp_path / "a.jpg", tmp_path / "a.pdf"
    Image.new("RGB", (900, 1200), "white").save(path, **({"dpi": (stated, stated)} if stated else {}))
    pdf.write_bytes(image_pdf(path).pdf)
    look = read_pages(pdf, "a.jpg", "x", settings=ReadingSettings())[0].look
    shown = pytest.approx(stated or 200, abs=1)
    assert (look.dpi, look.assumed_dpi) == ((shown, None) if told else (None, shown))
