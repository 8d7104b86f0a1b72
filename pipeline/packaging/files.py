"""The package: one PDF a material for the portal, unstamped, within its limits, and signed originals beside."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pikepdf import Array, Pdf

from pipeline.model.bundle import MEGABYTE, BuiltPdf, BundlePlan, MaterialPlan, PackageFile
from pipeline.packaging import bookmarks, layers, privacy, xmp
from pipeline.packaging.assembly import built
from pipeline.packaging.bookmarks import Bookmark
from pipeline.packaging.dressing import Room, around
from pipeline.packaging.naming import file_name
from pipeline.packaging.shrinking import Shrunk, least_size, most_bytes, within, written
from pipeline.packaging.sources import SourcePage, Sources
from pipeline.packaging.spots import usual

ORIGINALS = "originals"


class Part(NamedTuple):
    """Papers (by index) that go into one file, and the file."""

    papers: tuple[int, ...]
    file: Shrunk


def write_package(plan: BundlePlan, folder: Path) -> tuple[PackageFile, ...]:
    """Write every material's files into `folder`; raises UnplaceableError for a part that cannot be placed."""
    folder.mkdir(parents=True, exist_ok=True)
    with Sources() as sources:
        return tuple(
            file
            for material in plan.materials
            if material.documents
            for file in (*_of_material(plan, material, sources, folder), *_originals(plan, material, folder))
        )


def with_uploads(plan: BundlePlan, files: tuple[PackageFile, ...]) -> BundlePlan:
    """The plan that says of every paper in which upload file it is, where a material is split into several."""
    return plan.model_copy(update={"materials": tuple(_with_uploads(each, files) for each in plan.materials)})


def _with_uploads(material: MaterialPlan, files: tuple[PackageFile, ...]) -> MaterialPlan:
    own = [each for each in files if each.material == material.number and not each.original]
    if len(own) < 2:  # noqa: PLR2004 - one file is the rule
        return material
    numbers = {index: f"{material.number}-{place}" for place, each in enumerate(own, 1) for index in each.documents}
    return material.model_copy(update={"uploads": tuple(numbers[index] for index in range(len(material.documents)))})


def _of_material(plan: BundlePlan, material: MaterialPlan, sources: Sources, folder: Path) -> Iterator[PackageFile]:
    papers = tuple(range(len(material.documents)))
    whole = _bound(plan, material, papers, sources)
    parts = _parts(plan, material, papers, whole, sources)
    for place, part in enumerate(parts, 1):
        number = material.number if len(parts) == 1 else f"{material.number}-{place}"
        name = file_name(plan.naming, number, material.title, plan.short_name, pending=_is_pending(plan, material))
        (folder / name).write_bytes(part.file.content)
        pages = sum(material.documents[index].pages for index in part.papers)
        yield PackageFile(
            pdf=built(folder / name, pages),
            material=material.number,
            documents=part.papers,
            forecast=len(whole),
            done=tuple(_told(plan, part, whole, parted=len(parts) > 1)),
            fits=part.file.fits,
            lossy=part.file.lossy,
        )


def _is_pending(plan: BundlePlan, material: MaterialPlan) -> bool:
    return material.sealing_pending and plan.cover.sealing == "pending"


def _told(plan: BundlePlan, part: Part, whole: bytes, *, parted: bool) -> Iterator[str]:
    """What was done to a file, in sentences."""
    if parted:
        yield f"整项 {len(whole) / MEGABYTE:.1f} MB，按文件拆分上传"
    yield from part.file.done
    if not part.file.fits:
        yield f"仍为 {len(part.file.content) / MEGABYTE:.1f} MB，超过 {plan.limits.max_file_mb:g} MB"


def _parts(
    plan: BundlePlan, material: MaterialPlan, papers: tuple[int, ...], whole: bytes, sources: Sources
) -> tuple[Part, ...]:
    """One file where it fits; else the papers in order, as many in a file as fit."""
    single = Part(papers, within(whole, plan.limits))
    if single.file.fits or len(papers) == 1:
        return (single,)
    least = [least_size(_bound(plan, material, (index,), sources), plan.limits) for index in papers]
    for sizes in (sharing(least, len(single.file.content)), least):
        parts = tuple(
            Part(group, within(_bound(plan, material, group, sources), plan.limits))
            for group in grouped(sizes, most_bytes(plan.limits))
        )
        if all(part.file.fits for part in parts):
            break
    return parts


def sharing(sizes: list[int], together: int) -> list[int]:
    """The sizes of papers less what they share, pictures and fonts, so that they add up to their size together."""
    share = min(together / max(sum(sizes), 1), 1.0)
    return [round(size * share) for size in sizes]


def grouped(sizes: list[int], most: int) -> Iterator[tuple[int, ...]]:
    """Neighbours together as long as their sizes add up to at most `most`."""
    group: list[int] = []
    for index, size in enumerate(sizes):
        if group and sum(sizes[each] for each in group) + size > most:
            yield tuple(group)
            group = []
        group.append(index)
    if group:
        yield tuple(group)


def bare(plan: BundlePlan, material: MaterialPlan, papers: tuple[int, ...]) -> bytes:
    """Papers (by index) of a material in an upload file, before anything is done to it."""
    with Sources() as sources:
        return _bound(plan, material, papers, sources)


def _bound(plan: BundlePlan, material: MaterialPlan, papers: tuple[int, ...], sources: Sources) -> bytes:
    """The papers in one PDF, without stamps, with a bookmark for each."""
    with Pdf.new() as pdf:
        marks = []
        used = {}
        for index in papers:
            paper = material.documents[index]
            marks.append(Bookmark(paper.title, len(pdf.pages) + 1))
            for part in paper.parts:
                source = sources.of(part)
                used[part.path] = source.pdf
                for number in range(part.first, part.last + 1):
                    _append(pdf, source.page(part, number))
        bookmarks.write(pdf, tuple(marks))
        layers.merge(pdf, used.values())
        privacy.scrub(pdf)
        xmp.write(pdf, f"{material.title}（{plan.short_name}）")
        return written(pdf)


def _append(pdf: Pdf, source: SourcePage) -> None:
    """Copy a page; flattened looks are drawn after its content."""
    pdf.pages.append(source.page)
    if source.look.operators:
        frame = source.frame
        dress = around(source, Room(frame, usual(frame.width, frame.height, 1.0)), "")
        page = pdf.pages[-1].obj
        before, after = pdf.make_stream(dress.before.encode()), pdf.make_stream(dress.after.encode("latin-1"))
        page.Contents = Array([before, *page.Contents, after])


def _originals(plan: BundlePlan, material: MaterialPlan, folder: Path) -> Iterator[PackageFile]:
    """Files as received, byte for byte, where an electronic signature makes them count."""
    for index, paper in enumerate(material.documents):
        if not paper.signed or paper.original is None:
            continue
        number = f"{material.number}-{index + 1}"
        name = file_name(plan.naming, number, paper.title, plan.short_name)
        target = folder / ORIGINALS / (Path(name).stem + paper.original.suffix.lower())
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(paper.original, target)
        content = target.read_bytes()
        yield PackageFile(
            pdf=BuiltPdf(
                name=f"{ORIGINALS}/{target.name}",
                sha256=hashlib.sha256(content).hexdigest(),
                size=len(content),
                pages=paper.pages,
            ),
            material=material.number,
            documents=(index,),
            forecast=len(content),
            fits=len(content) <= most_bytes(plan.limits),
            original=True,
        )
