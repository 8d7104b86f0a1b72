"""The words of digital pages: the program's reader against pdfplumber on the same files."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pdfplumber

from pipeline.engines import glyphs, pdfium, textlayer
from pipeline.layout import Sheet
from pipeline.model.page import Page
from tests.bench.figures import Figure, best_of
from tests.specimens import handing, plans, surfaces, worlds

PAGES = 70
ROUNDS = 7
SEED = 7001


def figures() -> tuple[Figure, ...]:
    """How many times faster the characters are read, and the characters with the lines made of them."""
    with tempfile.TemporaryDirectory() as folder:
        papers, pages = _papers(Path(folder))
        ours, as_records, with_lines, theirs, their_characters = best_of(
            ROUNDS,
            lambda: [_characters(path) for path in papers],
            lambda: [_pages(path) for path in papers],
            lambda: [Sheet.of(page) for path in papers for page in _pages(path)],
            lambda: [_their_words(path) for path in papers],
            lambda: [_their_characters(path) for path in papers],
        )
    return (
        Figure("pages read, all digital", pages, "pages"),
        Figure("ours, characters with their boxes", ours, "s"),
        Figure("pdfplumber, extract_words", theirs, "s"),
        Figure("reading: ours against extract_words", theirs / ours, "×", at_least=10),
        Figure("reading: ours against pdfplumber's chars", their_characters / ours, "×"),
        Figure("reading into checked records, against extract_words", theirs / as_records, "×"),
        Figure("reading and grouping to lines, against extract_words", theirs / with_lines, "×"),
    )


def _papers(folder: Path) -> tuple[list[Path], int]:
    """What invented clients hand in as digital files, until there are seventy pages; the number of pages."""
    written: list[Path] = []
    pages, seed = 0, SEED
    while pages < PAGES:
        for filing in handing.filings(worlds.clean(seed), plans.any_plan(seed)):
            if pages < PAGES and filing.word is None and filing.surface == "digital":
                written.append(folder / f"{len(written):03}.pdf")
                written[-1].write_bytes(surfaces.digital(filing.papers))
                pages += sum(len(paper.pages) for paper in filing.papers)
        seed += 1
    return written, pages


def _characters(path: Path) -> int:
    """Open the file and read every page's text layer."""
    with pdfium.opened(path) as document:
        return sum(_count(document, number) for number in range(1, len(document) + 1))


def _count(document: object, number: int) -> int:
    with pdfium.printed_page_of(document, number) as page:
        return len(textlayer.characters(page).text)


def _pages(path: Path) -> list[Page]:
    """As the program reads a trusted text layer, without the page's look."""
    with pdfium.opened(path) as document:
        return [_page(document, number, path.name) for number in range(1, len(document) + 1)]


def _page(document: object, number: int, name: str) -> Page:
    with pdfium.printed_page_of(document, number) as page:
        layer = textlayer.characters(page)
        judgement, _ = glyphs.judge(layer.text)
        width, height = pdfium.size(page)
    if judgement != "trusted":
        raise AssertionError(f"{name} page {number} is not digital")
    return Page(
        file=name,
        sha256="",
        number=number,
        width=width,
        height=height,
        reader="text",
        text=layer.text,
        boxes=layer.boxes,
    )


def _their_words(path: Path) -> int:
    with pdfplumber.open(path) as document:
        return sum(len(page.extract_words()) for page in document.pages)


def _their_characters(path: Path) -> int:
    with pdfplumber.open(path) as document:
        return sum(len(page.chars) for page in document.pages)
