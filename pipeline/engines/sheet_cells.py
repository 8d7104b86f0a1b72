"""Where the cells of a workbook stand in the PDF that was drawn of it: told in the file itself, as its keywords."""

from __future__ import annotations

import json
from typing import Any

from pipeline.model.geometry import Box
from pipeline.model.page import SheetCell

CREATOR = "dossier workbook"  # of a PDF that was drawn of a workbook

Placed = tuple[int, float, float, float, float, str]
"""Page from 1, left, top, right and bottom in points, name of the cell."""


def sheet_cells(document: Any) -> dict[int, tuple[SheetCell, ...]]:
    """The cells by page (from 1) of an open PDF; none where it was not drawn of a workbook."""
    if document.get_metadata_value("Creator") != CREATOR:
        return {}
    pages: dict[int, tuple[SheetCell, ...]] = {}
    for page, *edges, name in json.loads(document.get_metadata_value("Keywords")):
        pages[page] = (*pages.get(page, ()), SheetCell(bbox=Box(*edges), name=name))
    return pages
