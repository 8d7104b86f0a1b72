"""Rooms of a lease that lists them in a table, one a row: where they lie, how large they are, what they are for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

from pipeline.documents.agreements import chosen
from pipeline.documents.circuits import column_field
from pipeline.documents.declaration import Paper, parsers
from pipeline.documents.premises import BOTH, use_of_premises, uses_in_clauses
from pipeline.documents.reading import make_field
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.layout.tables import Column, read_tables
from pipeline.model.document import Field, Reading
from pipeline.model.values import Amount, Text

COLUMNS = (
    Column("area", ("建筑面积", "租赁面积", "计租面积", "使用面积", "房屋面积", "面积")),
    Column("address", ("房屋坐落", "房屋地址", "坐落", "房屋位置", "地址", "位置")),
    Column("room", ("房号", "室号", "单元号", "房间号", "房屋编号", "楼层")),
    Column("use", ("房屋用途", "租赁用途", "用途")),
)

TOTAL_AREA = r"(?:合计|共计|总计|总面积)(?:建筑|租赁|使用)?(?:面积)?(?:为|是|约|共|:)*(?P<value>[0-9][0-9.,]*(?:平方米|平米|㎡|m2|m²))"
AREA = re.compile(r"约?[0-9][0-9,.]*(?:平方米|平米|㎡|m2|m²)?")
"""All that a cell of the area's column holds: in a form of labels and values side by side, a label stands there."""


def rooms(paper: Paper) -> list[Mapping[str, Words]]:
    """The rows of the tables that list rooms, every row with its area."""
    tables = read_tables(paper.sheets, COLUMNS, least=2, key="area")
    listed = [list(grid.rows) for grid in tables if all(AREA.fullmatch(row["area"].fold) for row in grid.rows)]
    return _without_total([row for rows in listed for row in _without_total(rows)])


def _without_total(rows: Sequence[Mapping[str, Words]]) -> list[Mapping[str, Words]]:
    """The rows without a last one that is the sum of the others: of several, or of one where it names no room."""
    if not rows:
        return []
    *others, last = rows
    read = [parsers.area(row["area"].text) for row in rows]
    figures = [each.value.value for each in read if each is not None and isinstance(each.value, Amount)]
    alone = set(last) == {"area"} or len(others) > 1
    is_sum = bool(others) and alone and len(figures) == len(rows) and sum(figures[:-1]) == figures[-1]
    return others if is_sum else [*rows]


def area_of(rows: list[Mapping[str, Words]]) -> Field | None:
    """The areas of all rooms added up, each kept as a reading; None where one of them was not read."""
    read = [(row["area"], parsers.area(row["area"].text)) for row in rows]
    amounts = [(words, parsed.value) for words, parsed in read if parsed and isinstance(parsed.value, Amount)]
    if not amounts or len(amounts) < len(rows):
        return None
    total = Amount(value=sum((value.value for _, value in amounts), start=Decimal(0)), unit="m2")
    readings = tuple(Reading(value=value, evidence=words.evidence()) for words, value in amounts)
    return Field(
        name="area",
        value=total,
        evidence=amounts[0][0].evidence(),
        readings=readings if len(amounts) > 1 else (),
    )


def fields_of_rooms(paper: Paper, place: parsers.Parser, use: parsers.Parser) -> tuple[Field, ...]:
    """Address, area and use as the table of rooms states them; nothing where the lease lists none."""
    rows = rooms(paper)
    if not rows:
        return ()
    found = (area_of(rows), column_field("address", rows, place), column_field("use", rows, use))
    return tuple(field for field in found if field is not None)


def premises_of_rooms(paper: Paper) -> set[str]:
    """What the uses of the listed rooms say of the premises: 机房, 办公."""
    parsed = [use_of_premises(row["use"].text) for row in rooms(paper) if "use" in row]
    return {each.value.value for each in parsed if each is not None and isinstance(each.value, Text)}


def rooms_listed(paper: Paper, fields: Mapping[str, Field], place: parsers.Parser) -> tuple[Field, ...]:
    """What a table of rooms and the clauses say of them all; rooms of both sorts make the lease one of both."""
    told = (*fields_of_rooms(paper, place, chosen), *total_area(paper, fields))
    premises = fields.get("premises")
    if premises is None or not isinstance(premises.value, Text):
        return told
    uses = premises_of_rooms(paper) | uses_in_clauses(paper)
    if BOTH in uses or len({*uses, premises.value.value} - {BOTH}) > 1:
        return (*told, premises.model_copy(update={"value": Text(value=BOTH)}))
    return told


def total_area(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """The area of all rooms together, where a clause adds up those that were read one by one."""
    area = fields.get("area")
    read = [] if area is None else [area.value, *(each.value for each in area.readings)]
    parts = {each.value for each in read if isinstance(each, Amount)}
    for match in search(paper.passages, TOTAL_AREA):
        words = match.words("value")
        total = None if words is None else parsers.area(words.text)
        if words is None or total is None or area is None or not isinstance(total.value, Amount):
            continue
        if _adds_up(parts - {total.value.value}, total.value.value):
            return (make_field("area", words, total).model_copy(update={"readings": area.readings}),)
    return ()


def _adds_up(parts: Set[Decimal], total: Decimal) -> bool:
    """Whether a total is the sum of its different parts, or several times the one size of equal parts."""
    if len(parts) == 1:
        (one,) = parts
        return one > 0 and total > one and total % one == 0
    return len(parts) > 1 and sum(parts) == total
