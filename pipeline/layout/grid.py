"""What a table is: the columns asked for, and the rows found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.glyphs import Words, folded

TOTALS = ("合计", "总计", "小计", "总额", "共计")


@dataclass(frozen=True)
class Column:
    """A column to read: its `name`, the `headings` it may be printed under, longest match first.

    `under` is the group heading that must stand above (养老保险 over 缴费基数), empty where there is none.
    """

    name: str
    headings: tuple[str, ...]
    under: str = ""


@dataclass(frozen=True)
class Grid:
    """A table found: the printed heading of each column, and the rows as column name → words."""

    headings: dict[str, Words]
    rows: tuple[dict[str, Words], ...]


def is_total(row: dict[str, Words]) -> bool:
    """Whether a row sums up the others."""
    return any(words.fold.startswith(TOTALS) for words in row.values())


def heading_names(fold: str, columns: Sequence[Column]) -> str:
    """The column that a heading's folded text names, empty where none; the longest heading text wins."""
    return _named(fold, columns)[0]


def heading_fit(fold: str, columns: Sequence[Column]) -> int:
    """How many characters of a heading name a column: of 股东国籍 and 股东名称 the latter names the shareholder better."""
    return _named(fold, columns)[1]


def _named(fold: str, columns: Sequence[Column]) -> tuple[str, int]:
    best, length = "", 0
    for column in columns:
        for heading in column.headings:
            wanted = folded(heading)
            if len(wanted) > length and (wanted in fold if len(wanted) > 1 else _bare(fold) == wanted):
                best, length = column.name, len(wanted)
    return best, length


def _bare(fold: str) -> str:
    """A heading without its remark: of one character (年, 月) it must be the whole, for values have it too."""
    return re.sub(r"\([^()]*\)|:", "", fold)
