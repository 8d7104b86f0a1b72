"""Typed values of fields: a tagged union, so that a date never comes back from JSON as a string."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from pipeline.model.record import Record

Unit = Literal["CNY", "USD", "HKD", "EUR", "JPY", "Mbit/s", "m2", "%", "count"]

FOREIGN_CURRENCIES = frozenset({"USD", "HKD", "EUR", "JPY"})
"""Bare digits of money are CNY; an amount in one of these says so wherever it leaves the program."""


class Text(Record):
    """Words as read, white space that is only layout taken out."""

    type: Literal["text"] = "text"
    value: str


class Day(Record):
    """A calendar day."""

    type: Literal["day"] = "day"
    value: date


class Month(Record):
    """A calendar month, `YYYY-MM` outward."""

    type: Literal["month"] = "month"
    year: int
    month: int = Field(ge=1, le=12)


class Amount(Record):
    """A number with its unit: money in CNY, bandwidth in Mbit/s, areas in m2, shares in percent."""

    type: Literal["amount"] = "amount"
    value: Decimal
    unit: Unit


class OpenEnd(Record):
    """The end of a term that has no end (长期, 永久, 不约定期限), as printed."""

    type: Literal["open_end"] = "open_end"
    printed: str = "长期"


Value = Annotated[Text | Day | Month | Amount | OpenEnd, Field(discriminator="type")]


def decimal_digits(value: Decimal) -> str:
    """Plain decimal digits without exponent or trailing zeros: `10000000`, `33.33`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def outward(value: Value) -> str:
    """The plain string that leaves the program (spec §4): ISO dates, `YYYY-MM`, decimal digits (`5000000 USD` where not CNY), 长期."""
    match value:
        case Text():
            return value.value
        case Day():
            return value.value.isoformat()
        case Month():
            return f"{value.year:04d}-{value.month:02d}"
        case Amount() if value.unit in FOREIGN_CURRENCIES:
            return f"{decimal_digits(value.value)} {value.unit}"
        case Amount():
            return decimal_digits(value.value)
        case OpenEnd():
            return "长期"
