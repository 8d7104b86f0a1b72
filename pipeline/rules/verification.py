"""Signs that a paper is no genuine paper."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, values
from pipeline.rules.papers import title_of
from pipeline.rules.registry import rule
from pipeline.text.normal import squeeze


@rule("VF-08")
def papers_are_no_samples(
    case: Case,
    *,
    demo: bool,
    sample_words: tuple[str, ...],
    sample_fictitious_words: tuple[str, ...],
    sample_brands: tuple[str, ...],
) -> Iterator[Judgement]:
    """No paper is marked as a sample by title or watermark, or bears the brand of a template site."""
    anywhere = sample_brands if demo else (*sample_brands, *sample_fictitious_words)
    for paper in case.documents:
        if paper.status != "current":
            continue
        word = _marked(paper, sample_words) or _occurs(paper, anywhere)
        if word is not None:
            yield Breach(values=values(title=title_of(paper), word=word), evidence=(paper.place(),))


def _marked(paper: Document, words: tuple[str, ...]) -> str | None:
    """The sample word in the title or watermark, or standing on a line of its own."""
    marks = squeeze(f"{paper.heading}\n{paper.marks.watermark or ''}").upper()
    lines = {squeeze(line).strip("()[]【】*-").upper() for line in paper.text.splitlines()}
    return next((word for word in words if word.upper() in marks or word.upper() in lines), None)


def _occurs(paper: Document, words: tuple[str, ...]) -> str | None:
    text = squeeze(f"{paper.heading}{paper.text}{paper.marks.watermark or ''}").lower()
    return next((word for word in words if word.lower() in text), None)
