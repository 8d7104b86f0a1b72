"""A seal over the fanned edges of a paper's pages is told by its slices; two seals near an edge are none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.documents.straddling import straddles
from pipeline.engines import edge_slices, seals
from pipeline.model.page import Look, Page
from tests.specimens import seals as specimens
from tests.specimens import surfaces
from tests.unit.engines import drawing

DPI = 120
WIDTH, HEIGHT = 992, 1403
MM = DPI / 25.4
COMPANY, OTHER = "北京虚构云桥智联科技有限公司", "虚构远帆通信有限公司"
STAMP = specimens.company_seal(COMPANY)


def leaf() -> Image.Image:
    lines = ["第一条本合同甲乙双方自愿协商一致签订如下条款" for _ in range(14)]
    return drawing.sheet(*lines, width=WIDTH, height=HEIGHT, size=32)


def put(on: Image.Image, stamp: Image.Image, x: float, y: float, diameter: float = 40.0) -> None:
    """A piece of a seal with its left edge and its middle at places in millimetres; `diameter` is the whole seal's."""
    scale = diameter * MM / 360
    small = stamp.resize((max(1, round(stamp.width * scale)), round(stamp.height * scale)), Image.Resampling.LANCZOS)
    on.paste(small, (round(x * MM), round(y * MM - small.height / 2)), small)


def seen(on: Image.Image, colour: str = "colour", picture: bool = False, number: int = 1) -> Page:
    array = drawing.array(on)
    slices = edge_slices.find(array, DPI, seals.find(array))
    look = Look(picture=picture, colour=colour if picture else "unknown", slices=slices)
    return Page(file="a.pdf", sha256="0", number=number, width=595.2, height=841.8, look=look)


def straddled(
    leaves: int, stamp: Image.Image = STAMP, edge: str = "right", last: float = 1.0, shifts: Sequence[float] = (0.0,)
) -> list[Image.Image]:
    """The leaves of a paper with one seal over their edge; `shifts` in millimetres along the edge."""
    pages = []
    for number, piece in enumerate(specimens.fanned(stamp, leaves, last)):
        on = leaf()
        wide = piece.width * 40 / 360
        free = (40 / (leaves - 1 + last) - wide) if number == leaves - 1 else 0.0
        put(on, piece, 210 - wide - free, 120 + shifts[number % len(shifts)])
        pages.append(on)
    return [page.rotate(180) for page in pages] if edge == "left" else pages


def judged(pages: Sequence[Image.Image]) -> bool | None:
    return straddles([seen(page, number=number) for number, page in enumerate(pages, 1)], ())


@pytest.mark.parametrize("edge", ["right", "left"])
@pytest.mark.parametrize("leaves", [2, 3, 4, 6, 9])
def test_slices_that_join_to_a_seal_straddle(leaves: int, edge: str) -> None:
    assert judged(straddled(leaves, edge=edge)) is True


@pytest.mark.parametrize("leaves", [3, 5])
def test_the_pages_may_be_fanned_from_the_back(leaves: int) -> None:
    assert judged(straddled(leaves)[::-1]) is True


def test_the_last_slice_may_end_before_the_edge() -> None:
    assert judged(straddled(4, last=0.6)) is True


def test_a_scanner_feeds_pages_at_different_heights() -> None:
    assert judged(straddled(5, shifts=(0.0, 2.0, -1.5))) is True


@pytest.mark.parametrize("stamp", [specimens.weak(STAMP, 3, 0.15), specimens.coloured(STAMP, (35, 50, 190))])
def test_a_weak_or_blue_seal_straddles(stamp: Image.Image) -> None:
    assert judged(straddled(4, stamp)) is True


def test_a_whole_seal_beside_a_slice_is_not_taken_with_it() -> None:
    pages = straddled(4)
    put(pages[2], specimens.company_seal(OTHER), 164, 96)
    assert judged(pages) is True


@pytest.mark.parametrize("seed", range(3))
def test_scans_show_the_slices_too(seed: int) -> None:
    random = np.random.default_rng(seed)
    scans = [Image.fromarray(surfaces.scanned(drawing.array(page), random)) for page in straddled(4)]
    pages = [seen(scan, "colour", picture=True, number=number) for number, scan in enumerate(scans, 1)]
    assert straddles(pages, ()) is True


def test_both_sides_of_each_leaf_were_scanned() -> None:
    pages = [each for front in straddled(4) for each in (front, leaf())]
    assert judged(pages) is True


def test_a_thick_paper_bears_one_seal_after_another() -> None:
    assert judged([*straddled(5), *straddled(4)]) is True


def test_a_seal_over_the_fold_of_two_pages_straddles() -> None:
    left, right = leaf(), leaf()
    halves = specimens.fanned(STAMP, 2)
    put(left, halves[0], 190, 120)
    put(right, halves[1], 0, 120)
    assert judged([left, right]) is True


def test_both_parties_straddle() -> None:
    pages = straddled(3)
    for page, piece in zip(pages, specimens.fanned(specimens.company_seal(OTHER), 3), strict=True):
        put(page, piece, 210 - piece.width / 9, 220)
    assert judged(pages) is True


@pytest.mark.parametrize("beyond", [6, 12, 20, 28])
def test_two_seals_cut_by_the_edge_are_not_one_that_straddles(beyond: int) -> None:
    pages = [leaf(), leaf()]
    for page in pages:
        put(page, STAMP, 210 - 40 + beyond, 120)
    assert judged(pages) is None


def test_two_whole_seals_near_the_edge_straddle_nothing() -> None:
    pages = [leaf(), leaf()]
    for page in pages:
        put(page, STAMP, 167, 120)
    assert judged(pages) is False


@pytest.mark.parametrize("lost", [0, 1, 3])
def test_a_leaf_without_its_slice_is_left_to_a_person(lost: int) -> None:
    pages = straddled(4)
    pages[lost] = leaf()
    assert judged(pages) is None


def test_a_leaf_of_another_sealing_is_left_to_a_person() -> None:
    pages = straddled(4)
    pages[2] = straddled(4)[0]
    assert judged(pages) is None


def test_slices_at_different_heights_are_left_to_a_person() -> None:
    assert judged(straddled(4, shifts=(0.0, 60.0))) is None


def test_digital_pages_without_a_slice_have_none() -> None:
    assert judged([leaf(), leaf()]) is False


@pytest.mark.parametrize(("colour", "told"), [("colour", False), ("grey", None), ("bilevel", None)])
def test_a_grey_scan_does_not_tell(colour: str, told: bool | None) -> None:
    assert straddles([seen(leaf(), "colour", picture=True), seen(leaf(), colour, picture=True)], ()) is told


def test_a_scan_with_cut_margins_does_not_tell() -> None:
    pages = [seen(leaf(), picture=True), seen(leaf(), picture=True)]
    assert straddles(pages, (2,)) is None
    narrow = [page.model_copy(update={"width": 560.0}) for page in pages]
    assert straddles(narrow, ()) is None


def test_one_page_straddles_nothing() -> None:
    assert straddles([seen(leaf())], ()) is None


def framed() -> Image.Image:
    on = leaf()
    ImageDraw.Draw(on).rectangle((20, 20, WIDTH - 20, HEIGHT - 20), outline=specimens.RED[:3], width=6)
    return on


def tabbed() -> Image.Image:
    on = leaf()
    ImageDraw.Draw(on).rectangle((WIDTH - 40, 500, WIDTH, 690), fill=specimens.RED[:3])
    return on


@pytest.mark.parametrize("drawn", [framed, tabbed])
def test_red_frames_and_tabs_at_the_edge_are_no_seal(drawn: object) -> None:
    assert callable(drawn)
    assert judged([drawn(), drawn(), drawn()]) is None
