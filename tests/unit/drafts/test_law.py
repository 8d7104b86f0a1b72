from __future__ import annotations

from datetime import date

import pytest

from pipeline.drafts.law import chinese_numeral, law_variables, legal_basis, read_law, report_limits
from pipeline.errors import ProfileError
from tests.unit.drafts.applicant import profile

LAST_DAY_OF_OLD_NUMBERS, FIRST_DAY_OF_NEW_NUMBERS = date(2025, 12, 31), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("topic", "old", "new"),
    [
        ("graded_protection", "第二十一条", "第二十三条"),
        ("real_name", "第二十四条", "第二十六条"),
        ("emergency_plan", "第二十五条", "第二十七条"),
        ("cooperation", "第二十八条", "第三十条"),
        ("personal_information", "第四十条", "第四十二条"),
        ("illegal_information", "第四十七条", "第四十九条"),
        ("complaints", "第四十九条", "第五十一条"),
        ("penalty", "第五十九条", "第六十一条"),
    ],
)
def test_the_cybersecurity_law_has_its_new_numbers_from_new_year_2026(topic: str, old: str, new: str) -> None:
    book = read_law(profile().law)
    assert book.article("csl", topic, LAST_DAY_OF_OLD_NUMBERS) == old
    assert book.article("csl", topic, FIRST_DAY_OF_NEW_NUMBERS) == new


def test_a_law_is_not_cited_before_it_is_in_force() -> None:
    book = read_law(profile().law)
    before, after = date(2025, 10, 31), date(2025, 11, 1)
    assert "incident_reports" not in law_variables(book, before)
    assert law_variables(book, after)["incident_reports"]["title"] == "国家网络安全事件报告管理办法"
    assert len(report_limits(book, after)) == len(report_limits(book, before)) + 3


def test_the_list_of_laws_is_numbered_and_ends_with_a_full_stop() -> None:
    basis = legal_basis(read_law(profile().law), FIRST_DAY_OF_NEW_NUMBERS)
    assert [each["numeral"] for each in basis] == [chinese_numeral(n) for n in range(1, len(basis) + 1)]
    assert [each["end"] for each in basis] == ["；"] * (len(basis) - 1) + ["。"]


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")])
def test_numerals_are_chinese(number: int, words: str) -> None:
    assert chinese_numeral(number) == words


def test_every_fault_of_the_law_files_is_named_at_once() -> None:
    broken = {"laws": [{"id": "x", "title": "某法", "versions": []}, {"id": "y", "versions": [{"from": "soon"}]}]}
    with pytest.raises(ProfileError) as fault:
        read_law([("telecom", broken)])
    places = {line.partition("：")[0].removeprefix("law/telecom.yaml ") for line in fault.value.faults}
    assert places >= {"/laws/0/versions", "/laws/1/title", "/laws/1/versions/0/from", "/laws/1/versions/0/source"}
