"""The business scope on the licence."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Field
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Fact
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Unknown, values
from pipeline.model.values import outward
from pipeline.rules.papers import NOTHING, licence, no_paper, shortened, unread
from pipeline.rules.registry import rule
from pipeline.rules.witnesses import authority, unstated
from pipeline.text.scope import ScopeMatch, has_permission_clause, keyword_as_item, looks_cut, scope_items

MOST_ITEMS = 3
"""Items of a scope that a finding names."""


def _scope(case: Case) -> Field | Unknown:
    """The scope on the applicant's licence, or what is missing of it."""
    paper = licence(case)
    if paper is None:
        return no_paper("business_licence")
    return paper.field("scope") or unread(paper, "scope")


@rule("SC-01")
def names_the_business(
    case: Case, *, scope_keywords_any: tuple[str, ...], scope_mode: str, scope_loose_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """The business scope has value-added telecom or internet access as an item of its own."""
    scope = _scope(case)
    if isinstance(scope, Unknown):
        yield scope
        return
    wanted = scope_keywords_any if scope_mode == "strict" else (*scope_keywords_any, *scope_loose_words)
    match = keyword_as_item(scope.text, wanted)
    if match is ScopeMatch.FOUND:
        return
    if looks_cut(scope.text):
        yield Unknown(reason="scope_cut", evidence=(scope.evidence,))
    else:
        part = "excluded" if match is ScopeMatch.EXCLUDED else ""
        yield Breach(values=values(wanted="、".join(scope_keywords_any)), evidence=(scope.evidence,), part=part)


@rule("SC-02")
def is_not_of_the_second_class_only(
    case: Case, *, scope_keywords_any: tuple[str, ...], scope_second_class: str
) -> Iterator[Judgement]:
    """The business scope does not name value-added telecom of the second class alone."""
    scope = _scope(case)
    if isinstance(scope, Unknown):
        yield scope
    elif (
        keyword_as_item(scope.text, [scope_second_class]) is ScopeMatch.FOUND
        and keyword_as_item(scope.text, scope_keywords_any) is not ScopeMatch.FOUND
    ):
        if looks_cut(scope.text):
            yield Unknown(reason="scope_cut", evidence=(scope.evidence,))
        else:
            yield Breach(values=values(second=scope_second_class), evidence=(scope.evidence,))


@rule("SC-03")
def is_not_worded_loosely(
    case: Case, *, scope_keywords_any: tuple[str, ...], scope_mode: str, scope_loose_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """The business scope does not name telecom in loose words only."""
    scope = _scope(case)
    if scope_mode == "strict":
        yield NotApplicable(reason="strict_scope")
    elif isinstance(scope, Unknown):
        yield scope
    elif (
        keyword_as_item(scope.text, scope_keywords_any) is not ScopeMatch.FOUND
        and keyword_as_item(scope.text, scope_loose_words) is ScopeMatch.FOUND
    ):
        yield Breach(values=values(), evidence=(scope.evidence,))


@rule("SC-04")
def articles_have_the_same_scope(case: Case) -> Iterator[Judgement]:
    """The articles' scope is that of the licence: the same set of items, in any order."""
    scope = authority(case, "company.scope", "scope")
    if not isinstance(scope, Fact):
        yield scope
        return
    for witness in scope.witnesses:
        paper = None if witness.document is None else case.documents[witness.document]
        if paper is not None and paper.kind == "articles" and witness.agrees is not True:
            yield _compared(outward(witness.value), scope.text, (witness.evidence, *scope.evidence[:1]))
    yield from unstated(case, [("articles", "03", "scope")])


def _compared(of_articles: str, of_licence: str, evidence: tuple[Evidence, ...]) -> Judgement:
    """What stands in one scope only; a scope that was cut, or refers to the register, cannot be compared."""
    ours, theirs = scope_items(of_licence), scope_items(of_articles)
    if looks_cut(of_licence) or not theirs:
        return Unknown(reason="scope_cut", evidence=evidence)
    named = values(lacking=_listed(ours - theirs), added=_listed(theirs - ours))
    return Breach(values=named, evidence=evidence)


def _listed(items: frozenset[str]) -> str:
    told = sorted(items)
    more = f"等{len(told)}项" if len(told) > MOST_ITEMS else ""
    return shortened("、".join(told[:MOST_ITEMS])) + more if told else NOTHING


@rule("SC-05")
def was_read_to_its_end(case: Case) -> Iterator[Judgement]:
    """The business scope was read to its end."""
    scope = _scope(case)
    if isinstance(scope, Unknown):
        yield scope
    elif looks_cut(scope.text):
        yield Breach(values=values(end=scope.text[-12:]), evidence=(scope.evidence,))


@rule("SC-06")
def carries_the_permission_clause(case: Case) -> Iterator[Judgement]:
    """The business scope carries the clause that projects subject to approval wait for it; the client is told."""
    scope = _scope(case)
    if isinstance(scope, Unknown):
        yield scope
    elif has_permission_clause(scope.text):
        yield Note(reason="permission_clause", evidence=(scope.evidence,))
    elif looks_cut(scope.text):
        yield Unknown(reason="scope_cut", evidence=(scope.evidence,))
    else:
        yield NotApplicable(reason="no_permission_clause")
