from __future__ import annotations

import pytest

from pipeline.documents.gathering import read_documents
from pipeline.documents.numbering import PageNumber, clause_numbers, gaps_of, paper_number, printed_number
from pipeline.layout import Sheet
from pipeline.model.document import Document
from pipeline.model.intake import Inventory
from pipeline.model.page import Page
from tests.unit.documents.papers import card, client, contract, licence
from tests.unit.layout.builders import Drawing


def documents(*pages: Page, **told: object) -> tuple[Document, ...]:
    return read_documents(pages, Inventory(), client(**told))


def shape(*read: Document) -> list[tuple[str, list[tuple[str, int | None, int | None]]]]:
    return [(each.kind, [(part.file, part.first, part.last) for part in each.parts]) for each in read]


def blank(file: str, number: int) -> Page:
    return Drawing(file=file, number=number).page()


def test_several_papers_in_one_pdf_are_told_apart_by_page():
    file = "papers/all.pdf"
    lease = [page.model_copy(update={"number": page.number + 1}) for page in contract(file, 3)]
    last = card(file, number=5)
    assert shape(*documents(licence(file=file), *lease, last)) == [
        ("business_licence", [(file, 1, 1)]),
        ("room_lease", [(file, 2, 4)]),
        ("id_card", [(file, 5, 5)]),
    ]


def test_a_blank_back_stays_with_the_paper_before_it():
    file = "papers/all.pdf"
    assert shape(*documents(licence(file=file), blank(file, 2), card(file, number=3))) == [
        ("business_licence", [(file, 1, 2)]),
        ("id_card", [(file, 3, 3)]),
    ]


def test_two_leases_in_one_file_are_two_papers():
    first = contract("papers/a.pdf", 2)
    second = [page.model_copy(update={"number": page.number + 2}) for page in contract("papers/a.pdf", 2)]
    assert shape(*documents(*first, *second)) == [
        ("room_lease", [("papers/a.pdf", 1, 2)]),
        ("room_lease", [("papers/a.pdf", 3, 4)]),
    ]


def test_a_page_that_no_kind_claims_is_a_paper_of_its_own_and_says_what_came_nearest():
    drawing = Drawing(file="papers/x.pdf")
    drawing.write(100, 100, "会议纪要", 20)
    (document,) = documents(drawing.page())
    assert (document.kind, document.heading, document.score) == ("other", "会议纪要", 0.0)


PHOTOGRAPHS = [
    ("papers/lease/IMG_3.jpg", 1),
    ("papers/lease/IMG_1.jpg", 2),
    ("papers/lease/IMG_10.jpg", 3),
    ("papers/lease/IMG_2.jpg", 4),
]


def photograph(file: str, printed: int, numbered: bool = True, of: int = 4) -> Page:
    (page,) = contract(file, 1, numbered, first=printed, of=of)
    return page


@pytest.mark.parametrize("numbered", [True, False])
def test_photographs_in_the_wrong_order_become_one_paper_in_reading_order(numbered: bool):
    (document,) = documents(*(photograph(file, printed, numbered) for file, printed in PHOTOGRAPHS))
    assert document.kind == "room_lease"
    assert [part.file for part in document.parts] == [file for file, _ in PHOTOGRAPHS]
    assert document.gaps == ()


def test_a_missing_photograph_is_a_gap_that_is_named():
    (document,) = documents(*(photograph(file, printed) for file, printed in PHOTOGRAPHS if printed != 3))
    assert document.gaps == ("标明共4页，缺第3页",)


def test_a_missing_page_shows_in_the_clause_numbers():
    (document,) = documents(*(photograph(file, printed, False) for file, printed in PHOTOGRAPHS if printed != 3))
    assert document.gaps == ("第2条之后为第4条，缺第3条，可能缺页",)


def test_photographs_of_two_papers_in_two_folders_are_not_mixed():
    pages = [photograph(f"papers/{folder}/{n}.jpg", n, of=2) for folder in ("room", "office") for n in (1, 2)]
    assert [[part.file for part in each.parts] for each in documents(*pages)] == [
        ["papers/office/1.jpg", "papers/office/2.jpg"],
        ["papers/room/1.jpg", "papers/room/2.jpg"],
    ]


def test_a_lone_photograph_of_something_else_is_not_drawn_in():
    drawing = Drawing(file="papers/lease/cat.jpg")
    drawing.write(100, 100, "机房现场照片")
    pages = [photograph("papers/lease/1.jpg", 1, False), drawing.page()]
    assert [each.kind for each in documents(*pages)] == ["room_lease", "other"]


def test_client_yaml_says_kind_pages_and_order():
    pages = [photograph("papers/b.jpg", 2, False), photograph("papers/a.jpg", 3, False), *contract("papers/c.pdf", 2)]
    files = (
        {"paths": ("papers/b.jpg", "papers/a.jpg"), "kind": "consent", "material": "10"},
        {"path": "papers/c.pdf", "pages": "2", "kind": "other"},
    )
    read = documents(*pages, files=files)
    assert shape(*read) == [
        ("consent", [("papers/b.jpg", 1, 1), ("papers/a.jpg", 1, 1)]),
        ("room_lease", [("papers/c.pdf", 1, 1)]),
        ("other", [("papers/c.pdf", 2, 2)]),
    ]
    assert read[0].material == "10"
    assert read[0].reasons[0].text == "client.yaml 指定了材料种类"


@pytest.mark.parametrize(
    ("printed", "top", "expected"),
    [
        ("第2页 共5页", 800, PageNumber(2, 5)),
        ("第 2 页 / 共 5 页", 400, PageNumber(2, 5)),
        ("共5页，第2页", 800, PageNumber(2, 5)),
        ("第 二 页（共 五 页）", 800, PageNumber(2, 5)),
        ("- 2 -", 810, PageNumber(2, None)),
        ("2/5", 810, PageNumber(2, 5)),
        ("第2页", 810, PageNumber(2, None)),
        ("2", 400, None),
        ("第7页 共5页", 800, None),
        ("2026", 810, None),
    ],
)
def test_printed_page_numbers(printed: str, top: float, expected: PageNumber | None):
    drawing = Drawing()
    drawing.write(250, top, printed)
    assert printed_number(Sheet.of(drawing.page())) == expected


def test_clause_numbers_and_the_number_of_the_contract():
    drawing = Drawing()
    drawing.write(300, 60, "合同编号：XG-2026-0017")
    drawing.write(60, 100, "第九条 甲方的义务")
    drawing.write(60, 130, "第十一条 乙方的义务，见第三条")
    sheet = Sheet.of(drawing.page())
    assert clause_numbers(sheet) == (9, 11)
    assert paper_number(sheet) == "XG-2026-0017"


def test_a_jump_of_clauses_inside_one_page_is_the_authors():
    drawing = Drawing()
    drawing.write(60, 100, "第九条 甲方的义务")
    drawing.write(60, 130, "第十一条 乙方的义务")
    assert gaps_of([Sheet.of(drawing.page())]) == ()
