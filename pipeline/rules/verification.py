"""Signs that a paper is no genuine paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.papers import client_place, shortened, title_of
from pipeline.rules.registry import rule
from pipeline.text.days import first_day_in
from pipeline.text.normal import squeeze


@rule("VF-01")
def codes_lead_to_official_sites(
    case: Case, *, verification_hosts: tuple[str, ...], verification_coded_kinds: tuple[str, ...]
) -> Iterator[Judgement]:
    """The QR codes on papers of authorities lead to official sites."""
    papers = [each for each in case.of_kind(*verification_coded_kinds) if each.marks.codes]
    if not papers:
        yield NotApplicable(reason="no_code")
    for paper in papers:
        for each in paper.marks.codes:
            place = paper.place().model_copy(update={"file": each.file, "page": each.page, "bbox": each.code.bbox})
            if each.code.content is None:
                named = values(paper=title_of(paper))
                yield Unknown(reason="code_unread", values=named, evidence=(place,), severity="warning")
            elif (host := host_of(each.code.content)) and not _is_official(host, verification_hosts):
                yield Breach(values=values(paper=title_of(paper), host=host), evidence=(place,))


def host_of(content: str) -> str:
    """The host of an address, empty for anything else."""
    found = re.match(
        r"\s*(?:https?://)([^/?#\s]+)|\s*((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/?#]|\s*$)", content, re.IGNORECASE
    )
    if found is None:
        return ""
    host = (found[1] or found[2]).rpartition("@")[2].partition(":")[0]
    return host.lower().rstrip(".")


def _is_official(host: str, suffixes: tuple[str, ...]) -> bool:
    return any(host == suffix or host.endswith(f".{suffix}") for suffix in suffixes)


@rule("VF-02")
def signatures_are_intact(case: Case, *, verification_signed_layouts: tuple[str, ...]) -> Iterator[Judgement]:
    """The electronic signature of a paper is intact, and there where its form always bears one."""
    files = {each.path: each for each in case.inventory.files}
    judged = False
    for paper in case.documents:
        source = files.get(paper.parts[0].file)
        if paper.status != "current" or source is None or source.sort != "pdf" or paper.marks.picture:
            continue
        layout = paper.field("layout")
        awaited = layout is not None and layout.text in verification_signed_layouts
        judged = judged or bool(source.signature) or awaited
        if source.signature == "broken":
            yield Breach(values=values(paper=title_of(paper), file=source.path), evidence=(paper.place(),))
        elif source.signature == "unknown":
            named = values(paper=title_of(paper))
            yield Unknown(reason="unverified", values=named, evidence=(paper.place(),))
        elif not source.signature and awaited:
            yield Breach(values=values(paper=title_of(paper)), evidence=(paper.place(),), part="absent")
    if not judged:
        yield NotApplicable(reason="not_signed")


@rule("VF-03")
def downloads_were_not_edited(
    case: Case, *, verification_editor_words: tuple[str, ...], verification_coded_kinds: tuple[str, ...]
) -> Iterator[Judgement]:
    """No official download was made or changed by an image editor or word processor, as its metadata tell."""
    files = {each.path: each for each in case.inventory.files}
    digital = [each for each in case.of_kind(*verification_coded_kinds) if not each.marks.picture]
    if not digital:
        yield NotApplicable(reason="no_download")
    for paper in digital:
        source = files.get(paper.parts[0].file)
        if source is None or source.sort != "pdf":
            continue
        word = next((each for each in verification_editor_words if each.lower() in source.producer.lower()), None)
        if word is not None:
            yield Breach(values=values(paper=title_of(paper), producer=source.producer), evidence=(paper.place(),))


@rule("VF-04")
def cells_are_set_in_one_font(case: Case) -> Iterator[Judgement]:
    """No table cell of an official download is set in two fonts or sizes where its column is set in one."""
    digital = [each for each in case.of_kind("social_insurance", "qualification") if not each.marks.picture]
    if not digital:
        yield NotApplicable(reason="no_download")
    for paper in digital:
        for each in paper.marks.odd_cells:
            place = paper.place().model_copy(update={"file": each.file, "page": each.page, "bbox": each.cell.bbox})
            yield Breach(values=values(paper=title_of(paper), text=shortened(each.cell.text)), evidence=(place,))


@rule("VF-06")
def codes_were_verified(case: Case, *, verification_max_age_days: int) -> Iterator[Judgement]:
    """A person has verified the codes on the official sites, by a dated record in client.yaml."""
    coded = [each for each in case.of_kind("social_insurance", "qualification") if each.field("verify_code")]
    if not coded:
        yield NotApplicable(reason="no_code")
        return
    answer, where = case.client.answer("official_verification"), client_place("/answers/official_verification")
    if answer is None:
        named = values(question="official_verification", count=len(coded))
        yield Unknown(reason="not_verified", values=named, evidence=(where,))
        return
    day = first_day_in(squeeze(answer))
    if day is None:
        yield Breach(values=values(answer=answer), evidence=(where,))
    elif not 0 <= (case.as_of - day).days <= verification_max_age_days:
        named = values(day=day, most=verification_max_age_days)
        yield Breach(values=named, evidence=(where,), part="old")


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
