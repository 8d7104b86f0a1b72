"""What a run comes to: the forecast, the bound and proven dossier, the outcome."""

from __future__ import annotations

from pathlib import Path

from pipeline.engines.children import Workshop
from pipeline.errors import ProofError
from pipeline.facts.accounts import accounts
from pipeline.model.bundle import BoundDossier, BundlePlan, PlacementList, UploadForecast
from pipeline.model.case import Case
from pipeline.model.findings import Result
from pipeline.model.outcome import Drafted, Outcome
from pipeline.packaging.accounting import left_out
from pipeline.packaging.planning import Folders, Written, plan_of, to_write
from pipeline.rules.sealing import scans_in_force
from pipeline.stages import crosscheck, merge
from pipeline.workplace import Work


def bundled(
    case: Case,
    drafted: Drafted,
    judged: tuple[Result, ...],
    work: Work,
    shop: Workshop,
    fresh: Path,
    earlier: tuple[PlacementList, ...],
) -> Outcome:
    """The final dossier where nothing blocks, before or after it is built; else the draft dossier."""
    forecast = forecast_of(case, drafted, judged, work, shop)
    if crosscheck.conclude(judged)[0] == "ready":
        plan = _plan(case, drafted, judged, work, final=True).model_copy(update={"earlier": earlier})
        built = merge.final(plan, fresh, shop, work.place.progress)
        built = merge.measured(built, _words(case), fresh, shop)
        judged = (*judged, *crosscheck.run_output(case, built, work.profile, work.settings))
        if crosscheck.conclude(judged)[0] == "ready":
            _demand(built.dossier)
            outcome = outcome_of(case, drafted, judged, work)
            return outcome.model_copy(update={"forecast": forecast, "dossier": built.dossier, "package": built.files})
        merge.discard(fresh)
    else:
        judged = (*judged, *crosscheck.not_built(case, work.profile, work.settings))
    dossier = merge.draft(_plan(case, drafted, judged, work, final=False), fresh, shop, work.place.progress)
    _demand(dossier)
    return outcome_of(case, drafted, judged, work).model_copy(update={"forecast": forecast, "dossier": dossier})


def handed_in(work: Work, shop: Workshop) -> tuple[PlacementList, ...]:
    """What travels in the dossier whose numbers `bundle.keep_numbers` asks to keep, volume by volume."""
    return merge.handed_in(work.folder, work.settings.words("bundle.keep_numbers"), shop)


def _plan(case: Case, drafted: Drafted, judged: tuple[Result, ...], work: Work, *, final: bool) -> BundlePlan:
    folders = Folders(work.folder, work.store.derivatives)
    written = Written(drafted.drafts, scans_in_force(drafted, judged))
    plan = plan_of(case, written, work.profile, work.settings, folders, final=final)
    lost = tuple(left_out(case, written, plan, work.profile.annexes))
    if lost:
        raise ProofError(*lost)
    return plan


def forecast_of(
    case: Case, drafted: Drafted, judged: tuple[Result, ...], work: Work, shop: Workshop
) -> tuple[UploadForecast, ...]:
    """What the upload files will be, told before the work is done."""
    plan = _plan(case, drafted, judged, work, final=False)
    found = merge.forecast(plan, to_write(work.profile, drafted.drafts), shop)
    work.place.forecast(found)
    return found


def _words(case: Case) -> dict[tuple[str, int], int]:
    """How many characters were read on each page: the fullest page has the smallest print."""
    return {(page.file, page.page): page.words for paper in case.documents for page in paper.marks.prints}


def _demand(dossier: BoundDossier) -> None:
    """No proof, no dossier: a proof that fails with no rule broken is a bug of ours."""
    if dossier.faults or len(dossier.proofs) < len(dossier.files):
        raise ProofError(*(f"校验未通过：{each.title}" for each in dossier.faults))


def outcome_of(case: Case, drafted: Drafted, results: tuple[Result, ...], work: Work) -> Outcome:
    """What the run found, in the order of the rule book, with its verdict."""
    ordered = crosscheck.in_order(results, work.profile)
    verdict, to_confirm = crosscheck.conclude(ordered)
    return Outcome(
        case=case,
        files=accounts(case.inventory, case.documents),
        results=ordered,
        verdict=verdict,
        to_confirm=to_confirm,
        sealing=Written(drafted.drafts, scans_in_force(drafted, ordered)).sealing,
        drafts=drafted.drafts,
    )
