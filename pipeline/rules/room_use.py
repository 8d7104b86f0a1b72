"""What the machine room is like: its lawful use, its size, the nodes of every province."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.model.case import Case
from pipeline.model.document import Field
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.coverage import provinces
from pipeline.rules.papers import Measured, client_place, measured, unread
from pipeline.rules.registry import rule
from pipeline.rules.rooms import Room, no_room, rooms
from pipeline.text.answers import rows_of
from pipeline.text.normal import squeeze
from pipeline.text.numerals import number_of

RACKS = re.compile(r"(?P<count>[0-9]{1,4}|[一二三四五六七八九十两]{1,3})(?:个|台|架|组)?(?:标准|42U|47U)*(?:机柜|机架)|(?:机柜|机架)[^0-9一二三四五六七八九十两]{0,4}(?P<number>[0-9]{1,4}|[一二三四五六七八九十两]{1,3})(?:个|台|架|组)")  # fmt: skip
EVERY_PROVINCE = "every_province"
"""Stands for the provinces where none is named; labels.yaml prints it."""


@rule("MR-13")
def use_is_not_residential(case: Case, *, room_uses_refused: tuple[str, ...]) -> Iterator[Judgement]:
    """The lawful use of the property, as title and lease print it, is not residential."""
    if not rooms(case):
        yield from no_room(case)
    for room in rooms(case):
        uses = [use for paper in (*room.titles, room.lease) if paper is not None and (use := paper.field("use"))]
        if not uses:
            yield unread(room.titles[0] if room.titles else room.opener, "use")
        for use in uses:
            if _is_refused(use, room_uses_refused):
                yield Breach(values=values(use=use.text), evidence=(use.evidence,))


def _is_refused(use: Field, refused: tuple[str, ...]) -> bool:
    """Whether a word of the list stands there, 非住宅 left aside."""
    return any(re.search(f"(?<!非){re.escape(word)}", squeeze(use.text)) for word in refused)


@rule("MR-15")
def every_province_has_a_node(case: Case) -> Iterator[Judgement]:
    """For several provinces a room or node is stated for each."""
    applied = provinces(case.client.coverage)
    if not case.client.nationwide:
        yield NotApplicable(reason="one_province")
        return
    answer, where = case.client.answer("province_rollout"), client_place("/answers/province_rollout")
    if answer is None:
        yield Unknown(reason="no_answer", values=values(question="province_rollout"), evidence=(where,))
        return
    told = provinces(tuple(cells[0] for cells in rows_of(answer) if len(cells) > 1 and cells[-1]))
    lacking = applied - told - {"全国"}
    if lacking or not told:
        named = values(provinces="、".join(sorted(lacking)) or EVERY_PROVINCE)
        yield Breach(values=named, evidence=(where,))


@rule("MR-20")
def room_holds_the_racks(case: Case, *, room_area_per_rack: str) -> Iterator[Judgement]:
    """The room is large enough for the racks that the plan speaks of."""
    if not rooms(case):
        yield from no_room(case)
        return
    answer, where = case.client.answer("room_facilities"), client_place("/answers/room_facilities")
    if answer is None:
        yield Unknown(reason="no_answer", values=values(question="room_facilities"), evidence=(where,))
        return
    racks = _racks(answer)
    if racks is None:
        yield NotApplicable(reason="no_racks")
        return
    known = [area for room in rooms(case) if (area := _area(room)) is not None]
    total = sum((area.amount for area in known), Decimal(0))
    needed = racks * Decimal(room_area_per_rack)
    if total >= needed:
        return
    if len(known) < len(rooms(case)):
        yield from (unread(room.opener, "area") for room in rooms(case) if _area(room) is None)
    else:
        named = values(racks=racks, area=total, needed=needed)
        yield Breach(values=named, evidence=(where, *(area.field.evidence for area in known)))


def _racks(answer: str) -> int | None:
    """How many racks the answer counts, None where it counts none."""
    counts = [number_of(found["count"] or found["number"]) for found in RACKS.finditer(_text(answer))]
    known = [count for count in counts if count]
    return max(known) if known else None


def _text(answer: str) -> str:
    return squeeze(";".join(" ".join(cells) for cells in rows_of(answer)))


def _area(room: Room) -> Measured | None:
    """The area that the lease states, else a title."""
    papers = [paper for paper in (room.lease, *room.titles) if paper is not None]
    return next((area for paper in papers if (area := measured(paper, "area")) is not None and area.amount), None)
