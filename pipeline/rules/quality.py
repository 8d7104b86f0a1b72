"""Scans as scans: sealed, in colour, sharp enough, nobody else's, no page twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pipeline.model.case import Case
from pipeline.model.document import Document, PagePrint, PageSeal
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, NotApplicable, Severity, Unknown, values
from pipeline.profile.records import Annex, Material
from pipeline.rules.marks import Sealing, is_colourless, sealing_of
from pipeline.rules.papers import title_of
from pipeline.rules.registry import rule
from pipeline.rules.twins import are_one_page
from pipeline.text.names import same_company

COMPANY_FACTS = (".name", ".lessor", ".lessee", ".owner", ".operator", ".customer")
"""Endings of the facts that name a company which has a part in the case."""


def wanted_seal(
    document: Document, materials: tuple[Material, ...], blockers: tuple[str, ...], exempt: tuple[str, ...]
) -> Severity | None:
    """What a missing seal on this paper costs; None where none is wanted.

    Drafts come back for no other reason than to be sealed, whichever slot or annex they fill.
    """
    if document.lines:
        return "warning"
    material = next((each for each in materials if each.number == document.material), None)
    if material is None or material.seal == "none" or document.kind in exempt:
        return None
    return "blocker" if document.kind in blockers else "warning"


@rule("PK-04")
def papers_are_sealed(
    case: Case,
    *,
    materials: tuple[Material, ...],
    seal_blocker_kinds: tuple[str, ...],
    seal_none_kinds: tuple[str, ...],
    seal_other_purposes: tuple[str, ...],
) -> Iterator[Judgement]:
    """Every paper carries a company's seal; a grey copy of the page that should bear it does not let it be seen."""
    for document in case.documents:
        severity = wanted_seal(document, materials, seal_blocker_kinds, seal_none_kinds)
        if document.status != "current" or severity is None:
            continue
        files = _files_of_draft(case, document) if document.lines else (document,)
        sealings = {sealing_of(each, seal_other_purposes) for each in files}
        yield from _unsealed(document, next(each for each in CLEAREST if each in sealings), severity)


CLEAREST: tuple[Sealing, ...] = ("sealed", "hidden", "cut", "unread", "other", "none")


def _unsealed(document: Document, sealing: Sealing, severity: Severity) -> Iterator[Judgement]:
    named, evidence = values(paper=title_of(document), number=document.material), (document.place(),)
    match sealing:
        case "hidden":
            yield Unknown(reason="grey", values=named, evidence=evidence, severity=severity)
        case "cut":
            yield Unknown(reason="seal_cut", values=named, evidence=_seal_places(document), severity=severity)
        case "unread":
            yield Unknown(reason="purpose_unread", values=named, evidence=_seal_places(document), severity=severity)
        case "other":
            told = "、".join(dict.fromkeys(_told(each) for each in document.marks.seals))
            named = (*named, *values(seals=told))
            yield Breach(values=named, evidence=_seal_places(document), severity=severity, part="other")
        case "none":
            yield Breach(values=named, evidence=evidence, severity=severity)


def _told(each: PageSeal) -> str:
    """A seal that is no company's, by its words or its shape."""
    said = each.seal.purpose or each.seal.ring_text
    return said or {"square": "方章", "oval": "椭圆章"}.get(each.seal.shape, "印章")


def _seal_places(document: Document) -> tuple[Evidence, ...]:
    place = document.place()
    return tuple(
        place.model_copy(
            update={"file": each.file, "sha256": _sha256(document, each), "page": each.page, "bbox": each.bbox}
        )
        for each in document.marks.seals
    ) or (place,)


def _sha256(document: Document, each: PageSeal) -> str:
    return next((part.sha256 for part in document.parts if part.file == each.file), document.parts[0].sha256)


def _files_of_draft(case: Case, document: Document) -> tuple[Document, ...]:
    """All files of a draft's sealed scan: a page that was scanned anew need not carry the seal."""
    return tuple(each for each in case.in_material(document.material or "") if each.lines) or (document,)


@rule("PK-07")
def scans_are_in_colour(
    case: Case, *, materials: tuple[Material, ...], annexes: tuple[Annex, ...], scan_colour: bool
) -> Iterator[Judgement]:
    """Scans are in colour where colour is wanted."""
    if not scan_colour:
        yield NotApplicable(reason="colour_not_wanted")
        return
    wanted = {each.number for each in materials if each.colour} | {each.number for each in annexes}
    for document in case.documents:
        if is_colourless(document) and document.status == "current" and document.material in wanted:
            named = values(paper=title_of(document), number=document.material)
            yield Breach(values=named, evidence=(document.place(),))


@rule("PK-08")
def scans_are_sharp_and_upright(case: Case, *, scan_min_dpi: int) -> Iterator[Judgement]:
    """Scans have enough resolution and stand upright."""
    for document in case.documents:
        if document.status != "current" or document.material is None or not document.marks.picture:
            continue
        for part, dpi in (("coarse", document.marks.dpi), ("reduced", document.marks.dpi_most)):
            if dpi is not None and round(dpi) < scan_min_dpi:
                named = values(paper=title_of(document), dpi=round(dpi), least=scan_min_dpi)
                yield Breach(values=named, evidence=(document.place(),), part=part)
        if any(document.marks.turned):
            yield Breach(values=values(paper=title_of(document)), evidence=(document.place(),), part="turned")


@rule("PK-09")
def scans_can_be_read(case: Case) -> Iterator[Judgement]:
    """No scan is blurred, cut at its edges, blown out by light, too dark or too pale."""
    papers = [each for each in case.documents if each.status == "current" and each.marks.picture]
    if not papers:
        yield NotApplicable(reason="no_scan")
    for document in papers:
        marks = document.marks
        faults = {
            "blurred": marks.blurred,
            "cut": marks.cut_edges,
            "glare": marks.glare,
            "dark": marks.dark,
            "pale": marks.pale,
        }
        for part, pages in faults.items():
            for page in pages:
                place = document.place().model_copy(update={"page": page, "bbox": None})
                yield Breach(values=values(paper=title_of(document), page=page), evidence=(place,), part=part)


@rule("PK-10")
def no_page_is_foreign_or_twice(case: Case) -> Iterator[Judgement]:
    """No page is another company's, none stands twice in one material; blank pages are listed."""
    yield from _foreign(case)
    yield from _twice(case)
    for document in case.documents:
        yield from (
            Breach(values=values(file=each.file, page=each.page), evidence=(_place(each),), part="blank")
            for each in document.marks.prints
            if each.blank
        )


def company_names(case: Case) -> tuple[str, ...]:
    """Every company that has a part in the case: parties of its contracts, owners, holders."""
    named = [fact.text for fact in case.ledger.facts if fact.name.endswith(COMPANY_FACTS)]
    return (*named, *(holder.name for _, holder in case.equity.walk())) if case.equity is not None else tuple(named)


def _foreign(case: Case) -> Iterator[Judgement]:
    """Licences and articles of a company that no fact of the case names."""
    known = company_names(case)
    for document in case.documents:
        owner = document.field("company" if document.kind == "articles" else "name")
        if document.kind not in ("business_licence", "articles") or owner is None or document.status != "current":
            continue
        if document.material is None and not any(same_company(owner.text, each) for each in known):
            yield Breach(values=values(company=owner.text, file=owner.evidence.file), evidence=(owner.evidence,))


def _twice(case: Case) -> Iterator[Judgement]:
    """One page twice in one material, as sent or scanned again."""
    by_material: dict[str, list[PagePrint]] = {}
    for document in case.documents:
        if document.status == "current" and document.material is not None:
            by_material.setdefault(document.material, []).extend(document.marks.prints)
    for material, prints in by_material.items():
        for left, right in combinations(dict.fromkeys(prints), 2):
            if are_one_page(left, right):
                named = values(
                    number=material, file=right.file, page=right.page, other=left.file, other_page=left.page
                )
                yield Breach(values=named, evidence=(_place(right), _place(left)), part="twice")


def _place(page: PagePrint) -> Evidence:
    return Evidence(file=page.file, sha256=page.sha256, page=page.page)
