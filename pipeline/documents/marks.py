"""What stands on a paper besides text: seals, codes, signatures, colour and sharpness, from its pages' looks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from pipeline.documents.resolution import most_dpi
from pipeline.documents.signing import signatures
from pipeline.documents.straddling import straddles
from pipeline.layout.glyphs import folded
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Marks, PageCell, PageCode, PagePrint, PageSeal
from pipeline.model.intake import Inventory
from pipeline.model.page import COLOURLESS, Colour, Page
from pipeline.text.normal import squeeze
from pipeline.text.watermarks import CLOSED, PURPOSE, joined

RICHER: tuple[Colour, ...] = ("colour", "grey", "bilevel")
PRINT_LENGTH = 16  # hexadecimal digits: pages of one client are compared, not the world's
DOUBTFUL, BLURRED_SHARE = 0.6, 0.2  # confidence; share of the characters: clean pages stay under 0.05
FEWEST_CHARACTERS = 30  # of a page that doubt alone calls blurred
SOFT = 0.15  # edge over height: clean scans have 0.06, at 0.17 the first characters are lost
FEWEST_SOFT = 4  # characters measured
DARKEST = 90  # of 255: paper in a photograph by the light of a room has 130 and more
PALEST = 0.2  # ink over ground: toner that runs out has 0.3, what is left below does not survive a copy
BORDER = 1.0  # points: print this near to the border runs into it
FEWEST_CUT_LINES = 3  # one line may touch a border by chance
GLARING = 0.02  # of the page: five of 256 tiles
BLANK_INK = 0.002  # share of dark pixels: the specks of an empty scanned back stay below
BLANK_FAINT = 0.01  # of the page: one line of print, blurred, has more
UNSURE = 0.9  # confidence below which two readings of one character may differ
FEWEST_CELLS, FILLED = 8, 0.55  # an empty form has its labels: half of its cells
FEWEST_OPEN, BLANK_TO_FILL = 3, "__"  # labels with nothing after them
MOST_SIGNATURES = 2  # strokes: more are a form filled in by hand
SEAL_LABEL = re.compile(
    r"[(（][^()（）]{0,8}(?:盖章|公章|签章|印章|用章)[^()（）]{0,4}[)）]|(?<!加盖)(?<!加)(?:盖章|公章|签章|印章)(?:处|栏)?(?:[:：]|$)"
)
"""A place for a seal: （公章）, 单位盖章：, 甲方（盖章）. Sentences about sealing (签字盖章之日起生效) are none."""
MOST_WATERMARK_LINES = 3  # of one sentence


def marks_of(sheets: Sequence[Sheet], inventory: Inventory, paper_mm: float | None = None) -> Marks:
    """The marks of a paper's pages; `paper_mm` is the least that the longer side of its paper measures."""
    pages = [sheet.page for sheet in sheets]
    pictures = [page for page in pages if page.look.picture]
    signed = any((file := inventory.file(page.file)) is not None and file.signed for page in pages)
    cut = tuple(sheet.page.number for sheet in sheets if sheet.page.look.picture and is_cut(sheet))
    most = [dpi for sheet in sheets if (dpi := most_dpi(sheet, paper_mm)) is not None]
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
        tinted=any(page.look.tinted for page in pictures),
        picture=bool(pictures),
        dpi=min(dots, default=None),
        dpi_most=min(most, default=None),
        turned=tuple(page.number for page in pages if page.look.turned),
        blurred=tuple(page.number for page in pictures if is_blurred(page)),
        cut_edges=cut,
        glare=tuple(page.number for page in pictures if page.look.glare >= GLARING),
        dark=tuple(page.number for page in pictures if is_dark(page)),
        pale=tuple(page.number for page in pictures if is_pale(page)),
        digital_signature=signed,
        watermark=_watermark(sheets),
        straddle_seal=straddles(pages, cut),
        prints=tuple(print_of(sheet) for sheet in sheets),
        odd_cells=tuple(PageCell(file=p.file, page=p.number, cell=cell) for p in pages for cell in p.look.odd_cells),
    )


def is_blurred(page: Page) -> bool:
    """Whether strokes run together, or a good part of the characters was read with doubt.

    What a reader cannot see, an officer cannot.
    """
    soft = page.look.softness is not None and page.look.softness >= SOFT and len(page.confidence) >= FEWEST_SOFT
    doubtful = sum(confidence < DOUBTFUL for confidence in page.confidence)
    return soft or (len(page.confidence) >= FEWEST_CHARACTERS and doubtful >= BLURRED_SHARE * len(page.confidence))


def is_dark(page: Page) -> bool:
    """Whether even the brightest part of a photograph is dark."""
    return page.look.brightness is not None and page.look.brightness <= DARKEST


def is_pale(page: Page) -> bool:
    """Whether the print of a page hardly stands out from its ground."""
    enough = len(page.confidence) >= FEWEST_SOFT
    return enough and page.look.contrast is not None and page.look.contrast <= PALEST


def is_cut(sheet: Sheet) -> bool:
    """Whether several lines touch the same border of the page, or one was cut through: its edge was cut off."""
    width = sheet.page.width
    left = sum(line.at.x0 <= BORDER for line in sheet.lines)
    right = sum(line.at.x1 >= width - BORDER for line in sheet.lines)
    return max(left, right) >= FEWEST_CUT_LINES or bool(sheet.page.look.cut)


def richest(colours: Iterator[Colour]) -> Colour:
    """The richest colour among pages: a page in black and white from a colour scanner shows none of it."""
    seen = set(colours)
    return next((colour for colour in RICHER if colour in seen), "unknown")


def print_of(sheet: Sheet) -> PagePrint:
    """What tells a page from others; a page with hardly any ink and no words is blank."""
    page = sheet.page
    words = squeeze(page.text)
    ink = page.look.ink
    said = [glyph for line in sheet.lines for glyph in line.glyphs if glyph.fold.isalnum()]
    return PagePrint(
        file=page.file,
        sha256=page.sha256,
        page=page.number,
        text=hashlib.sha256(words.encode()).hexdigest()[:PRINT_LENGTH],
        words=len(words),
        look=page.look.digest,
        turned=page.look.turned,
        seal_due=any(SEAL_LABEL.search(line.fold) for line in sheet.lines),
        hides_seals=page.look.picture and page.look.colour in COLOURLESS and not page.look.tinted,
        said="".join(each.fold for each in said),
        doubts=tuple(n for n, each in enumerate(said) if each.confidence < UNSURE),
        open_places=has_open_places(sheet),
        blank=not words
        and ink is not None
        and ink < BLANK_INK
        and page.look.faint < BLANK_FAINT
        and not page.look.seals,
    )


def has_open_places(sheet: Sheet) -> bool:
    """Whether handwriting or empty fields hold what would tell a page from others of its form."""
    filled = sum(bool(cell.glyphs) for cell in sheet.cells)
    is_empty_table = len(sheet.cells) >= FEWEST_CELLS and filled < FILLED * len(sheet.cells)
    open_lines = sum(line.fold.endswith(":") or BLANK_TO_FILL in line.fold for line in sheet.lines)
    return is_empty_table or open_lines >= FEWEST_OPEN or len(sheet.page.look.strokes) > MOST_SIGNATURES


def _watermark(sheets: Sequence[Sheet]) -> str | None:
    """What the watermark says: that which stands apart from the print, else 仅供…使用 in lines of its own."""
    apart = joined([folded(piece) for sheet in sheets for piece in sheet.page.watermark])
    if apart is not None:
        return apart
    for sheet in sheets:
        for place, line in enumerate(sheet.lines):
            if PURPOSE.match(line.fold):
                following = (each.fold for each in sheet.lines[place : place + MOST_WATERMARK_LINES])
                return joined(["".join(following)]) if not CLOSED.search(line.fold) else joined([line.fold])
    return None
