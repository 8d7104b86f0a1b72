"""Values are the same with and without a watermark over the paper, at any angle, in text layers and in pictures."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from pipeline.documents.gathering import read_documents
from pipeline.engines.reading import read_pages
from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.intake import Inventory
from tests.specimens import gallery, surfaces, worlds
from tests.specimens.sheet import Paper, Text

CLIENT = Client(folder_name="marks", licence="isp", coverage=("北京市",), short_name="虚构")
WORDS = "仅供办理ISP许可证使用，再次复印无效"
KINDS = ("id_card_front", "business_licence_landscape_2019", "room_lease_office", "social_insurance_beijing")
ANGLES = (15, 30, 45, 60, -20, -45)


@cache
def paper(name: str) -> Paper:
    exhibit = next(each for each in gallery.exhibits() if each.name == name)
    drawn = exhibit.draw(worlds.clean(7))
    return replace(drawn, pages=drawn.pages[:1])


def marked(name: str, angle: float, colour: str, words: tuple[str, ...] = (WORDS,), tiled: bool = False) -> Paper:
    """The paper with a watermark across it, its lines under one another; tiled: six times."""
    page = replace(paper(name).pages[0], marks=list(paper(name).pages[0].marks))
    size = page.width / (12 if not tiled else 30)
    spots = product((0.05, 0.5), (0.3, 0.6, 0.9)) if tiled else ((0.12, 0.75 if angle > 0 else 0.25),)
    for across, down in spots:
        for number, line in enumerate(words):
            x, y = page.width * across, page.height * down + number * size * 1.4
            page.marks.append(Text(x, y, line, size * 0.6, "hei", colour, 0.0, angle))
    return replace(paper(name), pages=[page])


def values(document: Document) -> dict[str, str]:
    rows = {
        f"{table.name}[{number}].{field.name}": field.text
        for table in document.tables
        for number, row in enumerate(table.rows)
        for field in row.fields
    }
    return {field.name: field.text for field in document.fields} | rows


def apart_from_seals(told: dict[str, str]) -> dict[str, str]:
    """Without the issuer of a licence: where it stands only in the ring of a seal, a picture is read after all."""
    return {name: value for name, value in told.items() if name != "issuer"}


def read(tmp_path: Path, pdf: bytes) -> Document:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    (document,) = read_documents(read_pages(path, "papers/a.pdf", "x"), Inventory(), CLIENT)
    return document


@cache
def plain(name: str, tmp_path: Path) -> dict[str, str]:
    return values(read(tmp_path, surfaces.digital([paper(name)])))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plain")


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("angle", ANGLES)
@pytest.mark.parametrize("tiled", [False, True], ids=["once", "tiled"])
def test_a_slanted_watermark_in_a_text_layer_changes_no_value(
    tmp_path: Path, folder: Path, name: str, angle: float, tiled: bool
) -> None:
    document = read(tmp_path, surfaces.digital([marked(name, angle, "#c8c8c8", tiled=tiled)]))
    assert apart_from_seals(values(document)) == apart_from_seals(plain(name, folder))
    assert (document.marks.watermark or "").startswith("仅供办理ISP许可证使用")


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("tiled", [False, True], ids=["once", "tiled"])
def test_a_pale_level_watermark_in_a_text_layer_changes_no_value(
    tmp_path: Path, folder: Path, name: str, tiled: bool
) -> None:
    document = read(tmp_path, surfaces.digital([marked(name, 0, "#c8c8c8", tiled=tiled)]))
    assert apart_from_seals(values(document)) == apart_from_seals(plain(name, folder))
    assert (document.marks.watermark or "").startswith("仅供办理ISP许可证使用")


def test_a_watermark_on_two_lines_is_one_sentence(tmp_path: Path, folder: Path) -> None:
    words = ("仅供北京云桥公司办理", "ISP许可证使用，他用无效")
    document = read(tmp_path, surfaces.digital([marked("id_card_front", 30, "#d0d0d0", words)]))
    assert document.marks.watermark == "仅供北京云桥公司办理ISP许可证使用,他用无效"
    assert values(document) == plain("id_card_front", folder)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("angle", [30, -40])
def test_a_slanted_watermark_in_a_picture_never_enters_a_value(
    tmp_path: Path, folder: Path, name: str, angle: float
) -> None:
    random = np.random.default_rng(3)
    raster = surfaces.rasters([marked(name, angle, "#b8b8b8")], 200)[0]
    pdf = surfaces.image_pdf([surfaces.jpeg(surfaces.scanned(raster, random), 75, grey=False)], 200)
    document = read(tmp_path, pdf)
    if name.startswith(("id_card", "business_licence")):  # on dense pages its strokes are seen as part of the print
        assert document.marks.watermark
    for field, value in values(document).items():
        assert not [piece for piece in ("仅供", "许可证使", "再次", "复印", "无效", "次复") if piece in value], field
