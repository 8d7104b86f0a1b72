"""What was read in each sample against what it says: right, wrong or missing, recognised, rightly grouped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz.distance import Levenshtein

from pipeline.model.document import Document
from pipeline.reports import outward
from tests.accuracy.samples import Batch, Sample
from tests.specimens import accuracy
from tests.specimens.accuracy import Answer

Verdict = Literal["right", "wrong", "missing"]
ROW = re.compile(r"\[\d+\]")
FEW_CHARACTERS = 2
"""So many characters may differ for a reading to be the same text misread."""


@dataclass(frozen=True)
class Judged:
    """One sample with its answers; `grouped` tells whether exactly its pages were taken for one paper."""

    surface: str
    sample: Sample
    recognised: bool
    grouped: bool
    answers: tuple[Answer, ...]

    @property
    def kind(self) -> str:
        """The kind that the paper is of."""
        return str(self.sample.truth["kind"])


def judged(batch: Batch, documents: Sequence[Document]) -> tuple[Judged, ...]:
    """Every sample of a folder against the documents read in it."""
    read = [outward.document(each) for each in documents]
    return tuple(_judged(batch.surface, sample, read) for sample in batch.samples)


def _judged(surface: str, sample: Sample, read: Sequence[dict[str, Any]]) -> Judged:
    found = accuracy.found_at(sample.truth, read)
    kind, *values = accuracy.answers(sample.truth, read)
    return Judged(surface, sample, kind.right, found is not None and _has_its_pages(found, sample), tuple(values))


def _has_its_pages(found: dict[str, Any], sample: Sample) -> bool:
    parts = found.get("parts") or [found]
    read = {(part["file"], page) for part in parts for page in range(part["pages"][0], part["pages"][1] + 1)}
    return read == {(file, page) for file, first, last in sample.places for page in range(first, last + 1)}


def verdict(answer: Answer) -> Verdict:
    """A wrong value misleads, a missing one is asked for; rows that were lost are missing, rows too many wrong."""
    if answer.right:
        return "right"
    if answer.read is None or (answer.name.endswith(".count") and int(str(answer.read)) < int(str(answer.truth))):
        return "missing"
    return "wrong"


def field_of(answer: Answer) -> str:
    """The field's name without the number of its row."""
    return ROW.sub("", answer.name)


def fault(judged: Judged, answer: Answer) -> str:
    """What kind of fault a missed value is, in Chinese for the report."""
    if not judged.recognised:
        return "材料种类未认出或认错"
    if answer.name.endswith(".count"):
        return "表格漏行" if verdict(answer) == "missing" else "表格多行"
    if answer.read is None:
        return "表格单元未读到" if ROW.search(answer.name) else "字段未读到"
    return _difference(_plain(answer.truth), _plain(answer.read))


def _difference(truth: str, read: str) -> str:
    if truth in read:
        return "值的前后带入别的字"
    if read in truth:
        return "值不完整"
    if Levenshtein.distance(truth, read) <= FEW_CHARACTERS:
        return "个别字认错"
    return "读成别的内容"


def _plain(value: object) -> str:
    return unicodedata.normalize("NFKC", str(value))


def misses(papers: Iterable[Judged]) -> list[tuple[Judged, Answer]]:
    """Every value that was not read as it stands."""
    return [(each, answer) for each in papers for answer in each.answers if not answer.right]
