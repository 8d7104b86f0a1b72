"""The paper of a lease itself: sealed by both, whole, signed in time."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, Unknown, values
from pipeline.rules.marks import SEALS_OF_BOTH, hides_seals, seals_of
from pipeline.rules.papers import dated, title_of, unread
from pipeline.rules.registry import rule
from pipeline.rules.rooms import leases
from pipeline.text.names import is_body


@rule("MR-18")
def lease_is_sealed_and_whole(case: Case, *, seal_other_purposes: tuple[str, ...]) -> Iterator[Judgement]:
    """Both parties have sealed the lease, or signed it where they are no company, and no page is missing."""
    for lease in leases(case):
        if not isinstance(lease, Document):
            yield lease
            continue
        for gap in lease.gaps:
            yield Breach(values=values(paper=title_of(lease), gap=gap), evidence=(lease.place(),), part="gap")
        yield from _seals(lease, seal_other_purposes)


def _seals(lease: Document, other_purposes: tuple[str, ...]) -> Iterator[Judgement]:
    """A natural person signs instead of sealing."""
    wanted = SEALS_OF_BOTH - _persons(lease)
    seen = seals_of(lease, other_purposes)
    if seen.sure >= wanted or lease.marks.digital_signature:
        return
    named = values(paper=title_of(lease), seals=seen.sure, wanted=wanted)
    if hides_seals(lease):
        yield Unknown(reason="grey", values=named, evidence=(lease.place(),))
    elif sum(seen) >= wanted:
        yield Unknown(reason="cut", values=named, evidence=(lease.place(),))
    else:
        yield Breach(values=named, evidence=(lease.place(),))


def _persons(lease: Document) -> int:
    """How many of the parties are no companies."""
    parties = [field for name in ("lessor", "lessee") if (field := lease.field(name)) is not None]
    return sum(not is_body(each.text) for each in parties)


@rule("MR-19")
def lease_was_signed_in_time(case: Case) -> Iterator[Judgement]:
    """The lease was signed no later than it begins."""
    for lease in leases(case):
        if not isinstance(lease, Document):
            yield lease
            continue
        signed, start = dated(lease, "signed_on"), dated(lease, "term_from")
        if signed is None:
            yield unread(lease, "signed_on")
        elif start is None:
            yield unread(lease, "term_from")
        elif signed.day > start.day:
            named = values(signed_on=signed.day, term_from=start.day)
            yield Breach(values=named, evidence=(signed.field.evidence, start.field.evidence))
