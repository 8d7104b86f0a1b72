"""The machine rooms of a case as rules see them; offices are no machine rooms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model.case import Case, Premises
from pipeline.model.document import Document, Field
from pipeline.model.findings import Judgement, NotApplicable, Unknown, values
from pipeline.rules.papers import no_paper, unread

ROOM_USES = frozenset({"机房", "两者"})
OFFICE_USES = frozenset({"办公", "两者"})
UNCLEAR_USE = "未知"


class Room(NamedTuple):
    """A machine room with its papers; without a lease it is the applicant's own."""

    lease: Document | None
    titles: tuple[Document, ...]
    consents: tuple[Document, ...]
    fire: tuple[Document, ...]

    @property
    def opener(self) -> Document:
        """The paper that stands for the room: the lease, else the title."""
        return self.titles[0] if self.lease is None else self.lease

    def address(self) -> Field | None:
        """Where the room is, as the lease says, else the title."""
        return self.opener.field("address")


def rooms(case: Case) -> tuple[Room, ...]:
    """The machine rooms."""
    return tuple(_room(case, each) for each in case.premises if each.use in ROOM_USES)


def _room(case: Case, place: Premises) -> Room:
    def papers(indexes: tuple[int, ...]) -> tuple[Document, ...]:
        return tuple(case.documents[index] for index in indexes)

    lease = None if place.lease is None else case.documents[place.lease]
    return Room(lease, papers(place.titles), papers(place.consents), papers(place.fire))


def unclear_premises(case: Case) -> Iterator[Unknown]:
    """Premises of which nobody can tell whether they are machine room or office."""
    for each in case.premises:
        if each.use == UNCLEAR_USE:
            paper = case.documents[each.lease if each.lease is not None else each.titles[0]]
            yield unread(paper, "premises")


def strange_titles(case: Case) -> tuple[Document, ...]:
    """Titles that belong to no lease and are not the applicant's: somebody else's property without a lease."""
    joined = {index for each in case.premises for index in each.titles}
    return tuple(
        paper
        for index, paper in enumerate(case.documents)
        if paper.kind == "property_title"
        and paper.status == "current"
        and paper.material == "10"
        and index not in joined
    )


def no_room(case: Case) -> tuple[Unknown, ...]:
    """What a rule that reads a room says where there is none."""
    unclear = tuple(unclear_premises(case))
    return unclear or (no_paper("room_lease"),)


def leases(case: Case) -> Iterator[Document | Judgement]:
    """The leases of the machine rooms, and what to say where there is none: the applicant's own room has no lease."""
    if not rooms(case):
        yield from no_room(case)
    for room in rooms(case):
        yield NotApplicable(reason="own_room") if room.lease is None else room.lease


def room_values(room: Room) -> tuple[tuple[str, str], ...]:
    """How a finding names a room."""
    address = room.address()
    return values(room="" if address is None else address.text)
