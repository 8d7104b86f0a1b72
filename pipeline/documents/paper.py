"""A paper as finders see it: its pages in reading order, the labels of its form, its running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.layout.glyphs import Words, folded
from pipeline.layout.labels import Hit, label_hits
from pipeline.layout.lines import Line
from pipeline.layout.passages import Passage, passages
from pipeline.layout.sheet import Sheet
from pipeline.model.page import Page

HALF = 0.5  # of a text's characters: a line that shares fewer says something else


class Near(NamedTuple):
    """A line, the text that it comes nearest to, and the share 0…1 of that text's characters that it has."""

    words: Words
    text: str
    share: float


@dataclass(frozen=True, eq=False)
class Paper:
    """The pages of one document in reading order; `labels` are all those of the form: a value ends at any of them."""

    sheets: tuple[Sheet, ...]
    labels: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pages: Iterable[Page], labels: Iterable[str] = ()) -> Paper:
        """A paper of page records, in the order given."""
        return cls(tuple(Sheet.of(page) for page in pages), frozenset(labels))

    def with_labels(self, labels: Iterable[str]) -> Paper:
        """The same pages, read with these labels."""
        return Paper(self.sheets, frozenset(labels))

    @cached_property
    def hits(self) -> tuple[tuple[Hit, ...], ...]:
        """The labels found on each sheet."""
        return tuple(label_hits(sheet, self.labels) for sheet in self.sheets)

    def hits_of(self, labels: Sequence[str]) -> Iterator[tuple[Sheet, Hit, tuple[Hit, ...]]]:
        """Every place of these labels in reading order, with its sheet and all labels of that sheet."""
        wanted = {folded(label) for label in labels}
        for sheet, hits in zip(self.sheets, self.hits, strict=True):
            for hit in hits:
                if folded(hit.label) in wanted:
                    yield sheet, hit, hits

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Paragraphs and ruled cells over all pages."""
        return passages(self.sheets)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of every page, top to bottom."""
        return tuple(line for sheet in self.sheets for line in sheet.lines)

    @cached_property
    def fold(self) -> str:
        """All folded characters in line order, without white space."""
        return "".join(sheet.fold for sheet in self.sheets)

    @cached_property
    def text(self) -> str:
        """The whole text in reading order, lines separated by newlines."""
        return "\n".join(sheet.text for sheet in self.sheets)

    def nearest_line(self, texts: Sequence[str]) -> Words | None:
        """The line that shares most characters with one of these texts, more than half of them."""
        near = self.nearest(texts)
        return near.words if near is not None and near.share > HALF else None

    def nearest(self, texts: Sequence[str]) -> Near | None:
        """The line that shares most characters with one of these texts; None where none shares any."""
        best: Near | None = None
        most = 0.0
        for line in self.lines:
            for text in texts:
                share = _shared(folded(text), line.fold)
                if share > most:
                    best, most = Near(line.words(), text, share), share
        return best


def _shared(wanted: str, text: str) -> float:
    """Share of a text's characters that occur close together in a line."""
    if not wanted:
        return 0.0
    window = len(wanted) + 2
    starts = range(max(1, len(text) - window + 1))
    return max(
        sum(character in text[start : start + window] for character in wanted) / len(wanted) for start in starts
    )
