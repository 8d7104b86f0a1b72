"""Seals and signatures as far as they can be told: a grey copy hides a red seal, ink may escape the eye."""

from __future__ import annotations

from pipeline.model.document import Document

COLOURLESS = frozenset({"grey", "bilevel"})


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
