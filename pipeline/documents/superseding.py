"""Of several versions of one paper the one that counts; the others are superseded, with why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.documents.declaration import DocumentType
from pipeline.layout.glyphs import folded
from pipeline.model.document import Document
from pipeline.model.values import Day, Month

Named = Callable[[Document], bool]
"""Whether client.yaml names the paper under `files:`."""


class Standing(NamedTuple):
    """What makes one version count before another, strongest first."""

    named: bool
    complete: bool
    preferred: int
    dated: date
    sealed: bool
    read: int
    sharpness: float


REASONS = (
    "client.yaml 指定了另一份",
    "另一份页码完整",
    "另一份为副本",
    "另一份日期较新",
    "另一份有印章",
    "另一份读得更全",
    "另一份更清晰",
)


def supersede(
    documents: Sequence[Document], kinds: Mapping[str, DocumentType], named: Named = lambda _: False
) -> tuple[Document, ...]:
    """The same documents in the same order, older, poorer or unsealed versions marked `superseded`."""
    versions: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, document in enumerate(documents):
        key = subject_of(document, kinds.get(document.kind))
        if key:
            versions[(document.kind, key)].append(index)
    changed = list(documents)
    for indexes in versions.values():
        for rivals in _rivals(documents, indexes):
            _judge(changed, rivals, kinds[documents[rivals[0]].kind], named)
    return tuple(changed)


def subject_of(document: Document, kind: DocumentType | None) -> str:
    """Whose paper it is, as a key; empty where it does not say. `a|b` in a subject stands for the first one read."""
    if kind is None or not kind.subject or (kind.side_by_side is not None and kind.side_by_side(document)):
        return ""
    parts = []
    for names in kind.subject:
        field = next((found for name in names.split("|") if (found := document.field(name)) is not None), None)
        if field is None:
            return ""
        parts.append(folded(field.text))
    return "\n".join(parts)


def _rivals(documents: Sequence[Document], indexes: Sequence[int]) -> Iterable[list[int]]:
    """Versions that show the same thing: the front and the back of a card in two files are no rivals."""
    by_sides: dict[frozenset[str], list[int]] = defaultdict(list)
    for index in indexes:
        by_sides[frozenset(documents[index].sides)].append(index)
    whole = by_sides.get(frozenset({"front", "back"}), [])
    for sides, each in by_sides.items():
        rivals = each if sides == frozenset({"front", "back"}) or not sides else [*each, *whole]
        if len(rivals) > 1:
            yield rivals


def _judge(documents: list[Document], rivals: Sequence[int], kind: DocumentType, named: Named) -> None:
    standings = {index: standing_of(documents[index], kind, named(documents[index])) for index in rivals}
    if any(own_date(documents[index], kind) is None for index in rivals):
        standings = {index: standing._replace(dated=date.min) for index, standing in standings.items()}
    winner = max(rivals, key=lambda index: (standings[index], -index))
    for index in rivals:
        if index != winner and documents[index].status == "current":
            why = _why(standings[winner], standings[index], documents[winner], documents[index])
            documents[index] = documents[index].model_copy(update={"status": "superseded", "why": why})


def standing_of(document: Document, kind: DocumentType, named: bool) -> Standing:
    """How a version stands among its rivals."""
    return Standing(
        named=named,
        complete=not document.gaps,
        preferred=kind.prefer(document) if kind.prefer is not None else 0,
        dated=own_date(document, kind) or date.min,
        sealed=any(each.seal.shape != "square" for each in document.marks.seals) or document.marks.digital_signature,
        read=sum(document.field(name) is not None for name in kind.required),
        sharpness=document.marks.dpi or document.marks.dpi_most or (0.0 if document.marks.picture else 1000.0),
    )


def own_date(document: Document, kind: DocumentType) -> date | None:
    """The day that the paper itself bears; never the file's."""
    field = document.field(kind.dated) if kind.dated else None
    if field is None:
        return None
    if isinstance(field.value, Day):
        return field.value.value
    return date(field.value.year, field.value.month, 1) if isinstance(field.value, Month) else None


def _why(winner: Standing, loser: Standing, better: Document, poorer: Document) -> str:
    place = better.parts[0]
    where = f"{place.file} 第{place.first}页" if place.first else place.file
    for reason, one, other in zip(REASONS, winner, loser, strict=True):
        if one != other:
            doubt = _doubt(better, poorer) if winner.dated == loser.dated else ""
            return f"与 {where} 为同一材料，{reason}{doubt}"
    return f"与 {where} 为同一材料，内容相同{_doubt(better, poorer)}".replace("内容相同，", "")


def _doubt(better: Document, poorer: Document) -> str:
    """That no date decides and key values differ: the client must say which one counts."""
    differing = [
        field.name
        for field in better.fields
        if (other := poorer.field(field.name)) is not None and folded(other.text) != folded(field.text)
    ]
    return f"，日期不能区分而内容不同（{'、'.join(differing)}），请确认以哪份为准" if differing else ""
