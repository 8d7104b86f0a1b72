"""填表清单: what to type into the portal, in its order, and what a person must fill in, look at or sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from pipeline.model.case import Case
from pipeline.model.evidence import Evidence
from pipeline.profile.form import ANSWERS, Form, FormField, FormPart
from pipeline.profile.profile import Profile
from pipeline.profile.records import Question
from pipeline.reports.typed import Source, count, shaped
from pipeline.rules.trust import Least

State = Literal["type", "look", "ask", "hand"]
"""Type it; look at the paper first; nobody has said it; a person signs or ticks it."""
STATES: dict[State, str] = {"type": "可填写", "look": "请核对", "ask": "请填写", "hand": "人工办理"}
GROUPS = {"people": "人员", "shareholders": "股东", "rooms": "机房", "access": "接入协议"}
CLIENT_PATHS = {
    "contact.": "请写在 client.yaml 的 contact 下",
    "service_phone": "请写在 client.yaml 的 service_phone",
}
IN_PEOPLE = "请写在 client.yaml 的 people 下，或按实填写"
ONLY_IN_CLIENT = frozenset({"phone", "email", "post", "roles"})
"""Facts of people that no identity paper states."""
WRONG_SHAPE = "读数为“{value}”，不能换算，请核对后填写"


class Entry(NamedTuple):
    """One field to fill: `place` is None where nothing is stated."""

    title: str
    value: str
    unit: str
    state: State
    paper: str
    place: Evidence | None
    said: str
    unverified: bool
    """Whether the field's own name and place in the portal are 待核."""


class Section(NamedTuple):
    """A part of the form, one a member of its group; `lacking` says why it has no entries."""

    title: str
    entries: tuple[Entry, ...]
    lacking: str = ""


def sections(case: Case, profile: Profile, form: Form, least: Least) -> tuple[Section, ...]:
    """Every part of the form with its values, in the portal's order."""
    source = Source(case, profile, least)
    questions = {each.id: each for each in profile.questions}
    return tuple(
        section for part in form.parts for section in _sections(part, case, _Filling(source, questions, profile))
    )


class _Filling(NamedTuple):
    """What fields are filled from."""

    source: Source
    questions: dict[str, Question]
    profile: Profile


def _sections(part: FormPart, case: Case, filling: _Filling) -> Iterator[Section]:
    if part.each is None:
        yield Section(part.title, tuple(_entry(field, field.facts, filling) for field in part.fields))
        return
    members = _members(part, case)
    if not members:
        whom = (
            f"没有人担任{part.role}，请写在 client.yaml 的 people 下"
            if part.role
            else f"材料中没有{GROUPS[part.each]}"
        )
        yield Section(part.title, (), whom)
    for place, index in enumerate(members, 1):
        number = f" {place}" if len(members) > 1 else ""
        entries = tuple(
            _entry(field, tuple(f"{part.each}[{index}].{name}" for name in field.facts), filling)
            for field in part.fields
        )
        yield Section(f"{part.title}{number}", entries)


def _members(part: FormPart, case: Case) -> tuple[int, ...]:
    """Which members of the group are listed: of people the staff only."""
    if part.each == "people":
        return tuple(
            index
            for index, person in enumerate(case.people)
            if (part.role in person.roles if part.role else person.staff)
        )
    return tuple(range(count(case, part.each))) if part.each else ()


def _entry(field: FormField, names: tuple[str, ...], filling: _Filling) -> Entry:
    told = filling.source.find(names)
    if field.hand is not None:
        return _blank(field, "hand", field.hand)
    if told is None:
        return _blank(field, "ask", field.ask or _asked(names, filling))
    value = shaped(told.value, field.shape, _columns(names, filling))
    if not value:
        return _blank(field, "ask", WRONG_SHAPE.format(value=told.value))
    return Entry(
        title=field.title,
        value=value,
        unit=field.unit or "",
        state="look" if told.doubt else "type",
        paper=told.paper,
        place=told.place,
        said=told.doubt,
        unverified=field.status is not None,
    )


def _columns(names: tuple[str, ...], filling: _Filling) -> tuple[str, ...]:
    question = filling.questions.get(names[0].removeprefix(ANSWERS)) if names[0].startswith(ANSWERS) else None
    return question.columns if question is not None else ()


def _blank(field: FormField, state: State, said: str) -> Entry:
    return Entry(field.title, "", field.unit or "", state, "", None, said, field.status is not None)


def _asked(names: tuple[str, ...], filling: _Filling) -> str:
    """Where a value that nobody has stated comes from: a question of the profile, client.yaml or a paper."""
    name = names[-1]
    question = filling.questions.get(name.removeprefix(ANSWERS)) if name.startswith(ANSWERS) else None
    if question is not None:
        return f"{question.text}（答在 client.yaml 的 answers：{question.id}）"
    for start, told in CLIENT_PATHS.items():
        if name.startswith(start):
            return told
    if name.startswith("people[") and name.rpartition(".")[2] in ONLY_IN_CLIENT:
        return IN_PEOPLE
    return "材料中没有读到，请对照原件填写"


def told_by(entry: Entry) -> str:
    """The source of an entry in words: kind of paper and file, or the place in client.yaml."""
    if entry.place is None:
        return ""
    where = entry.place.where or ""
    file = entry.place.file
    return (
        f"{file} {where}".strip() if entry.paper == file else f"{entry.paper}（{file}{' ' + where if where else ''}）"
    )
