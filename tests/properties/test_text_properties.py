"""What holds for every string, number and day that the text modules may be given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from pipeline.text import (
    address_levels,
    addresses,
    bandwidth,
    codes,
    days,
    foreign,
    masks,
    money,
    names,
    normal,
    numerals,
    percent,
    regions,
    scope,
    terms,
    workdays,
    yearfile,
)
from pipeline.text.agreement import Agreement

FIELD_WORDS = [
    *"零〇一二三四五六七八九十百千万亿壹贰佰仟拾元圆整年月日号层楼室路街区县市省()（）；;。、，,.·*×+-—~至止起X□0123456789 GMk%‰$¥#",
    "北京市", "上海", "深圳市", "海淀区", "有限公司", "分公司", "人民币", "美元", "长期", "不约定期限", "个月", "第二类增值电信业务",
    "增值电信业务", "互联网接入服务", "不含", "除", "外", "不得从事", "外商投资", "非", "2024年1月1日", "110105", "弄", "号楼", "Mbps", "双路",
    "百分之", "分之", "点", "地下", "自由贸易试验区", "中国", "市辖区", "\n", "\u3000", "𠮷", "⻓", "１",
]  # fmt: skip
likely = st.lists(st.sampled_from(FIELD_WORDS), max_size=24).map("".join)
anything = st.one_of(likely, st.text(max_size=60))

READERS: list[Callable[[str], object]] = [
    address_levels.parse_address,
    bandwidth.parse_bandwidth,
    codes.birth_of,
    codes.is_hk_mo_tw_region,
    codes.is_old_registration_number,
    codes.region_of,
    codes.repair_resident_id,
    codes.repair_uscc,
    codes.resident_id_fault,
    codes.sex_of,
    codes.uscc_fault,
    codes.uscc_kind,
    days.parse_day,
    days.parse_month,
    foreign.foreign_words,
    masks.unify_mask,
    money.currency_of,
    money.magnitude_of,
    money.parse_money,
    names.is_branch,
    names.parent_of_branch,
    normal.cjk_ratio,
    normal.fold,
    normal.notes_of,
    normal.without_notes,
    numerals.digits_of,
    numerals.number_of,
    numerals.parse_quantity,
    percent.parse_percent,
    regions.province_of,
    regions.province_of_region,
    scope.has_permission_clause,
    scope.looks_cut,
    scope.split_scope,
    terms.length_of_term,
    terms.parse_term,
    yearfile.year_faults,
]
COMPARISONS = [names.compare_companies, names.compare_people, codes.compare_numbers]


@settings(max_examples=300)
@given(anything)
def test_no_string_makes_a_reader_raise(text: str) -> None:
    for read in READERS:
        read(text)
    money.parse_money(text, "万元")
    money.parse_money("500", text)
    percent.parse_percent(text, "%")
    scope.keyword_as_item(text, ("增值电信业务", text))


@pytest.mark.parametrize(
    "filling",
    ["9", "一", "(", ")", "号", "1号", "、", "2024年1月1日", "1G+", "万", "*", "增值电信业务;", "区", "\ud800"],
)
def test_a_very_long_string_is_read_like_any_other(filling: str) -> None:
    text = filling * 3000
    for read in READERS:
        read(text)
    addresses.compare_addresses(text, text + "1")


@given(anything, anything)
def test_comparisons_do_not_depend_on_the_order_and_never_contradict_themselves(left: str, right: str) -> None:
    for compare in COMPARISONS:
        assert compare(left, right) is compare(right, left)
        assert compare(left, left) is not Agreement.DIFFERENT
    assert addresses.compare_addresses(left, right) == addresses.compare_addresses(right, left)
    assert addresses.compare_addresses(left, left).agreement is not Agreement.DIFFERENT


@given(anything)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert normal.fold(normal.fold(text)) == normal.fold(text)
    assert normal.squeeze(normal.squeeze(text)) == normal.squeeze(text)


@given(st.integers(0, numerals.LARGEST))
def test_a_number_comes_back_from_both_chinese_writings(number: int) -> None:
    assert numerals.number_of(numerals.chinese_of(number)) == number
    assert numerals.number_of(numerals.financial_of(number)) == number
    assert numerals.number_of(f"{number:,}") == number


@given(st.integers(0, numerals.LARGEST))
def test_an_amount_comes_back_from_every_writing(amount: int) -> None:
    expected = money.Money(Decimal(amount), "CNY")
    for printed in (
        f"{amount}元",
        f"人民币{numerals.financial_of(amount)}元整",
        f"¥{amount:,}.00",
        f"{numerals.chinese_of(amount)}圆",
    ):
        assert money.parse_money(printed) == expected
    assert money.parse_money(f"{amount}", "元") == expected


@given(st.integers(0, 10**10), st.integers(0, 999_999))
def test_an_amount_in_ten_thousands_keeps_its_decimals(whole: int, millionths: int) -> None:
    printed = f"{whole}.{millionths:06d}"
    parsed = money.parse_money(printed, "万元")
    assert parsed is not None
    assert parsed.amount == Decimal(printed) * 10_000
    assert money.parse_money(f"{printed}万元") == parsed


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_comes_back_from_every_writing(day: date) -> None:
    chinese = f"{numerals.chinese_of(day.month)}月{numerals.chinese_of(day.day)}日"
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    for printed in (
        day.isoformat(),
        f"{day:%Y.%m.%d}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{year}年{chinese}",
    ):
        assert days.parse_day(printed) == day
    assert days.parse_month(f"{day:%Y-%m}") == days.month_of(day)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_term_comes_back_from_every_writing(start: date, end: date) -> None:
    for printed in (
        f"{start}至{end}",
        f"{start:%Y.%m.%d}-{end:%Y.%m.%d}",
        f"自{start:%Y年%m月%d日}起至{end:%Y年%m月%d日}止",
    ):
        assert terms.parse_term(printed) == (start, end)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(-600, 600))
def test_adding_months_moves_the_month_and_never_the_day_forward(day: date, months: int) -> None:
    later = days.add_months(day, months)
    assert days.month_of(later) == days.month_of(day).plus(months)
    assert later.day == min(day.day, days.last_day_of(days.month_of(later)).day)


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = draw(st.sampled_from(["91", "92", "93", "12", "51"])) + draw(st.from_regex(r"[0-9]{3}999", fullmatch=True))
    body += draw(st.text(alphabet, min_size=9, max_size=9))
    return str(body + uscc.calc_check_digit(body))


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    birth = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    body = f"{draw(st.integers(100, 829))}999{birth:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return str(body + ric.calc_check_digit(body + "0"))


@given(credit_codes(), st.data())
def test_a_right_credit_code_is_kept_and_any_single_slip_is_noticed(code: str, data: st.DataObject) -> None:
    assert codes.uscc_fault(code) is None
    assert codes.repair_uscc(code) == codes.Repair(code, ())
    place = data.draw(st.integers(0, 17))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != code[place]]))
    assert codes.uscc_fault(code[:place] + other + code[place + 1 :]) == "check_digit"


@given(credit_codes())
def test_a_credit_code_read_with_confusable_letters_is_repaired_to_itself(code: str) -> None:
    misread = code.translate(str.maketrans("10", "IO"))
    repair = codes.repair_uscc(misread)
    assert repair is not None
    assert repair.value == code
    assert [(change.position, change.now) for change in repair.changes] == [
        (place, character) for place, character in enumerate(code) if character in "10"
    ]


@given(identity_numbers(), st.data())
def test_a_right_identity_number_is_kept_and_any_single_slip_is_noticed(number: str, data: st.DataObject) -> None:
    assert codes.resident_id_fault(number) is None
    assert codes.birth_of(number) == date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}")
    assert codes.sex_of(number) == ("男" if int(number[16]) % 2 else "女")
    place = data.draw(st.integers(0, 16))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != number[place]]))
    assert codes.resident_id_fault(number[:place] + other + number[place + 1 :]) is not None


@given(identity_numbers(), st.integers(0, 17), st.integers(1, 18))
def test_covering_a_number_never_makes_it_another(number: str, start: int, length: int) -> None:
    covered = number[:start] + "*" * length + number[start + length :]
    assert codes.compare_numbers(number, covered) is Agreement.UNSURE


@given(
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    st.integers(0, 120),
    st.frozensets(st.dates(date(2024, 1, 1), date(2028, 12, 31)), max_size=60),
    st.frozensets(st.dates(date(2024, 1, 1), date(2028, 12, 31)), max_size=20),
)
def test_working_days_are_counted_and_added_alike(
    start: date, count: int, holidays: frozenset[date], makeup: frozenset[date]
) -> None:
    calendar = workdays.Calendar(holidays, makeup, date(2026, 12, 31))
    end = workdays.add_working_days(calendar, start, count)
    assert workdays.working_days_between(calendar, start, end) == count
    assert count == 0 or workdays.is_working_day(calendar, end)
    assert workdays.add_working_days(calendar, start, count + 1) > end
    assert workdays.working_day_on_or_before(calendar, end + timedelta(days=7)) >= end or count == 0
