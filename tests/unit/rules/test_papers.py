"""Fields with their days and amounts, and the places of the pages of a paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.model.document import Document, Field, Part, Row
from pipeline.model.evidence import Evidence
from pipeline.model.values import Amount, Day, OpenEnd, Text, Value
from pipeline.rules.papers import dated, measured

PLACE = Evidence(file="papers/a.pdf", sha256="0" * 64, page=1)


def paper(*fields: Field, parts: tuple[Part, ...] = ()) -> Document:
    return Document(kind="room_lease", title="租赁合同", parts=parts, fields=fields)


def field(name: str, value: Value) -> Field:
    return Field(name=name, value=value, evidence=PLACE)


def test_a_day_comes_with_the_field_that_holds_it() -> None:
    signed = field("signed_on", Day(value=date(2026, 3, 1)))
    assert dated(paper(signed), "signed_on") == (signed, date(2026, 3, 1))
    assert dated(Row(fields=(signed,)), "signed_on") == (signed, date(2026, 3, 1))


@pytest.mark.parametrize("value", [OpenEnd(printed="长期"), Text(value="待定"), Amount(value=Decimal(3), unit="CNY")])
def test_what_is_no_day_is_not_dated(value: Value) -> None:
    assert dated(paper(field("term_to", value)), "term_to") is None
    assert dated(paper(), "term_to") is None


def test_an_amount_comes_with_the_field_that_holds_it() -> None:
    area = field("area", Amount(value=Decimal(0), unit="m2"))
    assert measured(paper(area), "area") == (area, Decimal(0))
    assert measured(Row(fields=(area,)), "area") == (area, Decimal(0))
    assert measured(paper(field("area", Text(value="见附图"))), "area") is None
    assert measured(paper(), "area") is None


PARTS = (
    Part(file="a.pdf", sha256="a", first=5, last=6),
    Part(file="b.jpg", sha256="b", first=1, last=1),
    Part(file="c.pdf", sha256="c", first=2, last=3),
)


@pytest.mark.parametrize(
    ("number", "file", "page"),
    [(1, "a.pdf", 5), (2, "a.pdf", 6), (3, "b.jpg", 1), (4, "c.pdf", 2), (5, "c.pdf", 3), (6, "a.pdf", 5)],
)
def test_a_page_is_found_in_the_part_that_holds_it_else_the_paper_is_shown_from_its_start(number, file, page) -> None:
    place = paper(parts=PARTS).page_place(number)
    assert (place.file, place.page) == (file, page)


def test_the_pages_of_a_part_that_cannot_be_opened_are_not_counted() -> None:
    closed = Part(file="x.pdf", sha256="x", first=None, last=None)
    place = paper(parts=(closed, PARTS[1])).page_place(1)
    assert (place.file, place.page) == ("b.jpg", 1)
