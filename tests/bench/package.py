"""The dossier's speed: 600 pages of 40 papers against the usual way of doing it, 300 small papers, 5 000 pages."""

from __future__ import annotations

import hashlib
import io
import multiprocessing
import resource
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines.fonts import reportlab_font
from pipeline.model.bundle import (
    BundlePlan,
    CoverFacts,
    MaterialPlan,
    PlacedDocument,
    PlacedPart,
    PortalLimits,
    ProofExpectation,
)
from pipeline.packaging.assembly import assemble
from pipeline.packaging.proof import prove
from tests.bench.figures import Figure, best_of

PAPERS, PAGES_EACH, MATERIALS = 40, 15, 12
SMALL_PAPERS, LONG = 300, 5_000  # papers of two pages; pages of a long dossier
SCANNED = 10  # every tenth paper
ROUNDS = 3  # each way runs so often, in turn; the best of each counts
A4 = (595.276, 841.89)
ALLOWANCE = 500_000
"""Bytes that cover, contents, outline and fonts may take beside the papers."""


def figures() -> tuple[Figure, ...]:
    """Both ways over the same papers: how many times faster than usual, how large the file; and how it all grows."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        papers = _papers(place)
        return (*_against_the_usual_way(place, papers), *_many_small(place), *_growth(place, papers))


def _against_the_usual_way(folder: Path, papers: list[Path]) -> tuple[Figure, ...]:
    plan = _plan(papers)
    target, usual_target = folder / "dossier.pdf", folder / "usual.pdf"
    usual, assembling, proving = _timed(papers, plan, target, usual_target)
    parts = sum(paper.stat().st_size for paper in papers)
    return (
        Figure("the usual way, pypdf append and an overlay a page", usual, "s"),
        Figure("assembling", assembling, "s"),
        Figure("proving", proving, "s"),
        Figure("assembling against the usual way", usual / assembling, "×", at_least=6),
        Figure("assembling and proving against it", usual / (assembling + proving), "×", at_least=1.5),
        Figure("file against its parts", (target.stat().st_size - ALLOWANCE) / parts, "×", at_most=1.05),
        Figure("file of the usual way against its parts", usual_target.stat().st_size / parts, "×"),
    )


def _many_small(folder: Path) -> tuple[Figure, ...]:
    """Papers of two pages: opening them costs more than copying their pages."""
    papers = _written(folder, "small", SMALL_PAPERS, 2)
    usual, assembling, proving = _timed(papers, _plan(papers), folder / "small.pdf", folder / "small-usual.pdf")
    whole = usual / (assembling + proving)
    return (
        Figure(f"{SMALL_PAPERS} papers of two pages, assembling against the usual way", usual / assembling, "×"),
        Figure(f"{SMALL_PAPERS} papers of two pages, proof included", whole, "×", at_least=1),
    )


def _timed(papers: list[Path], plan: BundlePlan, target: Path, usual_target: Path) -> list[float]:
    """Seconds of the usual way, of assembling and of proving."""
    expected = ProofExpectation.of(plan)
    assemble(plan, target)  # fonts are cut once and kept: neither way pays for them here
    times = best_of(
        ROUNDS,
        lambda: _usual_way(papers, usual_target),
        lambda: assemble(plan, target),
        lambda: prove(target, expected),
    )
    if not prove(target, expected).ok:
        raise AssertionError("the dossier is not proven")
    return times


class _Cost(NamedTuple):
    """Seconds of the processor and the most memory (MB) that a dossier took, proof included."""

    seconds: float
    memory: float


def _growth(folder: Path, papers: list[Path]) -> tuple[Figure, ...]:
    """A long dossier against the usual one, each in a process of its own, as `dossier` builds them."""
    copies = [folder / f"copy{number:03}.pdf" for number in range(LONG // PAGES_EACH)]
    for number, copy in enumerate(copies):
        shutil.copyfile(papers[number % len(papers)], copy)
    usual, long = (_cost(_plan(each), folder / "grown.pdf") for each in (papers, copies))
    pages = PAPERS * PAGES_EACH, len(copies) * PAGES_EACH
    slower = (long.seconds / pages[1]) / (usual.seconds / pages[0])
    return (
        Figure(f"peak resident memory, {pages[0]} pages", usual.memory, "MB", at_most=400),
        Figure(f"peak resident memory, {pages[1]} pages", long.memory, "MB"),
        Figure(f"memory of {pages[1]} pages against {pages[0]}", long.memory / usual.memory, "×", at_most=2),
        Figure("time a page of the one against the other", slower, "×", at_most=1.25),
    )


def _cost(plan: BundlePlan, target: Path) -> _Cost:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
        return alone.submit(_build, plan, target).result()


def _build(plan: BundlePlan, target: Path) -> _Cost:
    start = time.process_time()
    assemble(plan, target)
    if not prove(target, ProofExpectation.of(plan)).ok:
        raise AssertionError("the dossier is not proven")
    return _Cost(time.process_time() - start, _peak())


def _peak() -> float:
    """The most memory (MB) that this process held; `getrusage` would count that of the process that started it."""
    status = Path("/proc/self/status")
    if status.is_file():
        return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if "VmHWM" in line)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _papers(folder: Path) -> list[Path]:
    """Forty papers of fifteen full pages in Chinese."""
    return _written(folder, "paper", PAPERS, PAGES_EACH)


def _written(folder: Path, name: str, count: int, pages: int) -> list[Path]:
    """Papers of full pages in Chinese, each with its own embedded font; every tenth is scanned."""
    paragraph = (
        "甲乙双方经友好协商，就互联网接入专线的提供、验收、计费、维护与违约责任，订立本合同条款如下，以资共同遵守。"
    )
    font = reportlab_font(paragraph)
    rl_config.useA85 = 0  # as nearly all producers: content packed once, not written in letters
    papers = []
    for number in range(count):
        path = folder / f"{name}{number:03}.pdf"
        canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        for page in range(pages):
            if number % SCANNED == 0:
                canvas.drawImage(_scan(number * pages + page), 0, 0, *A4)
            canvas.setFont(font, 10.5)
            for line in range(0 if number % SCANNED == 0 else 40):
                start = (number * 7 + page * 3 + line) % 20
                canvas.drawString(64, 770 - 17 * line, f"{line + 1}. {paragraph[start:] + paragraph[: start - 12]}")
            canvas.showPage()
        canvas.save()
        papers.append(path)
    return papers


def _scan(seed: int) -> ImageReader:
    """A grey A4 scan at 100 dpi with some grain and strokes."""
    dots = np.random.default_rng(seed).normal(236, 4, (1169, 827)).clip(0, 255).astype(np.uint8)
    dots[120:1050:22, 90:700] = 40
    written = io.BytesIO()
    Image.fromarray(dots).save(written, "JPEG", quality=70)
    written.seek(0)
    return ImageReader(written)


def _plan(papers: list[Path]) -> BundlePlan:
    documents = [
        PlacedDocument(
            title=f"合同条款 {number + 1}",
            parts=(
                PlacedPart(
                    path=path,
                    file=f"papers/{path.name}",
                    sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
                    first=1,
                    last=_pages_of(path),
                ),
            ),
        )
        for number, path in enumerate(papers)
    ]
    return BundlePlan(
        cover=CoverFacts(
            licence="互联网接入服务业务",
            applicant="云桥网络",
            code="91999999MA00000000",
            authority="通信管理局",
            coverage="北京市",
            day=date(2026, 12, 15),
            note="虚构数据",
        ),
        short_name="云桥",
        materials=tuple(
            MaterialPlan(number=f"{number + 1:02}", title="合同", documents=tuple(documents[number::MATERIALS]))
            for number in range(MATERIALS)
        ),
        limits=PortalLimits(max_file_mb=5, min_dpi=150),
        final=True,
    )


def _pages_of(path: Path) -> int:
    return len(PdfReader(path).pages)


def _usual_way(papers: list[Path], target: Path) -> None:
    """pypdf appends the papers, and for every page a small reportlab PDF with its number is merged onto it."""
    font = reportlab_font("第页共")
    writer = PdfWriter()
    for paper in papers:
        writer.append(paper)
    for number, page in enumerate(writer.pages, 1):
        overlay = io.BytesIO()
        canvas = Canvas(overlay, pagesize=A4)
        canvas.setFont(font, 9)
        canvas.drawRightString(A4[0] - 34, 18, f"第 {number} 页 / 共 {len(writer.pages)} 页")
        canvas.save()
        page.merge_page(PdfReader(overlay).pages[0])
    writer.write(target)
