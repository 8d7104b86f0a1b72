"""How surely a value was read: its least certain character, what proves the value, and what speaks against it.

A text layer is certain; all that follows is about pages that were read by OCR.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.layout.glyphs import Glyph, Words
from pipeline.model.values import Day, Month, Text, Value
from pipeline.text import codes

USCC_VALUES = 31  # characters that a credit code's check digit may be: one misreading in so many passes
RESIDENT_VALUES = 11  # the same for an identity number
CODE = re.compile(r"[0-9A-Z]{18}")
NUMBER_OF_DATE = re.compile(r"(?<=[年月])[0-9](?=[月日])")
HOLE = 0.5  # em: how much farther one neighbour of a lone digit stands than the other where a digit was between them
# The most that a reading is trusted; rules judge by 0.5 and more (reading.min_confidence).
UNPROVEN = 0.9  # a number of the right length whose check digit is wrong
UNPROVEN_AND_FAINT = 0.45  # the same with a character less certain than UNPROVEN: rather misread than misprinted
HOLED = 0.3  # a date in which a digit seems to be hidden
DISPUTED = 0.9  # two places say different things


def certainty(words: Words, value: Value, repaired: bool = False) -> float:
    """Confidence 0…1 of one reading: a right check digit raises it, a wrong one or a hole in a date lowers it."""
    least = words.confidence
    if not words.place.pictured:
        return least
    if isinstance(value, Text) and not repaired:
        return _of_number(value.value, least)
    if isinstance(value, Day | Month) and _has_hole(words):
        return min(least, HOLED)
    return least


def weighed(own: float, words: Words, same: Iterable[Words], *, disputed: bool) -> float:
    """The confidence of a reading beside those of other places: `same` say the same, `disputed` where others do not."""
    if not words.place.pictured:
        return own
    if disputed:
        return min(own, DISPUTED)
    elsewhere = max((each.confidence for each in same if _apart(words, each)), default=0.0)
    return 1 - (1 - own) * (1 - elsewhere)


def _of_number(text: str, least: float) -> float:
    """Of a code with a check digit: the share of misreadings that would pass it; any other text as it is."""
    if not CODE.fullmatch(text):
        return least
    if codes.uscc_fault(text) is None:
        return 1 - (1 - least) / USCC_VALUES
    if codes.resident_id_fault(text) is None:
        return 1 - (1 - least) / RESIDENT_VALUES
    return UNPROVEN_AND_FAINT if least < UNPROVEN else UNPROVEN


def _has_hole(words: Words) -> bool:
    """Whether a lone digit of a date stands off one of its neighbours: a seal hid the digit before or after it."""
    alone = NUMBER_OF_DATE.finditer(words.fold)
    return any(_lopsided(*words.glyphs[match.start() - 1 : match.end() + 1]) for match in alone)


def _lopsided(before: Glyph, digit: Glyph, after: Glyph) -> bool:
    em = max(before.at.height, digit.at.height, after.at.height)
    left, right = digit.at.middle[0] - before.at.middle[0], after.at.middle[0] - digit.at.middle[0]
    return left > 0 and right > 0 and abs(left - right) > HOLE * em


def _apart(one: Words, other: Words) -> bool:
    """Whether two readings are of different ink."""
    return one.place != other.place or not one.box.overlaps(other.box)
