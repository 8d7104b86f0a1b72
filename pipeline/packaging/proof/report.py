"""All checks of a finished dossier, gathered into one report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.engines.printed import PrintedPages, UnprintableError
from pipeline.model.bundle import Check, PlacementList, ProofExpectation, ProofReport
from pipeline.packaging.proof import numbering, origins, pages, printing, structure
from pipeline.packaging.proof.opened import ODD_FILES, OpenedDossier

MOST_TOLD = 6  # faults of one check that are written out


def prove(pdf: Path, expected: ProofExpectation | None = None) -> ProofReport:
    """Read a dossier again and compare it with its plan, or, without one, with the list that travels in it."""
    digest = hashlib.sha256(pdf.read_bytes()).hexdigest()
    try:
        opened = OpenedDossier(pdf)
        with PrintedPages(pdf) as printed:
            listing = opened.placement_list()
            checks = tuple(_checks(opened, printed, listing, expected))
    except (*ODD_FILES, UnprintableError) as error:
        broken = Check(name="readable", title="文件可读", ok=False, detail=f"无法读取（{type(error).__name__}）")
        return ProofReport(ok=False, basis="structure", pages=0, sha256=digest, checks=(broken,))
    return ProofReport(
        ok=all(check.ok for check in checks),
        basis="structure" if listing is None else "file" if expected is None else "plan",
        pages=len(opened.pages),
        sha256=digest,
        checks=checks,
    )


def travelling(pdf: Path) -> PlacementList | None:
    """The list that travels in a dossier, None where it has none or is not proven by it."""
    return OpenedDossier(pdf).placement_list() if prove(pdf).ok else None


def prove_together(files: tuple[Path, ...]) -> Check:
    """Whether volumes belong together: their order, their numbers, the contents that each of them bears."""
    listings = [OpenedDossier(file).placement_list() for file in files]
    found = [each for each in listings if each is not None]
    missing = ("有一册没有装订清单",) if len(found) < len(listings) else ()
    return _check("together", "各册彼此一致", missing or numbering.together(found))


def _checks(
    opened: OpenedDossier, printed: PrintedPages, listing: PlacementList | None, expected: ProofExpectation | None
) -> Iterator[Check]:
    yield _check("readable", "文件可读", _countable(opened, printed))
    if listing is None or numbering.is_plain(listing) or not _whole(opened, listing):
        yield _check("labels", "页面标签为 1…M", structure.labels(opened))
    else:
        yield _check("labels", "页面标签与印刷页码一致", numbering.labels(opened, listing))
    yield _check("metadata", "标题与语言", structure.metadata(opened, listing))
    yield _check("active_content", "无脚本、附件和外部链接", structure.active_content(opened))
    if listing is None:
        yield from _without_list(opened, printed, required=expected is not None)
    elif _whole(opened, listing):
        yield from _with_list(opened, printed, listing)
        if expected is not None:
            yield _check("plan", "与装订计划一致", origins.as_planned(listing, expected))
            if expected.earlier:
                yield _check("kept", "沿用已报送的页码", numbering.kept(listing, expected.earlier))
            yield _check("origins", "与原件重读一致", origins.as_in_sources(opened, printed, listing, expected))
    else:
        fault = f"装订清单记 {listing.pages} 页，文件有 {len(opened.pages)} 页"
        yield _check("pages", "页数与装订清单一致", (fault,))


def _with_list(opened: OpenedDossier, printed: PrintedPages, listing: PlacementList) -> Iterator[Check]:
    yield _check("pages", "页数与装订清单一致", ())
    yield _check("sequence", "材料次序", pages.sequence(listing))
    if not numbering.is_plain(listing):
        yield _check("running", "页码连续、分册、插页与空白页", numbering.running(listing))
        yield _check("spans", "目录所记页码", numbering.spans(listing))
    yield _check("originals", "原件页内容未变", pages.unaltered(opened, listing.placements))
    yield _check("additions", "原件页外只有页码", pages.additions(opened, listing, draft=not listing.final))
    yield _check("rewritten", "改动页外观一致", printing.pictures(opened, printed, listing))
    yield _check("numbers", "印刷页码", printing.numbers(opened, printed, listing))
    yield _check("contents", "目录所印页码", printing.contents(opened, printed, listing))
    yield _check("links", "目录链接", structure.links(opened, listing))
    yield _check("bookmarks", "书签", structure.bookmarks(opened, listing))
    own = frozenset(each.page for each in listing.placements if each.role != "source")
    yield _fonts(opened, own)
    yield _check("size", "文件大小", structure.size(opened, listing))


def _without_list(opened: OpenedDossier, printed: PrintedPages, *, required: bool) -> Iterator[Check]:
    """What can be said of a file that brings no list."""
    note = "文件内没有装订清单，只核对了结构"
    yield Check(name="list", title="装订清单", ok=not required, detail=note)
    yield _check("numbers", "印刷页码", printing.numbers_by_search(printed))
    lost = [line.title for line in structure.lines(opened) if line.page is None]
    yield _check("bookmarks", "书签", (f"书签“{title}”没有目标页" for title in lost))


def _countable(opened: OpenedDossier, printed: PrintedPages) -> Iterator[str]:
    if len(opened.pages) != len(printed):
        yield f"两种读法页数不同：{len(opened.pages)} 与 {len(printed)}"
    yield from (f"第 {number} 页没有内容" for number in structure.blank(opened))


def _whole(opened: OpenedDossier, listing: PlacementList) -> bool:
    return listing.pages == len(listing.placements) == len(opened.pages)


def _fonts(opened: OpenedDossier, own: frozenset[int]) -> Check:
    found = structure.fonts(opened, own)
    check = _check("fonts", "字体已嵌入", found.faults)
    if check.ok and found.of_sources:
        return check.model_copy(update={"detail": f"原件自带未嵌入字体：{'、'.join(found.of_sources[:MOST_TOLD])}"})
    return check


def _check(name: str, title: str, faults: Iterable[str]) -> Check:
    """A check from the faults that it found; one that cannot be made has failed."""
    try:
        found = tuple(faults)
    except ODD_FILES as error:
        found = (f"无法核对（{type(error).__name__}）",)
    more = f" 等 {len(found)} 处" if len(found) > MOST_TOLD else ""
    return Check(name=name, title=title, ok=not found, detail="；".join(found[:MOST_TOLD]) + more)
