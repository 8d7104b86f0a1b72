"""Clients made with named faults: exactly the blockers that the faults break are broken, their warnings among the rest, and every paper is read right."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.specimens import accuracy, clients, faults
from tests.specimens.plans import Plan

ROOT = Path(__file__).resolve().parents[2]
NORTH = Plan(form_surface="digital", articles="clauses")
EAST = Plan(
    form_surface="digital", licence="portrait_2015", articles="unruled", lease="party", head_card="two_pages",
    bundled=False, access="broadband", word=False,
)  # fmt: skip
SOUTH = Plan(form_surface="digital", licence="electronic")
LISTED = Plan(form_surface="digital", insurance="unit")

GROUPS: tuple[tuple[str, Plan, tuple[str, ...]], ...] = (
    ("江苏省", EAST, ()),
    ("北京市", LISTED, ("scope_second_class_only", "insurance_late", "room_let_to_another", "contributions_do_not_add_up")),
    (
        "江苏省", EAST,
        ("scope_without_keywords", "head_card_expired", "owner_is_another", "fire_document_missing", "hosting_only"),
    ),
    (
        "浙江省", SOUTH,
        (
            "foreign_company", "insurance_unpaid", "access_at_another_address", "fire_document_failed",
            "articles_before_the_change",
        ),
    ),
    (
        "北京市", NORTH,
        (
            "capital_too_low", "operator_is_a_look_alike", "commitment_missing", "application_form_unsealed",
            "card_without_back", "room_lease_expired",
        ),
    ),
    ("北京市", NORTH, ("payer_is_staffing_company", "commitment_to_the_wrong_authority")),
    (
        "北京市", NORTH,
        (
            "term_ends_in_review", "second_level_adds_up_to_90", "one_person_leads_both", "fire_police_in_2022",
            "access_for_own_use_only", "lease_signed_late", "commitment_is_old", "insurance_print_is_old",
        ),
    ),
    (
        "江苏省", EAST,
        (
            "articles_scope_differs", "unrelated_major", "fire_document_of_other_floors", "lease_sealed_by_one",
            "access_without_number", "form_older_than_licence", "records_edited",
        ),
    ),
    (
        "浙江省", SOUTH,
        (
            "insurance_is_backpay", "room_is_residential", "access_for_six_months", "form_is_old",
            "records_are_old",
        ),
    ),
    ("江苏省", SOUTH, ("access_without_annex",)),
)  # fmt: skip
"""Faults that do not hide each other, in as few clients as hold them all."""


def checked(made: clients.Made, build: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The findings and the facts of a client after `check`."""
    asked = ["check", made.folder.name, "--inputs", str(made.folder.parent), "--build", str(build), "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "pipeline", *asked],
        cwd=ROOT,
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    told = build / made.folder.name
    return json.loads((told / "findings.json").read_text("utf-8")), json.loads(
        (told / "facts.json").read_text("utf-8")
    )


def test_the_groups_hold_every_fault_once() -> None:
    named = [name for _, _, group in GROUPS for name in group]
    assert sorted(named) == sorted(faults.FAULTS)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(GROUPS)))
def test_named_faults_break_their_rules_and_no_others(number: int, tmp_path: Path) -> None:
    province, plan, group = GROUPS[number]
    made = clients.make_client(tmp_path / "inputs" / "client", 100 + number, group, province, plan)
    findings, facts = checked(made, tmp_path / "build")
    broken = {each["rule"]: each["severity"] for each in findings["results"] if each["outcome"] == "broken"}
    assert {rule for rule, severity in broken.items() if severity == "blocker"} == set(made.broken)
    assert {rule for name in group for rule in faults.FAULTS[name].warns} <= set(broken)
    read = accuracy.compare(json.loads(made.truth.text()), facts)
    photographed = {filing["file"] for filing in made.truth.documents if filing["surface"] == "photo"}
    assert [miss for miss in read.misses if miss.file not in photographed] == []
