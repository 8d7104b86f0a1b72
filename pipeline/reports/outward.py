"""Records in the shapes that leave the program (spec §7): plain strings, boxes to a tenth of a point."""

from __future__ import annotations

import json
from typing import Any

from pipeline.model.document import Document, Field
from pipeline.model.evidence import Evidence
from pipeline.model.outcome import FileAccount

LISTS = ("kinds", "coverage", "roles")
"""Fields whose value is a JSON list inside its string."""


def evidence(found: Evidence) -> dict[str, Any]:
    """One place: file, page and box, or `where` for a place that is no page."""
    return {
        "file": found.file,
        "sha256": found.sha256,
        "page": found.page,
        "bbox": list(found.bbox.rounded()) if found.bbox is not None else None,
        "where": found.where,
        "text": found.text,
        "confidence": round(found.confidence, 3),
        "engine": found.engine,
    }


def field(found: Field) -> dict[str, Any]:
    """One value with its place and every reading that differs."""
    shape: dict[str, Any] = {"value": plain(found.name, found.text), "evidence": evidence(found.evidence)}
    readings = {
        plain(found.name, Field(name=found.name, value=r.value, evidence=r.evidence).text) for r in found.readings
    }
    shape["readings"] = sorted(readings)
    return shape


def plain(name: str, text: str) -> Any:
    """The outward value: a JSON list for the list fields, else the string."""
    if name in LISTS and text.startswith("["):
        return json.loads(text)
    return text


def file_account(account: FileAccount) -> dict[str, Any]:
    """What became of one source file."""
    return {
        "path": account.path,
        "sha256": account.sha256,
        "pages": account.pages,
        "state": account.state,
        "why": account.why,
    }


def document(paper: Document) -> dict[str, Any]:
    """One recognised paper with its fields, rows, marks and what is missing."""
    first = paper.parts[0]
    return {
        "file": first.file,
        "pages": [first.first, first.last] if first.first is not None else None,
        "parts": [_part(part) for part in paper.parts] if len(paper.parts) > 1 else None,
        "kind": paper.kind,
        "material": paper.material,
        "also": list(paper.also),
        "title": paper.heading or paper.title,
        "state": paper.status,
        "why": paper.why,
        "fields": {each.name: field(each) for each in paper.fields},
        "rows": {
            table.name: [{cell.name: field(cell) for cell in row.fields} for row in table.rows]
            for table in paper.tables
        },
        "missing": sorted({gap.name for gap in paper.missing}),
        "marks": _marks(paper),
    }


def _part(part: Any) -> dict[str, Any]:
    return {"file": part.file, "pages": [part.first, part.last] if part.first is not None else None}


def _marks(paper: Document) -> dict[str, Any]:
    marks = paper.marks
    return {
        "seals": [
            {
                "file": each.file,
                "page": each.page,
                "bbox": list(each.bbox.rounded()),
                "colour": each.seal.colour,
                "ring_text": each.seal.ring_text,
            }
            for each in marks.seals
        ],
        "signature": bool(marks.signatures),
        "signatures": [
            {"file": each.file, "page": each.page, "bbox": list(each.bbox.rounded()), "label": each.label}
            for each in marks.signatures
        ],
        "straddle_seal": marks.straddle_seal,
        "watermark": marks.watermark,
        "qr": [{"file": each.file, "page": each.page, "content": each.code.content} for each in marks.codes],
        "colour": marks.colour,
        "resolution": marks.dpi,
        "digital_signature": marks.digital_signature,
    }
