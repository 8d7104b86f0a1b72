"""Bookmarks: read from a source without following its loops, written for the dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from pipeline.packaging.destinations import Destinations

MOST_ITEMS, DEEPEST = 3_000, 8
LONGEST_TITLE = 160  # characters


class Bookmark(NamedTuple):
    """A title, the page (1-based) that it leads to, and what hangs below it."""

    title: str
    page: int | None
    children: tuple[Bookmark, ...] = ()
    open: bool = False


def of_source(pdf: Pdf, destinations: Destinations) -> tuple[Bookmark, ...]:
    """The bookmarks of a source, each item once, however its links run."""
    root = pdf.Root.get(Name.Outlines)
    if not isinstance(root, Dictionary):
        return ()
    return _siblings(root.get(Name.First), destinations, {root.objgen}, 0)


def _siblings(
    item: Object | None, destinations: Destinations, seen: set[tuple[int, int]], depth: int
) -> tuple[Bookmark, ...]:
    found = []
    while isinstance(item, Dictionary) and item.objgen not in seen and len(seen) < MOST_ITEMS:
        seen.add(item.objgen)
        below = _siblings(item.get(Name.First), destinations, seen, depth + 1) if depth < DEEPEST else ()
        found.append(Bookmark(_title(item.get(Name.Title)), destinations.page_of(item), below))
        item = item.get(Name.Next)
    return tuple(found)


def _title(value: Object | None) -> str:
    text = str(value) if isinstance(value, String) else ""
    return "".join(c if c.isprintable() or c == "\u3000" else " " for c in text).strip()[:LONGEST_TITLE]


def moved(bookmarks: tuple[Bookmark, ...], pages: Mapping[int, int]) -> Iterator[Bookmark]:
    """The bookmarks with their source pages replaced by dossier pages; those that lead nowhere placed are left out."""
    for bookmark in bookmarks:
        children = tuple(moved(bookmark.children, pages))
        page = pages.get(bookmark.page) if bookmark.page is not None else None
        if page is None and children:
            page = children[0].page
        if page is not None and bookmark.title:
            yield Bookmark(bookmark.title, page, children)
        else:
            yield from children


def write(pdf: Pdf, bookmarks: tuple[Bookmark, ...]) -> None:
    """Make these the bookmarks of `pdf`; every one has a page."""
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    _hang(pdf, root, bookmarks)
    pdf.Root.Outlines = root


def _hang(pdf: Pdf, parent: Dictionary, bookmarks: tuple[Bookmark, ...]) -> int:
    """Hang bookmarks below `parent`; how many lines they show."""
    items = [pdf.make_indirect(_item(pdf, parent, bookmark)) for bookmark in bookmarks]
    shown = 0
    for index, (item, bookmark) in enumerate(zip(items, bookmarks, strict=True)):
        if index:
            item.Prev = items[index - 1]
            items[index - 1].Next = item
        if bookmark.children:
            below = _hang(pdf, item, bookmark.children)
            item.Count = below if bookmark.open else -below
            shown += below if bookmark.open else 0
        shown += 1
    if items:
        parent.First, parent.Last = items[0], items[-1]
        parent.Count = shown
    return shown


def _item(pdf: Pdf, parent: Dictionary, bookmark: Bookmark) -> Dictionary:
    assert bookmark.page is not None, "a bookmark that leads nowhere is never written"
    return Dictionary(Title=String(bookmark.title), Parent=parent, Dest=page_top(pdf, bookmark.page))


def page_top(pdf: Pdf, page: int) -> Array:
    """A destination that shows the whole page (1-based)."""
    return Array([pdf.pages[page - 1].obj, Name.Fit])
