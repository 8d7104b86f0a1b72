"""What stands on a paper besides text: seals, codes, signatures, colour and sharpness, from its pages' looks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline.documents.signing import signatures
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Marks, PageCell, PageCode, PagePrint, PageSeal
from pipeline.model.intake import Inventory
from pipeline.model.page import Page
from pipeline.text.normal import squeeze

Colour = Literal["colour", "grey", "bilevel", "unknown"]

RICHER: tuple[Colour, ...] = ("colour", "grey", "bilevel")
EDGE = 4.0  # points: a seal that reaches this near to the page's edge is cut by it
PRINT_LENGTH = 16  # hexadecimal digits: pages of one client are compared, not the world's
DOUBTFUL, BLURRED_SHARE = 0.6, 0.2  # confidence; share of the characters: clean pages stay under 0.05
FEWEST_CHARACTERS = 30  # of a page that can be called blurred
BORDER = 1.0  # points: print this near to the border runs into it
FEWEST_CUT_LINES = 3  # one line may touch a border by chance
GLARING = 0.02  # of the page: five of 256 tiles
BLANK_INK = 0.002  # share of dark pixels: the specks of an empty scanned back stay below
FEWEST_STRADDLED = 2  # pages that a straddle seal marks at least
WATERMARK = re.compile(
    r"(?:仅[供限用]|只[供限用])[^。;]{2,40}?(?:使用|有效|办理|用途|复印无效)?(?:[,，](?:复印|他用)[^。;]{0,6}无效)?"
)


def marks_of(sheets: Sequence[Sheet], inventory: Inventory) -> Marks:
    """The marks of a paper's pages."""
    pages = [sheet.page for sheet in sheets]
    pictures = [page for page in pages if page.look.picture]
    signed = any((file := inventory.file(page.file)) is not None and file.signed for page in pages)
    dots = [page.look.dpi for page in pages if page.look.dpi is not None]
    return Marks(
        seals=tuple(
            PageSeal(file=page.file, page=page.number, bbox=page.as_displayed(seal.bbox), seal=seal)
            for page in pages
            for seal in page.look.seals
        ),
        codes=tuple(PageCode(file=p.file, page=p.number, code=code) for p in pages for code in p.look.codes),
        signatures=tuple(signatures(sheets)),
        colour=richest(page.look.colour for page in pages),
        picture=bool(pictures),
        dpi=min(dots, default=None),
        turned=tuple(page.number for page in pages if page.look.turned),
        blurred=tuple(page.number for page in pictures if is_blurred(page)),
        cut_edges=tuple(sheet.page.number for sheet in sheets if sheet.page.look.picture and is_cut(sheet)),
        glare=tuple(page.number for page in pictures if page.look.glare >= GLARING),
        digital_signature=signed,
        watermark=_watermark(sheets),
        straddle_seal=_straddled(sheets),
        prints=tuple(print_of(sheet) for sheet in sheets),
        odd_cells=tuple(PageCell(file=p.file, page=p.number, cell=cell) for p in pages for cell in p.look.odd_cells),
    )


def is_blurred(page: Page) -> bool:
    """Whether a good part of a page's characters was read with doubt: what a reader cannot see, an officer cannot."""
    doubtful = sum(confidence < DOUBTFUL for confidence in page.confidence)
    return len(page.confidence) >= FEWEST_CHARACTERS and doubtful >= BLURRED_SHARE * len(page.confidence)


def is_cut(sheet: Sheet) -> bool:
    """Whether several lines touch the same border of the page: its edge was cut off."""
    width = sheet.page.width
    left = sum(line.at.x0 <= BORDER for line in sheet.lines)
    right = sum(line.at.x1 >= width - BORDER for line in sheet.lines)
    return max(left, right) >= FEWEST_CUT_LINES


def richest(colours: Iterator[Colour]) -> Colour:
    """The richest colour among pages: a page in black and white from a colour scanner shows none of it."""
    seen = set(colours)
    return next((colour for colour in RICHER if colour in seen), "unknown")


def print_of(sheet: Sheet) -> PagePrint:
    """What tells a page from others; a page with hardly any ink and no words is blank."""
    page = sheet.page
    words = squeeze(page.text)
    ink = page.look.ink
    return PagePrint(
        file=page.file,
        sha256=page.sha256,
        page=page.number,
        text=hashlib.sha256(words.encode()).hexdigest()[:PRINT_LENGTH],
        words=len(words),
        look=page.look.digest,
        turned=page.look.turned,
        blank=not words and ink is not None and ink < BLANK_INK and not page.look.seals,
    )


def _watermark(sheets: Sequence[Sheet]) -> str | None:
    """The purpose written across a copy: 仅供…使用; None where there is none."""
    for sheet in sheets:
        found = next((match for line in sheet.lines if (match := WATERMARK.match(line.fold))), None)
        if found:
            return found.group()
    return None


def _straddled(sheets: Sequence[Sheet]) -> bool | None:
    """True where cut seals stand at the edge of several pages; None where that cannot be told."""
    cut = [
        sheet
        for sheet in sheets
        if any(seal.bbox.x1 >= sheet.page.width - EDGE or seal.bbox.x0 <= EDGE for seal in sheet.page.look.seals)
    ]
    return True if len(cut) >= FEWEST_STRADDLED else None
