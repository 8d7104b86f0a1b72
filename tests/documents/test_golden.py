"""Each golden paper is read as the truth beside it says, and nothing more is read than the truth says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.documents.paper import Paper
from pipeline.documents.reading import ReadPaper, read_paper
from pipeline.documents.recognise import best, judge
from pipeline.documents.registry import declarations
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Field
from pipeline.yamltext import read_yaml
from tests.documents.drawn import pages_of

GOLDEN = Path(__file__).parent / "golden"
PAPERS = sorted(GOLDEN.glob("*.paper.yaml"))
LISTS = ("kinds", "coverage")


def outward(field: Field) -> Any:
    return json.loads(field.text) if field.name in LISTS else field.text


def record_of(kind: str, read: ReadPaper) -> dict[str, Any]:
    """What was read in the shape of a truth file."""
    record: dict[str, Any] = {"kind": kind, "fields": {field.name: outward(field) for field in read.fields}}
    readings = {
        field.name: [_plain(each.value) for each in field.readings] for field in read.fields if field.readings
    }
    rows = {
        table.name: [{field.name: outward(field) for field in row.fields} for row in table.rows]
        for table in read.tables
        if table.rows
    }
    return record | ({"readings": readings} if readings else {}) | ({"rows": rows} if rows else {})


def _plain(value: Any) -> str:
    from pipeline.model.values import outward as plain

    return plain(value)


def read(path: Path) -> tuple[str, ReadPaper, Paper]:
    pages = pages_of(path)
    decided = best(judge(Sheet.of(pages[0]), declarations()))
    assert decided is not None, "no kind was recognised"
    paper = Paper.of(pages)
    return decided.kind.kind, read_paper(decided.kind, paper), paper


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name.removesuffix(".paper.yaml"))
def test_a_golden_paper_reads_as_its_truth_says(path: Path) -> None:
    truth = read_yaml(path.with_name(path.name.replace(".paper.", ".truth."))).content
    kind, found, _ = read(path)
    assert record_of(kind, found) == truth


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name.removesuffix(".paper.yaml"))
def test_every_value_of_a_golden_paper_has_its_place_and_every_gap_its_reason(path: Path) -> None:
    _, found, paper = read(path)
    sizes = {sheet.page.number: (sheet.page.width, sheet.page.height) for sheet in paper.sheets}
    cells = [field for table in found.tables for row in table.rows for field in row.fields]
    for field in (*found.fields, *cells):
        box, page = field.evidence.bbox, field.evidence.page
        assert box is not None
        assert page is not None
        assert 0 <= box.x0 < box.x1 <= sizes[page][0]
        assert 0 <= box.top < box.bottom <= sizes[page][1]
    assert all(gap.reason for gap in found.missing)


def test_no_truth_stands_without_its_paper() -> None:
    papers = {path.name.removesuffix(".paper.yaml") for path in PAPERS}
    truths = {path.name.removesuffix(".truth.yaml") for path in GOLDEN.glob("*.truth.yaml")}
    assert papers == truths
    assert papers
