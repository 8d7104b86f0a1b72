from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import ProfileError
from pipeline.model.case import Case
from pipeline.model.client import Client, Confirmation, Waiver
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Result, Unknown, values
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.records import RuleEntry, RulePart, RuleReason
from pipeline.profile.settings import resolve
from pipeline.rules import runner
from pipeline.rules.decisions import Decisions
from pipeline.rules.registry import Rule, known_rules, rule
from pipeline.stages import crosscheck

PROFILE = load(Path(__file__).parents[3] / "templates" / "isp", Known(rules=known_rules()))
DAY = date(2026, 12, 15)
PLACE = Evidence(file="papers/a.pdf", sha256="a" * 64, page=1)
ENTRY = RuleEntry(
    rule="ZZ-01",
    severity="blocker",
    source="某",
    materials=("01",),
    statement="甲等于乙",
    message="甲为{left}",
    message_en="It is {left}",
    remedy="请把{left}改为{right}",
    parts=(RulePart(part="mild", severity="warning", message="轻微：{left}"),),
    reasons=(
        RuleReason(reason="hidden", message="看不清{left}", message_en="{left} is hidden", remedy="请重扫"),
        RuleReason(reason="elsewhere", message="不归这里管", message_en="not here"),
        RuleReason(reason="grace", message="宽限内", message_en="within grace"),
    ),
)
BROKEN = Breach(values=values(left="甲", right="乙"), evidence=(PLACE,))
HIDDEN = Unknown(reason="hidden", values=values(left="甲"), evidence=(PLACE,))
MILD = Breach(values=values(left="甲", right="乙"), evidence=(PLACE,), part="mild")


def client(**told: object) -> Client:
    return Client(folder_name="acme", licence="isp", coverage=("北京市",), short_name="云桥", **told)


def judged(*said: Judgement, entry: RuleEntry = ENTRY, as_of: date = DAY, **told: object) -> Result:
    applicant = client(**told)

    def check(case: Case) -> Iterator[Judgement]:
        yield from said

    decisions = Decisions(applicant, as_of, PROFILE.not_waivable)
    bench = runner.Bench(PROFILE, resolve(PROFILE, as_of, applicant), decisions)
    case = Case(client=applicant, as_of=as_of)
    return runner.result(entry, Rule(entry.rule, "paper", check, (), "They are the same."), (case,), bench)


def waiver(of: str | None, until: date = date(2026, 12, 31), rule: str = "ZZ-01") -> Waiver:
    return Waiver(rule=rule, of=of, until=until, by="张三", why="窗口确认")


def confirmation(of: str) -> Confirmation:
    return Confirmation(rule="ZZ-01", of=of, saw="原件清楚", by="张三", on=DAY)


@pytest.mark.parametrize(
    ("said", "outcome", "severity"),
    [
        ((), "kept", "blocker"),
        ((Note(reason="grace"),), "kept", "blocker"),
        ((NotApplicable(reason="elsewhere"),), "not_applicable", "blocker"),
        ((HIDDEN, NotApplicable(reason="elsewhere")), "unknown", "blocker"),
        ((HIDDEN, BROKEN), "broken", "blocker"),
        ((HIDDEN, MILD), "broken", "warning"),
        ((MILD, BROKEN), "broken", "blocker"),
    ],
)
def test_the_worst_that_a_check_says_is_the_outcome(said, outcome, severity):
    result = judged(*said)
    assert (result.outcome, result.severity) == (outcome, severity)


def test_a_finding_is_told_in_the_profiles_words():
    (finding,) = judged(BROKEN).findings
    assert (finding.message, finding.message_en, finding.remedy) == ("甲为甲", "It is 甲", "请把甲改为乙")


def test_a_part_brings_its_own_severity_and_words_and_inherits_the_rest():
    (finding,) = judged(MILD).findings
    assert (finding.severity, finding.message, finding.remedy) == ("warning", "轻微：甲", "请把甲改为乙")


def test_a_reason_says_why_nothing_could_be_decided():
    (finding,) = judged(HIDDEN).findings
    assert (finding.outcome, finding.message, finding.remedy) == ("unknown", "看不清甲", "请重扫")


def test_a_value_with_braces_stays_a_value():
    (finding,) = judged(Breach(values=values(left="{right}", right="乙"))).findings
    assert finding.message == "甲为{right}"


def test_a_template_that_names_a_value_which_is_not_there_is_a_fault_of_the_profile():
    with pytest.raises(ProfileError):
        judged(Breach(values=values(right="乙")))


def test_a_part_or_reason_without_words_is_a_fault_of_the_profile():
    with pytest.raises(ProfileError):
        judged(Breach(part="unheard"))
    with pytest.raises(ProfileError):
        judged(Unknown(reason="unheard"))


def test_the_same_finding_keeps_its_id_and_another_value_part_or_paper_changes_it():
    def id_of(said: Judgement) -> str:
        return judged(said).findings[0].id

    other_paper = PLACE.model_copy(update={"sha256": "b" * 64})
    assert id_of(BROKEN) == id_of(BROKEN)
    others = [
        BROKEN.model_copy(update={"values": values(left="丙", right="乙")}),
        BROKEN.model_copy(update={"evidence": (other_paper,)}),
        MILD,
    ]
    assert len({id_of(each) for each in (BROKEN, *others)}) == 4


def test_an_id_does_not_hang_on_client_yaml_so_that_writing_a_decision_into_it_does_not_end_it():
    def id_with(sha256: str) -> str:
        place = Evidence(file="client.yaml", sha256=sha256, where="/people/0")
        return judged(BROKEN.model_copy(update={"evidence": (place,)})).findings[0].id

    assert id_with("a") == id_with("b")


def test_the_same_finding_twice_is_one():
    assert len(judged(BROKEN, BROKEN).findings) == 1


def test_a_waiver_of_the_finding_waives_it_until_its_day():
    finding = judged(BROKEN).findings[0]
    until = date(2026, 12, 31)
    assert judged(BROKEN, waivers=(waiver(finding.id, until),)).outcome == "waived"
    assert judged(BROKEN, waivers=(waiver(finding.id, until),), as_of=until).outcome == "waived"
    assert judged(BROKEN, waivers=(waiver(finding.id, until),), as_of=date(2027, 1, 1)).outcome == "broken"


def test_a_waiver_ends_when_the_evidence_changes():
    finding = judged(BROKEN).findings[0]
    changed = BROKEN.model_copy(update={"values": values(left="丙", right="乙")})
    assert judged(changed, waivers=(waiver(finding.id),)).outcome == "broken"


def test_a_waiver_without_a_finding_waives_the_whole_rule_and_says_so():
    result = judged(BROKEN, HIDDEN, waivers=(waiver(None),))
    assert result.outcome == "waived"
    assert {each.waiver.scope for each in result.findings if each.waiver} == {"rule"}


def test_one_finding_waived_leaves_the_other_broken():
    finding = judged(BROKEN).findings[0]
    assert judged(BROKEN, MILD, waivers=(waiver(finding.id),)).severity == "warning"


def test_what_is_not_waivable_is_not_waived():
    entry = ENTRY.model_copy(update={"rule": "PK-11"})
    result = judged(BROKEN, entry=entry, waivers=(waiver(None, rule="PK-11"),))
    assert result.outcome == "broken"


def test_a_confirmation_settles_a_doubt_and_never_a_fault():
    doubt = judged(HIDDEN).findings[0]
    result = judged(HIDDEN, confirmed=(confirmation(doubt.id),))
    assert result.findings[0].confirmed is not None
    assert crosscheck.conclude((result,)) == ("ready", 0)
    fault = judged(BROKEN).findings[0]
    assert crosscheck.conclude((judged(BROKEN, confirmed=(confirmation(fault.id),)),))[0] == "blocked"


@pytest.mark.parametrize(
    ("said", "verdict", "to_confirm"),
    [
        ((), "ready", 0),
        ((MILD,), "ready", 0),
        ((HIDDEN,), "confirm", 1),
        ((HIDDEN.model_copy(update={"severity": "warning"}),), "ready", 0),
        ((BROKEN,), "blocked", 0),
        ((BROKEN, HIDDEN), "blocked", 1),
        ((MILD, HIDDEN), "confirm", 1),
    ],
)
def test_the_verdict_is_blocked_then_confirm_then_ready(said, verdict, to_confirm):
    assert crosscheck.conclude((judged(*said),)) == (verdict, to_confirm)


def test_every_decision_is_accounted_for():
    finding = judged(BROKEN).findings[0]
    decided = (waiver(finding.id), waiver("ffffff"), waiver(finding.id, date(2026, 1, 1)), waiver(None, rule="DR-01"))
    result = judged(BROKEN, waivers=decided)
    account = Decisions(client(waivers=decided), DAY, PROFILE.not_waivable).account((result,))
    assert [each.state for each in account] == ["applied", "no_such_finding", "expired", "not_waivable"]


def test_a_check_without_a_statement_or_with_too_many_records_is_refused():
    with pytest.raises(ValueError, match="no statement"):
        rule("ZZ-02")(lambda case: iter(()))

    def two(case: Case, other: object) -> Iterator[Judgement]:
        """It reads two records."""
        yield from ()

    with pytest.raises(ValueError, match="reads 1"):
        rule("ZZ-03")(two)
