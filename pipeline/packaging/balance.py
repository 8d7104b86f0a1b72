"""Whether a page's content gives back the graphics state that it took, so that what follows is drawn upright."""

from __future__ import annotations

import re
from typing import NamedTuple

STRINGS = re.compile(rb"\((?:[^()\\]|\\.)*\)|%[^\r\n]*", re.DOTALL)
INLINE_IMAGES = re.compile(rb"(?<![^\s>\])])BI\s.*?\sID\s.*?\sEI(?=\s|$)", re.DOTALL)
SAVES = re.compile(rb"(?<![^\s>\])}])[qQ](?=[\s/\[(<]|$)")


class Balance(NamedTuple):
    """How many `q` must stand before a content, and how many `Q` after it, for it to end as it began."""

    before: int
    after: int


def balance(content: bytes) -> Balance:
    """Count saves and restores outside strings, comments and inline images."""
    plain = STRINGS.sub(b"", content) if b"(" in content or b"%" in content else content
    if b"BI" in plain:
        plain = INLINE_IMAGES.sub(b"", plain)
    depth = lowest = 0
    for operator in SAVES.findall(plain):
        depth += 1 if operator == b"q" else -1
        lowest = min(lowest, depth)
    return Balance(-lowest, depth - lowest)
