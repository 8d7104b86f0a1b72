from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines import ocr
from pipeline.engines.crops import CropTask, crop
from pipeline.engines.image_pdf import image_pdf
from pipeline.engines.reading import ReadingSettings, read_pages
from pipeline.layout.sheet import Sheet
from pipeline.model.page import Page
from tests.unit.engines import drawing

LINES = ("营业执照", "名称北京虚构云桥智联科技有限公司", "统一社会信用代码", "法定代表人", "注册资本壹佰万元整")


def read(tmp_path: Path, content: bytes, **settings: bool) -> Page:
    path = tmp_path / "page.pdf"
    path.write_bytes(content)
    return read_pages(path, "papers/page.pdf", "0" * 64, None, ReadingSettings(**settings))[0]


def photographed(tmp_path: Path, picture: Image.Image) -> Page:
    path = tmp_path / "photo.png"
    picture.save(path, dpi=(150, 150))
    return read(tmp_path, image_pdf(path)[0])


def over_picture(
    draw: Callable[[Canvas], None], picture: Image.Image, box: tuple[float, float, float, float]
) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=drawing.A4)
    canvas.drawImage(ImageReader(picture), *box)
    draw(canvas)
    canvas.save()
    return written.getvalue()


def test_a_digital_page_is_read_from_its_text_layer_with_certainty(tmp_path: Path) -> None:
    page = read(tmp_path, drawing.pdf((100, 200, LINES[1])))
    assert (page.reader, page.text, page.confidence, page.look.picture) == ("text", LINES[1], (), False)
    assert (page.width, page.height) == drawing.A4
    assert len(page.boxes) == len(page.text)


@pytest.mark.slow
def test_a_scanned_page_is_read_character_by_character(tmp_path: Path) -> None:
    page = photographed(tmp_path, drawing.sheet(*LINES))
    assert (page.reader, page.look.picture, page.look.dpi, page.look.turned) == ("ocr", True, 150.0, 0)
    assert page.text == "".join(LINES)
    assert len(page.boxes) == len(page.confidence) == len(page.text)
    scale = 72 / 150
    assert page.boxes[0].middle == pytest.approx(((60 + 18) * scale, (50 + 22) * scale), abs=6)


@pytest.mark.slow
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_lying_on_its_side_is_turned_and_its_boxes_with_it(tmp_path: Path, turn: int) -> None:
    upright = photographed(tmp_path, drawing.sheet(*LINES))
    lying = photographed(tmp_path, drawing.sheet(*LINES).rotate(turn, expand=True))
    assert lying.look.turned == turn
    assert lying.text == upright.text
    assert (lying.width, lying.height) == pytest.approx((upright.width, upright.height), abs=0.1)
    for one, other in zip(lying.boxes, upright.boxes, strict=True):
        assert one.middle == pytest.approx(other.middle, abs=5)


@pytest.mark.slow
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_evidence_of_a_turned_page_is_where_the_file_shows_it_and_its_picture_is_upright(
    tmp_path: Path, turn: int
) -> None:
    lying = drawing.sheet(*LINES).rotate(turn, expand=True)
    page = photographed(tmp_path, lying)
    words = next(line.words() for line in Sheet.of(page).lines if line.text == LINES[2])
    found = words.evidence()
    assert found.text == LINES[2]
    assert found.bbox is not None
    scale = 150 / 72
    ink = np.asarray(lying.convert("L").crop([round(edge * scale) for edge in found.bbox.grown(2)]))
    assert (ink < 100).mean() > 0.1
    task = CropTask(path=tmp_path / "page.pdf", page=1, boxes=(found.bbox,), turned=page.look.turned)
    again = ocr.read(np.asarray(Image.open(io.BytesIO(crop(task)[0]))))
    assert again.turned == 0
    assert LINES[2] in "".join(glyph.character for glyph in again.glyphs)


@pytest.mark.slow
def test_print_under_a_seal_is_read(tmp_path: Path) -> None:
    picture = drawing.sheet(*LINES)
    drawing.seal(picture, (420, 190), 105, "北京虚构云桥智联科技有限公司", (205, 30, 35))
    page = photographed(tmp_path, picture)
    assert "名称北京虚构云桥智联科技有限公司" in page.text
    assert len(page.look.seals) == 1


@pytest.mark.slow
def test_a_hidden_text_layer_over_a_scan_is_not_believed(tmp_path: Path) -> None:
    def hide(canvas: Canvas) -> None:
        line = canvas.beginText(100, 700)
        line.setTextRenderMode(3)
        line.textOut("WRONG")
        canvas.drawText(line)

    page = read(tmp_path, over_picture(hide, drawing.sheet(*LINES), (0, 200, 595, 416)))
    assert page.reader == "ocr"
    assert "WRONG" not in page.text
    assert LINES[2] in page.text
    assert "不可见" in page.why


@pytest.mark.slow
def test_a_card_pasted_into_a_digital_page_is_read_beside_its_text(tmp_path: Path) -> None:
    card = drawing.sheet("法定代表人", width=500, height=200)
    page = read(
        tmp_path, over_picture(lambda canvas: canvas.drawString(100, 780, "COPY 2026"), card, (100, 400, 250, 100))
    )
    assert page.reader == "ocr"
    assert "COPY2026" in page.text
    assert "法定代表人" in page.text
    assert page.confidence[page.text.index("C")] == 1.0


@pytest.mark.slow
def test_mojibake_is_read_from_the_picture(tmp_path: Path) -> None:
    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.setFont("Helvetica", 14)
    canvas.drawString(50, 700, "±±¾©ÐéÔÚÔÆÇÅ¿Æ¼¼ÓÐÏÞ¹«Ë¾")
    canvas.save()
    assert "乱码" in read(tmp_path, written.getvalue()).why


def test_an_empty_page_is_read_as_nothing(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    written = io.BytesIO()
    pdf.save(written)
    page = read(tmp_path, written.getvalue())
    assert (page.reader, page.text, page.look.strokes) == ("none", "", ())


def test_without_ocr_a_scan_stays_unread(tmp_path: Path) -> None:
    page = read(tmp_path, over_picture(lambda _: None, drawing.sheet(*LINES), (0, 200, 595, 416)), ocr=False)
    assert (page.reader, page.text) == ("none", "")


def test_exact_cells_are_those_of_the_files_own_lines(tmp_path: Path) -> None:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=drawing.A4)
    canvas.grid([100, 200, 400], [600, 630, 660])
    canvas.drawString(110, 610, "A")
    canvas.save()
    seen = read(tmp_path, written.getvalue())
    exact = read(tmp_path, written.getvalue(), exact_cells=True)
    assert len(seen.cells) == len(exact.cells) == 4
    assert exact.cells[0] == (100.0, 182.0, 200.0, 212.0)
    for one, other in zip(seen.cells, exact.cells, strict=True):
        assert one == pytest.approx(other, abs=1.0)


@pytest.mark.slow
def test_print_too_small_to_be_read_asks_for_a_new_scan(tmp_path: Path) -> None:
    path = tmp_path / "small.png"
    drawing.sheet(*LINES).resize((160, 112), Image.Resampling.LANCZOS).save(path, dpi=(60, 60))
    page = read(tmp_path, image_pdf(path)[0])
    assert page.reader == "none" or "重新扫描" in page.why


@pytest.mark.slow
def test_the_same_picture_gives_the_same_reading() -> None:
    picture = drawing.array(drawing.sheet(*LINES))
    assert ocr.read(picture).glyphs == ocr.read(picture).glyphs


@pytest.mark.slow
def test_a_leaning_page_tells_by_how_much() -> None:
    leaning = drawing.sheet(*LINES).rotate(-3, fillcolor=(246, 244, 238), resample=Image.Resampling.BICUBIC)
    read_back = ocr.read(drawing.array(leaning))
    assert read_back.skew == pytest.approx(3, abs=0.7)
    assert "".join(glyph.character for glyph in read_back.glyphs).count("公司") == 1


def test_a_blank_picture_has_no_characters() -> None:
    assert ocr.read(np.full((300, 400, 3), 255, dtype=np.uint8)).glyphs == ()
