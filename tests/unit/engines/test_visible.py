"""What a person does not see is not read; what a person sees is, whichever way it is written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines.fonts import reportlab_font
from pipeline.engines.reading import ReadingSettings, read_pages
from pipeline.model.geometry import Box
from pipeline.model.page import Page
from tests.unit.engines import drawing

WORDS = "统一社会信用代码"
SEEN = "名称"
OCR_OFF = ReadingSettings(ocr=False)


def read(content: bytes, folder: Path) -> Page:
    path = folder / "page.pdf"
    path.write_bytes(content)
    return read_pages(path, "papers/page.pdf", "0" * 64, None, OCR_OFF)[0]


def drawn(*strokes: Callable[[Canvas], None]) -> bytes:
    """名称 at the top of a page, and below it what the strokes draw."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=drawing.A4, invariant=1)
    canvas.setFont(reportlab_font(drawing.LETTERS), 12)
    canvas.drawString(100, 600, SEEN)
    for stroke in strokes:
        stroke(canvas)
    canvas.save()
    return written.getvalue()


def words(canvas: Canvas) -> None:
    canvas.drawString(100, 500, WORDS)


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)


def pale(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.8, 0.8, 0.8)


def glassy(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)


def patch(canvas: Canvas) -> None:
    canvas.rect(90, 490, 200, 30, fill=1, stroke=0)


def blue(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0.5)


def clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 50, 50)
    canvas.clipPath(path, stroke=0)


def minute(canvas: Canvas) -> None:
    canvas.setFont(reportlab_font(drawing.LETTERS), 0.5)


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(drawing.sheet("营业执照")), 0, 0, *drawing.A4)


def watermark(canvas: Canvas) -> None:
    pixels = np.zeros((100, 70, 4), dtype=np.uint8)
    pixels[40:60, 20:50] = (255, 0, 0, 90)
    canvas.drawImage(ImageReader(Image.fromarray(pixels)), 0, 0, *drawing.A4, mask="auto")


@pytest.mark.parametrize(
    "strokes",
    [(white, words), (glassy, words), (words, white, patch), (clipped, words), (minute, words)],
    ids=["white", "transparent", "painted over", "clipped", "minute"],
)
def test_words_that_nobody_sees_are_not_read(strokes: tuple[Callable[[Canvas], None], ...], tmp_path: Path) -> None:
    assert read(drawn(*strokes), tmp_path).text == SEEN


@pytest.mark.parametrize(
    "strokes",
    [(words,), (pale, words), (blue, patch, white, words), (words, watermark)],
    ids=["black", "pale", "white on blue", "under a watermark"],
)
def test_words_that_are_seen_are_read(strokes: tuple[Callable[[Canvas], None], ...], tmp_path: Path) -> None:
    assert read(drawn(*strokes), tmp_path).text == SEEN + WORDS


def test_the_words_that_a_scanning_program_laid_under_its_picture_are_not_taken_for_print(tmp_path: Path) -> None:
    page = read(drawn(words, scan), tmp_path)
    assert (page.text, page.why) == ("", "文字层不可见（扫描软件所加），未采用")


def test_words_on_a_layer_that_is_switched_off_are_not_read(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(drawing.pdf((100, 200, WORDS), (100, 300, SEEN)))) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="底稿"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(MC0=layer)
        begin, words, rest = pdf.pages[0].Contents.read_bytes().split(b"BT 1 0 0 1 100")
        layered = b"/OC /MC0 BDC BT 1 0 0 1 100" + words + b"EMC BT 1 0 0 1 100" + rest
        pdf.pages[0].Contents = pdf.make_stream(begin + layered)
        written = io.BytesIO()
        pdf.save(written)
    assert read(written.getvalue(), tmp_path).text == SEEN


def test_words_without_their_font_in_the_file_are_read_though_this_machine_cannot_draw_them(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=drawing.A4, invariant=1)
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(100, 600, WORDS)
    canvas.save()
    assert read(written.getvalue(), tmp_path).text == WORDS


@pytest.mark.parametrize(("angle", "turned"), [(0, 0), (90, 90), (180, 180), (270, 270)])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_print_that_runs_sideways_is_read_upright_and_shown_where_it_stands(
    angle: int, turned: int, rotate: int, tmp_path: Path
) -> None:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=drawing.A4, invariant=1)
    canvas.translate(300, 400)
    canvas.rotate(angle)
    canvas.setFont(reportlab_font(drawing.LETTERS), 12)
    canvas.drawString(0, 0, WORDS)
    canvas.save()
    with pikepdf.open(io.BytesIO(written.getvalue())) as pdf:
        pdf.pages[0].obj.Rotate = rotate
        turned_page = io.BytesIO()
        pdf.save(turned_page)
    page = read(turned_page.getvalue(), tmp_path)
    first, last = page.boxes[0], page.boxes[-1]
    assert page.look.turned == (turned - rotate) % 360
    assert last.x0 - first.x0 == pytest.approx(84, abs=0.3)
    assert last.top == pytest.approx(first.top, abs=0.2)
    # The first character on the page as the file shows it, back in the file's own coordinates
    shown = page.as_displayed(first)
    wide, high = (842.0, 595.0) if rotate in (90, 270) else drawing.A4
    upright = shown.turned(-rotate % 360, wide, high)
    assert Box(285, 842 - 415, 315, 842 - 385).contains(*upright.middle)
