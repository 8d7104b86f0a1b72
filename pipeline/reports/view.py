"""What report.html shows, gathered in the order in which a case handler works through it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Finding, Result
from pipeline.model.outcome import Outcome
from pipeline.profile.profile import Profile
from pipeline.profile.questions import open_questions
from pipeline.profile.records import Question
from pipeline.profile.settings import Force, Settings

Picture = Callable[[Evidence], str | None]
"""The picture of a place as a data URI, None where there is none."""

SEVERITIES = ("blocker", "warning", "info")


class Item(NamedTuple):
    """One thing to act on: the leading finding with its rule, and what was folded under it."""

    result: Result
    finding: Finding
    folded: tuple[tuple[Result, Finding], ...] = ()

    @property
    def severity(self) -> str:
        """The finding's severity."""
        return self.finding.severity


class Group(NamedTuple):
    """The items of one material, the gravest first."""

    number: str
    title: str
    items: tuple[Item, ...]


class Todo(NamedTuple):
    """One part of the work: who must act, and on what."""

    key: str
    title: str
    hint: str
    groups: tuple[Group, ...]

    @property
    def size(self) -> int:
        """How many items it has."""
        return sum(len(group.items) for group in self.groups)


class Slot(NamedTuple):
    """One upload slot with its papers."""

    number: str
    title: str
    papers: tuple[Document, ...]


class View(NamedTuple):
    """Everything on the page."""

    outcome: Outcome
    profile: Profile
    settings: tuple[Force, ...]
    todos: tuple[Todo, ...]
    decided: tuple[Item, ...]
    slots: tuple[Slot, ...]
    unplaced: tuple[Document, ...]
    questions: tuple[Question, ...]


def view_of(outcome: Outcome, profile: Profile, settings: Settings, items: tuple[Item, ...]) -> View:
    """The view of a run; `items` are the findings, folded."""
    open_items = [each for each in items if each.finding.waiver is None and each.finding.confirmed is None]
    return View(
        outcome=outcome,
        profile=profile,
        settings=tuple(settings),
        todos=todos_of(open_items, profile),
        decided=tuple(each for each in items if each.finding.waiver or each.finding.confirmed),
        slots=_slots(outcome, profile),
        unplaced=tuple(each for each in outcome.case.documents if each.material is None),
        questions=open_questions(profile, outcome.case.client),
    )


def todos_of(items: Iterable[Item], profile: Profile) -> tuple[Todo, ...]:
    """Apart: what the client must do, what a case handler must look at, what is advised, what is only said."""
    parts: dict[str, list[Item]] = {"client": [], "handler": [], "advice": [], "note": []}
    for item in items:
        parts[_part_of(item)].append(item)
    return (
        Todo("client", "须由客户补正", "不解决不能提交", _grouped(parts["client"], profile)),
        Todo("handler", "须由经办人核对", "程序无法确定，请对照图片核对后确认", _grouped(parts["handler"], profile)),
        Todo("advice", "建议处理", "不阻止提交，但常被退回", _grouped(parts["advice"], profile)),
        Todo("note", "提示", "供参考", _grouped(parts["note"], profile)),
    )


def _part_of(item: Item) -> str:
    outcome, severity = item.finding.outcome, item.finding.severity
    if outcome == "note" or severity == "info":
        return "note"
    if severity == "blocker":
        return "client" if outcome == "broken" else "handler"
    return "advice"


def _grouped(items: list[Item], profile: Profile) -> tuple[Group, ...]:
    order = [each.number for each in profile.materials]
    by_material: dict[str, list[Item]] = {}
    for item in items:
        number = item.result.materials[0] if len(item.result.materials) == 1 else _material_of(item, order)
        by_material.setdefault(number, []).append(item)
    ranked = sorted(by_material, key=lambda number: order.index(number) if number in order else len(order))
    return tuple(
        Group(
            number, profile.title_of(number) if number else "整个申请", tuple(sorted(by_material[number], key=_rank))
        )
        for number in ranked
    )


def _material_of(item: Item, order: list[str]) -> str:
    """A rule over several materials belongs to the application, unless it names one of the upload slots alone."""
    named = [number for number in item.result.materials if number in order]
    return named[0] if len(named) == 1 else ""


def _rank(item: Item) -> tuple[int, str]:
    return SEVERITIES.index(item.finding.severity), item.result.rule


def _slots(outcome: Outcome, profile: Profile) -> tuple[Slot, ...]:
    numbers = [
        number
        for material in profile.materials
        for number in (material.number, *(each.number for each in profile.annexes if each.parent == material.number))
    ]
    return tuple(
        Slot(number, profile.title_of(number), papers)
        for number in numbers
        if (papers := tuple(each for each in outcome.case.documents if each.material == number))
    )


def evidences(view: View) -> tuple[Evidence, ...]:
    """Every place on a page whose picture the report shows, each once."""
    found = [
        place
        for todo in view.todos
        for group in todo.groups
        for item in group.items
        for place in item.finding.evidence
    ]
    found += [place for item in view.decided for place in item.finding.evidence]
    for document in view.outcome.case.documents:
        found += [each.evidence for each in document.fields]
        found += [cell.evidence for table in document.tables for row in table.rows for cell in row.fields]
    return tuple(dict.fromkeys(each for each in found if each.bbox is not None and each.page is not None))
