"""manifest.json: what went in, what came out, and where every page of the dossier comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.model.bundle import Assembled, BoundDossier, BuiltPdf, Placement
from pipeline.model.draft import Draft
from pipeline.model.outcome import Outcome
from pipeline.store import ENGINES, WRITERS, fingerprint, library_version, sha256

SCHEMA = 1


def manifest(outcome: Outcome, profile_hash: str) -> dict[str, Any]:
    """The whole of manifest.json."""
    client = outcome.case.client
    dossier = outcome.dossier
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
        "dossier": _pdf(dossier.volumes[0].pdf) if dossier is not None and len(dossier.volumes) == 1 else None,
        "volumes": [_volume(each) for each in dossier.files] if dossier is not None else [],
        "renumbering": _renumbering(dossier) if dossier is not None else None,
        "package": [
            _pdf(each.pdf)
            | {"material": each.material, "done": list(each.done), "fits": each.fits, "original": each.original}
            for each in outcome.package
        ],
        "removed": [each.model_dump(mode="json") for each in dossier.removed] if dossier is not None else [],
        "pages": [
            _page(each, volume.listing.volume or 1)
            for volume in (dossier.volumes if dossier is not None else ())
            for each in volume.listing.placements
        ],
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


def _volume(file: Assembled) -> dict[str, Any]:
    """One file of the dossier: a volume, or its edition for printing on both sides."""
    placements = [each for each in file.listing.placements if each.role != "blank"]
    return _pdf(file.pdf) | {
        "volume": file.listing.volume or 1,
        "edition": "print" if file.listing.duplex else "final" if file.listing.final else "draft",
        "first_number": placements[0].printed,
        "last_number": placements[-1].printed,
        "told": list(file.told),
    }


def _renumbering(dossier: BoundDossier) -> dict[str, Any] | None:
    told = dossier.volumes[0].listing.renumbering
    return told.model_dump(mode="json") if told is not None else None


def _page(placement: Placement, volume: int) -> dict[str, Any]:
    return {
        "volume": volume,
        "page": placement.page,
        "number": placement.printed,
        "role": placement.role,
        "material": placement.material or None,
        "file": placement.file or None,
        "source_page": placement.source_page,
        "sha256": placement.sha256 or None,
        "content": placement.content or None,
        "rewritten": list(placement.rewritten),
    }
