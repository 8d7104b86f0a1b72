"""What may stand in one place only: a verification code, a scan, a person's month, the words of an answer.

What other clients have is looked up in the index of a batch; another client's name never reaches a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from pipeline.model.case import Case, Person, Shared
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, NotApplicable, values
from pipeline.rules.papers import title_of
from pipeline.rules.registry import rule
from pipeline.text.agreement import Agreement
from pipeline.text.codes import compare_numbers
from pipeline.text.names import same_person
from pipeline.text.normal import squeeze

SHORTEST_CODE = 6
"""Characters of a verification code (Beijing's check codes have six); what is shorter was read beside it."""
PERCENT = 100


@rule("VF-05")
def codes_and_scans_are_nobody_elses(case: Case) -> Iterator[Judgement]:
    """No verification code stands on the papers of two people, and no code or scan lies with another client, too."""
    yield from _two_people(case)
    if case.shared is None:
        yield NotApplicable(reason="no_index")
        return
    for each in case.shared:
        if each.sort in ("code", "page"):
            yield Breach(values=values(paper=each.of), evidence=each.evidence, part=each.sort)


def _two_people(case: Case) -> Iterator[Judgement]:
    """Papers of one person each that bear one code: a list of several people is one paper however often it lies there."""
    owned = [
        (paper, code, owner) for paper in case.documents if (code := _code(paper)) and (owner := _only(case, paper))
    ]
    for (left, left_code, one), (right, right_code, other) in combinations(owned, 2):
        if plain_code(left_code) == plain_code(right_code) and _are_two(one, other):
            named = values(paper=title_of(left), name=one.name, other_paper=title_of(right), other=other.name)
            yield Breach(values=named, evidence=(left_code.evidence, right_code.evidence))


def _code(paper: Document) -> Field | None:
    """The verification code of a paper, None where it has none that is whole."""
    code = paper.field("verify_code")
    return code if code is not None and plain_code(code) else None


def plain_code(code: Field) -> str:
    """A verification code as typed in on the site, without spaces and in capitals; empty where it is no whole one."""
    plain = squeeze(code.text).upper()
    return plain if len(plain) >= SHORTEST_CODE else ""


def _only(case: Case, paper: Document) -> Person | None:
    """The only person whose paper it is; None for lists of several people, and for papers that do not count."""
    place = case.documents.index(paper)
    people = [each for each in case.people if place in (*each.insurance, *each.qualifications)]
    return people[0] if len(people) == 1 else None


def _are_two(one: Person, other: Person) -> bool:
    """Whether two are different people for certain: by number where both are known, else by name."""
    if one.number is not None and other.number is not None:
        return compare_numbers(one.number, other.number) is Agreement.DIFFERENT
    return not same_person(one.name, other.name)


@rule("VF-07")
def nobody_counts_for_two_clients(case: Case) -> Iterator[Judgement]:
    """Nobody's insured month is counted for another client of the agency, too."""
    if case.shared is None:
        yield NotApplicable(reason="no_index")
        return
    by_person: dict[str, list[Shared]] = {}
    for each in case.shared:
        if each.sort == "month":
            by_person.setdefault(each.of, []).append(each)
    for name, months in by_person.items():
        named = values(name=name, months="、".join(sorted({each.detail for each in months})))
        yield Breach(values=named, evidence=tuple(place for each in months for place in each.evidence))


@rule("DR-07")
def answers_are_the_clients_own(case: Case, *, drafts_max_similarity: Decimal) -> Iterator[Judgement]:
    """The answers that go into the drafts are the client's own words, not those of another client."""
    if case.shared is None:
        yield NotApplicable(reason="no_index")
        return
    for each in case.shared:
        if each.ratio is not None and each.ratio * PERCENT >= drafts_max_similarity:
            named = values(percent=int(each.ratio * PERCENT), most=drafts_max_similarity)
            yield Breach(values=named, evidence=each.evidence)
