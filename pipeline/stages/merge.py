"""Stage 5: the dossier and the package, final or draft; the proof is its last step.

Clients' PDFs are opened here once more, so it all happens in limited children.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.outcomes import Done
from pipeline.errors import DossierError, InputError
from pipeline.model.bundle import (
    Assembled,
    BoundDossier,
    BundlePlan,
    PackageFile,
    PlacementList,
    ProofExpectation,
    ProofReport,
    UploadForecast,
)
from pipeline.model.outcome import Built, Legibility
from pipeline.packaging import forecast as forecasts
from pipeline.packaging.assembly import assemble
from pipeline.packaging.binding import bind
from pipeline.packaging.files import with_uploads, write_package
from pipeline.packaging.legibility import Words, compared, smallest_print
from pipeline.packaging.proof.report import prove, prove_together, travelling
from pipeline.packaging.sources import UnplaceableError
from pipeline.progress import Progress

DRAFT, PACKAGE = "dossier.draft.pdf", "package"
LIMITS = ChildLimits(max_seconds=1200.0, max_memory_mb=3000)
"""Ten times what five thousand pages took."""
Answer = TypeVar("Answer")
Question = TypeVar("Question")


class Task(NamedTuple):
    """What a child puts together, and where."""

    plan: BundlePlan
    target: Path


class Proving(NamedTuple):
    """A file that a child proves, and what it must hold."""

    file: Path
    expected: ProofExpectation


class Foreseeing(NamedTuple):
    """The plan of which a child forecasts the upload files, and the titles of what is still to be written."""

    plan: BundlePlan
    to_write: dict[str, tuple[str, ...]]


class Unplaced(NamedTuple):
    """A paper that could be read and yet not be placed, in words."""

    sentence: str


def final(plan: BundlePlan, fresh: Path, shop: Workshop, progress: Progress) -> Built:
    """dossier.pdf or its volumes, package/ and the proofs; whether they may stand is for the output rules to say."""
    progress("merge", 0, 3)
    files = _in_child(shop, _packed, Task(plan, fresh / PACKAGE))
    plan = with_uploads(plan, files)
    progress("merge", 1, 3)
    bound = _in_child(shop, _bound, Task(plan, fresh))
    progress("merge", 2, 3)
    proofs = _proofs(bound, plan, fresh, shop)
    for file, proof in zip(bound, proofs, strict=True):
        name = file.pdf.name.replace("dossier", "proof", 1).removesuffix(".pdf") + ".json"
        (fresh / name).write_text(proof.model_dump_json(indent=1) + "\n", encoding="utf-8")
    progress("merge", 3, 3)
    return Built(plan=plan, dossier=BoundDossier(files=bound, proofs=proofs), files=files)


def _proofs(bound: tuple[Assembled, ...], plan: BundlePlan, fresh: Path, shop: Workshop) -> tuple[ProofReport, ...]:
    """The proof of every file against its share of the plan, and of the volumes against each other."""
    volumes = [each for each in bound if not each.listing.duplex]
    placed = [sum(page.role == "source" for page in each.listing.placements) for each in volumes]
    shares = ProofExpectation.of(plan).shared(placed)
    expected = (*shares, *shares)[: len(bound)]  # the printing edition holds the same
    tasks = [Proving(fresh / file.pdf.name, share) for file, share in zip(bound, expected, strict=True)]
    proofs = tuple(_in_child(shop, _proven, task) for task in tasks)
    if len(volumes) == 1:
        return proofs
    together = _in_child(shop, prove_together, tuple(fresh / each.pdf.name for each in volumes))
    return tuple(
        proof.model_copy(update={"checks": (*proof.checks, together), "ok": proof.ok and together.ok})
        for proof in proofs
    )


def measured(built: Built, words: Words, fresh: Path, shop: Workshop) -> Built:
    """The package with how legible its reduced files still are."""
    reduced = [each for each in built.files if each.lossy]
    views = [view for file in reduced if (view := smallest_print(built.plan, file, words, fresh / PACKAGE))]
    outcomes = shop.map(compared, views, LIMITS)
    told = (
        outcome.value if isinstance(outcome, Done) else Legibility(name=view.copy.name, page=view.page)
        for view, outcome in zip(views, outcomes, strict=True)
    )
    return built.model_copy(update={"legibility": tuple(each for each in told if each is not None)})


def draft(plan: BundlePlan, fresh: Path, shop: Workshop, progress: Progress) -> BoundDossier:
    """dossier.draft.pdf, every page marked, a placeholder for each missing material; proven like the final."""
    progress("merge", 0, 2)
    assembled = _in_child(shop, _assembled, Task(plan, fresh / DRAFT))
    progress("merge", 1, 2)
    proof = _in_child(shop, _proven, Proving(fresh / DRAFT, ProofExpectation.of(plan)))
    progress("merge", 2, 2)
    return BoundDossier(files=(assembled,), proofs=(proof,))


def forecast(plan: BundlePlan, to_write: dict[str, tuple[str, ...]], shop: Workshop) -> tuple[UploadForecast, ...]:
    """What the upload files will be; nothing where that cannot be told within the limits of a child."""
    outcome = shop.run(_forecast, Foreseeing(plan, to_write), LIMITS)
    return outcome.value if isinstance(outcome, Done) else ()


def handed_in(folder: Path, names: tuple[str, ...], shop: Workshop) -> tuple[PlacementList, ...]:
    """What travels in the dossier that was handed in, volume by volume; InputError where it is none of ours, or altered."""
    found = tuple(_handed_in(folder, name, shop) for name in names)
    of = found[0].volumes if found else 0
    wanted = [(volume, of) for volume in range(1, of + 1)] or [(0, 0)]
    if found and [(each.volume, each.volumes) for each in found] != wanted:
        raise InputError(f"bundle.keep_numbers：须按册次列出全部 {len(wanted)} 册")
    return found


def _handed_in(folder: Path, name: str, shop: Workshop) -> PlacementList:
    path = folder / name
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(f"bundle.keep_numbers：客户文件夹里没有文件“{name}”")
    outcome = shop.run(travelling, path, LIMITS)
    listing = outcome.value if isinstance(outcome, Done) else None
    if listing is None or not listing.final or listing.duplex:
        raise InputError(f"bundle.keep_numbers：“{name}”不是本程序生成、校验通过的成册文件（草稿和双面打印版不算）")
    return listing


def discard(fresh: Path) -> None:
    """Take a final away that may not stand."""
    for path in (*fresh.glob("dossier*.pdf"), *fresh.glob("proof*.json")):
        path.unlink()
    shutil.rmtree(fresh / PACKAGE, ignore_errors=True)


def _in_child(shop: Workshop, work: Callable[[Question], Answer | Unplaced], task: Question) -> Answer:
    outcome = shop.run(work, task, LIMITS)
    if not isinstance(outcome, Done):
        raise DossierError(f"合并未能完成（{type(outcome).__name__}），原有结果未动；请减少材料页数或内存占用后再试")
    if isinstance(outcome.value, Unplaced):
        raise DossierError(outcome.value.sentence)
    return outcome.value


def _assembled(task: Task) -> Assembled | Unplaced:
    try:
        return assemble(task.plan, task.target)
    except UnplaceableError as error:
        return Unplaced(str(error))


def _bound(task: Task) -> tuple[Assembled, ...] | Unplaced:
    try:
        return bind(task.plan, task.target)
    except UnplaceableError as error:
        return Unplaced(str(error))


def _packed(task: Task) -> tuple[PackageFile, ...] | Unplaced:
    try:
        return write_package(task.plan, task.target)
    except UnplaceableError as error:
        return Unplaced(str(error))


def _forecast(task: Foreseeing) -> tuple[UploadForecast, ...]:
    return forecasts.forecast(task.plan, task.to_write)


def _proven(task: Proving) -> ProofReport:
    return prove(task.file, task.expected)
