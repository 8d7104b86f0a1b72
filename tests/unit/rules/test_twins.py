"""One page twice is told as such, scanned again or once digital; pages of one form are never."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
import pytest

from pipeline.documents.marks import print_of
from pipeline.engines.pixels import Picture
from pipeline.engines.reading import read_pages
from pipeline.layout import Sheet
from pipeline.model.document import PagePrint
from pipeline.rules.twins import are_one_page
from tests.specimens import gallery, surfaces, worlds
from tests.specimens.sheet import Paper, Text

KINDS = ("business_licence_landscape_2019", "social_insurance_beijing", "room_lease_office")
DPI = 200


def drawn(name: str, seed: int = 7) -> Paper:
    exhibit = next(each for each in gallery.exhibits() if each.name == name)
    paper = exhibit.draw(worlds.clean(seed))
    return replace(paper, pages=paper.pages[:1])


def told(pdf: bytes) -> PagePrint:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(pdf)
        (page,) = read_pages(path, "papers/a.pdf", "x")
    return print_of(Sheet.of(page))


def scanned(paper: Paper, change: Callable[[Picture], Picture] = lambda each: each, seed: int = 1) -> PagePrint:
    raster = change(surfaces.rasters([paper], DPI)[0])
    picture = surfaces.scanned(raster, np.random.default_rng(seed))
    return told(surfaces.image_pdf([surfaces.jpeg(picture, 85, grey=False)], DPI))


def askew(picture: Picture) -> Picture:
    height, width = picture.shape[:2]
    about = cv2.getRotationMatrix2D((width / 2, height / 2), 0.6, 1)
    return np.asarray(cv2.warpAffine(picture, about, (width, height), borderValue=(255, 255, 255)), dtype=np.uint8)


def darker(picture: Picture) -> Picture:
    return np.asarray(picture * 0.82, dtype=np.uint8)


@cache
def first(name: str) -> PagePrint:
    return scanned(drawn(name))


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("change", [askew, darker])
def test_a_page_scanned_again_is_one_page(name: str, change: Callable[[Picture], Picture]) -> None:
    assert are_one_page(first(name), scanned(drawn(name), change, seed=2))


@pytest.mark.parametrize("name", KINDS)
def test_a_page_once_digital_and_once_scanned_is_one_page(name: str) -> None:
    assert are_one_page(first(name), told(surfaces.digital([drawn(name)])))


@pytest.mark.parametrize("name", [*KINDS, "id_card_front"])
def test_one_form_with_other_names_and_numbers_is_another_page(name: str) -> None:
    assert not are_one_page(first(name), scanned(drawn(name, 8)))


@pytest.mark.parametrize("name", KINDS)
def test_one_figure_or_one_name_makes_another_page(name: str) -> None:
    page = told(surfaces.digital([drawn(name)]))
    digit = next(n for n, each in enumerate(page.said) if each.isdigit())
    other = str((int(page.said[digit]) + 1) % 10)
    said = page.said[:digit] + other + page.said[digit + 1 :]
    assert not are_one_page(page, page.model_copy(update={"said": said, "text": "other", "doubts": (digit,)}))
    word = page.said.index("公司")
    renamed = page.said[:word] + "䶮犇" + page.said[word + 2 :]
    doubted = page.model_copy(update={"said": renamed, "text": "other", "doubts": (word, word + 1)})
    assert not are_one_page(page, doubted)
    single = page.said[:word] + "犇" + page.said[word + 1 :]
    assert not are_one_page(page, page.model_copy(update={"said": single, "text": "other"}))
    assert are_one_page(page, page.model_copy(update={"said": single, "text": "other", "doubts": (word,)}))


def test_pages_that_say_the_same_and_look_otherwise_are_two() -> None:
    page = told(surfaces.digital([drawn(KINDS[0])]))
    assert not are_one_page(page, page.model_copy(update={"look": f"{int(page.look, 16) ^ 0xFF00FF00:016x}"}))


def test_an_empty_form_and_one_filled_in_by_hand_are_never_twice() -> None:
    labels = (
        "姓名：",
        "身份证件号码：",
        "联系电话：",
        "本人签字：",
        "本表一式两份，由单位保存备查，虚构数据，不作他用",
    )
    paper = drawn(KINDS[2])
    page = replace(
        paper.pages[0],
        marks=[Text(80, 120 + 40 * n, each, 14, "hei", "#000000", 0.0) for n, each in enumerate(labels)],
    )
    empty = told(surfaces.digital([replace(paper, pages=[page])]))
    assert empty.open_places
    assert not are_one_page(empty, empty)


@pytest.mark.parametrize("blur", [8, 16])
def test_a_page_blurred_until_nothing_is_read_is_not_blank(blur: int) -> None:
    blurred = scanned(drawn(KINDS[2]), lambda each: np.asarray(cv2.GaussianBlur(each, (0, 0), blur), dtype=np.uint8))
    assert not blurred.blank


@pytest.mark.parametrize("shade", [255, 236])
def test_a_scanned_page_without_ink_is_blank(shade: int) -> None:
    empty = scanned(drawn(KINDS[2]), lambda each: np.full_like(each, shade))
    assert empty.blank
