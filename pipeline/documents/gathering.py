"""From page records to documents: recognised, grouped, read, compared, placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from pipeline.documents import registry
from pipeline.documents.declaration import DocumentType, Paper
from pipeline.documents.grouping import Group, Leaf, leaf_of, runs
from pipeline.documents.hints import Slot, entry_for, paths_of
from pipeline.documents.id_card import sides_of
from pipeline.documents.marks import marks_of
from pipeline.documents.photographs import join_photographs, natural
from pipeline.documents.placement import Backs, place
from pipeline.documents.reading import ReadPaper, read_field, read_paper
from pipeline.documents.recognise import Judgement, objection
from pipeline.documents.superseding import supersede
from pipeline.layout.glyphs import text_of
from pipeline.layout.lines import Line
from pipeline.layout.sheet import Sheet
from pipeline.model.client import Client, FileEntry
from pipeline.model.document import Document, Field, Missing, Part, Reason
from pipeline.model.intake import Inventory
from pipeline.model.page import Page
from pipeline.profile.insurance_form import Layout

SIDES: tuple[Literal["front", "back"], ...] = ("front", "back")
FRONT_FIELDS = frozenset({"name", "number", "sex", "ethnicity", "birth", "address"})
BACK_FIELDS = frozenset({"issuer", "valid_from", "valid_to"})
HEADING_AREA = 0.6  # of the page height: the printed title stands above this
TITLE_SIZE = 0.8  # of the largest line, of the tallest character: smaller ones are not of the title
HEADING_LENGTH = 40  # characters


def read_documents(
    pages: Iterable[Page],
    inventory: Inventory,
    client: Client,
    slots: Sequence[Slot] = (),
    backs: Backs = lambda _: {},
    own: tuple[Layout, ...] = (),
) -> tuple[Document, ...]:
    """Every paper in the pages, in path order: its kind, fields, marks, version and material.

    `slots` are the profile's materials and annexes; `backs` joins card backs in files of their own to their fronts;
    `own` are the profile's own insurance forms.
    """
    documents = [document_of(group, inventory) for group in groups_of(pages, client, own)]
    kinds = {each.kind: each for each in reversed(registry.declarations(own))}
    compared = supersede(documents, kinds, named=lambda document: _is_named(document, client))
    return place(compared, client, slots, backs)


def groups_of(pages: Iterable[Page], client: Client, own: tuple[Layout, ...] = ()) -> tuple[Group, ...]:
    """The pages as papers: those that client.yaml names, then runs inside files, then photographs joined."""
    ordered = sorted(pages, key=lambda page: (natural(page.file), page.number))
    leaves = [leaf_of(Sheet.of(page), registry.declarations(own)) for page in ordered]
    named = _named_groups(leaves, client)
    taken = {leaf for group in named for leaf in group.leaves}
    found = join_photographs(runs([leaf for leaf in leaves if leaf not in taken], subject_on))
    return tuple(sorted((*named, *found), key=_first_place))


def _first_place(group: Group) -> tuple[list[int | str], int]:
    first = group.leaves[0].sheet.page
    return natural(first.file), first.number


def subject_on(kind: DocumentType, sheet: Sheet) -> str:
    """Whose paper a single page is, by the subject fields read on it; empty where one is missing."""
    paper = Paper((sheet,), kind.all_labels)
    wanted = [name for names in kind.subject for name in names.split("|")[:1]]
    read = [read_field(rule, paper) for rule in kind.fields if rule.name in wanted]
    texts = [field.text for field in read if isinstance(field, Field)]
    return "\n".join(texts) if len(texts) == len(wanted) else ""


def _named_groups(leaves: Sequence[Leaf], client: Client) -> list[Group]:
    """One paper for each entry under `files:` that says a kind or several paths."""
    groups = []
    for entry in client.files:
        own = [leaf for leaf in leaves if entry_for(client, leaf.file, leaf.sheet.page.number) is entry]
        if own and (entry.kind or len(paths_of(entry)) > 1):
            order = paths_of(entry)
            own.sort(key=lambda leaf: (order.index(leaf.file), leaf.sheet.page.number))
            groups.append(Group(tuple(own), _named_judgement(entry, own), fixed=True))
    return groups


def _named_judgement(entry: FileEntry, leaves: Sequence[Leaf]) -> Judgement | None:
    """The kind that client.yaml says; of its forms the one that fits the pages best."""
    if entry.kind is None:
        return next((leaf.kind for leaf in leaves if leaf.kind is not None), None)
    reasons = (Reason(text="client.yaml 指定了材料种类", score=1.0),)
    fitting = [judged for leaf in leaves for judged in leaf.judgements if judged.kind.kind == entry.kind]
    best = max(fitting, key=lambda judged: judged.score, default=None)
    if entry.kind == registry.OTHER.kind and (best is None or not best.score):
        return Judgement(registry.OTHER, 1.0, reasons)  # a sealed annex is told by its code alone
    return best._replace(score=1.0, reasons=reasons) if best is not None else None


def document_of(group: Group, inventory: Inventory) -> Document:
    """One paper read by its kind's declaration; one that no kind claims is `other`."""
    kind = group.judgement.kind if group.judgement else registry.OTHER
    sheets = group.sheets
    paper = Paper(sheets, kind.all_labels)
    read = read_paper(kind, paper)
    return Document(
        kind=kind.kind,
        title=kind.title,
        parts=parts_of(sheets),
        heading=heading_of(sheets),
        fields=read.fields,
        tables=read.tables,
        missing=_missing(read, kind, sheets),
        marks=marks_of(sheets, inventory, kind.paper_mm),
        score=round(group.judgement.score, 3) if group.judgement else 0.0,
        reasons=group.judgement.reasons if group.judgement else _why_no_kind(group),
        sides=_sides(kind, sheets),
        text=paper.text,
        page_texts=tuple(sheet.text for sheet in sheets),
        lines=tuple(line.printed for sheet in sheets for line in sheet.lines) if kind.sealed_draft else (),
        labels=labels_of(paper),
        gaps=group.gaps,
    )


def _missing(read: ReadPaper, kind: DocumentType, sheets: Sequence[Sheet]) -> tuple[Missing, ...]:
    """What was not found; a card that shows one side is not asked for what stands on the other."""
    sides = _sides(kind, sheets)
    absent = BACK_FIELDS if sides == ("front",) else FRONT_FIELDS if sides == ("back",) else frozenset()
    return tuple(each for each in read.missing if each.name not in absent)


def _sides(kind: DocumentType, sheets: Sequence[Sheet]) -> tuple[Literal["front", "back"], ...]:
    if kind.kind != "id_card":
        return ()
    shown = {side for sheet in sheets for side in sides_of(sheet)}
    return tuple(side for side in SIDES if side in shown)


def _why_no_kind(group: Group) -> tuple[Reason, ...]:
    """What speaks against every kind, else for the kinds that came nearest."""
    against = objection(group.leaves[0].sheet)
    if against is not None:
        return (against,)
    nearest = [judged for judged in group.leaves[0].judgements if judged.score > 0][:3]
    return tuple(
        Reason(text=f"{judged.kind.title}：{reason.text}", score=reason.score)
        for judged in nearest
        for reason in judged.reasons
    )


def parts_of(sheets: Sequence[Sheet]) -> tuple[Part, ...]:
    """The pages in reading order as runs of neighbouring pages of one file; a sheet cut in two counts once."""
    parts: list[Part] = []
    for sheet in sheets:
        page = sheet.page
        last = parts[-1] if parts else None
        if (
            last is not None
            and last.file == page.file
            and last.last is not None
            and page.number - last.last in (0, 1)
        ):
            parts[-1] = last.model_copy(update={"last": page.number})
        else:
            parts.append(Part(file=page.file, sha256=page.sha256, first=page.number, last=page.number))
    return tuple(parts)


def heading_of(sheets: Sequence[Sheet]) -> str:
    """The title as printed: the first of the largest short lines in the upper part of the first page."""
    first = sheets[0]
    upper = [line for line in first.lines if line.at.top < HEADING_AREA * first.page.height and _may_be_title(line)]
    largest = max((line.em for line in upper), default=0.0)
    title = next((line for line in upper if line.em >= TITLE_SIZE * largest), None)
    if title is None:
        return ""
    tallest = max(glyph.at.height for glyph in title.glyphs)
    return text_of([glyph for glyph in title.glyphs if glyph.at.height >= TITLE_SIZE * tallest])


def _may_be_title(line: Line) -> bool:
    ideographs = len(re.findall("[一-龥]", line.fold))
    return len(line.fold) <= HEADING_LENGTH and ideographs > 1 and ":" not in line.fold


def labels_of(paper: Paper) -> tuple[str, ...]:
    """The labels of the form that are printed, each once, in reading order."""
    return tuple(dict.fromkeys(hit.label for hits in paper.hits for hit in hits))


def _is_named(document: Document, client: Client) -> bool:
    return any(entry_for(client, part.file, part.first or 1) is not None for part in document.parts)
