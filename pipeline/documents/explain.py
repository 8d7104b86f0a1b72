"""Why a page was taken for what it is, what was read on it, and why not the rest: for `dossier show`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pipeline.documents import registry
from pipeline.documents.declaration import DocumentType, FieldRule
from pipeline.documents.paper import HALF, Paper
from pipeline.documents.places import (
    Sheets,
    agreeing,
    check_digit,
    form_of,
    in_ruled_cell,
    source_of,
    weakest_of,
)
from pipeline.documents.recognise import ENOUGH, Judgement, judge
from pipeline.documents.stories import (
    Explanation,
    FieldStory,
    KindScore,
    MissingStory,
    Nearest,
    PageStory,
    PaperStory,
)
from pipeline.layout.glyphs import folded
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Document, Field, Missing
from pipeline.model.evidence import Evidence
from pipeline.model.page import Page
from pipeline.model.values import outward
from pipeline.profile.insurance_form import Layout

KINDS_TOLD = 3  # the kinds that came nearest
QUOTED = re.compile(r"[“「]([^”」]+)[”」]")
WORDS_OF_A_PATTERN = re.compile(r"[一-龥]{2,}")

Floor = Callable[[Evidence], float]
"""The least confidence with which the rules believe a reading."""


def explain(
    file: str,
    pages: Iterable[Page],
    documents: Iterable[Document],
    floor: Floor = lambda _: 0.0,
    own: tuple[Layout, ...] = (),
) -> Explanation:
    """The story of one file, given all pages and documents of the client; `own` are the profile's insurance forms."""
    forms = registry.declarations(own)
    inside = tuple(each for each in documents if any(part.file == file for part in each.parts))
    wanted = {file, *(part.file for each in inside for part in each.parts)}
    sheets = {(page.file, page.number): Sheet.of(page) for page in pages if page.file in wanted}
    seen = sorted((sheet for (name, _), sheet in sheets.items() if name == file), key=lambda each: each.page.number)
    return Explanation(
        file=file,
        pages=tuple(_page_story(sheet, forms) for sheet in seen),
        documents=inside,
        papers=tuple(_paper_story(each, sheets, forms, floor) for each in inside),
    )


def _page_story(sheet: Sheet, forms: tuple[DocumentType, ...]) -> PageStory:
    best_of_kind: dict[str, Judgement] = {}
    for each in sorted(judge(sheet, forms), key=_rank):
        best_of_kind.setdefault(each.kind.kind, each)
    ranked = tuple(
        KindScore(kind=each.kind.kind, title=each.kind.title, score=round(each.score, 3), reasons=each.reasons)
        for each in best_of_kind.values()
        if each.score > 0 or not each.kind.sealed_draft
    )
    page = sheet.page
    return PageStory(
        number=page.number,
        reader=page.reader,
        characters=len(page.text),
        why=page.why,
        known=bool(ranked) and ranked[0].score >= ENOUGH,
        kinds=ranked[:KINDS_TOLD],
    )


def _rank(judged: Judgement) -> tuple[float, float]:
    """Best first; of those that score nothing the one most of whose signs are there."""
    there = sum(reason.score > 0 for reason in judged.reasons)
    return -judged.score, -there / max(len(judged.reasons), 1)


def _paper_story(document: Document, sheets: Sheets, forms: tuple[DocumentType, ...], floor: Floor) -> PaperStory:
    form = form_of(document, (*forms, registry.OTHER))
    paper = _paper_of(document, sheets, form)
    cells = (
        _field_story(field, sheets, floor, table=table.name, row=number)
        for table in document.tables
        for number, row in enumerate(table.rows)
        for field in row.fields
    )
    return PaperStory(
        fields=tuple(
            _field_story(field, sheets, floor, agree=1 if form is None else agreeing(field, form, paper))
            for field in document.fields
        ),
        cells=tuple(cells),
        missing=tuple(_missing_story(each, form, paper) for each in document.missing),
    )


def _paper_of(document: Document, sheets: Sheets, form: DocumentType | None) -> Paper:
    """The document's pages in reading order, with the labels of its form."""
    places = (
        (part.file, number)
        for part in document.parts
        if part.first is not None and part.last is not None
        for number in range(part.first, part.last + 1)
    )
    own = tuple(sheets[place] for place in places if place in sheets)
    return Paper(own, frozenset() if form is None else form.all_labels)


def _field_story(
    field: Field, sheets: Sheets, floor: Floor, *, agree: int = 1, table: str = "", row: int | None = None
) -> FieldStory:
    place = field.evidence
    least = floor(place)
    return FieldStory(
        name=field.name,
        value=field.text,
        table=table,
        row=row,
        file=place.file,
        page=place.page,
        bbox=place.bbox,
        where=place.where,
        source=source_of(field, sheets),
        ruled_cell=in_ruled_cell(place, sheets),
        confidence=place.confidence,
        floor=least,
        used=field.corrected_by is not None or place.confidence >= least,
        weakest=weakest_of(place, sheets),
        agree=agree,
        differ=tuple(dict.fromkeys(outward(each.value) for each in field.readings)),
        check_digit=check_digit(field.text),
        repaired_from=field.repaired_from,
        corrected_by=field.corrected_by,
    )


def _missing_story(missing: Missing, form: DocumentType | None, paper: Paper) -> MissingStory:
    rules = [] if form is None else [rule for rule in form.fields if rule.name == missing.name]
    anchors = tuple(finder.anchor for rule in rules for finder in (*rule.finders, *rule.otherwise))
    told = tuple(dict.fromkeys(anchors)) or ((missing.anchor,) if missing.anchor else ())
    return MissingStory(
        name=missing.name, reason=missing.reason, anchors=told, nearest=_nearest(missing, rules, told, paper)
    )


def _nearest(missing: Missing, rules: list[FieldRule], anchors: tuple[str, ...], paper: Paper) -> Nearest | None:
    """The place that the reader itself stopped at, else the line that is most like an anchor."""
    seen = missing.nearest
    labels = [text for rule in rules for finder in (*rule.finders, *rule.otherwise) for text in finder.labels]
    if seen is not None and not missing.reason.startswith("未见"):
        like = next((text for text in labels if folded(text) == folded(seen.text)), "")
        return Nearest(
            text=seen.text,
            file=seen.file,
            page=seen.page,
            bbox=seen.bbox,
            like=like,
            similarity=1.0,
            why=missing.reason,
        )
    near = paper.nearest(labels)
    if near is None or near.share < HALF:  # words of sentences stand in many lines: labels tell more
        near = paper.nearest(list(dict.fromkeys([*labels, *_words_in(anchors)])))
    if near is None:
        return None
    place = near.words.evidence()
    return Nearest(
        text=place.text,
        file=place.file,
        page=place.page,
        bbox=place.bbox,
        like=near.text,
        similarity=round(near.share, 2),
        why=_why_not(near.text, near.share, is_label=near.text in labels),
    )


def _why_not(text: str, share: float, *, is_label: bool) -> str:
    if share < 1:
        return f"与“{text}”只有 {share:.0%} 的字相同"
    if is_label:
        return f"“{text}”在这里是正文中的字，不是标签（标签在行首、单元格或空白之后，后面有冒号或空白）"
    return f"有“{text}”，但前后的写法与所找的不同"


def _words_in(anchors: tuple[str, ...]) -> list[str]:
    """The words that a pattern's description names: those it quotes, without the pattern's own signs."""
    quoted = [text for anchor in anchors for text in QUOTED.findall(anchor)]
    return list(dict.fromkeys(run for text in quoted for run in WORDS_OF_A_PATTERN.findall(text)))
