"""Dossiers of other people's PDFs, ordinary and hostile: nothing crashes, hangs or raises a false alarm."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from pipeline.model.bundle import ProofExpectation
from pipeline.packaging.assembly import assemble
from pipeline.packaging.files import write_package
from pipeline.packaging.proof import prove
from pipeline.packaging.sources import UnplaceableError
from tests.unit.packaging.papers import placed, plan

STRANGERS = Path(__file__).parents[4] / "shared" / "testdata"
HOSTILE = (
    "corkami__dualmix1",  # a picture for content
    "opf__033689",  # damaged content streams, rotated, cropped
    "opf__303226",  # strings that never end
    "opf__T02-02_003_page-tree-different-kids",  # resources that are a page
    "paperless__signed",
    "pdfbox__AcroFormsRotation",
    "pdfium__bug_1506",
    "pdfium__launch_action",
    "pdfjs__annotation-button-widget",
    "pdfjs__bomb_giant",
    "pdfjs__bug1669099",  # forms in forms in forms
    "pdfjs__bug1947248_text",  # a user unit
    "pdfjs__issue1350",  # a negative origin
    "pdfjs__issue269_1",  # layers
    "pdfminer__issue-1113-evil-xobjects",
    "pikepdf__cyclic-toc",
    "pikepdf__form_dd0293",
    "pymupdf__test_2596",
    "pysf__imagemagick-images",  # tiny pages, odd filters
    "qpdf__append-xref-loop",
    "qpdf__duplicate-page-inherited",
    "qpdf__fx-overlay-59",
    "qpdf__manual-appearances",
)


def strangers(folder: str) -> list[Path]:
    return [path for path in sorted((STRANGERS / folder).glob("*.pdf")) if path.name != "qpdf__20-pages.pdf"]


def pages_of(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


@pytest.mark.skipif(not STRANGERS.is_dir(), reason="third-party test data is not beside the repository")
@pytest.mark.parametrize("final", [True, False], ids=["final", "draft"])
def test_a_dossier_of_ordinary_strangers_is_proven(tmp_path: Path, final: bool) -> None:
    papers = [placed(path, 1, pages_of(path)) for path in strangers("bundle")]
    bundle = plan([tuple(papers[number::12]) for number in range(12)], final=final)
    assemble(bundle, tmp_path / "dossier.pdf")
    report = prove(tmp_path / "dossier.pdf", ProofExpectation.of(bundle))
    assert report.faults == ()
    assert report.pages > sum(paper.pages for paper in papers)


@pytest.mark.skipif(not STRANGERS.is_dir(), reason="third-party test data is not beside the repository")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_paper_is_placed_and_proven(tmp_path: Path, name: str) -> None:
    path = STRANGERS / "hostile" / f"{name}.pdf"
    bundle = plan([(placed(path, 1, pages_of(path), "附件"),)])
    assemble(bundle, tmp_path / "dossier.pdf")
    assert prove(tmp_path / "dossier.pdf", ProofExpectation.of(bundle)).faults == ()
    (file, *_) = write_package(bundle, tmp_path / "package")
    assert file.pdf.pages == pages_of(path)


@pytest.mark.skipif(not STRANGERS.is_dir(), reason="third-party test data is not beside the repository")
@pytest.mark.parametrize("name", ["qpdf__deep-pages", "paperless__encrypted", "pdfium__bug_481363", "plumber__empty"])
def test_a_paper_that_cannot_be_opened_is_named_and_nothing_is_left_behind(tmp_path: Path, name: str) -> None:
    path = STRANGERS / "hostile" / f"{name}.pdf"
    with pytest.raises(UnplaceableError, match=f"papers/{name}.pdf"):
        assemble(plan([(placed(path),)]), tmp_path / "dossier.pdf")
    assert list(tmp_path.iterdir()) == []
