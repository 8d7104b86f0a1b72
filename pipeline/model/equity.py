"""Who holds the applicant: the tree from its articles to natural persons, the state or listed companies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pipeline.model.evidence import Evidence
from pipeline.model.record import Record

HolderKind = Literal["自然人", "企业", "合伙企业", "国家机构", "事业单位", "集体", "社会团体", "上市公司", "未知"]


class Holder(Record):
    """One holder of shares with those who hold it in turn; the applicant itself is the root.

    `share` in percent of the company directly below, `effective` in percent of the applicant (product of the path);
    `articles` and `licence` index `Case.documents`. `end` says why the branch needs nothing further, `open` why it
    should go on and does not; both empty on a node whose holders are known. `foreign` is None where no paper tells.
    """

    name: str
    kind: HolderKind
    number: str | None = None
    share: Decimal | None = None
    amount: Decimal | None = None
    effective: Decimal | None = None
    articles: int | None = None
    licence: int | None = None
    foreign: bool | None = None
    foreign_sign: str = ""
    """The words or number that show a holder from abroad, from Hong Kong, Macao or Taiwan."""
    end: str = ""
    open: str = ""
    evidence: tuple[Evidence, ...] = ()
    holders: tuple[Holder, ...] = ()

    def walk(self, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Holder]]:
        """Every holder above this one with the names from the applicant down to it, depth first."""
        here = (*path, self.name)
        for holder in self.holders:
            yield (*here, holder.name), holder
            yield from holder.walk(here)

    def leaves(self) -> tuple[tuple[tuple[str, ...], Holder], ...]:
        """The holders at the tips, each with its path."""
        return tuple((path, holder) for path, holder in self.walk() if not holder.holders)

    @property
    def depth(self) -> int:
        """How many levels of holders stand above; 0 where none are known."""
        return 1 + max(holder.depth for holder in self.holders) if self.holders else 0
