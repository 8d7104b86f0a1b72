"""The months of social insurance: recent enough, without a gap, paid by the applicant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

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


class Months:
    """What one person's papers say of the months that count; numbers as `month_number` counts."""

    def __init__(self, case: Case, person: Person, company: str, states: States) -> None:
        own = [(row, paper) for paper in papers_of(case, person) for row in rows_of(paper, person)]
        self.states = states
        self.rows = [
            row for row, paper in own if paid_by(row, paper, company) and month_number(row.field("month")) is not None
        ]
        self.foreign = bool(own) and not any(paid_by(row, paper, company) for row, paper in own)
        self.paid = {_number(row) for row in self.rows if states.of(row) == "paid"}
        self.latest = max(self.paid, default=None)
        self.newest = max(self.rows, key=_number, default=None)

    @property
    def latest_text(self) -> str:
        """The latest paid month in words."""
        return NO_MONTH if self.latest is None else month_text(self.latest)

    def place(self) -> tuple[Evidence, ...]:
        """Where the latest paid month stands, and the state of the newest month where that is another."""
        latest = next((row for row in self.rows if _number(row) == self.latest), self.newest)
        cells = [None if latest is None else latest.field("month")]
        if self.newest is not None and self.newest is not latest:
            cells.append(self.newest.field("state"))
        return tuple(cell.evidence for cell in cells if cell is not None)


def _number(row: Row) -> int:
    return month_number(row.field("month")) or 0


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


@rule("SI-08")
def months_reach_far_enough(
    case: Case,
    *,
    si_grace_months: int,
    si_months_required: int,
    si_paid_states: tuple[str, ...],
    si_unpaid_states: tuple[str, ...],
    si_pending_states: tuple[str, ...],
) -> Iterator[Judgement]:
    """The latest paid month is recent enough, and the required months that end there are all paid by the applicant."""
    wanted = month_of(case.as_of) - 1
    least = wanted - si_grace_months

    def look(person: Person, months: Months) -> Iterator[Judgement]:
        named = values(
            name=person.name, latest=months.latest_text, wanted=month_text(least), months=si_months_required
        )
        if months.latest is None or months.latest < least:
            part = "none" if months.latest is None else ""
            yield _unclear_since(months, least, person) or Breach(values=named, evidence=months.place(), part=part)
        elif not set(range(months.latest - si_months_required + 1, months.latest + 1)) <= months.paid:
            yield Breach(values=named, evidence=months.place(), part="gap")
        elif months.latest < wanted:
            yield Note(reason="by_grace", values=named, evidence=months.place())

    yield from _of_each(case, States(si_paid_states, si_unpaid_states, si_pending_states), look)


def _unclear_since(months: Months, least: int, person: Person) -> Unknown | None:
    """A month recent enough whose state is a word that nobody has sorted."""
    for row in months.rows:
        state = row.field("state")
        if state is not None and _number(row) >= least and months.states.of(row) == "unknown":
            named = values(name=person.name, state=state.text)
            return Unknown(reason="unknown_state", values=named, evidence=(state.evidence,))
    return None


@rule("SI-09")
def rows_reach_what_the_header_claims(
    case: Case,
    *,
    si_grace_months: int,
    si_paid_states: tuple[str, ...],
    si_unpaid_states: tuple[str, ...],
    si_pending_states: tuple[str, ...],
) -> Iterator[Judgement]:
    """The detail rows, not only the period in the header, reach the month that counts."""
    least = month_of(case.as_of) - 1 - si_grace_months

    def look(person: Person, months: Months) -> Iterator[Judgement]:
        for paper in papers_of(case, person):
            claim = paper.field("claimed_through")
            claimed = month_number(claim)
            if claim is not None and claimed is not None and claimed >= least > (months.latest or 0):
                named = values(name=person.name, claimed=claim.text, latest=months.latest_text)
                yield Breach(values=named, evidence=(claim.evidence, *months.place()))

    yield from _of_each(case, States(si_paid_states, si_unpaid_states, si_pending_states), look)


@rule("SI-10")
def latest_month_is_paid(
    case: Case,
    *,
    si_grace_months: int,
    si_paid_states: tuple[str, ...],
    si_unpaid_states: tuple[str, ...],
    si_pending_states: tuple[str, ...],
) -> Iterator[Judgement]:
    """The state of the latest month is paid; a month not yet booked may wait while an earlier one is recent enough."""
    least = month_of(case.as_of) - 1 - si_grace_months
    states = States(si_paid_states, si_unpaid_states, si_pending_states)
    yield from _of_each(case, states, lambda person, months: _newest_state(person, months, least))


def _newest_state(person: Person, months: Months, least: int) -> Iterator[Judgement]:
    """What the state of the newest month says; several rows of one month (one an insurance) are all looked at."""
    newest_first = sorted(months.rows, key=_number, reverse=True)
    for row in takewhile(lambda row: _number(row) == _number(newest_first[0]), newest_first):
        state = row.field("state")
        if state is None:
            continue
        named = values(name=person.name, month=month_text(_number(row)), state=state.text)
        match months.states.of(row):
            case "unpaid":
                yield Breach(values=named, evidence=(state.evidence,))
            case "pending" if months.latest is not None and months.latest >= least:
                yield Note(reason="pending", values=named, evidence=(state.evidence,))
            case "pending":
                yield Breach(values=named, evidence=(state.evidence,))
            case "unknown":
                yield Unknown(reason="unknown_state", values=named, evidence=(state.evidence,))


@rule("SI-11")
def required_kinds_are_paid(
    case: Case,
    *,
    si_required_kinds: tuple[str, ...],
    si_paid_states: tuple[str, ...],
    si_unpaid_states: tuple[str, ...],
    si_pending_states: tuple[str, ...],
) -> Iterator[Judgement]:
    """In the latest paid month the required insurances are among those paid."""

    def look(person: Person, months: Months) -> Iterator[Judgement]:
        rows = [row for row in months.rows if _number(row) == months.latest and months.states.of(row) == "paid"]
        kinds = [kinds for row in rows if (kinds := row.field("kinds")) is not None]
        if rows and not kinds:
            yield Unknown(reason="no_kinds", values=values(name=person.name), evidence=months.place())
        lacking = [kind for kind in si_required_kinds if not any(kind in each.text for each in kinds)]
        if kinds and lacking:
            named = values(name=person.name, lacking="、".join(lacking))
            yield Breach(values=named, evidence=(kinds[0].evidence,))

    yield from _of_each(case, States(si_paid_states, si_unpaid_states, si_pending_states), look)


@rule("SI-12")
def latest_month_is_no_backpay(
    case: Case,
    *,
    si_backpay_words: tuple[str, ...],
    si_paid_states: tuple[str, ...],
    si_unpaid_states: tuple[str, ...],
    si_pending_states: tuple[str, ...],
) -> Iterator[Judgement]:
    """The latest paid month was paid in time, not afterwards."""

    def look(person: Person, months: Months) -> Iterator[Judgement]:
        for row in months.rows:
            marked = [cell for name in ("state", "note", "month") if (cell := row.field(name)) is not None]
            cell = next((each for each in marked if _is_marked(each, si_backpay_words)), None)
            if cell is not None and _number(row) == months.latest:
                named = values(name=person.name, month=months.latest_text, mark=cell.evidence.text or cell.text)
                yield Breach(values=named, evidence=(cell.evidence,))
                return

    yield from _of_each(case, States(si_paid_states, si_unpaid_states, si_pending_states), look)


def _is_marked(cell: Field, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words for text in (cell.text, cell.evidence.text))
