"""The dossier's speed: 600 pages of 40 papers, put together and proven, against the usual way of doing it."""

from __future__ import annotations

import hashlib
import io
import resource
import tempfile
from datetime import date
from pathlib import Path

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
SCANNED = 10  # every tenth paper
ROUNDS = 3  # each way runs so often, in turn; the best of each counts
A4 = (595.276, 841.89)
ALLOWANCE = 500_000
"""Bytes that cover, contents, outline and fonts may take beside the papers."""


def figures() -> tuple[Figure, ...]:
    """Both ways over the same papers: how many times faster than usual, how large the file."""
    with tempfile.TemporaryDirectory() as folder:
        papers = _papers(Path(folder))
        plan = _plan(papers)
        target, usual_target = Path(folder) / "dossier.pdf", Path(folder) / "usual.pdf"
        expected = ProofExpectation.of(plan)
        assemble(plan, target)  # fonts are cut once and kept: neither way pays for them here
        usual, assembling, proving = best_of(
            ROUNDS,
            lambda: _usual_way(papers, usual_target),
            lambda: assemble(plan, target),
            lambda: prove(target, expected),
        )
        if not prove(target, expected).ok:
            raise AssertionError("the dossier is not proven")
        parts = sum(paper.stat().st_size for paper in papers)
        size, usual_size = target.stat().st_size, usual_target.stat().st_size
    return (
        Figure("the usual way, pypdf append and an overlay a page", usual, "s"),
        Figure("assembling", assembling, "s"),
        Figure("proving", proving, "s"),
        Figure("assembling against the usual way", usual / assembling, "×", at_least=6),
        Figure("assembling and proving against it", usual / (assembling + proving), "×", at_least=1.5),
        Figure("file against its parts", (size - ALLOWANCE) / parts, "×", at_most=1.05),
        Figure("file of the usual way against its parts", usual_size / parts, "×"),
        Figure("peak resident memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB"),
    )


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
