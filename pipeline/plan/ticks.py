"""The checklist ticked: which wanted papers lie there in order, which are doubtful and why, which are missing."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter
from typing import Literal

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Finding, Result
from pipeline.model.record import Record
from pipeline.model.situation import Situation
from pipeline.plan.situation import Received
from pipeline.profile.plan_records import WantedPaper
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings
from pipeline.reports.todo import paper_at

State = Literal["done", "doubtful", "missing", "generated"]
WORDS: dict[State, str] = {"done": "已到", "doubtful": "存疑", "missing": "未到", "generated": "待生成"}


class Ticked(Record):
    """A paper of the checklist with its words filled in, its state, the files that hold it, and what is doubtful."""

    paper: WantedPaper
    material_title: str
    what: str
    count: str
    form: str
    valid: str
    returned: str
    state: State
    files: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The state in a word; a paper that need not be there says so."""
        return "可选" if self.state == "missing" and self.paper.optional else WORDS[self.state]


def ticked(
    profile: Profile, settings: Settings, situation: Situation, received: Received | None
) -> tuple[Ticked, ...]:
    """Every paper that this situation wants, in upload order."""
    return tuple(
        _ticked(each, profile, settings, received) for each in profile.plan.papers if each.when.holds(situation)
    )


def _ticked(paper: WantedPaper, profile: Profile, settings: Settings, received: Received | None) -> Ticked:
    documents = _documents(paper, received.case) if received is not None else ()
    doubts = _doubts(paper, documents, received) if received is not None and documents else ()
    return Ticked(
        paper=paper,
        material_title=profile.title_of(paper.material),
        what=filled(paper.what, settings),
        count=filled(paper.count, settings),
        form=filled(paper.form, settings),
        valid=filled(paper.valid, settings),
        returned=filled(paper.returned, settings),
        state=_state(paper, documents, doubts, profile) if paper.kinds else _judged(paper, received),
        files=tuple(dict.fromkeys(part.file for each in documents for part in each.parts)),
        doubts=doubts,
    )


def _state(paper: WantedPaper, documents: tuple[Document, ...], doubts: tuple[str, ...], profile: Profile) -> State:
    if documents:
        return "doubtful" if doubts else "done"
    return "generated" if paper.material in {each.material for each in profile.drafts} else "missing"


def _judged(paper: WantedPaper, received: Received | None) -> State:
    """A paper without a kind of its own is there where its checks say so."""
    outcomes = {received.outcome(rule) for rule in paper.rules} if received is not None else set()
    if outcomes and outcomes <= {"kept", "waived"}:
        return "done"
    return "doubtful" if "unknown" in outcomes else "missing"


def filled(text: str, settings: Settings) -> str:
    """The text with the values in force where it names settings."""
    return text.format_map({name: _printed(value) for name, value in settings.parameters.items()})


def settings_in(paper: WantedPaper) -> frozenset[str]:
    """The parameter names of the settings whose values a paper's words show."""
    words = (paper.what, paper.count, paper.form, paper.valid, paper.returned)
    return frozenset(name for each in words for _, name, _, _ in Formatter().parse(each) if name)


def _printed(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _documents(paper: WantedPaper, case: Case) -> tuple[Document, ...]:
    return tuple(each for each in case.in_material(paper.material) if each.kind in paper.kinds)


def _doubts(paper: WantedPaper, documents: tuple[Document, ...], received: Received) -> tuple[str, ...]:
    """What is open on these papers, and what the paper's own checks say of all of them, the gravest first."""
    found = [
        finding.message
        for severity in ("blocker", "warning")
        for result in received.results
        for finding in _open(result)
        if finding.severity == severity and _concerns(finding, result, paper, documents, received.case)
    ]
    return tuple(dict.fromkeys(found))


def _open(result: Result) -> Iterable[Finding]:
    return (
        each
        for each in result.findings
        if each.outcome != "note" and each.severity != "info" and each.waiver is None and each.confirmed is None
    )


def _concerns(
    finding: Finding, result: Result, paper: WantedPaper, documents: tuple[Document, ...], case: Case
) -> bool:
    if result.rule in paper.rules:
        return True
    return any(_on(place, documents, case) for place in finding.evidence)


def _on(place: Evidence, documents: tuple[Document, ...], case: Case) -> bool:
    found = paper_at(place, case.documents)
    return found is not None and found in documents
