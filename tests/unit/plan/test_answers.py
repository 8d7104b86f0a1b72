"""Bad answers: one clear sentence each, all at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.errors import InputError, UsageError
from pipeline.plan.answers import answers_of, capital, headcount, province
from pipeline.plan.asking import asked, parsed, settle
from pipeline.plan.plan import tailored
from pipeline.profile.profile import Profile
from pipeline.workplace import calendar_of
from tests.plans import client_of, isp

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def profile() -> Profile:
    return isp()


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1000000", 1_000_000),
        ("1,000,000", 1_000_000),
        ("10000", 10_000),
        ("100万元", 1_000_000),
        ("500万元人民币", 5_000_000),
        ("壹仟万元整", 10_000_000),
        (" 1亿元 ", 100_000_000),
    ],
)
def test_capital_is_read_as_people_write_it(written: str, amount: int) -> None:
    assert capital(written) == Decimal(amount)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("很多", "不是金额"),
        ("一百", "不是金额"),
        ("100", "像是以万元计"),
        ("0", "应大于零"),
        ("-5000000", "应大于零"),
        ("0万元", "应大于零"),
        ("100万美元", "不是人民币"),
        ("NaN", "不是金额"),
        ("1e99999999", "不是金额"),
        ("", "不是金额"),
    ],
)
def test_capital_that_is_no_plausible_amount_is_told(written: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        capital(written)


@pytest.mark.parametrize(("written", "count"), [("3", 3), ("3人", 3), ("12 名", 12), ("0", 0)])
def test_people_are_counted(written: str, count: int) -> None:
    assert headcount(written) == count


@pytest.mark.parametrize("written", ["三", "-1", "2.5", "3个半", "999999999", "", "３人多"])
def test_a_number_of_people_that_is_none_is_told(written: str) -> None:
    with pytest.raises(ValueError, match="不是人数"):
        headcount(written)


@pytest.mark.parametrize(
    ("written", "name"),
    [("北京", "北京市"), ("内蒙古", "内蒙古自治区"), ("广西壮族自治区", "广西壮族自治区"), (" 江苏 ", "江苏省")],
)
def test_a_province_goes_by_its_beginning(written: str, name: str, profile: Profile) -> None:
    assert province(written, profile) == name


@pytest.mark.parametrize(
    ("written", "words"), [("北平", "没有"), ("江", "江苏省、江西省"), ("", "没有"), ("深圳市", "没有")]
)
def test_a_word_that_is_no_province_or_several_is_told(written: str, words: str, profile: Profile) -> None:
    with pytest.raises(ValueError, match=words):
        province(written, profile)


def test_every_bad_answer_of_client_yaml_is_told_at_once(profile: Profile) -> None:
    client = client_of(
        {
            "licence": "isp",
            "coverage": ["北京市"],
            "answers": {
                "registered_capital": "很多",
                "insured_staff": "三",
                "machine_room": "有",
                "home_province": "北平",
            },
        }
    )
    with pytest.raises(InputError) as told:
        answers_of(client, profile)
    assert [fault.split("：")[0].rsplit("/", 1)[1] for fault in told.value.faults] == [
        "home_province",
        "machine_room",
        "registered_capital",
        "insured_staff",
    ]


def test_a_filing_day_that_has_passed_is_told(profile: Profile) -> None:
    client = client_of({"licence": "isp", "coverage": ["北京市"]})
    with pytest.raises(InputError, match="2026-11-24 已经过去"):
        tailored(client, profile, calendar_of(profile), TODAY, date(2026, 11, 24))
    assert tailored(client, profile, calendar_of(profile), TODAY, TODAY).main.late


def set_words(profile: Profile, *pairs: str) -> object:
    return settle(parsed(pairs, profile), profile, TODAY)


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (("省份=北平",), ["没有“北平”这个省份"]),
        (("省份=全国、北京市",), ["“全国”已含各省"]),
        (("省份=北京市", "是否跨省=是"), ["省份却只有北京市"]),
        (("省份=北京市、河北省", "是否跨省=否"), ["省份却写了北京市、河北省"]),
        (("注册资本=很多",), ["“很多”不是金额"]),
        (("计划提交日=2026-11-24",), ["已经过去"]),
        (("计划提交日=下月",), ["不是日期"]),
        (("计划提交日=2026-02-30",), ["不是日期"]),
        (("有无机房=有",), ["可选：自有、租赁、运营商、无"]),
        (("股东构成=自然人、朋友",), ["“朋友”不在可选范围内"]),
        (("是否跨省=也许",), ["可选：是、否"]),
        (("机方=无",), ["没有“机方”这一项"]),
        (("有无机房",), ["应写作 名称=回答"]),
        (("外资=无", "foreign_capital=有"), ["写了两次"]),
        (("省份=北平", "注册资本=很多", "参保人数=三"), ["北平", "很多", "三"]),
    ],
)
def test_each_bad_answer_of_new_is_one_sentence(pairs: tuple[str, ...], words: list[str], profile: Profile) -> None:
    with pytest.raises(UsageError) as told:
        set_words(profile, *pairs)
    assert len(told.value.faults) == len(words)
    assert all(word in fault for word, fault in zip(words, told.value.faults, strict=True))


def test_good_answers_go_where_client_yaml_wants_them(profile: Profile) -> None:
    given = settle(
        parsed(
            (
                "省份=北京、河北省",
                "是否跨省=是",
                "网站接入=含",
                "注册资本=500万元",
                "参保人数=3人",
                "股东构成=自然人，企业",
            ),
            profile,
        ),
        profile,
        TODAY,
    )
    assert given.coverage == ("北京市", "河北省")
    assert dict(given.keys) == {"variant": "with_site_access"}
    assert dict(given.answers) == {
        "registered_capital": 5_000_000,
        "insured_staff": 3,
        "shareholder_kinds": ["自然人", "企业"],
    }


def test_everything_that_the_issue_names_is_asked(profile: Profile) -> None:
    names = {each.alias for each in asked(profile)}
    assert names >= {
        "省份",
        "是否跨省",
        "有无机房",
        "有无带宽协议",
        "网站接入",
        "股东构成",
        "外资",
        "参保人数",
        "注册资本",
    }
    assert len(names) == len(asked(profile))


@pytest.mark.parametrize(
    "key", ["machine_room", "bandwidth_agreement", "shareholder_kinds", "scope_words", "self_built_room"]
)
def test_every_option_of_a_question_makes_a_plan(key: str, profile: Profile) -> None:
    question = next(each for each in profile.questions if each.id == key)
    for option in question.options:
        client = client_of({"licence": "isp", "coverage": ["北京市"], "answers": {key: option}})
        assert tailored(client, profile, calendar_of(profile), TODAY, None).main.decisions
