"""What the people have learnt: a degree, title or certificate and a CV each, in their own name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case, Person
from pipeline.model.document import Document, Field
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, Unknown, values
from pipeline.rules.insurance import counted
from pipeline.rules.papers import client_place, no_paper, unread
from pipeline.rules.registry import rule
from pipeline.text.agreement import Agreement
from pipeline.text.names import compare_people
from pipeline.text.normal import squeeze

CV = "简历"
FORMER_NAME = "曾用名"


@rule("QU-01")
def technical_people_are_qualified(
    case: Case, *, qualification_degree_sorts: tuple[str, ...], staff_required_roles: tuple[str, ...]
) -> Iterator[Judgement]:
    """Each counted person has a degree, title or certificate, and a CV; the leads' lack blocks."""
    people = counted(case)
    if not people:
        yield no_paper("social_insurance")
    nameless = [each for each in case.of_kind("qualification") if each.field("holder") is None]
    for person in people:
        papers = [case.documents[index] for index in person.qualifications]
        sorts = {sort.text for paper in papers if (sort := paper.field("sort"))}
        leads = bool(set(person.roles) & set(staff_required_roles))
        if not sorts & set(qualification_degree_sorts):
            yield _without_degree(case, person, [*papers, *nameless], "" if leads else "other")
        if CV not in sorts:
            yield Breach(values=values(name=person.name), evidence=_card_place(case, person), part="no_cv")


def _without_degree(case: Case, person: Person, papers: list[Document], part: str) -> Judgement:
    """A degree is missing, unless a paper whose sort or holder was not read may be it."""
    for paper in papers:
        for name in ("sort", "holder"):
            if paper.field(name) is None:
                return unread(paper, name, part)
    return Breach(values=values(name=person.name), evidence=_card_place(case, person), part=part)


def _card_place(case: Case, person: Person) -> tuple[Evidence, ...]:
    """The person's card; nowhere where there is not one qualification, which PK-01 then says."""
    if not case.of_kind("qualification"):
        return ()
    index = next(iter((*person.cards, *person.insurance)), None)
    return (client_place("/people"),) if index is None else (case.documents[index].place(),)


@rule("QU-02")
def certificates_name_their_person(case: Case) -> Iterator[Judgement]:
    """The name on each certificate is that of one of the people."""
    papers = case.of_kind("qualification")
    if not papers:
        yield no_paper("qualification")
    names = [person.name for person in case.people if person.staff]
    if papers and not names:
        yield no_paper("social_insurance")
        return
    for paper in papers:
        holder = paper.field("holder")
        if holder is None:
            yield unread(paper, "holder")
        else:
            yield from _holder(case, holder, names)


def _holder(case: Case, holder: Field, names: list[str]) -> Iterator[Judgement]:
    answers = {name: compare_people(holder.text, name) for name in names}
    doubtful = [name for name, answer in answers.items() if answer is Agreement.UNSURE]
    if Agreement.SAME in answers.values():
        return
    if doubtful:
        compared = values(left=holder.text, right="、".join(doubtful))
        yield Unknown(reason="cannot_compare", values=compared, evidence=(holder.evidence,))
        return
    proven = next((name for name in names if _proves_former_name(case, holder.text, name)), None)
    if proven is not None:
        named = values(holder=holder.text, people=proven)
        yield Breach(values=named, evidence=(holder.evidence,), part="former_name")
    else:
        yield Breach(values=values(holder=holder.text, people="、".join(names)), evidence=(holder.evidence,))


def _proves_former_name(case: Case, former: str, name: str) -> bool:
    """Whether a paper says that the person once bore this name: it holds both and 曾用名."""
    wanted = [FORMER_NAME, squeeze(former), squeeze(name)]
    return any(all(each in squeeze(paper.text) for each in wanted) for paper in case.of_kind("other", "id_card"))
