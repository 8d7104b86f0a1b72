"""How surely a value was read: its least certain character, what proves the value, and what speaks against it.

A text layer is certain; all that follows is about pages that were read by OCR.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.documents.parsers import Parsed
from pipeline.layout.glyphs import Glyph, Words
from pipeline.model.values import Day, Month

CHECK_DIGITS = 11  # that an identity number may have, a credit code has 31: one misreading in so many passes
NUMBER_OF_DATE = re.compile(r"(?<=[年月])[0-9](?=[月日])")
NUMBERS_OF_DATE = re.compile(r"年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
DIGIT = 0.4  # em: how wide a digit of a date is, an em being the height of the characters' boxes
WIDER = 0.35  # em: how much more room the one number of a date takes than the other where a digit was lost in it
HOLE = 0.5  # em: how much farther one neighbour of a lone digit stands than the other where a digit was between them
# The most that a reading is trusted; rules judge by 0.5 and more (reading.min_confidence).
UNPROVEN = 0.9  # a number whose check digit is wrong, or that lost or gained characters
UNPROVEN_AND_FAINT = 0.45  # the same with a character less certain than UNPROVEN: rather misread than misprinted
HOLED = 0.3  # a date in which a digit seems to be hidden
DISPUTED = 0.9  # two places say different things


def certainty(words: Words, parsed: Parsed) -> float:
    """Confidence 0…1 of one reading: a right check digit raises it, a wrong one or a hole in a date lowers it."""
    least = words.confidence
    if not words.place.pictured:
        return least
    if parsed.proven is not None:
        return _of_number(parsed.proven, least)
    if isinstance(parsed.value, Day | Month) and _has_hole(words):
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


def _of_number(proven: bool, least: float) -> float:
    """Of a number with a check digit that is right or wrong."""
    if proven:
        return 1 - (1 - least) / CHECK_DIGITS
    return min(least, UNPROVEN_AND_FAINT if least < UNPROVEN else UNPROVEN)


def _has_hole(words: Words) -> bool:
    """Whether a lone digit of a date stands off its neighbours: a seal hid the digit before or after it."""
    if any(_takes_more_room(words.glyphs, match) for match in NUMBERS_OF_DATE.finditer(words.fold)):
        return True
    alone = NUMBER_OF_DATE.finditer(words.fold)
    return any(_lopsided(*words.glyphs[match.start() - 1 : match.end() + 1]) for match in alone)


def _takes_more_room(glyphs: tuple[Glyph, ...], date: re.Match[str]) -> bool:
    """Whether a month or day of one digit has more room between its words than the other number has for its digits."""
    em = max(glyph.at.height for glyph in glyphs[date.start() : date.end()])
    month, day = date.end("month") - date.start("month"), date.end("day") - date.start("day")
    year_word, month_word, day_word = (glyphs[at].at for at in (date.start(), date.end("month"), date.end("day")))
    of_month = month_word.middle[0] - year_word.middle[0] - month * DIGIT * em
    of_day = day_word.middle[0] - month_word.middle[0] - day * DIGIT * em
    if of_month <= 0 or of_day <= 0:  # the date is wrapped
        return False
    more = of_day - of_month
    return (day == 1 and more > WIDER * em) or (month == 1 and -more > WIDER * em)


def _lopsided(before: Glyph, digit: Glyph, after: Glyph) -> bool:
    em = max(before.at.height, digit.at.height, after.at.height)
    left, right = digit.at.middle[0] - before.at.middle[0], after.at.middle[0] - digit.at.middle[0]
    return left > 0 and right > 0 and abs(left - right) > HOLE * em


def _apart(one: Words, other: Words) -> bool:
    """Whether two readings are of different ink."""
    return one.place != other.place or not one.box.overlaps(other.box)
