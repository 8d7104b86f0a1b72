"""How legible an upload file still is after its pictures were reduced."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from pipeline.model.bundle import PortalLimits
from pipeline.packaging.files import write_package
from pipeline.packaging.legibility import View, compared, smallest_print
from tests.specimens import surfaces, worlds
from tests.specimens.papers import letters
from tests.unit.packaging.papers import placed, plan, scanned_paper, text_paper


def test_the_fullest_page_is_looked_at_with_the_page_it_is_a_copy_of(tmp_path: Path) -> None:
    one, other = scanned_paper(tmp_path / "one.pdf", 3), scanned_paper(tmp_path / "other.pdf", 2)
    bundle = plan([(placed(one, 2, 3), placed(other, 1, 2))], limits=PortalLimits(max_file_mb=0.8, min_dpi=150))
    (file, *_) = write_package(bundle, tmp_path / "package")
    assert file.lossy
    words = {("papers/one.pdf", 1): 900, ("papers/one.pdf", 3): 40, ("papers/other.pdf", 1): 700}
    view = smallest_print(bundle, file, words, tmp_path / "package")
    assert view is not None
    assert (view.copy.name, view.page, view.source, view.source_page) == (file.pdf.name, 3, other, 1)


def test_a_file_in_which_nothing_was_read_has_no_page_to_look_at(tmp_path: Path) -> None:
    bundle = plan([(placed(scanned_paper(tmp_path / "one.pdf")),)])
    (file, *_) = write_package(bundle, tmp_path / "package")
    assert smallest_print(bundle, file, {}, tmp_path / "package") is None
    assert not file.lossy


def test_a_page_of_text_is_not_compared(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "text.pdf")
    assert compared(View(paper, 1, paper, 1)) is None


@pytest.mark.slow
def test_a_reduced_scan_loses_little_and_a_ruined_one_is_told(tmp_path: Path) -> None:
    source, ruined = tmp_path / "scan.pdf", tmp_path / "ruined.pdf"
    source.write_bytes(surfaces.scan([letters.change_notice(worlds.clean(7101))], 1))
    bundle = plan([(placed(source),)], limits=PortalLimits(max_file_mb=0.1, min_dpi=150))
    (file, *_) = write_package(bundle, tmp_path / "package")
    assert file.lossy
    mild = compared(View(tmp_path / "package" / file.pdf.name, 1, source, 1))
    with pypdfium2.PdfDocument(source) as pdf:
        drawn = pdf[0].render(scale=150 / 72).to_pil().convert("RGB").filter(ImageFilter.GaussianBlur(2.6))
    written = io.BytesIO()
    drawn.save(written, "JPEG", quality=8)
    Image.open(written).save(ruined, "PDF", resolution=150)
    bad = compared(View(ruined, 1, source, 1))
    assert mild is not None
    assert bad is not None
    assert mild.before is not None
    assert mild.after is not None
    assert bad.after is not None
    assert mild.before == bad.before > 85
    assert mild.before - mild.after < 5 <= mild.before - bad.after
