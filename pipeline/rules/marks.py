"""Seals and signatures as far as they can be told: a grey copy hides a red seal, ink may escape the eye."""

from __future__ import annotations

from pipeline.model.document import Document
from pipeline.text.names import company_key

COLOURLESS = frozenset({"grey", "bilevel"})
SEALS_OF_BOTH = 2
"""One seal of each side of a contract."""
CUT_SEAL = 0.75
"""Width over height below which a round seal is cut by the page's edge."""


def is_sealed(document: Document) -> bool | None:
    """Whether the paper carries a seal or an electronic one; None where the copy does not let it be seen."""
    if document.marks.seals or document.marks.digital_signature:
        return True
    return None if document.marks.colour in COLOURLESS else False


def is_signed(document: Document) -> bool | None:
    """Whether ink stands near a signature label; None on pictures, where faint ink may escape."""
    if document.marks.signatures or document.marks.digital_signature:
        return True
    return None if document.marks.picture else False


def seals_of(paper: Document) -> int:
    """How many seals stand on a paper; several of one company, as far as their rings were read, are one.

    Pieces of a straddle seal (骑缝章) are no signing: they are narrower than high.
    """
    whole = [each.seal for each in paper.marks.seals if each.seal.bbox.width >= CUT_SEAL * each.seal.bbox.height]
    rings = [each.ring_text for each in whole]
    return rings.count(None) + len({company_key(ring) for ring in rings if ring is not None})
