"""Rooms of a lease that lists them in a table, one a row: where they lie, how large they are, what they are for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from pipeline.documents.circuits import column_field
from pipeline.documents.declaration import Paper, parsers
from pipeline.documents.parsers import Parsed
from pipeline.layout.glyphs import Words
from pipeline.layout.tables import Column, read_tables
from pipeline.model.document import Field, Reading
from pipeline.model.values import Amount

COLUMNS = (
    Column("area", ("建筑面积", "租赁面积", "计租面积", "使用面积", "房屋面积", "面积")),
    Column("address", ("房屋坐落", "房屋地址", "坐落", "房屋位置", "地址", "位置")),
    Column("room", ("房号", "室号", "单元号", "房间号", "房屋编号", "楼层")),
    Column("use", ("房屋用途", "租赁用途", "用途")),
)

AREA = re.compile(r"约?[0-9][0-9,.]*(?:平方米|平米|㎡|m2|m²)?")
"""All that a cell of the area's column holds: in a form of labels and values side by side, a label stands there."""


def rooms(paper: Paper) -> list[Mapping[str, Words]]:
    """The rows of the tables that list rooms, every row with its area."""
    tables = read_tables(paper.sheets, COLUMNS, least=2, key="area")
    return [row for grid in tables if all(AREA.fullmatch(row["area"].fold) for row in grid.rows) for row in grid.rows]


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


def premises_of_rooms(paper: Paper, use: parsers.Parser) -> set[str]:
    """What the uses of the listed rooms say of the premises: 机房, 办公."""
    parsed: list[Parsed | None] = [use(row["use"].text) for row in rooms(paper) if "use" in row]
    return {each.value.value for each in parsed if each is not None and isinstance(each.value.value, str)}  # type: ignore[union-attr]
