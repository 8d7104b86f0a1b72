"""Levelling: a photographed page leans, and its lines must not be mixed for that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.layout.glyphs import Glyph
from pipeline.model.geometry import Box

RUN_LENGTH = 5  # characters: shorter runs tell the noise of their boxes rather than the slope of the line
LEAST_SLOPE = 0.002  # a tenth of a degree: less moves a character by about a point across A4
MOST_SLOPE = 0.27  # 15 degrees: more is not skew but another direction of writing
NEAR = 0.06  # slope: runs further from the median are not lines of this page
FEW_RUNS = 4  # fewer lines do not tell how the page leans
STEP = (0.2, 4.0)  # in character heights: how far the next character of a run may stand to the right


@dataclass(frozen=True)
class Slant:
    """How the lines of a page of a given size (points) fall to the right: by `base + change · y`, y from the top."""

    base: float
    change: float
    width: float
    height: float

    @classmethod
    def of(cls, glyphs: Sequence[Glyph], width: float, height: float) -> Slant | None:
        """The slant fitted over the runs of a page's characters; None where they are level or too few to tell."""
        slopes = [slope for run in _runs(glyphs) if (slope := _slope(run)) is not None]
        if len(slopes) < FEW_RUNS:
            return None
        base, change = _fit(slopes)
        found = cls(base, change, width, height)
        return None if all(abs(found.at(y)) < LEAST_SLOPE for y in (0.0, height)) else found

    def at(self, y: float) -> float:
        """The slope at a height."""
        return self.base + self.change * y

    def glyph(self, glyph: Glyph) -> Glyph:
        """The character with `at` moved so that its line is horizontal."""
        return glyph._replace(at=self._moved(glyph.box))

    def frame(self, box: Box) -> Box:
        """The upright box of a leaning frame, given the box around the frame as it is seen."""
        moved, slope = self._moved(box), abs(self.at(box.middle[1]))
        wide, high = slope * box.height / 2, slope * box.width / 2
        if 2 * wide >= moved.width or 2 * high >= moved.height:
            return moved
        return Box(moved.x0 + wide, moved.top + high, moved.x1 - wide, moved.bottom - high)

    def _moved(self, box: Box) -> Box:
        x, y = box.middle
        slope = self.at(y)
        down, right = -slope * (x - self.width / 2), slope * (y - self.height / 2)
        return Box(box.x0 + right, box.top + down, box.x1 + right, box.bottom + down)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow one another to the right in the engine's order."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _follows(before: Glyph, after: Glyph) -> bool:
    em = max(before.box.height, after.box.height, 1.0)
    right = (after.box.middle[0] - before.box.middle[0]) / em
    down = abs(after.box.middle[1] - before.box.middle[1]) / em
    return STEP[0] < right < STEP[1] and down < MOST_SLOPE * right + 0.3


def _slope(run: Sequence[Glyph]) -> tuple[float, float, float] | None:
    """Height on the page, slope, and length of a run; from the bottoms of equally tall characters."""
    usual = median(glyph.box.height for glyph in run)
    full = [glyph for glyph in run if glyph.box.height > 0.75 * usual]
    if len(full) < RUN_LENGTH:
        return None
    ends = max(1, len(full) // 4)
    left, right = full[:ends], full[-ends:]
    x0, y0 = (sum(g.box.middle[i] for g in left) / ends for i in (0, 1))
    x1, y1 = (sum(g.box.middle[i] for g in right) / ends for i in (0, 1))
    if x1 - x0 < 2 * usual:
        return None
    slope = (y1 - y0) / (x1 - x0)
    return ((y0 + y1) / 2, slope, x1 - x0) if abs(slope) <= MOST_SLOPE else None


def _fit(slopes: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Base and change of the slope down the page: weighted least squares on runs near the median."""
    middle = _weighted_median(slopes)
    near = [each for each in slopes if abs(each[1] - middle) < NEAR]
    total = sum(weight for _, _, weight in near)
    y_mean = sum(y * weight for y, _, weight in near) / total
    s_mean = sum(slope * weight for _, slope, weight in near) / total
    spread = sum(weight * (y - y_mean) ** 2 for y, _, weight in near)
    if len(near) < FEW_RUNS or spread < 1.0:
        return middle, 0.0
    change = sum(weight * (y - y_mean) * (slope - s_mean) for y, slope, weight in near) / spread
    return s_mean - change * y_mean, change


def _weighted_median(slopes: Sequence[tuple[float, float, float]]) -> float:
    ordered = sorted(slopes, key=lambda each: each[1])
    half = sum(weight for _, _, weight in ordered) / 2
    passed = 0.0
    for _, slope, weight in ordered:
        passed += weight
        if passed >= half:
            return slope
    return ordered[-1][1]
