"""One recognised paper: its kind, its pages, what was read in it, and what was not, with reasons."""

from __future__ import annotations

from typing import Literal

from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.page import Code, Colour, OddCell, Seal
from pipeline.model.record import Record
from pipeline.model.values import Value, outward


class Reading(Record):
    """One reading of a field: the value and where it stands."""

    value: Value
    evidence: Evidence


class Field(Record):
    """A named value with its evidence; `readings` keeps the other readings when several places disagree."""

    name: str
    value: Value
    evidence: Evidence
    readings: tuple[Reading, ...] = ()
    repaired_from: str | None = None
    """The printed text where a check digit proved a repair."""
    corrected_by: str | None = None
    """The person whose correction in client.yaml replaced the machine's reading."""

    @property
    def text(self) -> str:
        """The outward string."""
        return outward(self.value)


class Missing(Record):
    """A field that was looked for and not found: which anchor failed, and the nearest line seen."""

    name: str
    reason: str
    anchor: str = ""
    nearest: Evidence | None = None


class Row(Record):
    """One row of a table."""

    fields: tuple[Field, ...]

    def field(self, name: str) -> Field | None:
        """The cell named `name`, None where it is empty or was not read."""
        return next((field for field in self.fields if field.name == name), None)


class Table(Record):
    """Rows of one sort: `shareholders`, `people`, `months`."""

    name: str
    rows: tuple[Row, ...]


class Part(Record):
    """Pages `first`…`last` (1-based, inclusive) of one source file; both None where it cannot be opened."""

    file: str
    sha256: str
    first: int | None
    last: int | None


class PageSeal(Record):
    """A seal and the page on which it stands: `seal` as read upright, `bbox` where the file shows it."""

    file: str
    page: int
    bbox: Box
    seal: Seal


class PageCode(Record):
    """A QR or bar code and the page on which it stands."""

    file: str
    page: int
    code: Code


class PageCell(Record):
    """A table cell that is set in two ways, and the page on which it stands."""

    file: str
    page: int
    cell: OddCell


class Signature(Record):
    """Ink near a signature label."""

    file: str
    page: int
    bbox: Box
    label: str


class PagePrint(Record):
    """What tells one page from another: its text's hash and length in characters, its picture's 64-bit hash in hex.

    `turned` tells by how many degrees clockwise it was turned to be read; `seal_due`: a label on it asks for a seal;
    `hides_seals`: it is grey or black and white, so that a red seal would not show. `said` are its folded letters and
    digits, `doubts` the places in it that were read with doubt; `open_places`: handwriting or empty fields hold what would tell
    it from other pages of its form.
    """

    file: str
    sha256: str
    page: int
    text: str = ""
    words: int = 0
    look: str = ""
    blank: bool = False
    turned: int = 0
    seal_due: bool = False
    hides_seals: bool = False
    said: str = ""
    doubts: tuple[int, ...] = ()
    open_places: bool = False


class Marks(Record):
    """What stands on the paper besides text. `colour` is the richest of its pages; `dpi` the lowest that is known.

    `dpi_most` is what a picture has at most whose file does not tell its resolution, by the paper's size and its
    print; None where it may be fine enough.
    """

    seals: tuple[PageSeal, ...] = ()
    codes: tuple[PageCode, ...] = ()
    signatures: tuple[Signature, ...] = ()
    colour: Colour = "unknown"
    tinted: bool = False
    """A picture among its pages was taken in colour, even where all ink is black."""
    picture: bool = False
    dpi: float | None = None
    dpi_most: float | None = None
    turned: tuple[int, ...] = ()
    blurred: tuple[int, ...] = ()
    """Pages whose strokes run together, or of which a good part could not be read surely."""
    cut_edges: tuple[int, ...] = ()
    """Pages on which print runs into the border."""
    glare: tuple[int, ...] = ()
    """Pages that light has partly blown out."""
    dark: tuple[int, ...] = ()
    """Pages photographed with too little light."""
    pale: tuple[int, ...] = ()
    """Pages whose print hardly stands out from its ground."""
    digital_signature: bool = False
    watermark: str | None = None
    straddle_seal: bool | None = None
    """Whether a seal straddles the pages; None where that cannot be told."""
    prints: tuple[PagePrint, ...] = ()
    odd_cells: tuple[PageCell, ...] = ()


class PrintedLine(Record):
    """One line of a page: folded characters without white space, each with its box and confidence, left to right.

    `box` of a character is where the file shows it; `page` is 1-based.
    """

    file: str
    sha256: str
    page: int
    engine: str
    text: str
    boxes: tuple[Box, ...]
    confidence: tuple[float, ...]


class Reason(Record):
    """One reason for or against a kind, with its score."""

    text: str
    score: float


class Document(Record):
    """One paper.

    `material` is its upload slot (`01`…`12`, annex id) or None (unplaced); `also` other slots it serves; `status`:
    `current` counts and is judged; `superseded` is an older, poorer or unsealed version, `why` says so. `heading` is
    the title as printed. `sides` names ID-card sides present (`front`, `back`).
    """

    kind: str
    title: str
    parts: tuple[Part, ...]
    heading: str = ""
    material: str | None = None
    also: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    tables: tuple[Table, ...] = ()
    missing: tuple[Missing, ...] = ()
    marks: Marks = Marks()
    status: Literal["current", "superseded"] = "current"
    why: str = ""
    score: float = 1.0
    reasons: tuple[Reason, ...] = ()
    sides: tuple[Literal["front", "back"], ...] = ()
    text: str = ""
    """The whole text in reading order, lines separated by newlines: rules search it, it never leaves the program."""
    page_texts: tuple[str, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
    """Every line with the places of its characters, of papers that are compared letter by letter; else empty."""
    labels: tuple[str, ...] = ()
    """Label texts of the form that are printed on it (法定代表人, 经营者), each once, in reading order."""
    gaps: tuple[str, ...] = ()
    """Missing pages, as sentences: printed page numbers or clause numbers that are not there."""

    def field(self, name: str) -> Field | None:
        """The field named `name`, None where it was not read."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def every_field(self) -> tuple[Field, ...]:
        """The fields, then the cells of every table, in order."""
        return (*self.fields, *(field for table in self.tables for row in table.rows for field in row.fields))

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of one table, empty where there is none."""
        return next((each.rows for each in self.tables if each.name == table), ())

    def place(self, name: str = "") -> Evidence:
        """Where to look for a field that was not read: the nearest line seen, else the paper's first page."""
        gap = next((each for each in self.missing if each.name == name and each.nearest is not None), None)
        if gap is not None and gap.nearest is not None:
            return gap.nearest
        first = self.parts[0]
        return Evidence(file=first.file, sha256=first.sha256, page=first.first)

    def page_place(self, number: int) -> Evidence:
        """Where one of the paper's pages stands, counted from 1 over all its parts; its first page where it has no such."""
        before = 0
        for part in self.parts:
            if part.first is not None and part.last is not None:
                page = part.first + number - 1 - before
                if part.first <= page <= part.last:
                    return Evidence(file=part.file, sha256=part.sha256, page=page)
                before += part.last - part.first + 1
        return self.place()

    @property
    def pages(self) -> int:
        """How many pages the paper has over all its parts."""
        return sum(part.last - part.first + 1 for part in self.parts if part.first and part.last)
