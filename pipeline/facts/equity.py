"""The tree of holders: from the applicant's articles up through those of its corporate shareholders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pipeline.facts.compare import same_companies, same_people
from pipeline.facts.holders import (
    CHAIN_ENDS,
    foreign_sign,
    kind_by_licence,
    kind_by_name,
    shown_domestic,
    state_owned,
)
from pipeline.model.document import Document, Row
from pipeline.model.equity import Holder, HolderKind
from pipeline.model.values import Amount, Day

WHOLE = Decimal(100)


class Papers:
    """The papers that speak of owners, each found by the name of whom it is about."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self._documents = documents

    def _current(self, kind: str) -> Iterable[tuple[int, Document]]:
        return (
            (index, each)
            for index, each in enumerate(self._documents)
            if each.kind == kind and each.status == "current"
        )

    def articles(self, company: str) -> int | None:
        """The latest articles (or amendment) of a company that hold a table of shareholders."""
        found = [
            (signed_on(each), index)
            for index, each in self._current("articles")
            if each.rows("shareholders") and names_match(each, "company", company)
        ]
        return max(found)[1] if found else None

    def licence(self, company: str) -> int | None:
        """The licence of a company."""
        return next((i for i, each in self._current("business_licence") if names_match(each, "name", company)), None)

    def card_sort(self, name: str, number: str | None) -> str | None:
        """The sort of identity paper of a person, by number where both have one, else by name."""
        for _, each in self._current("id_card"):
            printed = each.field("number")
            same = printed.text == number if printed and number else person_match(each, name)
            sort = each.field("sort")
            if same and sort is not None:
                return sort.text
        return None

    def text(self, index: int | None, field: str) -> str | None:
        """A field of one document, None where either is absent."""
        found = None if index is None else self._documents[index].field(field)
        return None if found is None else found.text

    def rows(self, index: int) -> tuple[Row, ...]:
        """The shareholders of one document."""
        return self._documents[index].rows("shareholders")


def names_match(document: Document, field: str, company: str) -> bool:
    """Whether a document's field names this company for certain."""
    found = document.field(field)
    return found is not None and same_companies(found.text, company) is True


def person_match(document: Document, name: str) -> bool:
    """Whether a card bears this name for certain."""
    found = document.field("name")
    return found is not None and same_people(found.text, name) is True


def signed_on(document: Document) -> date:
    """The day a paper was signed; the earliest possible where it does not say."""
    found = document.field("signed_on")
    return found.value.value if found is not None and isinstance(found.value, Day) else date.min


def amount_of(row: Row, name: str) -> Decimal | None:
    """A number in a row, None where it is absent or no number."""
    found = row.field(name)
    return found.value.value if found is not None and isinstance(found.value, Amount) else None


def shares_of(rows: tuple[Row, ...]) -> tuple[Decimal | None, ...]:
    """Each row's percentage: as printed, else its amount over the sum of all amounts, where every row has one."""
    amounts = [amount_of(row, "amount") for row in rows]
    whole = None if None in amounts else sum(each for each in amounts if each is not None)
    return tuple(
        printed
        if (printed := amount_of(row, "share")) is not None
        else (amount / whole * WHOLE if whole and amount is not None else None)
        for row, amount in zip(rows, amounts, strict=True)
    )


def product(effective: Decimal | None, share: Decimal | None) -> Decimal | None:
    """The share of the applicant that a share of its holder comes to, in percent."""
    return None if effective is None or share is None else effective * share / WHOLE


def trace(documents: tuple[Document, ...], company: str) -> Holder:
    """The applicant with its holders, theirs, and so on as far as the papers go."""
    papers = Papers(documents)
    licence = papers.licence(company)
    articles = papers.articles(company)
    return Holder(
        name=company,
        kind="企业",
        number=papers.text(licence, "code"),
        share=WHOLE,
        effective=WHOLE,
        articles=articles,
        licence=licence,
        open="" if articles is not None else "缺少载有股东出资表的公司章程",
        holders=holders_above(papers, articles, WHOLE, (company,)),
    )


def holders_above(
    papers: Papers, articles: int | None, effective: Decimal | None, path: tuple[str, ...]
) -> tuple[Holder, ...]:
    """The holders that one company's articles name, each traced further."""
    if articles is None:
        return ()
    rows = [row for row in papers.rows(articles) if row.field("name") is not None]
    return tuple(
        holder(papers, row, share, product(effective, share), path)
        for row, share in zip(rows, shares_of(tuple(rows)), strict=True)
    )


def holder(
    papers: Papers, row: Row, share: Decimal | None, effective: Decimal | None, path: tuple[str, ...]
) -> Holder:
    """One shareholder of a table, with those who hold it."""
    name = row.field("name")
    assert name is not None
    printed = row.field("number")
    licence = papers.licence(name.text)
    number = printed.text if printed is not None else papers.text(licence, "code")
    company_type = papers.text(licence, "type")
    kind = kind_by_licence(kind_by_name(name.text, number), company_type or "")
    card = papers.card_sort(name.text, number) if kind == "自然人" else None
    sign = foreign_sign(name.text, number, company_type, card)
    circular = any(same_companies(name.text, each) is True for each in path)
    articles = papers.articles(name.text) if kind in ("企业", "合伙企业") and not circular else None
    above = holders_above(papers, articles, effective, (*path, name.text))
    end = "" if above else end_of(kind, company_type or "")
    return Holder(
        name=name.text,
        kind=kind,
        number=number,
        share=share,
        amount=amount_of(row, "amount"),
        effective=effective,
        articles=articles,
        licence=licence,
        foreign=True if sign else (False if shown_domestic(number, company_type, card) else None),
        foreign_sign=sign,
        end=end,
        open="" if above or end else open_reason(kind, circular),
        evidence=tuple(field.evidence for field in row.fields),
        holders=above,
    )


def end_of(kind: HolderKind, company_type: str) -> str:
    """Why a branch needs nothing above this holder; empty where it does."""
    return "国家独资企业（国有资产）" if state_owned(company_type) else CHAIN_ENDS.get(kind, "")


def open_reason(kind: HolderKind, circular: bool) -> str:
    """Why a branch stops where it should go on."""
    if circular:
        return "循环持股"
    if kind == "合伙企业":
        return "缺少合伙协议（合伙人名单）"
    return "无法判断股东性质" if kind == "未知" else "缺少该股东的公司章程"
