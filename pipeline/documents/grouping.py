"""From pages to papers: runs of pages inside a file, then photographs of one paper put together in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.documents.beginnings import (
    counts_from_one,
    is_annex,
    is_copy_of,
    is_divider,
    own_title,
    stranger_on,
)
from pipeline.documents.cards import cards_on, pairs_of
from pipeline.documents.declaration import DocumentType
from pipeline.documents.numbering import PageNumber, gaps_of, printed_number
from pipeline.documents.recognise import ENOUGH, Judgement, best, judge
from pipeline.documents.sealed_drafts import draft_number, page_number
from pipeline.layout.sheet import Sheet

Subject = Callable[[DocumentType, Sheet], str]
"""Whose paper a page is by its own fields; empty where it does not say."""


@dataclass(frozen=True, eq=False)
class Leaf:
    """A page with what it was judged to be. `number` is its printed page number."""

    sheet: Sheet
    judgements: tuple[Judgement, ...] = ()
    number: PageNumber | None = None

    @property
    def kind(self) -> Judgement | None:
        """The judgement that decides, None where no kind fits well enough."""
        return best(self.judgements)

    @property
    def file(self) -> str:
        """The file that the page comes from."""
        return self.sheet.page.file


@dataclass(frozen=True, eq=False)
class Group:
    """The pages of one paper in reading order; `judgement` None where no kind was recognised."""

    leaves: tuple[Leaf, ...]
    judgement: Judgement | None
    fixed: bool = False
    """Named in client.yaml, not recognised."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Its pages."""
        return tuple(leaf.sheet for leaf in self.leaves)

    @property
    def files(self) -> tuple[str, ...]:
        """Its files, each once, in reading order."""
        return tuple(dict.fromkeys(leaf.file for leaf in self.leaves))

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing in it, as sentences; a paper of single-page kind has no gaps.

        A sealed draft is compared with the draft itself.
        """
        if self.judgement is None or self.judgement.kind.most_pages == 1 or self.judgement.kind.sealed_draft:
            return ()
        return gaps_of([sheet for sheet in self.sheets if sheet.glyphs])


def leaf_of(sheet: Sheet, declarations: Iterable[DocumentType]) -> Leaf:
    """A page judged."""
    judged = judge(sheet, declarations)
    decided = best(judged)
    if decided is not None and decided.kind.sealed_draft:
        return Leaf(sheet, judged, PageNumber(page_number(sheet), None))
    return Leaf(sheet, judged, printed_number(sheet))


def runs(leaves: Sequence[Leaf], subject: Subject) -> tuple[Group, ...]:
    """The papers inside each file: a page begins one, or continues the one before it."""
    groups: list[Group] = []
    for leaf in leaves:
        last = groups[-1] if groups and groups[-1].leaves[-1].file == leaf.file else None
        if last is not None and _continues(last, leaf, subject):
            groups[-1] = replace(last, leaves=(*last.leaves, leaf))
        else:
            groups.append(Group((leaf,), leaf.kind))
    return tuple(_cards_apart(groups))


def _continues(group: Group, leaf: Leaf, subject: Subject) -> bool:
    """Whether a page belongs to the paper before it in the file."""
    if not leaf.sheet.glyphs or _next_in_print(group.leaves[-1].number, leaf.number):
        return True
    begun, own = group.judgement, leaf.kind
    if own is None:
        opens = _starts_over(leaf) or opens_another(group, leaf)
        return not opens and (begun is None or _accepts(group, leaf))
    if begun is None or own.kind.kind != begun.kind.kind:
        return False
    if own.kind.sealed_draft:
        return draft_number(group.leaves[0].sheet) == draft_number(leaf.sheet)
    return _same_paper(group, leaf, subject)


def _next_in_print(before: PageNumber | None, after: PageNumber | None) -> bool:
    """Whether the printed page numbers follow one another in the same count."""
    if before is None or after is None or before.of is None or before.of != after.of:
        return False
    return after.number == before.number + 1


def _starts_over(leaf: Leaf) -> bool:
    return leaf.number is not None and leaf.number.number == 1 and leaf.number.of is not None


def opens_another(group: Group, leaf: Leaf) -> bool:
    """Whether a page that no kind claims shows by its title that it begins a paper of its own.

    Contracts and articles have annexes with titles of their own; only a stranger's title ends them.
    """
    if is_divider(leaf.sheet) or any(is_divider(sheet) for sheet in group.sheets):
        return True
    if leaf.number is not None and leaf.number.number > 1:
        return False
    if stranger_on(leaf.sheet):
        return True
    is_open = group.judgement is not None and group.judgement.kind.most_pages is None
    title = "" if is_open else own_title(leaf.sheet)
    return bool(title) and all(title != own_title(sheet) for sheet in group.sheets)


def _accepts(group: Group, leaf: Leaf) -> bool:
    """Whether a kind takes a page that no kind claims."""
    kind = group.judgement.kind if group.judgement else None
    if kind is None:
        return False
    if kind.most_pages is not None and len(group.leaves) >= kind.most_pages:
        return False
    if kind.continues is not None:
        return kind.continues.judge(leaf.sheet).score >= ENOUGH
    return True


def _same_paper(group: Group, leaf: Leaf, subject: Subject) -> bool:
    """Whether a page of the same kind goes on with the paper instead of beginning another."""
    assert group.judgement is not None
    kind = group.judgement.kind
    if kind.most_pages == 1 or _starts_over(leaf):
        return False
    if kind.kind == "id_card":
        return _other_side(group, leaf)
    if leaf.number is not None and leaf.number.number > 1:
        return True
    if is_copy_of(group.leaves[0].sheet, leaf.sheet) or _counts_again(group, leaf):
        return False
    if leaf.kind is not None and leaf.kind.score < group.judgement.score:
        return True
    first, own = subject(kind, group.leaves[0].sheet), subject(kind, leaf.sheet)
    is_unsaid = kind.most_pages is None and is_annex(leaf.sheet) and not (own and first)
    return is_unsaid or (bool(own) and first == own)


def _counts_again(group: Group, leaf: Leaf) -> bool:
    """Whether a titled page begins with the first clause though the paper had one: other articles, another contract."""
    sheet = leaf.sheet
    is_first = bool(own_title(sheet)) and not is_annex(sheet) and counts_from_one(sheet)
    return is_first and any(counts_from_one(each) for each in group.sheets)


def _other_side(group: Group, leaf: Leaf) -> bool:
    from pipeline.documents.id_card import sides_of

    before = {side for sheet in group.sheets for side in sides_of(sheet)}
    own = set(sides_of(leaf.sheet))
    return bool(own) and not before & own


def _cards_apart(groups: Sequence[Group]) -> list[Group]:
    """The cards that follow one another in a file as one paper for each person; all other papers as they are."""
    parted: list[Group] = []
    for (is_card, _), run in groupby(groups, key=lambda group: (_is_card(group), group.leaves[0].file)):
        together = list(run)
        parted += _by_person([leaf for group in together for leaf in group.leaves]) if is_card else together
    return parted


def _is_card(group: Group) -> bool:
    return group.judgement is not None and group.judgement.kind.kind == "id_card"


def _by_person(leaves: Sequence[Leaf]) -> list[Group]:
    """Pages with cards, one or several on each, as one paper for each card; a page without a card stays with the one before."""
    cards: list[list[Leaf]] = []
    for leaf in leaves:
        if leaf.kind is not None:
            cards += [[replace(leaf, sheet=part) for part in card] for card in cards_on(leaf.sheet)]
        else:
            cards[-1].append(leaf)
    paired = pairs_of([tuple(leaf.sheet for leaf in card) for card in cards])
    return [_one_card([leaf for place in places for leaf in cards[place]]) for places in paired]


def _one_card(leaves: Sequence[Leaf]) -> Group:
    return Group(tuple(leaves), max((leaf.kind for leaf in leaves if leaf.kind), key=lambda kind: kind.score))
