"""居民身份证: both sides on one sheet, on two pages, or in two pictures; the portrait is an empty outline."""

from __future__ import annotations

from tests.specimens import printed
from tests.specimens.company import Person
from tests.specimens.sheet import NOTICE, Page, Paper, notice, wrap

CARD = (243.0, 153.0)
"""A card of 85.6 × 54 mm in points."""

BLUE = "#2d5f8a"
BIG = 1.25
"""Cards are copied a quarter larger than life."""

LAYOUTS = ("one_sheet", "two_pages")


def draw(person: Person, layout: str = "one_sheet") -> Paper:
    """Both sides, on one sheet or on two."""
    paper = Paper("id_card", layout, [], title="居民身份证")
    first = Page()
    paper.pages.append(first)
    x = (first.width - CARD[0] * BIG) / 2
    put_front(first, x, 150, person)
    second = first
    if layout == "two_pages":
        second = Page()
        paper.pages.append(second)
    put_back(second, x, 430 if layout == "one_sheet" else 150, person)
    for page in paper.pages:
        notice(page)
    paper.fields = {**_front_truth(person), **_back_truth(person)}
    return paper


def side(person: Person, front: bool) -> Paper:
    """One side alone on a small sheet, for a photograph."""
    page = Page(CARD[0] * BIG + 70, CARD[1] * BIG + 70)
    (put_front if front else put_back)(page, 35, 35, person)
    notice(page)
    paper = Paper("id_card", "front" if front else "back", [page], title="居民身份证")
    paper.fields = _front_truth(person) if front else _back_truth(person)
    return paper


def _front_truth(person: Person) -> dict[str, str | list[str]]:
    return {
        "sort": "居民身份证", "name": person.name, "number": person.number, "sex": person.sex,
        "ethnicity": person.ethnicity, "birth": person.birth, "address": person.address,
    }  # fmt: skip


def _back_truth(person: Person) -> dict[str, str | list[str]]:
    return {
        "sort": "居民身份证", "issuer": person.issuer, "valid_from": person.valid_from, "valid_to": person.valid_to,
    }  # fmt: skip


def _card(page: Page, x: float, y: float) -> None:
    width, height = CARD[0] * BIG, CARD[1] * BIG
    page.frame(x, y, x + width, y + height, 0.7, "#9fb4c4", "#eef4f6", radius=9)
    for step in range(1, 12):
        row = y + height * step / 12
        page.line(x + 6, row, x + width - 6, row + 5, 0.3, "#dce8ec")


def put_front(page: Page, x: float, y: float, person: Person) -> None:
    """Draw the front with its upper left corner at x, y."""
    _card(page, x, y)
    year, month, number = (str(int(part)) for part in person.birth.split("-"))
    label, value, small = 8.2 * BIG, 9.0 * BIG, 8.8 * BIG

    def at(left: float, top: float) -> tuple[float, float]:
        return x + left * BIG, y + top * BIG

    def caption(left: float, top: float, words: str) -> None:
        page.text(*at(left, top), words, label, "hei", colour=BLUE)

    def written(left: float, top: float, words: str, name: str, size: float = value) -> None:
        page.text(*at(left, top), words, size, "hei", name=name)

    caption(15, 27, "姓名")
    written(44, 27, person.name, "name", value * 1.1)
    caption(15, 47, "性别")
    written(44, 47, person.sex, "sex")
    caption(73, 47, "民族")
    written(100, 47, person.ethnicity, "ethnicity")
    caption(15, 66, "出生")
    written(44, 66, year, "birth")
    caption(69, 66, "年")
    written(82, 66, month, "birth")
    caption(95, 66, "月")
    written(108, 66, number, "birth")
    caption(121, 66, "日")
    caption(15, 86, "住址")
    page.lines(*at(44, 86), wrap(person.address, 112 * BIG, small, "hei"), 13.5 * BIG, small, "hei", name="address")
    caption(15, 139, "公民身份号码")
    page.text(*at(80, 139), person.number, 10.6 * BIG, "hei", spacing=1.3 * BIG, name="number")
    _portrait(page, x + 165 * BIG, y + 22 * BIG)


def _portrait(page: Page, x: float, y: float) -> None:
    """An empty outline where a face would be."""
    page.frame(x, y, x + 62 * BIG, y + 82 * BIG, 0.5, "#b9c7d0", "#e3eaee")
    page.frame(x + 19 * BIG, y + 14 * BIG, x + 43 * BIG, y + 42 * BIG, 0.6, None, "#bccad3", radius=12 * BIG)
    page.frame(x + 8 * BIG, y + 48 * BIG, x + 54 * BIG, y + 82 * BIG, 0.6, None, "#bccad3", radius=10 * BIG)
    page.text(x + 31 * BIG, y + 72 * BIG, NOTICE, 6 * BIG, "hei", "centre", "#7d8f9a")


def put_back(page: Page, x: float, y: float, person: Person) -> None:
    """Draw the back with its upper left corner at x, y."""
    _card(page, x, y)
    middle = x + CARD[0] * BIG / 2 + 18 * BIG
    page.frame(x + 16 * BIG, y + 18 * BIG, x + 56 * BIG, y + 58 * BIG, 0.8, "#cc8888", None, radius=20 * BIG)
    page.text(x + 36 * BIG, y + 41 * BIG, "虚构", 9 * BIG, "hei", "centre", "#cc8888")
    page.text(middle, y + 36 * BIG, "中华人民共和国", 14 * BIG, "hei", "centre", spacing=3 * BIG)
    page.text(middle, y + 62 * BIG, "居民身份证", 19 * BIG, "hei", "centre", spacing=6 * BIG)
    valid_to = person.valid_to if person.valid_to == "长期" else printed.day(person.valid_to, ".")
    rows = (
        ("签发机关", person.issuer, "issuer"),
        ("有效期限", f"{printed.day(person.valid_from, '.')}-{valid_to}", "valid_to"),
    )
    for row, (caption, words, name) in enumerate(rows):
        top = y + (112 + 20 * row) * BIG
        page.text(x + 56 * BIG, top, caption, 8.2 * BIG, "hei", colour=BLUE)
        page.text(x + 100 * BIG, top, words, 9 * BIG, "hei", name=name)
