"""Finding the pages: contents that agree with the PDF, and short tables that stay whole.

The converter does not keep the rows of a table together, as Word does. Where a short table falls across two pages, a
page break is put before it, in the working copy only: the DOCX that a person gets keeps its rows by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from pipeline.drafts import contents
from pipeline.engines.docx_gate import page_texts, squeezed
from pipeline.engines.docx_pdf import outline
from pipeline.errors import RenderError

Convert = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]
MOST_PASSES = 14  # each mends one table of a draft; what is still split then stays split
SHORT_TABLE = 9  # rows; a longer table may go on, its head row is repeated
TOP = 160  # characters of a page in which a repeated head row stands
LED_BY = frozenset({"Heading 1", "Heading 2", "Heading 3", "表题"})


class Paged(NamedTuple):
    """A finished draft: the DOCX for a person, its PDF."""

    docx: bytes
    pdf: bytes


class _State(NamedTuple):
    pages: tuple[int, ...] = ()
    breaks: frozenset[int] = frozenset()


def paginate(documents: Mapping[str, bytes], convert: Convert) -> dict[str, Paged]:
    """The drafts by name with contents filled; only drafts that are not right yet are converted again.

    Raises: RenderError when a PDF's outline is not the list of the headings.
    """
    states = dict.fromkeys(documents, _State())
    done: dict[str, Paged] = {}
    for _ in range(MOST_PASSES):
        open_ones = [name for name in documents if name not in done]
        if not open_ones:
            break
        copies = {name: _with_pages(documents[name], states[name].pages) for name in open_ones}
        pdfs = convert({name: _with_breaks(copies[name], states[name].breaks) for name in open_ones})
        for name in open_ones:
            state = _next(name, copies[name], pdfs[name], states[name])
            if state == states[name]:
                done[name] = Paged(copies[name], pdfs[name])
            states[name] = state
    missed = [name for name in documents if name not in done]
    if missed:
        return done | _settled({name: documents[name] for name in missed}, states, convert)
    return done


def _settled(documents: Mapping[str, bytes], states: Mapping[str, _State], convert: Convert) -> dict[str, Paged]:
    """The drafts with the breaks found so far and contents that agree with them."""
    copies = {name: _with_pages(docx, states[name].pages) for name, docx in documents.items()}
    pdfs = convert({name: _with_breaks(copies[name], states[name].breaks) for name in copies})
    for name, copy in copies.items():
        if _heading_pages(name, contents.opened(copy), pdfs[name]) != states[name].pages:
            raise RenderError(f"文稿 {name}：目录页码无法确定，请检查模板的目录和标题")
    return {name: Paged(copies[name], pdfs[name]) for name in copies}


def _next(name: str, docx: bytes, pdf: bytes, state: _State) -> _State:
    document = contents.opened(docx)
    split = _first_split(document, page_texts(pdf), state.breaks)
    breaks = state.breaks if split is None else state.breaks | {split}
    return _State(_heading_pages(name, document, pdf), breaks)


def _with_pages(docx: bytes, pages: tuple[int, ...]) -> bytes:
    document = contents.opened(docx)
    if not contents.has_contents(document):
        return docx
    contents.with_contents(document, pages or (0,) * len(contents.headings(document)))
    return contents.written(document)


def _with_breaks(docx: bytes, breaks: frozenset[int]) -> bytes:
    """The working copy: a page begins at each of these blocks of the body."""
    if not breaks:
        return docx
    document = contents.opened(docx)
    blocks = list(document.element.body)
    for index in breaks:
        properties = blocks[index].get_or_add_pPr()
        properties._insert_pageBreakBefore(OxmlElement("w:pageBreakBefore"))
    return contents.written(document)


def _heading_pages(name: str, document: Any, pdf: bytes) -> tuple[int, ...]:
    if not contents.has_contents(document):
        return ()
    wanted = [heading.title for heading in contents.headings(document)]
    entries = [entry for entry in outline(pdf) if entry.level in contents.LEVELS.values()]
    if [entry.title for entry in entries] != wanted:
        raise RenderError(f"文稿 {name}：PDF 书签与标题不一致，目录无法生成。请检查模板的标题样式")
    return tuple(entry.page for entry in entries)


def _first_split(document: Any, texts: tuple[str, ...], known: frozenset[int]) -> int | None:
    """The block before which a page must begin so that the first split short table stays whole."""
    pages = tuple(squeezed(text) for text in texts)
    for lead, anchor, head in _short_tables(document):
        found = [index for index, page in enumerate(pages) if anchor in page and head in page]
        if lead in known or not found or found[-1] + 1 == len(pages):
            continue
        if head in pages[found[-1] + 1][:TOP] and anchor not in pages[found[-1]][:TOP]:
            return lead
    return None


def _short_tables(document: Any) -> Iterator[tuple[int, str, str]]:
    """Each short table: the index of the block that leads to it, that block's words, its head row's words."""
    blocks, names = list(document.element.body), contents.style_names(document)
    for index, block in enumerate(blocks):
        if block.tag != qn("w:tbl") or index == 0 or blocks[index - 1].tag != qn("w:p"):
            continue
        table = Table(block, document)
        anchor = squeezed(Paragraph(blocks[index - 1], document).text)
        if anchor and len(table.rows) <= SHORT_TABLE:
            head = squeezed("".join(cell.text for cell in table.rows[0].cells))
            yield _lead(blocks, names, index - 1), anchor, head


def _lead(blocks: list[Any], names: Mapping[str, str], index: int) -> int:
    """The first of the headings and captions that stand right above a table."""
    while index > 0 and blocks[index - 1].tag == qn("w:p") and contents.style_of(blocks[index - 1], names) in LED_BY:
        index -= 1
    return index
