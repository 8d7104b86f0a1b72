"""Frames, free spots, balance and torn content: the arithmetic below the stamps."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.engines import scans
from pipeline.engines.margins import SeenPages, Strip
from pipeline.model.bundle import PlacedPart
from pipeline.model.geometry import Box
from pipeline.packaging.balance import Balance, balance
from pipeline.packaging.frame import Frame, apply, inverse, operands, product
from pipeline.packaging.sources import Source
from pipeline.packaging.spots import depth_of, found, scaled_room
from pipeline.packaging.torn import is_torn
from tests.unit.packaging.papers import scanned_paper

side = st.floats(60, 3000)
corner = st.floats(-500, 500)
frames = st.builds(
    lambda x, y, wide, high, rotate, unit: Frame(x, y, x + wide, y + high, rotate, unit),
    corner,
    corner,
    side,
    side,
    st.sampled_from([0, 90, 180, 270]),
    st.sampled_from([1.0, 0.5, 2.0, 10.0]),
)


@given(frames)
def test_the_corners_of_a_page_are_the_corners_of_what_is_seen(frame: Frame) -> None:
    box = frame.box_of((frame.x0, frame.y0, frame.x1, frame.y1))
    assert box == pytest.approx((0, 0, frame.width, frame.height), abs=1e-6 * max(frame.width, frame.height))


@given(frames, st.floats(0, 1), st.floats(0, 1))
def test_seen_and_user_space_undo_each_other(frame: Frame, across: float, up: float) -> None:
    x, y = frame.x0 + across * (frame.x1 - frame.x0), frame.y0 + up * (frame.y1 - frame.y0)
    assert apply(product(frame.to_seen, inverse(frame.to_seen)), x, y) == pytest.approx((x, y), abs=1e-6)
    box = Box(1.0, 2.0, 30.0, 50.0)
    assert frame.box_of(frame.rectangle_of(box)) == pytest.approx(box, abs=1e-6)


@given(st.floats(-1e5, 1e5, allow_nan=False))
def test_numbers_are_written_without_exponent_and_near_enough(value: float) -> None:
    written = operands((value,))
    assert "e" not in written
    assert written != "-0"
    assert float(written) == pytest.approx(value, abs=1e-5)


PAGE = Frame(0, 0, 595, 842)
DOTS = 298


@given(
    st.lists(
        st.tuples(st.integers(0, 17), st.integers(0, DOTS - 1), st.integers(1, 8), st.integers(1, 200)), max_size=6
    ),
    st.sampled_from(["top", "bottom"]),
    st.floats(6, 20),
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_found_spot_never_touches_ink(inks: list[tuple[int, int, int, int]], edge: str, ems: float) -> None:
    rows = [bytearray(DOTS) for _ in range(18)]
    for row, column, high, wide in inks:
        for line in rows[row : row + high]:
            line[column : column + wide] = b"\1" * len(line[column : column + wide])
    strip = Strip(tuple(bytes(line) for line in rows), 2.0)
    spot = found(PAGE, ems, edge, strip)
    if spot is None:
        return
    box = spot.box
    assert 30 <= box.x0 < box.x1 <= 595 - 30
    top = box.top if edge == "top" else box.top - (842 - 36)
    bottom = top + box.height
    covered = [
        line[int(box.x0 / 2) : int(box.x1 / 2) + 1] for line in strip.rows[max(int(top / 2), 0) : int(bottom / 2) + 1]
    ]
    assert covered
    assert not any(any(line) for line in covered)


def test_an_empty_margin_always_has_a_spot() -> None:
    empty = Strip((bytes(DOTS),) * 18, 2.0)
    assert found(PAGE, 20, "bottom", empty) is not None


@given(st.floats(150, 3000), st.floats(80, 3000))
def test_scaling_frees_a_margin_in_which_the_stamp_stands_clear_of_the_page(wide: float, high: float) -> None:
    frame = Frame(0, 0, wide, high)
    factor, area, spot = scaled_room(frame, 12)
    assert 0.7 < factor <= 0.96
    assert area.bottom < spot.box.top
    assert spot.box.bottom < high
    assert area.width / frame.width == pytest.approx(area.height / frame.height)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Balance(0, 0)),
        (b"q 1 0 0 1 0 0 cm Q", Balance(0, 0)),
        (b"q q Q", Balance(0, 1)),
        (b"Q Q q", Balance(2, 1)),
        (b"(q q q) Tj", Balance(0, 0)),
        (b"q (a \\) Q b) Tj Q", Balance(0, 0)),
        (b"% Q Q\nq\nQ", Balance(0, 0)),
        (b"/q gs /Q gs 1 0 0 rg", Balance(0, 0)),
        (b"q BI /W 1 /H 1 ID Q Q q EI Q", Balance(0, 0)),
        (b"BT (x)Tj ET q[1]0 d", Balance(0, 1)),
    ],
)
def test_saves_and_restores_are_counted_outside_of_strings_comments_and_pictures(
    content: bytes, expected: Balance
) -> None:
    assert balance(content) == expected


@pytest.mark.parametrize(
    ("content", "torn"),
    [
        (b"BT (a (b) \\( c) Tj ET", False),
        (b"[(a) 3 (b)] TJ", False),
        (b"/P <</MCID 0>> BDC EMC <00ff> Tj", False),
        (b"% a ( comment\nq Q", False),
        (b"BI /W 1 /H 1 ID (\xff[ EI Q", False),
        (b"BT (a (b) Tj ET", True),
        (b"[(a) 3 (b) TJ", True),
        (b"/P <</MCID 0 BDC", True),
        (b"<00ff Tj", True),
        (b"BI /W 1 /H 1 ID abc", True),
    ],
)
def test_content_that_would_swallow_what_follows_is_recognised(content: bytes, torn: bool) -> None:
    assert is_torn(content) is torn


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("matrix", ["upright", "turned", "mirrored", "cropped"])
def test_a_scan_s_margin_is_read_as_pdfium_draws_it(tmp_path: Path, rotate: int, matrix: str) -> None:
    path = scanned_paper(tmp_path / "scan.pdf", dpi=150, blot=True)
    placing = {
        "upright": "595.276 0 0 841.89 0 0",
        "turned": "0 841.89 -595.276 0 595.276 0",
        "mirrored": "-595.276 0 0 841.89 595.276 0",
        "cropped": "700 0 0 1000 -50 -60",
    }[matrix]
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0].obj
        name = next(iter(page.Resources.XObject.keys()))
        page.Contents = pdf.make_stream(f"q {placing} cm {name} Do Q".encode())
        page.Rotate = rotate
        pdf.save(path)
    part = PlacedPart(path=path, file="papers/scan.pdf", sha256="0", first=1, last=1)
    source = Source(part)
    ready = source.page(part, 1)
    assert ready.scan is not None
    frame, depth = ready.frame, 200.0
    onto = product(ready.scan.matrix, frame.to_seen)
    jpeg = ready.scan.picture.read_raw_bytes()
    for edge in ("top", "bottom"):
        quick = scans.strip(jpeg, onto, (frame.width, frame.height), depth, edge)
        with SeenPages(path) as seen:
            drawn = seen.strip(1, (frame.width, frame.height), depth, 1.0, edge)
        assert (quick is None) == (drawn is None)
        rows = list(zip(quick.rows, drawn.rows, strict=False))
        alike = sum(a == b for one, two in rows for a, b in zip(one, two, strict=False))
        assert alike / sum(min(len(one), len(two)) for one, two in rows) > 0.9
        assert any(map(any, drawn.rows))
    assert depth_of(frame) == pytest.approx(36, abs=0.1)
