"""Papers in layouts that no parser was written for are read right or not at all, and next to nothing is lost."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.engines.children import Workshop
from pipeline.reports import outward
from pipeline.store import Store
from tests.accuracy.reading import documents_of
from tests.specimens import accuracy
from tests.unseen import fifth, fourth, third
from tests.unseen.exhibits import FIRST, SECOND, Exhibit, files
from tests.unseen.fifth import FIFTH
from tests.unseen.fourth import FOURTH
from tests.unseen.third import THIRD

EXHIBITS = (*FIRST, *SECOND, *THIRD, *FOURTH, *FIFTH)
GAPS = (
    third.GAPS
    | fourth.GAPS
    | fifth.GAPS
    | {
        "insurance.hubei_months_across": {"months"},
        "insurance.tax_bureau": {"months"},
        "insurance.chongqing_employers": {"months", "verify_code"},
        "insurance.shandong_per_kind": {"months"},
        "insurance.shanghai_pension": {"months"},
        "second.hunan_intervals": {"months", "payer", "payer_code"},
        "second.charter_mixed_table": {"capital"},
        "licences.sole_trader": {"issuer", "founded"},
        "licences.stock_company": {"type"},
        "cards.watermarked": {"birth", "address"},
        "forms.form_with_side_labels": {"company", "legal_representative"},
        "second.list_by_kind": {"people", "months"},
    }
)
"""What is not read yet, by drawing: each of these may be missing, none may be wrong."""


WRONG = (
    third.WRONG
    | fourth.WRONG
    | {
        "insurance.chongqing_employers-small": "a digit of the verification code is lost in the photograph",
    }
)
"""What is read wrong today: known faults, not to be forgotten."""


def _name(exhibit: Exhibit) -> str:
    return f"{exhibit.name}-{exhibit.surface}"


def _marks(exhibit: Exhibit) -> tuple[pytest.MarkDecorator, ...]:
    slow = () if exhibit.surface == "digital" else (pytest.mark.deep,)
    wrong = WRONG.get(_name(exhibit))
    return slow if wrong is None else (*slow, pytest.mark.xfail(reason=wrong, strict=True))


PARAMETERS = [pytest.param(each, id=_name(each), marks=_marks(each)) for each in EXHIBITS]


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    """One worker for all papers: to start one for each takes longer than to read it."""
    with Workshop(1) as shop:
        yield shop


@pytest.mark.parametrize("exhibit", PARAMETERS)
def test_an_unseen_paper_is_read_as_its_truth_says(exhibit: Exhibit, tmp_path: Path, shop: Workshop) -> None:
    paper, gaps = exhibit.draw(), GAPS.get(exhibit.name, set())
    read = [each for each in _read(exhibit, tmp_path, shop) if each["kind"] == paper.kind]
    for told in (paper.fields, *paper.rows.get("second", [])):
        found = max(read, key=lambda each: sum(_value(each, name) == _plain(value) for name, value in told.items()))
        for name, value in told.items():
            wanted = {_plain(value)} | ({""} if name in gaps else set())
            assert _value(found, name) in wanted, name
    rows = {name: each for name, each in paper.rows.items() if name not in gaps | {"second", "months"}}
    lost = {name: _lost(each, found["rows"].get(name, [])) for name, each in rows.items()}
    assert not any(lost.values()), lost
    told, got = (_months(each) for each in (paper.rows.get("months", []), _listed(found, "months")))
    assert (
        got == told
        if "months" not in gaps
        else all(row in told or (not row[2] and row in _unpaid(told)) for row in got)
    )


def _read(exhibit: Exhibit, folder: Path, shop: Workshop) -> list[dict[str, Any]]:
    for name, content in files(exhibit, zlib.crc32(exhibit.name.encode())):
        path = folder / "client" / "papers" / "资料" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return [outward.document(each) for each in documents_of(folder / "client", Store(folder / "store"), shop)]


def _plain(value: object) -> str:
    return "".join(str(accuracy._plain(value)).split()).rstrip("。")


def _value(document: dict[str, Any], name: str) -> str:
    field = document["fields"].get(name)
    return "" if field is None or field["readings"] else _plain(field["value"])


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    return {name: cell["value"] for name, cell in row.items() if isinstance(cell, dict)}


def _lost(told: list[dict[str, Any]], read: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows that were not read with every cell."""
    found = [_cells(row) for row in read]
    return [
        row
        for row in told
        if not any(
            all(_plain(cells.get(name, "")) == _plain(value) for name, value in row.items()) for cells in found
        )
    ]


def _listed(document: dict[str, Any], table: str) -> list[dict[str, Any]]:
    return [_cells(row) for row in document["rows"].get(table, [])]


def _unpaid(rows: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    return {(name, month, "") for name, month, _ in rows}


def _months(rows: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Who was paid for in which month by whom; a row an insurance or one for all is the same."""
    return {(_plain(row.get("name", "")), row["month"], _plain(row.get("payer", ""))) for row in rows}
