"""The forms of further provinces, cities and the national platform are read as the record they were made of says."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from pipeline.documents.recognise import best, judge
from pipeline.documents.registry import declarations
from pipeline.model.page import Page
from tests.documents.drawn import pages
from tests.documents.test_golden import record_of
from tests.specimens import worlds
from tests.specimens.papers.social_insurance import elsewhere
from tests.specimens.papers.social_insurance.elsewhere import Insured, Told

SEEDS = (41, 42)


def read(drawn: tuple[Page, ...]) -> dict[str, Any]:
    paper = Paper.of(drawn)
    decided = best(judge(paper.sheets[0], declarations()))
    assert decided is not None, "no kind was recognised"
    return record_of(decided.kind.kind, read_paper(decided.kind, paper))


def truth_of(told: Told) -> dict[str, Any]:
    _, fields, rows = told
    return {
        "kind": "social_insurance",
        "fields": fields,
        "rows": {"people": elsewhere.people_of(rows), "months": rows},
    }


@pytest.mark.parametrize("lapsed", [False, True], ids=["paid", "lapsed"])
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("layout", elsewhere.FORMS)
def test_a_person_s_form_tells_its_record(layout: str, seed: int, lapsed: bool) -> None:
    told = elsewhere.told(layout, Insured(worlds.clean(seed).staff[0], lapsed))
    assert read(pages(told[0], landscape=elsewhere.FORMS[layout].landscape)) == truth_of(told)


@pytest.mark.parametrize("lapsed", [False, True], ids=["paid", "lapsed"])
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("layout", elsewhere.LISTS)
def test_a_unit_s_list_tells_its_members(layout: str, seed: int, lapsed: bool) -> None:
    told = elsewhere.listed(layout, worlds.clean(seed).staff, lapsed=lapsed)
    assert read(pages(told[0])) == truth_of(told)
