"""Numerals, money, bandwidth and shares."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.text.bandwidth import parse_bandwidth
from pipeline.text.money import Money, currency_of, magnitude_of, parse_money
from pipeline.text.numerals import chinese_of, digits_of, financial_of, number_of, parse_quantity
from pipeline.text.percent import parse_percent, sums_to_hundred


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("零", 0), ("十", 10), ("十二", 12), ("二十", 20), ("廿一", 21), ("一百零五", 105), ("一百二十", 120), ("两千", 2000),
        ("三千零五十", 3050), ("一万零五百", 10500), ("叁仟捌佰万", 38_000_000), ("一亿零二万", 100_020_000), ("一万亿", 10**12),
        ("二〇二四", 2024), ("二零二四", 2024), ("1000", 1000), ("1,000", 1000), ("3千万", 30_000_000), ("1亿2000万", 120_000_000),
        ("", None), ("一百二", None), ("一万二", None), ("1万15", None), ("百", None), ("万", None), ("十十", None), ("二百百", None),
        ("1,00", None), ("一点五", None), ("1.5", None), ("五万三万", None), ("甲", None),
    ],
)  # fmt: skip
def test_a_numeral_is_read_or_refused(written: str, number: int | None) -> None:
    assert number_of(written) == number


def test_fractions_are_quantities_and_no_whole_numbers() -> None:
    assert parse_quantity("1.5亿") == 150_000_000
    assert parse_quantity("3.8千万") == 38_000_000
    assert parse_quantity("0.5") == Decimal("0.5")
    assert parse_quantity("1.5亿2000万") is None


@pytest.mark.parametrize(
    ("number", "plain", "financial"),
    [
        (0, "零", "零"),
        (10, "十", "壹拾"),
        (105, "一百零五", "壹佰零伍"),
        (1050, "一千零五十", "壹仟零伍拾"),
        (10_500, "一万零五百", "壹万零伍佰"),
        (38_000_000, "三千八百万", "叁仟捌佰万"),
        (100_000_001, "一亿零一", "壹亿零壹"),
        (10**12, "一万亿", "壹万亿"),
    ],
)
def test_numbers_are_written_in_both_styles(number: int, plain: str, financial: str) -> None:
    assert (chinese_of(number), financial_of(number)) == (plain, financial)


@pytest.mark.parametrize("number", [-1, 10**16])
def test_a_number_beyond_the_range_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="only numbers from"):
        chinese_of(number)


def test_digits_are_translated_one_by_one_and_the_rest_stays() -> None:
    assert digits_of("二〇二四年壹月十日") == "2024年1月十日"


@pytest.mark.parametrize(
    ("printed", "unit", "money"),
    [
        ("500", "万元", Money(Decimal(5_000_000), "CNY")),
        ("500", "（万元）", Money(Decimal(5_000_000), "CNY")),
        ("500", "认缴出资额（万元）", Money(Decimal(5_000_000), "CNY")),
        ("500", "单价（元/月）", None),
        ("500", "单位：万元", Money(Decimal(5_000_000), "CNY")),
        ("500", "万美元", Money(Decimal(5_000_000), "USD")),
        ("1,000.50", "元", Money(Decimal("1000.5"), "CNY")),
        ("500万元", "万元", Money(Decimal(5_000_000), "CNY")),
        ("500万", "万元", Money(Decimal(5_000_000), "CNY")),
        ("500", "%", None),
        ("500", None, None),
        ("-500", "万元", None),
        ("", "万元", None),
    ],
)
def test_a_cell_takes_the_unit_of_its_heading_only_where_it_has_none(
    printed: str, unit: str | None, money: Money | None
) -> None:
    assert parse_money(printed, unit) == money


@pytest.mark.parametrize(
    ("printed", "currency"),
    [
        ("100万港元", "HKD"), ("伍佰万欧元", "EUR"), ("USD 100", "USD"), ("100万日元", "JPY"), ("新台币100万元", "TWD"),
        ("100万英镑", "GBP"), ("100万新加坡元", "SGD"), ("100万元", "CNY"),
    ],
)  # fmt: skip
def test_the_currency_is_the_one_that_is_printed(printed: str, currency: str) -> None:
    money = parse_money(printed)
    assert money is not None
    assert money.currency == currency


def test_headings_are_told_by_magnitude_and_currency() -> None:
    assert (magnitude_of("万元"), magnitude_of("元"), magnitude_of("亿元"), magnitude_of("股")) == (
        10**4,
        1,
        10**8,
        None,
    )
    assert (currency_of("万美元"), currency_of("股"), currency_of("人民币或美元")) == ("USD", None, None)


@pytest.mark.parametrize(
    ("printed", "mbits"),
    [
        ("2G", "2000"), ("2000M", "2000"), ("2×1000Mbps", "2000"), ("2*1G", "2000"), ("2条×1000M", "2000"), ("1000M×2", "2000"), ("1 Gbit/s", "1000"),
        ("1000兆", "1000"), ("1000Mb/s", "1000"), ("1000MBPS", "1000"), ("1G+500M", "1500"), ("1.5G", "1500"), ("500K", "0.5"),
        ("10Gbps", "10000"), ("两条1000Mbps", "2000"), ("2条1G专线", "2000"), ("双路各1G", "2000"), ("双路共2Gbps", "2000"),
        ("2Gbps（2×1000M）", "2000"), ("总带宽不低于2Gbps", "2000"), ("带宽：1000M（独享）", "1000"), ("互联网专线1000M", "1000"),
        ("１０００Ｍ", "1000"), ("1,000M", "1000"), ("1T", "1000000"),
        ("双路2Gbps", None), ("10GE", None), ("10G端口", None), ("千兆", None), ("GE", None), ("100MB/s", None), ("100MB", None),
        ("1G（500M）", None), ("上行100M/下行1000M", None), ("0M", None), ("100", None), ("", None), ("100元/M", None), ("2G至4G", None),
    ],
)  # fmt: skip
def test_a_bandwidth_is_read_in_megabits_or_refused(printed: str, mbits: str | None) -> None:
    assert parse_bandwidth(printed) == (None if mbits is None else Decimal(mbits))


@pytest.mark.parametrize(
    ("printed", "unit", "share"),
    [
        ("33.33%", None, "33.33"), ("33.33 ％", None, "33.33"), ("百分之三十三点三三", None, "33.33"), ("百分之五十", None, "50"),
        ("5‰", None, "0.5"), ("占比60%", None, "60"), ("60", "出资比例（%）", "60"), ("60%", "%", "60"),
        ("33.33", None, None), ("0.6", None, None), ("150%", None, None), ("-5%", None, None), ("", None, None), ("百分之", None, None),
    ],
)  # fmt: skip
def test_a_share_is_read_in_percent_or_refused(printed: str, unit: str | None, share: str | None) -> None:
    assert parse_percent(printed, unit) == (None if share is None else Decimal(share))


def test_three_thirds_make_a_hundred_within_the_tolerance() -> None:
    third = Decimal("33.33")
    assert sums_to_hundred([third] * 3, Decimal("0.02"))
    assert not sums_to_hundred([third] * 3, Decimal("0.005"))
    assert not sums_to_hundred([third, third], Decimal("0.02"))
    assert not sums_to_hundred([], Decimal("0.02"))
