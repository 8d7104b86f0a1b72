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
from pipeline.errors import DossierError
from pipeline.model.bundle import Assembled, BundlePlan, PackageFile, ProofExpectation, ProofReport
from pipeline.model.outcome import Built, Legibility
from pipeline.packaging.assembly import assemble
from pipeline.packaging.files import write_package
from pipeline.packaging.legibility import Words, compared, smallest_print
from pipeline.packaging.proof.report import prove
from pipeline.packaging.sources import UnplaceableError
from pipeline.progress import Progress

FINAL, DRAFT, PACKAGE, PROOF = "dossier.pdf", "dossier.draft.pdf", "package", "proof.json"
LIMITS = ChildLimits(max_seconds=1200.0, max_memory_mb=3000)
"""Ten times what five thousand pages took."""
Answer = TypeVar("Answer")


class Task(NamedTuple):
    """What a child puts together, and where."""

    plan: BundlePlan
    target: Path


class Unplaced(NamedTuple):
    """A paper that could be read and yet not be placed, in words."""

    sentence: str


def final(plan: BundlePlan, fresh: Path, shop: Workshop, progress: Progress) -> Built:
    """dossier.pdf, package/ and proof.json; whether they may stand is for the output rules to say."""
    progress("merge", 0, 3)
    assembled = _in_child(shop, _assembled, Task(plan, fresh / FINAL))
    progress("merge", 1, 3)
    files = _in_child(shop, _packed, Task(plan, fresh / PACKAGE))
    progress("merge", 2, 3)
    proof = _in_child(shop, _proven, Task(plan, fresh / FINAL))
    (fresh / PROOF).write_text(proof.model_dump_json(indent=1) + "\n", encoding="utf-8")
    progress("merge", 3, 3)
    return Built(plan=plan, assembled=assembled, files=files, proof=proof)


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


def draft(plan: BundlePlan, fresh: Path, shop: Workshop, progress: Progress) -> tuple[Assembled, ProofReport]:
    """dossier.draft.pdf, every page marked, a placeholder for each missing material; proven like the final."""
    progress("merge", 0, 2)
    assembled = _in_child(shop, _assembled, Task(plan, fresh / DRAFT))
    progress("merge", 1, 2)
    proof = _in_child(shop, _proven, Task(plan, fresh / DRAFT))
    progress("merge", 2, 2)
    return assembled, proof


def discard(fresh: Path) -> None:
    """Take a final away that may not stand."""
    (fresh / FINAL).unlink(missing_ok=True)
    (fresh / PROOF).unlink(missing_ok=True)
    shutil.rmtree(fresh / PACKAGE, ignore_errors=True)


def _in_child(shop: Workshop, work: Callable[[Task], Answer | Unplaced], task: Task) -> Answer:
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


def _packed(task: Task) -> tuple[PackageFile, ...] | Unplaced:
    try:
        return write_package(task.plan, task.target)
    except UnplaceableError as error:
        return Unplaced(str(error))


def _proven(task: Task) -> ProofReport:
    return prove(task.target, ProofExpectation.of(task.plan))
