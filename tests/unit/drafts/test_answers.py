from __future__ import annotations

from typing import Any

import pytest

from pipeline.drafts.answers import Row, answer_fault, printed_answers, unanswered
from pipeline.drafts.marks import OpenMarks
from pipeline.drafts.render import open_points
from pipeline.profile.records import Question
from tests.unit.drafts.applicant import context, profile


def question(kind: str, **more: Any) -> Question:
    return Question(id="q", kind=kind, text="多少？", why="因为", example="1", used_in=("07 §1",), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "given", "fault"),
    [
        (question("integer"), "18", ""),
        (question("list", options=("甲", "乙")), '["甲", "乙"]', ""),
        (question("list", options=("甲", "乙")), '["甲", "丙"]', "须为甲或乙"),
        (question("integer"), "18.5", "须为整数"),
        (question("integer"), "约十八", "须为数字"),
        (question("money"), "1,200.50", ""),
        (question("money"), "-3", "须为数字"),
        (question("choice", options=("否", "是")), "没有", "须为否或是"),
        (question("list", options=("甲", "乙")), "甲", ""),
        (question("text"), "  ", "答案为空"),
        (question("list"), "[]", "答案为空"),
        (question("list", columns=("产品", "价格")), '["宽带 | 100", "专线"]', "第2行须有2列，以竖线分隔"),
        (question("list", columns=("项目", "第一年（万元）")), '["设备｜十"]', "第1行的“第一年（万元）”须为数字"),
    ],
)
def test_an_answer_that_cannot_be_printed_says_why(asked: Question, given: str, fault: str) -> None:
    assert answer_fault(asked, given) == fault


def test_rows_are_split_at_narrow_and_wide_bars_and_lose_spaces_between_scripts() -> None:
    printed = printed_answers(
        profile().questions, context({"answers.tariffs": '["专线 A｜100M | 1200 | 月"]'}), OpenMarks()
    )
    assert printed["tariffs"] == (Row(1, ("专线A", "100M", "1200", "月")),)


def test_every_example_of_the_profile_answers_its_question() -> None:
    assert not [(each.id, fault) for each, fault in unanswered(profile().questions, context())]


def test_an_open_question_is_marked_where_it_stands_and_listed() -> None:
    case, marks = context({"answers.employees_total": None, "answers.tariffs": None}), OpenMarks()
    printed = printed_answers(profile().questions, case, marks)
    assert printed["employees_total"] == "【待补：公司现有员工总数是多少】"
    assert printed["tariffs"] == (Row(1, ("【待补：拟定的资费标准是什么】", "—", "—", "—")),)
    assert marks.name_of("公司现有员工总数是多少") == "employees_total"
    assert [(each.question, each.where) for each in open_points(case, profile())] == [
        ("employees_total", "07 §1、07 §7、1A"),
        ("tariffs", "07 §8、07附"),
    ]


def test_provinces_are_asked_for_only_where_there_are_several() -> None:
    without = {"answers.province_rollout": None}
    assert not open_points(context(without), profile())
    nationwide = open_points(context(without, coverage=("全国",)), profile())
    assert [each.question for each in nationwide] == ["province_rollout"]
