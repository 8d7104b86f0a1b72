"""manifest.json: what went in, what came out, and where every page of the dossier comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.model.bundle import BuiltPdf, Placement
from pipeline.model.draft import Draft
from pipeline.model.outcome import Outcome
from pipeline.store import ENGINES, WRITERS, fingerprint, library_version, sha256

SCHEMA = 1


def manifest(outcome: Outcome, profile_hash: str) -> dict[str, Any]:
    """The whole of manifest.json."""
    client = outcome.case.client
    assembled = outcome.assembled
    return {
        "schema": SCHEMA,
        "client": client.folder_name,
        "licence": client.licence,
        "as_of": outcome.case.as_of.isoformat(),
        "verdict": outcome.verdict,
        "sealing": outcome.sealing,
        "versions": versions(),
        "profile": profile_hash,
        "client_yaml": client.sha256,
        "sources": [
            {
                "path": each.path,
                "sha256": each.sha256,
                "pages": each.pages,
                "state": each.state,
                "repair": each.repair,
                "active_content": list(each.active_content),
            }
            for each in outcome.case.inventory.files
        ],
        "drafts": [_draft(each) for each in outcome.drafts],
        "dossier": _pdf(assembled.pdf) if assembled is not None else None,
        "package": [
            _pdf(each.pdf)
            | {"material": each.material, "done": list(each.done), "fits": each.fits, "original": each.original}
            for each in outcome.package
        ],
        "removed": [each.model_dump(mode="json") for each in assembled.removed] if assembled is not None else [],
        "pages": [_page(each) for each in assembled.listing.placements] if assembled is not None else [],
        "decisions": {
            "corrections": [each.model_dump(mode="json") for each in client.corrections],
            "confirmed": [each.model_dump(mode="json") for each in client.confirmed],
            "waivers": [each.model_dump(mode="json") for each in client.waivers],
        },
    }


def versions() -> dict[str, str]:
    """The program's own version and code, and the libraries that read and wrote."""
    libraries = {name: library_version(name) for name in (*ENGINES, *WRITERS)}
    return {"dossier-pipeline": library_version("dossier-pipeline"), "code": fingerprint(), **libraries}


def _draft(draft: Draft) -> dict[str, Any]:
    return {
        "material": draft.material,
        "title": draft.title,
        "code": draft.code,
        "engine": draft.engine,
        "edited": draft.edited,
        "pages": draft.pages,
        "docx": _file(draft.docx),
        "pdf": _file(draft.pdf),
    }


def _file(path: Path) -> dict[str, str]:
    return {"name": path.name, "sha256": sha256(path)}


def _pdf(pdf: BuiltPdf) -> dict[str, Any]:
    return pdf.model_dump(mode="json")


def _page(placement: Placement) -> dict[str, Any]:
    return {
        "page": placement.page,
        "role": placement.role,
        "material": placement.material or None,
        "file": placement.file or None,
        "source_page": placement.source_page,
        "sha256": placement.sha256 or None,
        "content": placement.content or None,
        "rewritten": list(placement.rewritten),
    }
