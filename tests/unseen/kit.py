"""What the drawings share: invented people and companies, a pen that moves down a page, ruled tables over pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.specimens import codes, seals, table
from tests.specimens.company import Person
from tests.specimens.sheet import A4, A4_LANDSCAPE, BLACK, Page, Paper, Value, notice, wrap

Rows = list[dict[str, Value]]


def person(
    name: str, birth: str, order: int = 11, digits: str = "11", home: str = "虚构市虚构区听涛路18号3幢2单元1201室",
    valid: tuple[str, str] = ("2019-05-06", "2039-05-06"), nation: str = "汉", issuer: str = "虚构市公安局虚构分局",
) -> Person:  # fmt: skip
    """A person of a region that does not exist; an odd order is a man's."""
    number = codes.citizen_number(digits, date.fromisoformat(birth), order)
    return Person(name, "男" if order % 2 else "女", nation, birth, home, number, issuer, *valid, "13800000001")


def credit(organisation: str, digits: str = "11") -> str:
    """A company's code."""
    return codes.credit_code(digits, organisation)


def masked(number: str) -> str:
    """A number as lists print it."""
    return number[:6] + "********" + number[-4:]


@dataclass
class Pen:
    """A paper written from the top down; lengths in points."""

    paper: Paper
    landscape: bool = False
    left: float = 56.0
    size: float = 10.5
    foot: str = ""
    top: float = 60.0
    bottom: float = 60.0
    page: Page = field(init=False)
    y: float = field(init=False)

    def __post_init__(self) -> None:
        self.next_page()

    @property
    def right(self) -> float:
        """The right margin's place."""
        return self.page.width - self.left

    def next_page(self) -> None:
        """Begin a page."""
        self.page = Page(*(A4_LANDSCAPE if self.landscape else A4))
        self.paper.pages.append(self.page)
        self.y = self.top

    def title(self, words: str, size: float = 18, spacing: float = 0.0) -> None:
        """A centred line."""
        self.y += size
        self.page.text(self.page.width / 2, self.y, words, size, "bold", "centre", spacing=spacing)
        self.y += size * 0.8

    def line(self, *words: str, at: Sequence[float] = (), anchor: str = "left", size: float | None = None) -> None:
        """Texts side by side at the places given, or evenly spread."""
        size = size or self.size
        self.y += size * 1.7
        step = (self.right - self.left) / max(len(words), 1)
        for place, text in enumerate(words):
            x = at[place] if at else self.left + place * step
            self.page.text(x, self.y, text, size, anchor=anchor)

    def prose(self, words: str, indent: int = 2, size: float | None = None, leading: float = 1.75) -> None:
        """A paragraph that may run over the end of the page."""
        size = size or self.size
        for place, row in enumerate(wrap(words, self.right - self.left, size, first=indent * size)):
            if self.y + size * leading > self.page.height - self.bottom:
                self.next_page()
            self.y += size * leading
            self.page.text(self.left + (indent * size if place == 0 else 0), self.y, row, size)

    def space(self, height: float) -> None:
        """Leave some room."""
        self.y += height

    def cells(
        self, row: Sequence[str], widths: Sequence[float], size: float | None = None, least: float = 24
    ) -> None:
        """One ruled row, labels centred and values flush left in turn."""
        style = table.Style(size=size or self.size, least=least, left=tuple(range(1, len(row), 2)), head_face="song")
        if self.y + table.height_of(row, widths, style) > self.page.height - self.bottom:
            self.next_page()
        self.y = table.row(self.page, self.left, self.y, row, widths, style)

    def grid(
        self, head: Sequence[tuple[str, Sequence[str]]], rows: Sequence[Sequence[str]], widths: Sequence[float],
        size: float = 9, ruled: bool = True, again: bool = True, two: bool = False, least: float = 18,
    ) -> None:  # fmt: skip
        """A table whose heading has one storey, or two where `two`; the heading is set `again` on each page."""
        style = table.Style(size=size, ruled=ruled, least=least)
        self.y += 8
        self._head(head, widths, style, two)
        for row in rows:
            if self.y + table.height_of(row, widths, style) > self.page.height - self.bottom:
                self.next_page()
                if again:
                    self._head(head, widths, style, two)
            self.y = table.row(self.page, self.left, self.y, row, widths, style)
        self.y += 4

    def _head(
        self, head: Sequence[tuple[str, Sequence[str]]], widths: Sequence[float], style: table.Style, two: bool,
    ) -> None:  # fmt: skip
        if two:
            self.y = table.head(self.page, self.left, self.y, head, widths, style)
        else:
            self.y = table.row(self.page, self.left, self.y, [label for label, _ in head], widths, style, head=True)

    def seal(self, x: float, y: float, name: str, office: bool = True, diameter: float = 113.0) -> None:
        """A seal round a place."""
        image = seals.office_seal(name) if office else seals.company_seal(name)
        self.page.stamp(x, y, image, diameter)

    def done(self, fields: Mapping[str, Value], rows: Mapping[str, Rows] | None = None) -> Paper:
        """The paper with its feet, notices and truth."""
        total = len(self.paper.pages)
        for number, page in enumerate(self.paper.pages, 1):
            if self.foot:
                words = self.foot.format(n=number, m=total)
                page.text(page.width / 2, page.height - 30, words, 9, "song", "centre", BLACK)
            notice(page)
        self.paper.fields, self.paper.rows = dict(fields), dict(rows or {})
        return self.paper


def plain(*labels: str) -> list[tuple[str, Sequence[str]]]:
    """A heading of one storey."""
    return [(label, ()) for label in labels]


def months(first: str, last: str) -> list[str]:
    """The months from one to the other, both counted, as YYYY-MM."""
    start, end = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (first, last))
    return [f"{place // 12}-{place % 12 + 1:02d}" for place in range(start, end + 1)]


def paper(kind: str, layout: str, title: str) -> Paper:
    """A paper with nothing on it yet."""
    return Paper(kind, layout, [], title=title)
