"""A sealed scan beside the draft that was issued: which page is which, and where they differ."""

from __future__ import annotations

from typing import Literal

from pipeline.model.document import Part
from pipeline.model.evidence import Evidence
from pipeline.model.record import Record


class Difference(Record):
    """A place at which the scan says something else than the draft.

    `wanted` is the draft's text, `read` the scan's, either may be empty; `confidence` 0…1 that of what was read, 0
    where nothing was; `under_seal`: a seal covers the place.
    """

    sort: Literal["figure", "words"]
    wanted: str
    read: str
    confidence: float
    under_seal: bool
    evidence: Evidence


class PageMatch(Record):
    """A page of a draft and the scanned page that stands for it; `place` None where there is none.

    `likeness` is the share of the draft's characters found again, `clearness` the mean confidence of what was read,
    `characters` how many of the draft's are compared; `code` the draft
    code printed on the scan, empty where unread; `older`: it is another draft's, issued for other facts.
    """

    page: int
    place: Evidence | None = None
    likeness: float = 0.0
    clearness: float = 0.0
    characters: int = 0
    code: str = ""
    older: bool = False
    differences: tuple[Difference, ...] = ()


class SealedScan(Record):
    """The scan of one draft: its pages in the draft's order, and pages that are none of the draft's.

    `documents` are indexes into `Case.documents`; `parts` the scanned pages in the draft's order.
    """

    material: str
    title: str
    code: str
    documents: tuple[int, ...]
    parts: tuple[Part, ...]
    pages: tuple[PageMatch, ...]
    surplus: tuple[Evidence, ...] = ()
