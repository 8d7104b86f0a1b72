"""What an access agreement says besides its parties: circuit, addresses, number, annexes, what it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.draft import PLAN
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Unknown, values
from pipeline.model.outcome import Drafted
from pipeline.profile.records import Operators
from pipeline.rules.access import CLAUSE_END, agreements, was_read_whole
from pipeline.rules.drafts import place
from pipeline.rules.papers import no_fact, no_paper, shortened, title_of, unread
from pipeline.rules.parties import is_basic, parties
from pipeline.rules.registry import rule
from pipeline.text.bandwidth import parse_bandwidth
from pipeline.text.normal import squeeze
from pipeline.text.numerals import number_of

ANNEX = r"附(?:件|表|录)(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
REFERENCE = re.compile(ANNEX)
HEADING = re.compile(rf"^[《【(]?{ANNEX}")


def _stated(paper: Document, name: str) -> Iterator[Judgement]:
    """Broken where a paper that was read whole does not state a field, unknown where it may have been overlooked."""
    if paper.field(name) is None:
        named = values(paper=title_of(paper), field=name)
        gap = paper.place(name)
        yield Breach(values=named, evidence=(gap,)) if was_read_whole(paper, name) else unread(paper, name)


@rule("AC-08")
def circuit_is_named(case: Case) -> Iterator[Judgement]:
    """The agreement names the sort of circuit."""
    if not agreements(case):
        yield no_paper("access_agreement")
    for paper in agreements(case):
        yield from _stated(paper, "circuit")


@rule("AC-15")
def addresses_are_counted(case: Case) -> Iterator[Judgement]:
    """The agreement says how many public addresses it gives, or the client says how many are planned."""
    if not agreements(case):
        yield no_paper("access_agreement")
    planned = case.client.answer("public_ipv4_count")
    for paper in agreements(case):
        if paper.field("ip_count") is None and planned is not None:
            yield Note(reason="planned", values=values(count=planned), evidence=(paper.place("ip_count"),))
        else:
            yield from _stated(paper, "ip_count")


@rule("AC-17")
def number_and_date_are_there(case: Case) -> Iterator[Judgement]:
    """The agreement has a number and the day of its signing."""
    if not agreements(case):
        yield no_paper("access_agreement")
    for paper in agreements(case):
        yield from _stated(paper, "number")
        yield from _stated(paper, "signed_on")


@rule("AC-18")
def annexes_are_included(case: Case) -> Iterator[Judgement]:
    """Every annex that the agreement refers to by number is among its pages."""
    if not agreements(case):
        yield no_paper("access_agreement")
    for paper in agreements(case):
        if not squeeze(paper.text):
            yield unread(paper, "title")
            continue
        lines = [squeeze(line) for text in (paper.text, *paper.page_texts) for line in text.splitlines()]
        there = {number_of(found["number"]) for line in lines if (found := HEADING.match(line)) is not None}
        wanted = {number_of(found["number"]) for line in lines for found in REFERENCE.finditer(line)}
        lacking = sorted(number for number in wanted - there if number)
        if lacking:
            listed = "、".join(f"附件{number}" for number in lacking)
            whole = was_read_whole(paper, "")
            named = values(paper=title_of(paper), annexes=listed)
            evidence = (paper.place(),)
            yield (
                Breach(values=named, evidence=evidence)
                if whole
                else Unknown(reason="annex_unseen", values=named, evidence=evidence)
            )


@rule("AC-13")
def agreement_allows_the_business(
    case: Case,
    *,
    operators: Operators,
    operators_groups: tuple[str, ...],
    access_own_use_words: tuple[str, ...],
    access_resale_words: tuple[str, ...],
    access_allowing_words: tuple[str, ...],
) -> Iterator[Judgement]:
    """The agreement does not confine the circuit to own use or forbid to serve users with it."""
    if not agreements(case):
        yield no_paper("access_agreement")
    for paper in agreements(case):
        clauses = [clause for clause in CLAUSE_END.split(squeeze(paper.text)) if clause]
        if not clauses:
            yield unread(paper, "purpose")
            continue
        own_use, resale = _clause_with(clauses, access_own_use_words), _clause_with(clauses, access_resale_words)
        allowed = _clause_with(clauses, access_allowing_words)
        evidence = (paper.place("purpose"),)
        if own_use is not None:
            yield Breach(values=_quoted(paper, own_use), evidence=evidence)
        elif resale is not None and not _by_operator(paper, operators, operators_groups):
            yield Breach(values=_quoted(paper, resale), evidence=evidence, part="sublet")
        elif resale is not None and allowed is None:
            yield Breach(values=_quoted(paper, resale), evidence=evidence, part="resale")
        elif resale is not None:
            yield Note(reason="allowed", values=_quoted(paper, allowed or ""), evidence=evidence)


def _clause_with(clauses: list[str], patterns: tuple[str, ...]) -> str | None:
    """The first clause that one of the patterns occurs in."""
    return next((clause for clause in clauses if any(re.search(each, clause) for each in patterns)), None)


def _quoted(paper: Document, clause: str) -> tuple[tuple[str, str], ...]:
    return values(paper=title_of(paper), clause=shortened(clause))


def _by_operator(paper: Document, operators: Operators, groups: tuple[str, ...]) -> bool:
    """Whether the counterparty is a basic operator, or was not read: AC-02 asks for it then."""
    operator = paper.field("operator")
    return operator is None or any(is_basic(each, operators, groups) for each in parties(operator.text))


@rule("AC-16", phase="draft")
def plan_has_the_agreed_bandwidth(
    case: Case, drafted: Drafted, *, access_bandwidth_tolerance: int
) -> Iterator[Judgement]:
    """The bandwidth in the plan is the sum of the agreements."""
    plan = drafted.of(PLAN)
    if plan is None:
        yield NotApplicable(reason="not_rendered")
        return
    total = case.fact("access.bandwidth_total")
    agreed = None if total is None else parse_bandwidth(f"{total.text}Mbps")
    if total is None or agreed is None:
        yield no_fact("access.bandwidth_total")
        return
    stated = [each for each in plan.stated if each.field == "access.bandwidth_total"]
    if not stated:
        yield Unknown(reason="no_bandwidth_in_plan", evidence=(place(plan, None),))
    for each in stated:
        planned = parse_bandwidth(f"{each.value}Mbps")
        if planned is None or abs(planned - agreed) > access_bandwidth_tolerance:
            named = values(plan=each.value, agreed=total.text)
            yield Breach(values=named, evidence=(place(plan, each.page, each.text), *total.evidence))
