"""One thing looked at by itself: a file of a client, a place to visit, a form, a finished dossier."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from rapidfuzz import process

from pipeline import outputs
from pipeline.casework import read_case
from pipeline.documents.explain import explain
from pipeline.documents.paper import Paper
from pipeline.documents.social_insurance.drafting import Draft, draft
from pipeline.documents.social_insurance.trial import Trial, trial
from pipeline.engines.children import Workshop
from pipeline.engines.outcomes import Done
from pipeline.errors import InputError
from pipeline.model.bundle import ProofReport
from pipeline.model.intake import IntakeLimits
from pipeline.packaging.proof.report import prove
from pipeline.profile.insurance_form import Layout
from pipeline.progress import Progress
from pipeline.reports.pictures import Album
from pipeline.reports.shown import Drawn, Shown, draw
from pipeline.reports.visit import visit_pdf
from pipeline.rules.trust import least_of
from pipeline.stages import extract, ingest, merge, pages
from pipeline.store import Store, write_private
from pipeline.workplace import Workplace, open_work

VISIT_FILE = "site-visit.pdf"


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
