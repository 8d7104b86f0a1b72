"""Whether a page's content gives back the graphics state that it took, so that what follows is drawn upright."""

from __future__ import annotations

import re
from typing import NamedTuple

STRINGS = re.compile(rb"\((?:[^()\\]|\\.)*\)|%[^\r\n]*", re.DOTALL)
INLINE_IMAGES = re.compile(rb"(?<![^\s>\])])BI\s.*?\sID\s.*?\sEI(?=\s|$)", re.DOTALL)
SAVES = re.compile(rb"(?<![^\s>\])}])[qQ](?=[\s/\[(<]|$)")
EDGES = frozenset(bytes([byte]) for byte in b"\0\t\n\f\r ()<>[]{}/%") | {b""}


class Balance(NamedTuple):
    """How many `q` must stand before a content, and how many `Q` after it, for it to end as it began."""

    before: int
    after: int


LEVEL = Balance(0, 0)


def balance(content: bytes) -> Balance:
    """Count saves and restores outside strings, comments and inline images."""
    if not any(_stands_alone(content, operator) for operator in (b"q", b"Q")):
        return LEVEL
    plain = STRINGS.sub(b"", content) if b"(" in content or b"%" in content else content
    if b"BI" in plain:
        plain = INLINE_IMAGES.sub(b"", plain)
    depth = lowest = 0
    for operator in SAVES.findall(plain):
        depth += 1 if operator == b"q" else -1
        lowest = min(lowest, depth)
    return Balance(-lowest, depth - lowest)


def _stands_alone(content: bytes, operator: bytes) -> bool:
    """Whether a letter occurs between white space or delimiters: most pages of text are told by this alone."""
    at = content.find(operator)
    while at >= 0:
        if content[at - 1 : at] in EDGES and content[at + 1 : at + 2] in EDGES:
            return True
        at = content.find(operator, at + 1)
    return False
