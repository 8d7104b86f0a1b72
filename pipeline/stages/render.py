"""Stage 4: the drafts, written from the facts; what a person edited in Word is taken as it is."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pipeline.drafts import render as writer
from pipeline.model.case import Case, Timeline
from pipeline.model.draft import Draft, DraftContext
from pipeline.model.outcome import Drafted
from pipeline.profile.profile import Profile
from pipeline.store import Store, fingerprint, sha256

EDITED = "drafts"
"""The folder of a client in which a person's Word files lie."""
AREAS = ("drafts", "engines", "model", "text")


def run(case: Case, profile: Profile, templates: Path, client: Path, store: Store, out: Path) -> Drafted:
    """Every draft of the profile in `out` as DOCX and PDF; kept in the store while facts and templates stand."""
    context = context_of(case)
    edited = writer.edited_drafts(client / EDITED, profile)
    hashes = sorted((material, sha256(path)) for material, path in edited.items())
    key = [context, profile.sha256, _template_hashes(profile, templates), hashes, fingerprint(*AREAS)]
    kept = store.folder_of("drafts", key)

    def write() -> tuple[Draft, ...]:
        return writer.render(context, profile, templates, kept, _fonts(store), edited)

    drafts = store.remember("drafts", key, tuple[Draft, ...], write)
    if not all((kept / name).is_file() for each in drafts for name in (each.docx.name, each.pdf.name)):
        drafts = write()  # somebody tidied the cache, which may be done at any time
    return Drafted(drafts=tuple(_taken_over(each, kept, out) for each in drafts))


def context_of(case: Case) -> DraftContext:
    """What the drafts may say: the facts, what client.yaml adds to them, and the days that follow from the filing day."""
    return DraftContext(
        facts=case.ledger.texts(),
        coverage=case.client.coverage,
        variant=case.client.variant,
        as_of=case.as_of,
        timeline=days_of(case.timeline),
        equity=case.equity,
    )


def days_of(timeline: Timeline | None) -> Mapping[str, date]:
    """The timeline's days by the names that drafts use."""
    if timeline is None:
        return {}
    return {
        "submit_on": timeline.submit_on,
        "expected_acceptance": timeline.accept_by,
        "expected_decision": timeline.decide_by,
        "expected_delivery": timeline.deliver_by,
    }


def _template_hashes(profile: Profile, templates: Path) -> list[tuple[str, str]]:
    paths = [templates / entry.template for entry in profile.drafts]
    return [(path.name, sha256(path)) for path in paths if path.is_file()]


def _fonts(store: Store) -> Path:
    return store.folder / "fonts"


def _taken_over(draft: Draft, kept: Path, out: Path) -> Draft:
    """The draft's files copied into the result, its record pointing there; they lie in `kept`, wherever that was moved."""
    out.mkdir(parents=True, exist_ok=True)
    moved = {}
    for name in ("docx", "pdf"):
        moved[name] = out / getattr(draft, name).name
        shutil.copyfile(kept / moved[name].name, moved[name])
    return draft.model_copy(update=moved)
