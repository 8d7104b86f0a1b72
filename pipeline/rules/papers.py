"""What every rule needs: the applicant's own papers, and the three ways of saying that something is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pipeline.model.case import Case
from pipeline.model.document import Document, Field, Row
from pipeline.model.evidence import Evidence
from pipeline.model.findings import NotApplicable, Severity, Unknown, values
from pipeline.model.values import Amount, Day, OpenEnd

QUOTE_LENGTH = 40
"""Characters of a text that a finding quotes."""
NOTHING = "nothing"
"""Stands for a value where there is none; labels.yaml prints it."""
UNSURE = "unsure"
"""The reason under which a reading of low confidence was set aside."""


def one(case: Case, kind: str, material: str) -> Document | None:
    """The first paper of a kind in a material (`01` for the applicant's own licence), None where there is none."""
    return next((each for each in case.in_material(material) if each.kind == kind), None)


def licence(case: Case) -> Document | None:
    """The applicant's business licence."""
    return one(case, "business_licence", "01")


def of_licence(case: Case, name: str) -> tuple[Document, Field] | Unknown:
    """A field of the applicant's licence, or what is missing of it."""
    paper = licence(case)
    if paper is None:
        return no_paper("business_licence")
    field = paper.field(name)
    return unread(paper, name) if field is None else (paper, field)


def own_articles(case: Case) -> tuple[Document, ...]:
    """The applicant's articles and amendments, in order; those of its shareholders lie in another material."""
    return tuple(each for each in case.in_material("03") if each.kind == "articles")


def articles(case: Case) -> Document | None:
    """The applicant's articles that state its shareholders, the latest of them; else the latest without a table."""
    return max(own_articles(case), key=lambda each: (bool(each.rows("shareholders")), _signed_on(each)), default=None)


def _signed_on(paper: Document) -> date:
    return day_of(paper.field("signed_on")) or date.min


def no_paper(kind: str, severity: Severity | None = None) -> Unknown:
    """A rule that reads a paper which is not there: PK-01 says that it is missing, the rule cannot say more."""
    return Unknown(reason="no_paper", values=values(paper=kind), severity=severity)


def no_fact(name: str) -> Unknown:
    """A fact that no paper states."""
    return Unknown(reason="no_fact", values=values(fact=name))


def unread(document: Document, name: str, part: str = "") -> Unknown:
    """A field that was looked for and not found, or found and not reliable enough to judge by."""
    gap = next((each for each in document.missing if each.name == name and each.reason == UNSURE), None)
    if gap is not None and gap.nearest is not None:
        read, confidence = shortened(gap.nearest.text), f"{gap.nearest.confidence:.2f}"
        named = values(paper=document.kind, field=name, read=read, confidence=confidence)
        return Unknown(reason=UNSURE, values=named, evidence=(gap.nearest,), part=part)
    named = values(paper=document.kind, field=name)
    return Unknown(reason="not_read", values=named, evidence=(document.place(name),), part=part)


def shortened(text: str) -> str:
    """A text short enough to be quoted in a sentence."""
    return text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1] + "…"


def no_subject() -> NotApplicable:
    """The case has nothing that the rule looks at."""
    return NotApplicable(reason="no_subject")


def client_place(where: str, text: str = "") -> Evidence:
    """A place in client.yaml."""
    return Evidence(file="client.yaml", where=where, text=text, engine="client.yaml")


def title_of(document: Document) -> str:
    """How a finding calls a paper."""
    return document.heading or document.title


def day_of(field: Field | None) -> date | None:
    """The day in a field, None where there is none or it is no day."""
    return field.value.value if field is not None and isinstance(field.value, Day) else None


class Dated(NamedTuple):
    """A field that holds a day."""

    field: Field
    day: date


def dated(holder: Document | Row, name: str) -> Dated | None:
    """A paper's or row's field with its day, None where it was not read or is no day."""
    field = holder.field(name)
    day = day_of(field)
    return None if field is None or day is None else Dated(field, day)


def amount_of(field: Field | None) -> Decimal | None:
    """The number in a field, None where there is none or it is no number."""
    return field.value.value if field is not None and isinstance(field.value, Amount) else None


class Measured(NamedTuple):
    """A field that holds an amount."""

    field: Field
    amount: Decimal


def measured(holder: Document | Row, name: str) -> Measured | None:
    """A paper's or row's field with its amount, None where it was not read or is no amount."""
    field = holder.field(name)
    amount = amount_of(field)
    return None if field is None or amount is None else Measured(field, amount)


def ends_before(field: Field, day: date) -> bool:
    """Whether a term's end lies before a day; an open end never does."""
    return not isinstance(field.value, OpenEnd) and isinstance(field.value, Day) and field.value.value < day


def agreed(field: Field | None) -> bool:
    """Whether a paper agrees to something (自动续期 …): the field was read and does not deny it."""
    return field is not None and not any(word in field.text for word in ("否", "无", "不"))
