"""Lines cut to the width of a terminal, on which a Chinese character takes two columns."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells

NARROWEST = 40  # columns: a terminal that says less is not believed
LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/%")
CLOSING = tuple("，。；：、）”》！？,;)")
"""Signs that do not begin a line."""
OPENING = tuple("（“《【")
"""Signs that do not end a line."""


def wrapped(text: Iterable[str], width: int | None, under: int | None = None) -> Iterator[str]:
    """Lines no wider than a terminal, a Chinese character two columns.

    What runs on is indented by `under` columns, else by two more than its line.
    """
    for line in text:
        if width is None or cell_len(line) <= width:
            yield line
            continue
        indent = " " * (len(line) - len(line.lstrip()) + 2 if under is None else under)
        first, rest = _cut(line, width)
        yield first
        while rest:
            first, rest = _cut(indent + rest, width)
            yield first


def columns() -> int | None:
    """The width of the terminal; None where the output goes to a file or another program."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return None
    return max(shutil.get_terminal_size().columns, NARROWEST)


def _cut(line: str, width: int) -> tuple[str, str]:
    """What fits and what does not; a word of Latin letters or digits stays whole where it can."""
    head = chop_cells(line, width)[0]
    rest = line[len(head) :]
    while rest and _is_latin(head[-1:]) and _is_latin(rest[:1]) and (space := head.rstrip("".join(LATIN))) != head:
        if cell_len(space.strip()) < width // 2:
            break
        head, rest = space, line[len(space) :]
    while rest and head[-1:] in OPENING and len(head) > width // 4:
        head, rest = head[:-1], line[len(head) - 1 :]
    while rest[:1] in CLOSING and len(head) > width // 4:
        head, rest = head[:-1], line[len(head) - 1 :]
    return head.rstrip(), rest.lstrip()


def _is_latin(character: str) -> bool:
    return character in LATIN
