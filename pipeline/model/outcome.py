"""What one run of one client came to, for reports and for the last line."""

from __future__ import annotations

from typing import Literal

from pipeline.model.bundle import BoundDossier, BundlePlan, PackageFile, Sealing, UploadForecast
from pipeline.model.case import Case
from pipeline.model.draft import Draft
from pipeline.model.findings import Result, Verdict
from pipeline.model.record import Record
from pipeline.model.sealing import SealedScan


class FileAccount(Record):
    """What became of one source file, and why."""

    path: str
    sha256: str
    pages: int | None
    state: Literal["used", "unused", "superseded", "unreadable", "unplaced"]
    why: str = ""


class Sighting(Record):
    """Another client's name or code seen in a draft: the draft's material, its page and the words there."""

    material: str
    page: int
    text: str


class Drafted(Record):
    """The drafts as draft rules see them; `sightings` is None where no index of other clients was given.

    `scans` are the sealed scans among the papers beside the drafts that they are of.
    """

    drafts: tuple[Draft, ...] = ()
    scans: tuple[SealedScan, ...] = ()
    sightings: tuple[Sighting, ...] | None = None

    def of(self, material: str) -> Draft | None:
        """The draft of a material or annex, None where none was written."""
        return next((each for each in self.drafts if each.material == material), None)


class Legibility(Record):
    """How well recognition reads one page (1-based) of an upload file, before and after its pictures were reduced.

    Confidence in percent, the mean of the page's characters, lost ones counted as 0; None where it was not measured.
    """

    name: str
    page: int
    before: float | None = None
    after: float | None = None


class Built(Record):
    """The finished package as output rules see it."""

    plan: BundlePlan
    dossier: BoundDossier
    files: tuple[PackageFile, ...]
    legibility: tuple[Legibility, ...] = ()
    """The page of smallest print of every upload file whose pictures were reduced."""


class Outcome(Record):
    """Everything a run found and wrote; `dossier` and `package` are None or empty where not built."""

    case: Case
    files: tuple[FileAccount, ...] = ()
    results: tuple[Result, ...] = ()
    verdict: Verdict
    to_confirm: int = 0
    sealing: Sealing = "pending"
    drafts: tuple[Draft, ...] = ()
    forecast: tuple[UploadForecast, ...] = ()
    dossier: BoundDossier | None = None
    package: tuple[PackageFile, ...] = ()


class Line(Record):
    """One finding in the table that a call prints."""

    rule: str
    severity: str
    outcome: str
    material: str
    message: str


class Summary(Record):
    """What a call prints of one client, small enough to travel between processes."""

    client: str
    applicant: str
    verdict: Verdict
    to_confirm: int
    sealing: Sealing
    counts: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]
    pages: int | None = None
    forecast: tuple[UploadForecast, ...] = ()
    """What the upload files will be, where none were made."""
    told: tuple[str, ...] = ()
    """What a person must know of the finished files, in Chinese."""
    wrote: tuple[str, ...] = ()
    """Files written, relative to the client's build folder."""
    work: tuple[tuple[str, int], ...] = ()
    """Stages that did work, and how often; empty where everything was kept from an earlier run."""
