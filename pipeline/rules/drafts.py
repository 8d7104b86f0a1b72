"""The drafts (07, 08, annexes): nothing left open, nobody else's name, the same figures as the papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.draft import PLAN, Draft, Stated
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.model.outcome import Drafted
from pipeline.rules.coverage import listed, provinces
from pipeline.rules.papers import no_paper, unread
from pipeline.rules.registry import rule
from pipeline.text.normal import squeeze

LEFTOVERS = re.compile(r"\{\{|\}\}|\{%|【待[补填][^】]*】?|[Xx×]{3,}|某某?公司")
"""What an unfinished text still shows: template marks, open points, crosses, a nameless company."""


def place(draft: Draft, page: int | None, text: str = "") -> Evidence:
    """A page of a draft as the run wrote it."""
    return Evidence(file=f"build:drafts/{draft.pdf.name}", page=page, text=text, engine=draft.engine)


@rule("DR-01", phase="draft")
def nothing_is_left_open(case: Case, drafted: Drafted) -> Iterator[Judgement]:  # noqa: ARG001 - every draft rule reads both
    """No draft has an unfilled place, a template mark or a nameless company in it."""
    if not drafted.drafts:
        yield NotApplicable(reason="not_rendered")
    for draft in drafted.drafts:
        for number, text in enumerate(draft.page_texts, start=1):
            for word in dict.fromkeys(LEFTOVERS.findall(squeeze(text))):
                named = values(draft=draft.title, page=number, word=word)
                yield Breach(values=named, evidence=(place(draft, number, word),))


@rule("DR-02", phase="draft")
def nobody_elses_name(case: Case, drafted: Drafted) -> Iterator[Judgement]:  # noqa: ARG001 - every draft rule reads both
    """No draft names another client or its code."""
    if drafted.sightings is None:
        yield NotApplicable(reason="no_index")
        return
    titles = {each.material: each for each in drafted.drafts}
    for seen in drafted.sightings:
        draft = titles[seen.material]
        yield Breach(values=values(draft=draft.title, page=seen.page), evidence=(place(draft, seen.page, seen.text),))


@rule("DR-03", phase="draft")
def figures_are_those_of_the_papers(case: Case, drafted: Drafted) -> Iterator[Judgement]:
    """Every value that a draft states of a fact is the fact's value."""
    if not drafted.drafts:
        yield NotApplicable(reason="not_rendered")
    for draft in drafted.drafts:
        for stated in draft.stated:
            yield from _differing(case, draft, stated)


def _differing(case: Case, draft: Draft, stated: Stated) -> Iterator[Judgement]:
    fact = case.fact(stated.field)
    if fact is None:
        return
    if squeeze(fact.text) != squeeze(stated.value):
        named = values(draft=draft.title, fact=stated.field, draft_value=stated.value, papers=fact.text)
        yield Breach(values=named, evidence=(place(draft, stated.page, stated.text), *fact.evidence[:1]))


@rule("DR-04", phase="draft")
def coverage_of_plan_is_that_of_the_form(case: Case, drafted: Drafted) -> Iterator[Judgement]:
    """The plan covers the provinces that the form applies for."""
    plan = drafted.of(PLAN)
    form = next(iter(case.of_kind("application_form")), None)
    if plan is None:
        yield NotApplicable(reason="not_rendered")
        return
    if form is None:
        yield no_paper("application_form")
        return
    field = form.field("coverage")
    if field is None:
        yield unread(form, "coverage")
        return
    stated = next((each for each in plan.stated if each.field == "coverage"), None)
    if stated is None:
        yield Unknown(reason="no_coverage_in_plan", evidence=(place(plan, None),))
        return
    printed, applied = provinces(listed(stated.value)), provinces(listed(field.text))
    if printed != applied:
        named = values(plan="、".join(sorted(printed)), form="、".join(sorted(applied)))
        yield Breach(values=named, evidence=(place(plan, stated.page, stated.text), field.evidence))
