"""Passports: days in English, and the line for machines, whose check digits prove what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle

from pipeline.documents.declaration import Paper, parsers
from pipeline.documents.parsers import Parsed
from pipeline.layout.glyphs import Words, folded
from pipeline.model.values import outward

NUMBER = re.compile(r"(?<![0-9A-Z])[A-Z]{1,2}[0-9]{7,8}(?![0-9A-Z])")
DAY = re.compile(
    r"(?P<day>[0-3][0-9])(?:[01]?[0-9]月/?)?(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?P<year>(?:19|20)[0-9]{2})"
)
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MACHINE = re.compile(
    r"(?P<number>[A-Z0-9<]{9})(?P<check1>[0-9])[A-Z<]{3}(?P<birth>[0-9]{6})(?P<check2>[0-9])(?P<sex>[MF<])(?P<to>[0-9]{6})(?P<check3>[0-9])"
)
"""The second line for machines of a passport (ICAO 9303): number, country, birth, sex and end, each with a check digit."""
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DAYS = 3
"""A passport prints three days: of birth, of issue and of its end."""


def numbers(paper: Paper) -> Iterator[Words]:
    """The number in the line for machines where its check digit proves it, else what looks like one."""
    proven = list(_machine(paper, "number"))
    yield from proven or _found(paper, NUMBER)


def sex(paper: Paper) -> Iterator[Words]:
    """M or F in the line for machines."""
    yield from (words for words in _machine(paper, "sex") if words.fold in "MF")


def birth(paper: Paper) -> Iterator[Words]:
    """The first of the three days."""
    yield from _days(paper)[:1]


def issue(paper: Paper) -> Iterator[Words]:
    """The second of the three days."""
    yield from _days(paper)[1:2]


def expiry(paper: Paper) -> Iterator[Words]:
    """The latest day on a passport: those of birth and issue come before it."""
    dated = _dated(paper)
    if dated:
        yield dated[-1]


def day(text: str) -> Parsed | None:
    """A day as passports print it: 01 JAN 2032, 01 1月/JAN 2032."""
    match = DAY.search(folded(text).upper())
    return parsers.day(f"{match['year']}年{MONTHS.index(match['month']) + 1}月{match['day']}日") if match else None


def _days(paper: Paper) -> list[Words]:
    """The days in the order of time; none where they are not three."""
    dated = _dated(paper)
    return dated if len(dated) == DAYS else []


def _dated(paper: Paper) -> list[Words]:
    found = [(parsed, words) for words in _found(paper, DAY) if (parsed := day(words.fold)) is not None]
    return [words for _, words in sorted(found, key=lambda each: outward(each[0].value))]


def _is_passport(paper: Paper) -> bool:
    return any("PASSPORT" in sheet.fold.upper() or "护照号" in sheet.fold for sheet in paper.sheets)


def _found(paper: Paper, pattern: re.Pattern[str]) -> list[Words]:
    """What a pattern finds in the pieces of a passport's lines."""
    if not _is_passport(paper):
        return []
    return [
        Words.of(piece.glyphs[match.start() : match.end()])
        for line in paper.lines
        for piece in line.segments
        for match in pattern.finditer(piece.fold.upper())
    ]


def _machine(paper: Paper, group: str) -> Iterator[Words]:
    """A part of the line for machines whose three check digits are right."""
    if not _is_passport(paper):
        return
    for line in paper.lines:
        for match in MACHINE.finditer(line.fold.upper()):
            checked = ("number", "check1"), ("birth", "check2"), ("to", "check3")
            if all(_check(match[part]) == int(match[digit]) for part, digit in checked):
                yield Words.of(line.glyphs[match.start(group) : match.end(group)])


def _check(text: str) -> int:
    """The check digit of ICAO 9303: weights 7, 3, 1; `<` counts nothing."""
    values = (ALPHABET.find(character) if character != "<" else 0 for character in text)
    return sum(value * weight for value, weight in zip(values, cycle((7, 3, 1)), strict=False)) % 10
