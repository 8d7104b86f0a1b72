"""Who applies: the code, the name, the type, the seat and the term of the applicant."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.findings import Breach, Judgement, values
from pipeline.rules.papers import ends_before, licence, no_paper, unread
from pipeline.rules.registry import rule
from pipeline.text.codes import is_old_registration_number, uscc_fault


@rule("ID-01")
def code_is_valid(case: Case) -> Iterator[Judgement]:
    """The applicant's unified social credit code has 18 characters of its alphabet and a right check digit."""
    paper = licence(case)
    if paper is None:
        yield no_paper("business_licence")
        return
    code = paper.field("code")
    if code is None:
        yield unread(paper, "code")
    elif not is_old_registration_number(code.text) and (fault := uscc_fault(code.text)) is not None:
        yield Breach(values=values(code=code.text, fault=fault), evidence=(code.evidence,), part=fault)


@rule("ID-02")
def code_is_not_an_old_number(case: Case) -> Iterator[Judgement]:
    """The licence carries a unified social credit code, not a 15-digit registration number."""
    paper = licence(case)
    if paper is None:
        yield no_paper("business_licence")
        return
    code = paper.field("code")
    if code is None:
        yield unread(paper, "code")
    elif is_old_registration_number(code.text):
        yield Breach(values=values(code=code.text), evidence=(code.evidence,))


@rule("ID-12")
def term_has_not_ended(case: Case) -> Iterator[Judgement]:
    """The business term of the licence has not ended on the filing day, has no end, or is not printed."""
    paper = licence(case)
    if paper is None:
        yield no_paper("business_licence")
        return
    end = paper.field("term_to")
    if end is not None and ends_before(end, case.as_of):
        yield Breach(values=values(term_to=end.text, as_of=case.as_of), evidence=(end.evidence,))
    elif end is None and any(each.name == "term_to" and each.reason == "unsure" for each in paper.missing):
        yield unread(paper, "term_to")
