"""Counts and shares of right, wrong and missing values, and how far a confidence can be believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tests.accuracy.judging import Judged, verdict
from tests.specimens.accuracy import Answer

SURFACES = {"digital": "电子文件", "scan": "扫描件", "photo": "照片", "public": "公开样张"}
VALUE_AIMS = {"digital": 0.995, "scan": 0.97, "photo": 0.93}
RECOGNITION_AIM = 0.99
CERTAIN_AIM = 0.995
BINS = ((0.0, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 1.0))
"""Confidences from the first to below the second; the last takes 1.0 in."""


class Rate(NamedTuple):
    """How many values were asked for and what became of them."""

    asked: int
    right: int
    wrong: int

    @property
    def missing(self) -> int:
        """Values that were not read at all."""
        return self.asked - self.right - self.wrong

    @property
    def share(self) -> float:
        """The share of right values, 1.0 where nothing was asked."""
        return self.right / self.asked if self.asked else 1.0


class Aim(NamedTuple):
    """A figure and the least that it should be."""

    name: str
    rate: Rate
    least: float

    @property
    def met(self) -> bool:
        """Whether the figure is high enough."""
        return self.rate.share >= self.least


class Bin(NamedTuple):
    """Readings whose confidence lies between two bounds."""

    least: float
    most: float
    rate: Rate


def rate(answers: Iterable[Answer]) -> Rate:
    """What became of these values."""
    verdicts = [verdict(each) for each in answers]
    return Rate(len(verdicts), verdicts.count("right"), verdicts.count("wrong"))


def values(papers: Iterable[Judged]) -> Rate:
    """All values of these papers."""
    return rate(answer for each in papers for answer in each.answers)


def recognition(papers: Sequence[Judged]) -> Rate:
    """Papers whose kind was told rightly; one taken for another kind counts as wrong, as does one not recognised."""
    right = sum(each.recognised for each in papers)
    return Rate(len(papers), right, len(papers) - right)


def grouping(papers: Sequence[Judged]) -> Rate:
    """Papers of which exactly their own pages were taken for one paper."""
    right = sum(each.grouped for each in papers)
    return Rate(len(papers), right, len(papers) - right)


def bins(papers: Iterable[Judged]) -> tuple[Bin, ...]:
    """The values that were read, by their confidence."""
    read = [answer for each in papers for answer in each.answers if answer.confidence is not None]
    return tuple(
        Bin(least, most, rate(each for each in read if _within(each.confidence, least, most))) for least, most in BINS
    )


def _within(confidence: float | None, least: float, most: float) -> bool:
    return confidence is not None and (least <= confidence < most or confidence == most == BINS[-1][1])


def aims(papers: Sequence[Judged]) -> tuple[Aim, ...]:
    """Every figure that has an aim, for the surfaces that were measured."""
    made = []
    for surface, least in VALUE_AIMS.items():
        own = [each for each in papers if each.surface == surface]
        if own:
            made.append(Aim(f"{SURFACES[surface]}：字段值全对", values(own), least))
            made.append(Aim(f"{SURFACES[surface]}：材料种类认对", recognition(own), RECOGNITION_AIM))
    pictured = pictures(papers)
    if pictured:
        made.append(Aim("置信度 0.95 以上的字段正确", bins(pictured)[-1].rate, CERTAIN_AIM))
    return tuple(made)


def pictures(papers: Iterable[Judged]) -> list[Judged]:
    """The papers that were read by OCR."""
    return [each for each in papers if each.surface != "digital"]
