"""The first and the last day on which papers can be filed, by the paper that sets each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from pipeline.model.case import FilingWindow
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.settings import resolve
from pipeline.rules.filing_window import filing_window
from pipeline.rules.registry import known_rules
from pipeline.rules.trust import least_of, trusted
from tests.rules import plain

PROFILE = load(plain.templates(), Known(rules=known_rules()))
COMPANY = "云桥网络有限公司"
REVIEW = timedelta(days=90)
LICENCE = {"business_licence": {"name": COMPANY, "issued_on": "2026-05-01"}}


def window(*papers: dict[str, Any]) -> FilingWindow:
    case = plain.case({"papers": [LICENCE, *papers]}, PROFILE)
    settings = resolve(PROFILE, case.as_of, case.client)
    return filing_window(trusted(case, least_of(settings)), settings, lambda day: day + REVIEW)


def insurance(**told: Any) -> dict[str, Any]:
    months = [{"name": "王样", "month": "2026-11", "state": "已到账"}]
    least = {"payer": COMPANY, "people": [{"name": "王样"}], "months": months}
    return {"social_insurance": {**least, **told}}


LATEST = [
    ("社保打印件满30日", insurance(printed_on="2026-11-20"), date(2026, 12, 20), "stale", "printed_on"),
    ("信用记录满30日", {"credit_record": {"date": "2026-11-25"}}, date(2026, 12, 25), "stale", "date"),
    ("承诺书满60日", {"commitment": {"signed_on": "2026-11-20"}}, date(2027, 1, 19), "stale", "signed_on"),
    ("申请表满15日", {"application_form": {"generated_on": "2026-12-08"}}, date(2026, 12, 23), "stale", "generated_on"),
    ("社保验证码须再有效10日", insurance(verify_until="2026-12-31"), date(2026, 12, 21), "code", "verify_until"),
    ("学历验证码当日仍有效", {"qualification": {"verify_until": "2027-01-05"}}, date(2027, 1, 5), "code", "verify_until"),
    ("租期须长于审查期", {"room_lease": {"term_to": "2027-06-30"}}, date(2027, 4, 1), "runs_out", "term_to"),
    ("身份证须长于审查期", {"id_card": {"name": "王样", "valid_to": "2027-03-31"}}, date(2026, 12, 31), "runs_out", "valid_to"),
    ("十一月已缴且宽限一个月，最晚次年一月底", insurance(), date(2027, 1, 31), "month", "months"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("paper", "day", "reason", "field"), [row[1:] for row in LATEST], ids=[row[0] for row in LATEST]
)
def test_the_paper_that_first_gives_out_sets_the_last_day(
    paper: dict[str, Any], day: date, reason: str, field: str
) -> None:
    latest = window(paper).latest
    assert latest is not None
    assert (latest.day, latest.reason, latest.document, latest.field) == (day, reason, 1, field)


def test_of_several_papers_the_first_to_give_out_counts() -> None:
    papers = [
        {"credit_record": {"date": "2026-12-01"}},
        insurance(printed_on="2026-11-20"),
        {"room_lease": {"term_to": "2030-01-01"}},
    ]
    latest = window(*papers).latest
    assert latest is not None
    assert (latest.day, latest.document, latest.evidence.file) == (
        date(2026, 12, 20),
        2,
        "papers/03_social_insurance.pdf",
    )


def test_the_paper_made_last_sets_the_first_day() -> None:
    earliest = window(
        {"commitment": {"signed_on": "2026-11-20"}}, {"application_form": {"generated_on": "2026-12-18"}}
    ).earliest
    assert earliest is not None
    assert (earliest.day, earliest.reason, earliest.document, earliest.field) == (
        date(2026, 12, 18),
        "made",
        2,
        "generated_on",
    )


def test_what_is_renewed_has_no_end_or_is_superseded_sets_no_day() -> None:
    assert window({"room_lease": {"term_to": "2027-06-30", "auto_renewal": "是"}}).latest is None
    assert window({"id_card": {"name": "王样", "valid_to": "长期"}}).latest is None
    assert window({"credit_record": {"date": "2026-01-01", "status": "superseded"}}).latest is None


def test_a_day_that_was_not_read_clearly_sets_none() -> None:
    told = window({"commitment": {"signed_on": "2026-12-30", "unsure": ["signed_on"]}})
    assert told.latest is None
    assert told.earliest is not None
    assert told.earliest.day == date(2026, 5, 1)


def test_without_papers_there_is_no_window() -> None:
    case = plain.case({"papers": []}, PROFILE)
    settings = resolve(PROFILE, case.as_of, case.client)
    assert filing_window(case, settings, lambda day: day + REVIEW) == FilingWindow()
