"""Identity cards, several on a page and sides apart: each side goes to its holder, or to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from pipeline.documents.gathering import read_documents
from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.intake import Inventory
from pipeline.model.page import Page as Read
from tests.specimens import bundles, worlds
from tests.specimens.company import Person
from tests.specimens.papers.id_card import BIG, CARD, put_back, put_front
from tests.specimens.sheet import A4, A4_LANDSCAPE, Page
from tests.unit.layout.builders import Drawing

CLIENT = Client(folder_name="cards", licence="isp", coverage=("北京市",), short_name="虚构")
LEFT, RIGHT, UPPER, LOWER = 60.0, 460.0, 60.0, 320.0
GRID = ((LEFT, UPPER), (RIGHT, UPPER), (LEFT, LOWER), (RIGHT, LOWER))
COLUMN = tuple((140.0, 16 + (CARD[1] * BIG + 10) * row) for row in range(4))


@cache
def people() -> tuple[Person, ...]:
    first, second, third = (member.person for member in worlds.clean(5).staff[:3])
    return first, second, third


def drawn(sides: str, places: Sequence[tuple[float, float]], number: int = 1, size: tuple[float, float] = A4) -> Read:
    """A page with these sides, such as `A` the first person's front and `a` the back."""
    page = Page(*size)
    for side, (x, y) in zip(sides, places, strict=False):
        put = put_front if side.isupper() else put_back
        put(page, x, y, people()["ABC".index(side.upper())])
    return bundles.read(page, "papers/05/cards.pdf", number)


def read(*pages: Read) -> tuple[Document, ...]:
    return read_documents(pages, Inventory(), CLIENT)


def holders(documents: Sequence[Document]) -> list[tuple[str | None, ...]]:
    """Name, number and last day of validity of every card."""
    return [
        tuple(None if (found := each.field(name)) is None else found.text for name in ("name", "number", "valid_to"))
        for each in documents
    ]


def whole(*persons: Person) -> list[tuple[str | None, ...]]:
    return [(person.name, person.number, person.valid_to) for person in persons]


@pytest.mark.parametrize(
    ("sides", "places", "size"),
    [
        ("AaBb", COLUMN, A4),
        ("ABab", COLUMN, A4),
        ("ABab", GRID, A4_LANDSCAPE),
        ("AaBb", GRID, A4_LANDSCAPE),
        ("aAbB", GRID, A4_LANDSCAPE),
    ],
)
def test_four_sides_on_one_sheet_are_two_cards(
    sides: str, places: Sequence[tuple[float, float]], size: tuple[float, float]
) -> None:
    assert holders(read(drawn(sides, places, size=size))) == whole(*people()[:2])


def test_fronts_on_one_page_and_backs_in_the_same_order_on_the_next_are_joined() -> None:
    pages = drawn("ABC", GRID, 1, A4_LANDSCAPE), drawn("abc", GRID, 2, A4_LANDSCAPE)
    assert holders(read(*pages)) == whole(*people())


@pytest.mark.parametrize("order", ["AaBb", "aAbB", "ABab"])
def test_sides_on_pages_of_their_own_are_joined(order: str) -> None:
    pages = [drawn(side, COLUMN, number) for number, side in enumerate(order, 1)]
    assert holders(read(*pages)) == whole(*people()[:2])


def test_one_back_behind_two_fronts_is_given_to_the_one_beside_it_and_two_backs_behind_one_front_to_nobody() -> None:
    first, second, _ = people()
    after_two = [drawn(side, COLUMN, number) for number, side in enumerate("ABb", 1)]
    assert holders(read(*after_two)) == [(first.name, first.number, None), *whole(second)]
    after_one = [drawn(side, COLUMN, number) for number, side in enumerate("Aab", 1)]
    assert holders(read(*after_one)) == [
        (first.name, first.number, None),
        (None, None, first.valid_to),
        (None, None, second.valid_to),
    ]


def test_a_back_alone_is_a_back_and_misses_nothing_of_the_front() -> None:
    (card,) = read(drawn("a", COLUMN))
    assert (card.sides, [each.name for each in card.missing]) == (("back",), [])


def printed(*rows: tuple[float, float, str]) -> tuple[Document, ...]:
    drawing = Drawing(420, 300, "papers/05/other.jpg")
    for x, top, text in rows:
        drawing.write(x, top, text, 11)
    return read(drawing.page())


def test_the_untitled_front_of_a_residence_permit_is_told_by_its_number() -> None:
    (card,) = printed(
        (30, 60, "姓名"), (80, 60, "虚港山"), (30, 85, "性别 男"), (30, 110, "出生 1990年1月1日"),
        (30, 135, "住址"), (80, 135, "虚构市虚构区1号"), (30, 190, "公民身份号码"), (130, 190, "810000199001010016"),
    )  # fmt: skip
    assert card.field("sort").text == "港澳台居民居住证"  # type: ignore[union-attr]


def test_a_pass_tells_everything_on_one_side() -> None:
    (card,) = printed(
        (60, 20, "港澳居民来往内地通行证"), (30, 60, "姓名"), (90, 60, "虚港山"), (30, 95, "出生日期"),
        (90, 95, "1990.01.01"), (200, 95, "性别"), (240, 95, "男"), (30, 120, "有效期限"),
        (90, 120, "2022.01.02-2032.01.01"), (30, 145, "签发机关"), (90, 145, "虚构出入境管理局"),
        (30, 170, "证件号码"), (90, 170, "H99999999"),
    )  # fmt: skip
    assert (card.field("sort").text, card.sides) == ("通行证", ("front", "back"))  # type: ignore[union-attr]
    assert holders([card]) == [("虚港山", "H99999999", "2032-01-01")]


def test_a_passport_s_number_and_last_day_are_read_and_no_label_is_taken_for_its_name() -> None:
    (card,) = printed(
        (60, 20, "护照 PASSPORT"), (30, 50, "类型/Type P"), (260, 50, "护照号/Passport No."), (260, 66, "E99999999"),
        (30, 80, "姓名/Name"), (30, 96, "XU GOU"), (140, 120, "出生日期/Date of birth"), (140, 136, "01 JAN 1990"),
        (140, 160, "签发日期/Date of issue"), (140, 176, "02 JAN 2022"), (260, 160, "有效期至/Date of expiry"),
        (260, 176, "01 JAN 2032"),
    )  # fmt: skip
    assert card.field("sort").text == "护照"  # type: ignore[union-attr]
    assert holders([card]) == [("XU GOU", "E99999999", "2032-01-01")]
    assert card.field("birth").text == "1990-01-01"  # type: ignore[union-attr]
    assert card.field("valid_from").text == "2022-01-02"  # type: ignore[union-attr]
