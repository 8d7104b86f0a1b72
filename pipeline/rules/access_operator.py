"""Whose network it is: licensed operators beside the basic ones, their branches, and the room's landlord."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.profile.records import Operators
from pipeline.rules.access import counterparties
from pipeline.rules.coverage import provinces
from pipeline.rules.papers import unread
from pipeline.rules.parties import group_of, parties, standing_of
from pipeline.rules.registry import rule
from pipeline.rules.rooms import no_room, rooms
from pipeline.text.regions import province_of


@rule("AC-04")
def counterparty_is_usual(
    case: Case, *, operators: Operators, operators_groups: tuple[str, ...]
) -> Iterator[Judgement]:
    """The counterparty is not a licensed network operator beside the usual basic ones."""
    for operator in counterparties(case):
        if isinstance(operator, Unknown):
            yield operator
        elif standing_of(operator.text, operators, operators_groups) == "licensed":
            yield Breach(values=values(operator=operator.text), evidence=(operator.evidence,))


@rule("AC-14")
def branch_is_of_the_coverage(case: Case) -> Iterator[Judgement]:
    """The operator's branch is one of a province that is applied for."""
    applied = provinces(case.client.coverage)
    if "全国" in applied:
        yield NotApplicable(reason="nationwide")
        return
    for operator in counterparties(case):
        if isinstance(operator, Unknown):
            yield operator
            continue
        places = [place for name in parties(operator.text) if (place := province_of(name)) is not None]
        if places and not applied.intersection(places):
            named = values(operator=operator.text, place="、".join(places), applied="、".join(sorted(applied)))
            yield Breach(values=named, evidence=(operator.evidence,))


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
    for operator in counterparties(case):
        if isinstance(operator, Unknown):
            yield operator
            continue
        group = group_of(operator.text, operators)
        for lessor in of_operators:
            if group is not None and group != group_of(lessor.text, operators):
                named = values(operator=operator.text, lessor=lessor.text)
                yield Breach(values=named, evidence=(lessor.evidence, operator.evidence))
