"""What is put together, and what came out: the plan of a dossier, its placement list, its files, its proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from pipeline.model.geometry import Box
from pipeline.model.record import Record

Sealing = Literal["pending", "complete"]
MEGABYTE = 1_000_000
"""Portals count decimal megabytes or binary ones; the smaller is safe under both."""
Role = Literal["cover", "contents", "divider", "placeholder", "source", "blank"]


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
    """One upload slot: its papers in order; `missing` says, a sentence each, what a draft dossier leaves open.

    `uploads` are the numbers of the upload files (09-1, 09-2) that hold the papers, one for each paper, empty where one
    file holds them all; `continued` that its first papers stand in an earlier volume.
    """

    number: str
    title: str
    documents: tuple[PlacedDocument, ...] = ()
    missing: tuple[str, ...] = ()
    sealing_pending: bool = False
    uploads: tuple[str, ...] = ()
    continued: bool = False

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


class Binding(Record):
    """How the dossier is bound: most pages and megabytes (10⁶ bytes) of a volume, 0 for no limit.

    `duplex` asks for the printing edition beside it.
    """

    max_pages: int = Field(default=0, ge=0)
    max_mb: float = Field(default=0.0, ge=0)
    duplex: bool = False


class Naming(Record):
    """How package files are called: `pattern` with {number}, {title}, {short_name}; characters that are refused."""

    pattern: str = "{number}_{title}_{short_name}.pdf"
    illegal: str = '\\/:*?"<>|'
    max_characters: int = Field(default=60, ge=20)
    pending_mark: str = "_待盖章"


class Placement(Record):
    """One page of the dossier and where it comes from.

    `content` and `images` are SHA-256 (hexadecimal) of the decoded content before the stamp and of the image and form
    streams; `area` is where the source page lies on the page as seen, None for all of it; `rewritten` why anything
    but the stamp was added, and then `picture` is the source page at 36 dpi: its size in dots (`298x421:`) and the mean
    grey of each block of 8 × 8 dots, row by row, one byte each, base64 of zlib; `redrawn` are the places of form values
    that we had to set, which look different there. `number` is what is printed where that is not `page`.
    """

    page: int
    number: str = ""
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

    @property
    def printed(self) -> str:
        """The number of the page: what its stamp says and its label, also where nothing is printed."""
        return self.number or str(self.page)


class ContentsRow(Record):
    """One row of the contents: a volume (level -1), a material (0) or a paper (1), and where the row is printed.

    `first` and `last` are its pages in this file, both 0 where it stands in another volume; `printed` is how its pages
    are printed where that is not “first–last”; `volume` is its volume, 0 where there is but one.
    """

    level: Literal[-1, 0, 1]
    number: str
    title: str
    first: int
    last: int
    page: int
    box: Box
    note: str = ""
    printed: str = ""
    volume: int = 0


class Renumbering(Record):
    """How the numbers differ from those of the dossier that was handed in, each as printed.

    `inserted` are new (88-1), `replaced` bear another page than before, `vacant` are no longer there.
    """

    inserted: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    vacant: tuple[str, ...] = ()


class PlacementList(Record):
    """What travels in the XMP, so that the file can be proven alone; `parts_bytes` is the size of all parts.

    `volume` of `volumes` (both 0 where there is but one) and `total`, the page count that every stamp prints (0: that
    of the file); `duplex` for the printing edition; `renumbering` where numbers of an earlier dossier were kept.
    """

    version: Literal[1] = 1
    title: str
    final: bool
    pages: int
    parts_bytes: int
    rows: tuple[ContentsRow, ...]
    placements: tuple[Placement, ...]
    volume: int = 0
    volumes: int = 0
    total: int = 0
    duplex: bool = False
    renumbering: Renumbering | None = None

    @property
    def count(self) -> int:
        """The page count that every stamp prints."""
        return self.total or self.pages


class BundlePlan(Record):
    """Everything that a dossier and its package are made of, in upload order."""

    cover: CoverFacts
    short_name: str
    materials: tuple[MaterialPlan, ...]
    limits: PortalLimits
    naming: Naming = Naming()
    final: bool = False
    dividers: bool = True
    binding: Binding = Binding()
    earlier: tuple[PlacementList, ...] = ()
    """What travels in the dossier that was handed in, a list for each volume: its printed numbers are kept."""

    @model_validator(mode="after")
    def _complete_when_final(self) -> Self:
        empty = [material.number for material in self.materials if not material.documents]
        if self.final and empty:
            raise ValueError(f"a final dossier has no paper for {', '.join(empty)}")
        return self


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
    told: tuple[str, ...] = ()
    """What a person must know of it, in Chinese: a volume over its limit."""

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


class UploadForecast(Record):
    """What a material's upload will be, told before it is made.

    `size` are its bytes before anything is done; `least` those to which its pictures can be reduced, reckoned from the
    largest of them; `most` those that the portal takes; `parts` into how many files it will be split; `over` the titles of papers that will not fit alone;
    `to_write` what the program has yet to write into it; `trouble` why nothing can be told (Chinese).
    """

    material: str
    title: str
    pages: int
    size: int
    least: int
    most: int
    parts: int = 1
    over: tuple[str, ...] = ()
    to_write: tuple[str, ...] = ()
    trouble: str = ""


class ExpectedPart(Record):
    """One part that must be in the dossier, in this order, each page once."""

    material: str
    title: str
    path: Path
    sha256: str
    first: int
    last: int


class ProofExpectation(Record):
    """What a dossier must hold, told by the plan and not by the file; `earlier` as in the plan."""

    final: bool
    parts: tuple[ExpectedPart, ...]
    earlier: tuple[PlacementList, ...] = ()

    @classmethod
    def of(cls, plan: BundlePlan) -> Self:
        """The expectation that follows from a plan."""
        return cls(
            final=plan.final,
            earlier=plan.earlier,
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

    def shared(self, pages: Sequence[int]) -> tuple[Self, ...]:
        """The expectation of each volume, by its count of source pages; the last one expects all that is left."""
        found, waiting = [], list(self.parts)
        for place, count in enumerate(pages, 1):
            own: list[ExpectedPart] = []
            while waiting and (place == len(pages) or sum(each.last - each.first + 1 for each in own) < count):
                own.append(waiting.pop(0))
            found.append(self.model_copy(update={"parts": tuple(own)}))
        return tuple(found)


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


class BoundDossier(Record):
    """A finished dossier: its volumes in order, behind them their printing editions, and the proof of each file."""

    files: tuple[Assembled, ...]
    proofs: tuple[ProofReport, ...]

    @property
    def proven(self) -> tuple[tuple[Assembled, ProofReport], ...]:
        """Every file with its proof; a file that was not proven is not among them."""
        return tuple(zip(self.files, self.proofs, strict=False))

    @property
    def volumes(self) -> tuple[Assembled, ...]:
        """What is handed in: one file as a rule."""
        return tuple(each for each in self.files if not each.listing.duplex)

    @property
    def pages(self) -> int:
        """How many pages the volumes have together."""
        return sum(each.pdf.pages for each in self.volumes)

    @property
    def placements(self) -> tuple[Placement, ...]:
        """Every page of all volumes, in order."""
        return tuple(placement for each in self.volumes for placement in each.listing.placements)

    @property
    def removed(self) -> tuple[Removal, ...]:
        """What was taken out of the sources, each once."""
        return tuple(dict.fromkeys(removal for each in self.volumes for removal in each.removed))

    @property
    def told(self) -> tuple[str, ...]:
        """What a person must know of the volumes, in Chinese."""
        return tuple(said for each in self.volumes for said in each.told)

    @property
    def faults(self) -> tuple[Check, ...]:
        """The checks that failed, of all files."""
        return tuple(check for proof in self.proofs for check in proof.faults)
