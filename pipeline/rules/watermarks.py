"""Watermarks on identity copies: none where the profile says so, else one for this application."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.papers import no_paper, title_of
from pipeline.rules.registry import rule
from pipeline.text.normal import squeeze
from pipeline.text.watermarks import allowed


def _marked(case: Case) -> tuple[tuple[Document, str], ...]:
    return tuple((each, each.marks.watermark) for each in case.of_kind("id_card") if each.marks.watermark)


@rule("PK-14")
def cards_bear_no_watermark(case: Case, *, id_card_watermark: str) -> Iterator[Judgement]:
    """Identity copies bear no watermark where the profile says so."""
    if id_card_watermark != "none":
        yield NotApplicable(reason="switched_off")
        return
    if not case.of_kind("id_card"):
        yield no_paper("id_card")
    for paper, words in _marked(case):
        yield Breach(values=values(paper=title_of(paper), words=words), evidence=(paper.place(),))


@rule("PK-18")
def watermark_names_this_application(
    case: Case, *, id_card_other_purposes: tuple[str, ...], id_card_own_purposes: tuple[str, ...]
) -> Iterator[Judgement]:
    """A watermark on an identity copy names this application, no purpose at all, or leaves a doubt to a person."""
    if not case.of_kind("id_card"):
        yield no_paper("id_card")
    company = case.fact("company.name")
    applicant = squeeze(company.text) if company is not None else ""
    for paper, words in _marked(case):
        purpose = allowed(squeeze(words))
        if purpose is None or any(each in purpose for each in id_card_own_purposes):
            continue
        other = next((each for each in id_card_other_purposes if each in purpose), None)
        if other is not None:
            yield Breach(values=values(words=words, purpose=other), evidence=(paper.place(),))
        elif not (applicant and applicant in purpose):
            yield Unknown(reason="purpose_unclear", values=values(words=words), evidence=(paper.place(),))
