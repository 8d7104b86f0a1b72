"""Papers of set things as pages that an engine would have seen. All names and numbers are invented (虚构数据)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.model.page import Page
from pipeline.yamltext import read_yaml
from tests.specimens.things import Thing, set_down
from tests.unit.layout.builders import Drawing


def pages_of(path: Path) -> tuple[Page, ...]:
    """The pages that a golden paper describes; see `tests.specimens.things` for what they are made of."""
    content = read_yaml(path).content
    return pages(content["pages"], landscape=bool(content.get("landscape")))


def pages(papers: Sequence[Sequence[Thing]], *, landscape: bool = False) -> tuple[Page, ...]:
    """A4 pages, each a list of things."""
    size = (842.0, 595.0) if landscape else (595.0, 842.0)
    return tuple(_page(Drawing(*size, number=number), things) for number, things in enumerate(papers, 1))


def _page(drawing: Drawing, things: Sequence[Thing]) -> Page:
    set_down(drawing, things)
    return drawing.page()
