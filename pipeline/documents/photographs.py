"""Photographs of one paper, each in a file of its own: brought together and into reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from pipeline.documents.grouping import Group, Leaf, opens_another
from pipeline.documents.numbering import clause_numbers, paper_number, part_numbers
from pipeline.documents.sealed_drafts import code_on

MOST_OWN_PAGES = 3  # a file with more pages is a scan of its own, not one photograph of many
COUNTER = re.compile(r"[0-9]+(?=[^0-9]*$)|[一二三四五六七八九十]+(?=[^一二三四五六七八九十]*$)")


def join_photographs(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Papers whose pages came in several files as one paper each; a lone page that fits none stays alone."""
    joined: list[Group] = list(groups)
    for group in sorted(groups, key=lambda each: -each.judgement.score if each.judgement else 0.0):
        if group.judgement is None or group.fixed or not _takes_more(group) or group not in joined:
            continue
        followers = [other for other in joined if other is not group and _belongs(group, other)]
        if followers:
            whole = replace(group, leaves=_in_order([*group.leaves, *(leaf for f in followers for leaf in f.leaves)]))
            joined[joined.index(group)] = whole
            joined = [other for other in joined if other not in followers]
    return tuple(joined)


def _takes_more(group: Group) -> bool:
    assert group.judgement is not None
    return group.judgement.kind.most_pages is None and len(group.files) == 1 and len(group.leaves) <= MOST_OWN_PAGES


def _belongs(group: Group, other: Group) -> bool:
    """Whether another file's pages go on with this paper: its count, its number, or its series of file names."""
    if other.fixed or len(other.leaves) > MOST_OWN_PAGES or other.files[0] == group.files[0]:
        return False
    if _same_draft(group, other) or _same_count(group, other):
        return True
    if other.judgement is not None and not _weaker(group, other):
        return False
    if any(opens_another(group, leaf) for leaf in other.leaves):
        return False
    number = paper_number(group.leaves[0].sheet)
    if number and any(paper_number(leaf.sheet) == number for leaf in other.leaves):
        return True
    return _same_series(group.files[0], other.files[0]) and _clauses_fit(group, other)


def _same_draft(group: Group, other: Group) -> bool:
    """Whether both are pages of one issue of one draft."""
    if group.judgement is None or other.judgement is None or not group.judgement.kind.sealed_draft:
        return False
    same_kind = other.judgement.kind is group.judgement.kind
    return same_kind and code_on(group.leaves[0].sheet) == code_on(other.leaves[0].sheet)


def _weaker(group: Group, other: Group) -> bool:
    """Whether the other pages show the same kind with less certainty: no title of their own."""
    if group.judgement is None or other.judgement is None:
        return False
    same_kind = other.judgement.kind.kind == group.judgement.kind.kind
    return same_kind and other.judgement.score < group.judgement.score


def _same_count(group: Group, other: Group) -> bool:
    """Whether both print 共 N 页 with the same N, different page numbers, and lie in one folder."""
    own = {leaf.number for leaf in group.leaves if leaf.number is not None and leaf.number.of is not None}
    new = {leaf.number for leaf in other.leaves if leaf.number is not None and leaf.number.of is not None}
    if not own or not new or {n.of for n in own} != {n.of for n in new} or own & new:
        return False
    if any(number.number == 1 for number in new) and any(number.number == 1 for number in own):
        return False
    same_kind = other.judgement is None or other.judgement.kind is group.judgement.kind if group.judgement else False
    return same_kind and _folder(group.files[0]) == _folder(other.files[0])


def _same_series(one: str, other: str) -> bool:
    """Whether two files lie together and their names differ only by a counter: 合同1.jpg, 合同2.jpg."""
    a, b = PurePosixPath(one), PurePosixPath(other)
    return a.parent == b.parent and a.suffix.lower() == b.suffix.lower() and _stem(a) == _stem(b)


def _stem(path: PurePosixPath) -> str:
    return COUNTER.sub("#", path.stem, count=1) if COUNTER.search(path.stem) else path.stem + "#"


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _clauses_fit(group: Group, other: Group) -> bool:
    """Whether clause numbers do not begin anew in the other pages."""
    own = {number for leaf in group.leaves for number in clause_numbers(leaf.sheet)}
    new = {number for leaf in other.leaves for number in clause_numbers(leaf.sheet)}
    return not own & new


def _in_order(leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """Reading order: printed page numbers, else the numbers of clauses or parts, else the names of the files."""
    if all(leaf.number is not None for leaf in leaves) and len({leaf.number for leaf in leaves}) == len(leaves):
        return tuple(sorted(leaves, key=lambda leaf: leaf.number.number if leaf.number else 0))
    named = sorted(leaves, key=lambda leaf: (natural(leaf.file), leaf.sheet.page.number))
    parts = part_numbers([leaf.sheet for leaf in named])
    firsts = [numbers[0] for numbers in parts if numbers]
    if firsts != sorted(firsts):
        return _by_parts(named, parts)
    return _among_parts(named, parts) if len(firsts) > 1 else _title_first(named)


def _by_parts(leaves: Sequence[Leaf], parts: Sequence[tuple[int, ...]]) -> tuple[Leaf, ...]:
    """By first part; of the pages without parts the one that shows best what the paper is leads, the others close."""
    leader = _leader(leaves, parts)

    def rank(place: int) -> float:
        if parts[place]:
            return float(parts[place][0])
        return 0.0 if leaves[place] is leader else float("inf")

    return tuple(leaves[place] for place in sorted(range(len(leaves)), key=rank))


def _among_parts(leaves: Sequence[Leaf], parts: Sequence[tuple[int, ...]]) -> tuple[Leaf, ...]:
    """Pages whose parts stand in order as they are, but the titled page first and no annex before a part."""
    leader = _leader(leaves, parts)
    last = max(place for place, numbers in enumerate(parts) if numbers)

    def rank(place: int) -> int:
        if leaves[place] is leader:
            return 0
        return 2 if place < last and not parts[place] and _is_annex(leaves[place]) else 1

    return tuple(leaves[place] for place in sorted(range(len(leaves)), key=rank))


def _leader(leaves: Sequence[Leaf], parts: Sequence[tuple[int, ...]]) -> Leaf | None:
    """The page without parts that shows more surely than every page with parts what the paper is; no annex."""
    within = max((_certainty(leaf) for leaf, numbers in zip(leaves, parts, strict=True) if numbers), default=0.0)
    bare = [leaf for leaf, numbers in zip(leaves, parts, strict=True) if not numbers and not _is_annex(leaf)]
    first = max(bare, key=_certainty, default=None)
    return first if first is not None and _certainty(first) > within else None


def _is_annex(leaf: Leaf) -> bool:
    return any(re.match(r"附[件表录]", line.fold) for line in leaf.sheet.lines[:3])


def _title_first(leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """The page that shows best what the paper is leads; where it was taken last, all were taken from the back."""
    first = max(leaves, key=_certainty)
    if first is leaves[-1]:
        return tuple(reversed(leaves))
    return (first, *(leaf for leaf in leaves if leaf is not first))


def _certainty(leaf: Leaf) -> float:
    return leaf.kind.score if leaf.kind is not None else 0.0


def natural(name: str) -> list[int | str]:
    """A sort key under which page 10 follows page 9."""
    return [int(piece) if piece.isdigit() else piece for piece in re.split(r"([0-9]+)", name)]
