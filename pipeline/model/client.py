"""client.yaml as records: what no paper says, and people's decisions."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import ConfigDict
from pydantic import Field as Setting

from pipeline.model.record import Record

Role = Literal["主要负责人", "技术负责人", "信息安全负责人", "安全联络员", "客服负责人", "经办人"]

NATIONWIDE = "全国"


def crosses_provinces(coverage: tuple[str, ...]) -> bool:
    """Whether the ministry decides: two or more provinces, or 全国."""
    return len(coverage) > 1 or coverage == (NATIONWIDE,)


class Written(Record):
    """A record that a person writes by hand: a bare number where words belong is taken as its digits."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class Contact(Written):
    """Who answers for the application."""

    name: str | None = None
    mobile: str | None = None
    email: str | None = None
    postal_address: str | None = None
    postcode: str | None = None


class PersonEntry(Written):
    """A person named in client.yaml with the roles the papers do not state."""

    name: str
    roles: tuple[Role, ...] = ()
    number: str | None = None
    phone: str | None = None
    email: str | None = None
    title: str | None = None


class FileEntry(Written):
    """Overrules recognition: these pages are this kind, for this material."""

    path: str | None = None
    paths: tuple[str, ...] = ()
    pages: str | None = None
    kind: str | None = None
    material: str | None = None


class Correction(Written):
    """A person's reading that beats the machine's while the machine still reads `was`."""

    document: str
    page: int | None = None
    field: str
    was: str | None = None
    value: str
    by: str
    on: date
    why: str


class Confirmation(Written):
    """A person looked where the machine was unsure; ends when the finding's id changes."""

    rule: str
    of: str
    saw: str
    by: str
    on: date


class Waiver(Written):
    """A fault accepted with open eyes until a day; without `of` the whole rule."""

    rule: str
    of: str | None = None
    until: date
    by: str
    why: str


class Client(Written):
    """One applicant. `folder_name` is the client's id; `sha256` that of client.yaml."""

    folder_name: str
    sha256: str = ""
    licence: str
    coverage: tuple[str, ...]
    short_name: str
    variant: Literal["without_site_access", "with_site_access"] = "without_site_access"
    submit_on: date | None = None
    foreign_route: Literal["domestic", "fdi_50", "pilot_2024", "cepa"] = "domestic"
    contact: Contact = Contact()
    service_phone: str | None = None
    people: tuple[PersonEntry, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    files: tuple[FileEntry, ...] = ()
    corrections: tuple[Correction, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    passwords: tuple[str, ...] = Setting(default=(), repr=False)
    profile: tuple[tuple[str, Any], ...] = ()
    """Overlay on the profile's settings: dotted path → value."""

    @property
    def nationwide(self) -> bool:
        """Whether the ministry decides: two or more provinces, or 全国."""
        return crosses_provinces(self.coverage)

    def answer(self, question: str) -> str | None:
        """The answer to one of the profile's questions, None where it is open."""
        return dict(self.answers).get(question)
