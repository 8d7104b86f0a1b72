"""How well facts.json tells what the specimens say, field by field and row by row."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Miss:
    """One value that was read wrongly or not at all; `read` is None where nothing was read."""

    file: str
    kind: str
    name: str
    truth: object
    read: object | None


@dataclass
class Comparison:
    """Right and asked values, and each miss; papers that were not recognised count with all their fields."""

    asked: int = 0
    right: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of right values, 1.0 where nothing was asked."""
        return self.right / self.asked if self.asked else 1.0

    def judge(self, place: tuple[str, str], name: str, truth: object, read: object | None) -> None:
        """Count one value."""
        self.asked += 1
        if _plain(truth) == _plain(read):
            self.right += 1
        else:
            self.misses.append(Miss(*place, name, truth, read))


def compare(truth: Mapping[str, Any], facts: Mapping[str, Any]) -> Comparison:
    """The specimens' truth against a facts.json of the same client."""
    comparison = Comparison()
    for told in truth["documents"]:
        found = _found(told, facts["documents"])
        place = (told["file"], told["kind"])
        comparison.judge(place, "kind", told["kind"], None if found is None else found["kind"])
        fields = {} if found is None else found["fields"]
        for name, value in told["fields"].items():
            comparison.judge(place, name, value, fields.get(name, {}).get("value"))
        for table, rows in told["rows"].items():
            _compare_rows(comparison, place, table, rows, [] if found is None else found["rows"].get(table, []))
    return comparison


def _found(told: Document, documents: Sequence[Document]) -> Document | None:
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


def _compare_rows(
    comparison: Comparison, place: tuple[str, str], table: str, rows: Sequence[Document], read: Sequence[Document]
) -> None:
    comparison.judge(place, f"{table}.count", len(rows), len(read))
    for number, row in enumerate(rows):
        cells = read[number] if number < len(read) else {}
        for name, value in row.items():
            comparison.judge(place, f"{table}[{number}].{name}", value, cells.get(name, {}).get("value"))


def _plain(value: object) -> object:
    """Amounts with and without idle zeros are equal, lists in any order, brackets and digits of either width."""
    if isinstance(value, list | tuple):
        return sorted(str(each) for each in value)
    text = unicodedata.normalize("NFKC", str(value))
    if text.replace(".", "", 1).isdigit() and "." in text:
        return text.rstrip("0").rstrip(".")
    return text
