"""Floors that a text names: single ones, ranges, and how many a building has."""

from __future__ import annotations

import re

from pipeline.text.normal import squeeze
from pipeline.text.numerals import number_of

NUMBER = r"(?:[0-9]{1,3}|[一二三四五六七八九十百两]{1,4})"
RANGE = re.compile(
    rf"(?P<low>(?:地下|负|B|-)?{NUMBER})(?:层|楼|F)?(?:-|至|到|~|—)(?P<high>{NUMBER})(?:层|楼|F)", re.IGNORECASE
)
WHOLE = re.compile(rf"(?:地上|地面以上|共)(?:共)?(?P<count>{NUMBER})层")
CELLAR = re.compile(rf"地下(?:共)?(?P<count>{NUMBER})层")
SINGLE = re.compile(rf"(?P<below>地下|负|B|-)?(?P<floor>{NUMBER})(?:层|(?<!号)楼|F)", re.IGNORECASE)
HIGHEST = 120
"""A floor above this is no floor but a misreading."""


def floors_in(text: str) -> frozenset[int]:
    """Every floor that a text names, cellars negative; `地上12层` names 1 to 12. Empty where it names none."""
    plain = squeeze(text)
    found: set[int] = set()
    for pattern, read in ((RANGE, _range), (WHOLE, _whole), (CELLAR, _cellar), (SINGLE, _single)):
        for match in pattern.finditer(plain):
            found |= read(match)
        plain = pattern.sub(";", plain)
    return frozenset(floor for floor in found if floor and abs(floor) <= HIGHEST)


def _range(match: re.Match[str]) -> set[int]:
    low, high = _level(match["low"]), _level(match["high"])
    return set(range(low, high + 1)) - {0} if low <= high <= HIGHEST else set()


def _whole(match: re.Match[str]) -> set[int]:
    return set(range(1, min(_level(match["count"]), HIGHEST) + 1))


def _cellar(match: re.Match[str]) -> set[int]:
    return set(range(-min(_level(match["count"]), HIGHEST), 0))


def _single(match: re.Match[str]) -> set[int]:
    level = _level(match["floor"])
    return {-level if match["below"] else level}


def _level(text: str) -> int:
    plain = re.sub(r"^(?:地下|负|B|-)", "", text, flags=re.IGNORECASE)
    return (number_of(plain) or 0) * (-1 if plain != text else 1)
