"""The months of social insurance: recent enough, without a gap, paid by the applicant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.model.case import Case, Person
from pipeline.model.document import Field, Row
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Unknown, values
from pipeline.rules.insurance import (
    States,
    counted,
    month_number,
    month_of,
    month_text,
    paid_by,
    papers_of,
    rows_of,
)
from pipeline.rules.papers import no_fact, no_paper, unread
from pipeline.rules.registry import rule

NO_MONTH = "—"
"""What stands for the latest month of somebody for whom no month is paid."""


class MonthRow(NamedTuple):
    """A row of the detail and its month, a number as `month_number` counts."""

    month: int
    row: Row


class Months:
    """What one person's papers say of the months that count."""

    def __init__(self, case: Case, person: Person, company: str, states: States) -> None:
        own = [(row, paper) for paper in papers_of(case, person) for row in rows_of(paper, person)]
        self.states = states
        self.rows = [
            MonthRow(month, row)
            for row, paper in own
            if paid_by(row, paper, company) and (month := month_number(row.field("month"))) is not None
        ]
        self.foreign = bool(own) and not any(paid_by(row, paper, company) for row, paper in own)
        self.paid = {month for month, row in self.rows if states.of(row) == "paid"}
        self.latest = max(self.paid, default=None)
        self.newest = max(self.rows, key=lambda each: each.month, default=None)

    @property
    def latest_text(self) -> str:
        """The latest paid month in words."""
        return NO_MONTH if self.latest is None else month_text(self.latest)

    def reach(self, month: int) -> bool:
        """Whether a month as late as this one is paid."""
        return self.latest is not None and self.latest >= month

    def place(self) -> tuple[Evidence, ...]:
        """Where the latest paid month stands, and the state of the newest month where that is another."""
        latest = next((each for each in self.rows if each.month == self.latest), self.newest)
        cells = [None if latest is None else latest.row.field("month")]
        if self.newest is not None and self.newest is not latest:
            cells.append(self.newest.row.field("state"))
        return tuple(cell.evidence for cell in cells if cell is not None)


Look = Callable[[Person, Months], Iterator[Judgement]]


def _of_each(case: Case, states: States, look: Look) -> Iterator[Judgement]:
    """What a look at the months of each counted person says, or why they cannot be told."""
    company = case.fact("company.name")
    people = counted(case)
    if not people or company is None:
        yield no_paper("social_insurance") if not people else no_fact("company.name")
        return
    for person in people:
        months = Months(case, person, company.text, states)
        if months.foreign:
            yield NotApplicable(reason="foreign_payer")
        elif not months.rows:
            yield unread(case.documents[person.insurance[0]], "months")
        else:
            yield from look(person, months)


def _wanted(case: Case) -> int:
    """The month before that of filing: the last one that can be paid and booked."""
    return month_of(case.as_of) - 1


@rule("SI-08")
def months_reach_far_enough(
    case: Case, *, si_grace_months: int, si_months_required: int, states: States
) -> Iterator[Judgement]:
    """The latest paid month is recent enough, and the required months that end there are all paid by the applicant."""
    wanted = _wanted(case)
    least = wanted - si_grace_months

    def look(person: Person, months: Months) -> Iterator[Judgement]:
        named = values(
            name=person.name, latest=months.latest_text, wanted=month_text(least), months=si_months_required
        )
        if months.latest is None or not months.reach(least):
            part = "none" if months.latest is None else ""
            yield _unclear_since(months, least, person) or Breach(values=named, evidence=months.place(), part=part)
        elif not months.paid.issuperset(range(months.latest - si_months_required + 1, months.latest)):
            yield Breach(values=named, evidence=months.place(), part="gap")
        elif not months.reach(wanted):
            yield Note(reason="by_grace", values=named, evidence=months.place())

    yield from _of_each(case, states, look)


def _unclear_since(months: Months, least: int, person: Person) -> Unknown | None:
    """A month recent enough whose state is a word that nobody has sorted."""
    for month, row in months.rows:
        state = row.field("state")
        if state is not None and month >= least and months.states.of(row) == "unknown":
            named = values(name=person.name, state=state.text)
            return Unknown(reason="unknown_state", values=named, evidence=(state.evidence,))
    return None


@rule("SI-09")
def rows_reach_what_the_header_claims(case: Case, *, si_grace_months: int, states: States) -> Iterator[Judgement]:
    """The detail rows, not only the period in the header, reach the month that counts."""
    least = _wanted(case) - si_grace_months

    def look(person: Person, months: Months) -> Iterator[Judgement]:
        for paper in papers_of(case, person):
            claim = paper.field("claimed_through")
            claimed = month_number(claim)
            if claim is not None and claimed is not None and claimed >= least and not months.reach(least):
                named = values(name=person.name, claimed=claim.text, latest=months.latest_text)
                yield Breach(values=named, evidence=(claim.evidence, *months.place()))

    yield from _of_each(case, states, look)


@rule("SI-10")
def latest_month_is_paid(case: Case, *, si_grace_months: int, states: States) -> Iterator[Judgement]:
    """The state of the latest month is paid; a month not yet booked may wait while an earlier one is recent enough."""
    least = _wanted(case) - si_grace_months
    yield from _of_each(case, states, lambda person, months: _newest_state(person, months, least))


def _newest_state(person: Person, months: Months, least: int) -> Iterator[Judgement]:
    """What the state of the newest month says; several rows of one month (one an insurance) are all looked at."""
    for month, row in months.rows:
        state = row.field("state")
        if state is None or months.newest is None or month != months.newest.month:
            continue
        named = values(name=person.name, month=month_text(month), state=state.text)
        match months.states.of(row):
            case "unpaid":
                yield Breach(values=named, evidence=(state.evidence,))
            case "pending" if months.reach(least):
                yield Note(reason="pending", values=named, evidence=(state.evidence,))
            case "pending":
                yield Breach(values=named, evidence=(state.evidence,))
            case "unknown":
                yield Unknown(reason="unknown_state", values=named, evidence=(state.evidence,))


@rule("SI-11")
def required_kinds_are_paid(case: Case, *, si_required_kinds: tuple[str, ...], states: States) -> Iterator[Judgement]:
    """In the latest paid month the required insurances are among those paid."""

    def look(person: Person, months: Months) -> Iterator[Judgement]:
        rows = [row for month, row in months.rows if month == months.latest and months.states.of(row) == "paid"]
        kinds = [kinds for row in rows if (kinds := row.field("kinds")) is not None]
        if rows and not kinds:
            yield Unknown(reason="no_kinds", values=values(name=person.name), evidence=months.place())
        lacking = [kind for kind in si_required_kinds if not any(kind in each.text for each in kinds)]
        if kinds and lacking:
            named = values(name=person.name, lacking="、".join(lacking))
            yield Breach(values=named, evidence=(kinds[0].evidence,))

    yield from _of_each(case, states, look)


@rule("SI-12")
def latest_month_is_no_backpay(
    case: Case, *, si_backpay_words: tuple[str, ...], states: States
) -> Iterator[Judgement]:
    """The latest paid month was paid in time, not afterwards."""

    def look(person: Person, months: Months) -> Iterator[Judgement]:
        for month, row in months.rows:
            marked = [cell for name in ("state", "note", "month") if (cell := row.field(name)) is not None]
            cell = next((each for each in marked if _is_marked(each, si_backpay_words)), None)
            if cell is not None and month == months.latest:
                named = values(name=person.name, month=months.latest_text, mark=cell.evidence.text or cell.text)
                yield Breach(values=named, evidence=(cell.evidence,))
                return

    yield from _of_each(case, states, look)


def _is_marked(cell: Field, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words for text in (cell.text, cell.evidence.text))
