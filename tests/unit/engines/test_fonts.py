from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines.fonts import Face, missing_characters, reportlab_font, true_type

RARE_NAMES = "镕喆㛃𬭚𫖯"
FACES: tuple[Face, ...] = ("serif", "sans", "bold")


def test_characters_without_a_glyph_are_named_once_each() -> None:
    assert missing_characters("云桥🎉（北京）🎉网络\n\u200b") == ("🎉",)
    assert missing_characters(RARE_NAMES) == ()


@pytest.mark.parametrize("face", FACES)
def test_a_font_has_the_characters_asked_for_and_those_of_every_text(face: Face) -> None:
    font = TTFont(io.BytesIO(true_type(face, RARE_NAMES)))
    assert {ord(character) for character in RARE_NAMES + "AZaz09，。（）"} <= set(font.getBestCmap())
    assert "glyf" in font
    assert (font["hhea"].ascent, font["hhea"].descent) == (859, -141)
    assert (font["OS/2"].usWeightClass, font["head"].macStyle) == ((700, 1) if face == "bold" else (400, 0))


def test_the_same_characters_give_the_same_bytes_in_any_order() -> None:
    assert true_type("serif", "云桥网络") == true_type("serif", "络网桥云云")


def test_a_folder_keeps_what_was_built(tmp_path: Path) -> None:
    built = true_type("bold", "云桥", tmp_path)
    (kept,) = tmp_path.iterdir()
    assert kept.read_bytes() == built == true_type("bold", "桥云", tmp_path)


def test_reportlab_prints_text_that_can_be_read_again() -> None:
    words, page = "云桥（北京）网络 第1页", io.BytesIO()
    canvas = Canvas(page, invariant=1)
    for y, (bold, serif) in ((700, (False, False)), (600, (True, False)), (500, (False, True))):
        canvas.setFont(reportlab_font(words, bold, serif=serif), 12)
        canvas.drawString(50, y, words)
    canvas.save()
    document = pypdfium2.PdfDocument(page.getvalue())
    assert document[0].get_textpage().get_text_range().split("\r\n") == [words] * 3
    document.close()
