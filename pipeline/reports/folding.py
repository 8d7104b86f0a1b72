"""Findings that stand on the same places are one item, led by the most specific rule; the JSON keeps each."""

from __future__ import annotations

from pipeline.model.findings import Finding, Result
from pipeline.profile.profile import Profile
from pipeline.reports.view import Item

Pair = tuple[Result, Finding]


def folded(results: tuple[Result, ...], profile: Profile) -> tuple[Item, ...]:
    """Every finding once: under a more specific rule that stands on the same evidence, else as an item of its own."""
    pairs = [(result, finding) for result in results for finding in result.findings]
    leaders = {id(pair[1]): _leader(pair, pairs, profile) for pair in pairs}
    items = []
    for pair in pairs:
        if leaders[id(pair[1])] is None:
            under = tuple(other for other in pairs if _root(other, leaders) is pair[1] and other is not pair)
            items.append(Item(pair[0], pair[1], under))
    return tuple(items)


def _leader(pair: Pair, pairs: list[Pair], profile: Profile) -> Finding | None:
    """The first finding of a rule that the profile names as more specific, with the same outcome and a shared place."""
    entry = profile.rule(pair[0].rule)
    under = entry.under if entry is not None else ()
    for rule in under:
        for result, finding in pairs:
            if result.rule == rule and finding.outcome == pair[1].outcome and _shares_a_place(finding, pair[1]):
                return finding
    return None


def _root(pair: Pair, leaders: dict[int, Finding | None]) -> Finding | None:
    """The finding that leads, through chains of leaders; a loop in the profile ends at its start."""
    seen: set[int] = set()
    finding: Finding | None = pair[1]
    while finding is not None and leaders.get(id(finding)) is not None and id(finding) not in seen:
        seen.add(id(finding))
        finding = leaders[id(finding)]
    return finding


def _shares_a_place(left: Finding, right: Finding) -> bool:
    places = {(each.file, each.page, each.bbox) for each in left.evidence}
    return any((each.file, each.page, each.bbox) in places for each in right.evidence)
