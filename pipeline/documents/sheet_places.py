"""Where a value of a spreadsheet stands: `Sheet1!B4`, beside the place on the page that was drawn of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.model.document import Document, Field, Missing, Row, Table
from pipeline.model.evidence import Evidence
from pipeline.model.page import Page, SheetCell

Cells = Mapping[tuple[str, int], tuple[SheetCell, ...]]


def with_sheet_places(documents: Iterable[Document], pages: Iterable[Page]) -> tuple[Document, ...]:
    """The documents, their evidence naming the cells of workbooks."""
    cells = {(page.file, page.number): page.sheet_cells for page in pages if page.sheet_cells}
    files = {file for file, _ in cells}
    return tuple(
        _placed(document, cells) if any(part.file in files for part in document.parts) else document
        for document in documents
    )


def _placed(document: Document, cells: Cells) -> Document:
    return document.model_copy(
        update={
            "fields": tuple(_field(field, cells) for field in document.fields),
            "tables": tuple(_table(table, cells) for table in document.tables),
            "missing": tuple(_missing(gap, cells) for gap in document.missing),
        }
    )


def _table(table: Table, cells: Cells) -> Table:
    rows = tuple(Row(fields=tuple(_field(field, cells) for field in row.fields)) for row in table.rows)
    return table.model_copy(update={"rows": rows})


def _field(field: Field, cells: Cells) -> Field:
    readings = tuple(each.model_copy(update={"evidence": _evidence(each.evidence, cells)}) for each in field.readings)
    return field.model_copy(update={"evidence": _evidence(field.evidence, cells), "readings": readings})


def _missing(gap: Missing, cells: Cells) -> Missing:
    return gap if gap.nearest is None else gap.model_copy(update={"nearest": _evidence(gap.nearest, cells)})


def _evidence(evidence: Evidence, cells: Cells) -> Evidence:
    if evidence.page is None or evidence.bbox is None:
        return evidence
    middle = evidence.bbox.middle
    on_page = cells.get((evidence.file, evidence.page), ())
    name = next((cell.name for cell in on_page if cell.bbox.contains(*middle)), None)
    return evidence if name is None else evidence.model_copy(update={"where": name})
