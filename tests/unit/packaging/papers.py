"""Small papers and plans for the tests of the dossier: drawn here, invented throughout."""

from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path

import numpy as np
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.model.bundle import (
    BundlePlan,
    CoverFacts,
    MaterialPlan,
    PlacedDocument,
    PlacedPart,
    PortalLimits,
)

rl_config.useA85 = 0  # pictures stored as nearly all producers store them
A4 = (595.276, 841.89)
TITLES = (
    "公司营业执照副本",
    "法人身份证",
    "公司章程",
    "股东证明材料",
    "主要人员身份证及社保记录",
    "技术人员资质证明",
    "业务发展计划书",
    "网络与信息安全保障措施",
    "接入资源协议",
    "机房使用证明",
    "依法经营承诺书",
    "申请表",
)


def text_paper(path: Path, pages: int = 1, size: tuple[float, float] = A4, bookmark: bool = False) -> Path:
    """A digital paper: a heading and some lines, clear margins."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(60, size[1] - 80, f"{path.stem} page {number} of {pages}")
        for line in range(12):
            canvas.drawString(
                60, size[1] - 110 - 18 * line, f"Clause {line + 1}: the quick brown fox signs {number * 7 + line}."
            )
        if bookmark:
            canvas.bookmarkPage(f"p{number}")
            canvas.addOutlineEntry(f"Chapter {number}", f"p{number}", level=0)
        canvas.showPage()
    canvas.save()
    return path


def boxes_paper(path: Path, boxes: list[tuple[float, float, float, float]], size: tuple[float, float] = A4) -> Path:
    """A page of black rectangles, each (x, y, width, height) from the lower left."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for box in boxes:
        canvas.rect(*box, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return path


def scanned_paper(
    path: Path, pages: int = 1, dpi: int = 200, ground: int = 240, seed: int = 1, blot: bool = False
) -> Path:
    """A paper of full-page JPEG scans with grain and a few strokes, and a blot in the upper left where asked."""
    random = np.random.default_rng(seed)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for _ in range(pages):
        high, wide = round(A4[1] / 72 * dpi), round(A4[0] / 72 * dpi)
        dots = random.normal(ground, 5, (high, wide, 3)).clip(0, 255).astype(np.uint8)
        for row in range(high // 8, high - high // 8, high // 24):
            dots[row : row + max(dpi // 40, 2), wide // 8 : wide - wide // 6] = 40
        if blot:  # in the upper left: it tells which way up the picture lies
            dots[: high // 7, : wide // 2] = 60
        written = io.BytesIO()
        Image.fromarray(dots).save(written, "JPEG", quality=92)
        written.seek(0)
        canvas.drawImage(ImageReader(written), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return path


def placed(
    path: Path, first: int = 1, last: int = 1, title: str | None = None, signed: bool = False
) -> PlacedDocument:
    """Pages of a paper as one document."""
    part = PlacedPart(
        path=path,
        file=f"papers/{path.name}",
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        first=first,
        last=last,
    )
    return PlacedDocument(title=title or path.stem, parts=(part,), signed=signed, original=path if signed else None)


def cover(**changes: object) -> CoverFacts:
    facts = CoverFacts(
        licence="互联网接入服务业务（B14）",
        applicant="云桥（北京）网络科技有限公司",
        code="91999999MA00000000",
        authority="北京市通信管理局",
        coverage="北京市",
        day=date(2026, 12, 15),
        annexes=("1A 公司概况", "4A 股权结构图"),
        note="虚构数据",
    )
    return facts.model_copy(update=changes)


def plan(
    materials: list[tuple[PlacedDocument, ...]],
    *,
    final: bool = True,
    dividers: bool = True,
    limits: PortalLimits | None = None,
    missing: tuple[str, ...] = ("尚缺本项材料",),
    **changes: object,
) -> BundlePlan:
    """A plan of these materials, numbered from 01."""
    return BundlePlan(
        cover=cover(**changes),
        short_name="云桥",
        materials=tuple(
            MaterialPlan(
                number=f"{number:02}",
                title=TITLES[(number - 1) % len(TITLES)],
                documents=documents,
                missing=() if documents else missing,
            )
            for number, documents in enumerate(materials, 1)
        ),
        limits=limits or PortalLimits(max_file_mb=5, min_dpi=150),
        final=final,
        dividers=dividers,
    )


def usual_plan(folder: Path, *, final: bool = True) -> BundlePlan:
    """Six materials of digital and scanned papers, one with bookmarks, one of two papers, one signed."""
    licence = text_paper(folder / "licence.pdf")
    cards = text_paper(folder / "cards.pdf", 2)
    articles = text_paper(folder / "articles.pdf", 5, bookmark=True)
    agreement = scanned_paper(folder / "agreement.pdf", 2, dpi=100)
    lease = text_paper(folder / "lease.pdf", 3, size=(841.89, 595.276))
    return plan(
        [
            (placed(licence, title="公司营业执照副本", signed=True),),
            (placed(cards, 1, 2, "法定代表人身份证"),),
            (placed(articles, 1, 5, "公司章程（2026年修订）"),),
            (placed(cards, 1, 1, "股东身份证"), placed(articles, 2, 3, "企业股东章程")) if final else (),
            (placed(agreement, 1, 2, "专线接入协议"),),
            (placed(lease, 1, 3, "机房租赁合同"),),
        ],
        final=final,
    )
