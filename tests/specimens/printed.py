"""How offices print dates, months and money."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿")


def day(iso: str, style: str = "年") -> str:
    """An ISO day or 长期 as printed: 年 2026年3月10日 · 零 2026年03月10日 · . 2026.03.10 · - 2026-03-10."""
    if iso == "长期":
        return iso
    year, month, number = (int(part) for part in iso.split("-"))
    if style == "年":
        return f"{year}年{month}月{number}日"
    if style == "零":
        return f"{year}年{month:02d}月{number:02d}日"
    return f"{year}{style}{month:02d}{style}{number:02d}"


def month(iso: str, style: str = "") -> str:
    """A month YYYY-MM as 202603, 2026-03 or 2026年03月."""
    year, number = iso.split("-")
    return f"{year}年{number}月" if style == "年" else f"{year}{style}{number}"


def months(first: str, last: str) -> list[str]:
    """Every month from first to last, both included."""
    start, end = (int(iso[:4]) * 12 + int(iso[5:7]) - 1 for iso in (first, last))
    return [f"{count // 12}-{count % 12 + 1:02d}" for count in range(start, end + 1)]


def ten_thousands(amount: str) -> str:
    """An amount in yuan as 万元 digits without idle zeros."""
    return f"{(Decimal(amount) / 10000).normalize():f}"


def in_words(amount: str) -> str:
    """A whole amount in financial numerals: 10000000 is 壹仟万元整."""
    groups, rest = [], int(amount)
    while rest:
        groups.append(rest % 10000)
        rest //= 10000
    words, gap = "", False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group == 0:
            gap = True
            continue
        if words and (gap or group < 1000):
            words += "零"
        words, gap = words + _group(group) + GROUPS[place], False
    return f"{words or '零'}元整"


def money(amount: str) -> str:
    """An amount with thousands separators and two decimals."""
    return f"{Decimal(amount):,.2f}"


def shifted(iso: str, days: int) -> str:
    """The day so many days later."""
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


def years_on(iso: str, years: int) -> str:
    """The same day so many years later; 29 February becomes the 28th."""
    start = date.fromisoformat(iso)
    last = 28 if (start.month, start.day) == (2, 29) else start.day
    return start.replace(year=start.year + years, day=last).isoformat()


def _group(group: int) -> str:
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit == 0:
            gap = True
            continue
        words += ("零" if words and gap else "") + DIGITS[digit] + UNITS[place]
        gap = False
    return words
