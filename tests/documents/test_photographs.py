"""Pages photographed one by one: brought together and into reading order."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache

import pytest

from pipeline.documents.gathering import groups_of
from pipeline.documents.grouping import Group
from pipeline.model.client import Client
from tests.specimens import bundles, near_misses, worlds
from tests.specimens.papers import access_agreement, application_form, articles, premises
from tests.specimens.sheet import Page, Paper, Text

CLIENT = Client(folder_name="photographs", licence="isp", coverage=("北京市",), short_name="虚构")
MARGIN = 90  # points: page numbers stand in this strip at the head and at the foot


@cache
def world() -> worlds.World:
    return worlds.clean(5)


PAPERS = {
    "agreement": lambda: access_agreement.draw(world()),
    "articles": lambda: articles.draw(world().company),
    "lease": lambda: premises.lease(world().office, world().company.code),
    "form": lambda: application_form.draw(world()),
}


def without_numbers(paper: Paper) -> Paper:
    """The paper as if its pages were not numbered."""
    for page in paper.pages:
        page.marks = [mark for mark in page.marks if not (isinstance(mark, Text) and _is_number(mark, page))]
    return paper


def _is_number(mark: Text, page: Page) -> bool:
    text = mark.text.replace(" ", "").replace("　", "")
    in_margin = mark.y < MARGIN or mark.y > page.height - MARGIN
    return in_margin and re.search(r"第.{1,3}页|^[-—]*[0-9]{1,2}[-—]*(?:/[0-9]+)?$", text) is not None


def photographed(pages: Sequence[Page]) -> tuple[Group, ...]:
    """Each page in a file of its own, numbered by the camera."""
    read = [bundles.read(page, f"papers/09/IMG_{number}.jpg", 1) for number, page in enumerate(pages, 2031)]
    return groups_of(read, CLIENT)


def order_of(group: Group, pages: Sequence[Page], paper: Paper) -> list[int]:
    """The pages of a paper, from 0, in the order in which they were put."""
    return [paper.pages.index(pages[int(file[-8:-4]) - 2031]) for file in group.files]


@pytest.mark.parametrize("numbered", [True, False], ids=["numbered", "unnumbered"])
@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("taken", ["in order", "from the back", "at random"])
def test_photographs_are_put_in_reading_order(name: str, taken: str, numbered: bool) -> None:
    paper = PAPERS[name]() if numbered else without_numbers(PAPERS[name]())
    pages = list(paper.pages)
    if taken == "from the back":
        pages.reverse()
    elif taken == "at random":
        random.Random(3).shuffle(pages)
    (group,) = photographed(pages)
    assert order_of(group, pages, paper) == list(range(len(pages)))


def test_a_page_that_was_not_photographed_is_missed() -> None:
    pages = list(PAPERS["agreement"]().pages)
    del pages[1]
    (group,) = photographed(pages)
    assert group.gaps == ("标明共5页，缺第2页",)


def test_a_page_of_another_paper_between_the_photographs_stays_by_itself() -> None:
    paper = PAPERS["agreement"]()
    pages = [*paper.pages[:2], near_misses.bank_slip(world()).pages[0], *paper.pages[2:]]
    agreement, slip = photographed(pages)
    assert order_of(agreement, pages, paper) == list(range(len(paper.pages)))
    assert (slip.judgement, slip.files) == (None, ("papers/09/IMG_2033.jpg",))
