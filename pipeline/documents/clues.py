"""Clues: what tells a kind of paper, as scores from 0 to 1 with reasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Protocol

from pipeline.layout.glyphs import folded
from pipeline.layout.labels import label_hits
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Reason

TOP = 0.45  # of the page height: titles stand above this
LARGE = 1.25  # times the usual size of the page: larger lines are titles wherever they stand
TITLE_LENGTH = 24  # characters around the words looked for: a longer line is no title
SENTENCE = re.compile(r"[,。;、].*[一-龥]|。$")  # a stop in a line of ordinary type: part of a sentence, no title
FORGIVING = 5  # characters: titles this long may hold one character that OCR misread


class Verdict(NamedTuple):
    """How well a page fits a clue: 0 not at all, 1 surely; with the reasons."""

    score: float
    reasons: tuple[Reason, ...] = ()


class Clue(Protocol):
    """Judges a page."""

    def judge(self, sheet: Sheet) -> Verdict:
        """Score and reasons."""


def found(text: str, score: float = 1.0) -> Verdict:
    """The verdict of a clue that was found."""
    return Verdict(score, (Reason(text=f"有{text}", score=score),))


def not_found(text: str) -> Verdict:
    """The verdict of a clue that was not found."""
    return Verdict(0.0, (Reason(text=f"未见{text}", score=0.0),))


@dataclass(frozen=True)
class Heading:
    """A title with one of these texts: a short line, near the top or in large type, letter-spaced or not."""

    texts: tuple[str, ...]
    anywhere: bool = False

    def judge(self, sheet: Sheet) -> Verdict:
        """1 where such a line stands."""
        said = "标题“" + "”“".join(self.texts) + "”"
        forgive = sheet.page.reader == "ocr"
        lines = [line for line in sheet.lines if self._may_be_title(sheet, line.at.top, line.em, line.fold)]
        folds = [line.fold for line in lines] + [a.fold + b.fold for a, b in pairwise(lines)]
        for text in self.texts:
            wanted = folded(text)
            if any(occurs(wanted, fold, forgive) and len(fold) <= len(wanted) + TITLE_LENGTH for fold in folds):
                return found(f"标题“{text}”")
        return not_found(said)

    def _may_be_title(self, sheet: Sheet, top: float, em: float, fold: str) -> bool:
        return em > LARGE * sheet.em or (
            (self.anywhere or top < TOP * sheet.page.height) and not SENTENCE.search(fold)
        )


@dataclass(frozen=True)
class Contains:
    """One of these texts anywhere on the page."""

    texts: tuple[str, ...]

    def judge(self, sheet: Sheet) -> Verdict:
        """1 where one occurs."""
        forgive = sheet.page.reader == "ocr"
        for text in self.texts:
            if occurs(folded(text), sheet.fold, forgive):
                return found(f"字样“{text}”")
        return not_found("字样“" + "”“".join(self.texts) + "”")


@dataclass(frozen=True)
class Matches:
    """A pattern in the page's folded text."""

    pattern: str
    says: str

    def judge(self, sheet: Sheet) -> Verdict:
        """1 where it matches."""
        return found(self.says) if re.search(self.pattern, sheet.fold) else not_found(self.says)


@dataclass(frozen=True)
class Labels:
    """Labels of a form: the score is the share of `enough` that stands on the page, 1 at most."""

    texts: tuple[tuple[str, ...], ...]
    enough: int

    def judge(self, sheet: Sheet) -> Verdict:
        """The share found."""
        seen = {folded(hit.label) for hit in label_hits(sheet, [text for group in self.texts for text in group])}
        present = [group[0] for group in self.texts if any(folded(text) in seen for text in group)]
        absent = [group[0] for group in self.texts if group[0] not in present]
        score = min(1.0, len(present) / self.enough)
        reasons = [Reason(text="有标签“" + "”“".join(present) + "”", score=score)] if present else []
        if score < 1.0 and absent:
            reasons.append(Reason(text="未见标签“" + "”“".join(absent) + "”", score=0.0))
        return Verdict(score, tuple(reasons))


@dataclass(frozen=True)
class AllOf:
    """Every part must score; the score is their mean."""

    clues: tuple[Clue, ...]

    def judge(self, sheet: Sheet) -> Verdict:
        """0 where one part scores 0."""
        verdicts = [clue.judge(sheet) for clue in self.clues]
        reasons = tuple(reason for verdict in verdicts for reason in verdict.reasons)
        if any(verdict.score == 0 for verdict in verdicts):
            return Verdict(0.0, reasons)
        return Verdict(sum(verdict.score for verdict in verdicts) / len(verdicts), reasons)


@dataclass(frozen=True)
class AnyOf:
    """The best of the parts."""

    clues: tuple[Clue, ...]

    def judge(self, sheet: Sheet) -> Verdict:
        """The best part's verdict; where none scores, what all of them missed."""
        verdicts = [clue.judge(sheet) for clue in self.clues]
        best = max(verdicts, key=lambda verdict: verdict.score)
        if best.score > 0:
            return best
        return Verdict(0.0, tuple(reason for verdict in verdicts for reason in verdict.reasons))


@dataclass(frozen=True)
class NoneOf:
    """1 where no part scores, else 0."""

    clues: tuple[Clue, ...]

    def judge(self, sheet: Sheet) -> Verdict:
        """What speaks against, where something does."""
        for clue in self.clues:
            verdict = clue.judge(sheet)
            if verdict.score > 0:
                against = "、".join(reason.text for reason in verdict.reasons if reason.score > 0)
                return Verdict(0.0, (Reason(text=f"不应有：{against}", score=-1.0),))
        return Verdict(1.0)


@dataclass(frozen=True)
class Worth:
    """A clue that proves only so much: its score times `weight`."""

    weight: float
    clue: Clue

    def judge(self, sheet: Sheet) -> Verdict:
        """The weighted score."""
        verdict = self.clue.judge(sheet)
        return Verdict(self.weight * verdict.score, verdict.reasons)


@dataclass(frozen=True)
class By:
    """A function on the page, with what it looks for in words."""

    says: str
    function: Callable[[Sheet], float]

    def judge(self, sheet: Sheet) -> Verdict:
        """The function's score."""
        score = self.function(sheet)
        return found(self.says, score) if score > 0 else not_found(self.says)


def occurs(wanted: str, text: str, forgive: bool) -> bool:
    """Whether a folded text occurs in another; long ones with one misread character where OCR is forgiven."""
    if wanted in text:
        return True
    if not forgive or len(wanted) < FORGIVING:
        return False
    half = len(wanted) // 2
    return any(
        re.search(re.escape(wanted[:index]) + "." + re.escape(wanted[index + 1 :]), text)
        for index in range(len(wanted))
        if wanted[:half] in text or wanted[half:] in text
    )


def heading(*texts: str, anywhere: bool = False) -> Heading:
    """A title with one of these texts; `anywhere`: also in small type low on the page."""
    return Heading(texts, anywhere)


def contains(*texts: str) -> Contains:
    """One of these texts on the page."""
    return Contains(texts)


def matches(pattern: str, says: str) -> Matches:
    """A pattern in folded text (half width, no white space); `says` what it looks for."""
    return Matches(pattern, says)


def labels(*texts: str | tuple[str, ...], enough: int = 0) -> Labels:
    """Labels of a form, variants of one as a tuple; full score from `enough` of them on (default: all)."""
    groups = tuple((text,) if isinstance(text, str) else text for text in texts)
    return Labels(groups, enough or len(groups))


def label(*texts: str) -> Labels:
    """One of these label texts."""
    return Labels((texts,), 1)


def all_of(*clues: Clue) -> AllOf:
    """Every clue must score."""
    return AllOf(clues)


def any_of(*clues: Clue) -> AnyOf:
    """The best of these clues."""
    return AnyOf(clues)


def none_of(*clues: Clue) -> NoneOf:
    """None of these clues may score."""
    return NoneOf(clues)


def worth(weight: float, clue: Clue) -> Worth:
    """A clue that proves only so much, 0 to 1."""
    return Worth(weight, clue)


def by(says: str, function: Callable[[Sheet], float]) -> By:
    """A clue made of a function on the page."""
    return By(says, function)
