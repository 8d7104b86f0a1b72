from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from pipeline.engines.image_pdf import image_pdf
from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.pdfium import rasterise

WIDTH, HEIGHT = 120, 80


def quarters(mode: str = "RGB") -> Image.Image:
    """Four corners of different colours, so that every turn and mirror shows."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), "white")
    for box, colour in (
        ((0, 0, 60, 40), "red"),
        ((60, 0, 120, 40), "green"),
        ((0, 40, 60, 80), "blue"),
        ((60, 40, 120, 80), "black"),
    ):
        picture.paste(colour, box)
    return picture.convert(mode)


def drawn(pdf: bytes, dpi: float) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return Image.fromarray(rasterise(document[0], dpi))


def size(pdf: bytes) -> tuple[float, float]:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].get_size()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_exif_orientation_is_drawn_as_a_person_sees_it(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = orientation
    quarters().save(path, exif=exif, quality=95, dpi=(100, 100))
    pdf = image_pdf(path).pdf
    with Image.open(path) as stored:
        expected = ImageOps.exif_transpose(stored).convert("RGB")
    picture = drawn(pdf, 100)
    assert picture.size == expected.size
    assert np.abs(np.asarray(picture, dtype=int) - np.asarray(expected, dtype=int)).mean() < 3


def test_a_jpeg_goes_into_the_pdf_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    quarters().save(path)
    pdf, pages, _ = image_pdf(path)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        image = opened.pages[0].obj.Resources.XObject.Picture
        assert image.read_raw_bytes() == path.read_bytes()
    assert pages == 1


def test_a_file_without_resolution_counts_as_200_dpi(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    quarters().save(path)
    assert size(image_pdf(path)[0]) == pytest.approx((WIDTH * 72 / 200, HEIGHT * 72 / 200), abs=0.01)


def test_exif_without_a_resolution_counts_as_200_dpi_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 1
    quarters().save(path, exif=exif)
    assert size(image_pdf(path)[0]) == pytest.approx((WIDTH * 72 / 200, HEIGHT * 72 / 200), abs=0.01)


def test_the_resolution_of_the_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    quarters().save(path, dpi=(300, 300))
    assert size(image_pdf(path)[0]) == pytest.approx((WIDTH * 72 / 300, HEIGHT * 72 / 300), abs=0.05)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK"])
def test_every_colour_mode_keeps_its_look(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.tif" if mode == "CMYK" else "a.png")
    quarters(mode).save(path, dpi=(100, 100))
    pdf = image_pdf(path).pdf
    with Image.open(path) as stored:
        expected = np.asarray(stored.convert("RGB"), dtype=int)
    assert np.abs(np.asarray(drawn(pdf, 100), dtype=int) - expected).mean() < 3


def test_transparency_becomes_white_paper(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(path)
    assert np.asarray(drawn(image_pdf(path)[0], 100)).min() == 255


def test_every_frame_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    quarters().save(path, save_all=True, append_images=[quarters("L"), quarters("1")])
    assert image_pdf(path)[1] == 3


def test_the_same_image_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    quarters().save(path)
    assert image_pdf(path) == image_pdf(path)


@pytest.mark.parametrize("kept", [20, 700])
def test_a_truncated_photograph_is_damaged(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "a.jpg"
    quarters().save(path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(UnreadableError) as caught:
        image_pdf(path)
    assert caught.value.fault == "damaged"
