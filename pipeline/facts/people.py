"""People: cards, insurance rows, qualifications, the form's table and client.yaml joined to one person each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal, get_args

from pipeline.facts.compare import same_number, same_people
from pipeline.facts.holders import kind_by_name
from pipeline.facts.sources import current
from pipeline.model.case import Person
from pipeline.model.client import Client, Role
from pipeline.model.document import Document, Row
from pipeline.text.masks import is_masked

Source = Literal["entry", "card", "insurance", "qualification", "form"]
FULL_NUMBER = re.compile(r"\d{17}[\dX]")
SIDE_WORDS = re.compile(r"(?i)[正反]面|人像面|国徽面|正|反|front|back|[-_ ()（）]|[12ab]$")
"""What tells the two sides of one card apart in file names."""


@dataclass(frozen=True)
class Mention:
    """One place that names a person; `place` is the index of the document or of client.yaml's entry."""

    source: Source
    place: int
    name: str | None
    number: str | None
    roles: tuple[str, ...] = ()

    @property
    def full_number(self) -> str | None:
        """The number where all its characters are visible."""
        return self.number if self.number and FULL_NUMBER.fullmatch(self.number) else None


@dataclass
class Gathering:
    """The mentions found to be of one person so far."""

    mentions: list[Mention] = field(default_factory=list)

    def numbers(self) -> list[str]:
        """Every number seen, in order."""
        return [each.number for each in self.mentions if each.number]

    def has(self, source: Source) -> bool:
        """Whether a source of this sort names the person."""
        return any(each.source == source for each in self.mentions)

    def bears_name(self, name: str | None) -> bool:
        """Whether one of the mentions has this name for certain."""
        return name is not None and any(
            each.name is not None and same_people(each.name, name) is True for each in self.mentions
        )

    def bears_number(self, number: str) -> bool:
        """Whether one of the mentions has this full number."""
        return any(each.full_number == number for each in self.mentions)

    def contradicts(self, mention: Mention) -> bool:
        """Whether a number seen cannot be the mention's, on the visible characters."""
        return mention.number is not None and any(
            same_number(each, mention.number) is False for each in self.numbers()
        )


def join(documents: tuple[Document, ...], client: Client) -> tuple[Person, ...]:
    """Every person of the case: client.yaml's order, then the articles', then path order."""
    gatherings = gather(mentions_of(documents, client))
    backs = backs_of(documents)
    people = [person_of(each, backs) for each in gatherings]
    order = holder_names(documents)
    return tuple(sorted(people, key=lambda each: place_in_order(each, order)))


def mentions_of(documents: tuple[Document, ...], client: Client) -> list[Mention]:
    """Every mention, the surest identities first: cards, then insurance, the form, client.yaml, certificates."""
    found = [*cards(documents), *insured(documents), *form_rows(documents)]
    found += [
        Mention("entry", index, entry.name, tidy(entry.number), tuple(entry.roles))
        for index, entry in enumerate(client.people)
    ]
    return found + certificates(documents)


def tidy(number: str | None) -> str | None:
    """A number without spaces and in capitals, None where there is none."""
    return None if not number else re.sub(r"\s", "", number).upper()


def text_of(document: Document, name: str) -> str | None:
    """A field's outward string, None where it was not read."""
    found = document.field(name)
    return None if found is None else found.text


def cards(documents: tuple[Document, ...]) -> list[Mention]:
    """The fronts of identity cards; a back alone names nobody."""
    return [
        Mention("card", index, text_of(each, "name"), tidy(text_of(each, "number")))
        for index, each in current(documents, "id_card")
        if each.field("name") is not None or each.field("number") is not None
    ]


def insured(documents: tuple[Document, ...]) -> list[Mention]:
    """The people whom insurance papers list."""
    return [
        Mention("insurance", index, cell(row, "name"), tidy(cell(row, "number")))
        for index, each in current(documents, "social_insurance")
        for row in each.rows("people")
    ]


def form_rows(documents: tuple[Document, ...]) -> list[Mention]:
    """The people of the application form's table."""
    known = get_args(Role)
    return [
        Mention(
            "form",
            index,
            cell(row, "name"),
            tidy(cell(row, "number")),
            tuple(role for role in known if role in (cell(row, "role") or "")),
        )
        for index, each in current(documents, "application_form")
        for row in each.rows("people")
        if row.field("name") is not None
    ]


def certificates(documents: tuple[Document, ...]) -> list[Mention]:
    """The holders of qualifications; a certificate's own number is no person's."""
    return [
        Mention("qualification", index, holder, tidy(text_of(each, "holder_number")))
        for index, each in current(documents, "qualification")
        if (holder := text_of(each, "holder")) is not None
    ]


def cell(row: Row, name: str) -> str | None:
    """A cell's outward string, None where it is empty."""
    found = row.field(name)
    return None if found is None else found.text


def gather(mentions: list[Mention]) -> list[Gathering]:
    """Mentions joined by full number first, then by name where that is not ambiguous."""
    gatherings: list[Gathering] = []
    waiting: list[Mention] = []
    for mention in mentions:
        number = mention.full_number
        home = None if number is None else next((each for each in gatherings if each.bears_number(number)), None)
        if home is not None:
            home.mentions.append(mention)
        elif number is not None and (mention.source == "card" or not namesakes(gatherings, mention)):
            gatherings.append(Gathering([mention]))
        else:
            waiting.append(mention)
    for mention in waiting:
        place_by_name(gatherings, mention)
    return gatherings


def namesakes(gatherings: list[Gathering], mention: Mention) -> list[Gathering]:
    """The people found so far who bear the mention's name."""
    return [each for each in gatherings if each.bears_name(mention.name)]


def place_by_name(gatherings: list[Gathering], mention: Mention) -> None:
    """Join a mention to the one person of its name; two of one name and nothing to choose by makes a new person.

    A number that contradicts still joins where the name fits one person only and that person has no paper of this
    sort yet: the contradiction is for the rules to tell, it must not hide as two people.
    """
    same_name = namesakes(gatherings, mention)
    fitting = [each for each in same_name if not each.contradicts(mention)]
    if len(fitting) == 1:
        fitting[0].mentions.append(mention)
    elif not fitting and len(same_name) == 1 and not same_name[0].has(mention.source):
        same_name[0].mentions.append(mention)
    else:
        gatherings.append(Gathering([mention]))


def person_of(gathering: Gathering, backs: dict[int, int]) -> Person:
    """The record of one person; the card decides name and number, then the full numbers of other papers."""
    by_rank = sorted(
        gathering.mentions,
        key=lambda each: ("card", "insurance", "entry", "form", "qualification").index(each.source),
    )
    name = next((each.name for each in by_rank if each.name and not is_masked(each.name)), None)
    fronts = places(gathering, "card")
    entries = places(gathering, "entry")
    insurance = places(gathering, "insurance")
    return Person(
        name=name or next((each.name for each in by_rank if each.name), ""),
        number=next((each.full_number for each in by_rank if each.full_number), None),
        roles=tuple(dict.fromkeys(role for each in by_rank for role in each.roles)),
        entry=entries[0] if entries else None,
        cards=tuple(sorted({*fronts, *(back for back, front in backs.items() if front in fronts)})),
        insurance=insurance,
        qualifications=places(gathering, "qualification"),
        staff=bool(entries or insurance),
    )


def places(gathering: Gathering, source: Source) -> tuple[int, ...]:
    """The documents (or entries) of one sort that name the person, each once, in order."""
    return tuple(sorted({each.place for each in gathering.mentions if each.source == source}))


def holder_names(documents: tuple[Document, ...]) -> list[str]:
    """The natural shareholders in the order of the articles, then of the form."""
    return [
        name
        for kind in ("articles", "application_form")
        for _, each in current(documents, kind)
        for row in each.rows("shareholders")
        if (name := cell(row, "name")) is not None and kind_by_name(name) == "自然人"
    ]


def place_in_order(person: Person, order: list[str]) -> tuple[int, int]:
    """Where a person stands: client.yaml's entries, the articles' shareholders, then by the first paper."""
    if person.entry is not None:
        return 0, person.entry
    for index, name in enumerate(order):
        if same_people(name, person.name) is True:
            return 1, index
    papers = (*person.cards, *person.insurance, *person.qualifications)
    return 2, min(papers, default=0)


def backs_of(documents: tuple[Document, ...]) -> dict[int, int]:
    """Each card back in a paper of its own → the front it belongs to, where exactly one fits.

    Nearness is tried from the surest sign to the weakest; a sign that fits two fronts or two backs decides nothing.
    """
    every = current(documents, "id_card")
    fronts = {index: each for index, each in every if each.field("name") is not None or "front" in each.sides}
    backs = {index: each for index, each in every if index not in fronts}
    found: dict[int, int] = {}
    for near in (adjoining, same_stem, same_folder):
        free = {i: each for i, each in fronts.items() if "back" not in each.sides and i not in found.values()}
        loose = {i: each for i, each in backs.items() if i not in found}
        pairs = [(back, front) for back in loose for front in free if near(free[front], loose[back])]
        found |= {
            back: front
            for back, front in pairs
            if sum(back == pair[0] for pair in pairs) == 1 and sum(front == pair[1] for pair in pairs) == 1
        }
    return found


def adjoining(front: Document, back: Document) -> bool:
    """Whether the two sides are neighbouring pages of one file."""
    a, b = front.parts[-1], back.parts[0]
    return a.file == b.file and a.last is not None and b.first is not None and b.first - a.last in (0, 1)


def same_stem(front: Document, back: Document) -> bool:
    """Whether the two files lie together and are named alike but for the words of the side."""
    a, b = PurePosixPath(front.parts[0].file), PurePosixPath(back.parts[0].file)
    stem = SIDE_WORDS.sub("", a.stem)
    return a != b and a.parent == b.parent and bool(stem) and stem == SIDE_WORDS.sub("", b.stem)


def same_folder(front: Document, back: Document) -> bool:
    """Whether the two files lie in one folder."""
    return PurePosixPath(front.parts[0].file).parent == PurePosixPath(back.parts[0].file).parent
