from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pipeline.engines import batches
from pipeline.engines.batches import PageRequest, read_all, requests
from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.image_pdf import image_pdf
from pipeline.engines.outcomes import Done, Outcome, TimedOut
from tests.faults import hurtful
from tests.unit.engines import drawing


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with Workshop(1) as opened:
        yield opened


class Faulty:
    """A workshop in which every batch that holds page 2 hangs."""

    def map(
        self, function: object, items: object, limit: ChildLimits, told: object = None
    ) -> tuple[Outcome[object], ...]:
        asked: list[PageRequest] = list(items)  # type: ignore[call-overload]
        return tuple(
            TimedOut(limit.max_seconds) if 2 in request.pages else Done(batches.read_request(request))
            for request in asked
        )


def test_a_page_that_hangs_costs_that_page_only(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    import pikepdf

    with pikepdf.open(io.BytesIO(drawing.pdf((100, 100, "合同")))) as pdf:
        pdf.pages.extend([pdf.pages[0], pdf.pages[0]])
        pdf.save(path)
    pages = read_all(Faulty(), requests(path, "papers/a.pdf", "0" * 64, 3))  # type: ignore[arg-type]
    assert [(page.number, page.text, bool(page.why)) for page in pages] == [
        (1, "合同", False),
        (2, "", True),
        (3, "合同", False),
    ]
    assert "秒内未能读完" in pages[1].why


@pytest.mark.slow
def test_ocr_needs_no_network_and_stays_within_its_memory(tmp_path: Path, shop: Workshop) -> None:
    page = Image.new("RGB", (1654, 2339), "white")
    draw = ImageDraw.Draw(page)
    for line in range(40):
        draw.text((120, 120 + 52 * line), drawing.LETTERS[:34], font=drawing.font(34), fill="black")
    path = tmp_path / "a.png"
    page.save(path, dpi=(200, 200))
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(image_pdf(path)[0])
    read = read_all(shop, requests(pdf, "papers/a.png", "0" * 64, 1))[0]
    assert read.reader == "ocr"
    assert len(read.text) > 1000
    held = shop.run(hurtful.peak_memory_mb, None)
    assert isinstance(held, Done)
    assert held.value <= 900
