"""The fire document of the machine room: there, of an accepted sort, with a good conclusion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, Note, Severity, Unknown, values
from pipeline.profile.records import Operators
from pipeline.rules.papers import dated, no_paper, unread
from pipeline.rules.parties import let_by_operator
from pipeline.rules.registry import rule
from pipeline.rules.rooms import Room, no_room, room_values, rooms
from pipeline.text.floors import floors_in
from pipeline.text.normal import squeeze

RECORD = "备案凭证"


def fire_papers(case: Case) -> tuple[Document, ...]:
    """The fire documents of machine rooms, and those of which nobody knows where they belong."""
    of_offices = {index for each in case.premises if each.use == "办公" for index in each.fire}
    return tuple(
        paper
        for index, paper in enumerate(case.documents)
        if paper.kind == "fire_document" and paper.status == "current" and index not in of_offices
    )


@rule("MR-07")
def fire_document_is_there(
    case: Case, *, operators: Operators, operators_groups: tuple[str, ...], room_fire_operator_room: str
) -> Iterator[Judgement]:
    """Each machine room has a fire document."""
    if not rooms(case) and not fire_papers(case):
        yield Breach(values=values(room=""))
    for room in rooms(case):
        if room.fire:
            continue
        if not let_by_operator(room.lease, operators, operators_groups):
            yield Breach(values=room_values(room), evidence=(_place(room),))
        elif room_fire_operator_room == "none":
            yield Note(reason="operator_room", values=room_values(room), evidence=(_place(room),))
        else:
            severity = cast("Severity", room_fire_operator_room)
            yield Breach(values=room_values(room), evidence=(_place(room),), part="operator_room", severity=severity)


def _place(room: Room) -> Evidence:
    address = room.address()
    return room.opener.place("address") if address is None else address.evidence


@rule("MR-08")
def fire_document_is_accepted(
    case: Case, *, room_fire_accept: tuple[str, ...], room_fire_strict_seed: bool, room_fire_record_severity: str
) -> Iterator[Judgement]:
    """The fire document is an acceptance opinion; a record of filing counts as the profile says."""
    if not fire_papers(case):
        yield no_paper("fire_document")
    for paper in fire_papers(case):
        sort = paper.field("sort")
        if sort is None:
            yield unread(paper, "sort")
        elif sort.text not in room_fire_accept:
            yield Breach(values=values(sort=sort.text), evidence=(sort.evidence,), part="refused")
        elif sort.text == RECORD and room_fire_strict_seed:
            severity = cast("Severity", room_fire_record_severity)
            yield Breach(values=values(sort=sort.text), evidence=(sort.evidence,), severity=severity)


@rule("MR-10")
def conclusion_is_good(
    case: Case, *, room_fire_good_conclusions: tuple[str, ...], room_fire_bad_conclusions: tuple[str, ...]
) -> Iterator[Judgement]:
    """The fire document's conclusion is that the room passed, or was not drawn for inspection."""
    if not fire_papers(case):
        yield no_paper("fire_document")
    for paper in fire_papers(case):
        conclusion = paper.field("conclusion")
        if conclusion is None:
            yield unread(paper, "conclusion")
            continue
        text, named = squeeze(conclusion.text), values(conclusion=conclusion.text)
        if any(word in text for word in room_fire_bad_conclusions):
            yield Breach(values=named, evidence=(conclusion.evidence,))
        elif not any(word in text for word in room_fire_good_conclusions):
            yield Unknown(reason="unclear_conclusion", values=named, evidence=(conclusion.evidence,))


@rule("MR-09")
def issuer_fits_the_date(
    case: Case,
    *,
    room_fire_police_words: tuple[str, ...],
    room_fire_housing_words: tuple[str, ...],
    room_fire_police_until: str,
    room_fire_housing_from: str,
) -> Iterator[Judgement]:
    """The fire document was issued by the authority that was in charge on its day."""
    if not fire_papers(case):
        yield no_paper("fire_document")
    for paper in fire_papers(case):
        issuer, issued = paper.field("issuer"), dated(paper, "issued_on")
        if issuer is None:
            yield unread(paper, "issuer")
        elif issued is None:
            yield unread(paper, "issued_on")
        else:
            name, named = squeeze(issuer.text), values(issuer=issuer.text, issued_on=issued.day)
            evidence = (issuer.evidence, issued.field.evidence)
            if any(word in name for word in room_fire_housing_words):
                if issued.day < date.fromisoformat(room_fire_housing_from):
                    yield Breach(values=named, evidence=evidence, part="housing")
            elif any(word in name for word in room_fire_police_words):
                if issued.day > date.fromisoformat(room_fire_police_until):
                    yield Breach(values=named, evidence=evidence)
            else:
                yield Unknown(reason="unclear_issuer", values=named, evidence=evidence)


@rule("MR-12")
def fire_document_covers_the_floor(case: Case) -> Iterator[Judgement]:
    """The floors that the fire document names, if it names any, include that of the room."""
    if not rooms(case):
        yield from no_room(case)
    for room in rooms(case):
        for paper in room.fire:
            yield from _covers(paper, room)


def _covers(paper: Document, room: Room) -> Iterator[Judgement]:
    fields = [field for name in ("project", "address") if (field := paper.field(name)) is not None]
    address = room.address()
    if not fields:
        yield unread(paper, "project")
        return
    covered = frozenset(floor for field in fields for floor in floors_in(field.text))
    if not covered:
        return
    if address is None:
        yield unread(room.opener, "address")
        return
    leased = floors_in(address.text)
    named = values(room=address.text, fire="、".join(field.text for field in fields))
    evidence = (*(field.evidence for field in fields), address.evidence)
    if not leased:
        yield Unknown(reason="no_floor", values=named, evidence=evidence)
    elif not leased <= covered:
        yield Breach(values=named, evidence=evidence)
