"""Whether a page whose pictures were reduced is still read as surely as its source: the page of smallest print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pipeline.engines.reading import read_pages
from pipeline.model.bundle import BundlePlan, PackageFile
from pipeline.model.outcome import Legibility
from pipeline.model.page import Page

Words = Mapping[tuple[str, int], int]
"""How many characters were read on a page of a source file."""
PERCENT = 100.0


class View(NamedTuple):
    """A page of an upload file and the page of the source that it is a copy of."""

    copy: Path
    page: int
    source: Path
    source_page: int


def smallest_print(plan: BundlePlan, file: PackageFile, words: Words, folder: Path) -> View | None:
    """The fullest page of an upload file: on pages of one size it has the smallest print; None without words."""
    pages = [
        (words.get(where, 0), View(folder / file.pdf.name, number, path, where[1]))
        for number, (path, where) in enumerate(_sources(plan, file), start=1)
    ]
    most, view = max(pages, key=lambda each: each[0])
    return view if most else None


def _sources(plan: BundlePlan, file: PackageFile) -> Iterator[tuple[Path, tuple[str, int]]]:
    """The source of every page of an upload file in order: the PDF, and the page as papers name it."""
    material = next(each for each in plan.materials if each.number == file.material)
    for index in file.documents:
        for part in material.documents[index].parts:
            for number in range(part.first, part.last + 1):
                yield part.path, (part.file, number)


def compared(view: View) -> Legibility | None:
    """How surely the page is read before and after; None for a page of text, whose letters no reduction touches."""
    (before,) = read_pages(view.source, "source", "", (view.source_page,))
    if before.reader != "ocr" or not before.confidence:
        return None
    (after,) = read_pages(view.copy, "copy", "", (view.page,))
    characters = max(len(before.confidence), len(after.confidence))
    return Legibility(
        name=view.copy.name, page=view.page, before=_sureness(before, characters), after=_sureness(after, characters)
    )


def _sureness(page: Page, characters: int) -> float:
    """Mean confidence in percent over so many characters: those that were not read count as 0."""
    return round(sum(page.confidence) / characters * PERCENT, 1)
