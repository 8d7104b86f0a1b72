"""What is put together, and what came out: the plan of a dossier, its placement list, its files, its proof."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from pipeline.model.geometry import Box
from pipeline.model.record import Record

Sealing = Literal["pending", "complete"]
MEGABYTE = 1_000_000
"""Portals count decimal megabytes or binary ones; the smaller is safe under both."""
Role = Literal["cover", "contents", "divider", "placeholder", "source"]


class PlacedPart(Record):
    """Pages `first`…`last` (1-based, inclusive) of one PDF that stands for a source file.

    `path` is the absolute path of that PDF (the original or the derivative made at ingest), which opens without a
    password; `file` the source relative to the client's folder, `build:…` for own drafts; `sha256` the source's.
    """

    path: Path
    file: str
    sha256: str
    first: int = Field(ge=1)
    last: int = Field(ge=1)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"last page {self.last} before first page {self.first}")
        return self

    @property
    def pages(self) -> int:
        """How many pages it places."""
        return self.last - self.first + 1


class PlacedDocument(Record):
    """One paper at its place; `original` is the file as received where an electronic signature makes it count."""

    title: str
    parts: tuple[PlacedPart, ...]
    signed: bool = False
    original: Path | None = None

    @property
    def pages(self) -> int:
        """How many pages it places."""
        return sum(part.pages for part in self.parts)


class MaterialPlan(Record):
    """One upload slot: its papers in order; `missing` says, a sentence each, what a draft dossier leaves open."""

    number: str
    title: str
    documents: tuple[PlacedDocument, ...] = ()
    missing: tuple[str, ...] = ()
    sealing_pending: bool = False

    @property
    def pages(self) -> int:
        """How many source pages it places."""
        return sum(document.pages for document in self.documents)


class CoverFacts(Record):
    """What the cover says; `annexes` by title, `note` small print (虚构数据), None for none."""

    licence: str
    applicant: str
    code: str
    authority: str
    coverage: str
    day: date
    annexes: tuple[str, ...] = ()
    sealing: Sealing = "pending"
    note: str | None = None


class PortalLimits(Record):
    """What the portal accepts: megabytes (10⁶ bytes) a file; pictures never go below `min_dpi` at print size."""

    max_file_mb: float = Field(gt=0)
    min_dpi: int = Field(gt=0)


class Naming(Record):
    """How package files are called: `pattern` with {number}, {title}, {short_name}; characters that are refused."""

    pattern: str = "{number}_{title}_{short_name}.pdf"
    illegal: str = '\\/:*?"<>|'
    max_characters: int = Field(default=60, ge=20)
    pending_mark: str = "_待盖章"


class BundlePlan(Record):
    """Everything that a dossier and its package are made of, in upload order."""

    cover: CoverFacts
    short_name: str
    materials: tuple[MaterialPlan, ...]
    limits: PortalLimits
    naming: Naming = Naming()
    final: bool = False
    dividers: bool = True

    @model_validator(mode="after")
    def _complete_when_final(self) -> Self:
        empty = [material.number for material in self.materials if not material.documents]
        if self.final and empty:
            raise ValueError(f"a final dossier has no paper for {', '.join(empty)}")
        return self


class Placement(Record):
    """One page of the dossier and where it comes from.

    `content` and `images` are SHA-256 (hexadecimal) of the decoded content before the stamp and of the image and form
    streams; `area` is where the source page lies on the page as seen, None for all of it; `rewritten` why anything
    but the stamp was added, and then `picture` is the source page at 36 dpi: its size in dots (`298x421:`) and the mean
    grey of each block of 8 × 8 dots, row by row, one byte each, base64 of zlib; `redrawn` are the places of form values
    that we had to set, which look different there.
    """

    page: int
    role: Role
    material: str = ""
    document: int | None = None
    file: str = ""
    sha256: str = ""
    source_page: int | None = None
    content: str = ""
    images: str = ""
    stamp: Box | None = None
    area: Box | None = None
    rewritten: tuple[str, ...] = ()
    picture: str = ""
    redrawn: tuple[Box, ...] = ()


class ContentsRow(Record):
    """One row of the contents: a material (level 0) or a paper (level 1), its pages, and where the row is printed."""

    level: Literal[0, 1]
    number: str
    title: str
    first: int
    last: int
    page: int
    box: Box
    note: str = ""


class PlacementList(Record):
    """What travels in the XMP, so that the file can be proven alone; `parts_bytes` is the size of all parts."""

    version: Literal[1] = 1
    title: str
    final: bool
    pages: int
    parts_bytes: int
    rows: tuple[ContentsRow, ...]
    placements: tuple[Placement, ...]


class Removal(Record):
    """Something left out of a source: `what` in Chinese (外部链接、脚本 …), `page` of the source or None for the file."""

    file: str
    page: int | None
    what: str


class BuiltPdf(Record):
    """A PDF that the program wrote: file name, SHA-256, size, pages; `first_page` its first page in the dossier."""

    name: str
    sha256: str
    size: int
    pages: int
    first_page: int | None = None


class Assembled(Record):
    """A written dossier: the file, its placement list, and what was taken out of the sources."""

    pdf: BuiltPdf
    listing: PlacementList
    removed: tuple[Removal, ...] = ()

    @property
    def rewritten(self) -> tuple[Placement, ...]:
        """The pages on which more than the stamp was added."""
        return tuple(placement for placement in self.listing.placements if placement.rewritten)


class PackageFile(Record):
    """One upload file of a material.

    `forecast` is its size in bytes before anything was done, `done` says what was (Chinese), `fits` whether it is
    within the limit; `documents` are the indexes of the material's papers in it; `original` for a signed original.
    """

    pdf: BuiltPdf
    material: str
    documents: tuple[int, ...]
    forecast: int
    done: tuple[str, ...] = ()
    fits: bool = True
    original: bool = False
    lossy: bool = False
    """Whether pictures in it were stored anew with loss."""


class ExpectedPart(Record):
    """One part that must be in the dossier, in this order, each page once."""

    material: str
    title: str
    path: Path
    sha256: str
    first: int
    last: int


class ProofExpectation(Record):
    """What a dossier must hold, told by the plan and not by the file."""

    final: bool
    parts: tuple[ExpectedPart, ...]

    @classmethod
    def of(cls, plan: BundlePlan) -> Self:
        """The expectation that follows from a plan."""
        return cls(
            final=plan.final,
            parts=tuple(
                ExpectedPart(
                    material=material.number,
                    title=document.title,
                    path=part.path,
                    sha256=part.sha256,
                    first=part.first,
                    last=part.last,
                )
                for material in plan.materials
                for document in material.documents
                for part in document.parts
            ),
        )


class Check(Record):
    """One thing that the proof looked at; `detail` in Chinese, the first faults where it failed."""

    name: str
    title: str
    ok: bool
    detail: str = ""


class ProofReport(Record):
    """The independent reading of a dossier: it becomes proof.json. `basis` says what it was compared with."""

    ok: bool
    basis: Literal["plan", "file", "structure"]
    pages: int
    sha256: str
    checks: tuple[Check, ...]

    @property
    def faults(self) -> tuple[Check, ...]:
        """The checks that failed."""
        return tuple(check for check in self.checks if not check.ok)
