from __future__ import annotations

import base64
import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.engines.children import Workshop
from pipeline.engines.crops import PIXELS_OF_WHOLE
from pipeline.model.facts import Ledger
from pipeline.model.geometry import Box
from pipeline.model.intake import Inventory, SourceFile
from pipeline.reports import writing
from pipeline.reports.pictures import Album, pictures_of
from pipeline.store import Store
from tests.unit.reports.outcomes import PROFILE, case, client, finding, outcome, place, result, settings_of

BOX = Box(100, 100, 200, 120)


@pytest.fixture
def album(tmp_path) -> Album:
    folder = tmp_path / "acme"
    (folder / "papers").mkdir(parents=True)
    canvas = Canvas(str(folder / "papers/a.pdf"), pagesize=(595, 842), invariant=1)
    canvas.rect(100, 842 - 120, 100, 20, fill=1)
    canvas.showPage()
    canvas.save()
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    files = (
        SourceFile(path="papers/a.pdf", sha256="a" * 64, size=1, sort="pdf", state="readable", pages=1),
        SourceFile(path="papers/locked.pdf", sha256="b" * 64, size=1, sort="pdf", state="encrypted"),
    )
    return Album(Inventory(files=files), folder, fresh, Store(tmp_path / "cache"))


def opened(uri: str) -> Image.Image:
    head, _, content = uri.partition(",")
    assert head == "data:image/jpeg;base64"
    return Image.open(io.BytesIO(base64.b64decode(content)))


def test_a_place_is_cut_out_and_a_page_without_a_place_is_shown_whole(album):
    part, whole = place("papers/a.pdf", BOX), place("papers/a.pdf", None)
    with Workshop(1) as shop:
        pictures = pictures_of((part, whole), album, shop)
    cut = opened(pictures["papers/a.pdf", 1, BOX])
    assert cut.width < 700
    assert cut.getpixel((cut.width // 2, cut.height // 2))[0] < 60
    assert max(opened(pictures["papers/a.pdf", 1, None]).size) == PIXELS_OF_WHOLE


def test_a_picture_has_the_colours_of_the_paper(album):
    canvas = Canvas(str(album.client / "papers/a.pdf"), pagesize=(595, 842), invariant=1)
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    canvas.rect(100, 842 - 120, 100, 20, fill=1, stroke=0)
    canvas.save()
    with Workshop(1) as shop:
        cut = opened(pictures_of((place("papers/a.pdf", BOX),), album, shop)["papers/a.pdf", 1, BOX])
    red, _, blue = cut.getpixel((cut.width // 2, cut.height // 2))
    assert red > 150
    assert blue < 80


def test_what_cannot_be_drawn_has_no_picture_and_the_rest_has(album):
    asked = (
        place("papers/locked.pdf", BOX),
        place("papers/gone.pdf", BOX),
        place("build:drafts/none.pdf", None),
        place("client.yaml", None, page=None),
        place("papers/a.pdf", BOX, page=7),
        place("papers/a.pdf", BOX),
    )
    with Workshop(1) as shop:
        assert list(pictures_of(asked, album, shop)) == [("papers/a.pdf", 1, BOX)]


def test_pictures_are_kept_and_not_drawn_again(album):
    class NoWork(Workshop):
        def map(self, function, items, limit=None, told=None):
            assert not list(items)
            return ()

    with Workshop(1) as shop:
        first = pictures_of((place("papers/a.pdf", BOX),), album, shop)
    assert pictures_of((place("papers/a.pdf", BOX),), album, NoWork(1)) == first


def test_the_files_of_a_run_are_written_whole_and_the_report_holds_the_picture(album):
    found = finding("aaaaaa", "不符", (place("papers/a.pdf", BOX),))
    told = outcome(
        case=case(client=client(), inventory=album.inventory, documents=(), ledger=Ledger()),
        results=(result("SI-04", found),),
    )
    with Workshop(1) as shop:
        folders = writing.Folders(album.client, album.client / "official", album.fresh)
        writing.write(told, PROFILE, settings_of(told), folders, album.store, shop)
    written = {each.name: each for each in album.fresh.iterdir()}
    assert set(written) == {"findings.json", "facts.json", "manifest.json", "report.html", "form.xlsx"}
    assert written["report.html"].read_text(encoding="utf-8").count("data:image/jpeg") == 1
    assert "\\u" not in written["findings.json"].read_text(encoding="utf-8")
