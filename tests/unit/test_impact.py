from pipeline.impact import Turn, turns
from pipeline.model.findings import Finding, Result


def result(rule, outcome, severity="blocker"):
    findings = ()
    if outcome == "broken":
        findings = (
            Finding(id="a", outcome="broken", severity=severity, message="不足", message_en="few", remedy=""),
        )
    return Result(
        rule=rule,
        outcome=outcome,
        severity=severity,
        statement=f"{rule} 的要求",
        statement_en="demand",
        source="",
        materials=(),
        findings=findings,
    )


def test_only_rules_that_come_out_otherwise_are_told_new_profile_first():
    before = (result("A", "kept"), result("B", "broken"), result("C", "kept"), result("D", "broken", "warning"))
    after = (result("E", "kept"), result("A", "broken"), result("B", "broken"), result("D", "broken"))
    assert list(turns(before, after)) == [
        Turn("E", "absent", "kept", "E 的要求", "demand"),
        Turn("A", "kept", "broken", "不足", "few"),
        Turn("D", "broken", "broken", "不足", "few"),
        Turn("C", "kept", "absent", "C 的要求", "demand"),
    ]


def test_a_kept_rule_of_other_severity_is_no_change():
    assert list(turns((result("A", "kept", "warning"),), (result("A", "kept"),))) == []
