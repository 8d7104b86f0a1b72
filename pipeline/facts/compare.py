"""How a witness is compared with the authority: one comparison a sort of value, each True, False or cannot tell."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model.values import Amount, Value, outward
from pipeline.text.addresses import compare_addresses
from pipeline.text.agreement import Agreement
from pipeline.text.codes import compare_numbers
from pipeline.text.names import compare_companies, compare_people
from pipeline.text.normal import squeeze
from pipeline.text.scope import scope_items

Comparison = Callable[[Value, Value], bool | None]


def told(answer: Agreement) -> bool | None:
    """The comparison's answer as the ledger keeps it."""
    return None if answer is Agreement.UNSURE else answer is Agreement.SAME


def same_companies(left: str, right: str) -> bool | None:
    """Whether two company names are one company's."""
    return told(compare_companies(left, right))


def same_people(left: str, right: str) -> bool | None:
    """Whether two personal names are the same, covered characters open."""
    return told(compare_people(left, right))


def same_places(left: str, right: str) -> bool | None:
    """Whether two addresses are one place; None where one is merely less exact."""
    return told(compare_addresses(left, right).agreement)


def same_number(left: str, right: str) -> bool | None:
    """Whether two identity numbers or codes are the same; covered ones fit or do not, they never prove."""
    return told(compare_numbers(left, right))


def company(left: Value, right: Value) -> bool | None:
    """Company names as values."""
    return same_companies(outward(left), outward(right))


def person(left: Value, right: Value) -> bool | None:
    """Personal names as values."""
    return same_people(outward(left), outward(right))


def holder(left: Value, right: Value) -> bool | None:
    """Names of shareholders, people or companies."""
    return True if same_people(outward(left), outward(right)) else same_companies(outward(left), outward(right))


def address(left: Value, right: Value) -> bool | None:
    """Addresses as values."""
    return same_places(outward(left), outward(right))


def number(left: Value, right: Value) -> bool | None:
    """Identity numbers and unified codes as values."""
    return same_number(outward(left), outward(right))


def scope(left: Value, right: Value) -> bool | None:
    """Business scopes: the same set of items in any order."""
    return scope_items(outward(left)) == scope_items(outward(right))


def plain(left: Value, right: Value) -> bool | None:
    """Days, amounts in one unit and plain words: the same or not; different sorts or units cannot be told."""
    if isinstance(left, Amount) and isinstance(right, Amount):
        return left.value == right.value if left.unit == right.unit else None
    if type(left) is not type(right):
        return None
    return squeeze(outward(left)) == squeeze(outward(right))
