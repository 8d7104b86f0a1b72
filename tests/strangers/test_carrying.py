"""Any paper: accepted with every page shown as it looks, or refused with one sentence that names it — never less."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from pipeline.engines.children import Workshop
from tests.strangers.carrying import Carried, carry
from tests.strangers.odd_pdfs import ODD_PDFS, Made
from tests.strangers.odd_pictures import ODD_PICTURES

TESTDATA = Path(__file__).parents[3] / "shared" / "testdata"
without_testdata = pytest.mark.skipif(
    not TESTDATA.is_dir(), reason="third-party test data is not beside the repository"
)
VIEWERS_OWN = {
    "pdfium__bug_512557.pdf": "stripes one dot high, which make a pattern of their own at any other size",
    "pdfjs__annotation-choice-widget.pdf": "lists without an appearance, which every viewer draws in its own way",
    "qpdf__manual-appearances.pdf": "turned appearances, which pdfium lays beside their frames and other viewers into them",
}
"""Files that pdfium alone shows otherwise: looked at by eye."""


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with Workshop(2) as opened:
        yield opened


def became(each: Carried) -> str:
    return str(each.pages) if each.state == "readable" else each.state


def unlike(odd: dict[str, tuple[Made, int | str]], ending: str, folder: Path, shop: Workshop) -> dict[str, object]:
    """What became of each file that should not have: its trouble, or another answer than the ones told beside it."""
    carried = carry({name + ending: made() for name, (made, _) in odd.items()}, folder, shop)
    return {
        name: each.trouble or became(each)
        for name, each in carried.items()
        if each.trouble or became(each) not in str(odd[name.removesuffix(ending)][1]).split(" or ")
    }


@pytest.mark.deep
def test_every_odd_pdf_is_carried_or_refused(tmp_path: Path, shop: Workshop) -> None:
    assert unlike(ODD_PDFS, ".pdf", tmp_path, shop) == {}


def test_every_odd_picture_is_carried_or_refused(tmp_path: Path, shop: Workshop) -> None:
    assert unlike(ODD_PICTURES, "", tmp_path, shop) == {}


def counts(path: Path) -> tuple[int | None, int | None]:
    """Pages by pikepdf and by pdfium, None where it cannot open the file or load them."""
    try:
        with pikepdf.open(path) as pdf:
            one: int | None = len(pdf.pages)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        one = None
    try:
        document = pypdfium2.PdfDocument(path)
        for number in range(min(len(document), 500)):
            document[number].close()
        two: int | None = len(document)
    except pypdfium2.PdfiumError:
        two = None
    return one, two


@without_testdata
@pytest.mark.deep
@pytest.mark.parametrize("folder", ["hostile", "bundle"])
def test_every_stranger_is_carried_or_refused(tmp_path: Path, shop: Workshop, folder: str) -> None:
    files = {path.name: path for path in sorted((TESTDATA / folder).iterdir()) if path.name != "manifest.tsv"}
    carried = carry(files, tmp_path, shop)
    assert {name: each.trouble for name, each in carried.items() if each.trouble and name not in VIEWERS_OWN} == {}
    for name, each in carried.items():
        if not name.endswith(".pdf"):
            continue
        one, two = counts(files[name])
        if one is not None and one == two and one > 0:
            assert (each.state, each.pages) == (("readable", one) if one <= 500 else ("too_large", None)), name
        elif each.state == "readable":
            assert each.repair != "as is", name
