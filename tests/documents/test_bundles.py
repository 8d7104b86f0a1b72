"""Everything in one scan: which pages make which paper, and what each paper is."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.documents.gathering import document_of, groups_of
from pipeline.documents.recognise import best, judge
from pipeline.documents.registry import declarations
from pipeline.layout.sheet import Sheet
from pipeline.model.client import Client
from pipeline.model.intake import Inventory
from tests.specimens import bundles, near_misses, worlds
from tests.specimens.bundles import FILE, Bundle
from tests.specimens.papers import access_agreement, articles, golden, letters
from tests.specimens.sheet import Page, Paper

CLIENT = Client(folder_name="bundle", licence="isp", coverage=("北京市",), short_name="虚构")
SEEDS = range(1, 9)
LEAST_RIGHT = 0.99


@cache
def world() -> worlds.World:
    return worlds.clean(77)


def found_in(bundle: Bundle) -> list[tuple[str, list[int]]]:
    return [
        (group.judgement.kind.kind if group.judgement else "other", [sheet.page.number for sheet in group.sheets])
        for group in groups_of(bundle.pages, CLIENT)
    ]


def in_one_file(*papers: Paper) -> list[tuple[str, list[int]]]:
    drawn = [page for paper in papers for page in paper.pages]
    pages = tuple(bundles.read(page, FILE, number) for number, page in enumerate(drawn, 1))
    return found_in(Bundle(pages, ()))


def test_random_bundles_of_every_kind_are_split_into_their_papers() -> None:
    made = [bundles.bundle(seed) for seed in SEEDS]
    wrong = [
        (seed, paper) for seed, each in zip(SEEDS, made, strict=True) for paper in bundles.wrong(each, found_in(each))
    ]
    assert 1 - len(wrong) / sum(len(each.papers) for each in made) >= LEAST_RIGHT, wrong


@pytest.mark.parametrize("draw", near_misses.PAPERS, ids=lambda draw: draw.__name__)
def test_a_paper_that_only_quotes_other_papers_is_of_no_kind(draw: near_misses.Draw) -> None:
    sheet = Sheet.of(bundles.read(draw(world()).pages[0], FILE, 1))
    assert best(judge(sheet, declarations())) is None


@pytest.mark.parametrize("part", range(1, len(near_misses.PARTS) + 1))
def test_a_divider_sheet_is_of_no_kind_whatever_it_announces_and_says_so(part: int) -> None:
    page = bundles.read(near_misses.divider(part).pages[0], FILE, 1)
    (group,) = groups_of([page], CLIENT)
    document = document_of(group, Inventory())
    assert (document.kind, [reason.text for reason in document.reasons]) == (
        "other",
        ["分隔页：只写有后面材料的名称"],
    )


def test_two_copies_of_one_paper_are_two_papers() -> None:
    letter = letters.change_notice(world())
    assert in_one_file(letter, letter) == [("change_notice", [1]), ("change_notice", [2])]


def test_the_empty_back_of_a_page_stays_with_it() -> None:
    blank = Paper("other", "blank", [Page()])
    assert in_one_file(letters.change_notice(world()), blank, letters.commitment(world())) == [
        ("change_notice", [1, 2]),
        ("commitment", [3]),
    ]


def test_a_bank_slip_behind_a_contract_is_no_page_of_it() -> None:
    contract = access_agreement.draw(world())
    pages = len(contract.pages)
    assert in_one_file(contract, near_misses.bank_slip(world())) == [
        ("access_agreement", list(range(1, pages + 1))),
        ("other", [pages + 1]),
    ]


def test_the_articles_own_table_of_contents_stays_with_them() -> None:
    paper = articles.draw(world().company)
    paper.pages.insert(1, near_misses.own_contents())
    assert in_one_file(paper) == [("articles", list(range(1, len(paper.pages) + 1)))]


def test_an_annex_that_looks_like_an_order_of_its_own_stays_with_its_contract() -> None:
    framework = golden.draw(world(), "access_annex_with_total")
    assert in_one_file(framework, letters.commitment(world())) == [
        ("access_agreement", [1, 2]),
        ("commitment", [3]),
    ]


def test_an_annex_closes_no_contract_that_follows_it() -> None:
    first, other = (golden.draw(world(), name) for name in ("access_annex_with_total", "access_annex_one_row"))
    assert in_one_file(first, other) == [("access_agreement", [1, 2]), ("access_agreement", [3, 4])]


def test_an_order_form_behind_a_contract_is_a_paper_of_its_own_where_it_is_no_annex() -> None:
    contract, order = (golden.draw(world(), name) for name in ("access_two_circuits", "access_order_in_cells"))
    assert in_one_file(contract, order) == [("access_agreement", [1]), ("access_agreement", [2])]


def test_articles_of_one_company_in_two_wordings_are_two_papers() -> None:
    older, newer = (golden.draw(world(), name) for name in ("articles_unit_in_cells", "articles_unit_above"))
    assert in_one_file(older, newer) == [("articles", [1]), ("articles", [2])]


def test_articles_whose_title_stands_on_the_cover_and_above_the_first_clause_are_one_paper() -> None:
    paper = golden.draw(world(), "articles_unit_above")
    cover = Page()
    for line, text in enumerate((paper.fields["company"], "章　程")):
        cover.text(120, 200 + 60 * line, str(text), 26, "bold")
    assert in_one_file(Paper("articles", "cover", [cover, *paper.pages])) == [("articles", [1, 2])]
