"""No page that counts is left out of the plan without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.bundle import MaterialPlan, PlacedDocument, PlacedPart
from pipeline.model.case import Case
from pipeline.model.document import Document, Part, PrintedLine
from pipeline.model.draft import Draft
from pipeline.packaging.accounting import left_out
from pipeline.packaging.planning import Written
from pipeline.profile.records import Annex
from tests.unit.packaging.papers import plan
from tests.unit.reports.outcomes import outcome

ANNEXES = (Annex(number="10A", title="办公场地", parent="10"),)
LINE = PrintedLine.model_construct(text="文稿编号09-1A2B3C4D")


def paper(material: str, last: int = 2, **told: object) -> Document:
    part = Part(file=f"papers/{material}.pdf", sha256="", first=1, last=last)
    return Document(kind="other", title="协议", parts=(part,), material=material, **told)


def case(*documents: Document) -> Case:
    return outcome().case.model_copy(update={"documents": documents})


def bound(number: str, file: str, pages: int) -> MaterialPlan:
    part = PlacedPart(path=Path("/x.pdf"), file=file, sha256="", first=1, last=pages)
    return MaterialPlan(number=number, title="材料", documents=(PlacedDocument(title="协议", parts=(part,)),))


def faults(documents: tuple[Document, ...], *materials: MaterialPlan, drafts: tuple[Draft, ...] = ()) -> list[str]:
    bundle = plan([()], final=False).model_copy(update={"materials": materials})
    return list(left_out(case(*documents), Written(drafts), bundle, ANNEXES))


def test_a_paper_that_is_placed_whole_is_accounted_for() -> None:
    assert faults((paper("09"),), bound("09", "papers/09.pdf", 2)) == []


def test_an_annex_is_looked_for_in_its_parent() -> None:
    assert faults((paper("10A"),), bound("10", "papers/10A.pdf", 2)) == []


def test_a_page_that_is_missing_is_named() -> None:
    assert faults((paper("09", 3),), bound("09", "papers/09.pdf", 2)) == [
        "papers/09.pdf 第 3 页（协议）未排入材料 09"
    ]


def test_a_paper_that_serves_two_materials_must_stand_in_both() -> None:
    both = paper("02", also=("04",))
    assert faults((both,), bound("02", "papers/02.pdf", 2)) == ["papers/02.pdf 第 1 页（协议）未排入材料 04"]


@pytest.mark.parametrize("told", [{"status": "superseded"}, {"material": None}])
def test_what_does_not_count_need_not_stand_anywhere(told: dict[str, object]) -> None:
    assert faults((paper("09").model_copy(update=told),)) == []


def test_the_copy_of_a_draft_is_the_draft_s_affair_and_that_of_none_is_a_paper() -> None:
    copy = paper("09", lines=(LINE,))
    draft = Draft.model_construct(material="09")
    assert faults((copy,), drafts=(draft,)) == []
    assert faults((copy,)) != []
