"""What a kind of paper is, said once: how to recognise it, which fields to read, how.

    LEASE = DocumentType(
        kind="room_lease", title="机房租赁合同",
        identify=all_of(heading("租赁合同"), any_of(party("出租方"), party("承租方"))),
        fields=(
            field("lessor", party("出租方", "甲方"), parse=name, required=True),
            field("term_to", beside("租赁期限"), inline("租赁期限?[为自:]*(?P<value>[^。;]+)"), parse=term_end),
        ),
        subject=("lessor", "address"), dated="signed_on",
    )

`registry.py` lists the declarations; `reading.read_paper(kind, paper)` reads one. The names a kind's module needs are
all importable from here: `DocumentType field table column`, the clues (`heading contains matches label labels all_of
any_of none_of worth by`), the finders (`beside below inline clause party custom`) and the parsers module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.documents import parsers
from pipeline.documents.clues import (
    Clue,
    all_of,
    any_of,
    by,
    contains,
    heading,
    label,
    labels,
    matches,
    none_of,
    worth,
)
from pipeline.documents.finders import Finder, below, beside, clause, custom, headed, inline
from pipeline.documents.paper import Paper
from pipeline.documents.parsers import CellParser, Parser
from pipeline.documents.party import party
from pipeline.documents.resolution import SHEET_MM
from pipeline.model.document import Document, Field, Table

__all__ = [
    "Clue",
    "ColumnRule",
    "DocumentType",
    "FieldRule",
    "Finder",
    "Paper",
    "TableRule",
    "all_of",
    "any_of",
    "below",
    "beside",
    "by",
    "clause",
    "column",
    "contains",
    "custom",
    "field",
    "headed",
    "heading",
    "inline",
    "label",
    "labels",
    "matches",
    "none_of",
    "parsers",
    "party",
    "table",
    "worth",
]


@dataclass(frozen=True)
class FieldRule:
    """A field to read: every finder is asked, the first value that parses counts, differing ones are its readings.

    `otherwise` is asked only where no finder gave a value (weaker places, no rival readings). `required`: a paper
    without it is incomplete.
    """

    name: str
    finders: tuple[Finder, ...]
    parse: Parser = parsers.words
    otherwise: tuple[Finder, ...] = ()
    required: bool = False

    @property
    def constant(self) -> bool:
        """Whether the value is the declaration's own, whatever words it was found by."""
        return isinstance(self.parse, parsers.Constant)


@dataclass(frozen=True)
class ColumnRule:
    """A column to read: the headings it may be printed under; `by_heading` parses with the heading's unit.

    `under` is a group heading that must stand above (养老保险 over 缴费基数), in ruled tables.
    """

    name: str
    headings: tuple[str, ...]
    parse: Parser = parsers.words
    by_heading: CellParser | None = None
    under: str = ""


@dataclass(frozen=True)
class TableRule:
    """A table to read: recognised by at least `least` of its headings; `key` is filled in every row."""

    name: str
    columns: tuple[ColumnRule, ...]
    least: int = 2
    key: str = ""


@dataclass(frozen=True)
class DocumentType:
    """A kind of paper.

    `identify` judges a page that may begin such a paper; `continues` a following page (default: any page that no
    other kind claims, up to `most_pages`). `variant` tells forms of one kind apart. `labels` are further label texts
    of the form, at which values end.

    Versions: papers of one kind whose `subject` fields agree (all of them; `code|name` is the first one read) are
    versions of one paper, of which the one that is complete, then `prefer`red (higher counts), then newest by the
    field `dated` counts. `side_by_side` tells papers of which several count together (amendments).

    `more_fields` and `more_tables` add what finders cannot say: they get the paper and the fields read so far, and
    return fields or tables with evidence; `more_columns` names the tables and columns that `more_tables` may return.
    """

    kind: str
    title: str
    identify: Clue
    fields: tuple[FieldRule, ...] = ()
    tables: tuple[TableRule, ...] = ()
    variant: str = ""
    continues: Clue | None = None
    most_pages: int | None = None
    labels: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    dated: str = ""
    side_by_side: Callable[[Document], bool] | None = None
    prefer: Callable[[Document], int] | None = None
    more_fields: Callable[[Paper, Mapping[str, Field]], Sequence[Field]] | None = None
    more_tables: Callable[[Paper, Mapping[str, Field]], Sequence[Table]] | None = None
    more_columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    paper_mm: float | None = SHEET_MM
    """The least that the longer side of its paper measures; None where it may be a picture of a screen."""
    sealed_draft: bool = False
    """Written by the program itself: comes back sealed, is told by its own code and compared letter by letter."""

    @property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """Every table that the paper may hold, with its columns."""
        told = {rule.name: tuple(column.name for column in rule.columns) for rule in self.tables}
        return told | dict(self.more_columns)

    @property
    def all_labels(self) -> frozenset[str]:
        """Every label text that the form is known to print."""
        own = (text for rule in self.fields for finder in (*rule.finders, *rule.otherwise) for text in finder.labels)
        return frozenset((*own, *self.labels))

    @property
    def required(self) -> tuple[str, ...]:
        """The fields without which the paper is incomplete."""
        return tuple(rule.name for rule in self.fields if rule.required)


def field(
    name: str,
    *finders: Finder,
    parse: Parser = parsers.words,
    otherwise: tuple[Finder, ...] = (),
    required: bool = False,
) -> FieldRule:
    """A field to read."""
    return FieldRule(name, finders, parse, otherwise, required)


def column(
    name: str, *headings: str, parse: Parser = parsers.words, by_heading: CellParser | None = None, under: str = ""
) -> ColumnRule:
    """A column to read."""
    return ColumnRule(name, headings, parse, by_heading, under)


def table(name: str, *columns: ColumnRule, least: int = 2, key: str = "") -> TableRule:
    """A table to read."""
    return TableRule(name, columns, least, key)
