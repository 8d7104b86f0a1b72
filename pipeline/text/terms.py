"""Terms: from a day to a day, to no end, or for a length of time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from pipeline.text.days import COUNTED, NUMERALS, OPEN, OpenEnd, Term, add_months, parse_day
from pipeline.text.normal import fold
from pipeline.text.numerals import parse_quantity

Point = date | Literal[OpenEnd.OPEN] | None
"""One end of a term."""

_NUMERAL = "0-9.〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾"
_OPEN_WORDS = (
    r"长期有效|长期|永久存续|永久|永续经营|永续|无固定期限|无固定|不约定期限|不约定|无期限|无限期"
    r"|\*{2,}|9999[-./年]12[-./月]31日?"
)
_SHORT_NUMBER = f"(?:[0-9]{{1,2}}|{COUNTED})"
_DAY = (
    rf"[0-9{NUMERALS}]{{4}}年{_SHORT_NUMBER}月{_SHORT_NUMBER}[日号]?"
    r"|[0-9]{4}(?P<mark>[-./])[0-9]{1,2}(?P=mark)[0-9]{1,2}日?|[0-9]{8}"
)
_LENGTH = rf"[{_NUMERAL}]+(?:个半?月|个?年半?|周年)(?:[零又]?[{_NUMERAL}]+个月)?|半年"
_EMPTY_DAY = r"年月日|_+"
_NOISE = re.compile(
    r"(?:本|该|合同|协议|租赁|营业|经营|合伙|服务|有效|使用|委托)*(?:期限|期间|期)"
    r"|[自从由于计共即为起始止前日,;:。()]|合计|开始|之间|截止"
)
_TO = re.compile(r"至|到|[-—–~―─]{1,2}")
_TOKEN = re.compile(rf"(?P<open>{_OPEN_WORDS})|(?P<day>{_DAY})|(?P<length>{_LENGTH})|(?P<empty>{_EMPTY_DAY})")


def parse_term(text: str) -> Term | None:
    """First and last day of a printed term; None when nothing in it is a day, an open end or a length.

    `A至年月日` and `A至今` have no end that was stated. A length counts from the start, its last day included.
    """
    writing = _spaces_out(text)
    tokens = [(_kind(found), found.group()) for found in _TOKEN.finditer(writing)]
    between = _NOISE.sub("", _TOKEN.sub("|", writing).removesuffix("今"))
    if _TO.sub("", between).replace("|", "") or not tokens:
        return None
    return _term_of(tokens, writing, between)


def length_of_term(text: str) -> int | None:
    """A length in whole months: 3年, 三十六个月, 一年半, 三年零六个月, 半年; None for days and for anything else."""
    writing = _NOISE.sub("", _spaces_out(text))
    if writing == "半年":
        return 6
    found = re.fullmatch(
        rf"(?:(?P<years>[{_NUMERAL}]+)(?:个|周)?年(?P<half>半)?)?[零又]?(?:(?P<months>[{_NUMERAL}]+)个月)?", writing
    )
    if found is None or not found.group():
        return None
    years = _quantity(found["years"])
    months = _quantity(found["months"])
    if years is None or months is None:
        return None
    total = years * 12 + months + (6 if found["half"] else 0)
    return int(total) if total == total.to_integral_value() and total > 0 else None


def _quantity(text: str | None) -> Decimal | None:
    return Decimal(0) if text is None else parse_quantity(text)


def _spaces_out(text: str) -> str:
    return re.sub(r"\s", "", fold(text))


def _term_of(tokens: list[tuple[str, str]], writing: str, between: str) -> Term | None:
    """The term that the tokens of one text state, in their order."""
    points = [_point(kind, text) for kind, text in tokens if kind != "length"]
    lengths = [length_of_term(text) for kind, text in tokens if kind == "length"]
    if not 1 <= len(points) <= 2 or len(lengths) > 1:  # noqa: PLR2004
        return None
    if len(points) == 1:
        return _half_term(points[0], lengths[0] if lengths else None, writing, between)
    start, end = points
    return None if start is OPEN or (start is None and end is None) else Term(start, end)


def _kind(found: re.Match[str]) -> str:
    return next(kind for kind in ("open", "day", "length", "empty") if found[kind] is not None)


def _half_term(point: Point, months: int | None, writing: str, between: str) -> Term | None:
    """A term of which one end is printed; a lone day that no word makes a start or an end is not one."""
    if point is None:
        return None
    if point is OPEN:
        return Term(None, OPEN)
    if months is not None:
        return Term(point, add_months(point, months) - timedelta(days=1))
    if _TO.match(between) or writing.endswith(("止", "截止")):
        return Term(None, point)
    return Term(point, None) if _TO.search(between) or re.search("[自从起]", writing) else None


def _point(kind: str, text: str) -> Point:
    if kind == "open":
        return OPEN
    return parse_day(text) if kind == "day" else None
