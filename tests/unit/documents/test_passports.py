"""Passports: three days in English, and a line for machines that counts only where its check digits are right."""

from __future__ import annotations

import pytest

from pipeline.documents import passports
from pipeline.documents.id_card import ID_CARD
from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from tests.unit.layout.builders import Drawing

MACHINE = "E999001233CHN8103055M3106110<<<<<<<<<<<<<<02"


def read(machine: str = MACHINE, number: str = "E99900123", issue: str = "12 JUN 2021") -> dict[str, str]:
    drawing = Drawing(600, 400)
    drawing.write(30, 20, "护照 PASSPORT")
    drawing.write(200, 20, "类型/Type")
    drawing.write(200, 34, "P")
    drawing.write(300, 20, "国家码/Country Code")
    drawing.write(300, 34, "CHN")
    drawing.write(440, 20, "护照号/Passport No.")
    drawing.write(440, 34, number)
    drawing.write(200, 60, "姓名/Name")
    drawing.write(200, 74, "宋知远")
    drawing.write(200, 88, "SONG, ZHIYUAN")
    for x, y, label, value in (
        (200, 120, "出生日期/Date of birth", "05 MAR 1981"), (200, 160, "签发日期/Date of issue", issue), (400, 160, "有效期至/Date of expiry", "11 JUN 2031"),
    ):  # fmt: skip
        drawing.write(x, y, label, 9)
        drawing.write(x, y + 14, value)
    drawing.write(30, 340, machine)
    found = read_paper(ID_CARD, Paper.of((drawing.page(),)))
    return {field.name: field.text for field in found.fields}


def test_a_passport_tells_who_from_when_and_until_when() -> None:
    assert read() == {
        "sort": "护照", "name": "宋知远", "number": "E99900123", "sex": "男", "birth": "1981-03-05", "valid_from": "2021-06-12", "valid_to": "2031-06-11",
    }  # fmt: skip


@pytest.mark.parametrize("place", [0, 3, 13, 19, 21])
def test_a_line_for_machines_with_a_wrong_character_says_nothing(place: int) -> None:
    wrong = MACHINE[:place] + ("7" if MACHINE[place] != "7" else "4") + MACHINE[place + 1 :]
    assert "sex" not in read(wrong)


def test_without_the_line_for_machines_the_printed_number_counts() -> None:
    assert read("")["number"] == "E99900123"


def test_two_days_do_not_tell_which_is_which() -> None:
    found = read("", issue="")
    assert {"birth", "valid_from"}.isdisjoint(found)
    assert found["valid_to"] == "2031-06-11"


@pytest.mark.parametrize(
    ("text", "day"), [("01 JAN 2032", "2032-01-01"), ("09 8月/AUG 2029", "2029-08-09"), ("31 FEB 2029", None)]
)
def test_days_in_english(text: str, day: str | None) -> None:
    parsed = passports.day(text)
    assert (parsed and str(parsed.value.value)) == day  # type: ignore[union-attr]
