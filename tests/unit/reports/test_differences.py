"""与指南的差异: thirty rows from the very settings by which the rules judge."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.profile.checks import faults_of
from pipeline.profile.known import Known
from pipeline.profile.settings import resolve
from pipeline.reports.differences import Told, differences
from pipeline.reports.words import setting_value
from pipeline.rules.registry import known_rules
from tests.rules.plain import templates
from tests.unit.reports.outcomes import DAY, PROFILE, client

RULES = known_rules()


def told(day: date = DAY, **said: object) -> dict[str, Told]:
    found = differences(PROFILE, resolve(PROFILE, day, client(**said)), RULES)
    return {each.difference.id: each for each in found}


def values(found: Told) -> dict[str, str]:
    return {force.setting.id: setting_value(force) for force in found.shown}


def test_the_thirty_differences_are_told_in_order() -> None:
    assert list(told()) == [f"D-{number:02}" for number in range(1, 31)]


def test_every_setting_of_a_difference_is_told_or_counted() -> None:
    named = {each.id for each in PROFILE.settings if each.difference is not None}
    counted = {force.setting.id for each in told().values() for force in (*each.shown, *each.more)}
    assert counted == named


@pytest.mark.parametrize(
    ("difference", "setting", "value"),
    [
        ("D-01", "licence.printed_code", "B14"),
        ("D-03", "timeline.review_start", "自受理之日"),
        ("D-07", "si.months_required", "1 个月"),
        ("D-12", "post.renewal.require_opened_proof", "是"),
        ("D-15", "annex.mode", "并入所属材料"),
        ("D-22", "client_letters.mention_registered_agency", "否"),
        ("D-29", "applicant.types_allowed", "有限责任公司、股份有限公司"),
    ],
)
def test_a_value_in_force_is_told_in_plain_words(difference: str, setting: str, value: str) -> None:
    assert values(told()[difference])[setting] == value


def test_a_clients_own_value_is_the_one_in_force_with_its_place() -> None:
    found = told(profile=(("si.months_required", 3), ("timeline.review_start", "received")))
    assert values(found["D-07"])["si.months_required"] == "3 个月"
    assert found["D-03"].shown[0].where == "client.yaml#/profile/timeline/review_start"
    assert values(found["D-03"])["timeline.review_start"] == "自收到申请之日"


def test_the_rules_that_take_a_setting_are_named() -> None:
    assert set(told()["D-07"].rules) >= {"SI-08"}


def test_practice_and_unverified_values_are_doubtful_and_law_is_not() -> None:
    found = told()
    assert [found[name].doubtful for name in ("D-07", "D-17", "D-02", "D-05")] == [True, True, False, False]


def test_a_difference_that_shows_a_setting_of_another_is_a_fault() -> None:
    wrong = PROFILE.differences[0].model_copy(update={"shows": ("si.months_required",)})
    profile = PROFILE.model_copy(update={"differences": (wrong, *PROFILE.differences[1:])})
    faults = list(faults_of(profile, Known(rules=RULES), templates()))
    assert faults == ["isp/differences.yaml D-01 /shows：si.months_required 不是编号 D-01 的设置"]


def test_a_setting_of_an_untold_difference_is_a_fault() -> None:
    profile = PROFILE.model_copy(update={"differences": PROFILE.differences[:-1]})
    faults = list(faults_of(profile, Known(rules=RULES), templates()))
    assert faults == [
        f"isp/thresholds.yaml {name} /difference：没有差异 D-30" for name in ("scope.mode", "scope.loose_words")
    ]


def test_choices_and_their_printed_names_go_one_for_one() -> None:
    wrong = PROFILE.setting("timeline.review_start").model_copy(update={"printed": ("自受理之日",)})
    settings = tuple(wrong if each.id == wrong.id else each for each in PROFILE.settings)
    profile = PROFILE.model_copy(update={"settings": settings})
    faults = list(faults_of(profile, Known(rules=RULES), templates()))
    assert faults == ["isp/thresholds.yaml timeline.review_start /printed：应与 choices 一一对应"]
