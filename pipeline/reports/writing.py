"""Write what a run came to: report.html, findings.json, facts.json, manifest.json, form.xlsx."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.engines.children import Workshop
from pipeline.model.document import Document
from pipeline.model.outcome import Outcome
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings
from pipeline.reports.facts import facts
from pipeline.reports.filling import write_form
from pipeline.reports.findings import findings
from pipeline.reports.manifest import manifest
from pipeline.reports.page import render_report
from pipeline.reports.pictures import Album, Page, pictures_of
from pipeline.reports.typefaces import font_rule
from pipeline.reports.view import places, view_of
from pipeline.rules.folding import fold
from pipeline.store import Store


class Folders(NamedTuple):
    """Where the client's papers and the portal's own templates lie, and where the result goes."""

    client: Path
    official: Path
    fresh: Path


def write(
    outcome: Outcome, profile: Profile, settings: Settings, folders: Folders, store: Store, shop: Workshop
) -> None:
    """The files of a run into the fresh folder."""
    fresh = folders.fresh
    write_json(fresh / "findings.json", findings(outcome))
    write_json(fresh / "facts.json", facts(outcome))
    write_json(fresh / "manifest.json", manifest(outcome, profile.sha256))
    view = view_of(outcome, profile, settings, fold(outcome.results, profile))
    album = Album(outcome.case.inventory, folders.client, fresh, store, _turned(outcome.case.documents))
    pictures = pictures_of(places(view), album, shop)
    page = render_report(
        view,
        lambda place: pictures.get((place.file, place.page, place.bbox)),
        lambda text: font_rule(text, store.folder / "fonts"),
    )
    (fresh / "report.html").write_text(page, encoding="utf-8")
    write_form(outcome.case, profile, settings, folders.official, fresh)


def _turned(documents: Iterable[Document]) -> dict[Page, int]:
    """The pages that lie on their side or head, with the degrees clockwise that make them upright."""
    prints = (each for document in documents for each in document.marks.prints)
    return {(each.file, each.page): each.turned for each in prints if each.turned}


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """One JSON file, Chinese as Chinese."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
