"""Texts with covered characters: 张*, 1101********0011, 王□."""

from __future__ import annotations

import re

# * and its look-alikes cover on purpose; □ ■ 〓 ? and U+FFFD are what a font without the character leaves.
MASK_CHARACTERS = "*✱∗⁎●•■□〓?�#"
_MASK = re.compile(f"[{re.escape(MASK_CHARACTERS)}]")
# Fewer letters in a row can belong to the number itself: X ends identity numbers and stands in credit codes.
_LETTER_MASK = re.compile(r"(?<=[0-9])[Xx×]{4,}")


def unify_mask(text: str) -> str:
    """The text with every covering character written as *."""
    return _MASK.sub("*", _LETTER_MASK.sub(lambda run: "*" * len(run.group()), text))


def is_masked(text: str) -> bool:
    """Whether at least one character is covered."""
    return "*" in unify_mask(text)


def visible_parts_fit(left: str, right: str) -> bool:
    """Whether no visible character contradicts, covered runs being of unknown length when the lengths differ."""
    left, right = unify_mask(left), unify_mask(right)
    if len(left) == len(right):
        return all(a == b or "*" in (a, b) for a, b in zip(left, right, strict=True))
    if "*" not in left + right:
        return False
    return _heads_fit(left, right) and _heads_fit(left[::-1], right[::-1])


def _heads_fit(left: str, right: str) -> bool:
    head, other = left.split("*", 1)[0], right.split("*", 1)[0]
    shared = min(len(head), len(other))
    return head[:shared] == other[:shared]
