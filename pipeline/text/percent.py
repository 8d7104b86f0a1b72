"""Shares in percent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from pipeline.text.normal import squeeze
from pipeline.text.numerals import parse_quantity

WHOLE = Decimal(100)
"""All shares together, in percent."""

_SIGN = re.compile(r"(?:占|占比|约|持股)?([0-9]+(?:\.[0-9]+)?)(%|‰)")
_WORDS = re.compile(
    r"(?:占|占比)?([百千])分之([零〇一二三四五六七八九十百两0-9.]+)(?:点([零〇一二三四五六七八九]+))?"
)
_ALL = frozenset({"百分之百", "百分之一百", "百分百"})
_FRACTION = re.compile(r"([二两三四五六七八九十]{1,3})分之([一二两三四五六七八九十]{1,3})")
PLACES = Decimal("0.0001")


def parse_percent(text: str, unit: str | None = None) -> Decimal | None:
    """A share in percent; a bare number counts only where its heading `unit` says %. None outside 0 to 100."""
    written = squeeze(text)
    if unit is not None and "%" in squeeze(unit) and re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", written):
        written += "%"
    share = _by_sign(written)
    if share is None:
        share = _by_words(written)
    if share is None:
        share = _by_fraction(written)
    return share if share is not None and 0 <= share <= WHOLE else None


def sums_to_hundred(values: Iterable[Decimal], tolerance: Decimal) -> bool:
    """Whether shares in percent add up to 100 within the tolerance, as three thirds of 33.33 do within 0.02."""
    return abs(sum(values, Decimal(0)) - WHOLE) <= tolerance


def _by_sign(written: str) -> Decimal | None:
    found = _SIGN.fullmatch(written)
    if found is None:
        return None
    return Decimal(found[1]) / (10 if found[2] == "‰" else 1)


def _by_fraction(written: str) -> Decimal | None:
    """三分之一, 1/3: rounded to four places, so that three thirds make 99.9999."""
    spoken, slashed = _FRACTION.fullmatch(written), re.fullmatch(r"([0-9]{1,3})/([0-9]{1,3})", written)
    parts = (spoken[2], spoken[1]) if spoken else (slashed[1], slashed[2]) if slashed else None
    if parts is None:
        return None
    part, whole = map(parse_quantity, parts)
    return (part * WHOLE / whole).quantize(PLACES) if part and whole else None


def _by_words(written: str) -> Decimal | None:
    if written in _ALL:
        return WHOLE
    found = _WORDS.fullmatch(written)
    if found is None:
        return None
    whole = parse_quantity(found[2])
    digits = "".join(str(parse_quantity(digit)) for digit in found[3] or "")
    if whole is None:
        return None
    share = whole + (Decimal(f"0.{digits}") if digits else 0)
    return share / 10 if found[1] == "千" else share
