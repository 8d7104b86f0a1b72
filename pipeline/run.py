"""One client through the five stages: ingest → extract → cross-check → render → merge."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from rapidfuzz import process

from pipeline import across, facts, kept, outputs
from pipeline.documents.explain import explain
from pipeline.documents.paper import Paper
from pipeline.documents.social_insurance.drafting import Draft, draft
from pipeline.documents.social_insurance.trial import Trial, trial
from pipeline.drafts.sealing import scans_of, settled
from pipeline.engines.children import Workshop
from pipeline.engines.outcomes import Done
from pipeline.errors import InputError, ProofError
from pipeline.facts.accounts import accounts
from pipeline.index import key_at, sightings
from pipeline.model.bundle import BoundDossier, BundlePlan, PlacementList, ProofReport, UploadForecast
from pipeline.model.case import Case
from pipeline.model.findings import Result
from pipeline.model.intake import IntakeLimits
from pipeline.model.outcome import Drafted, Outcome, Summary
from pipeline.packaging.accounting import left_out
from pipeline.packaging.planning import Folders, Written, plan_of, to_write
from pipeline.packaging.proof.report import prove
from pipeline.plan.files import PLAN_FILES, plan_files
from pipeline.plan.plan import Plan, tailored
from pipeline.plan.situation import Received
from pipeline.plan.uploads import packed_in
from pipeline.profile.insurance_form import Layout
from pipeline.progress import Progress
from pipeline.reports import writing
from pipeline.reports.pictures import Album
from pipeline.reports.shown import Drawn, Shown, draw
from pipeline.reports.visit import visit_pdf
from pipeline.rules.filing_window import filing_window
from pipeline.rules.sealing import scans_in_force
from pipeline.rules.trust import least_of, trusted
from pipeline.stages import crosscheck, extract, ingest, merge, pages, render
from pipeline.store import Store, write_private
from pipeline.summary import summary_of
from pipeline.timeline import timeline_of
from pipeline.workplace import Work, Workplace, open_work

VISIT_FILE = "site-visit.pdf"


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
        outcome = _bundled(case, drafted, judged, work, shop, fresh, earlier)
        _written(outcome, work, shop, fresh)
        _demand_same_papers(case, work)
        kept.carry_over(work, fresh, "plan")
        return summary_of(outcome, _names(fresh), work.store.work)


def check(work: Work) -> Summary:
    """Read and judge the papers; render nothing. What `build` made of the same inputs is left standing."""
    with outputs.writing(work.place.build, work.client.folder_name) as fresh, Workshop(work.place.jobs) as shop:
        case, results = _checked(work, shop)
        outcome = _outcome(case, Drafted(), results, work)
        outcome = outcome.model_copy(update={"forecast": _forecast(case, Drafted(), results, work, shop)})
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
        outcome = _outcome(case, drafted, results, work)
        kept.carry_over(work, fresh, "build", "plan")
        return summary_of(outcome, _names(fresh), work.store.work)


def plan(work: Work, start: date) -> Plan:
    """Checklist, workbook and calendar file, with or without papers; other results of the same inputs stand."""
    planned = work.place.as_of or work.client.submit_on
    tailored(work.client, work.profile, work.calendar, start, planned)  # bad answers stop before anything is written
    with outputs.writing(work.place.build, work.client.folder_name) as fresh, Workshop(work.place.jobs) as shop:
        received = Received(*_checked(work, shop))
        kept.carry_over(work, fresh, "build", "check")
        made = tailored(work.client, work.profile, work.calendar, start, planned, received, packed_in(fresh))
        for name, content in plan_files(made).items():
            (fresh / name).write_bytes(content)
    kept.keep_plan(work, PLAN_FILES)
    return made


def show(place: Workplace, name: str, file: str, *, pictures: bool = False) -> Shown:
    """What was read in one file of a client, and why not the rest; with a picture of each place where wanted."""
    work = open_work(place, name)
    with Workshop(place.jobs) as shop:
        inventory = ingest.run(work.folder, work.client.passwords, work.limits, work.store.derivatives, shop)
        source = inventory.file(file) or inventory.file(f"{ingest.PAPERS}/{file}")
        if source is None:
            near = process.extractOne(file, [each.path for each in inventory.files])
            raise InputError(f"{name} 没有文件“{file}”" + (f"，是否指“{near[0]}”？" if near else ""))
        if source.state != "readable":
            raise InputError(source.why)
        seen = pages.run(inventory, work.folder, work.store, shop, place.progress)
        documents = extract.run(inventory, seen, work.client, work.profile, work.store)
        least = least_of(work.settings)
        told = explain(
            source.path, seen, documents, lambda evidence: float(least.wanted(evidence)), work.profile.layouts
        )
        drawn: tuple[Drawn, ...] = ()
        if pictures:
            turned = {(page.file, page.number): page.look.turned for page in seen}
            album = Album(inventory, work.folder, work.folder, work.store, turned)
            folder = outputs.result_folder(place.build, name) / outputs.SHOWN
            drawn = draw(told, work.profile.labels, album, shop, folder)
    return Shown(told, work.profile.labels, drawn)


def visit(place: Workplace, name: str) -> Path:
    """The pack for an inspection on the spot, written beside the client's result."""
    work = open_work(place, name)
    if work.profile.visit is None:
        raise InputError(
            f"许可证种类“{work.client.licence}”没有现场核查的内容（templates/{work.client.licence}/visit.yaml）"
        )
    with Workshop(place.jobs) as shop:
        case = read_case(work, shop)
    target = outputs.result_folder(place.build, name) / outputs.VISIT / VISIT_FILE
    write_private(target, visit_pdf(case, work.profile, work.settings, work.profile.visit))
    return target


def layout(paper: Path, own: tuple[Layout, ...], jobs: int, progress: Progress) -> Draft:
    """A layout file drafted from one insurance paper anywhere on the machine; `own` are the profile's forms."""
    return draft(_read_alone(paper, jobs, progress), own)


def try_layout(paper: Path, form: Layout, own: tuple[Layout, ...], jobs: int, progress: Progress) -> Trial:
    """What one insurance paper anywhere on the machine says by a layout that is being written."""
    return trial(_read_alone(paper, jobs, progress), form, own)


def _read_alone(paper: Path, jobs: int, progress: Progress) -> Paper:
    """A paper that belongs to no client; the copy that it is read from is removed."""
    with TemporaryDirectory() as scratch, Workshop(jobs) as shop:
        folder = Path(scratch)
        (folder / ingest.PAPERS).mkdir()
        shutil.copyfile(paper, folder / ingest.PAPERS / paper.name)
        store = Store(folder / "cache")
        inventory = ingest.run(folder, (), IntakeLimits(), store.derivatives, shop)
        source = inventory.files[0]
        if source.state != "readable":
            raise InputError(source.why)
        read = Paper.of(page for page in pages.run(inventory, folder, store, shop, progress) if page.width)
    if not read.fold:
        raise InputError(f"“{paper.name}”上没有可读的文字")
    return read


def verify(file: Path) -> ProofReport:
    """The proof of a finished dossier, from the file alone, read in a limited child."""
    with Workshop(1) as shop:
        outcome = shop.run(prove, file, merge.LIMITS)
    if not isinstance(outcome, Done):
        raise InputError(f"“{file.name}”未能在限定的时间和内存内校验（{type(outcome).__name__}）")
    return outcome.value


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


def _checked(work: Work, shop: Workshop) -> tuple[Case, tuple[Result, ...]]:
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


def _bundled(
    case: Case,
    drafted: Drafted,
    judged: tuple[Result, ...],
    work: Work,
    shop: Workshop,
    fresh: Path,
    earlier: tuple[PlacementList, ...],
) -> Outcome:
    """The final dossier where nothing blocks, before or after it is built; else the draft dossier."""
    forecast = _forecast(case, drafted, judged, work, shop)
    if crosscheck.conclude(judged)[0] == "ready":
        plan = _plan(case, drafted, judged, work, final=True).model_copy(update={"earlier": earlier})
        built = merge.final(plan, fresh, shop, work.place.progress)
        built = merge.measured(built, _words(case), fresh, shop)
        judged = (*judged, *crosscheck.run_output(case, built, work.profile, work.settings))
        if crosscheck.conclude(judged)[0] == "ready":
            _demand(built.dossier)
            outcome = _outcome(case, drafted, judged, work)
            return outcome.model_copy(update={"forecast": forecast, "dossier": built.dossier, "package": built.files})
        merge.discard(fresh)
    else:
        judged = (*judged, *crosscheck.not_built(case, work.profile, work.settings))
    dossier = merge.draft(_plan(case, drafted, judged, work, final=False), fresh, shop, work.place.progress)
    _demand(dossier)
    return _outcome(case, drafted, judged, work).model_copy(update={"forecast": forecast, "dossier": dossier})


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


def _forecast(
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


def _demand_same_papers(case: Case, work: Work) -> None:
    """No result of papers that are no longer there: the next run reads them as they are then."""
    changed = kept.changed_papers(case.inventory, work.folder)
    if changed:
        raise InputError(*(f"“{path}”在生成过程中被改动或移走，原有结果未动；请重新运行。" for path in changed))


def _demand(dossier: BoundDossier) -> None:
    """No proof, no dossier: a proof that fails with no rule broken is a bug of ours."""
    if dossier.faults or len(dossier.proofs) < len(dossier.files):
        raise ProofError(*(f"校验未通过：{each.title}" for each in dossier.faults))


def _outcome(case: Case, drafted: Drafted, results: tuple[Result, ...], work: Work) -> Outcome:
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


def _written(outcome: Outcome, work: Work, shop: Workshop, fresh: Path) -> None:
    folders = writing.Folders(work.folder, work.official, fresh)
    writing.write(outcome, work.profile, work.settings, folders, work.store, shop)


def _names(fresh: Path) -> tuple[str, ...]:
    return tuple(sorted(path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file()))
