"""What raises and lowers the confidence of a reading by OCR."""

from __future__ import annotations

import pytest

from pipeline.documents import parsers
from pipeline.documents.declaration import DocumentType, beside, field, heading
from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from tests.unit.layout.builders import Drawing

RIGHT_CODE, WRONG_CODE = "91119999MA6LHBBJ59", "91119999MA6LHBBJ58"
CONTRACT = DocumentType(
    kind="contract",
    title="合同",
    identify=heading("合同"),
    fields=(
        field("code", beside("统一社会信用代码"), parse=parsers.social_code),
        field("day", beside("签订日期"), parse=parsers.day),
        field("lessor", beside("出租方"), parse=parsers.name),
    ),
)


def confidences(drawing: Drawing) -> dict[str, float]:
    read = read_paper(CONTRACT, Paper.of([drawing.page()]))
    return {each.name: round(each.evidence.confidence, 3) for each in read.fields}


def scanned(label: str, value: str, confidence: float) -> Drawing:
    drawing = Drawing(reader="ocr")
    drawing.write(drawing.write(60, 100, f"{label}：").x1, 100, value, confidence=confidence)
    return drawing


@pytest.mark.parametrize(
    ("code", "read", "told"),
    [
        (RIGHT_CODE, 0.78, 0.98),
        (RIGHT_CODE, 1.0, 1.0),
        (WRONG_CODE, 0.98, 0.9),
        (WRONG_CODE, 0.7, 0.45),
        (WRONG_CODE, 0.3, 0.3),
        (RIGHT_CODE[:-2], 0.89, 0.45),
        ("110105199001012", 0.8, 0.8),
    ],
)
def test_a_check_digit_proves_a_number_or_casts_doubt_on_it(code: str, read: float, told: float) -> None:
    assert confidences(scanned("统一社会信用代码", code, read)) == {"code": told}


@pytest.mark.parametrize(
    ("number", "proven"),
    [("119999199512288593", True), ("119999199512288594", False), ("1199991995122885", False),
     ("1199**********8593", None), ("E12345678", None), ("110105491231002", None)],
)  # fmt: skip
def test_only_numbers_that_must_have_a_check_digit_are_doubted_without_it(number: str, proven: bool | None) -> None:
    for parse in (parsers.identity_number, parsers.any_number):
        parsed = parse(number)
        assert parsed is not None
        assert parsed.proven is proven


def test_a_text_layer_is_certain_whatever_it_says() -> None:
    drawing = Drawing()
    drawing.write(60, 100, f"统一社会信用代码：{WRONG_CODE}")
    assert confidences(drawing) == {"code": 1.0}


def dated(gap: float, after: float = 0.0) -> Drawing:
    """2026年2月7日 with so many em of white before and after the last digit."""
    drawing = Drawing(reader="ocr")
    x = drawing.write(60, 100, "签订日期：2026年2月").x1
    x = drawing.write(x + 12 * gap, 100, "7").x1
    drawing.write(x + 12 * after, 100, "日")
    return drawing


def test_a_hole_beside_a_digit_of_a_date_tells_of_a_digit_that_a_seal_hides() -> None:
    assert confidences(dated(0.6)) == {"day": 0.3}


@pytest.mark.parametrize(("before", "after"), [(0.4, 0.0), (0.0, 0.4), (0.2, 0.2)])
def test_a_digit_with_more_room_than_the_dates_other_one_tells_of_a_lost_digit(before: float, after: float) -> None:
    assert confidences(dated(before, after)) == {"day": 0.3}


@pytest.mark.parametrize("day", ["11", "7"])
def test_two_digits_take_the_room_of_two(day: str) -> None:
    assert confidences(scanned("签订日期", f"2026年2月{day}日", 1.0)) == {"day": 1.0}


@pytest.mark.parametrize(("before", "after"), [(0.0, 0.0), (0.15, 0.15), (0.3, 0.0)])
def test_even_spacing_of_a_date_is_no_hole(before: float, after: float) -> None:
    assert confidences(dated(before, after)) == {"day": 1.0}


def stated_twice(first: str, second: str) -> Drawing:
    drawing = scanned("出租方", first, 0.8)
    drawing.write(drawing.write(60, 300, "出租方：").x1, 300, second, confidence=0.7)
    return drawing


def test_two_places_that_agree_are_surer_than_either() -> None:
    assert confidences(stated_twice("虚构云谷公司", "虚构云谷公司")) == {"lessor": 0.94}


def test_a_reading_that_another_place_disputes_is_never_certain() -> None:
    drawing = stated_twice("虚构云谷公司", "虚构去谷公司")
    assert confidences(drawing) == {"lessor": 0.8}
    drawing.characters = [(character, box, 1.0) for character, box, _ in drawing.characters]
    assert confidences(drawing) == {"lessor": 0.9}
