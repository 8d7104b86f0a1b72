"""Papers that speak of what a kind holds and are none: they are taken for no kind at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.documents.recognise import best, judge
from pipeline.documents.registry import declarations
from pipeline.layout.sheet import Sheet
from tests.documents.drawn import pages_of

NEAR_MISSES = sorted((Path(__file__).parent / "near_misses").glob("*.paper.yaml"))


@pytest.mark.parametrize("path", NEAR_MISSES, ids=lambda path: path.name.removesuffix(".paper.yaml"))
def test_a_near_miss_is_taken_for_no_kind(path: Path) -> None:
    assert best(judge(Sheet.of(pages_of(path)[0]), declarations())) is None


def test_there_are_near_misses() -> None:
    assert NEAR_MISSES
