"""Stage 5: the dossier and the package, final or draft; the proof is its last step."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.model.bundle import Assembled, BundlePlan, ProofExpectation, ProofReport
from pipeline.model.outcome import Built
from pipeline.packaging.assembly import assemble
from pipeline.packaging.files import write_package
from pipeline.packaging.proof.report import prove
from pipeline.progress import Progress

FINAL, DRAFT, PACKAGE, PROOF = "dossier.pdf", "dossier.draft.pdf", "package", "proof.json"


def final(plan: BundlePlan, fresh: Path, progress: Progress) -> Built:
    """dossier.pdf, package/ and proof.json; whether they may stand is for the output rules to say."""
    progress("merge", 0, 3)
    assembled = assemble(plan, fresh / FINAL)
    progress("merge", 1, 3)
    files = write_package(plan, fresh / PACKAGE)
    progress("merge", 2, 3)
    proof = prove(fresh / FINAL, ProofExpectation.of(plan))
    (fresh / PROOF).write_text(proof.model_dump_json(indent=1) + "\n", encoding="utf-8")
    progress("merge", 3, 3)
    return Built(plan=plan, assembled=assembled, files=files, proof=proof)


def draft(plan: BundlePlan, fresh: Path, progress: Progress) -> tuple[Assembled, ProofReport]:
    """dossier.draft.pdf, every page marked, a placeholder for each missing material; proven like the final."""
    progress("merge", 0, 2)
    assembled = assemble(plan, fresh / DRAFT)
    progress("merge", 1, 2)
    proof = prove(fresh / DRAFT, ProofExpectation.of(plan))
    progress("merge", 2, 2)
    return assembled, proof


def discard(fresh: Path) -> None:
    """Take a final away that may not stand."""
    (fresh / FINAL).unlink(missing_ok=True)
    (fresh / PROOF).unlink(missing_ok=True)
    shutil.rmtree(fresh / PACKAGE, ignore_errors=True)
