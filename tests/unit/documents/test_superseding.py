from __future__ import annotations

from datetime import date

import pytest

from pipeline.documents import registry
from pipeline.documents.superseding import supersede
from pipeline.model.document import Document, Field, Marks, PageSeal, Part
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.page import Seal
from pipeline.model.values import Day, Text

KINDS = {each.kind: each for each in reversed(registry.declarations())}
SEAL = Seal(bbox=Box(0, 0, 9, 9), colour="red")


def paper(file: str, kind: str = "business_licence", sealed: bool = False, **told: object) -> Document:
    fields = {
        name: Day(value=value) if isinstance(value, date) else Text(value=str(value))
        for name, value in told.items()
        if name not in ("marks", "sides", "gaps")
    }
    marks = Marks(seals=(PageSeal(file=file, page=1, bbox=SEAL.bbox, seal=SEAL),)) if sealed else Marks()
    return Document(
        kind=kind,
        title="",
        parts=(Part(file=file, sha256="", first=1, last=1),),
        fields=tuple(Field(name=n, value=v, evidence=Evidence(file=file)) for n, v in fields.items()),
        marks=told.get("marks", marks),
        sides=told.get("sides", ()),
        gaps=told.get("gaps", ()),
    )


def counting(*documents: Document, named: str = "") -> list[str]:
    read = supersede(documents, KINDS, named=lambda document: document.parts[0].file == named)
    return [each.parts[0].file for each in read if each.status == "current"]


OLD = paper("old", code="A", name="云桥", issued_on=date(2020, 1, 1))
NEW = paper("new", code="A", name="云桥", issued_on=date(2024, 1, 1))


def test_of_two_dated_versions_the_latest_counts():
    (old, new) = supersede((OLD, NEW), KINDS)
    assert (old.status, new.status) == ("superseded", "current")
    assert old.why == "与 new 第1页 为同一材料，另一份日期较新"


def test_what_client_yaml_names_counts_before_any_date():
    assert counting(OLD, NEW, named="old") == ["old"]


def test_papers_of_two_companies_both_count():
    assert counting(OLD, paper("other", code="B", name="远帆")) == ["old", "other"]


def test_a_paper_that_does_not_say_whose_it_is_rivals_nobody():
    assert counting(OLD, paper("unknown", copy="副本")) == ["old", "unknown"]


def test_a_duplicate_counts_before_the_original():
    original = paper("original", code="A", copy="正本", issued_on=date(2024, 1, 1))
    duplicate = paper("duplicate", code="A", copy="副本", issued_on=date(2024, 1, 1))
    assert counting(original, duplicate) == ["duplicate"]


def test_a_date_on_one_version_alone_decides_nothing_and_the_seal_does():
    dated = paper("dated", code="A", issued_on=date(2024, 1, 1))
    sealed = paper("sealed", code="A", sealed=True)
    assert counting(dated, sealed) == ["sealed"]


def test_a_version_with_a_missing_page_gives_way():
    whole = paper("whole", code="A")
    torn = paper("torn", code="A", sealed=True, gaps=("缺第3页",))
    assert counting(torn, whole) == ["whole"]


def test_the_sharper_of_two_pictures_counts():
    coarse = paper("coarse", code="A", marks=Marks(picture=True, dpi=96))
    fine = paper("fine", code="A", marks=Marks(picture=True, dpi=300))
    assert counting(coarse, fine) == ["fine"]


def test_undated_versions_that_differ_ask_the_client():
    read = supersede((paper("a", code="A", name="云桥"), paper("b", code="A", name="云桥二")), KINDS)
    assert "请确认以哪份为准" in read[1].why
    assert "name" in read[1].why


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ((("front",), ("back",)), ["0", "1"]),
        ((("front",), ("front",)), ["0"]),
        ((("front", "back"), ("front",)), ["0"]),
    ],
)
def test_front_and_back_of_a_card_are_no_rivals(sides: tuple[tuple[str, ...], ...], expected: list[str]):
    cards = [paper(str(n), "id_card", number="119999199512288593", sides=side) for n, side in enumerate(sides)]
    assert counting(*cards) == expected


def test_amendments_count_side_by_side():
    amendments = [paper(str(n), "articles", company="云桥", sort="修正案") for n in range(2)]
    assert counting(*amendments, paper("main", "articles", company="云桥", sort="章程")) == ["0", "1", "main"]
