"""The law in force on a day, from the profile's dated law files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import Field, ValidationError

from pipeline.errors import ProfileError
from pipeline.model.record import Record

NUMERALS = "一二三四五六七八九十"


class LawVersion(Record):
    """The articles by topic that count from a day on."""

    since: date = Field(alias="from")
    source: str
    topics: tuple[tuple[str, str], ...]
    status: str | None = None


class Law(Record):
    """A law with its versions, oldest first."""

    id: str
    title: str
    versions: tuple[LawVersion, ...] = Field(min_length=1)

    def on(self, day: date) -> LawVersion | None:
        """The version in force on a day, None before the first."""
        begun = [version for version in self.versions if version.since <= day]
        return max(begun, key=lambda version: version.since, default=None)


class ReportLimit(Record):
    """Who is told of what kind of event, and how fast."""

    since: date = Field(alias="from")
    event: str
    to: str
    limit: str
    source: str
    status: str | None = None


class LawBook(Record):
    """All laws and reporting limits of a profile."""

    laws: tuple[Law, ...] = ()
    reports: tuple[ReportLimit, ...] = ()

    def article(self, law: str, topic: str, day: date) -> str | None:
        """The article of a law on a topic in force on a day, e.g. `csl`, `real_name` → 第二十六条."""
        version = next((each.on(day) for each in self.laws if each.id == law), None)
        return None if version is None else dict(version.topics).get(topic)


def read_law(files: Iterable[tuple[str, Any]]) -> LawBook:
    """The law book of the profile's law files, given as plain content by file stem.

    Raises: ProfileError with every fault.
    """
    laws: list[Law] = []
    reports: list[ReportLimit] = []
    faults: list[str] = []
    for stem, content in files:
        for model, key, found in ((Law, "laws", laws), (ReportLimit, "reports", reports)):
            for index, entry in enumerate(_plain(content).get(key, ())):
                try:
                    found.append(model.model_validate(_paired(entry)))  # type: ignore[arg-type]
                except ValidationError as error:
                    places = ("/".join(str(part) for part in fault["loc"]) for fault in error.errors())
                    faults += [f"law/{stem}.yaml /{key}/{index}/{place}：内容不符合格式" for place in places]
    if faults:
        raise ProfileError(*faults)
    return LawBook(laws=tuple(laws), reports=tuple(reports))


def _plain(content: Any) -> Mapping[str, Any]:
    return content if isinstance(content, Mapping) else dict(content or ())


def _paired(entry: Any) -> dict[str, Any]:
    """The entry with its topics as pairs."""
    plain = dict(_plain(entry))
    versions = [dict(_plain(version)) for version in plain.get("versions", ())]
    for version in versions:
        version["topics"] = tuple(dict(_plain(version.get("topics", {}))).items())
    return plain | ({"versions": versions} if versions else {})


def law_variables(book: LawBook, day: date) -> dict[str, dict[str, str]]:
    """For templates: each law in force by id, with its title and its article of each topic."""
    return {law.id: {"title": law.title, **dict(version.topics)} for law, version in _in_force(book, day)}


def legal_basis(book: LawBook, day: date) -> tuple[dict[str, str], ...]:
    """For templates: the numbered list of laws in force, each with its order number where it has one."""
    known = list(_in_force(book, day))
    return tuple(
        {
            "numeral": chinese_numeral(index),
            "title": law.title,
            "order": dict(version.topics).get("order", ""),
            "end": "。" if index == len(known) else "；",
        }
        for index, (law, version) in enumerate(known, 1)
    )


def report_limits(book: LawBook, day: date) -> tuple[dict[str, str], ...]:
    """For templates: the reporting limits in force."""
    return tuple(
        {"event": each.event, "to": each.to, "limit": each.limit} for each in book.reports if each.since <= day
    )


def chinese_numeral(number: int) -> str:
    """一 … 九十九 for 1 … 99."""
    tens, ones = divmod(number, 10)
    before = "" if tens == 0 else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return before + (NUMERALS[ones - 1] if ones else "")


def _in_force(book: LawBook, day: date) -> Iterator[tuple[Law, LawVersion]]:
    for law in book.laws:
        version = law.on(day)
        if version is not None:
            yield law, version
