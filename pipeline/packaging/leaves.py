"""Plain leaves on A4 for people: headings, paragraphs and ruled tables that run on over pages, in the house's style."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pipeline.model.geometry import Box
from pipeline.packaging.grids import (
    BOTTOM,
    FOOT,
    LEADING,
    MEASURE,
    PADDING,
    SIDE,
    TOP,
    Cells,
    Grid,
    cells_of,
    parted,
    row_height,
    widths,
)
from pipeline.packaging.typeset import (
    ACCENT,
    FAINT,
    HEIGHT,
    INK,
    WARNING,
    WIDTH,
    Colour,
    Fonts,
    Sheets,
    Weight,
    fonts_for,
    wrapped,
)

HEAD_FILL: Colour = (0.91, 0.93, 0.96)
LINE: Colour = (0.72, 0.75, 0.8)
HAIR = 0.5  # points
PAGE_OF = "第 {page} 页 / 共 {pages} 页"
PLAIN = "0123456789 第页/共（续）"


class Heading(NamedTuple):
    """A line in bold over what follows; it never stands alone at the foot."""

    text: str


class Text(NamedTuple):
    """A paragraph; `strong` in the colour of warning."""

    text: str
    size: float = 9.5
    strong: bool = False


Block = Heading | Text | Grid


class Leaf(NamedTuple):
    """What begins on a page of its own."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]


Stroke = Callable[[Sheets], None]


class _Page:
    """The strokes of one page, and how far down it is filled."""

    def __init__(self) -> None:
        self.strokes: list[Stroke] = []
        self.y = TOP


def leaves_pdf(leaves: Sequence[Leaf], footer: str) -> bytes:
    """The PDF of all leaves, one after another; the same leaves give the same bytes."""
    fonts = fonts_for([footer, PLAIN, *(each for leaf in leaves for each in _words(leaf))])
    pages = [page for leaf in leaves for page in _laid_out(leaf, fonts)]
    sheets = Sheets(fonts)
    sheets.name(footer)
    for number, page in enumerate(pages, 1):
        for stroke in page.strokes:
            stroke(sheets)
        sheets.rule(SIDE, WIDTH - SIDE, HEIGHT - FOOT, 0.4, LINE)
        sheets.text(SIDE, HEIGHT - FOOT + 14, footer, size=7.5, colour=FAINT)
        told = PAGE_OF.format(page=number, pages=len(pages))
        sheets.text(WIDTH - SIDE, HEIGHT - FOOT + 14, told, size=7.5, colour=FAINT, align="right")
        sheets.turn()
    return sheets.finished()


def page_count(leaf: Leaf) -> int:
    """How many pages a leaf takes."""
    return len(_laid_out(leaf, fonts_for(_words(leaf))))


def _words(leaf: Leaf) -> Iterator[str]:
    yield from (leaf.title, leaf.subtitle, PLAIN)
    for block in leaf.blocks:
        match block:
            case Grid():
                yield from block.heads
                yield from (cell for row in block.rows for cell in row)
            case _:
                yield block.text


def _laid_out(leaf: Leaf, fonts: Fonts) -> list[_Page]:
    pages = [_Page()]
    _draw_title(pages[0], leaf, fonts)
    for place, block in enumerate(leaf.blocks):
        match block:
            case Heading():
                follower = leaf.blocks[place + 1] if place + 1 < len(leaf.blocks) else None
                _heading(pages, block, fonts, follower, leaf)
            case Text():
                _paragraph(pages, block, fonts, leaf)
            case Grid():
                _grid(pages, block, fonts, leaf)
    return pages


def _draw_title(page: _Page, leaf: Leaf, fonts: Fonts) -> None:
    page.y += 16
    _line(page, SIDE, leaf.title, 17, "bold", ACCENT)
    page.y += 8
    for line in wrapped(fonts, leaf.subtitle, 8.5, MEASURE):
        page.y += 9
        _line(page, SIDE, line, 8.5, "regular", FAINT)
        page.y += 4
    y = page.y
    page.strokes.append(lambda sheets: sheets.rule(SIDE, WIDTH - SIDE, y, 1.0, ACCENT))
    page.y += 8


def _line(page: _Page, x: float, text: str, size: float, weight: Weight, colour: Colour) -> None:
    y = page.y
    page.strokes.append(lambda sheets: sheets.text(x, y, text, size=size, weight=weight, colour=colour))


def _turned(pages: list[_Page], leaf: Leaf) -> _Page:
    page = _Page()
    page.y += 10
    _line(page, SIDE, f"{leaf.title}（续）", 9, "regular", FAINT)
    page.y += 10
    pages.append(page)
    return page


def _heading(pages: list[_Page], block: Heading, fonts: Fonts, follower: Block | None, leaf: Leaf) -> None:
    need = 24 + (_first_height(follower, fonts) if follower is not None else 0.0)
    page = pages[-1] if pages[-1].y + need <= BOTTOM else _turned(pages, leaf)
    page.y += 16
    _line(page, SIDE, block.text, 11, "bold", INK)
    page.y += 6


def _first_height(block: Block, fonts: Fonts) -> float:
    """The room that the beginning of a block wants, so that a heading does not part from it."""
    match block:
        case Grid():
            rows = ([block.heads] if any(block.heads) else []) + list(block.rows[:1])
            return sum(row_height(cells_of(fonts, row, block), block) for row in rows)
        case Text():
            return block.size * LEADING
        case _:
            return 24.0


def _paragraph(pages: list[_Page], block: Text, fonts: Fonts, leaf: Leaf) -> None:
    page = pages[-1]
    for part in block.text.split("\n"):
        for line in wrapped(fonts, part, block.size, MEASURE):
            if page.y + block.size * LEADING > BOTTOM:
                page = _turned(pages, leaf)
            page.y += block.size * LEADING
            _line(page, SIDE, line, block.size, "regular", WARNING if block.strong else INK)
    page.y += 8


def _grid(pages: list[_Page], grid: Grid, fonts: Fonts, leaf: Leaf) -> None:
    page = pages[-1]
    head = cells_of(fonts, grid.heads, grid, "bold") if any(grid.heads) else None
    fresh = True
    for row in grid.rows:
        cells: Cells | None = cells_of(fonts, row, grid)
        while cells is not None:
            above = row_height(head, grid, plain=True) if head and fresh else 0.0
            now, later = parted(cells, BOTTOM - page.y - above, grid)
            if now is None:
                page, fresh = _turned(pages, leaf), True
                continue
            if head and fresh:
                _draw_row(page, head, grid, row_height(head, grid, plain=True), filled=True)
            fresh = False
            _draw_row(page, now, grid, row_height(now, grid), filled=False)
            cells = later
            if later is not None:
                page, fresh = _turned(pages, leaf), True
    page.y += 8


def _draw_row(page: _Page, cells: Cells, grid: Grid, height: float, *, filled: bool) -> None:
    x, top = SIDE, page.y
    for lines, width in zip(cells, widths(grid), strict=True):
        _draw_cell(page, Box(x, top, x + width, top + height), lines, grid.size, filled=filled)
        x += width
    page.y += height


def _draw_cell(page: _Page, box: Box, lines: Sequence[str], size: float, *, filled: bool) -> None:
    if filled:
        page.strokes.append(lambda sheets: sheets.bar(box, HEAD_FILL))
    for edge in (
        Box(box.x0, box.top, box.x1, box.top + HAIR),
        Box(box.x0, box.bottom, box.x1, box.bottom + HAIR),
        Box(box.x0, box.top, box.x0 + HAIR, box.bottom + HAIR),
        Box(box.x1, box.top, box.x1 + HAIR, box.bottom + HAIR),
    ):
        page.strokes.append(lambda sheets, edge=edge: sheets.bar(edge, LINE))  # type: ignore[misc]
    y = box.top + PADDING + (box.height - 2 * PADDING - len(lines) * size * LEADING) / 2 + size
    for line in lines:
        colour = WARNING if line.startswith("【待补") else INK
        page.strokes.append(
            lambda sheets, y=y, line=line, colour=colour: sheets.text(  # type: ignore[misc]
                box.x0 + PADDING, y, line, size=size, weight="bold" if filled else "regular", colour=colour
            )
        )
        y += size * LEADING
