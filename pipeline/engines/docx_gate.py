"""The gate behind every DOCX conversion: nothing of the document may be missing in the PDF."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.engines.docx_package import all_characters, body_paragraphs, margin_paragraphs
from pipeline.engines.fonts import missing_characters

LAYOUT = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff\ufffe\ufffd\u2010-\u2015\-]+")
PAGES_PER_CHARACTER = 1 / 20  # fewer than 20 characters a page, on average, is a layout gone wrong
SPARE_PAGES = 8  # covers, figures and signature pages have few words
EMBEDDED_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
SHOWN = 40  # characters of a lost paragraph that the fault quotes


def conversion_faults(parts: Mapping[str, bytes], pdf: bytes) -> tuple[str, ...]:
    """What the PDF lost or got wrong; empty where the conversion is complete."""
    texts = page_texts(pdf)
    body = body_paragraphs(parts)
    return (
        *(f"字体中没有的字符：{character}" for character in missing_characters("".join(all_characters(parts)))),
        *(f"缺少文字：{words.strip()[:SHOWN]}" for words in lost_paragraphs(body, texts)),
        *_lost_characters((*body, *margin_paragraphs(parts)), texts),
        *_font_faults(pdf),
        *_page_faults(body, texts),
    )


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page as pdfium reads it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_page_text(document, index) for index in range(len(document)))
    finally:
        document.close()


def _page_text(document: object, index: int) -> str:
    page = document[index]  # type: ignore[index]
    words = page.get_textpage()
    text = str(words.get_text_range())
    words.close()
    page.close()
    return text


def lost_paragraphs(paragraphs: tuple[str, ...], texts: tuple[str, ...]) -> tuple[str, ...]:
    """Paragraphs that stand on no page, nor across a page break."""
    pages = tuple(squeezed(text) for text in texts)
    whole = "".join(pages)
    return tuple(words for words in paragraphs if not _stands(squeezed(words), whole, pages))


def squeezed(text: str) -> str:
    """Text without what layout adds: white space, hyphens, compatibility forms."""
    return LAYOUT.sub("", unicodedata.normalize("NFKC", text))


def _stands(words: str, whole: str, pages: tuple[str, ...]) -> bool:
    return words in whole or any(_continues(words, pages, first) for first in range(len(pages) - 1))


def _continues(words: str, pages: tuple[str, ...], first: int) -> bool:
    """Whether `words` begin on page `first` and end on the next, with header and footer between."""
    cut = _longest_beginning(words, pages[first])
    while cut > 0:
        if words[cut:] in pages[first + 1] or (first + 2 < len(pages) and _continues(words[cut:], pages, first + 1)):
            return True
        cut -= 1
    return False


def _longest_beginning(words: str, page: str) -> int:
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in page else (low, middle - 1)
    return low


def _lost_characters(paragraphs: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[str]:
    """Characters that the PDF has fewer times than the document: rows that vanished beside equal ones."""
    lost = Counter(squeezed("".join(paragraphs))) - Counter(squeezed("".join(texts)))
    if lost:
        yield f"文字数量不符：{''.join(sorted(lost))[:SHOWN]}"


def _font_faults(pdf: bytes) -> tuple[str, ...]:
    import pikepdf

    faults: dict[str, None] = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                if item.get("/Subtype") == "/Type3":
                    faults["出现 Type 3 字体"] = None
            elif _is_bare_descriptor(item):
                faults[f"字体未嵌入：{item.get('/FontName')}"] = None
    return tuple(faults)


def _is_bare_descriptor(item: Any) -> bool:
    import pikepdf

    if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/FontDescriptor":
        return False
    return not any(key in item for key in EMBEDDED_FILES)


def _page_faults(body: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[str]:
    plausible = SPARE_PAGES + len("".join(body)) * PAGES_PER_CHARACTER
    if not texts or len(texts) > plausible:
        yield f"页数不合理：{len(texts)} 页"
