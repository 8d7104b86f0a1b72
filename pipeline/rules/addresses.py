"""Whether two papers speak of one place: which difference blocks, which is only less exact."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.findings import Breach, Judgement, Note, Unknown, values
from pipeline.rules.papers import title_of
from pipeline.text.addresses import Address, AddressKind, compare_addresses, parse_address
from pipeline.text.normal import squeeze

GRAVE = frozenset({"province", "city", "district", "road", "number"})
"""Levels at which a contradiction means another place; below them papers of one house may differ."""


def compare_places(case: Case, seen: Field, place: Field, paper: str, alias_words: Sequence[str]) -> Judgement | None:
    """What to say of an address that should be the place's; None where it is. `paper` is the kind that states it."""
    named = values(paper=paper, right=seen.text, left=place.text)
    evidence = (seen.evidence, place.evidence)
    kind, level = compare_addresses(seen.text, place.text)
    match kind:
        case AddressKind.SAME:
            return None
        case AddressKind.UNSURE:
            proof = _alias(case, seen.text, place.text, alias_words)
            if proof is None:
                compared = values(left=place.text, right=seen.text)
                return Unknown(reason="cannot_compare", values=compared, evidence=evidence)
        case AddressKind.CONTRADICTION if level in GRAVE:
            proof = _alias(case, seen.text, place.text, alias_words)
            if proof is None:
                return Breach(values=named, evidence=evidence)
        case AddressKind.CONTRADICTION:
            return Breach(values=named, evidence=evidence, part="inside")
        case AddressKind.LESS_EXACT:
            return Breach(values=named, evidence=evidence, part="less_exact")
    proven = (*named, ("proof", title_of(proof)))
    return Note(reason="alias", values=proven, evidence=(*evidence, proof.place()))


def _alias(case: Case, one: str, other: str, words: Sequence[str]) -> Document | None:
    """A paper that says that two addresses are one place: it names both and is about names of places."""
    for paper in case.of_kind("other"):
        text = squeeze(paper.text)
        about = any(word in text or word in squeeze(paper.heading) for word in words)
        if about and _is_named(one, text) and _is_named(other, text):
            return paper
    return None


def _is_named(address: str, text: str) -> bool:
    """Whether a text names an address: as it is printed, or by road and house number."""
    parsed = parse_address(address)
    return squeeze(address) in text or ((house := _house(parsed)) is not None and house in text)


def _house(address: Address) -> str | None:
    """Road and house number as they are printed together."""
    return None if address.road is None or address.number is None else f"{address.road}{address.number}号"


def mildest(said: Sequence[Judgement | None]) -> Judgement | None:
    """Of what was said of several places the mildest: it is enough that one of them fits."""
    return min(said, key=_gravity, default=None)


def _gravity(said: Judgement | None) -> int:
    match said:
        case None:
            return 0
        case Note():
            return 1
        case Breach(part="less_exact"):
            return 2
        case Breach(part="inside"):
            return 3
        case Unknown():
            return 4
        case _:
            return 5
