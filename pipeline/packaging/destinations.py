"""Where links and bookmarks of a source lead, followed through names and actions without being led in circles."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

LARGEST_TREE = 20_000  # nodes of a name tree that are looked at


class Destinations:
    """The pages that one source's destinations name."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages, 1)}
        self._named: dict[str, Object] | None = None

    def page_of(self, item: Dictionary) -> int | None:
        """The page (1-based) to which a bookmark or link leads inside its own file, None where it leads elsewhere."""
        target = item.get(Name.Dest)
        action = item.get(Name.A)
        if target is None and isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo:
            target = action.get(Name.D)
        return self._page(target)

    def _page(self, target: Object | None) -> int | None:
        if isinstance(target, (String, Name)):
            target = self._names().get(str(target))
        if isinstance(target, Dictionary):
            target = target.get(Name.D)
        if not isinstance(target, Array) or len(target) == 0:
            return None
        first = target[0]
        if isinstance(first, Dictionary):
            return self._pages.get(first.objgen)
        return None

    def _names(self) -> dict[str, Object]:
        if self._named is None:
            root = self._pdf.Root
            self._named = {}
            old = root.get(Name.Dests)
            if isinstance(old, Dictionary):
                self._named.update((key, value) for key, value in old.items())
            names = root.get(Name.Names)
            tree = names.get(Name.Dests) if isinstance(names, Dictionary) else None
            if isinstance(tree, Dictionary):
                self._named.update(_leaves(tree))
        return self._named


def _leaves(tree: Dictionary) -> Iterator[tuple[str, Object]]:
    """Keys and values of a name tree, each node once."""
    waiting: list[Dictionary] = [tree]
    seen: set[tuple[int, int]] = set()
    for _ in range(LARGEST_TREE):
        if not waiting:
            return
        node = waiting.pop()
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        names = node.get(Name.Names)
        if isinstance(names, Array):
            flat = list(names)
            yield from ((str(key), value) for key, value in zip(flat[::2], flat[1::2], strict=False))
        kids = node.get(Name.Kids)
        if isinstance(kids, Array):
            waiting.extend(kid for kid in kids if isinstance(kid, Dictionary))
