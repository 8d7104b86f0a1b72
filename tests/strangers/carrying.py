"""A file carried all the way: opened, placed in a dossier, proven, and every page compared with its source by its look.

The look is compared here by the tests' own drawing, which shares no code with the program's proof.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.outcomes import Done
from pipeline.errors import DossierError
from pipeline.model.bundle import Placement, ProofExpectation
from pipeline.model.geometry import POINTS_PER_INCH
from pipeline.model.intake import IntakeLimits, SourceFile
from pipeline.packaging.assembly import assemble
from pipeline.packaging.proof import prove
from pipeline.stages import ingest
from tests.unit.packaging.papers import placed, plan

Grey = NDArray[np.uint8]

DPI = 108.0  # hairlines keep their weight
LONGEST = 1800.0  # dots of the longer side
BLOCK = 18  # dots
DIFFERENT = 48  # mean grey levels of a block: more is another picture
STAMP_AIR = 6.0  # points around a stamp that are not compared
LIMITS = ChildLimits(max_seconds=120.0, max_memory_mb=2500)


class Carried(NamedTuple):
    """What became of one file; `trouble` is everything that must not be."""

    state: str
    pages: int | None
    repair: str
    sentence: str
    lost: tuple[int, ...]
    seconds: float
    trouble: tuple[str, ...]


class _Paper(NamedTuple):
    """A file that opened: the PDF that stands for it, and the original."""

    path: Path
    original: Path
    pages: int
    target: Path


def carry(files: Mapping[str, Path | bytes], folder: Path, shop: Workshop) -> dict[str, Carried]:
    """Each file, by its name, as the only paper of a client of its own: none is a copy of another then."""
    shop.limits_in_force()  # the children start once, not in every thread
    with ThreadPoolExecutor(shop.jobs) as threads:
        futures = {
            name: threads.submit(_one, name, content, folder / f"{number:03}", shop)
            for number, (name, content) in enumerate(files.items())
        }
        return {name: future.result() for name, future in futures.items()}


def _one(name: str, content: Path | bytes, folder: Path, shop: Workshop) -> Carried:
    start = time.monotonic()
    target = folder / "papers" / name
    target.parent.mkdir(parents=True)
    target.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    (file,) = ingest.run(folder, (), IntakeLimits(), folder / "store", shop).files
    outcome = shop.run(_carried, _paper(folder, file), LIMITS) if file.state == "readable" else None
    shutil.rmtree(folder)
    return _concluded(file, outcome, time.monotonic() - start)


def _paper(folder: Path, file: SourceFile) -> _Paper:
    original = folder / file.path
    path = original if file.derivative is None else folder / "store" / file.derivative
    return _Paper(path, original, file.pages or 0, folder / "dossier.pdf")


def _concluded(file: SourceFile, outcome: object, seconds: float) -> Carried:
    trouble: tuple[str, ...] = ()
    if outcome is not None:
        trouble = outcome.value if isinstance(outcome, Done) else (f"{outcome}",)
    elif Path(file.path).name not in file.why or not file.why.endswith("。"):
        trouble = (f"no sentence that names it: {file.why}",)
    lost = tuple(each.page for each in file.unread)
    return Carried(file.state, file.pages, file.repair, file.why, lost, seconds, trouble)


def _carried(paper: _Paper) -> tuple[str, ...]:
    """In a child: everything wrong with the dossier of one paper."""
    bundle = plan([(placed(paper.path, 1, paper.pages, "附件"),)])
    try:
        assembled = assemble(bundle, paper.target)
    except DossierError as error:
        return (f"not placed: {error}",)
    report = prove(paper.target, ProofExpectation.of(bundle))
    faults = tuple(f"proof {each.name}: {each.detail}" for each in report.faults)
    placements = tuple(each for each in assembled.listing.placements if each.role == "source")
    counted = () if len(placements) == paper.pages else (f"{len(placements)} pages placed of {paper.pages}",)
    return (*faults, *counted, *_differences(paper, placements))


def _differences(paper: _Paper, placements: tuple[Placement, ...]) -> Iterator[str]:
    """Pages that look otherwise in the dossier than in the original, and than in the copy that stands for it."""
    sources = [
        document
        for path in dict.fromkeys((paper.original, paper.path))
        for fields in (True, False)
        if (document := _opened(path, paper.pages, fields=fields)) is not None
    ]
    if not sources:
        yield "no reader shows the source"
        return
    dossier = pypdfium2.PdfDocument(paper.target)
    with pikepdf.open(paper.target) as pdf:
        units = [float(page.obj.get("/UserUnit", 1)) for page in pdf.pages]
    for each in placements:
        page, unit = dossier[each.page - 1], units[each.page - 1]
        far = min(_furthest(source[each.source_page - 1], page, unit, each) for source in sources)
        if far > DIFFERENT:
            yield f"page {each.source_page} looks otherwise ({far:.0f})"


def _opened(path: Path, pages: int, *, fields: bool) -> Any:
    """The file as pdfium shows it, with `fields` as a viewer draws them; None where it has other pages, or flat ones."""
    try:
        document = pypdfium2.PdfDocument(path)
        if len(document) != pages or any(min(document[number].get_size()) < 1 for number in range(pages)):
            return None
    except pypdfium2.PdfiumError:
        return None
    if fields:
        document.init_forms()
    return document


def _furthest(source: Any, page: Any, unit: float, each: Placement) -> float:
    """The largest difference of any block, in grey levels; the stamp and values set anew do not count.

    `unit` is points a user unit of the dossier's page.
    """
    whole, expected = _drawn(page), _drawn(source)
    scale = whole.shape[1] / (page.get_width() * unit)
    if each.area is not None:
        whole = whole[_span(each.area.top, each.area.bottom, scale), _span(each.area.x0, each.area.x1, scale)]
    seen = np.asarray(Image.fromarray(whole).resize(expected.shape[::-1], Image.Resampling.BOX), np.uint8)
    distance = np.abs(_means(seen) - _means(expected))
    _forget(distance, each, scale, (expected.shape[1] / whole.shape[1], expected.shape[0] / whole.shape[0]))
    return float(distance.max())


def _span(first: float, last: float, scale: float) -> slice:
    return slice(round(first * scale), max(round(last * scale), round(first * scale) + 1))


def _drawn(page: Any) -> Grey:
    """The page in grey."""
    scale = min(DPI / POINTS_PER_INCH, LONGEST / max(page.get_size()))
    grey: Grey = page.render(scale=scale, grayscale=True, may_draw_forms=True).to_numpy()
    return grey.reshape(grey.shape[0], grey.shape[1])


def _means(grey: Grey) -> NDArray[np.float64]:
    high, wide = grey.shape
    full = np.pad(grey, ((0, -high % BLOCK), (0, -wide % BLOCK)), mode="edge")
    means: NDArray[np.float64] = full.reshape(full.shape[0] // BLOCK, BLOCK, -1, BLOCK).mean(axis=(1, 3))
    return means


def _forget(distance: NDArray[np.float64], each: Placement, scale: float, onto: tuple[float, float]) -> None:
    """Leave out the blocks that the stamp or a value set anew touches."""
    left, top = (0.0, 0.0) if each.area is None else (each.area.x0, each.area.top)
    stamp = () if each.stamp is None else (each.stamp.grown(STAMP_AIR),)
    for place in (*stamp, *(redrawn.grown(STAMP_AIR) for redrawn in each.redrawn)):
        across = _blocks(place.x0 - left, place.x1 - left, scale * onto[0])
        down = _blocks(place.top - top, place.bottom - top, scale * onto[1])
        distance[down, across] = 0


def _blocks(first: float, last: float, scale: float) -> slice:
    return slice(max(int(first * scale / BLOCK), 0), max(int(last * scale / BLOCK) + 1, 0))
