from __future__ import annotations

from pathlib import Path

from pipeline.model.evidence import Evidence
from pipeline.model.findings import Finding, Outcome, Result, Severity, WaiverNote, values
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.rules.folding import fold
from pipeline.rules.registry import known_rules

PROFILE = load(Path(__file__).parents[3] / "templates" / "isp", Known(rules=known_rules()))
PAYER = Evidence(file="papers/si.pdf", sha256="a" * 64, page=1, bbox=(1, 2, 3, 4))
LICENCE = Evidence(file="papers/licence.pdf", sha256="b" * 64, page=1, bbox=(1, 2, 3, 4))


def found(
    rule: str,
    *,
    outcome: str = "broken",
    severity: Severity = "blocker",
    evidence: tuple[Evidence, ...] = (),
    waived: bool = False,
    materials: tuple[str, ...] = ("05",),
    **named: str,
) -> Result:
    note = WaiverNote(sort="waiver", by="张三", text="确认") if waived else None
    finding = Finding(
        id="000000",
        outcome=outcome,
        severity=severity,
        message="",
        message_en="",
        remedy="",
        values=values(**named),
        evidence=evidence,
        waiver=note,
    )
    result_outcome: Outcome = "waived" if waived else outcome
    return Result(
        rule=rule,
        outcome=result_outcome,
        severity=severity,
        statement="",
        statement_en="",
        source="",
        materials=materials,
        findings=(finding,),
    )


def folded(*results: Result) -> dict[str, list[str]]:
    return {each.result.rule: [other.rule for other, _ in each.folded] for each in fold(results, PROFILE)}


def test_a_wrong_payer_is_one_item_led_by_the_rule_on_payers():
    name = found("ID-05", evidence=(PAYER, LICENCE), right="甲")
    payer = found("SI-04", evidence=(PAYER,), payer="甲")
    assert folded(name, payer) == {"SI-04": ["ID-05"]}


def test_the_same_rule_on_another_place_stands_by_itself():
    assert folded(found("ID-05", evidence=(LICENCE,)), found("SI-04", evidence=(PAYER,))) == {
        "ID-05": [],
        "SI-04": [],
    }


def test_what_an_absent_paper_leaves_undecided_goes_under_the_missing_material():
    missing = found("PK-01", materials=(), number="11", title="依法经营承诺书")
    unread = found("LR-01", outcome="unknown", materials=("01", "02", "11", "12"), paper="commitment")
    other = found("ID-07", outcome="unknown", materials=("12",), paper="application_form")
    assert folded(missing, unread, other) == {"PK-01": ["LR-01"], "ID-07": []}


def test_a_demand_for_the_absent_paper_goes_under_it_too():
    missing = found("PK-01", materials=(), number="02", title="法定代表人身份证")
    assert folded(found("LR-04", materials=("02",), side="正反两面"), missing) == {"PK-01": ["LR-04"]}


def test_a_blocker_leads_a_warning_on_the_same_place_and_is_never_hidden_under_it():
    mild = found("LR-06", severity="warning", evidence=(PAYER,))
    grave = found("EQ-09", evidence=(PAYER,))
    assert folded(mild, grave) == {"EQ-09": ["LR-06"]}


def test_what_is_still_open_is_never_hidden_under_what_was_waived():
    assert folded(found("ID-05", evidence=(PAYER,)), found("SI-04", evidence=(PAYER,), waived=True)) == {
        "ID-05": [],
        "SI-04": [],
    }


def test_the_same_values_on_the_same_place_are_one_item_led_by_the_first():
    one = found("SI-03", evidence=(PAYER,), name="王样")
    two = found("SI-02", evidence=(PAYER,), name="王样")
    assert folded(one, two) == {"SI-03": ["SI-02"]}


def test_every_finding_is_kept_once():
    results = [
        found("ID-05", evidence=(PAYER,)),
        found("SI-04", evidence=(PAYER,)),
        found("SC-01", evidence=(LICENCE,)),
    ]
    seen = [rule for lead, others in folded(*results).items() for rule in (lead, *others)]
    assert sorted(seen) == ["ID-05", "SC-01", "SI-04"]
