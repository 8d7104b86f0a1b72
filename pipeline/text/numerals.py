"""Chinese numerals and numbers: 三十六, 叁仟捌佰万, 二〇二四, 1,000, 1.5亿."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

LARGEST = 10**16 - 1
"""Largest number written or read, one below 一京; no paper of a company prints more."""

_DIGITS = str.maketrans(
    "〇○零一壹弌二贰貳弍两兩三叁叄參弎四肆五伍六陆陸七柒八捌九玖拾什佰陌仟阡萬億",
    "000111222222333334455666778899十十百百千千万亿",
)
_TENS = {"廿": "2十", "卅": "3十", "卌": "4十"}
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SECTION = re.compile(r"(?:0?([1-9])千)?(?:0?([1-9])百)?(?:0?([1-9])?十)?(?:0?([1-9]))?")
_EMPTY_PLACE = re.compile(r"0[十百千]")
_ZEROS_AFTER_UNIT = re.compile(r"(?<=[十百千万亿])0+(?=[1-9十百千万亿])|(?<=[十百千])0+$")
_FRACTION = re.compile(r"[1-9]\.[0-9]+")
_BARE_TAIL = re.compile(r"[百千万亿][1-9](?=$|[万亿])")
_ROUND = {"百": 100, "千": 1000}
_PLAIN_STYLE = ("零一二三四五六七八九", ("千", "百", "十", ""))
_FINANCIAL_STYLE = ("零壹贰叁肆伍陆柒捌玖", ("仟", "佰", "拾", ""))


def parse_quantity(text: str) -> Decimal | None:
    """A number in Arabic, Chinese, financial or mixed writing (3.8千万); None where it can be read two ways."""
    written = _translate(text)
    if not written or (_BARE_TAIL.search(written) and not _PLAIN.fullmatch(written)):
        return None
    return _of_hundred_millions(written)


def number_of(text: str) -> int | None:
    """A whole number in Chinese or Arabic writing; None for fractions and for what is not a number."""
    quantity = parse_quantity(text)
    if quantity is None or quantity != quantity.to_integral_value():
        return None
    return int(quantity)


def chinese_of(number: int) -> str:
    """A whole number from 0 to 9 999 999 999 999 999 in everyday Chinese: 十二, 二百零五, 三千八百万."""
    spelled = _spell(number, _PLAIN_STYLE)
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled


def financial_of(number: int) -> str:
    """A whole number from 0 to 9 999 999 999 999 999 in financial Chinese: 叁仟捌佰万."""
    return _spell(number, _FINANCIAL_STYLE)


def digits_of(text: str) -> str:
    """The text with each Chinese digit, everyday or financial, written as an Arabic one; other characters stay."""
    return "".join(_as_digit(character) for character in text)


def _as_digit(character: str) -> str:
    digit = character.translate(_DIGITS)
    return digit if digit.isascii() and digit.isdigit() else character


def _translate(text: str) -> str:
    written = "".join(_TENS.get(character, character) for character in text.strip()).translate(_DIGITS)
    return _ZEROS_AFTER_UNIT.sub("0", _EMPTY_PLACE.sub("0", written))


def _of_hundred_millions(written: str) -> Decimal | None:
    return _split_at("亿", 10**8, _of_ten_thousands, written)


def _of_ten_thousands(written: str) -> Decimal | None:
    return _split_at("万", 10**4, _section, written)


def _split_at(name: str, unit: int, read: Callable[[str], Decimal | None], written: str) -> Decimal | None:
    """What stands before and after a large unit, joined; a fraction before it allows nothing after it."""
    high_text, found, low_text = written.rpartition(name)
    if not found:
        return read(written)
    high = read(high_text)
    if high is None or (high == 0 and low_text):
        return None
    low = read(low_text.lstrip("0")) if low_text.strip("0") else Decimal(0)
    if low is None or low >= unit or (low and (high % 1 or _is_short_run(low_text))):
        return None
    return high * unit + low


def _is_short_run(written: str) -> bool:
    """Arabic digits after 万 that are not its four places: 1万15 is 10015 to one reader and 11500 to another."""
    return written.isdigit() and len(written) not in {4, 8} and not written.startswith("0")


def _section(written: str) -> Decimal | None:
    if _PLAIN.fullmatch(written):
        return _decimal(written)
    if written[-1:] in _ROUND and _FRACTION.fullmatch(written[:-1]):
        return Decimal(written[:-1]) * _ROUND[written[-1]]
    found = _SECTION.fullmatch(written.rstrip("0"))
    if found is None or not found.group():
        return None
    thousands, hundreds, tens, ones = found.groups()
    ten = int(tens) if tens else int("十" in written)
    return Decimal(int(thousands or 0) * 1000 + int(hundreds or 0) * 100 + ten * 10 + int(ones or 0))


def _decimal(written: str) -> Decimal | None:
    try:
        value = Decimal(written.replace(",", ""))
    except InvalidOperation:
        return None
    return value if value <= LARGEST else None


def _spell(number: int, style: tuple[str, tuple[str, ...]]) -> str:
    if not 0 <= number <= LARGEST:
        raise ValueError(f"only numbers from 0 to {LARGEST} are written")
    if number == 0:
        return style[0][0]
    return _spell_large(number, style)


def _spell_large(number: int, style: tuple[str, tuple[str, ...]]) -> str:
    for unit, name in ((10**8, "亿"), (10**4, "万")):
        if number >= unit:
            high, low = divmod(number, unit)
            gap = style[0][0] if 0 < low < unit // 10 else ""
            tail = _spell_large(low, style) if low else ""
            return _spell_large(high, style) + name + gap + tail
    return _spell_section(number, style)


def _spell_section(number: int, style: tuple[str, tuple[str, ...]]) -> str:
    digits, places = style
    spelled = "".join(digits[int(d)] + (p if d != "0" else "") for d, p in zip(f"{number:04d}", places, strict=True))
    return re.sub(f"{digits[0]}+", digits[0], spelled).strip(digits[0])
