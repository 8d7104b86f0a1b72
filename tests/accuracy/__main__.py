"""python -m tests.accuracy [digital | scan | photo | public | rules]: how exactly papers are read and clients judged.

Ends with 1 where an aim is missed. Without a word all are measured and docs/accuracy.md is written anew; `rules`
alone writes its own section of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pipeline.engines.children import Workshop
from pipeline.store import Store
from tests.accuracy import clients, public, samples, verdicts
from tests.accuracy.judging import Judged, fault, judged, misses, verdict
from tests.accuracy.page import page
from tests.accuracy.rates import SURFACES, aims
from tests.accuracy.reading import documents_of
from tests.accuracy.samples import Batch

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "accuracy.md"
WORK = ROOT / "build" / ".cache" / "accuracy"
RULES = "rules"
USAGE, MISSED = 2, 1
JOBS = 2
NO_PUBLIC = "公开样张：仓库旁没有 shared/testdata/zh，本次未测。"


def main(arguments: list[str]) -> int:
    """Measure the surfaces asked for, all when none is; 1 where an aim is missed, 2 for a word that is none."""
    known = [*SURFACES, RULES]
    unknown = [each for each in arguments if each not in known]
    if unknown:
        sys.stderr.write(f"no surface {', '.join(unknown)}; there are {', '.join(known)}\n")
        return USAGE
    asked = arguments or known
    surfaces = [each for each in asked if each != RULES]
    met = [_reading(surfaces, write=not arguments)] if surfaces else []
    met += [_rules()] if RULES in asked else []
    return 0 if all(met) else MISSED


def _reading(surfaces: list[str], *, write: bool) -> bool:
    """Whether every aim of reading is met; the page is written where all surfaces were measured."""
    papers = measured(surfaces)
    _tell(papers)
    if write:
        remarks = [] if public.FOLDER.is_dir() else [NO_PUBLIC]
        PAGE.write_text(page(papers, datetime.now(UTC).date(), remarks), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
    return all(each.met for each in aims(papers))


def _rules() -> bool:
    """Whether every aim of judging is met; its section of the page is written."""
    found = tuple(clients.judged(clients.samples(), WORK / "rules", JOBS))
    verdicts.tell(found)
    verdicts.written(PAGE, verdicts.section(found, datetime.now(UTC).date()))
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
    return verdicts.tally(found).met


def measured(surfaces: list[str], work: Path = WORK, jobs: int = JOBS, engines: str = "") -> tuple[Judged, ...]:
    """Every sample of these surfaces, read by `jobs` workers and judged; `engines` as in `documents_of`."""
    store = Store(work / "kept")
    found: list[Judged] = []
    with Workshop(jobs) as shop:
        for batch in _batches(work / "clients", surfaces):
            found += judged(batch, documents_of(batch.folder, store, shop, engines))
    return tuple(found)


def _batches(root: Path, surfaces: list[str]) -> Iterator[Batch]:
    for surface in surfaces:
        if surface != "public":
            yield from samples.batches(root, surface)
            continue
        batch = public.batch(root)
        if batch is None:
            sys.stdout.write(f"{NO_PUBLIC}\n")
        else:
            yield batch


def _tell(papers: tuple[Judged, ...]) -> None:
    for each, answer in misses(papers):
        told = f"{each.surface}\t{each.sample.layout}\t{each.sample.wear}\t{answer.name}\t{verdict(answer)}"
        read = "" if answer.read is None else f"{answer.read}\t{answer.confidence}"
        sys.stdout.write(f"{told}\t{fault(each, answer)}\t{answer.truth}\t{read}\t{answer.file}\n")
    for each in papers:
        if not (each.recognised and each.grouped):
            lost = "kind" if not each.recognised else "pages"
            sys.stdout.write(
                f"{each.surface}\t{each.sample.layout}\t{each.sample.wear}\t{lost}\t{each.sample.places[0]}\n"
            )
    for aim in aims(papers):
        sys.stdout.write(
            f"{'met   ' if aim.met else 'MISSED'} {aim.name} {aim.rate.share:.2%} of {aim.rate.asked} (≥ {aim.least:.1%})\n"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
