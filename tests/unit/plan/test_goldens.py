"""Six kinds of client: each plan word for word, every row of the decision table in one of them or alone."""

from __future__ import annotations

import re

import pytest

from pipeline.model.situation import Situation
from pipeline.plan.text import text_of
from pipeline.profile.profile import Profile
from tests.plans import FOLDER, NAMES, golden_plan, isp

BASE = Situation(
    coverage="省内",
    room="租赁",
    self_built="否",
    room_place="覆盖范围内",
    home="本省",
    bandwidth="有",
    site_access="不含",
    shareholders=("自然人",),
    foreign="无",
    route="domestic",
    insured="足够",
    capital="足够",
    scope="已含",
    licensed="无",
    site_check="待核",
)
ALWAYS = {"one_province", "leased_room", "bandwidth_at_hand", "site_check_unknown"}
ALONE: dict[str, dict[str, object]] = {
    "several_provinces": {"coverage": "跨省"},
    "home_elsewhere": {"home": "外省"},
    "room_elsewhere": {"room_place": "覆盖范围外"},
    "no_room": {"room": "无"},
    "room_unanswered": {"room": "未答"},
    "own_room": {"room": "自有"},
    "operator_room": {"room": "运营商"},
    "self_built_room": {"self_built": "是"},
    "no_bandwidth": {"bandwidth": "无"},
    "only_hosting": {"bandwidth": "仅有IDC合同"},
    "scope_lacks_words": {"scope": "未含"},
    "capital_short": {"capital": "不足"},
    "staff_short": {"insured": "不足"},
    "corporate_shareholder": {"shareholders": ("自然人", "企业")},
    "partnership_shareholder": {"shareholders": ("合伙企业",)},
    "state_shareholder": {"shareholders": ("国有单位",)},
    "existing_licence": {"licensed": "有"},
    "foreign_default": {"foreign": "有"},
    "foreign_pilot": {"foreign": "有", "route": "pilot_2024"},
    "foreign_joint": {"foreign": "有", "route": "cepa"},
    "with_site_access": {"site_access": "含"},
    "site_check": {"site_check": "要求"},
}
TAKES_THE_PLACE_OF = {
    "several_provinces": {"one_province"},
    "no_room": {"leased_room"},
    "room_unanswered": {"leased_room"},
    "own_room": {"leased_room"},
    "operator_room": {"leased_room"},
    "no_bandwidth": {"bandwidth_at_hand"},
    "only_hosting": {"bandwidth_at_hand"},
    "site_check": {"site_check_unknown"},
}


@pytest.fixture(scope="module")
def profile() -> Profile:
    return isp()


def rows(profile: Profile, situation: Situation) -> set[str]:
    return {each.id for each in profile.plan.decisions if each.when.holds(situation)}


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_what_its_golden_file_says(name: str) -> None:
    golden = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert text_of(golden_plan(name)) == golden, "look at the difference, then: python -m tests.plans"


def test_there_are_six_kinds_of_client() -> None:
    assert len(NAMES) == 6


@pytest.mark.parametrize("row", ALONE)
def test_each_row_of_the_decision_table_holds_alone(row: str, profile: Profile) -> None:
    situation = BASE.model_copy(update=ALONE[row])
    assert rows(profile, situation) == ALWAYS - TAKES_THE_PLACE_OF.get(row, set()) | {row}


def test_no_row_but_the_everyday_ones_holds_for_a_client_who_lacks_nothing(profile: Profile) -> None:
    assert rows(profile, BASE) == ALWAYS


def test_every_row_of_the_decision_table_is_met_by_a_test(profile: Profile) -> None:
    assert {each.id for each in profile.plan.decisions} == ALWAYS | set(ALONE) | {"capital_short_across"}


def test_too_little_capital_for_several_provinces_is_two_rows(profile: Profile) -> None:
    situation = BASE.model_copy(update={"coverage": "跨省", "capital": "不足"})
    assert rows(profile, situation) - ALWAYS == {"several_provinces", "capital_short", "capital_short_across"}


def test_what_is_not_answered_brings_no_row_that_demands_anything(profile: Profile) -> None:
    unanswered = Situation(coverage="省内")
    found = [each for each in profile.plan.decisions if each.when.holds(unanswered)]
    assert not [each.id for each in found if each.stop]
    assert {each.id for each in found} == {
        "one_province",
        "room_unanswered",
        "bandwidth_at_hand",
        "site_check_unknown",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_chinese_throughout(name: str) -> None:
    known = r"client\.yaml|answers\.\w+|[A-Z]{2}-\d\d|dossier \w+|https?://\S+|submit_on|foreign_route|B14|B25|ISP|IDC|PDF|MB|VIE|\w+\.pdf"
    text = re.sub(known, "", text_of(golden_plan(name)))
    assert re.findall(r"[A-Za-z]{3,}", text) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_rests_on_practice_says_so(name: str) -> None:
    plan = golden_plan(name)
    for way in plan.ways:
        tasks = [scheduled.planned.task for scheduled in way.safe.tasks]
        for each in (*way.decisions, *tasks, *(ticked.paper for ticked in way.papers)):
            if any(word in each.source for word in ("惯例", "假设", "清单", "口径", "常见")):
                assert each.status == "待核", each.id
    assert all(each.slot.status == "待核" for each in plan.uploads)


def test_the_fees_are_called_the_markets(profile: Profile) -> None:
    text = text_of(golden_plan("跨省资本不足"))
    assert "约6～10万元，为指南所列市场价，非官方收费，待核" in text
    assert "约2～4万元，为指南所列市场价，非官方收费，待核" in text
