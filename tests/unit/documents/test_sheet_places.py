"""Values of a workbook say in which cell they stand."""

from __future__ import annotations

from pipeline.documents.sheet_places import with_sheet_places
from pipeline.model.document import Document, Field, Missing, Part, Reading, Row, Table
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.page import Page, SheetCell
from pipeline.model.values import Text

FILE = "papers/名册.xlsx"
CELLS = (SheetCell(bbox=Box(10, 10, 60, 30), name="名册!A2"), SheetCell(bbox=Box(60, 10, 110, 30), name="名册!B2"))
PAGE = Page(file=FILE, sha256="0" * 64, number=1, width=595, height=842, sheet_cells=CELLS)


def evidence(x: float, file: str = FILE, where: str | None = None) -> Evidence:
    return Evidence(file=file, page=1, bbox=Box(x, 12, x + 20, 24), where=where)


def document(file: str, *, a2: str | None = None, b2: str | None = None) -> Document:
    name = Field(name="name", value=Text(value="张虚构"), evidence=evidence(15, file, a2))
    number = Field(
        name="number",
        value=Text(value="1"),
        evidence=evidence(70, file, b2),
        readings=(Reading(value=Text(value="2"), evidence=evidence(15, file, a2)),),
    )
    return Document(
        kind="other",
        title="名册",
        parts=(Part(file=file, sha256="0" * 64, first=1, last=1),),
        fields=(number,),
        tables=(Table(name="people", rows=(Row(fields=(name, number)),)),),
        missing=(
            Missing(name="day", reason="未找到", nearest=evidence(70, file, b2)),
            Missing(name="note", reason="未找到"),
        ),
    )


def test_evidence_on_the_page_of_a_workbook_names_its_cell_and_no_other_does() -> None:
    read = with_sheet_places((document(FILE), document("papers/a.pdf")), (PAGE,))
    assert read == (document(FILE, a2="名册!A2", b2="名册!B2"), document("papers/a.pdf"))


def test_a_place_outside_every_cell_has_no_name() -> None:
    (read,) = with_sheet_places((document(FILE),), (PAGE.model_copy(update={"sheet_cells": CELLS[1:]}),))
    assert read == document(FILE, b2="名册!B2")
