"""Registered capital and the contributions to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from pipeline.model.case import Case
from pipeline.model.document import Document, Field, Row
from pipeline.model.facts import Fact
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.model.values import Amount, decimal_digits
from pipeline.rules.papers import (
    Measured,
    amount_of,
    articles,
    dated,
    day_of,
    licence,
    measured,
    no_paper,
    of_licence,
    unread,
)
from pipeline.rules.registry import rule
from pipeline.rules.witnesses import authority, contradictions, unstated
from pipeline.text.days import add_months
from pipeline.text.money import TEN_THOUSAND
from pipeline.text.percent import sums_to_hundred

"""Contributions are printed in 万元; the tolerance of their sum is set in that unit."""
WHOLE = Decimal(100)


def _capital(case: Case) -> Field | Unknown:
    """The registered capital on the licence, or what is missing of it."""
    paper = licence(case)
    if paper is None:
        return no_paper("business_licence")
    return paper.field("capital") or unread(paper, "capital")


def _whole(case: Case) -> Measured | Unknown:
    """The registered capital with its amount, to which contributions are held; what is missing where it has none."""
    read = of_licence(case, "capital")
    if isinstance(read, Unknown):
        return read
    paper, _ = read
    capital = measured(paper, "capital")
    return capital if capital is not None and capital.amount else unread(paper, "capital")


@rule("EQ-01")
def capital_suffices(
    case: Case, *, capital_min_cny_provincial: int, capital_min_cny_cross: int
) -> Iterator[Judgement]:
    """Registered capital reaches the least for one province, or for several."""
    capital = _capital(case)
    least = capital_min_cny_cross if case.client.nationwide else capital_min_cny_provincial
    if isinstance(capital, Unknown):
        yield capital
    elif not isinstance(capital.value, Amount) or capital.value.unit != "CNY":
        yield Unknown(
            reason="foreign_currency", values=values(capital=_printed(capital)), evidence=(capital.evidence,)
        )
    elif capital.value.value < least:
        yield Breach(values=values(capital=capital.text, least=least), evidence=(capital.evidence,))


def _printed(field: Field) -> str:
    return field.evidence.text or field.text


@rule("EQ-02")
def capital_is_an_amount(case: Case) -> Iterator[Judgement]:
    """The printed capital is an amount in a known unit and currency."""
    paper, capital = licence(case), _capital(case)
    if isinstance(capital, Unknown):
        seen = (
            None if paper is None else next((each.nearest for each in paper.missing if each.name == "capital"), None)
        )
        if (
            capital.reason == "not_read"
            and seen is not None
            and any(sign in seen.text for sign in "元圆万0123456789")
        ):
            yield Breach(values=values(capital=seen.text), evidence=(seen,))
        else:
            yield capital
    elif not isinstance(capital.value, Amount):
        yield Breach(values=values(capital=capital.text), evidence=(capital.evidence,))


@rule("EQ-03")
def capital_is_in_yuan(case: Case) -> Iterator[Judgement]:
    """Registered capital is stated in yuan, not in a foreign currency."""
    capital = _capital(case)
    if isinstance(capital, Unknown):
        yield capital
    elif isinstance(capital.value, Amount) and capital.value.unit != "CNY":
        yield Breach(values=values(capital=_printed(capital)), evidence=(capital.evidence,))
    elif not isinstance(capital.value, Amount):
        yield Unknown(
            reason="unclear_currency", values=values(capital=_printed(capital)), evidence=(capital.evidence,)
        )


@rule("EQ-04")
def capital_is_the_same_everywhere(case: Case) -> Iterator[Judgement]:
    """Registered capital is the same on licence, articles and form."""
    capital = authority(case, "company.capital", "capital")
    if not isinstance(capital, Fact):
        yield capital
        return
    yield from contradictions(case, capital, ("articles", "application_form"))
    yield from unstated(case, [("articles", "03", "capital"), ("application_form", "12", "capital")])


def _table(case: Case) -> tuple[Document, tuple[Row, ...]] | Unknown:
    """The applicant's latest articles that hold a table of shareholders, or what is missing of it."""
    paper = articles(case)
    if paper is None:
        return no_paper("articles")
    rows = paper.rows("shareholders")
    return (paper, rows) if rows else unread(paper, "shareholders")


def _column(paper: Document, rows: tuple[Row, ...], name: str) -> list[Field] | Unknown:
    """A whole column; one cell that was not read leaves its sum undecided."""
    cells = [cell for row in rows if (cell := row.field(name)) is not None]
    return cells if len(_amounts(cells)) == len(rows) else unread(paper, name)


def _amounts(cells: list[Field]) -> list[Decimal]:
    return [number for cell in cells if (number := amount_of(cell)) is not None]


def _sum(cells: list[Field]) -> Decimal:
    return sum(_amounts(cells), Decimal(0))


def _of_other_currency(capital: Field, cells: Iterable[Field | None]) -> Unknown | None:
    """The first contribution in another currency than the capital: the two cannot be compared; None where all agree."""
    for cell in cells:
        if (
            cell is not None
            and isinstance(cell.value, Amount)
            and isinstance(capital.value, Amount)
            and cell.value.unit != capital.value.unit
        ):
            named = values(amount=_printed(cell), capital=_printed(capital))
            return Unknown(reason="other_currency", values=named, evidence=(cell.evidence, capital.evidence))
    return None


@rule("EQ-05")
def contributions_add_up_to_the_capital(case: Case, *, equity_amount_tolerance: Decimal) -> Iterator[Judgement]:
    """The subscribed contributions add up to the registered capital."""
    table, stated = _table(case), _whole(case)
    if isinstance(table, Unknown):
        yield table
        return
    if isinstance(stated, Unknown):
        yield stated
        return
    cells, (capital, whole) = _column(*table, "amount"), stated
    if isinstance(cells, Unknown):
        yield cells
    elif (other := _of_other_currency(capital, cells)) is not None:
        yield other
    elif abs(_sum(cells) - whole) > equity_amount_tolerance * TEN_THOUSAND:
        named = values(total=decimal_digits(_sum(cells)), capital=capital.text)
        yield Breach(values=named, evidence=(*(cell.evidence for cell in cells), capital.evidence))


@rule("EQ-06")
def shares_add_up_to_the_whole(case: Case, *, equity_share_tolerance: Decimal) -> Iterator[Judgement]:
    """The shares in the articles add up to 100 percent."""
    table = _table(case)
    if isinstance(table, Unknown):
        yield table
        return
    paper, rows = table
    if not _states_shares(paper, rows):
        yield NotApplicable(reason="no_shares_stated")
        return
    cells = _column(paper, rows, "share")
    if isinstance(cells, Unknown):
        yield cells
    elif not sums_to_hundred(_amounts(cells), equity_share_tolerance):
        yield Breach(
            values=values(total=decimal_digits(_sum(cells))), evidence=tuple(cell.evidence for cell in cells)
        )


def _states_shares(paper: Document, rows: tuple[Row, ...]) -> bool:
    """Whether the table has a column of shares at all, clear or not."""
    doubtful = any(each.name.rpartition(".")[2] == "share" for each in paper.missing)
    return doubtful or any(row.field("share") is not None for row in rows)


@rule("EQ-07")
def shares_fit_the_contributions(case: Case, *, equity_share_tolerance: Decimal) -> Iterator[Judgement]:
    """Each share is its contribution divided by the capital."""
    table, stated = _table(case), _whole(case)
    if isinstance(table, Unknown):
        yield table
        return
    if isinstance(stated, Unknown):
        yield stated
        return
    (paper, rows), (capital, whole) = table, stated
    if not _states_shares(paper, rows):
        yield NotApplicable(reason="no_shares_stated")
    elif (other := _of_other_currency(capital, (row.field("amount") for row in rows))) is not None:
        yield other
    else:
        for row in rows:
            yield from _misfit(paper, row, whole, equity_share_tolerance)


def _misfit(paper: Document, row: Row, whole: Decimal, tolerance: Decimal) -> Iterator[Judgement]:
    given, share = measured(row, "amount"), measured(row, "share")
    if given is None or share is None:
        yield unread(paper, "amount" if given is None else "share")
        return
    fair = given.amount / whole * WHOLE
    if abs(fair - share.amount) > tolerance:
        told = decimal_digits(round(fair, 2))
        named = values(holder=_name_in(row), amount=given.field.text, share=share.field.text, fair=told)
        yield Breach(values=named, evidence=(share.field.evidence, given.field.evidence))


@rule("EQ-16")
def contributions_are_due_in_time(
    case: Case,
    *,
    capital_paid_in_check: str,
    capital_pay_in_years: int,
    capital_pay_in_law_from: str,
    capital_transition_until: str,
) -> Iterator[Judgement]:
    """Contributions fall due within five years of founding; older companies have until the transition ends."""
    if capital_paid_in_check == "none":
        yield NotApplicable(reason="switched_off")
        return
    table, paper = _table(case), licence(case)
    if isinstance(table, Unknown) or paper is None:
        yield table if isinstance(table, Unknown) else no_paper("business_licence")
        return
    founded = day_of(paper.field("founded"))
    if founded is None:
        yield unread(paper, "founded")
        return
    is_old = founded < date.fromisoformat(capital_pay_in_law_from)
    counted_from = date.fromisoformat(capital_transition_until) if is_old else founded
    latest = add_months(counted_from, 12 * capital_pay_in_years)
    charter, rows = table
    for row in rows:
        due = dated(row, "due_on")
        if due is None:
            yield unread(charter, "due_on")
        elif due.day > latest:
            named = values(holder=_name_in(row), due=due.day, latest=latest)
            yield Breach(values=named, evidence=(due.field.evidence,))


def _name_in(row: Row) -> str:
    name = row.field("name")
    return "" if name is None else name.text
