"""Right dossiers of every make: random mixes of ordinary and odd papers, each from its own seed."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pikepdf

from pipeline.engines.opening import OpeningTask, open_file
from pipeline.model.bundle import BundlePlan, MaterialPlan, PlacedDocument, PortalLimits
from tests.strangers.odd_pdfs import ODD_PDFS
from tests.unit.packaging.papers import TITLES, boxes_paper, cover, placed, scanned_paper, text_paper

WORDS = "云桥网络科技有限公司关于互联网接入服务业务的专线合同补充协议附件机房租赁产权证明社保缴费记录学历证书股东章程修正案"
ODD_WORDS = (
    "A&B <Ltd>",
    "第 3 页 / 共 9 页",
    "（2026年）",
    "《》“”",
    "No. 7/2",
    "草稿",
    "目录",
    "㐀",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 2,
)
SLOW = frozenset({"a bomb of Flate", "a bomb of JBIG2", "four thousand squares", "a thousand content streams"})
MOST_MATERIALS, MOST_PAPERS, MOST_PAGES = 8, 5, 6


class Paper(NamedTuple):
    """A paper that may be placed, and its pages."""

    path: Path
    pages: int


def pool(folder: Path) -> tuple[Paper, ...]:
    """Ordinary papers, and every odd one as ingest hands it on."""
    made = [
        Paper(text_paper(folder / "text.pdf", 4), 4),
        Paper(text_paper(folder / "chapters.pdf", 6, bookmark=True), 6),
        Paper(text_paper(folder / "wide.pdf", 2, size=(1190.55, 841.89)), 2),
        Paper(text_paper(folder / "landscape.pdf", 3, size=(841.89, 595.276)), 3),
        Paper(text_paper(folder / "receipt.pdf", 2, size=(164.4, 700)), 2),
        Paper(scanned_paper(folder / "scan.pdf", 3, dpi=60), 3),
        Paper(scanned_paper(folder / "dark.pdf", 1, dpi=50, ground=90), 1),
        Paper(scanned_paper(folder / "tinted.pdf", 1, dpi=50, ground=200, blot=True), 1),
        Paper(boxes_paper(folder / "full.pdf", [(0, 0, 596, 842)]), 1),
        Paper(boxes_paper(folder / "frame.pdf", [(0, 0, 596, 30), (0, 812, 596, 30)]), 1),
        Paper(boxes_paper(folder / "card.pdf", [(4, 4, 20, 9)], (243, 153)), 1),
        Paper(boxes_paper(folder / "stamp.pdf", [(4, 4, 20, 9)], (60, 30)), 1),
    ]
    made.extend(_turned(folder, degrees) for degrees in (90, 180, 270))
    for number, (name, (make, pages)) in enumerate(ODD_PDFS.items()):
        if isinstance(pages, int) and name not in SLOW:
            path = folder / f"odd{number:03}.pdf"
            path.write_bytes(make())
            made.append(_as_ingested(path))
    return tuple(made)


def _as_ingested(path: Path) -> Paper:
    """The paper as the program would place it: mended where readers differ."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    report = open_file(OpeningTask(path=path, sha256=digest, sort="pdf", store=path.parent))
    return Paper(path if report.derivative is None else path.parent / report.derivative, report.pages)


def _turned(folder: Path, degrees: int) -> Paper:
    path = folder / f"turned{degrees}.pdf"
    with pikepdf.open(text_paper(folder / "upright.pdf", 2)) as pdf:
        for page in pdf.pages:
            page.rotate(degrees, relative=False)
        pdf.save(path)
    return Paper(path, 2)


def good_dossier(seed: int, papers: Sequence[Paper]) -> BundlePlan:
    """The plan of one dossier, wholly told by its seed."""
    dice = random.Random(seed)
    final = dice.random() < 0.7
    materials = []
    for number in range(1, dice.randint(1, MOST_MATERIALS) + 1):
        documents = tuple(_document(dice, papers) for _ in range(dice.randint(1, MOST_PAPERS)))
        if not final and dice.random() < 0.3:
            documents = ()
        materials.append(
            MaterialPlan(
                number=dice.choice((f"{number:02}", f"{number:02}A")),
                title=dice.choice((TITLES[number % len(TITLES)], _title(dice))),
                documents=documents,
                missing=() if documents else (_title(dice),),
            )
        )
    return BundlePlan(
        cover=cover(applicant=_title(dice), annexes=tuple(_title(dice) for _ in range(dice.randint(0, 6)))),
        short_name="云桥",
        materials=tuple(materials),
        limits=PortalLimits(max_file_mb=5, min_dpi=150),
        final=final,
        dividers=dice.random() < 0.6,
    )


def _document(dice: random.Random, papers: Sequence[Paper]) -> PlacedDocument:
    paper = dice.choice(papers)
    first = dice.randint(1, paper.pages)
    last = min(dice.randint(first, paper.pages), first + MOST_PAGES)
    return placed(paper.path, first, last, _title(dice), signed=dice.random() < 0.1)


def _title(dice: random.Random) -> str:
    words = "".join(dice.choice(WORDS) for _ in range(dice.choice((2, 6, 12, 40, 90))))
    return dice.choice((words, words + dice.choice(ODD_WORDS), dice.choice(ODD_WORDS) + words))
