"""Print that the detector passed over is pointed at; ruled lines, scribbles under known boxes and specks are not."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.engines import missed
from pipeline.engines.pixels import Picture

HIGH, WIDE, LINE = 700, 900, 40


def page() -> Picture:
    """Two printed words of 20 px on one page, and ruled lines all around."""
    picture = np.full((HIGH, WIDE, 3), 246, np.uint8)
    for top in (100, 400):
        cv2.putText(picture, "SIGNATURE", (200, top), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20,) * 3, 2)
    cv2.rectangle(picture, (40, 40), (860, 660), (0,) * 3, 2)
    return picture


def quad(left: int, top: int, right: int, bottom: int) -> missed.Quad:
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], dtype=np.float32)


ABOVE, BELOW = quad(190, 70, 355, 70 + LINE), quad(190, 370, 355, 370 + LINE)


def test_a_line_without_a_box_is_found_where_it_stands() -> None:
    (found,) = missed.lines(page(), [ABOVE])
    assert np.allclose(found, BELOW, atol=14)


def test_lines_with_boxes_and_ruled_lines_are_not_found_again() -> None:
    assert missed.lines(page(), [ABOVE, BELOW]) == []


def test_a_leaning_line_gets_a_leaning_box() -> None:
    turn = cv2.getRotationMatrix2D((WIDE / 2, HIGH / 2), -4, 1)
    leaning = np.asarray(cv2.warpAffine(page(), turn, (WIDE, HIGH), borderValue=(246,) * 3))
    known = cv2.transform(ABOVE[None], turn)[0].astype(np.float32)
    (found,) = missed.lines(leaning, [known])
    slope = np.degrees(np.arctan2(*(found[1] - found[0])[::-1]))
    assert 3 < slope < 5


def test_specks_and_large_drawings_are_no_lines() -> None:
    picture = page()
    cv2.circle(picture, (700, 300), 90, (0,) * 3, 3)
    cv2.rectangle(picture, (600, 600), (606, 606), (0,) * 3, -1)
    assert missed.lines(picture, [ABOVE, BELOW]) == []


def test_without_any_line_there_is_no_measure_of_a_line() -> None:
    assert missed.lines(page(), []) == []
