"""Every kind of paper that the program knows."""

from __future__ import annotations

from functools import cache

from pipeline.documents.access_agreement import ACCESS_AGREEMENT
from pipeline.documents.articles import ARTICLES
from pipeline.documents.business_licence import BUSINESS_LICENCE
from pipeline.documents.consent import CONSENT
from pipeline.documents.declaration import DocumentType, by
from pipeline.documents.fire_document import FIRE_DOCUMENT
from pipeline.documents.id_card import ID_CARD
from pipeline.documents.property_title import PROPERTY_TITLE
from pipeline.documents.room_lease import ROOM_LEASE

DRAFTS = frozenset({"business_plan", "security_measures"})
"""Kinds that the program writes itself; their sealed scans come back as papers."""

OTHER = DocumentType(kind="other", title="其他材料", identify=by("未识别的材料", lambda _: 0.0))
"""A paper that no kind claims."""


@cache
def declarations() -> tuple[DocumentType, ...]:
    """Every declaration; of one kind there may be several, told apart by `variant`."""
    return (
        BUSINESS_LICENCE,
        ID_CARD,
        ARTICLES,
        ACCESS_AGREEMENT,
        ROOM_LEASE,
        PROPERTY_TITLE,
        CONSENT,
        FIRE_DOCUMENT,
    )


def kinds() -> tuple[str, ...]:
    """The names of all kinds, `other` and the drafts included."""
    return tuple(sorted({each.kind for each in declarations()} | DRAFTS | {OTHER.kind}))


def titles() -> dict[str, str]:
    """The Chinese title of each kind."""
    return {each.kind: each.title for each in reversed(declarations())} | {OTHER.kind: OTHER.title}
