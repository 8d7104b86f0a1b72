"""Every kind of paper that the program knows."""

from __future__ import annotations

from functools import cache

from pipeline.documents.articles import ARTICLES
from pipeline.documents.business_licence import BUSINESS_LICENCE
from pipeline.documents.declaration import DocumentType
from pipeline.documents.id_card import ID_CARD

DRAFTS = frozenset({"business_plan", "security_measures"})
"""Kinds that the program writes itself; their sealed scans come back as papers."""

OTHER = "other"


@cache
def declarations() -> tuple[DocumentType, ...]:
    """Every declaration; of one kind there may be several, told apart by `variant`."""
    return (BUSINESS_LICENCE, ID_CARD, ARTICLES)


def kinds() -> tuple[str, ...]:
    """The names of all kinds, `other` and the drafts included."""
    return tuple(sorted({each.kind for each in declarations()} | DRAFTS | {OTHER}))


def titles() -> dict[str, str]:
    """The Chinese title of each kind."""
    return {each.kind: each.title for each in reversed(declarations())} | {OTHER: "其他材料"}
