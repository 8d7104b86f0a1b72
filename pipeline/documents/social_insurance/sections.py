"""Tables in sections: a line with the employer, then the months that he paid."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.declaration import Paper, beside
from pipeline.documents.social_insurance.kinds import Cells
from pipeline.layout.glyphs import Words

Position = tuple[int, float]
"""Page and height on it: what stands later is greater."""


def in_sections(paper: Paper, rows: Sequence[Cells], labels: Sequence[str]) -> list[Cells]:
    """The rows with the employer of their section, where two or more are named and months follow each of them.

    Two employers above one table (the present and the former one) are no sections: of whom its rows are is not told.
    """
    named = sorted(beside(*labels, lines=1).find(paper), key=_position) if labels and rows else []
    found = [_last_before(named, row) for row in rows]
    told = {words.fold for words in named}
    followed = {words.fold for words in found if words is not None}
    if len(told) < 2 or told != followed or any("payer" in row for row in rows):  # noqa: PLR2004 - one is the head's
        return list(rows)
    return [row if words is None else {**row, "payer": words} for row, words in zip(rows, found, strict=True)]


def _last_before(named: Sequence[Words], row: Cells) -> Words | None:
    """The last employer above a row."""
    place = _position(next(iter(row.values())))
    above = [words for words in named if _position(words) < place]
    return above[-1] if above else None


def _position(words: Words) -> Position:
    return words.page, words.at.middle[1]
