"""Identity codes with right check digits in regions that do not exist (…99…), so that nobody owns them."""

from __future__ import annotations

from datetime import date

CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CITIZEN_CHECKS = "10X98765432"
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def citizen_number(province: str, birth: date, order: int) -> str:
    """A resident number (GB 11643) of a province's two digits; an odd order is a man's."""
    body = f"{province}9999{birth:%Y%m%d}{order:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, CITIZEN_WEIGHTS, strict=True))
    return body + CITIZEN_CHECKS[total % 11]


def credit_code(province: str, organisation: str) -> str:
    """A unified social credit code (GB 32100) of an enterprise; `organisation` are 8 characters of its alphabet."""
    body = f"91{province}9999" + organisation + _organisation_check(organisation)
    total = sum(CREDIT_ALPHABET.index(letter) * weight for letter, weight in zip(body, CREDIT_WEIGHTS, strict=True))
    return body + CREDIT_ALPHABET[(31 - total % 31) % 31]


def _organisation_check(organisation: str) -> str:
    """The ninth character of an organisation code (GB 11714)."""
    values = (int(letter, 36) for letter in organisation)
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    check = 11 - sum(value * weight for value, weight in zip(values, weights, strict=True)) % 11
    return {10: "X", 11: "0"}.get(check, str(check))
