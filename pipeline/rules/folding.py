"""One item for one fault: findings that stand on the same thing, led by the most specific rule.

A view for the report; findings.json keeps every result apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.model.evidence import Evidence
from pipeline.model.findings import WORST_FIRST, Finding, Result
from pipeline.profile.profile import Profile

MISSING_MATERIAL = "PK-01"
"""The rule that leads whatever else an absent paper leaves broken or undecided; its finding's `number` says which."""
OUTCOMES = ("broken", "unknown", "note")


class Said(NamedTuple):
    """One finding with the result that it belongs to."""

    result: Result
    finding: Finding

    @property
    def rank(self) -> tuple[int, int]:
        """How grave it is: a lead is never milder than what is folded under it."""
        return OUTCOMES.index(self.finding.outcome), WORST_FIRST.index(self.finding.severity)

    @property
    def decided(self) -> bool:
        """Whether a person has waived or confirmed it."""
        return self.finding.waiver is not None or self.finding.confirmed is not None


class Fold(NamedTuple):
    """A leading finding and those folded under it."""

    result: Result
    finding: Finding
    folded: tuple[tuple[Result, Finding], ...] = ()


def fold(results: Iterable[Result], profile: Profile) -> tuple[Fold, ...]:
    """Every finding once, as a lead or under one, in the order of the results."""
    every = [Said(result, finding) for result in results for finding in result.findings]
    leads = [_lead(place, every, profile) for place in range(len(every))]
    roots = _same_together([_root(place, leads) for place in range(len(every))], every)
    return tuple(
        Fold(said.result, said.finding, tuple((every[k].result, every[k].finding) for k in _under(place, roots)))
        for place, said in enumerate(every)
        if roots[place] == place
    )


def _under(lead: int, roots: list[int]) -> list[int]:
    return [place for place, root in enumerate(roots) if root == lead and place != lead]


def _root(place: int, leads: list[int | None]) -> int:
    """The end of a chain of leads; of rules that name each other the first."""
    way = [place]
    while (lead := leads[way[-1]]) is not None:
        if lead in way:
            return min(way[way.index(lead) :])
        way.append(lead)
    return way[-1]


def _same_together(roots: list[int], every: list[Said]) -> list[int]:
    """Leads with the same values on the same places become one, the gravest and then the first of them."""
    order = sorted(set(roots), key=lambda place: (every[place].rank, place))
    home: dict[int, int] = {}
    for root in order:
        home[root] = next((other for other in home.values() if _is_the_same(every[root], every[other])), root)
    return [home[root] for root in roots]


def _lead(place: int, every: list[Said], profile: Profile) -> int | None:
    """The finding of a more specific rule, or of the missing paper, that leads this one."""
    said = every[place]
    candidates = [
        other for other, each in enumerate(every) if each.decided == said.decided and each.rank <= said.rank
    ]
    for leads in (_lacks_its_paper, _is_less_specific):
        for other in candidates:
            if leads(said, every[other], profile):
                return other
    return None


def _lacks_its_paper(said: Said, other: Said, profile: Profile) -> bool:
    """Whether the other says that the material is missing which this one cannot do without."""
    if other.result.rule != MISSING_MATERIAL or said.result.rule == MISSING_MATERIAL:
        return False
    number = dict(other.finding.values).get("number", "")
    material = profile.material(number)
    paper = dict(said.finding.values).get("paper")
    if paper is not None and not said.finding.evidence:
        kinds = () if material is None else material.kinds
        return paper in kinds and (number in said.result.materials or not said.result.materials)
    entry = profile.rule(said.result.rule)
    demands = entry is not None and MISSING_MATERIAL in entry.under and not _places(said.finding.evidence)
    return demands and number in said.result.materials


def _is_less_specific(said: Said, other: Said, profile: Profile) -> bool:
    """Whether the profile names the other's rule as more specific and both stand on one place."""
    entry = profile.rule(said.result.rule)
    if entry is None or other.result.rule not in entry.under:
        return False
    return bool(_places(said.finding.evidence) & _places(other.finding.evidence))


def _is_the_same(said: Said, other: Said) -> bool:
    """Whether both have the same values and stand on the same places."""
    return (
        bool(said.finding.evidence)
        and said.decided == other.decided
        and said.finding.values == other.finding.values
        and _places(said.finding.evidence) == _places(other.finding.evidence)
    )


def _places(evidence: Iterable[Evidence]) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (each.file, each.page, each.bbox, each.where)
        for each in evidence
        if each.page is not None or each.where is not None
    )
