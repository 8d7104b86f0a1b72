"""How well facts.json tells what the specimens say, field by field and row by row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Document = Mapping[str, Any]
BESIDE_IDEOGRAPHS = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
"""Space between Chinese characters and others is layout, not text."""


@dataclass(frozen=True)
class Miss:
    """One value that was read wrongly or not at all; `read` is None where nothing was read."""

    file: str
    kind: str
    name: str
    truth: object
    read: object | None


@dataclass(frozen=True)
class Answer:
    """One value asked for: what the paper says, what was read (None for nothing) and how surely (0…1)."""

    file: str
    kind: str
    name: str
    truth: object
    read: object | None
    confidence: float | None = None

    @property
    def right(self) -> bool:
        """Whether the reading says what the paper says."""
        return _plain(self.truth) == _plain(self.read)


@dataclass
class Comparison:
    """Every value asked for; papers that were not recognised count with all their fields."""

    answers: list[Answer] = field(default_factory=list)

    @property
    def asked(self) -> int:
        """How many values were asked for."""
        return len(self.answers)

    @property
    def right(self) -> int:
        """How many were read as they stand."""
        return sum(each.right for each in self.answers)

    @property
    def misses(self) -> list[Miss]:
        """The values that were not."""
        return [
            Miss(each.file, each.kind, each.name, each.truth, each.read) for each in self.answers if not each.right
        ]

    @property
    def share(self) -> float:
        """The share of right values, 1.0 where nothing was asked."""
        return self.right / self.asked if self.asked else 1.0


def compare(truth: Mapping[str, Any], facts: Mapping[str, Any]) -> Comparison:
    """The specimens' truth against a facts.json of the same client."""
    return Comparison([answer for told in truth["documents"] for answer in answers(told, facts["documents"])])


def answers(told: Document, documents: Sequence[Document]) -> list[Answer]:
    """One paper's kind, fields and rows against the documents that were read."""
    found = found_at(told, documents)
    place = (str(told["file"]), str(told["kind"]))
    fields: Document = {} if found is None else found["fields"]
    return [
        Answer(*place, "kind", told["kind"], None if found is None else found["kind"]),
        *(_answer(place, name, value, fields.get(name)) for name, value in told["fields"].items()),
        *(
            answer
            for table, rows in told["rows"].items()
            for answer in _rows(place, table, rows, [] if found is None else found["rows"].get(table, []))
        ),
    ]


def found_at(told: Document, documents: Sequence[Document]) -> Document | None:
    """The document read at the place of the told one: the same file, kind and pages, else the same file and page."""
    there = [each for each in documents if any(_covers(part, told) for part in each.get("parts") or [each])]
    same = [each for each in there if each["kind"] == told["kind"]]
    return next(iter(same or there), None)


def _covers(part: Document, told: Document) -> bool:
    if part["file"] != told["file"]:
        return False
    if part["pages"] is None:
        return True
    return bool(part["pages"][0] <= told["pages"][0] <= part["pages"][1])


def _answer(place: tuple[str, str], name: str, truth: object, read: Document | None) -> Answer:
    found = read or {}
    return Answer(*place, name, truth, found.get("value"), found.get("evidence", {}).get("confidence"))


def _rows(place: tuple[str, str], table: str, rows: Sequence[Document], read: Sequence[Document]) -> list[Answer]:
    """The number of rows, and the cells of each row against the row read that stands for it."""
    pairs = _pairs(rows, read)
    return [
        Answer(*place, f"{table}.count", len(rows), len(read)),
        *(
            _answer(place, f"{table}[{number}].{name}", value, pairs.get(number, {}).get(name))
            for number, row in enumerate(rows)
            for name, value in row.items()
        ),
    ]


def _pairs(rows: Sequence[Document], read: Sequence[Document]) -> dict[int, Document]:
    """By the number of each row the read one that is most like it; without likeness the one in its place, if free."""
    likely = [
        (-_likeness(row, cells), abs(n - m), n, m) for n, row in enumerate(rows) for m, cells in enumerate(read)
    ]
    found: dict[int, int] = {}
    for likeness, apart, n, m in sorted(likely):
        if n not in found and m not in found.values() and (likeness < 0 or apart == 0):
            found[n] = m
    return {n: read[m] for n, m in found.items()}


def _likeness(row: Document, cells: Document) -> int:
    """How many cells say the same."""
    return sum(_plain(value) == _plain(cells.get(name, {}).get("value")) for name, value in row.items())


def _plain(value: object) -> object:
    """Amounts with and without idle zeros are equal, lists in any order, characters of either width and spacing."""
    if isinstance(value, list | tuple):
        return sorted(str(each) for each in value)
    text = BESIDE_IDEOGRAPHS.sub("", unicodedata.normalize("NFKC", str(value)))
    if text.replace(".", "", 1).isdigit() and "." in text:
        return text.rstrip("0").rstrip(".")
    return text
