"""Amounts of money with their currency, as licences, articles and agreements print them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.text.normal import notes_of, squeeze, without_notes
from pipeline.text.numerals import LARGEST, parse_quantity


class Money(NamedTuple):
    """An amount in the whole unit of its currency (元, never 万元)."""

    amount: Decimal
    currency: str
    """ISO 4217: CNY, USD, HKD, EUR …"""


_CURRENCY_WORDS = {
    "CNY": ("人民币", "RMB", "CNY", "¥", "元人民币"),
    "USD": ("美元", "美金", "USD", "US$"),
    "HKD": ("港币", "港元", "港幣", "HKD", "HK$"),
    "EUR": ("欧元", "EUR", "€"),
    "JPY": ("日元", "日圆", "JPY"),
    "GBP": ("英镑", "GBP", "£"),
    "MOP": ("澳门元", "葡币", "MOP"),
    "TWD": ("新台币", "新臺幣", "台币", "TWD", "NT$"),
    "SGD": ("新加坡元", "新元", "SGD"),
    "AUD": ("澳大利亚元", "澳元", "AUD"),
    "CAD": ("加拿大元", "加元", "CAD"),
    "CHF": ("瑞士法郎", "CHF"),
    "KRW": ("韩元", "韩圆", "KRW"),
}
_CODE_OF = {word: code for code, words in _CURRENCY_WORDS.items() for word in words}
_CURRENCY = "|".join(re.escape(word) for word in sorted(_CODE_OF, key=len, reverse=True))
_NUMERALS = "0-9.,〇○零一二三四五六七八九十百千万亿两壹贰叁叄肆伍陆柒捌玖拾佰仟貳參陸萬億廿卅"
_HUNDREDTH = "0-9零一二三四五六七八九两壹贰叁叄肆伍陆柒捌玖"
_LABEL = re.compile(
    r"^(?:注册资本|认缴出资额?|实缴出资额?|出资额?|金额|资金数额|合计|共计|总计|总额|大写|小写|计|共|为|约定|[:,;])+"
)
_AMOUNT = re.compile(
    rf"(?P<before>{_CURRENCY})?:?(?P<number>[{_NUMERALS}]+)(?P<after>{_CURRENCY})?(?P<yuan>[元圆圓园]|块)?(?P<again>{_CURRENCY})?"
    rf"(?:(?P<jiao>[{_HUNDREDTH}])角)?(?:零?(?P<fen>[{_HUNDREDTH}])分)?[整正]?(?P<last>{_CURRENCY})?",
)
TEN_THOUSAND = Decimal(10_000)
"""Yuan in 万元."""
_MAGNITUDES = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_HEADING_UNIT = re.compile(rf"(千万|百万|亿|万|千|)(?:{_CURRENCY}|元)(?!/)(?:元|人民币)?")
_SIDE_NOTE = re.compile(r"^(?:其中|实缴|认缴|含|包括|不含|已|税)")
_ENDING = re.compile(r"[。,;、:]+$")


def parse_money(text: str, unit: str | None = None) -> Money | None:
    """The amount that a text states; `unit` is what its heading says (元, 万元, 万美元) for a cell that says none.

    A bare number without any unit, two amounts that differ, and an unknown currency give None.
    """
    main = _one_amount(without_notes(text), unit)
    noted = [_noted_amount(note, unit) for note in notes_of(text) if _numeral_in(note)]
    others = [money for money in noted if money is not None]
    if main is None:
        main = others[0] if others and not _numeral_in(without_notes(text)) else None
    if main is None:
        return None
    main = _with_noted_currency(main, text)
    return main if main is not None and all(other.amount == main.amount for other in others) else None


def currency_of(text: str) -> str | None:
    """The ISO code of the one currency that the text names; None for none or several."""
    codes = {_CODE_OF[word] for word in re.findall(_CURRENCY, squeeze(text).upper())}
    return codes.pop() if len(codes) == 1 else None


def magnitude_of(unit: str) -> int | None:
    """How many whole units a heading such as 认缴出资额(万元) or 万美元 counts in; None for an unknown one."""
    units = _HEADING_UNIT.findall(squeeze(unit).upper())
    return _MAGNITUDES[units[0]] if len(set(units)) == 1 else None


def _one_amount(text: str, unit: str | None) -> Money | None:
    written = _ENDING.sub("", _LABEL.sub("", squeeze(text).upper()))
    found = _AMOUNT.fullmatch(written)
    if found is None:
        return None
    currencies = {_CODE_OF[word] for word in found.group("before", "after", "again", "last") if word}
    quantity = parse_quantity(found["number"])
    if quantity is None or len(currencies) > 1 or quantity > LARGEST:
        return None
    return _scaled(found, quantity, currencies.pop() if currencies else None, unit)


def _scaled(found: re.Match[str], quantity: Decimal, currency: str | None, unit: str | None) -> Money | None:
    """The quantity in whole currency units, by its own unit or else by its heading's."""
    says_unit = bool(found["yuan"] or found["after"] or found["again"]) or _is_scaled(found["number"])
    heading_currency = currency_of(unit) if unit is not None else None
    if says_unit or (currency is not None and unit is None):
        small = _hundredths(found["jiao"], 10) + _hundredths(found["fen"], 1)
        return Money(_plain(quantity + small), currency or heading_currency or "CNY")
    magnitude = magnitude_of(unit) if unit is not None else None
    if magnitude is None:
        return None
    return Money(_plain(quantity * magnitude), currency or heading_currency or "CNY")


def _is_scaled(number: str) -> bool:
    return number[-1:] in set("万亿萬億")


def _hundredths(digit: str | None, weight: int) -> Decimal:
    value = parse_quantity(digit) if digit else None
    return Decimal(0) if value is None else value * weight / 100


def _plain(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()


def _noted_amount(note: str, unit: str | None) -> Money | None:
    return None if _SIDE_NOTE.match(note) else _one_amount(note, unit)


def _with_noted_currency(money: Money, text: str) -> Money | None:
    """The amount in the currency of a note such as （美元）; None when the text names another currency outside it."""
    noted = {code for note in notes_of(text) if (code := currency_of(note)) is not None and not _numeral_in(note)}
    if not noted:
        return money
    outside = currency_of(without_notes(text))
    if len(noted) > 1 or (outside is not None and outside not in noted):
        return None
    return money._replace(currency=noted.pop())


def _numeral_in(text: str) -> bool:
    return re.search(f"[{_NUMERALS.replace('.,', '')}]", squeeze(text)) is not None
