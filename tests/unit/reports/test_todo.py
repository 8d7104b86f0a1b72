from __future__ import annotations

import pytest

from pipeline.model.geometry import Box
from pipeline.reports.todo import paper_at, todos_of
from pipeline.rules.folding import Fold
from tests.unit.reports.outcomes import COMMITMENT, DOCUMENTS, INSURANCE, LICENCE, PROFILE, finding, place, result


def material_of(materials: tuple[str, ...], rule: str = "ID-05", **told: object) -> str:
    made = finding("aaaaaa", "不符", **told)
    item = Fold(result(rule, made, materials=materials), made)
    (number, _), *_ = todos_of((item,), DOCUMENTS, PROFILE)[0].items
    return number


@pytest.mark.parametrize(
    ("materials", "files", "expected"),
    [
        (("05",), (), "05"),
        (("01", "05"), (INSURANCE, LICENCE), "05"),
        (("01", "05"), (LICENCE, INSURANCE), "01"),
        (("01", "05"), ("papers/gone.pdf", COMMITMENT), "11"),
        (("01", "05"), ("papers/x.pdf",), ""),
        ((), (), ""),
    ],
)
def test_a_finding_belongs_to_its_rules_one_material_or_to_that_of_its_first_paper(materials, files, expected):
    assert material_of(materials, evidence=tuple(place(each) for each in files)) == expected


def test_a_missing_material_belongs_to_itself():
    assert material_of((), rule="PK-01", values=(("number", "09"),)) == "09"
    assert material_of((), rule="PK-01", values=(("number", "77"),)) == ""


def test_another_rules_number_is_no_material():
    assert material_of((), values=(("number", "09"),)) == ""


@pytest.mark.parametrize(
    ("outcome", "severity", "expected"),
    [
        ("broken", "blocker", "client"),
        ("unknown", "blocker", "handler"),
        ("broken", "warning", "advice"),
        ("unknown", "warning", "advice"),
        ("broken", "info", "note"),
        ("note", "info", "note"),
        ("note", "blocker", "note"),
    ],
)
def test_who_must_act_follows_from_outcome_and_severity(outcome, severity, expected):
    made = finding("aaaaaa", "不符", outcome=outcome, severity=severity)
    sizes = {each.key: each.size for each in todos_of((Fold(result("SI-04", made), made),), DOCUMENTS, PROFILE)}
    assert sizes == {**dict.fromkeys(("client", "handler", "advice", "note"), 0), expected: 1}


def test_materials_come_in_upload_order_the_whole_application_first_and_annexes_behind_theirs():
    found = [finding(f"{number}aaaa", "不符") for number in range(4)]
    given = zip(("12", "1B", "01", ""), found, strict=True)
    items = [Fold(result("SI-04", each, materials=(number,) if number else ()), each) for number, each in given]
    assert [group.number for group in todos_of(items, DOCUMENTS, PROFILE)[0].groups] == ["", "01", "1B", "12"]


def test_a_paper_that_counts_goes_before_a_superseded_one_on_the_same_page():
    old = DOCUMENTS[0].model_copy(update={"status": "superseded", "material": "03"})
    found = paper_at(place(LICENCE, Box(1, 1, 2, 2)), (old, *DOCUMENTS))
    assert found is not None
    assert found.material == "01"
    assert paper_at(place(LICENCE, page=9), DOCUMENTS) is None
