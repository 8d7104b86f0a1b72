"""What is done to a filled DOCX: its table of contents from the PDF, and open points made visible."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from pipeline.drafts.marks import MARK
from pipeline.engines.docx_package import read_parts, write_parts

LEVELS = {"Heading 1": 1, "Heading 2": 2}
ENTRY_STYLES = frozenset({"toc 1", "toc 2"})
HIGHLIGHT = "yellow"


class Heading(NamedTuple):
    """A heading that the contents list."""

    level: int
    title: str


def opened(docx: bytes) -> Any:
    """The DOCX as python-docx has it."""
    return Document(io.BytesIO(docx))


def written(document: Any) -> bytes:
    """The DOCX with fixed clocks in its container."""
    stream = io.BytesIO()
    document.save(stream)
    return write_parts(read_parts(stream.getvalue()))


def style_names(document: Any) -> dict[str, str]:
    """Style names by the id that paragraphs carry; python-docx looks each one up anew."""
    return {style.style_id: str(style.name) for style in document.styles}


def style_of(block: Any, names: Mapping[str, str]) -> str:
    """The style's name of a paragraph element, empty for the default one."""
    properties = block.pPr
    style = None if properties is None else properties.pStyle
    return "" if style is None else names.get(style.val, "")


def headings(document: Any) -> tuple[Heading, ...]:
    """Headings of the first two levels in order."""
    return tuple(heading for _, heading in _heading_blocks(document))


def _heading_blocks(document: Any) -> Iterator[tuple[Any, Heading]]:
    names = style_names(document)
    for block in document.element.body.iterchildren(qn("w:p")):
        level = LEVELS.get(style_of(block, names))
        words = Paragraph(block, document).text.strip() if level is not None else ""
        if level is not None and words:
            yield block, Heading(level, words)


def has_contents(document: Any) -> bool:
    """Whether the document has a field that lists its headings."""
    return _field(document) is not None


def with_contents(document: Any, pages: Sequence[int]) -> None:
    """Fill the field of contents with the headings and their pages, linked to bookmarks; Word can refresh it."""
    field = _field(document)
    if field is None:
        return
    first, rest = field
    entries = headings(document)
    _bookmark(document)
    model = {level: _entry_model(first if level == 1 else rest[0]) for level in (1, 2)}
    for paragraph in rest:
        paragraph._p.getparent().remove(paragraph._p)
    last = first._p
    for index, (heading, page) in enumerate(zip(entries, pages, strict=True)):
        if index == 0:
            _write_entry(first._p, heading, page, index, keep=_field_start(first._p))
            continue
        entry = deepcopy(model[heading.level])
        _write_entry(entry, heading, page, index, keep=())
        last.addnext(entry)
        last = entry


def _field(document: Any) -> tuple[Paragraph, list[Paragraph]] | None:
    """The first paragraph of the contents field and the entry paragraphs after it."""
    paragraphs, names = document.paragraphs, style_names(document)
    for index, paragraph in enumerate(paragraphs):
        codes = [each.text or "" for each in paragraph._p.iter(qn("w:instrText"))]
        if any(code.strip().startswith("TOC") for code in codes):
            rest = []
            for follower in paragraphs[index + 1 :]:
                if style_of(follower._p, names) not in ENTRY_STYLES:
                    break
                rest.append(follower)
            return (paragraph, rest) if rest else None
    return None


def _entry_model(paragraph: Paragraph) -> Any:
    entry = OxmlElement("w:p")
    if paragraph._p.pPr is not None:
        entry.append(deepcopy(paragraph._p.pPr))
    return entry


def _field_start(paragraph: Any) -> tuple[Any, ...]:
    """The runs that begin the field: everything up to and including its separator."""
    runs = list(paragraph.iterchildren(qn("w:r")))
    ends = [index for index, run in enumerate(runs) if _is_separator(run)]
    return tuple(runs[: ends[0] + 1]) if ends else ()


def _is_separator(run: Any) -> bool:
    mark = run.find(qn("w:fldChar"))
    return mark is not None and mark.get(qn("w:fldCharType")) == "separate"


def _write_entry(paragraph: Any, heading: Heading, page: int, index: int, keep: tuple[Any, ...]) -> None:
    for run in list(paragraph.iterchildren(qn("w:r"))):
        if run not in keep:
            paragraph.remove(run)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _bookmark_name(index))
    link.set(qn("w:history"), "1")
    for text, tab in ((heading.title, False), (str(page), True)):
        run = OxmlElement("w:r")
        if tab:
            run.append(OxmlElement("w:tab"))
        words = OxmlElement("w:t")
        words.text = text
        run.append(words)
        link.append(run)
    paragraph.append(link)


def _bookmark_name(index: int) -> str:
    return f"_Toc{index + 1:08d}"


def _bookmark(document: Any) -> None:
    for index, (block, _) in enumerate(list(_heading_blocks(document))):
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(index + 1))
        start.set(qn("w:name"), _bookmark_name(index))
        block.insert(1, start)
        block.append(end)


def highlight_marks(document: Any) -> None:
    """Give every 【待补：…】 a yellow ground."""
    for paragraph in all_paragraphs(document):
        if MARK.search(paragraph.text):
            for run in list(paragraph.runs):
                _split_run(run)


def _split_run(run: Any) -> None:
    text = run.text
    if not MARK.search(text) or run._r.find(qn("w:t")) is None:
        return
    pieces = [piece for piece in _pieces(text) if piece]
    run.text = pieces[0]
    _colour(run._r, marked=bool(MARK.fullmatch(pieces[0])))
    previous = run._r
    for piece in pieces[1:]:
        copy = deepcopy(previous)
        for words in copy.findall(qn("w:t")):
            words.text = piece
            words.set(qn("xml:space"), "preserve")
        _colour(copy, marked=bool(MARK.fullmatch(piece)))
        previous.addnext(copy)
        previous = copy


def _pieces(text: str) -> Iterator[str]:
    end = 0
    for found in MARK.finditer(text):
        yield text[end : found.start()]
        yield found[0]
        end = found.end()
    yield text[end:]


def _colour(run: Any, *, marked: bool) -> None:
    properties = run.get_or_add_rPr()
    for old in properties.findall(qn("w:highlight")):
        properties.remove(old)
    if marked:
        ground = OxmlElement("w:highlight")
        ground.set(qn("w:val"), HIGHLIGHT)
        properties._insert_highlight(ground)


def all_paragraphs(document: Any) -> Iterator[Paragraph]:
    """Body paragraphs and those of tables, in document order."""
    for block in document.element.body.iter(qn("w:p")):
        yield Paragraph(block, document)
