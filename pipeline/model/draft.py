"""What a draft is written from, and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from pipeline.model.client import crosses_provinces
from pipeline.model.equity import Holder
from pipeline.model.record import Record

PLAN, MEASURES = "07", "08"
"""The materials that are written: the business plan and the security measures."""
Variant = Literal["without_site_access", "with_site_access"]


def _pairs(given: Any) -> Any:
    return tuple(sorted(given.items())) if isinstance(given, Mapping) else given


Texts = Annotated[tuple[tuple[str, str], ...], BeforeValidator(_pairs)]
Days = Annotated[tuple[tuple[str, date], ...], BeforeValidator(_pairs)]


class DraftContext(Record):
    """Everything that a draft may say.

    `facts`: outward strings by the names of spec §4, and beside them what client.yaml says of the same things
    (`people[i].phone`, `people[i].email`, `service_phone`, `contact.name|mobile|email|postal_address|postcode`).
    Lists (`people[i].roles`, list answers) are JSON lists. `timeline`: days by name, of which `expected_decision`
    is read. `equity`: the tree of holders; without it the figure shows the shareholders of the facts.
    """

    facts: Texts
    coverage: tuple[str, ...]
    variant: Variant
    as_of: date
    timeline: Days = ()
    equity: Holder | None = None

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return dict(self.facts)

    def fact(self, name: str) -> str | None:
        """The outward string of a fact, None where nothing states it."""
        return self._by_name.get(name)

    def day(self, name: str) -> date | None:
        """A day of the timeline, None where it is not known."""
        return dict(self.timeline).get(name)

    def count(self, group: str) -> int:
        """How many members `group` has in the facts (`people` for `people[0]`, `people[1]` …)."""
        indices = (name[len(group) + 1 :].partition("]")[0] for name in self._by_name if name.startswith(f"{group}["))
        return max((int(index) + 1 for index in indices if index.isdecimal()), default=0)

    @property
    def cross_province(self) -> bool:
        """Whether the ministry decides: two provinces or more, or the whole country."""
        return crosses_provinces(self.coverage)


class OpenPoint(Record):
    """Something a draft still lacks: the question's id or the fact's name, the place, and the marked text."""

    question: str
    where: str
    text: str


class Section(Record):
    """A chapter of a draft: its heading, the page it starts on (1-based) and how many characters it has."""

    title: str
    page: int
    characters: int


class Stated(Record):
    """A value as the finished draft prints it, in the outward form of the fact named `field`."""

    field: str
    value: str
    page: int
    text: str


class Draft(Record):
    """A draft as written: DOCX for a person, PDF for the package.

    `code` stands in every footer and names the facts, template and law that went into it; `edited`: the DOCX is a
    person's, from the client's folder; `outdated`: it was edited from a draft of other facts than today's.
    """

    material: str
    title: str
    docx: Path
    pdf: Path
    code: str
    engine: str
    edited: bool = False
    outdated: bool = False
    pages: int
    page_texts: tuple[str, ...]
    open_points: tuple[OpenPoint, ...] = ()
    sections: tuple[Section, ...] = ()
    stated: tuple[Stated, ...] = ()

    @property
    def text(self) -> str:
        """The text of all pages."""
        return "\n".join(self.page_texts)
