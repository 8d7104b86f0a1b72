"""Who has signed: ink right of, below or before a label, every signer once, print and dates not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.documents.marks import marks_of
from pipeline.engines.batches import read_all, requests
from pipeline.engines.children import Workshop
from pipeline.layout.sheet import Sheet
from pipeline.model.geometry import Box
from pipeline.model.intake import Inventory
from pipeline.model.page import Look
from tests.specimens import surfaces
from tests.specimens.sheet import Page, Paper
from tests.specimens.signatures import sign
from tests.unit.layout.builders import Drawing

NOBODY = Inventory(files=())


def labels_signed(drawing: Drawing, *strokes: Box) -> list[str]:
    page = drawing.page(Look(strokes=strokes))
    return [each.label for each in marks_of([Sheet.of(page)], NOBODY).signatures]


def written(*lines: tuple[float, float, str]) -> Drawing:
    drawing = Drawing()
    drawing.write(70, 100, "第八章附则本章程自公司登记之日起生效由全体股东共同遵守")
    for x, top, text in lines:
        drawing.write(x, top, text)
    return drawing


def ink(x: float, top: float, wide: float = 60.0) -> Box:
    return Box(x, top, x + wide, top + 24)


def test_several_signers_at_one_label_are_several() -> None:
    drawing = written((70, 400, "全体股东签字："))
    assert len(labels_signed(drawing, ink(170, 394), ink(270, 392), ink(370, 395), ink(470, 393))) == 4


def test_signers_on_the_line_under_their_label_are_counted() -> None:
    drawing = written((70, 400, "全体股东签字："))
    assert len(labels_signed(drawing, ink(90, 414), ink(190, 416))) == 2


def test_the_strokes_of_one_name_are_one_signature() -> None:
    drawing = written((70, 400, "法定代表人（签字）："))
    assert len(labels_signed(drawing, ink(200, 394, 20), ink(226, 394, 22), ink(252, 400, 18))) == 1


@pytest.mark.parametrize("label", ["（签字）", "（签名）", "签字"])
def test_a_signature_before_its_label_is_seen(label: str) -> None:
    drawing = written((240, 400, label))
    assert len(labels_signed(drawing, ink(150, 394))) == 1


def test_each_of_two_labels_has_its_own_signature() -> None:
    drawing = written((70, 400, "法定代表人（签字）："), (330, 400, "授权代表（签字）："))
    assert labels_signed(drawing, ink(196, 394), ink(446, 394)) == ["法定代表人（签字）", "授权代表（签字）"]


def test_a_day_written_by_hand_is_no_signature() -> None:
    drawing = written((70, 400, "股东签字："), (150, 430, "年"), (200, 430, "月"), (250, 430, "日"))
    assert labels_signed(drawing, ink(100, 424, 44), ink(172, 424, 20), ink(222, 424, 20)) == []


def test_what_is_written_behind_another_label_is_no_signature() -> None:
    drawing = written((70, 400, "承诺人："), (70, 424, "联系电话："))
    assert labels_signed(drawing, ink(140, 418, 90)) == []


def test_ink_far_from_every_label_is_no_signature() -> None:
    assert labels_signed(written((70, 400, "股东签字：")), ink(150, 600)) == []


def read(paper: Page, folder: Path) -> list[str]:
    """What a drawn page's signatures stand at, as its PDF is read."""
    path = folder / "虚构.pdf"
    path.write_bytes(surfaces.digital([Paper("articles", "", [paper])]))
    with Workshop(1) as shop:
        pages = read_all(shop, list(requests(path, "papers/虚构.pdf", "0" * 64, 1)))
    return [each.label for each in marks_of([Sheet.of(page) for page in pages], NOBODY).signatures]


def signing_page(*lines: tuple[float, float, str]) -> Page:
    page = Page()
    for number, text in enumerate(("虚构云桥科技有限公司章程签署页", "本章程由全体股东共同制定，各执一份。")):
        page.text(72, 100 + 24 * number, text, 12)
    for x, y, text in lines:
        page.text(x, y, text, 12)
    return page


def test_drawn_signatures_are_told_from_printed_names(tmp_path: Path) -> None:
    printed = signing_page((72, 300, "全体股东签字：张样　　李样　　王样"))
    assert read(printed, tmp_path) == []
    signed = signing_page((72, 300, "全体股东签字："))
    for place, name in enumerate(("张样", "李样", "王样")):
        sign(signed, 170 + 120 * place, 300, name)
    assert read(signed, tmp_path) == ["全体股东签字"] * 3


def test_a_drawn_signature_before_its_label_is_read(tmp_path: Path) -> None:
    page = signing_page((72, 300, "股东："), (230, 300, "（签字）"))
    sign(page, 130, 300, "张样")
    assert len(read(page, tmp_path)) == 1
