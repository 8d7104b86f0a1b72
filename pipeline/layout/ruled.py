"""Tables in ruled cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.layout.cells import TOUCH, same_column
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.grid import TOTALS, Column, Grid, heading_fit, heading_names, is_total
from pipeline.layout.passages import PAGE_NUMBER
from pipeline.layout.sheet import Cell, Sheet
from pipeline.model.geometry import Box

PAGE_FOOT = 0.8  # of the page height: a table that ends lower may go on overleaf
LEAST_HEIGHT = 0.8  # em: no line of text fits into a lower cell
FALLEN = 0.5  # of a row's height: the first column's rows stand higher than the last one's by less
AS_WIDE = 0.6  # share of the widths together that a cell and its heading have in common
FOOT_LINES = 0.9  # of the page height: running feet stand below this
PAGE_HEAD = 0.3  # of the page height: a continued table begins above this


@dataclass(frozen=True)
class Heads:
    """The heading cells of a ruled table: box (as seen) and words of each column found.

    `exactly`: it ended above the foot of its page, so that it goes on only in cells of the very same widths.
    """

    boxes: dict[str, Box]
    words: dict[str, Words]
    top: float
    bottom: float
    exactly: bool = False


def grids_on(
    sheet: Sheet, columns: Sequence[Column], least: int, key: str, carried: object
) -> tuple[list[Grid], Heads | None]:
    """The ruled tables on a page, and the headings of one that goes on overleaf."""
    if not sheet.cells:
        return [], None
    found: list[Grid] = []
    heads = _all_heads(sheet, columns, least)
    last: Heads | None = None
    if isinstance(carried, Heads):
        until = heads[0].top if heads else float("inf")
        rows = [r for r in _rows(sheet, carried.boxes, 0.0, until, heads) if key in r]
        begins_high = bool(rows) and min(r[key].box.top for r in rows) < PAGE_HEAD * sheet.page.height
        if begins_high and (not carried.exactly or _same_widths(sheet, carried)):
            found.append(Grid({}, tuple(r for r in rows if not is_total(r))))
            last = carried
    for number, head in enumerate(heads):
        below = next((each.top for each in heads[number + 1 :] if each.top >= head.bottom - TOUCH), float("inf"))
        rows = [r for r in _rows(sheet, head.boxes, head.bottom, below, heads) if key in r and not is_total(r)]
        found.append(Grid(head.words, tuple(rows)))
        last = head
    return found, _going_on(sheet, last) if last else None


def _going_on(sheet: Sheet, last: Heads) -> Heads | None:
    """The headings for the next page: the ruling ends at the foot, or only page numbers and running feet stand below."""
    end = max(cell.box.bottom for cell in sheet.cells)
    if end > PAGE_FOOT * sheet.page.height:
        return replace(last, exactly=False)
    below = [line for line in sheet.lines if end < line.at.top < FOOT_LINES * sheet.page.height]
    return replace(last, exactly=True) if all(PAGE_NUMBER.match(line.fold) for line in below) else None


def _same_widths(sheet: Sheet, carried: Heads) -> bool:
    """Whether a cell as wide as its heading stands in every column of a table that was carried over."""
    return all(
        any(abs(cell.box.x0 - box.x0) < TOUCH and abs(cell.box.x1 - box.x1) < TOUCH for cell in sheet.cells)
        for box in carried.boxes.values()
    )


def _all_heads(sheet: Sheet, columns: Sequence[Column], least: int) -> list[Heads]:
    """Every heading row: cells side by side that name enough columns; a heading may span two rows."""
    every = [(cell, name) for cell in sheet.cells if cell.glyphs and (name := _names(sheet, cell, columns))]
    named = [
        (cell, name)
        for cell, name in every
        if not _is_group(cell, name, every) and not _is_headed(sheet, cell, every)
    ]
    heads: list[Heads] = []
    used: set[int] = set()
    for cell, _ in named:
        if id(cell) in used:
            continue
        row = [(c, n) for c, n in named if id(c) not in used and _beside(cell, c)]
        blocks = [block for part in _side_by_side(row) if len(block := _columns_of(part, columns)) >= least]
        if blocks:
            used.update(id(c) for c, _ in row)
        heads += [_heads(block) for block in blocks]
    return heads


def _side_by_side(row: Sequence[tuple[Cell, str]]) -> list[Sequence[tuple[Cell, str]]]:
    """The headings of one row, parted where the very same ones begin again: tables set in two blocks to save paper."""
    ordered = sorted(row, key=lambda one: one[0].box.x0)
    texts = [cell.fold for cell, _ in ordered]
    for size in range(1, len(texts) // 2 + 1):
        if len(texts) % size == 0 and texts == texts[:size] * (len(texts) // size):
            return [ordered[start : start + size] for start in range(0, len(texts), size)]
    return [ordered]


def _columns_of(row: Sequence[tuple[Cell, str]], columns: Sequence[Column]) -> dict[str, Cell]:
    """The heading of each column: of two with the same name the one that names it better."""
    found: dict[str, Cell] = {}
    for cell, name in sorted(row, key=lambda one: (-heading_fit(one[0].fold, columns), one[0].box.x0)):
        if cell.words is not None:
            found.setdefault(name, cell)
    return found


def _heads(cells: dict[str, Cell]) -> Heads:
    boxes = {name: cell.box for name, cell in cells.items()}
    words = {name: cell.words for name, cell in cells.items() if cell.words is not None}
    return Heads(boxes, words, min(b.top for b in boxes.values()), max(b.bottom for b in boxes.values()))


def _is_group(cell: Cell, own: str, named: Sequence[tuple[Cell, str]]) -> bool:
    """Whether a heading stands over a narrower one of the same column's name: 养老保险 over 缴费基数 and 个人缴费."""
    return any(
        name == own and _touches_below(cell.box, other.box) and other.box.width < cell.box.width - TOUCH
        for other, name in named
    )


def _is_headed(sheet: Sheet, cell: Cell, named: Sequence[tuple[Cell, str]]) -> bool:
    """Whether a cell of the same width stands right on top, in a row with as many headings: a value names nothing."""
    upper = [each for each in sheet.cells if each.fold and _touches_below(each.box, cell.box)]
    return any(
        abs(each.box.width - cell.box.width) < TOUCH and _named_beside(each, named) >= _named_beside(cell, named)
        for each in upper
    )


def _named_beside(cell: Cell, named: Sequence[tuple[Cell, str]]) -> int:
    """How many cells of a cell's row, itself included, name a column."""
    return sum(other.box.top < cell.box.middle[1] < other.box.bottom for other, _ in named)


def _touches_below(upper: Box, lower: Box) -> bool:
    touching = abs(lower.top - upper.bottom) < TOUCH
    return touching and upper.x0 - TOUCH < lower.x0 and lower.x1 < upper.x1 + TOUCH


def _names(sheet: Sheet, cell: Cell, columns: Sequence[Column]) -> str:
    fitting = [column for column in columns if not column.under or _stands_under(sheet, cell, column.under)]
    name = heading_names(cell.fold, fitting)
    longest = max((len(folded(h)) for c in fitting if c.name == name for h in c.headings), default=0)
    return name if len(cell.fold) <= longest + 14 else ""


def _stands_under(sheet: Sheet, cell: Cell, heading: str) -> bool:
    """Whether a heading stands above a cell: over it, or left of blank cells over it, as forms group their columns."""
    x = cell.box.middle[0]
    above = [other for other in sheet.cells if other.box.bottom <= cell.box.top + TOUCH]
    over = _stacked_over(cell, [other for other in above if other.box.x0 <= x <= other.box.x1])
    if any(folded(heading) in other.fold for other in over):
        return True
    blank = max((other for other in over if not other.fold), key=lambda other: other.box.bottom, default=None)
    if blank is None or blank.box.bottom < cell.box.top - TOUCH:
        return False
    left = [other for other in above if other.fold and _is_left(other.box, blank.box)]
    nearest = max(left, key=lambda other: other.box.x0, default=None)
    return nearest is not None and folded(heading) in nearest.fold


def _stacked_over(cell: Cell, above: Sequence[Cell]) -> list[Cell]:
    """The cells on top of a cell, one touching the other: another table farther up groups nothing here."""
    over: list[Cell] = []
    tops = [cell.box.top]
    for other in sorted(above, key=lambda each: -each.box.bottom):
        if any(abs(other.box.bottom - top) < 2 * TOUCH for top in tops):
            over.append(other)
            tops.append(other.box.top)
    return over


def _is_left(one: Box, other: Box) -> bool:
    """Whether a box stands left of another one, in its row."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return one.x1 <= other.x0 + TOUCH and shared > 0.5 * min(one.height, other.height)


def _beside(one: Cell, other: Cell) -> bool:
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    adjoining = abs(one.box.bottom - other.box.top) < TOUCH or abs(other.box.bottom - one.box.top) < TOUCH
    return shared > 0.5 * min(one.box.height, other.box.height) or (adjoining and not same_column(one.box, other.box))


def _rows(
    sheet: Sheet, boxes: dict[str, Box], top: float, bottom: float, heads: Sequence[Heads]
) -> list[dict[str, Words]]:
    """Rows of cells between two heights, cells assigned to columns by their place; stops where the ruling stops."""
    heading_boxes = {box for head in heads for box in head.boxes.values()}
    body = [
        cell
        for cell in sheet.cells
        if _head_above(cell, boxes, top) - TOUCH <= cell.box.top < bottom - TOUCH and cell.box not in heading_boxes
    ]
    rows: list[dict[str, Words]] = []
    reached = top
    for band in _bands(body, boxes, sheet.em):
        if (reached > 0 and band[0] > reached + 3 * TOUCH) or not _fits(body, band, boxes):
            break
        reached = band[1]
        if _sums_up(body, band, boxes):
            continue
        row = {name: words for name, box in boxes.items() if (words := _cell_text(body, band, box)) is not None}
        if row:
            rows.append(row)
    return rows


def _head_above(cell: Cell, boxes: dict[str, Box], top: float) -> float:
    """Where the rows begin in a cell's column: rows of a photograph fall, so that its last column may begin lower.

    `top` is where they begin at the lowest, 0 for a table whose headings stand on another page.
    """
    own = [box.bottom for box in boxes.values() if same_column(cell.box, box)]
    fallen = [
        bottom for bottom in own if top - FALLEN * cell.box.height < bottom < top
    ]  # else the heading has two rows
    return min([*fallen, top])


def _bands(body: Sequence[Cell], boxes: dict[str, Box], em: float) -> list[tuple[float, float]]:
    """The height of each row: that of the columns with the most cells; slivers too low for a line left out."""
    by_column = [[cell for cell in body if same_column(cell.box, box)] for box in boxes.values()]
    finest = max(by_column, key=len, default=[])
    return [(cell.box.top, cell.box.bottom) for cell in finest if cell.box.height > LEAST_HEIGHT * em]


def _sums_up(body: Sequence[Cell], band: tuple[float, float], boxes: dict[str, Box]) -> bool:
    """Whether 合计 stands at the head of a row, in a column that nobody asked for."""
    middle = (band[0] + band[1]) / 2
    leftmost = min(box.x0 for box in boxes.values())
    return any(
        cell.fold.rstrip(":") in TOTALS
        for cell in body
        if cell.box.top <= middle <= cell.box.bottom and cell.box.x0 < leftmost
    )


def _fits(body: Sequence[Cell], band: tuple[float, float], boxes: dict[str, Box]) -> bool:
    """Whether a row still belongs to the table: at least half of its columns stand under their headings.

    A cell across the columns is the title of the next section, cells of other widths another table.
    """
    middle = (band[0] + band[1]) / 2
    beside = [cell for cell in body if cell.box.top <= middle <= cell.box.bottom]
    under = sum(any(_as_wide(cell.box, box) for cell in beside) for box in boxes.values())
    return under >= (len(boxes) + 1) // 2


def _as_wide(one: Box, other: Box) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > AS_WIDE * (max(one.x1, other.x1) - min(one.x0, other.x0))


def _cell_text(body: Sequence[Cell], band: tuple[float, float], column: Box) -> Words | None:
    middle = (band[0] + band[1]) / 2
    fitting = [c for c in body if c.box.top <= middle <= c.box.bottom and same_column(c.box, column)]
    nearest = min(fitting, key=lambda cell: abs(cell.box.middle[0] - column.middle[0]), default=None)
    return nearest.words if nearest else None
