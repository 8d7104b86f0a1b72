"""Parsers: from the words found to a typed value; None where they do not say one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pipeline.model.values import Amount, Day, Month, OpenEnd, Text, Unit, Value
from pipeline.text import codes, days, money, normal, numerals, terms
from pipeline.text.percent import parse_percent

CURRENCIES: Mapping[str, Unit] = {"CNY": "CNY", "USD": "USD", "HKD": "HKD", "EUR": "EUR", "JPY": "JPY"}
COPY_NUMBER = re.compile(r"^([0-9A-Z]{18}|[0-9]{15})\(?[0-9]{1,2}-[0-9]{1,2}\)?$")
STANDS_AT = re.compile(r"^(?:[坐座]落|位)(?:于|在)")  # "……坐落于" before an address in running text
LIKE_A_CHECKED_NUMBER = re.compile(r"[0-9]{6}[0-9A-Z]{7,14}|91[0-9A-Z]{11,18}")
"""Thirteen characters and more that begin as an identity number or a company's code does."""
SENTENCES = re.compile(r"[。；;]")  # no name of a company, person or authority has one
THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
SHORTENED = re.compile(r"[ .](?:Ltd|Co|Inc|Corp|Pte|Bhd|S\.A|B\.V|N\.V|L\.P)$", re.IGNORECASE)
"""The legal form at the end of a foreign name, whose full stop belongs to it."""
EDGES = " :：;；,，、_＿*|"


class Parsed(NamedTuple):
    """A value, and the printed text where a check digit proved a repair.

    `proven` tells whether a number's check digit is right; None for what has none, or is repaired or masked.
    """

    value: Value
    repaired_from: str | None = None
    proven: bool | None = None


Parser = Callable[[str], Parsed | None]
CellParser = Callable[[str, str], Parsed | None]
"""A parser of a table cell that also needs its column's printed heading (for the unit)."""


def words(text: str) -> Parsed | None:
    """The text as printed, punctuation at its edges taken off."""
    plain = text.strip(EDGES)
    return Parsed(Text(value=plain)) if plain.strip("-—/／.。") else None


def address(text: str) -> Parsed | None:
    """An address: edges, the closing stop and the verb before it (坐落于) taken off."""
    return words(STANDS_AT.sub("", text.strip(EDGES + '。.”"')))


def name(text: str) -> Parsed | None:
    """A name: edges, closing stops and remarks such as （盖章） taken off; what runs into sentences is none."""
    plain = re.sub(r"[（(]\s*(?:盖章|公章|签章|签字|签名|章)\s*[)）]", "", text).strip(EDGES + "。.")
    if SHORTENED.search(plain) and f"{plain}." in text:
        plain += "."
    return Parsed(Text(value=plain)) if plain and not SENTENCES.search(plain) else None


def day(text: str) -> Parsed | None:
    """The one day that a text states, words around it allowed."""
    parsed = days.parse_day(text.strip(EDGES + "。")) or _day_within(text)
    return Parsed(Day(value=parsed)) if parsed else None


def month(text: str) -> Parsed | None:
    """A month, or the month of a day."""
    plain = text.strip(EDGES)
    parsed = days.parse_month(plain)
    if parsed is None:
        on = days.parse_day(plain)
        parsed = days.month_of(on) if on else None
    return Parsed(Month(year=parsed.year, month=parsed.month)) if parsed else None


def _day_within(text: str) -> date | None:
    plain = normal.squeeze(text)
    seen = [
        found
        for match in re.finditer(days.WRITTEN_DAY, plain)
        if (found := days.parse_day(match.group())) is not None
    ]
    return seen[0] if len(set(seen)) == 1 else None


def term_start(text: str) -> Parsed | None:
    """The first day of a term `A至B`."""
    term = terms.parse_term(text.strip(EDGES.replace("*", "")))
    return Parsed(Day(value=term.start)) if term and isinstance(term.start, date) else None


def term_end(text: str) -> Parsed | None:
    """The last day of a term, or its open end as printed."""
    term = terms.parse_term(text.strip(EDGES.replace("*", "")))
    if term is None or term.end is None:
        return None
    return Parsed(Day(value=term.end) if isinstance(term.end, date) else OpenEnd(printed=_open_words(text)))


def _open_words(text: str) -> str:
    tail = re.split(r"至|到|[-—–~]", normal.fold(text).strip(EDGES))[-1].strip(EDGES)
    return tail or "长期"


def capital(text: str) -> Parsed | None:
    """Money in the whole unit of its currency; None for a currency that values cannot carry."""
    return _amount(money.parse_money(text.strip(EDGES)))


def money_by_heading(text: str, heading: str) -> Parsed | None:
    """Money in a table cell whose heading may name the unit (万元)."""
    return _amount(money.parse_money(text.strip(EDGES), unit_in(heading)))


def unit_in(heading: str) -> str | None:
    """The unit that a heading names, None where it names none."""
    unit = re.search(r"(百万|千万|万|亿|千)?(?:元|圆|美元|港元|港币|欧元|日元)|万|亿", normal.squeeze(heading))
    return unit.group() if unit else None


def _amount(parsed: money.Money | None) -> Parsed | None:
    if parsed is None or parsed.currency not in CURRENCIES:
        return None
    return Parsed(Amount(value=parsed.amount, unit=CURRENCIES[parsed.currency]))


def percent(text: str) -> Parsed | None:
    """A share in percent: 60%, 60.00, 百分之六十, 三分之一."""
    plain = normal.squeeze(text).strip(EDGES)
    match = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]+)?)[%]?", plain)
    share = Decimal(match.group(1)) if match else parse_percent(plain)
    return None if share is None else Parsed(Amount(value=share, unit="%"))


def area(text: str) -> Parsed | None:
    """An area in square metres: 120.5平方米, 120㎡, 120 m²; None where commas stand that part no thousands (5,21840)."""
    match = re.search(
        r"(?<![a-z0-9])([0-9][0-9,]*(?:\.[0-9]+)?)(?:平方米|平米|㎡|m2|m²|平方公尺)?", normal.squeeze(text).lower()
    )
    if match and "," in match.group(1) and not THOUSANDS.fullmatch(match.group(1)):
        return None
    if match:
        return Parsed(Amount(value=Decimal(match.group(1).replace(",", "")), unit="m2"))
    written = re.search(rf"([{days.NUMERALS}十百千万拾佰仟]+)(?:平方米|平米|㎡)", normal.squeeze(text))
    figure = numerals.parse_quantity(written.group(1)) if written else None
    return Parsed(Amount(value=figure, unit="m2")) if figure else None


def count(text: str) -> Parsed | None:
    """A whole number."""
    match = re.search(r"[0-9]+", normal.squeeze(text))
    return Parsed(Amount(value=Decimal(match.group()), unit="count")) if match else None


def social_code(text: str) -> Parsed | None:
    """A unified social credit code, repaired only where the check digit proves it; an unproven one as printed."""
    plain = codes.compact(COPY_NUMBER.sub(r"\1", normal.squeeze(text)))
    if codes.uscc_fault(plain) is None:
        return Parsed(Text(value=plain), proven=True)
    if (repair := codes.repair_uscc(plain)) is not None and repair.changes:
        return Parsed(Text(value=repair.value), plain)
    old = re.match(r"[0-9]{15}", plain)
    if len(plain) != codes.CODE_LENGTH and old:
        return Parsed(Text(value=old.group()))
    return Parsed(Text(value=plain), proven=False) if re.fullmatch(r"[0-9A-Z]{13,20}", plain) else None


def identity_number(text: str) -> Parsed | None:
    """A citizen's number, repaired only where birth date and check digit prove it; masked and unproven as printed."""
    plain = codes.compact(text)
    if codes.resident_id_fault(plain) is None:
        return Parsed(Text(value=plain), proven=True)
    if (repair := codes.repair_resident_id(plain)) is not None and repair.changes:
        return Parsed(Text(value=repair.value), plain)
    return _unproven_number(plain)


def any_number(text: str) -> Parsed | None:
    """A code of a person or a company: identity number or social credit code."""
    plain = codes.compact(text)
    if codes.resident_id_fault(plain) is None or codes.uscc_fault(plain) is None:
        return Parsed(Text(value=plain), proven=True)
    for repair in (codes.repair_uscc(plain), codes.repair_resident_id(plain)):
        if repair is not None and repair.changes:
            return Parsed(Text(value=repair.value), plain)
    return _unproven_number(plain)


MASKED_SHORT = r"(?!.{18}$|[0-9]{6}\*{5,6}[0-9]{3,4}$)[0-9]{3,8}\*{5,12}[0-9X]{2,4}"
"""A masked number of a citizen that lost a character: eighteen or, of old cards, fifteen figures are printed."""


def _unproven_number(plain: str) -> Parsed | None:
    """A number as printed: passports' and 15-digit ones have no check digit that we know, a masked one shows none."""
    if not re.fullmatch(r"[0-9A-Z*]{6,20}", plain) or re.fullmatch(MASKED_SHORT, plain):
        return None
    lacks = len(plain) != codes.OLD_ID_LENGTH and LIKE_A_CHECKED_NUMBER.fullmatch(plain)
    return Parsed(Text(value=plain), proven=False if lacks else None)


@dataclass(frozen=True)
class Constant:
    """Whatever was found, the value is this text."""

    value: str

    def __call__(self, _: str) -> Parsed | None:
        """The text."""
        return Parsed(Text(value=self.value))


def constant(value: str) -> Parser:
    """Whatever was found, the value is this text."""
    return Constant(value)


def one_of(choices: Mapping[str, str]) -> Parser:
    """The value of the first of these words (folded) that occurs in the text."""

    def parse(text: str) -> Parsed | None:
        plain = normal.squeeze(text)
        return next((Parsed(Text(value=value)) for word, value in choices.items() if word in plain), None)

    return parse
