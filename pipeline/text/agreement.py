"""Whether two readings say the same."""

from __future__ import annotations

from enum import StrEnum


class Agreement(StrEnum):
    """The answer of every comparison: the same, not the same, or not to be told from the text alone."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
