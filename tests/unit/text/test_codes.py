"""Unified social credit codes and identity numbers. All numbers here are invented: region 999 does not exist."""

from __future__ import annotations

from datetime import date

import pytest
from stdnum.cn import ric, uscc

from pipeline.text.codes import (
    Change,
    Repair,
    UsccKind,
    birth_of,
    is_hk_mo_tw_region,
    is_old_registration_number,
    region_of,
    repair_resident_id,
    repair_uscc,
    resident_id_fault,
    sex_of,
    uscc_fault,
    uscc_kind,
)


def code(body: str) -> str:
    return body + uscc.calc_check_digit(body)


def identity(body: str) -> str:
    return body + ric.calc_check_digit(body + "0")


CODE = code("91119999MA01ABCD2")
IDENTITY = identity("11999919900101123")


@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        (CODE, None),
        (CODE.lower(), None),
        (f" {CODE[:6]} {CODE[6:12]}-{CODE[12:]} ", None),
        ("91110000600037341L", None),
        (CODE[:-1], "length"),
        (CODE + "1", "length"),
        ("", "length"),
        ("4505000000123451", "length"),
        (CODE[:8] + "I" + CODE[9:], "alphabet"),
        (CODE[:3] + "A" + CODE[4:], "alphabet"),
        (CODE[:9] + "校" + CODE[10:], "alphabet"),
        (CODE[:-1] + ("0" if CODE[-1] != "0" else "1"), "check_digit"),
        (CODE[:9] + CODE[10] + CODE[9] + CODE[11:], "check_digit"),
    ],
)
def test_a_credit_code_is_right_or_its_fault_is_named(printed: str, fault: str | None) -> None:
    assert uscc_fault(printed) == fault


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("91", UsccKind.ENTERPRISE),
        ("92", UsccKind.SOLE_TRADER),
        ("93", UsccKind.COOPERATIVE),
        ("11", UsccKind.STATE_ORGAN),
        ("12", UsccKind.PUBLIC_INSTITUTION),
        ("52", UsccKind.SOCIAL_ORGANISATION),
        ("Y1", UsccKind.OTHER),
    ],
)
def test_the_first_two_characters_tell_the_holder(start: str, kind: UsccKind) -> None:
    assert uscc_kind(code(start + CODE[2:-1])) is kind


def test_a_wrong_code_has_no_kind() -> None:
    assert uscc_kind("91") is None


@pytest.mark.parametrize(
    ("printed", "old"),
    [
        ("119999000012345", True),
        ("119999000012345 1-1", True),
        ("119999000012345（3-2）", True),
        ("119999-0000-12345", True),
        (CODE, False),
        ("11999900001234", False),
        ("11999900001234A", False),
        ("", False),
    ],
)
def test_fifteen_digits_are_an_old_registration_number(printed: str, old: bool) -> None:
    assert is_old_registration_number(printed) is old


def test_a_confusable_character_is_repaired_where_the_check_digit_proves_it() -> None:
    value = code("91119999MA01ABCD0")
    assert repair_uscc(value.replace("0", "O")) == Repair(
        value, tuple(Change(place, "O", "0") for place, character in enumerate(value) if character == "0")
    )


def test_a_right_code_is_repaired_without_a_change() -> None:
    assert repair_uscc(CODE) == Repair(CODE, ())


@pytest.mark.parametrize("printed", [CODE[:-2] + "I" + CODE[-1], CODE[:-1], "", "O" * 19])
def test_what_the_check_digit_does_not_prove_is_not_repaired(printed: str) -> None:
    assert repair_uscc(printed) is None


@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        (IDENTITY, None),
        ("11010519491231002X", None),
        ("11010519491231002x", None),
        ("１１０１０５１９４９１２３１００２Ｘ", None),
        ("110105 19491231 002X", None),
        (IDENTITY[:-1], "length"),
        ("110105491231002", "length"),
        ("110105********002X", "alphabet"),
        ("X10105194912310021", "alphabet"),
        (identity("11999919900230123"), "birth_date"),
        (identity("11999918490101123"), "birth_date"),
        ("110105194912310021", "check_digit"),
        ("", "length"),
    ],
)
def test_an_identity_number_is_right_or_its_fault_is_named(printed: str, fault: str | None) -> None:
    assert resident_id_fault(printed) == fault


def test_letters_among_the_digits_of_an_identity_number_are_repaired_where_it_then_is_right() -> None:
    assert repair_resident_id("IIOIO51949123I002X") == Repair(
        "11010519491231002X",
        (
            Change(0, "I", "1"),
            Change(1, "I", "1"),
            Change(2, "O", "0"),
            Change(3, "I", "1"),
            Change(4, "O", "0"),
            Change(13, "I", "1"),
        ),
    )
    assert repair_resident_id("11010519491231002×") == Repair("11010519491231002X", ())
    assert repair_resident_id("IIOIO51949123I0021") is None
    assert repair_resident_id("王样") is None


@pytest.mark.parametrize(
    ("number", "birth", "sex", "region"),
    [
        (IDENTITY, date(1990, 1, 1), "男", "119999"),
        ("11010519491231002X", date(1949, 12, 31), "女", "110105"),
        ("110105491231002", date(1949, 12, 31), "女", "110105"),
        ("110105********0029", None, "女", "110105"),
        ("1101**********0011", None, "男", None),
        ("护照E12345678", None, None, None),
        ("", None, None, None),
    ],
)
def test_birth_sex_and_region_are_read_from_the_number(
    number: str, birth: date | None, sex: str | None, region: str | None
) -> None:
    assert (birth_of(number), sex_of(number), region_of(number)) == (birth, sex, region)


def test_the_region_of_a_credit_code_stands_behind_its_first_two_characters() -> None:
    assert region_of(CODE) == "119999"


@pytest.mark.parametrize(
    ("number", "outside"),
    [
        (identity("81000019900101123"), True),
        (identity("83000019900101123"), True),
        (IDENTITY, False),
        ("81000", False),
    ],
)
def test_residents_of_hong_kong_macao_and_taiwan_are_told_by_their_region(number: str, outside: bool) -> None:
    assert is_hk_mo_tw_region(number) is outside
