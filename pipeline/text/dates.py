"""Everything about printed days, months and terms in one import."""

from pipeline.text.days import (
    OPEN,
    Month,
    OpenEnd,
    Term,
    add_months,
    last_day_of,
    month_of,
    month_range,
    parse_day,
    parse_month,
)
from pipeline.text.terms import length_of_term, parse_term

__all__ = [
    "OPEN",
    "Month",
    "OpenEnd",
    "Term",
    "add_months",
    "last_day_of",
    "length_of_term",
    "month_of",
    "month_range",
    "parse_day",
    "parse_month",
    "parse_term",
]
