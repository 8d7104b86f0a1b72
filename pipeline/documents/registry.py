"""Every kind of paper that the program knows."""

from __future__ import annotations

from functools import cache

from pipeline.documents import social_insurance
from pipeline.documents.access_agreement import ACCESS_AGREEMENT
from pipeline.documents.application_form import APPLICATION_FORM
from pipeline.documents.articles import ARTICLES
from pipeline.documents.business_licence import BUSINESS_LICENCE
from pipeline.documents.change_notice import CHANGE_NOTICE
from pipeline.documents.commitment import COMMITMENT
from pipeline.documents.consent import CONSENT
from pipeline.documents.credit_record import CREDIT_RECORD
from pipeline.documents.declaration import DocumentType
from pipeline.documents.fire_document import FIRE_DOCUMENT
from pipeline.documents.id_card import ID_CARD
from pipeline.documents.other import OTHER
from pipeline.documents.property_title import PROPERTY_TITLE
from pipeline.documents.qualification import QUALIFICATION
from pipeline.documents.room_lease import ROOM_LEASE
from pipeline.documents.sealed_drafts import SEALED_DRAFTS
from pipeline.profile.insurance_form import Layout

__all__ = ["OTHER", "declarations", "kinds", "titles"]


@cache
def declarations(own: tuple[Layout, ...] = ()) -> tuple[DocumentType, ...]:
    """Every declaration; of one kind there may be several, told apart by `variant`; `own` insurance forms included.

    The program's own drafts come first: their code at the foot settles what a page is, whatever else it says.
    """
    return (
        *SEALED_DRAFTS,
        BUSINESS_LICENCE,
        ID_CARD,
        ARTICLES,
        *social_insurance.declarations(own),
        ACCESS_AGREEMENT,
        ROOM_LEASE,
        PROPERTY_TITLE,
        CONSENT,
        FIRE_DOCUMENT,
        QUALIFICATION,
        COMMITMENT,
        APPLICATION_FORM,
        CREDIT_RECORD,
        CHANGE_NOTICE,
    )


def kinds() -> tuple[str, ...]:
    """The names of all kinds, `other` included."""
    return tuple(sorted({each.kind for each in declarations()} | {OTHER.kind}))


def titles() -> dict[str, str]:
    """The Chinese title of each kind."""
    return {each.kind: each.title for each in reversed(declarations())} | {OTHER.kind: OTHER.title}
