from __future__ import annotations

from pipeline.reports.attention import remarks_of
from tests.unit.reports.outcomes import COMMITMENT, LICENCE, PROFILE, built, case, client, outcome


def told(given) -> list[tuple[str, str, str]]:
    return [tuple(each) for each in remarks_of(given, PROFILE)]


def test_decisions_without_effect_are_told_each_with_why():
    decisions = {each[1].split("（")[0]: each[2] for each in told(outcome()) if each[0] in {"豁免", "确认"}}
    assert decisions == {
        "SI-04 a1b2c3": "已过期（至 2026-01-31），不再生效",
        "DR-01 整条规则": "这条规则不得豁免，未生效",
        "EQ-02 dddddd": "没有对应的问题：问题已消除，或证据已变化；请核对后删去或重写",
    }


def test_a_correction_that_no_longer_fits_is_told_with_what_is_read_now():
    (correction,) = [each for each in told(outcome()) if each[0] == "更正"]
    assert correction == (
        "更正",
        f"{LICENCE} 经营范围 → 新读数（李四：看过原件）",
        "现在没有读到这一项，与更正时不同，未套用；请重新核对",
    )


def test_an_answer_that_nothing_asks_for_is_told():
    assert [each[1] for each in told(outcome()) if each[0] == "回答"] == ["answers.no_such_question"]


def test_active_content_is_told_by_file_and_whether_it_is_already_gone(tmp_path):
    before = [each for each in told(outcome()) if each[0] == "来件"]
    assert before == [("来件", COMMITMENT, "含JavaScript、附件；成册时会去除，原件未改动")]
    after = {each[1]: each[2] for each in told(built(tmp_path)) if each[0] == "来件"}
    assert after[LICENCE] == "含外部链接；成册时已去除，原件未改动"


def test_a_client_who_decided_nothing_gets_no_remark():
    plain = case(client=client(), inventory=case().inventory.model_copy(update={"files": ()}))
    assert told(outcome(case=plain)) == []
