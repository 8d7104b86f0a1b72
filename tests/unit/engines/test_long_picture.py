"""Long screenshots: cut into pages at calm rows, every pixel kept."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from pipeline.engines.image_pdf import image_pdf
from pipeline.engines.long_picture import PAGE, is_long, pieces
from tests.specimens.screenshots import SORTS, Sort, screenshot


def grey(jpeg: bytes) -> np.ndarray:
    return cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("seed", range(6))
def test_no_cut_parts_a_line_of_text_or_a_row_of_a_table(sort: Sort, seed: int) -> None:
    width = (1080, 750, 1440)[seed % 3]
    shot = screenshot(sort, 6 * width, seed, width, dark=seed % 2 == 1)
    rows = pieces(grey(shot.jpeg((60, 75, 90)[seed % 3])))
    assert len(rows) >= 4
    assert (rows[0][0], rows[-1][1]) == (0, shot.at)
    assert all(left[1] == right[0] for left, right in pairwise(rows))
    for _, cut in rows[:-1]:
        assert not [part for part in shot.whole if part[0] < cut < part[1]], cut
    assert all(end - first <= PAGE * width + 1 for first, end in rows)


@pytest.mark.parametrize(("width", "height"), [(1080, 2400), (1179, 2556), (1654, 2339), (3024, 4032), (200, 900)])
def test_one_screen_a_sheet_and_a_photograph_are_not_long(width: int, height: int) -> None:
    assert not is_long(width, height)


def test_a_long_picture_without_a_calm_row_stays_whole() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (4000, 1080), np.uint8)
    assert pieces(noise) == ((0, 4000),)


def test_a_cell_that_goes_on_over_several_rows_is_not_cut() -> None:
    """Rules of single rows that end before the table does: the first column is one cell."""
    picture = np.full((6000, 1080), 255, np.uint8)
    for x in (40, 300, 700, 1040):
        picture[:, x : x + 2] = 0
    for y in range(0, 6000, 100):
        picture[y : y + 2, 300 if y % 1200 else 40 : 1042] = 0
    cuts = [end for _, end in pieces(picture)][:-1]
    assert cuts
    assert all(cut % 1200 <= 2 for cut in cuts)


def test_the_pages_of_a_long_screenshot_hold_every_pixel_at_the_size_of_a_sheet(tmp_path: Path) -> None:
    shot = screenshot("chat", 6000, 2)
    path = tmp_path / "聊天.png"
    shot.image().save(path)
    made = image_pdf(path)
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        parts = [pikepdf.PdfImage(page.obj.Resources.XObject.Picture).as_pil_image() for page in opened.pages]
    assert np.array_equal(np.concatenate([np.asarray(part) for part in parts]), np.asarray(shot.image()))
    with pypdfium2.PdfDocument(made.pdf) as document:
        sizes = [page.get_size() for page in document]
    assert len(sizes) == made.pages == len(parts)
    assert all(width == pytest.approx(1080 * 72 / 200, abs=0.1) and height <= 550 for width, height in sizes)
    assert f"分为 {made.pages} 页" in made.remarks[0]


def test_a_long_jpeg_and_one_turned_by_its_exif_tag_give_the_same_pages(tmp_path: Path) -> None:
    shot = screenshot("article", 4000, 4)
    plain, turned = tmp_path / "a.jpg", tmp_path / "b.jpg"
    shot.image().save(plain, quality=95)
    exif = Image.Exif()
    exif[0x0112] = 6
    shot.image().rotate(90, expand=True).save(turned, quality=95, exif=exif)
    assert image_pdf(plain).pages == image_pdf(turned).pages > 1


def test_a_sheet_has_no_remark(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (1240, 1754), "white").save(path)
    assert image_pdf(path)[1:] == (1, ())
