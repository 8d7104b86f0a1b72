"""Bands of ink: nothing printed is ever outside them, and empty paper is."""

from __future__ import annotations

import cv2
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.engines.inked import bands
from pipeline.engines.pixels import Picture

HIGH, WIDE = 900, 640


def paper(grain: float, level: int = 245) -> Picture:
    """Empty paper of a grey level, with grain of a standard deviation."""
    noise = np.random.default_rng(7).normal(level, grain, (HIGH, WIDE, 3))
    return noise.clip(0, 255).astype(np.uint8)


def test_empty_paper_has_no_band() -> None:
    assert bands(paper(0)) == ()
    assert bands(paper(2.5)) == ()


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, WIDE - 60), st.integers(20, HIGH - 10)), min_size=1, max_size=6),
    st.integers(0, 205),
    st.sampled_from([0.0, 2.5]),
)
def test_everything_printed_lies_within_a_band(places: list[tuple[int, int]], ink: int, grain: float) -> None:
    """Even grey print of 0.65 pt strokes on grained paper."""
    empty, page = paper(grain), paper(grain)
    for place in places:
        cv2.putText(page, "A8", place, cv2.FONT_HERSHEY_SIMPLEX, 0.7, (ink,) * 3, 2)
    left = np.abs(page.astype(int) - empty).max(axis=2) > 20
    for band in bands(page):
        left[band.top : band.bottom, band.left : band.right] = False
    assert not left.any()


def test_two_blocks_far_apart_leave_the_paper_between_them_out() -> None:
    page = paper(2.5)
    cv2.putText(page, "first", (40, 80), cv2.FONT_HERSHEY_SIMPLEX, 1, (0,) * 3, 2)
    cv2.putText(page, "last", (300, 820), cv2.FONT_HERSHEY_SIMPLEX, 1, (0,) * 3, 2)
    above, below = bands(page)
    assert above.bottom < 200
    assert below.top > 700
    assert above.right < 300 <= below.right
    assert above.of(page).shape[:2] == (above.bottom - above.top, above.right - above.left)


def test_an_uneven_background_without_print_is_kept_only_where_it_is_steep() -> None:
    shade = np.tile(np.linspace(120, 250, WIDE)[None, :, None], (HIGH, 1, 3)).astype(np.uint8)
    assert bands(shade) == ()
