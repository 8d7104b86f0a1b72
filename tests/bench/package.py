"""The dossier's speed: 600 pages of 40 papers, put together and proven, against the usual way of doing it."""

from __future__ import annotations

import hashlib
import io
import resource
import tempfile
import time
from collections.abc import Callable
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

PAPERS, PAGES_EACH, MATERIALS = 40, 15, 12
SCANNED = 10  # every tenth paper
ROUNDS = 3  # each way runs so often, in turn; the best of each counts
A4 = (595.276, 841.89)


class Figures(NamedTuple):
    """What was measured, in seconds, bytes and ratios; `assembling` and `with_proof` are times faster than usual."""

    usual_seconds: float
    assemble_seconds: float
    prove_seconds: float
    assembling: float
    with_proof: float
    size_ratio: float
    usual_size_ratio: float
    peak_megabytes: float
    proven: bool


AIMS = {"assembling": 6.0, "with_proof": 1.5, "size_ratio": 1.05}


def measure() -> Figures:
    """Both ways over the same papers."""
    with tempfile.TemporaryDirectory() as folder:
        papers = _papers(Path(folder))
        plan = _plan(papers)
        target, usual = Path(folder) / "dossier.pdf", Path(folder) / "usual.pdf"
        expected = ProofExpectation.of(plan)
        assemble(plan, target)  # fonts are cut once and kept: neither way pays for them here
        times = [
            (
                _timed(lambda: _usual_way(papers, usual)),
                _timed(lambda: assemble(plan, target)),
                _timed(lambda: prove(target, expected)),
            )
            for _ in range(ROUNDS)
        ]
        best = [min(column) for column in zip(*times, strict=True)]
        parts = sum(paper.stat().st_size for paper in papers)
        return Figures(
            usual_seconds=best[0],
            assemble_seconds=best[1],
            prove_seconds=best[2],
            assembling=best[0] / best[1],
            with_proof=best[0] / (best[1] + best[2]),
            size_ratio=target.stat().st_size / parts,
            usual_size_ratio=usual.stat().st_size / parts,
            peak_megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            proven=prove(target, expected).ok,
        )


def missed(figures: Figures) -> tuple[str, ...]:
    """The aims that the figures miss, as sentences."""
    faults = []
    if figures.assembling < AIMS["assembling"]:
        faults.append(f"assembling is {figures.assembling:.1f}× faster than usual, aim {AIMS['assembling']}×")
    if figures.with_proof < AIMS["with_proof"]:
        faults.append(f"with the proof it is {figures.with_proof:.2f}× faster than usual, aim {AIMS['with_proof']}×")
    if figures.size_ratio > AIMS["size_ratio"]:
        faults.append(f"the file is {figures.size_ratio:.3f} of its parts, aim {AIMS['size_ratio']}")
    if not figures.proven:
        faults.append("the dossier is not proven")
    return tuple(faults)


def _timed(work: Callable[[], object]) -> float:
    """Seconds of processor time: other programs on the machine do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _papers(folder: Path) -> list[Path]:
    """Forty papers of fifteen full pages in Chinese, each with its own embedded font; every tenth is scanned."""
    paragraph = (
        "甲乙双方经友好协商，就互联网接入专线的提供、验收、计费、维护与违约责任，订立本合同条款如下，以资共同遵守。"
    )
    font = reportlab_font(paragraph)
    rl_config.useA85 = 0  # as nearly all producers: content packed once, not written in letters
    papers = []
    for number in range(PAPERS):
        path = folder / f"paper{number:02}.pdf"
        canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        for page in range(PAGES_EACH):
            if number % SCANNED == 0:
                canvas.drawImage(_scan(number * PAGES_EACH + page), 0, 0, *A4)
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
                    last=PAGES_EACH,
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


if __name__ == "__main__":
    import sys

    found = measure()
    for name, value in found._asdict().items():
        sys.stdout.write(f"{name:>18} {value:.3f}\n" if isinstance(value, float) else f"{name:>18} {value}\n")
    sys.exit(bool(missed(found)))
