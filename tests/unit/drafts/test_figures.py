from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image

from pipeline.drafts.figures import charts, network
from pipeline.drafts.figures.charts import Stage, gantt, handling
from pipeline.drafts.figures.network import Uplink, room_layout, security_zones, topology
from pipeline.drafts.figures.sheet import BLUE, Box, Faces, Sheet, faces_for
from pipeline.drafts.figures.trees import Node, Post, equity_tree, organisation

NAMES = "云桥网络有限公司王李赵钱样自然人企业北京市虚构区路号院楼层室光纤专线以太设备采购联通电信客服"


@pytest.fixture(scope="module")
def faces() -> Faces:
    return faces_for(network.WORDS + charts.WORDS + NAMES + "公司负责人技术×")


def size(png: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(png)).size


def test_every_figure_is_drawn_with_the_characters_that_it_announces(faces: Faces) -> None:
    uplinks = (Uplink("联通", "1000", "云桥"), Uplink("电信", "500", ""))
    figures = (
        topology(faces, "云桥网络有限公司", uplinks, "北京市虚构区", ("光纤专线", "以太网LAN")),
        topology(faces, "云桥网络有限公司", (), "北京市", ()),
        security_zones(faces, uplinks),
        security_zones(faces, ()),
        room_layout(faces, "北京市虚构区", "86.5"),
        equity_tree(faces, Node("云桥", "", "", (Node("王样", "自然人", "60"), Node("李样", "自然人", "40")))),
        organisation(faces, Post("公司负责人", "王样"), Post("信息安全负责人"), (Post("技术", "李样"), Post("客服"))),
        gantt(faces, (Stage("设备采购", 1, 2),), date(2027, 3, 18)),
        gantt(faces, (), None),
        handling(faces),
    )
    assert all(width > 1400 for width, _ in map(size, figures))


def test_a_deeper_chain_of_holders_makes_a_taller_tree(faces: Faces) -> None:
    flat = Node("云桥", "", "", (Node("王样", "自然人", "100"),))
    deep = Node("云桥", "", "", (Node("李样网络有限公司", "企业", "100", (Node("王样", "自然人", "100"),)),))
    assert size(equity_tree(faces, deep))[1] > size(equity_tree(faces, flat))[1]


def test_a_character_without_a_glyph_is_never_drawn_as_a_box(faces: Faces) -> None:
    with pytest.raises(ValueError, match="lack 1 character"):
        Sheet(5, 2, faces).box(Box(0, 0, 5, 2), "龘", fill=BLUE)


def test_words_that_do_not_fit_are_made_smaller_until_they_do(faces: Faces) -> None:
    sheet = Sheet(5, 2, faces)
    lines, font = sheet._fitted(Box(0, 0, 2, 0.8), "云桥网络有限公司" * 2, 12, bold=False)
    assert len(lines) * font.size * 1.3 <= 0.7 * 240 * 2 / 2.54


def test_the_same_figure_has_the_same_bytes(faces: Faces) -> None:
    assert handling(faces) == handling(faces)
