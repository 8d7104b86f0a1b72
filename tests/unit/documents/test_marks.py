"""What marks are seen on pages: signatures that OCR took for print."""

from __future__ import annotations

import pytest

from pipeline.documents import marks, parsers
from pipeline.layout.sheet import Sheet
from pipeline.model.intake import Inventory
from pipeline.model.values import outward
from tests.unit.layout.builders import Drawing


def signed(confidence: float, words: str = "超生") -> bool:
    drawing = Drawing(reader="ocr")
    drawing.write(70, 400, "法定代表人（签字）：")
    drawing.write(190, 400, words, confidence=confidence)
    drawing.write(330, 400, "申请人（盖章）：")
    return bool(marks.marks_of([Sheet.of(drawing.page())], Inventory(files=())).signatures)


def test_handwriting_that_ocr_took_for_print_is_a_signature():
    assert signed(0.6)


def test_strokes_that_look_like_latin_letters_are_a_signature_and_a_number_is_none():
    assert signed(0.64, "Atl")
    assert not signed(0.64, "2026")


def test_a_printed_name_is_no_signature():
    assert not signed(0.97)


def test_an_empty_place_for_a_signature_is_none():
    assert not signed(0.6, "")


@pytest.mark.parametrize("printed", ["2026-11-24 10:32:07", "2026-11-2410:32:07", "2026年11月24日10:32"])
def test_the_day_of_a_time_is_read_even_where_the_space_between_was_lost(printed: str):
    parsed = parsers.day(printed)
    assert parsed is not None
    assert outward(parsed.value) == "2026-11-24"
