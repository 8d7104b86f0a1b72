"""Seals and signatures as far as they can be told: a grey copy hides a red seal, ink may escape the eye."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.model.document import Document, PageSeal
from pipeline.model.page import COLOURLESS
from pipeline.text.names import company_key

SEALS_OF_BOTH = 2
"""One seal of each side of a contract."""
CONTRACTS = frozenset({"access_agreement", "room_lease", "owner_consent"})
"""Papers for which a company may keep a seal of its own."""
CONTRACT_SEAL = "合同"
Sealing = Literal["sealed", "hidden", "cut", "unread", "other", "none"]
"""`hidden`: grey pages do not let it be seen; `cut`: only a part of a seal, as slices of a straddle seal are; `unread`:
an oval seal whose purpose was not read; `other`: only seals that are no company's (公章): a person's name, 发票专用章."""

DOUBTFUL: tuple[Sealing, ...] = ("cut", "unread", "other")
"""What a paper without a whole company seal is, by the clearest of its seals."""


def sealing_of(document: Document, other_purposes: tuple[str, ...]) -> Sealing:
    """Whether the paper carries a seal or an electronic one; `other_purposes` are those of seals that do not count."""
    sorts = {_sort(each, document, other_purposes) for each in document.marks.seals}
    if document.marks.digital_signature or "sealed" in sorts:
        return "sealed"
    if hides_seals(document):
        return "hidden"
    return next((each for each in DOUBTFUL if each in sorts), "none")


def is_sealed(document: Document, other_purposes: tuple[str, ...]) -> bool | None:
    """Whether the paper carries a seal or an electronic one; None where that cannot be told."""
    sealing = sealing_of(document, other_purposes)
    return None if sealing in ("hidden", "cut", "unread") else sealing == "sealed"


def hides_seals(document: Document) -> bool:
    """Whether a page that should carry the seal is grey: one with a place for it, any where no page has a place."""
    pages = document.marks.prints
    due = [page for page in pages if page.seal_due] or pages
    return any(page.hides_seals for page in due) if due else document.marks.colour in COLOURLESS


def is_colourless(document: Document) -> bool:
    """Whether a scan was taken without colour; one in black ink may have been taken in colour all the same."""
    marks = document.marks
    return marks.picture and marks.colour in COLOURLESS and not marks.tinted


def _sort(each: PageSeal, document: Document, other_purposes: tuple[str, ...]) -> Sealing:
    seal = each.seal
    if seal.shape == "square":
        return "other"
    said = f"{seal.ring_text or ''}{seal.purpose or ''}"
    purpose = next((word for word in other_purposes if word in said), None)
    if purpose is not None and not (CONTRACT_SEAL in purpose and document.kind in CONTRACTS):
        return "other"
    if seal.cut:
        return "cut"
    return "unread" if seal.shape == "oval" and seal.purpose is None else "sealed"


def is_signed(document: Document) -> bool | None:
    """Whether ink stands near a signature label; None on pictures, where faint ink may escape."""
    if document.marks.signatures or document.marks.digital_signature:
        return True
    return None if document.marks.picture else False


class Companies(NamedTuple):
    """How many companies have surely sealed a paper, and how many more may have: theirs are seals cut by an edge."""

    sure: int
    more: int


def seals_of(paper: Document, other_purposes: tuple[str, ...]) -> Companies:
    """Whose seals stand on a paper; several of one company, as far as their rings were read, are one.

    Pieces of a straddle seal (骑缝章) are no signing. Nor are persons' name seals and those of `other_purposes`.
    """
    sorts = [(_sort(each, paper, other_purposes), each.seal.ring_text) for each in paper.marks.seals]
    whole = [ring for sort, ring in sorts if sort in ("sealed", "unread")]
    cut = 0 if paper.marks.straddle_seal else sum(sort == "cut" for sort, _ in sorts)
    return Companies(whole.count(None) + len({company_key(ring) for ring in whole if ring is not None}), cut)
