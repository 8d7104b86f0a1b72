"""Where on a paper one reading stands: its source, its least certain character, the other places that say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from pipeline.documents.declaration import DocumentType
from pipeline.documents.paper import Paper
from pipeline.documents.reading import readings_of
from pipeline.layout.glyphs import Glyph, Words, folded
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Document, Field
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.record import Record
from pipeline.text.codes import resident_id_fault, uscc_fault

Source = Literal["text", "ocr", "sheet", "seal", "person", "none"]
Sheets = Mapping[tuple[str, int], Sheet]
LIKE_A_CODE = re.compile(r"[159][1-9][0-9]{6}")
"""How a social credit code begins: other numbers of eighteen characters have no check digit."""


class Character(Record):
    """One character of a reading: as printed, how surely it was read (0…1), its box where the file shows it."""

    text: str
    confidence: float
    bbox: Box


def weakest_of(evidence: Evidence, sheets: Sheets) -> Character | None:
    """The least certain character of a reading; None where no characters stand in its box."""
    own = _glyphs_in(evidence, sheets)
    if not own:
        return None
    glyph = min(own, key=lambda each: each.confidence)
    box = glyph.place.as_displayed(glyph.box)
    return Character(text=glyph.printed, confidence=round(glyph.confidence, 4), bbox=box)


def source_of(field: Field, sheets: Sheets) -> Source:
    """What the reading was taken from: a text layer, characters seen in a picture, a cell, a seal's ring, a person."""
    evidence = field.evidence
    if field.corrected_by is not None:
        return "person"
    if evidence.where is not None:
        return "sheet"
    sheet = _sheet(evidence, sheets)
    if sheet is None:
        return "none"
    seals = sheet.page.look.seals
    if any((each.ring_text, sheet.place.as_displayed(each.bbox)) == (evidence.text, evidence.bbox) for each in seals):
        return "seal"
    return sheet.page.reader


def in_ruled_cell(evidence: Evidence, sheets: Sheets) -> bool:
    """Whether the reading stands in a ruled cell of a table."""
    sheet = _sheet(evidence, sheets)
    return sheet is not None and any(glyph in sheet.cell_of for glyph in _glyphs_in(evidence, sheets))


def check_digit(text: str) -> bool | None:
    """Whether the check digit of an identity number or a social credit code is right; None for any other text."""
    faults = (resident_id_fault(text), uscc_fault(text))
    if None in faults:
        return True
    wrong = faults[0] == "check_digit" or (faults[1] == "check_digit" and LIKE_A_CODE.match(text) is not None)
    return False if wrong else None


def agreeing(field: Field, form: DocumentType, paper: Paper) -> int:
    """How many places of the paper say the same, the reading's own included."""
    rules = [rule for rule in form.fields if rule.name == field.name and not rule.constant]
    found = [words for rule in rules for words, value in readings_of(rule, paper) if value == field.value]
    apart: list[Words] = []
    for words in found:
        if not any(words.place == other.place and words.box.overlaps(other.box) for other in apart):
            apart.append(words)  # two ways to find one place are one place
    return max(len(apart), 1)


def form_of(document: Document, declarations: Iterable[DocumentType]) -> DocumentType | None:
    """The declaration that a document was read by; None for papers of no kind."""
    return next((each for each in declarations if (each.kind, each.title) == (document.kind, document.title)), None)


def _sheet(evidence: Evidence, sheets: Sheets) -> Sheet | None:
    return None if evidence.page is None else sheets.get((evidence.file, evidence.page))


def _glyphs_in(evidence: Evidence, sheets: Sheets) -> list[Glyph]:
    """The characters of a reading, by their place and what they say: a box over several lines holds others too."""
    sheet = _sheet(evidence, sheets)
    if sheet is None or evidence.bbox is None:
        return []
    around = evidence.bbox.grown(0.2)  # boxes are told to a tenth of a point
    wanted, own = Counter(folded(evidence.text)), list[Glyph]()
    for glyph in sheet.glyphs:
        if wanted[glyph.fold] and around.contains(*glyph.place.as_displayed(glyph.box).middle):
            wanted[glyph.fold] -= 1
            own.append(glyph)
    return own
