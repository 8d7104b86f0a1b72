"""Other people's odd PDFs: how long all of them take to be answered, and whether each is."""

from __future__ import annotations

import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.outcomes import Done
from pipeline.model.bundle import ProofExpectation
from pipeline.model.intake import IntakeLimits, SourceFile
from pipeline.packaging.assembly import assemble
from pipeline.packaging.proof import prove
from pipeline.packaging.sources import UnplaceableError
from pipeline.stages import ingest
from tests.bench.figures import Figure
from tests.unit.packaging.papers import placed, plan

HOSTILE = Path(__file__).parents[3] / "shared" / "testdata" / "hostile"
LIMITS = ChildLimits(max_seconds=300.0, max_memory_mb=3000)


class _Task(NamedTuple):
    """A file that opened: the PDF that stands for it, its pages, and where its dossier goes."""

    path: Path
    pages: int
    target: Path


def figures() -> tuple[Figure, ...]:
    """Every file opened in a client of its own, placed in a dossier of its own and proven; none where they are absent."""
    if not HOSTILE.is_dir():
        return ()
    with tempfile.TemporaryDirectory() as folder, Workshop(2) as shop:
        shop.limits_in_force()
        start = time.monotonic()
        with ThreadPoolExecutor(shop.jobs) as threads:
            files = sorted(HOSTILE.glob("*.pdf"))
            answers = list(threads.map(lambda path: _answered(path, Path(folder) / path.stem, shop), files))
        seconds = time.monotonic() - start
    return (
        Figure("files", len(answers), "files"),
        Figure("accepted, every page placed and proven", answers.count("placed"), "files"),
        Figure("refused with a sentence", answers.count("refused"), "files"),
        Figure("neither", len(answers) - answers.count("placed") - answers.count("refused"), "files", at_most=0),
        Figure("all answered by two children, by the clock", seconds, "s", at_most=120),
    )


def _answered(path: Path, folder: Path, shop: Workshop) -> str:
    (folder / "papers").mkdir(parents=True)
    shutil.copyfile(path, folder / "papers" / path.name)
    (file,) = ingest.run(folder, (), IntakeLimits(), folder / "store", shop).files
    if file.state != "readable":
        return "refused" if path.name in file.why else "silent"
    outcome = shop.run(_is_proven, _task(folder, file), LIMITS)
    return "placed" if isinstance(outcome, Done) and outcome.value else "failed"


def _task(folder: Path, file: SourceFile) -> _Task:
    path = folder / file.path if file.derivative is None else folder / "store" / file.derivative
    return _Task(path, file.pages or 0, folder / "dossier.pdf")


def _is_proven(task: _Task) -> bool:
    bundle = plan([(placed(task.path, 1, task.pages, "附件"),)])
    try:
        assemble(bundle, task.target)
    except UnplaceableError:
        return False
    return prove(task.target, ProofExpectation.of(bundle)).ok
