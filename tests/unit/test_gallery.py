"""The gallery shows every kind of paper in every layout, each drawn the same each time from an invented world."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.documents import registry
from tests.specimens import gallery, worlds
from tests.specimens.gallery import Exhibit
from tests.specimens.sheet import NOTICE, Text

EXHIBITS = gallery.exhibits()
OWN = {"business_plan", "security_measures"}
"""What the program writes itself: nobody hands it in on a form."""


def test_every_kind_is_in_the_gallery() -> None:
    assert {each.kind for each in EXHIBITS} == set(registry.kinds()) - {registry.OTHER.kind} - OWN


def test_no_two_exhibits_have_one_name() -> None:
    assert [name for name, times in Counter(each.name for each in EXHIBITS).items() if times > 1] == []


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda each: each.name)
def test_an_exhibit_is_of_its_kind_tells_its_truth_and_says_that_it_is_invented(exhibit: Exhibit) -> None:
    paper = exhibit.draw(worlds.clean(31))
    assert paper.kind == exhibit.kind
    assert paper.fields or paper.rows
    for page in paper.pages:
        assert any(NOTICE in mark.text for mark in page.marks if isinstance(mark, Text))
    assert exhibit.draw(worlds.clean(31)).truth() == paper.truth()
