"""Whose months a social-insurance paper shows, and which of them are paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pipeline.model.case import Case, Person
from pipeline.model.document import Document, Field, Row
from pipeline.model.findings import Unknown, values
from pipeline.model.values import Month
from pipeline.rules.papers import UNSURE, shortened, unread
from pipeline.text.agreement import Agreement
from pipeline.text.codes import compare_numbers
from pipeline.text.names import compare_companies, same_person
from pipeline.text.normal import squeeze

MONTHS_A_YEAR = 12


class States(NamedTuple):
    """The words for paid, not paid, and not yet booked, called as the settings are."""

    si_paid_states: tuple[str, ...]
    si_unpaid_states: tuple[str, ...]
    si_pending_states: tuple[str, ...]

    def of(self, row: Row) -> str:
        """`paid`, `unpaid`, `pending` or `unknown`; a detail row without a state column is a payment."""
        state = row.field("state")
        if state is None:
            return "paid"
        text = squeeze(state.text)
        sorts = {"pending": self.si_pending_states, "unpaid": self.si_unpaid_states, "paid": self.si_paid_states}
        for name, words in sorts.items():
            if any(word in text for word in words):
                return name
        return "unknown"


def counted(case: Case) -> tuple[Person, ...]:
    """The people put forward as staff for whom insurance papers lie there."""
    return tuple(each for each in case.people if each.staff and each.insurance)


def papers_of(case: Case, person: Person) -> Iterator[Document]:
    """The insurance papers that show a person and count."""
    return (case.documents[index] for index in person.insurance if case.documents[index].status == "current")


def rows_of(paper: Document, person: Person) -> tuple[Row, ...]:
    """The month rows of one person in one paper; rows without a name are the only person's."""
    return tuple(row for row in paper.rows("months") if is_of(row, person))


def is_of(row: Row, person: Person) -> bool:
    """Whether a row is the person's: by number where both show one, else by name."""
    name, number = row.field("name"), row.field("number")
    if number is not None and person.number is not None:
        return compare_numbers(number.text, person.number) is not Agreement.DIFFERENT
    return name is None or same_person(name.text, person.name)


def count_of(year: int, month: int) -> int:
    """A month as months since year 0."""
    return year * MONTHS_A_YEAR + month - 1


def month_number(field: Field | None) -> int | None:
    """Months since year 0, so that months can be counted; None where there is no month."""
    if field is None or not isinstance(field.value, Month):
        return None
    return count_of(field.value.year, field.value.month)


def month_of(day: date) -> int:
    """The month of a day as `month_number` counts."""
    return count_of(day.year, day.month)


def month_text(number: int) -> str:
    """`YYYY-MM` of a month number."""
    return f"{number // MONTHS_A_YEAR:04d}-{number % MONTHS_A_YEAR + 1:02d}"


def paid_by(row: Row, paper: Document, company: str) -> bool:
    """Whether the applicant pays a row: its own payer, else the paper's; without either it cannot be held against it."""
    payer = row.field("payer") or paper.field("payer")
    return payer is None or compare_companies(payer.text, company) is Agreement.SAME


def insurance_papers(case: Case) -> tuple[Document, ...]:
    """The social-insurance papers that count."""
    return case.of_kind("social_insurance")


def cell_unread(paper: Document, table: str, index: int, name: str) -> Unknown:
    """A cell of a table that is empty, was not read or not clearly enough."""
    gap = next((each for each in paper.missing if each.name == f"{table}[{index}].{name}"), None)
    if gap is None or gap.nearest is None:
        return unread(paper, name)
    named = values(
        paper=paper.kind, field=name, read=shortened(gap.nearest.text), confidence=f"{gap.nearest.confidence:.2f}"
    )
    return Unknown(reason=UNSURE, values=named, evidence=(gap.nearest,))
