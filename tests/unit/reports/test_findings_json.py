from __future__ import annotations

import json
from datetime import date

from pipeline.model.case import FilingLimit, FilingWindow
from pipeline.reports import outward
from pipeline.reports.findings import findings
from tests.unit.reports import outcomes
from tests.unit.reports.outcomes import INSURANCE, outcome, sha
from tests.unit.reports.schemas import faults


def test_the_file_has_the_published_shape():
    assert faults("findings", findings(outcome())) == []


def test_the_head_says_who_which_day_and_with_which_verdict():
    told = findings(outcome())
    assert {name: told[name] for name in told if name not in {"results", "files"}} == {
        "schema": 1,
        "client": "acme",
        "licence": "isp",
        "as_of": "2026-12-15",
        "verdict": "blocked",
        "to_confirm": 1,
        "sealing": "pending",
        "counts": {"kept": 2, "broken": 4, "unknown": 2, "waived": 1, "not_applicable": 1},
        "filing_window": {"earliest": None, "latest": None},
    }


def test_the_days_between_which_to_file_are_told_with_the_papers_that_set_them():
    place = outcomes.DOCUMENTS[0].place()
    latest = FilingLimit(day=date(2026, 12, 20), reason="stale", document=0, field="printed_on", evidence=place)
    told = findings(outcome(case=outcomes.case(window=FilingWindow(latest=latest))))
    assert faults("findings", told) == []
    assert told["filing_window"] == {
        "earliest": None,
        "latest": {
            "day": "2026-12-20",
            "reason": "stale",
            "paper": outcomes.DOCUMENTS[0].kind,
            "field": "printed_on",
            "evidence": outward.evidence(place),
        },
    }


def test_a_result_is_told_whole_with_the_place_of_its_finding():
    (told,) = [each for each in findings(outcome())["results"] if each["rule"] == "SI-04"]
    assert told == {
        "rule": "SI-04",
        "outcome": "broken",
        "severity": "blocker",
        "statement": "SI-04 的要求",
        "statement_en": "What is asked",
        "source": "指南§五",
        "materials": ["05"],
        "reason": "",
        "findings": [
            {
                "id": "a1b2c3",
                "outcome": "broken",
                "severity": "blocker",
                "message": "社保缴纳单位不是本公司",
                "message_en": "In English",
                "remedy": "请更正",
                "values": {"payer": "虚构人力有限公司"},
                "waiver": None,
                "confirmed": None,
                "evidence": [
                    {
                        "file": INSURANCE,
                        "sha256": sha(INSURANCE),
                        "page": 1,
                        "bbox": [72, 90.5, 210, 104],
                        "where": None,
                        "text": "虚构人力有限公司",
                        "confidence": 1.0,
                        "engine": "pdfium",
                    }
                ],
            }
        ],
    }


def test_waivers_and_confirmations_stand_at_their_finding():
    by_id = {each["id"]: each for told in findings(outcome())["results"] for each in told["findings"]}
    assert by_id["77b01e"]["waiver"] == {
        "sort": "waiver",
        "by": "张三",
        "text": "窗口已答复",
        "until": "2026-12-31",
        "scope": "finding",
    }
    assert by_id["c0ffee"]["confirmed"]["text"] == "原件有签字"


def test_every_finding_and_every_file_is_told_once_in_order():
    told = findings(outcome())
    assert [each["id"] for one in told["results"] for each in one["findings"]] == [
        each.id for one in outcomes.RESULTS for each in one.findings
    ]
    assert [(each["path"], each["state"], each["why"]) for each in told["files"]] == list(outcomes.FILES)
    assert [each["pages"] for each in told["files"] if each["path"] == "papers/locked.pdf"] == [None]


def test_no_password_of_the_client_leaves_the_program():
    secret = outcomes.client(passwords=("s3cret-2026",))
    told = outcome(case=outcomes.case(client=secret))
    assert "s3cret-2026" not in json.dumps(findings(told), ensure_ascii=False)
