"""Printed page numbers: plain ones that run through all volumes, and inserts (88-1) between numbers that stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Number = tuple[int, ...]
"""88 is (88,), 88-1 is (88, 1): numbers sort as their pages lie."""


def parsed(printed: str) -> Number:
    """The number that is printed as `88-1`."""
    return tuple(int(part) for part in printed.split("-"))


def printed(number: Number) -> str:
    """How a number is printed."""
    return "-".join(map(str, number))


def between(before: Number, after: Number | None) -> Number:
    """The first free number of an insert behind `before` and, where there is one, ahead of `after`."""
    candidates = [(*before[:-1], before[-1] + 1)] if len(before) > 1 else []
    candidates += [(*before, *(0,) * zeros, 1) for zeros in range(len(after or ()) + 1)]
    return next(each for each in candidates if after is None or each < after)


def filled(kept: Sequence[Number | None]) -> Iterator[Number]:
    """Every page's number: the kept ones, and inserts for the pages between them; the first is always kept."""
    last: Number = (1,)
    for place, number in enumerate(kept):
        following = (each for each in kept[place:] if each is not None)
        last = number if number is not None else between(last, next(following, None))
        yield last
