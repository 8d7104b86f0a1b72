"""Whose network it is: licensed operators beside the basic ones, their branches, and the room's landlord."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.profile.records import Operators
from pipeline.rules.access import with_field
from pipeline.rules.coverage import provinces
from pipeline.rules.papers import unread
from pipeline.rules.parties import group_of, is_basic, parties
from pipeline.rules.registry import rule
from pipeline.rules.rooms import no_room, rooms
from pipeline.text.regions import province_of


@rule("AC-04")
def counterparty_is_usual(
    case: Case, *, operators: Operators, operators_groups: tuple[str, ...]
) -> Iterator[Judgement]:
    """The counterparty is not a licensed network operator beside the usual basic ones."""
    licensed = tuple(each.name for each in operators.others)
    for read in with_field(case, "operator"):
        if isinstance(read, Unknown):
            yield read
            continue
        names = parties(read[1].text)
        usual = any(is_basic(each, operators, operators_groups) for each in names)
        if not usual and any(is_basic(each, operators, licensed) for each in names):
            yield Breach(values=values(operator=read[1].text), evidence=(read[1].evidence,))


@rule("AC-14")
def branch_is_of_the_coverage(case: Case) -> Iterator[Judgement]:
    """The operator's branch is one of a province that is applied for."""
    applied = provinces(case.client.coverage)
    if "全国" in applied:
        yield NotApplicable(reason="nationwide")
        return
    for read in with_field(case, "operator"):
        if isinstance(read, Unknown):
            yield read
            continue
        places = [place for name in parties(read[1].text) if (place := province_of(name)) is not None]
        if places and not applied.intersection(places):
            named = values(operator=read[1].text, place="、".join(places), applied="、".join(sorted(applied)))
            yield Breach(values=named, evidence=(read[1].evidence,))


@rule("AC-19")
def room_and_access_are_of_one_operator(case: Case, *, operators: Operators) -> Iterator[Judgement]:
    """A room let by an operator is reached by that operator's circuit."""
    if not rooms(case):
        yield from no_room(case)
        return
    lessors = [lessor for room in rooms(case) if room.lease and (lessor := room.lease.field("lessor"))]
    of_operators = [lessor for lessor in lessors if group_of(lessor.text, operators) is not None]
    unknown = [
        unread(room.lease, "lessor") for room in rooms(case) if room.lease and room.lease.field("lessor") is None
    ]
    if not of_operators:
        yield from unknown or (NotApplicable(reason="not_operator_room"),)
        return
    for read in with_field(case, "operator"):
        if isinstance(read, Unknown):
            yield read
            continue
        group = group_of(read[1].text, operators)
        for lessor in of_operators:
            if group is not None and group != group_of(lessor.text, operators):
                named = values(operator=read[1].text, lessor=lessor.text)
                yield Breach(values=named, evidence=(lessor.evidence, read[1].evidence))
