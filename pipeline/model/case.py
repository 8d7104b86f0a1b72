"""The case: one client's documents, people and facts, as rules and drafts see them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.equity import Holder
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact, Ledger
from pipeline.model.intake import Inventory
from pipeline.model.record import Record

FilingReason = Literal["made", "stale", "code", "runs_out", "month"]
"""Why a paper bounds filing: made on that day, too old after it, code or term over, month paid too long ago."""


class Person(Record):
    """A person joined from cards, insurance, qualifications and client.yaml; indexes point into `Case.documents`."""

    name: str
    number: str | None = None
    roles: tuple[str, ...] = ()
    entry: int | None = None
    """Index into client.yaml's `people`, None for people known from papers alone."""
    cards: tuple[int, ...] = ()
    insurance: tuple[int, ...] = ()
    qualifications: tuple[int, ...] = ()
    staff: bool = False
    """Whether the person is put forward as staff (05): in client.yaml's people, or with insurance in the papers."""


class Premises(Record):
    """A machine room or office: indexes of the lease, title, consent and fire papers that belong to it."""

    use: str
    lease: int | None = None
    titles: tuple[int, ...] = ()
    consents: tuple[int, ...] = ()
    fire: tuple[int, ...] = ()


class Timeline(Record):
    """The authority's clock for a filing day; `estimated` where a year's holidays are not yet published."""

    submit_on: date
    accept_by: date
    decide_by: date
    deliver_by: date
    decide_by_from_acceptance: date
    decide_by_from_receipt: date
    estimated: bool


Sharing = Literal["month", "code", "page", "answers"]


class Shared(Record):
    """What another client of the agency has, too; whose it is there, nobody is told.

    `month`: `of` is a person who is counted in `detail` (YYYY-MM) there, too; `code` and `page`: `of` is the kind of
    a paper whose verification code, or whose page, lies there, too; `answers`: `ratio` (0…1) of the words of the
    client's own answers are those of one other client, `of` is the question answered most alike.
    """

    sort: Sharing
    of: str
    detail: str = ""
    ratio: Decimal | None = None
    evidence: tuple[Evidence, ...] = ()


class FilingLimit(Record):
    """A day that bounds filing, the reason, and the paper and field that set it; `document` points into `Case.documents`."""

    day: date
    reason: FilingReason
    document: int
    field: str
    evidence: Evidence


class FilingWindow(Record):
    """The first and the last day on which the papers as they are can safely be filed; None where no paper bounds them."""

    earliest: FilingLimit | None = None
    latest: FilingLimit | None = None


class Case(Record):
    """Everything known of one client before drafts are written."""

    client: Client
    as_of: date
    inventory: Inventory = Inventory()
    documents: tuple[Document, ...] = ()
    people: tuple[Person, ...] = ()
    premises: tuple[Premises, ...] = ()
    ledger: Ledger = Ledger()
    timeline: Timeline | None = None
    window: FilingWindow = FilingWindow()
    equity: Holder | None = None
    """The tree of holders, the applicant at its root; None where no articles state any."""
    shared: tuple[Shared, ...] | None = None
    """What other clients have, too; None where no index of them was given (a client built alone)."""

    def fact(self, name: str) -> Fact | None:
        """The fact named `name`, None where nothing states it."""
        return self.ledger.get(name)

    def in_role(self, role: str) -> Person | None:
        """The first person in a role of client.yaml, None where nobody holds it."""
        return next((each for each in self.people if role in each.roles), None)

    def of_kind(self, *kinds: str) -> tuple[Document, ...]:
        """The documents of these kinds that count, in order."""
        return tuple(each for each in self.documents if each.kind in kinds and each.status == "current")

    def in_material(self, material: str) -> tuple[Document, ...]:
        """The documents that count and are placed in a material (own slot or `also`)."""
        return tuple(
            each
            for each in self.documents
            if each.status == "current" and (each.material == material or material in each.also)
        )
