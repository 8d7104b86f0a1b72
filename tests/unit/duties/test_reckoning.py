"""What comes when: every day by the profile's periods, and by another calendar."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from pipeline.duties.page import _blocks
from pipeline.duties.reckoning import Due
from pipeline.errors import InputError
from pipeline.packaging.grids import Grid
from pipeline.packaging.leaves import Heading
from pipeline.profile.checks import faults_of
from pipeline.profile.duties import Duty
from pipeline.profile.known import Known
from pipeline.rules.registry import known_rules
from tests.rules.plain import templates
from tests.unit.duties.clients import ANSWERS, FACTS, TODAY, day, dues, licence
from tests.unit.reports.outcomes import PROFILE

GOLDEN = Path(__file__).parent / "golden" / "after.txt"


def text_of(found: tuple[Due, ...]) -> str:
    """The page's tables as a clerk reads them."""
    lines = []
    for block in _blocks("acme", found, TODAY):
        match block:
            case Heading(text):
                lines.append(f"## {text}")
            case Grid():
                lines += [" | ".join(cell.replace("\n", " ") for cell in row) for row in (block.heads, *block.rows)]
            case _:
                lines += block.text.split("\n")
    return "\n".join(lines) + "\n"


def other_working_day(wanted: date) -> date:
    """The day or the working day before it, by the library's calendar."""
    while not chinese_calendar.is_workday(wanted):
        wanted -= timedelta(days=1)
    return wanted


def by_hand(issued: date, years: int) -> date:
    try:
        return issued.replace(year=issued.year + years)
    except ValueError:
        return issued.replace(year=issued.year + years, day=28)


def test_the_page_of_a_licensed_client_is_the_golden_one() -> None:
    assert text_of(dues()) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("step", range(24))
def test_renewal_and_reports_are_the_same_by_another_calendar(step: int) -> None:
    """Licences whose last year lies in the years that the library covers (its holidays end on 2026-10-10)."""
    issued = date(2020, 1, 20) + timedelta(days=37 * step)
    found = dues({"licence_issued_on": issued.isoformat()}, {})
    ends = by_hand(issued, 5)
    renewal = ends - timedelta(days=90)
    assert day(found, "expiry") == ends
    if date(2024, 1, 1) <= renewal <= date(2026, 10, 10):
        assert day(found, "renewal") == other_working_day(renewal)
    for held in (2023, 2024, 2025):
        if issued.year <= held and date(held, 12, 31) <= ends:
            assert day(found, f"annual_report-{held}") == other_working_day(date(held + 1, 3, 31))


def test_the_library_covers_most_of_the_licences_compared() -> None:
    ends = [by_hand(date(2020, 1, 20) + timedelta(days=37 * step), 5) - timedelta(days=90) for step in range(24)]
    assert sum(date(2024, 1, 1) <= each <= date(2026, 10, 10) for each in ends) == 20


@pytest.mark.parametrize(
    ("issued", "ends"),
    [("2027-03-01", "2032-03-01"), ("2024-02-29", "2029-02-28"), ("2027-12-31", "2032-12-31")],
)
def test_a_licence_ends_after_its_years_where_it_does_not_say_when(issued: str, ends: str) -> None:
    found = licence({"licence_issued_on": issued})
    assert (found.valid_to.isoformat(), found.end_is_stated) == (ends, False)


def test_the_end_that_the_licence_states_counts() -> None:
    answers = {**ANSWERS, "licence_valid_to": "2032-02-28"}
    assert licence(answers).end_is_stated
    assert day(dues(answers), "renewal") == date(2031, 11, 28)  # 90 days before is 2031-11-30, a Sunday


def test_reports_begin_with_the_year_of_issue_and_outlive_the_licence() -> None:
    """Held on 31 December is what obliges, even where it has lapsed before the report."""
    found = [each for each in dues() if each.duty == "annual_report"]
    assert [each.title for each in found] == [f"{year} 年度年报" for year in range(2027, 2032)]
    assert (found[0].opens, found[0].until) == (date(2028, 1, 1), date(2028, 4, 30))


def test_a_licence_of_the_last_day_of_a_year_reports_for_it_and_one_of_the_next_day_does_not() -> None:
    years = {
        issued: min(each.title for each in dues({"licence_issued_on": issued}, {}) if each.duty == "annual_report")
        for issued in ("2027-12-31", "2028-01-01")
    }
    assert years == {"2027-12-31": "2027 年度年报", "2028-01-01": "2028 年度年报"}


def test_the_renewal_is_reminded_of_before_the_end_and_other_things_before_their_day() -> None:
    found = {each.key: each for each in dues()}
    assert found["renewal"].day == date(2031, 12, 2)
    assert found["renewal"].reminders == (date(2031, 9, 3), date(2031, 11, 2), date(2031, 12, 2))
    assert found["opening_report"].day == date(2027, 9, 30)
    assert found["opening_report"].plain == date(2027, 10, 1)
    assert found["opening_report"].reminders == (date(2027, 8, 31), date(2027, 9, 23))


def test_no_reminder_comes_after_its_day() -> None:
    assert all(each.day is None or all(day <= each.day for day in each.reminders) for each in dues())


def test_a_day_off_moves_a_day_before_and_a_setting_can_leave_it() -> None:
    assert day(dues(), "opening_report") == date(2027, 9, 30)  # National Day
    left = dues(profile=(("post.holiday_shift", "none"),))
    assert day(left, "opening_report") == date(2027, 10, 1)


def test_days_in_years_without_published_holidays_are_estimates() -> None:
    found = {each.key: each for each in dues()}
    assert found["renewal"].estimated
    assert not found["expiry"].estimated  # no day off moves it
    early = {each.key: each for each in dues({"licence_issued_on": "2021-03-01"}, {})}
    assert not early["renewal"].estimated


def test_contracts_that_end_before_the_licence_are_marked_and_open_ones_have_no_day() -> None:
    found = {each.key: each for each in dues()}
    assert [
        found[key].first for key in ("access_agreement-access[0]", "room_lease-rooms[0]", "office_lease-office")
    ] == [
        True,
        True,
        False,
    ]
    assert "room_lease-rooms[1]" not in found
    assert "合同约定自动续期" in found["access_agreement-access[0]"].reckoned
    assert "自动续期" not in found["room_lease-rooms[0]"].reckoned


def test_without_opening_and_connection_the_days_wait_and_say_what_for() -> None:
    waiting = {each.key: each.lacking for each in dues({"licence_issued_on": "2027-03-01"}) if each.lacking}
    assert set(waiting) == {"opening_report", "police_filing", "evaluation", "mlps_filing"}
    assert waiting["opening_report"] == (
        "业务开通日未定：业务开通之日起30日内；日期写在 client.yaml 的 answers：business_opened_on"
    )


def test_a_business_opened_late_waits_for_nothing_though_no_assessment_falls_into_the_licence() -> None:
    found = dues({**ANSWERS, "business_opened_on": "2031-09-01"})
    assert not any(each.duty == "mlps_level2" for each in found)
    assert not any(each.lacking for each in found)


@pytest.mark.parametrize(("level", "days"), [("第二级", 2), ("第三级", 4)])
def test_assessments_come_as_often_as_the_level_wants(level: str, days: int) -> None:
    found = [each for each in dues({**ANSWERS, "mlps_level": level}) if each.duty.startswith("mlps_level")]
    assert len(found) == days
    assert all(each.status == "待核" for each in found)


def test_a_clients_own_period_counts() -> None:
    found = dues(profile=(("post.renewal.days", 120),))
    assert day(found, "renewal") == date(2031, 10, 31)  # 2031-11-02 is a Sunday, 11-01 a Saturday


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"licence_issued_on": "明年三月"}, "acme/client.yaml /answers/licence_issued_on：“明年三月”不是日期"),
        ({"licence_issued_on": "2027-02-30"}, "“2027-02-30”不是日期"),
        ({**ANSWERS, "licence_valid_to": "2027-03-01"}, "有效期届满日 2027-03-01 不晚于发证日 2027-03-01"),
        (
            {**ANSWERS, "business_opened_on": "2027-02-01"},
            "业务开通日 2027-02-01 早于发证日 2027-03-01，未取证不得开通",
        ),
    ],
)
def test_a_bad_answer_gets_one_clear_sentence(answers: dict[str, str], said: str) -> None:
    with pytest.raises(InputError) as caught:
        dues(answers)
    assert len(caught.value.faults) == 1
    assert said in caught.value.faults[0]


def test_a_duty_of_an_unknown_setting_or_question_is_a_fault_of_the_profile() -> None:
    first = PROFILE.duties[0].model_copy(update={"within": "post.no_such"})
    second = PROFILE.duties[4].model_copy(
        update={"when": PROFILE.duties[4].when.model_copy(update={"question": "no_such"})}
    )
    profile = PROFILE.model_copy(update={"duties": (first, second)})
    assert list(faults_of(profile, Known(rules=known_rules()), templates())) == [
        "isp/duties.yaml opening_report：没有设置 post.no_such",
        "isp/duties.yaml mlps_level2 /when：没有问题 no_such，questions.yaml 里没有",
    ]


@pytest.mark.parametrize(
    "told",
    [
        {"event": "opened"},
        {"event": "opened", "by": True, "within": "post.change.days"},
        {"by": True},
        {"event": "contract", "before": "post.change.days"},
        {"standing": True, "by": True},
    ],
)
def test_a_duty_says_when_exactly_once(told: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="应"):
        Duty(id="x", title="虚构", what="做", source="虚构", **told)


def test_estimated_years_hold_the_statutory_holidays() -> None:
    """Against the lunar calendar of another library."""
    import holidays

    from pipeline.text.yearfile import year_of

    for year, content in PROFILE.calendar:
        if int(year) >= 2027:
            own = year_of(content)
            assert not own.published
            assert own.holidays == {each for each in holidays.China(years=[int(year)]) if each.year == int(year)}, (
                year
            )


def test_facts_of_contracts_are_those_that_the_pipeline_states() -> None:
    from pipeline.facts.places import ACCESS_FIELDS, ROOM_FIELDS

    rooms, access = {name for name, _ in ROOM_FIELDS}, {name for name, _ in ACCESS_FIELDS}
    assert {"address", "term_to", "auto_renewal"} <= rooms
    assert {"operator", "term_to", "auto_renewal"} <= access
    assert FACTS
