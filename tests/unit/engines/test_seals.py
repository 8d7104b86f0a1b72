"""Seals of every shape, worn, cut and over one another; and the red things that are none."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.engines import ring_text, seals
from pipeline.engines.rings import Ring
from tests.specimens import seals as specimens
from tests.unit.engines import drawing

COMPANY, OTHER = "北京虚构云桥智联科技有限公司", "虚构远帆通信有限公司"
INK = specimens.RED[:3]
MM = 6.0
"""Pixels of a millimetre on the pages of these tests: A4 at 152 dpi."""
WIDTH, HEIGHT = 1260, 1782
BODY = ["第一条本合同甲乙双方自愿协商一致签订如下条款" for _ in range(20)]


def page(*lines: str) -> Image.Image:
    return drawing.sheet(*lines, width=WIDTH, height=HEIGHT, size=36)


def pressed(on: Image.Image, stamp: Image.Image, at: tuple[float, float], wide: float = 40.0) -> Image.Image:
    """The page with a stamp of a width in millimetres round a place in millimetres; ink lets print through."""
    size = round(wide * MM), round(wide * MM * stamp.height / stamp.width)
    small = stamp.resize(size, Image.Resampling.LANCZOS)
    layer = Image.new("RGBA", on.size, (255, 255, 255, 0))
    layer.paste(small, (round(at[0] * MM - size[0] / 2), round(at[1] * MM - size[1] / 2)))
    white = Image.new("RGBA", on.size, "white")
    ink = np.asarray(Image.alpha_composite(white, layer).convert("RGB")).astype(np.uint16)
    return Image.fromarray((np.asarray(on).astype(np.uint16) * ink // 255).astype(np.uint8))


def found(on: Image.Image) -> tuple[Ring, ...]:
    return seals.find(drawing.array(on))


@pytest.mark.parametrize("lines", [[], BODY], ids=["on paper", "over print"])
@pytest.mark.parametrize(
    ("shape", "stamp", "wide"),
    [
        ("round", specimens.company_seal(COMPANY), 40.0),
        ("round", specimens.company_seal(COMPANY, "财务专用章"), 38.0),
        ("round", specimens.office_seal(OTHER), 42.0),
        ("oval", specimens.oval_seal(COMPANY, "91110000XXXXXXXX0X"), 40.0),
        ("square", specimens.name_seal("王样"), 20.0),
        ("square", specimens.name_seal("欧阳样"), 18.0),
    ],
)
def test_a_seal_is_told_by_its_shape(lines: list[str], shape: str, stamp: Image.Image, wide: float) -> None:
    rings = found(pressed(page(*lines), stamp, (110, 150), wide))
    assert [ring.shape for ring in rings] == [shape]
    assert rings[0].box.middle == pytest.approx((110 * MM, 150 * MM), abs=2 * MM)
    assert rings[0].box.width == pytest.approx(wide * MM, rel=0.12)


@pytest.mark.parametrize("turn", [-30, -8, 8, 45])
def test_a_square_seal_may_be_askew(turn: int) -> None:
    stamp = specimens.name_seal("王样").rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
    rings = found(pressed(page(), stamp, (110, 150), 20 * stamp.width / 180))
    assert [ring.shape for ring in rings] == ["square"]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("lines", [[], BODY], ids=["on paper", "over print"])
def test_a_seal_pressed_unevenly_is_found(lines: list[str], seed: int) -> None:
    stamp = specimens.weak(specimens.company_seal(COMPANY), seed)
    assert [ring.shape for ring in found(pressed(page(*lines), stamp, (110, 150)))] == ["round"]


def test_a_blue_seal_is_found() -> None:
    stamp = specimens.coloured(specimens.company_seal(COMPANY), (35, 50, 190))
    assert [(ring.shape, ring.ink) for ring in found(pressed(page(*BODY), stamp, (110, 150)))] == [("round", "blue")]


@pytest.mark.parametrize("ink", [(20, 20, 24), (30, 50, 170), INK])
def test_a_signature_over_a_seal_hides_it_not(ink: tuple[int, int, int]) -> None:
    on = pressed(page(*BODY), specimens.company_seal(COMPANY), (110, 150))
    draw = ImageDraw.Draw(on)
    points = [(520 + 30 * step, 900 + (-1) ** step * (40 + 7 * step)) for step in range(13)]
    draw.line(points, fill=ink, width=5)
    assert [ring.shape for ring in found(on)].count("round") == 1


@pytest.mark.parametrize("apart", [18, 25, 32, 38])
def test_two_seals_over_one_another_are_two(apart: int) -> None:
    on = pressed(page(*BODY), specimens.company_seal(COMPANY), (90, 150))
    on = pressed(on, specimens.company_seal(OTHER), (90 + apart, 154))
    rings = found(on)
    assert [ring.shape for ring in rings] == ["round", "round"]
    assert sorted(ring.x for ring in rings) == pytest.approx([90 * MM, (90 + apart) * MM], abs=1.5 * MM)


def test_a_name_seal_over_a_company_seal_leaves_it_a_company_seal() -> None:
    on = pressed(page(*BODY), specimens.company_seal(COMPANY), (100, 150))
    rings = found(pressed(on, specimens.name_seal("王样"), (122, 152), 20))
    assert [ring.shape for ring in rings].count("round") == 1


@pytest.mark.parametrize("beyond", [4, 8, 12])
def test_a_seal_cut_by_the_edge_is_found_and_told_to_be_cut(beyond: int) -> None:
    rings = found(pressed(page(*BODY), specimens.company_seal(COMPANY), (210 - 20 + beyond, 150)))
    assert [(ring.shape, ring.cut) for ring in rings] == [("round", True)]
    assert rings[0].box.width == pytest.approx(40 * MM, rel=0.1)


@pytest.mark.parametrize("beyond", [24, 30, 36])
def test_a_slice_at_the_edge_is_no_seal(beyond: int) -> None:
    assert found(pressed(page(*BODY), specimens.company_seal(COMPANY), (210 - 20 + beyond, 150))) == ()


def on_desk(paper: Image.Image, shade: int) -> Image.Image:
    """A paper photographed on a grey desk that shows on every side."""
    desk = Image.new("RGB", (paper.width + 240, paper.height + 160), (shade + 2, shade, shade - 2))
    desk.paste(paper, (100, 80))
    return desk


@pytest.mark.parametrize("shade", [30, 90, 130])
@pytest.mark.parametrize("beyond", [6, 12, 20, 26])
def test_a_seal_that_the_papers_edge_cuts_on_a_desk_is_never_a_whole_one(shade: int, beyond: int) -> None:
    paper = pressed(page(*BODY), specimens.company_seal(COMPANY), (210 - 20 + beyond, 150))
    assert all(ring.cut for ring in found(on_desk(paper, shade)))


@pytest.mark.parametrize("shade", [30, 90, 130])
@pytest.mark.parametrize("inside", [1, 6, 60])
def test_a_whole_seal_near_the_papers_edge_on_a_desk_is_whole(shade: int, inside: int) -> None:
    paper = pressed(page(*BODY), specimens.company_seal(COMPANY), (210 - 20 - inside, 150))
    assert [ring.cut for ring in found(on_desk(paper, shade))] == [False]


def heading(on: Image.Image) -> None:
    draw = ImageDraw.Draw(on)
    draw.text((90, 60), "北京虚构科技有限公司", font=drawing.font(105), fill=INK)
    draw.line((60, 230, 1200, 230), fill=INK, width=8)


def table(on: Image.Image) -> None:
    draw = ImageDraw.Draw(on)
    for step in range(9):
        draw.line((100, 300 + 110 * step, 1100, 300 + 110 * step), fill=INK, width=3)
        draw.line((100 + 125 * step, 300, 100 + 125 * step, 1180), fill=INK, width=3)
        draw.text((110 + 125 * (step % 8), 320 + 110 * (step % 8)), "名称", font=drawing.font(40), fill=INK)


def print_in(ink: tuple[int, int, int]) -> Callable[[Image.Image], None]:
    def draw(on: Image.Image) -> None:
        for row, text in enumerate(BODY):
            ImageDraw.Draw(on).text((60, 60 + 50 * row), text, font=drawing.font(44), fill=ink)

    return draw


def box_stamp(on: Image.Image) -> None:
    draw = ImageDraw.Draw(on)
    draw.rectangle((900, 60, 1140, 150), outline=INK, width=6)
    draw.text((960, 70), "附件", font=drawing.font(60), fill=INK)


def tax_stamp(on: Image.Image) -> None:
    draw = ImageDraw.Draw(on)
    draw.rectangle((200, 200, 380, 440), fill=(214, 120, 110), outline=INK, width=8)
    draw.text((230, 280), "壹元", font=drawing.font(50), fill=(250, 240, 230))


def ticks(on: Image.Image) -> None:
    for step in range(10):
        ImageDraw.Draw(on).rectangle((100, 200 + 120 * step, 180, 280 + 120 * step), outline=INK, width=5)


@pytest.mark.parametrize(
    "drawn", [heading, table, print_in(INK), print_in((40, 60, 190)), box_stamp, tax_stamp, ticks]
)
def test_red_things_on_paper_are_no_seals(drawn: Callable[[Image.Image], None]) -> None:
    on = page()
    drawn(on)
    assert found(on) == ()


@pytest.mark.parametrize(
    ("stamp", "wide"), [(specimens.emblem(), 28.0), (specimens.logo(), 16.0), (specimens.logo(), 36.0)]
)
def test_discs_and_marks_are_no_seals(stamp: Image.Image, wide: float) -> None:
    assert found(pressed(page(*BODY), stamp, (110, 40), wide)) == ()


@pytest.mark.parametrize("seed", range(6))
def test_a_fingerprint_is_no_seal(seed: int) -> None:
    assert found(pressed(page(*BODY), specimens.fingerprint(seed), (110, 150), 16.0)) == ()


@pytest.mark.slow
@pytest.mark.parametrize("turn", [0, 15, -40])
@pytest.mark.parametrize(
    ("stamp", "ring", "purpose"),
    [
        (specimens.company_seal(COMPANY), COMPANY, None),
        (specimens.company_seal(COMPANY, "合同专用章"), COMPANY, "合同专用章"),
        (specimens.company_seal(OTHER, "财务专用章"), OTHER, "财务专用章"),
        (specimens.oval_seal(COMPANY, "91110000XXXXXXXX0X"), COMPANY, "发票专用章"),
    ],
)
def test_the_words_round_the_rim_and_below_the_star_are_read(
    stamp: Image.Image, ring: str, purpose: str | None, turn: int
) -> None:
    turned = stamp.rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
    on = drawing.array(pressed(page(), turned, (110, 150), 40 * turned.width / stamp.width))
    read = ring_text.read(on, seals.find(on)[0])
    assert (read.ring, read.purpose) == (ring, purpose)
