"""The parts of a DOCX file: reading its words, and writing it so that the same parts give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from pipeline.engines.outcomes import UnreadableError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
LARGEST_UNPACKED = 300_000_000  # bytes; a Word file that unpacks to more is no letter
STORY_PARTS = re.compile(r"word/(document|footnotes|endnotes)\.xml")
MARGIN_PARTS = re.compile(r"word/(header|footer)\d*\.xml")
PROPERTY_PARTS = ("docProps/core.xml", "docProps/app.xml")
NAMING = frozenset({"creator", "lastModifiedBy", "Company", "Manager", "HyperlinkBase"})
"""Properties that name people, their company, or where the file lay."""
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def read_parts(docx: bytes) -> dict[str, bytes]:
    """All parts by name, in the file's order.

    Raises: UnreadableError when it is no DOCX, damaged, or unpacks beyond all measure.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNPACKED:
                raise UnreadableError("too_large")
            parts = {entry.filename: package.read(entry) for entry in package.infolist() if not entry.is_dir()}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise UnreadableError("damaged", type(error).__name__) from error
    if "word/document.xml" not in parts:
        raise UnreadableError("unsupported", "no word/document.xml")
    return parts


def write_parts(parts: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    """The DOCX of these parts; entries carry no clock. `packed` costs time, which a working copy need not spend."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            package.writestr(entry, content)
    return written.getvalue()


def without_authors(docx: bytes) -> bytes:
    """The same DOCX without the people and the company that its properties name; every other part as it was."""
    parts = read_parts(docx)
    telling = [name for name in PROPERTY_PARTS if name in parts]
    if not telling:
        return docx
    return write_parts(parts | {name: _unnamed(parts[name]) for name in telling})


def _unnamed(content: bytes) -> bytes:
    tree = parse_part(content)
    for element in tree.iter():
        if isinstance(element.tag, str) and etree.QName(element).localname in NAMING:
            element.text = None
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def parse_part(content: bytes) -> Any:
    """The XML tree of a part.

    Raises: UnreadableError when it is not well-formed.
    """
    try:
        return etree.fromstring(content, PARSER)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("damaged", "XML") from error


def body_paragraphs(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The words of every paragraph and table cell that a reader must find in the PDF, in document order."""
    return tuple(_paragraphs(parts, STORY_PARTS))


def margin_paragraphs(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The words of headers and footers."""
    return tuple(_paragraphs(parts, MARGIN_PARTS))


def all_characters(parts: Mapping[str, bytes]) -> frozenset[str]:
    """Every character that the document can print, numbering patterns included."""
    found: set[str] = set()
    for name, content in parts.items():
        if re.fullmatch(r"word/[^/]+\.xml", name):
            root = parse_part(content)
            found.update("".join(root.itertext(f"{{{WORD}}}t")))
            for pattern in root.iter(f"{{{WORD}}}lvlText"):
                found.update(drawable_pattern(pattern.get(f"{{{WORD}}}val", "")))
    return frozenset(found)


def drawable_pattern(pattern: str) -> str:
    """A numbering pattern without the private characters that symbol fonts use for bullets."""
    return re.sub("[\ue000-\uf8ff]", "•", pattern)


def _paragraphs(parts: Mapping[str, bytes], names: re.Pattern[str]) -> Iterator[str]:
    for name, content in parts.items():
        if names.fullmatch(name):
            for paragraph in parse_part(content).iter(f"{{{WORD}}}p"):
                if any(True for _ in paragraph.iterancestors(f"{{{COMPATIBILITY}}}Fallback")):
                    continue  # the same words again, for programs that do not know text boxes
                # A tab may print a leader of dots between the words on its sides
                yield from (words for words in "".join(_own_words(paragraph)).split("\t") if words.strip())


def _own_words(paragraph: Any) -> Iterator[str]:
    """Printed text of one paragraph: without nested text boxes, deletions, hidden runs and fallback copies."""
    for node in paragraph:
        tag = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if tag in {"p", "del", "moveFrom", "Fallback", "pPr", "txbxContent"}:
            continue
        if tag == "r" and node.find(f"{{{WORD}}}rPr/{{{WORD}}}vanish") is not None:
            continue
        if tag == "t":
            yield node.text or ""
        elif tag == "tab":
            yield "\t"
        elif tag in {"br", "cr"}:
            yield " "
        elif tag == "noBreakHyphen":
            yield "-"
        else:
            yield from _own_words(node)
