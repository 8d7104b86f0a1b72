"""What report.html shows, gathered in the order in which a case handler works through it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.model.document import Document, Table
from pipeline.model.draft import OpenPoint
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact
from pipeline.model.geometry import union
from pipeline.model.outcome import FileAccount, Outcome
from pipeline.profile.profile import Profile
from pipeline.profile.questions import open_questions
from pipeline.profile.records import Question
from pipeline.profile.settings import Force, Settings
from pipeline.reports import differences
from pipeline.reports.attention import Remark, remarks_of
from pipeline.reports.todo import Group, Todo, grouped, is_decided, numbers, todos_of
from pipeline.rules.folding import Fold
from pipeline.rules.registry import known_rules
from pipeline.rules.trust import Least, least_of

MOST_PLACES = 6
"""Pictures of one finding: more say nothing new, and findings.json has every place."""
MOST_TABLE_PAGES = 6
"""Pictures of one table: a list of insurance over a hundred pages stays in its file."""
ANSWERS = "answers."


class Ledger(NamedTuple):
    """The facts: those on which a witness disagrees, those on which none does, and what client.yaml answers."""

    disputed: tuple[Fact, ...]
    agreed: tuple[Fact, ...]
    answers: tuple[Fact, ...]


class Slot(NamedTuple):
    """One upload slot with its papers."""

    number: str
    title: str
    papers: tuple[Document, ...]


class Fate(NamedTuple):
    """What became of a file, and the papers that were found in it."""

    account: FileAccount
    papers: tuple[Document, ...]


class Open(NamedTuple):
    """A point that a draft still lacks."""

    draft: str
    point: OpenPoint


class View(NamedTuple):
    """Everything on the page."""

    outcome: Outcome
    profile: Profile
    settings: tuple[Force, ...]
    differences: tuple[differences.Told, ...]
    least: Least
    todos: tuple[Todo, ...]
    decided: tuple[Group, ...]
    remarks: tuple[Remark, ...]
    questions: tuple[Question, ...]
    open_points: tuple[Open, ...]
    ledger: Ledger
    slots: tuple[Slot, ...]
    unplaced: tuple[Document, ...]
    fates: tuple[Fate, ...]

    def todo(self, key: str) -> Todo:
        """One part of the work."""
        return next(each for each in self.todos if each.key == key)


def view_of(outcome: Outcome, profile: Profile, settings: Settings, items: tuple[Fold, ...]) -> View:
    """The view of a run; `items` are its findings, folded."""
    documents = outcome.case.documents
    return View(
        outcome=outcome,
        profile=profile,
        settings=tuple(settings),
        differences=differences.differences(profile, settings, known_rules()),
        least=least_of(settings),
        todos=todos_of((each for each in items if not is_decided(each)), documents, profile),
        decided=grouped((each for each in items if is_decided(each)), documents, profile),
        remarks=remarks_of(outcome, profile),
        questions=open_questions(profile, outcome.case.client),
        open_points=tuple(Open(each.title, point) for each in outcome.drafts for point in each.open_points),
        ledger=_ledger(outcome.case.ledger.facts),
        slots=_slots(documents, profile),
        unplaced=tuple(each for each in documents if each.material is None),
        fates=tuple(Fate(each, _papers_in(each.path, documents)) for each in outcome.files),
    )


def _ledger(facts: tuple[Fact, ...]) -> Ledger:
    own = [each for each in facts if not each.name.startswith(ANSWERS)]
    return Ledger(
        disputed=tuple(each for each in own if is_disputed(each)),
        agreed=tuple(each for each in own if not is_disputed(each)),
        answers=tuple(each for each in facts if each.name.startswith(ANSWERS)),
    )


def is_disputed(fact: Fact) -> bool:
    """Whether a witness says otherwise, or nobody can tell whether it does."""
    return any(witness.agrees is not True for witness in fact.witnesses)


def _slots(documents: tuple[Document, ...], profile: Profile) -> tuple[Slot, ...]:
    papers = {number: tuple(each for each in documents if each.material == number) for number in numbers(profile)}
    return tuple(Slot(number, profile.title_of(number), found) for number, found in papers.items() if found)


def _papers_in(path: str, documents: tuple[Document, ...]) -> tuple[Document, ...]:
    return tuple(each for each in documents if any(part.file == path for part in each.parts))


def table_places(table: Table) -> tuple[Evidence, ...]:
    """Where a table stands: on each page the frame around all its cells."""
    cells = [cell.evidence for row in table.rows for cell in row.fields if cell.evidence.bbox is not None]
    pages = dict.fromkeys((each.file, each.sha256, each.page) for each in cells if each.page is not None)
    return tuple(
        Evidence(
            file=file,
            sha256=sha256,
            page=page,
            bbox=union(each.bbox for each in cells if each.bbox and (each.file, each.page) == (file, page)),
        )
        for file, sha256, page in list(pages)[:MOST_TABLE_PAGES]
    )


def places_of(item: Fold) -> tuple[Evidence, ...]:
    """The places of a finding of which the report shows a picture."""
    return item.finding.evidence[:MOST_PLACES]


def places(view: View) -> tuple[Evidence, ...]:
    """Every place on a page of which the report shows a picture, each once."""
    groups = [group for todo in view.todos for group in todo.groups] + list(view.decided)
    found = [place for group in groups for item in group.items for place in places_of(item)]
    found += [place for fact in view.ledger.disputed for place in _disputed_places(fact)]
    for document in view.outcome.case.documents:
        found += _read_places(document)
    return tuple(dict.fromkeys(each for each in found if each.page is not None))


def _disputed_places(fact: Fact) -> Iterable[Evidence]:
    stated = (*fact.evidence[:1], *(each.evidence for each in fact.witnesses if each.agrees is not True))
    return (each for each in stated if each.bbox is not None)


def _read_places(document: Document) -> Iterable[Evidence]:
    yield from (each.evidence for each in document.fields if each.evidence.bbox is not None)
    for table in document.tables:
        yield from table_places(table)
