from __future__ import annotations

import pytest

from pipeline.documents.cards import cards_on
from pipeline.documents.gathering import read_documents
from pipeline.documents.id_card import ID_CARD
from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from pipeline.layout import Sheet
from pipeline.model.document import Document
from pipeline.model.intake import Inventory
from pipeline.model.page import Page
from tests.unit.documents.papers import NUMBER, OTHER_NUMBER, back, card, client, front
from tests.unit.layout.builders import Drawing

WHOLE = {
    "sort": "居民身份证",
    "name": "高予安",
    "number": NUMBER,
    "sex": "男",
    "ethnicity": "汉",
    "birth": "1995-12-28",
    "address": "北京市虚构区长歌路194号19幢2单元1193室",
    "issuer": "北京市公安局虚构分局",
    "valid_from": "2023-11-20",
    "valid_to": "2043-11-20",
}


def documents(*pages: Page) -> tuple[Document, ...]:
    return read_documents(pages, Inventory(), client())


def fields(document: Document) -> dict[str, str]:
    return {field.name: field.text for field in document.fields}


def test_both_sides_on_one_sheet_are_one_card():
    (document,) = documents(card())
    assert (document.kind, document.sides, fields(document)) == ("id_card", ("front", "back"), WHOLE)


def test_both_sides_on_two_pages_of_a_file_are_one_card():
    (document,) = documents(card(sides="front"), card(sides="back", number=2))
    assert (document.sides, document.parts[0].last, fields(document)) == (("front", "back"), 2, WHOLE)


def test_front_and_back_in_two_files_are_two_documents():
    front_side, back_side = documents(card("papers/a1.jpg", "front"), card("papers/a2.jpg", "back"))
    assert (front_side.sides, back_side.sides) == (("front",), ("back",))
    assert {missing.name for missing in front_side.missing} == set()
    assert {missing.name for missing in back_side.missing} == set()


@pytest.mark.parametrize(("across", "down"), [(0, 330), (280, 0)])
def test_two_peoples_cards_on_one_sheet_are_two_papers(across: float, down: float):
    drawing = Drawing()
    front(drawing, 20, 60)
    front(drawing, 20 + across, 60 + down, "郑若溪", OTHER_NUMBER, "1986年2月18日")
    read = documents(drawing.page())
    assert [(fields(each)["name"], fields(each)["number"]) for each in read] == [
        ("高予安", NUMBER),
        ("郑若溪", OTHER_NUMBER),
    ]
    assert [each.parts for each in read] == [read[0].parts] * 2


def test_each_front_takes_the_back_that_stands_beside_it():
    drawing = Drawing(842, 595)
    front(drawing, 40, 60)
    back(drawing, 460, 60, "2023.11.20-2043.11.20")
    front(drawing, 40, 330, "郑若溪", OTHER_NUMBER, "1986年2月18日")
    back(drawing, 460, 330, "2015.01.28-长期")
    first, second = documents(drawing.page())
    assert (fields(first)["name"], fields(first)["valid_to"]) == ("高予安", "2043-11-20")
    assert (fields(second)["name"], fields(second)["valid_to"]) == ("郑若溪", "长期")


def test_one_card_on_a_sheet_is_not_cut():
    sheet = Sheet.of(card())
    assert cards_on(sheet) == ((sheet,),)


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("2010.05.06-2030.05.06", "2030-05-06"),
        ("2010.05.06-长期", "长期"),
        ("20100506-20300506", "2030-05-06"),
        ("2010.05.062030.05.06", "2030-05-06"),
    ],
)
def test_the_end_of_validity_in_every_grammar(printed: str, end: str):
    drawing = Drawing()
    back(drawing, 100, 100, printed)
    (document,) = documents(drawing.page())
    assert fields(document)["valid_to"] == end


def test_a_misread_number_is_repaired_only_where_the_check_digit_proves_it():
    wrong = NUMBER.replace("0", "O", 1) if "0" in NUMBER else NUMBER.replace("1", "l", 1)
    read = {f.name: f for f in read_paper(ID_CARD, Paper.of([card(number=1, sides="front")])).fields}
    assert read["number"].repaired_from is None
    drawing = Drawing()
    front(drawing, 100, 100, number=wrong)
    (document,) = documents(drawing.page())
    number = document.field("number")
    assert number is not None
    assert (number.text, number.repaired_from) == (NUMBER, wrong.upper())


def test_a_residence_permit_is_told_from_a_resident_card():
    drawing = Drawing()
    front(drawing, 100, 100)
    drawing.write(100, 60, "港澳居民居住证", 16)
    drawing.write(100, 300, "签发机关 北京市公安局")
    drawing.write(100, 330, "有效期限 2023.11.20-2028.11.20")
    (document,) = documents(drawing.page())
    assert fields(document)["sort"] == "港澳台居民居住证"
