"""One client through the five stages: ingest → extract → cross-check → render → merge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline import kept, outputs
from pipeline.bundling import bundled, forecast_of, handed_in, outcome_of
from pipeline.casework import checked, draft_case, read_case
from pipeline.drafts.sealing import settled
from pipeline.engines.children import Workshop
from pipeline.errors import InputError
from pipeline.model.case import Case
from pipeline.model.outcome import Drafted, Outcome, Summary
from pipeline.plan.files import PLAN_FILES, plan_files
from pipeline.plan.plan import Plan, tailored
from pipeline.plan.situation import Received
from pipeline.plan.uploads import packed_in
from pipeline.reports import writing
from pipeline.stages import crosscheck
from pipeline.summary import summary_of
from pipeline.workplace import Work


def build(work: Work) -> Summary:
    """Everything: the report, and the final dossier with its package, or the draft dossier."""
    with outputs.writing(work.place.build, work.client.folder_name) as fresh, Workshop(work.place.jobs) as shop:
        earlier = handed_in(work, shop)
        case = read_case(work, shop)
        drafted = draft_case(case, work, fresh)
        case = settled(case, drafted.scans)
        judged = (
            *crosscheck.run(case, work.profile, work.settings),
            *crosscheck.run_drafts(case, drafted, work.profile, work.settings),
        )
        outcome = bundled(case, drafted, judged, work, shop, fresh, earlier)
        _written(outcome, work, shop, fresh)
        _demand_same_papers(case, work)
        kept.carry_over(work, fresh, "plan")
        return summary_of(outcome, _names(fresh), work.store.work)


def check(work: Work) -> Summary:
    """Read and judge the papers; render nothing. What `build` made of the same inputs is left standing."""
    with outputs.writing(work.place.build, work.client.folder_name) as fresh, Workshop(work.place.jobs) as shop:
        case, results = checked(work, shop)
        outcome = outcome_of(case, Drafted(), results, work)
        outcome = outcome.model_copy(update={"forecast": forecast_of(case, Drafted(), results, work, shop)})
        _written(outcome, work, shop, fresh)
        _demand_same_papers(case, work)
        kept.carry_over(work, fresh, "build", "plan")
        return summary_of(outcome, _names(fresh), work.store.work)


def preview(work: Work) -> Summary:
    """The drafts alone, open points marked. What `build` made of the same inputs is left standing."""
    with outputs.writing(work.place.build, work.client.folder_name) as fresh, Workshop(work.place.jobs) as shop:
        case = read_case(work, shop)
        drafted = draft_case(case, work, fresh)
        case = settled(case, drafted.scans)
        results = crosscheck.run_drafts(case, drafted, work.profile, work.settings)
        outcome = outcome_of(case, drafted, results, work)
        kept.carry_over(work, fresh, "build", "plan")
        return summary_of(outcome, _names(fresh), work.store.work)


def plan(work: Work, start: date) -> Plan:
    """Checklist, workbook and calendar file, with or without papers; other results of the same inputs stand."""
    planned = work.place.as_of or work.client.submit_on
    tailored(work.client, work.profile, work.calendar, start, planned)  # bad answers stop before anything is written
    with outputs.writing(work.place.build, work.client.folder_name) as fresh, Workshop(work.place.jobs) as shop:
        received = Received(*checked(work, shop))
        kept.carry_over(work, fresh, "build", "check")
        made = tailored(work.client, work.profile, work.calendar, start, planned, received, packed_in(fresh))
        for name, content in plan_files(made).items():
            (fresh / name).write_bytes(content)
    kept.keep_plan(work, PLAN_FILES)
    return made


def _demand_same_papers(case: Case, work: Work) -> None:
    """No result of papers that are no longer there: the next run reads them as they are then."""
    changed = kept.changed_papers(case.inventory, work.folder)
    if changed:
        raise InputError(*(f"“{path}”在生成过程中被改动或移走，原有结果未动；请重新运行。" for path in changed))


def _written(outcome: Outcome, work: Work, shop: Workshop, fresh: Path) -> None:
    folders = writing.Folders(work.folder, work.official, fresh)
    writing.write(outcome, work.profile, work.settings, folders, work.store, shop)


def _names(fresh: Path) -> tuple[str, ...]:
    return tuple(sorted(path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file()))
