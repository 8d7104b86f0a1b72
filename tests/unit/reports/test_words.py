from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.model.facts import Ledger
from pipeline.model.values import Amount, Day, OpenEnd, Text
from pipeline.reports import words
from tests.unit.reports.outcomes import COMPANY, DAY, LEDGER, PROFILE, case, place


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Amount(value=Decimal(10000000), unit="CNY"), "10,000,000 元"),
        (Amount(value=Decimal("33.330"), unit="%"), "33.33%"),
        (Amount(value=Decimal(5000), unit="Mbit/s"), "5,000 Mbit/s"),
        (Amount(value=Decimal(64), unit="count"), "64"),
        (Day(value=DAY), "2026-12-15"),
        (OpenEnd(), "长期"),
        (Text(value='["甲", "乙"]'), "甲\n乙"),
        (Text(value="[未结束"), "[未结束"),
        (Text(value="虚构路1号"), "虚构路1号"),
    ],
)
def test_values_are_shown_as_people_write_them(value, expected):
    assert words.shown(value) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("company.name", "公司名称"),
        ("company.founded", "公司 · 成立日期"),
        ("people[0].valid_to", "人员 1 · 有效期届满日"),
        ("shareholders[1].name", "股东 2 · 名称"),
        ("rooms[0].title_use", "机房 1 · 产权用途"),
        ("access.bandwidth_total", "接入总带宽"),
        ("service_phone", "客服电话"),
    ],
)
def test_facts_are_named_in_chinese(name, expected):
    assert words.fact_label(name, case(), PROFILE.labels) == expected


def test_a_persons_facts_carry_the_persons_name():
    named = LEDGER.facts[0].model_copy(update={"name": "people[0].name", "value": Text(value="王样")})
    told = case(ledger=Ledger(facts=(named,)))
    assert words.fact_label("people[0].number", told, PROFILE.labels) == "人员 1（王样） · 证件号码"


def test_a_name_means_something_else_on_a_card_than_on_a_licence():
    assert words.field_label("id_card", "name", PROFILE.labels) == "姓名"
    assert words.field_label("business_licence", "name", PROFILE.labels) == "名称"


def test_a_witness_is_called_by_its_paper_and_by_whose_it_is_unless_the_applicants():
    licence, insurance = LEDGER.facts[0].witnesses
    told = case()
    assert words.witness_label(licence, told, PROFILE.labels) == "营业执照"
    other = insurance.model_copy(update={"value": Text(value="别的")})
    assert words.witness_label(other, told, PROFILE.labels) == "社保证明（虚构人力有限公司）"
    assert words.witness_label(LEDGER.facts[1].witnesses[0], told, PROFILE.labels) == "client.yaml"


def test_places_say_file_and_page_or_where():
    assert words.where(place("papers/a.pdf", page=3)) == "papers/a.pdf 第 3 页"
    assert words.where(place("build:drafts/07.pdf", page=2)) == "drafts/07.pdf 第 2 页"
    assert words.where(place("client.yaml", None, page=None, where="/people/0")) == "client.yaml /people/0"
    assert words.where(place("papers/a.pdf", None, page=None)) == "papers/a.pdf"


def test_marks_are_told_in_a_line():
    licence, insurance = case().documents[:2]
    assert words.marks_of(licence) == "印章 1 枚（虚构局） · 彩色 · 200 dpi"
    assert words.marks_of(insurance) == "未见印章"
    assert words.owner_of(licence) == COMPANY


def test_a_place_on_a_paper_of_one_file_is_its_page_alone():
    licence, insurance = case().documents[:2]
    assert words.where_in(licence, place(licence.parts[0].file, page=2)) == "第 2 页"
    assert words.where_in(insurance, place("papers/05/si2.pdf", page=2)) == "papers/05/si2.pdf 第 2 页"
