"""What `dossier show` tells of a file, as records: its pages, its papers, every value, and every field not found."""

from __future__ import annotations

from typing import Any

from pipeline.documents.places import Character, Source
from pipeline.model.document import Document, Reason
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.record import Record


class KindScore(Record):
    """How well a page fits a kind."""

    kind: str
    title: str
    score: float
    reasons: tuple[Reason, ...]


class PageStory(Record):
    """One page: how it was read, and the kinds that came nearest; `known` where one of them was enough."""

    number: int
    reader: str
    characters: int
    why: str
    known: bool
    kinds: tuple[KindScore, ...]


class FieldStory(Record):
    """One value: where it stands and how surely it was read.

    `weakest` is its least certain character; `agree` counts the places that say the same, its own included; `differ`
    what other places say; `floor` the confidence below which the rules do not use it; `check_digit` None where the
    value has none. `table` and `row` (from 0) name a cell.
    """

    name: str
    value: str
    table: str = ""
    row: int | None = None
    file: str
    page: int | None
    bbox: Box | None
    where: str | None
    source: Source
    ruled_cell: bool
    confidence: float
    floor: float
    used: bool
    weakest: Character | None
    agree: int
    differ: tuple[str, ...]
    check_digit: bool | None
    repaired_from: str | None
    corrected_by: str | None

    @property
    def evidence(self) -> Evidence:
        """Its place."""
        return Evidence(file=self.file, page=self.page, bbox=self.bbox, where=self.where)


class Nearest(Record):
    """The line that comes nearest to what was looked for: `like` the anchor, `similarity` 0…1 to it, `why` not taken."""

    text: str
    file: str
    page: int | None
    bbox: Box | None
    like: str
    similarity: float
    why: str

    @property
    def evidence(self) -> Evidence:
        """Its place."""
        return Evidence(file=self.file, page=self.page, bbox=self.bbox, text=self.text)


class MissingStory(Record):
    """One field that was not found: what was looked for, and the nearest line."""

    name: str
    reason: str
    anchors: tuple[str, ...]
    nearest: Nearest | None


class PaperStory(Record):
    """One paper: every value and cell with its story, and every field that was not found."""

    fields: tuple[FieldStory, ...]
    cells: tuple[FieldStory, ...]
    missing: tuple[MissingStory, ...]


class Explanation(Record):
    """One file: its pages, the papers that lie in it, and the story of each paper in the same order."""

    file: str
    pages: tuple[PageStory, ...]
    documents: tuple[Document, ...]
    papers: tuple[PaperStory, ...]

    def plain(self) -> dict[str, Any]:
        """Plain values, for `--json`; the running text of the papers is left out."""
        left_out = {"text": True, "page_texts": True, "lines": True}
        return self.model_dump(mode="json", exclude={"documents": {"__all__": left_out}})
