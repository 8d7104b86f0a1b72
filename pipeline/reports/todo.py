"""What is to be done, kept apart by who must act, and grouped by material."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.findings import WORST_FIRST, Finding
from pipeline.profile.profile import Profile
from pipeline.rules.folding import MISSING_MATERIAL, Fold

Key = Literal["client", "handler", "advice", "note"]

WHOLE = "整个申请"
TITLES: dict[Key, tuple[str, str]] = {
    "client": ("须由客户补正", "不解决不能提交"),
    "handler": ("须由经办人核对", "程序不能确定，请对照图片或原件"),
    "advice": ("建议处理", "不阻止提交，但常被退回"),
    "note": ("提示", "供参考"),
}


class Group(NamedTuple):
    """The items of one material, the gravest first; `number` is empty for the application as a whole."""

    number: str
    title: str
    items: tuple[Fold, ...]


class Todo(NamedTuple):
    """One part of the work: who must act, and on what."""

    key: Key
    title: str
    hint: str
    groups: tuple[Group, ...]

    @property
    def size(self) -> int:
        """How many items it has."""
        return sum(len(group.items) for group in self.groups)

    @property
    def items(self) -> tuple[tuple[str, Fold], ...]:
        """Every item with its material's number."""
        return tuple((group.number, item) for group in self.groups for item in group.items)


def is_decided(item: Fold) -> bool:
    """Whether a person has waived or confirmed it."""
    return item.finding.waiver is not None or item.finding.confirmed is not None


def todos_of(items: Iterable[Fold], documents: tuple[Document, ...], profile: Profile) -> tuple[Todo, ...]:
    """Apart: what the client must do, what a case handler must look at, what is advised, what is only said."""
    parts: dict[Key, list[Fold]] = {key: [] for key in TITLES}
    for item in items:
        parts[_part_of(item.finding)].append(item)
    return tuple(
        Todo(key, title, hint, grouped(parts[key], documents, profile)) for key, (title, hint) in TITLES.items()
    )


def _part_of(finding: Finding) -> Key:
    if finding.outcome == "note" or finding.severity == "info":
        return "note"
    if finding.severity == "blocker":
        return "client" if finding.outcome == "broken" else "handler"
    return "advice"


def grouped(items: Iterable[Fold], documents: tuple[Document, ...], profile: Profile) -> tuple[Group, ...]:
    """The items by material, in upload order; what concerns no single material comes first."""
    order = ("", *numbers(profile))
    by_material: dict[str, list[Fold]] = {}
    for item in items:
        by_material.setdefault(_material_of(item, documents, profile), []).append(item)
    return tuple(
        Group(number, profile.title_of(number) if number else WHOLE, tuple(sorted(by_material[number], key=_rank)))
        for number in order
        if number in by_material
    )


def numbers(profile: Profile) -> list[str]:
    """The numbers of all materials, each followed by its annexes."""
    return [
        number
        for material in profile.materials
        for number in (material.number, *(each.number for each in profile.annexes if each.parent == material.number))
    ]


def _rank(item: Fold) -> tuple[int, str]:
    return WORST_FIRST.index(item.finding.severity), item.result.rule


def _material_of(item: Fold, documents: tuple[Document, ...], profile: Profile) -> str:
    """The missing material, the rule's only one, or that of the first paper on which the finding stands."""
    slots = profile.slots
    if item.result.rule == MISSING_MATERIAL:
        number = dict(item.finding.values).get("number", "")
        return number if number in slots else ""
    named = [number for number in item.result.materials if number in slots]
    if len(named) == 1:
        return named[0]
    first = next(
        (found for place in item.finding.evidence if (found := paper_at(place, documents)) is not None), None
    )
    return first.material if first is not None and first.material in slots else ""


def paper_at(place: Evidence, documents: tuple[Document, ...]) -> Document | None:
    """The paper on whose pages a place lies, one that counts before one that does not."""
    standing = [
        each for each in documents if any(_holds(part.file, part.first, part.last, place) for part in each.parts)
    ]
    return next((each for each in standing if each.status == "current"), standing[0] if standing else None)


def _holds(file: str, first: int | None, last: int | None, place: Evidence) -> bool:
    if file != place.file:
        return False
    return place.page is None or first is None or last is None or first <= place.page <= last
