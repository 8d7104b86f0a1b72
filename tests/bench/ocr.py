"""One A4 photograph by OCR: seconds, and how much memory the worker takes."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.image_pdf import image_pdf
from pipeline.engines.outcomes import Done
from pipeline.engines.reading import read_pages
from tests.bench.figures import Figure
from tests.specimens import surfaces, worlds
from tests.specimens.papers import articles, business_licence
from tests.specimens.sheet import Page

SEED = 7002
ROUNDS = 3
LIMITS = ChildLimits(max_seconds=300, max_memory_mb=2000)
KILOBYTES = 1024
"""The system tells resident memory in kilobytes."""


class Reading(NamedTuple):
    """What reading one photograph took in the worker: seconds of processor and clock, megabytes at the peak."""

    processor: float
    clock: float
    peak: float
    characters: int


def figures() -> tuple[Figure, ...]:
    """A licence and a page of articles, photographed at a slant with a shadow."""
    world = worlds.clean(SEED)
    licence = business_licence.draw(world.company, "portrait_2015").pages[0]
    clauses = articles.draw(world.company, "clauses").pages[1]
    with tempfile.TemporaryDirectory() as folder, Workshop(1) as shop:
        sparse = _read(shop, _photograph(Path(folder) / "licence.jpg", licence))
        dense = _read(shop, _photograph(Path(folder) / "articles.jpg", clauses))
    return (
        Figure("characters on the licence", sparse.characters, "chars"),
        Figure("characters on the page of articles", dense.characters, "chars"),
        Figure("A4 photograph of a licence, processor time", sparse.processor, "s", at_most=2.5),
        Figure("A4 photograph of a page of articles, processor time", dense.processor, "s", at_most=2.5),
        Figure("the same by the clock, beside what else runs", dense.clock, "s"),
        Figure("peak resident memory of the worker", dense.peak, "MB", at_most=900),
    )


def _photograph(path: Path, page: Page) -> Path:
    """The PDF that intake makes of a photograph."""
    path.write_bytes(surfaces.photo(page, SEED))
    content = image_pdf(path).pdf
    made = path.with_suffix(".pdf")
    made.write_bytes(content)
    return made


def _read(shop: Workshop, path: Path) -> Reading:
    """The best of several readings in a child that has its engine loaded."""
    outcomes = shop.map(read_photograph, [path] * (ROUNDS + 1), LIMITS)
    readings = [outcome.value for outcome in outcomes[1:] if isinstance(outcome, Done)]
    if len(readings) != ROUNDS:
        raise AssertionError(f"{path.name} could not be read: {outcomes[-1]}")
    best = min(readings)
    return best._replace(peak=max(each.peak for each in readings), clock=min(each.clock for each in readings))


def read_photograph(path: Path) -> Reading:
    """In the worker: the page with everything that the program wants of it."""
    processor, clock = time.process_time(), time.perf_counter()
    pages = read_pages(path, path.name, "")
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
    return Reading(processor, clock, peak, sum(len(page.text) for page in pages))
