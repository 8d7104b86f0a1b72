"""Why a page was taken for what it is, what was read on it, and why not the rest: for `dossier show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.documents import registry
from pipeline.documents.recognise import ENOUGH, judge
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Document, Field, Missing, Reason
from pipeline.model.evidence import Evidence
from pipeline.model.page import Page
from pipeline.model.record import Record
from pipeline.model.values import outward

KINDS_TOLD = 4  # the kinds that came nearest
REASONS_TOLD = 4
READERS = {"text": "文字层", "ocr": "文字识别", "none": "没有文字"}


class KindScore(Record):
    """How well a page fits a kind."""

    kind: str
    title: str
    score: float
    reasons: tuple[Reason, ...]


class PageStory(Record):
    """One page: how it was read, and the kinds that came nearest."""

    number: int
    reader: str
    characters: int
    why: str
    kinds: tuple[KindScore, ...]


class Explanation(Record):
    """One file: its pages, and the papers that lie in it."""

    file: str
    pages: tuple[PageStory, ...]
    documents: tuple[Document, ...]

    def plain(self) -> dict[str, Any]:
        """Plain values, for `--json`; the running text of the papers is left out."""
        return self.model_dump(mode="json", exclude={"documents": {"__all__": {"text": True, "page_texts": True}}})

    def lines(self) -> Iterator[str]:
        """Lines for people."""
        yield self.file
        for page in self.pages:
            yield from _page_lines(page)
        for document in self.documents:
            yield from _document_lines(document)


def explain(file: str, pages: Iterable[Page], documents: Iterable[Document]) -> Explanation:
    """The story of one file, given all pages and documents of the client."""
    own = sorted((page for page in pages if page.file == file), key=lambda page: page.number)
    inside = (document for document in documents if any(part.file == file for part in document.parts))
    return Explanation(file=file, pages=tuple(_story(page) for page in own), documents=tuple(inside))


def _story(page: Page) -> PageStory:
    judged = judge(Sheet.of(page), registry.declarations())
    best_of_kind: dict[str, KindScore] = {}
    for each in judged:
        score = KindScore(
            kind=each.kind.kind, title=each.kind.title, score=round(each.score, 3), reasons=each.reasons
        )
        best_of_kind.setdefault(each.kind.kind, score)
    told = tuple(best_of_kind.values())[:KINDS_TOLD]
    return PageStory(number=page.number, reader=page.reader, characters=len(page.text), why=page.why, kinds=told)


def _page_lines(page: PageStory) -> Iterator[str]:
    why = f"，{page.why}" if page.why else ""
    yield f"第 {page.number} 页：{READERS[page.reader]}，{page.characters} 字{why}"
    for each in page.kinds:
        verdict = "是" if each.score >= ENOUGH else "否"
        told = dict.fromkeys(reason.text for reason in each.reasons)
        reasons = "；".join(list(told)[:REASONS_TOLD]) or "没有依据"
        yield f"    {verdict} {each.title}（{each.kind}）{each.score:.2f}：{reasons}"


def _document_lines(document: Document) -> Iterator[str]:
    places = "、".join(f"{part.file} {part.first}-{part.last}页" for part in document.parts)
    served = "、".join((document.material or "未归入材料", *document.also))
    yield f"{document.title}（{document.kind}） {places} → {served}"
    if document.status == "superseded" or document.why:
        yield f"    {'不采用：' if document.status == 'superseded' else ''}{document.why}"
    for gap in document.gaps:
        yield f"    {gap}"
    for field in document.fields:
        yield from _field_lines(field)
    for table in document.tables:
        yield f"    表 {table.name}：{len(table.rows)} 行"
    for missing in document.missing:
        yield from _missing_lines(missing)


def _field_lines(field: Field) -> Iterator[str]:
    yield f"    {field.name} = {field.text}  [{_place(field.evidence)}]"
    if field.repaired_from is not None:
        yield f"        校验位证明的更正，原读作 {field.repaired_from}"
    for reading in field.readings:
        yield f"        另一处读作 {outward(reading.value)}  [{_place(reading.evidence)}]"


def _missing_lines(missing: Missing) -> Iterator[str]:
    yield f"    未读到 {missing.name}：{missing.reason}"
    if missing.nearest is not None:
        yield f"        最接近的一行：“{missing.nearest.text}”  [{_place(missing.nearest)}]"


def _place(evidence: Evidence) -> str:
    if evidence.page is None:
        return evidence.where or evidence.file
    box = " ".join(f"{edge:.0f}" for edge in evidence.bbox) if evidence.bbox else ""
    return f"第{evidence.page}页 {box} 置信度 {evidence.confidence:.2f}"
