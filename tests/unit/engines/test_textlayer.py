from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines import drawn, pdfium
from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.textlayer import Characters, characters
from pipeline.model.geometry import Box
from tests.unit.engines import drawing

WORDS = "统一社会信用代码"


def read(content: bytes, number: int = 1) -> Characters:
    with opened_page(content, number) as page:
        return characters(page)


@contextmanager
def opened_page(content: bytes, number: int = 1) -> Iterator[object]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        path.write_bytes(content)
        with pdfium.opened(path) as document, pdfium.printed_page_of(document, number) as page:
            yield page


def changed(content: bytes, **page: object) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for name, value in page.items():
            pdf.pages[0].obj[f"/{name}"] = value
        written = io.BytesIO()
        pdf.save(written)
        return written.getvalue()


def test_every_character_has_its_own_box_in_points_from_the_top_left() -> None:
    layer = read(drawing.pdf((100, 200, WORDS)))
    assert layer.text == WORDS
    for index, box in enumerate(layer.boxes):
        assert box.x0 == pytest.approx(100 + 12 * index, abs=0.5)
        assert box.top < 200 - 5 < box.bottom


def test_white_space_is_layout_and_not_kept() -> None:
    assert read(drawing.pdf((50, 100, "法 定　代表 人"))).text == "法定代表人"


@pytest.mark.parametrize(
    ("turn", "x", "y"), [(0, 106, 195), (90, 842 - 195, 106), (180, 595 - 106, 842 - 195), (270, 195, 595 - 106)]
)
def test_boxes_follow_the_rotation_of_the_page(turn: int, x: float, y: float) -> None:
    layer = read(changed(drawing.pdf((100, 200, WORDS)), Rotate=turn))
    assert layer.text == WORDS
    assert layer.boxes[0].middle == pytest.approx((x, y), abs=3)


def test_boxes_begin_at_the_crop_box_and_what_lies_outside_is_not_read() -> None:
    content = drawing.pdf((100, 200, WORDS), (100, 700, "附件"))
    layer = read(changed(content, CropBox=pikepdf.Array([50, 842 - 400, 550, 842 - 100])))
    assert layer.text == WORDS
    assert layer.boxes[0].middle == pytest.approx((56, 95), abs=3)


def test_bold_by_printing_twice_is_read_once() -> None:
    assert read(drawing.pdf((100, 200, WORDS), twice=True)).text == WORDS


def test_doubled_characters_that_stand_side_by_side_are_kept() -> None:
    assert read(drawing.pdf((100, 200, "人人代代 1199"))).text == "人人代代1199"


def test_invisible_text_is_counted_and_not_read() -> None:
    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.drawString(100, 600, "SEEN")
    line = canvas.beginText(100, 700)
    line.setTextRenderMode(3)
    line.textOut("HIDDEN")
    canvas.drawText(line)
    canvas.save()
    layer = read(written.getvalue())
    assert (layer.text, layer.hidden) == ("SEEN", 6)


def test_the_value_of_a_form_field_is_read_with_the_page() -> None:
    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.acroForm.textfield(value="91110000", x=100, y=600, width=200, height=20, fontName="Helvetica")
    canvas.showPage()
    canvas.save()
    assert read(written.getvalue()).text == "91110000"


def test_the_value_of_a_form_field_stands_where_it_is_seen() -> None:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=drawing.A4)
    canvas.acroForm.textfield(value="91110000", x=100, y=600, width=200, height=20, fontName="Helvetica")
    canvas.showPage()
    canvas.save()
    assert Box(95, 215, 305, 245).contains(*read(written.getvalue()).boxes[0].middle)


def test_a_picture_inside_a_form_object_is_found_where_it_is_drawn() -> None:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=drawing.A4)
    canvas.beginForm("inner")
    canvas.drawImage(ImageReader(drawing.sheet(width=40, height=20)), 0, 0, 40, 20)
    canvas.endForm()
    canvas.translate(100, 500)
    canvas.scale(3, 3)
    canvas.doForm("inner")
    canvas.save()
    with opened_page(written.getvalue()) as page:
        assert [box.rounded() for box in drawn.images(page)] == [Box(100, 282, 220, 342)]
        assert drawn.image_resolution(page) == pytest.approx(72 / 3, abs=0.1)


def test_a_raster_has_the_exact_pixels_of_its_resolution() -> None:
    with opened_page(drawing.pdf((10, 10, "一"), page=(86.4, 57.6))) as page:
        assert pdfium.rasterise(page, 100).shape == (80, 120, 3)


def test_a_poster_is_drawn_coarser_instead_of_filling_the_memory() -> None:
    with opened_page(drawing.pdf((10, 100, "一"), page=(14000, 14000))) as page:
        picture = pdfium.rasterise(page, 300)
        assert picture.shape[0] * picture.shape[1] <= pdfium.MOST_PIXELS * 1.01


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 and nothing else")
    with pytest.raises(UnreadableError) as caught:
        pdfium.count_pages(path)
    assert caught.value.fault == "damaged"


@given(
    turn=st.sampled_from([0, 90, 180, 270]),
    left=st.floats(0, 400),
    bottom=st.floats(0, 600),
    width=st.floats(1, 100),
    height=st.floats(1, 100),
)
def test_a_box_keeps_its_area_and_stays_on_the_page_however_it_is_turned(
    turn: int, left: float, bottom: float, width: float, height: float
) -> None:
    class Page:
        def get_bbox(self) -> tuple[float, float, float, float]:
            return (0, 0, 595, 842)

        def get_rotation(self) -> int:
            return turn

    box = pdfium.Placement(Page()).box(left, bottom, left + width, bottom + height)
    wide, high = (842, 595) if turn in (90, 270) else (595, 842)
    assert box.width * box.height == pytest.approx(width * height, rel=1e-6)
    assert 0 <= box.x0 <= box.x1 <= wide + 1e-6
    assert 0 <= box.top <= box.bottom <= high + 1e-6
