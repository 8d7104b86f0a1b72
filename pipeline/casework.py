"""A client's case: its papers read, its facts weighed, its rules judged, its drafts written."""

from __future__ import annotations

from pathlib import Path

from pipeline import across, facts
from pipeline.drafts.sealing import scans_of
from pipeline.engines.children import Workshop
from pipeline.index import key_at, sightings
from pipeline.model.case import Case
from pipeline.model.findings import Result
from pipeline.model.outcome import Drafted
from pipeline.rules.filing_window import filing_window
from pipeline.rules.trust import least_of, trusted
from pipeline.stages import crosscheck, extract, ingest, pages, render
from pipeline.timeline import timeline_of
from pipeline.workplace import Work


def read_case(work: Work, shop: Workshop) -> Case:
    """Ingest and extract: the papers read, the facts weighed."""
    inventory = ingest.run(work.folder, work.client.passwords, work.limits, work.store.derivatives, shop)
    seen = pages.run(inventory, work.folder, work.store, shop, work.place.progress)
    inventory = pages.with_unread(inventory, seen)
    documents = extract.run(inventory, seen, work.client, work.profile, work.store)
    calendar = work.calendar
    authority = facts.Authority(work.profile.authority(work.client), work.profile.licence_name(work.client))
    people, premises, ledger = facts.weigh(documents, work.client, authority)
    case = Case(
        client=work.client,
        as_of=work.as_of,
        inventory=inventory,
        documents=documents,
        people=people,
        premises=premises,
        ledger=ledger,
        timeline=timeline_of(work.as_of, calendar, work.settings),
        equity=facts.equity(documents),
    )
    window = filing_window(
        trusted(case, least_of(work.settings)),
        work.settings,
        lambda day: timeline_of(day, calendar, work.settings).decide_by,
    )
    case = case.model_copy(update={"window": window})
    if work.place.index is None:
        return case
    shared = across.met(case, work.profile, work.settings, work.place.index, key_at(work.place.key))
    return case.model_copy(update={"shared": shared})


def checked(work: Work, shop: Workshop) -> tuple[Case, tuple[Result, ...]]:
    """The case, and what the paper rules say of it; nothing is rendered."""
    case = read_case(work, shop)
    results = (
        *crosscheck.run(case, work.profile, work.settings),
        *crosscheck.not_rendered(case, work.profile, work.settings),
        *crosscheck.not_built(case, work.profile, work.settings),
    )
    return case, results


def draft_case(case: Case, work: Work, fresh: Path) -> Drafted:
    """Render: the drafts beside their sealed scans, searched for other clients' names where an index was given."""
    work.place.progress("render", 0, 1)
    drafted = render.run(case, work.profile, work.templates, work.folder, work.store, fresh / "drafts")
    drafted = drafted.model_copy(update={"scans": scans_of(case, drafted.drafts)})
    work.place.progress("render", 1, 1)
    if work.place.index is None:
        return drafted
    own = [fact.text for fact in case.ledger.facts]
    seen = sightings(work.place.index, work.client.folder_name, own, drafted.drafts, key_at(work.place.key))
    return drafted.model_copy(update={"sightings": seen})
