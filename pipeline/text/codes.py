"""Unified social credit codes (GB 32100) and citizens' identity numbers (GB 11643)."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from stdnum.cn import ric, uscc

from pipeline.text.agreement import Agreement
from pipeline.text.masks import is_masked, visible_parts_fit
from pipeline.text.normal import squeeze

CODE_LENGTH = 18
"""Characters of a USCC and of an identity number."""
OLD_ID_LENGTH = 15
"""Digits of the identity numbers issued before 1999: no century, no check digit."""
EARLIEST_BIRTH_YEAR = 1900
"""Below it a birth date is a misreading."""

_USCC_ALPHABET = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")
_USCC_CONFUSABLE = {"I": "1", "O": "0", "S": "5", "Z": "2", "V": "U"}
_ID_CONFUSABLE = {"I": "1", "L": "1", "|": "1", "O": "0", "D": "0", "Q": "0", "Z": "2", "S": "5", "B": "8", "G": "6"}
_HK_MO_TW_REGIONS = ("81", "82", "83")
_OLD_REGISTRATION = re.compile(r"[0-9]{15}(?:\(?[0-9]{1,2}-[0-9]{1,2}\)?)?")


class UsccKind(StrEnum):
    """What the first two characters of a USCC say its holder is."""

    STATE_ORGAN = "state_organ"
    PUBLIC_INSTITUTION = "public_institution"
    SOCIAL_ORGANISATION = "social_organisation"
    ENTERPRISE = "enterprise"
    SOLE_TRADER = "sole_trader"
    COOPERATIVE = "cooperative"
    OTHER = "other"


_KINDS = {
    "11": UsccKind.STATE_ORGAN,
    "12": UsccKind.PUBLIC_INSTITUTION,
    "13": UsccKind.SOCIAL_ORGANISATION,
    "51": UsccKind.SOCIAL_ORGANISATION,
    "52": UsccKind.SOCIAL_ORGANISATION,
    "53": UsccKind.SOCIAL_ORGANISATION,
    "91": UsccKind.ENTERPRISE,
    "92": UsccKind.SOLE_TRADER,
    "93": UsccKind.COOPERATIVE,
}


class Change(NamedTuple):
    """One character that was read wrong: its place from 0, as read, as it must be."""

    position: int
    was: str
    now: str


class Repair(NamedTuple):
    """A number that its check digit proves, and what had to change for it."""

    value: str
    changes: tuple[Change, ...]


def uscc_fault(code: str) -> str | None:
    """Why a text is not a USCC: `length`, `alphabet` or `check_digit`; None when it is one, whatever its region."""
    number = compact(code)
    if len(number) != CODE_LENGTH:
        return "length"
    if not set(number) <= _USCC_ALPHABET or not _is_digits(number[2:8]):
        return "alphabet"
    return None if uscc.calc_check_digit(number[:-1]) == number[-1] else "check_digit"


def uscc_kind(code: str) -> UsccKind | None:
    """The holder's kind by the first two characters; None for a text that is not a USCC."""
    number = compact(code)
    return _KINDS.get(number[:2], UsccKind.OTHER) if uscc_fault(number) is None else None


def is_old_registration_number(code: str) -> bool:
    """Whether it is a 15-digit 注册号 of the time before the USCC, a copy mark such as 1-1 set aside."""
    return any(_OLD_REGISTRATION.fullmatch(number) is not None for number in (squeeze(code), compact(code)))


def repair_uscc(printed: str) -> Repair | None:
    """The USCC behind a reading with characters outside its alphabet, if the check digit proves it."""
    repair = _replaced(compact(printed), _USCC_CONFUSABLE, up_to=CODE_LENGTH)
    return repair if uscc_fault(repair.value) is None else None


def resident_id_fault(number: str) -> str | None:
    """Why a text is not an identity number: `length` (18), `alphabet`, `birth_date`, `check_digit`; else None."""
    compacted = compact(number)
    if len(compacted) != CODE_LENGTH:
        return "length"
    if not _is_digits(compacted[:-1]) or compacted[-1] not in "0123456789X":
        return "alphabet"
    if _birth(compacted[6:14]) is None:
        return "birth_date"
    return None if ric.calc_check_digit(compacted) == compacted[-1] else "check_digit"


def repair_resident_id(printed: str) -> Repair | None:
    """The identity number behind a reading with letters among its digits, if birth date and check digit prove it."""
    repair = _replaced(compact(printed).replace("×", "X"), _ID_CONFUSABLE, up_to=CODE_LENGTH)
    return repair if resident_id_fault(repair.value) is None else None


def birth_of(number: str) -> date | None:
    """The day of birth in an 18- or 15-digit identity number; None when masked or impossible."""
    compacted = compact(number)
    if len(compacted) == OLD_ID_LENGTH and _is_digits(compacted):
        return _birth("19" + compacted[6:12])
    return _birth(compacted[6:14]) if len(compacted) == CODE_LENGTH else None


def sex_of(number: str) -> str | None:
    """男 or 女 by the order digit of an identity number; None when masked or of another length."""
    compacted = compact(number)
    order = {CODE_LENGTH: compacted[16:17], OLD_ID_LENGTH: compacted[14:15]}.get(len(compacted), "")
    if not _is_digits(order):
        return None
    return "男" if int(order) % 2 else "女"


def region_of(number: str) -> str | None:
    """The six-digit region of a USCC (characters 3–8) or of an identity number (1–6); None when masked or neither.

    Eighteen digits that both standards could have written are told apart by their check digits.
    """
    compacted = compact(number)
    if uscc_fault(compacted) is None and resident_id_fault(compacted) is not None:
        return compacted[2:8]
    is_id = len(compacted) in {CODE_LENGTH, OLD_ID_LENGTH} and _is_digits(compacted[:6])
    return compacted[:6] if is_id else None


def is_hk_mo_tw_region(number: str) -> bool:
    """Whether an identity number has a region of Hong Kong, Macao or Taiwan residents (81, 82, 83)."""
    compacted = compact(number)
    return len(compacted) == CODE_LENGTH and compacted.startswith(_HK_MO_TW_REGIONS)


def compare_numbers(left: str, right: str) -> Agreement:
    """Two numbers of one kind; covered ones are compared on what is visible, which can contradict but never prove."""
    a, b = compact(left), compact(right)
    if not a or not b:
        return Agreement.UNSURE
    if is_masked(a) or is_masked(b):
        return Agreement.UNSURE if visible_parts_fit(a, b) else Agreement.DIFFERENT
    return Agreement.SAME if _eighteen(a) == _eighteen(b) else Agreement.DIFFERENT


def compact(number: str) -> str:
    """The number without spaces and separators, in upper case."""
    return re.sub(r"[-·.,:'_]", "", squeeze(number)).upper()


def _replaced(number: str, confusable: dict[str, str], *, up_to: int) -> Repair:
    changes = tuple(
        Change(place, character, confusable[character])
        for place, character in enumerate(number[:up_to])
        if character in confusable
    )
    return Repair("".join(confusable.get(character, character) for character in number), changes)


def _eighteen(number: str) -> str:
    """A 15-digit identity number in its 18-digit form; any other number as it is."""
    if len(number) != OLD_ID_LENGTH or birth_of(number) is None:
        return number
    body = f"{number[:6]}19{number[6:]}"
    return body + ric.calc_check_digit(body + "0")


def _birth(digits: str) -> date | None:
    if not _is_digits(digits) or int(digits[:4]) < EARLIEST_BIRTH_YEAR:
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
