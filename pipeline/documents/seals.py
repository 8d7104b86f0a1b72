"""Fields that a seal says: the words in its ring, where they are legible."""

from __future__ import annotations

import re

from pipeline.documents.paper import Paper
from pipeline.model.document import Field
from pipeline.model.evidence import Evidence
from pipeline.model.values import Text


def field_in_seal(name: str, paper: Paper, pattern: str) -> Field | None:
    """A field whose value is the ring text of the first seal that matches a pattern; None where no seal does."""
    for sheet in paper.sheets:
        for seal in sheet.page.look.seals:
            if seal.ring_text and re.search(pattern, seal.ring_text):
                evidence = Evidence(
                    file=sheet.page.file,
                    sha256=sheet.page.sha256,
                    page=sheet.page.number,
                    bbox=sheet.place.as_displayed(seal.bbox),
                    text=seal.ring_text,
                    confidence=round(seal.confidence, 4),
                    engine=sheet.page.engine,
                )
                return Field(name=name, value=Text(value=seal.ring_text), evidence=evidence)
    return None
