"""Whole clients on digital papers, clean or with seeded faults, and how the rules judged each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipeline.casework import read_case
from pipeline.engines.children import Workshop
from pipeline.model.findings import Outcome, Result
from pipeline.stages import crosscheck
from pipeline.workplace import Workplace, open_work
from tests.specimens.clients import make_client
from tests.specimens.faults import FAULTS
from tests.specimens.plans import Plan, any_plan

CLEAN = 18
SEVERAL = (
    ("term_ends_in_review", "second_level_adds_up_to_90", "fire_police_in_2022", "form_is_old"),
    ("articles_scope_differs", "lease_signed_late", "access_for_own_use_only", "commitment_is_old"),
    ("scope_without_keywords", "capital_too_low", "owner_is_another", "records_are_old"),
    ("one_person_leads_both", "room_is_residential", "access_without_number", "commitment_missing"),
)
"""Faults of several sorts in one client, none of which hides another."""
CONSTANT = frozenset({"TL-03"})
"""Broken for every client of this day: the holidays of the year after are not published yet."""
FIRST_SEED = 7000
TODAY = date(2026, 12, 15)
PROVINCE_OF = {"insurance_unpaid": "浙江省", "insurance_is_backpay": "浙江省"}
"""The province whose insurance form shows what the fault changes."""


@dataclass(frozen=True)
class Sample:
    """A client to make: the number its seed is counted by, and the faults put into it."""

    number: int
    faults: tuple[str, ...]

    @property
    def name(self) -> str:
        """The client's folder."""
        return f"client{self.number:03d}"


@dataclass(frozen=True)
class Judged:
    """A client as the rules judged it; every rule's outcome, and what should have been broken."""

    sample: Sample
    seeded: frozenset[str]
    blocking: frozenset[str]
    outcomes: dict[str, Outcome]
    severities: dict[str, str]
    messages: dict[str, tuple[str, ...]]

    @property
    def missed(self) -> frozenset[str]:
        """Seeded faults that no rule told, a blocker told as less included."""
        told = {rule for rule in self.seeded if self.outcomes[rule] == "broken"}
        mild = {rule for rule in self.blocking if self.severities[rule] != "blocker"}
        return self.seeded - told | mild

    @property
    def alarms(self) -> frozenset[str]:
        """Rules broken without a fault that they tell."""
        return frozenset(self.with_outcome("broken") - self.seeded - CONSTANT)

    @property
    def false_blockers(self) -> frozenset[str]:
        """Rules that block a client without reason."""
        return frozenset(rule for rule in self.alarms if self.severities[rule] == "blocker")

    @property
    def unknown(self) -> frozenset[str]:
        """Rules that left a clean client's papers undecided, every one of which is needless."""
        return frozenset(self.with_outcome("unknown")) if not self.sample.faults else frozenset()

    def with_outcome(self, outcome: Outcome) -> set[str]:
        """The rules that came to one outcome."""
        return {rule for rule, found in self.outcomes.items() if found == outcome}


def samples() -> tuple[Sample, ...]:
    """Clean clients, every fault alone, several together."""
    sets = [(), *[()] * (CLEAN - 1), *((name,) for name in FAULTS), *SEVERAL]
    return tuple(Sample(number, chosen) for number, chosen in enumerate(sets, start=1))


def judged(wanted: tuple[Sample, ...], work: Path, jobs: int) -> Iterator[Judged]:
    """Each client made, read and judged; what was read of the same papers before is kept below `work`."""
    with Workshop(jobs) as shop:
        for sample in wanted:
            yield _judged(sample, work, shop)


def _judged(sample: Sample, work: Path, shop: Workshop) -> Judged:
    made = make_client(
        work / "inputs" / sample.name, FIRST_SEED + sample.number, sample.faults, _province(sample), _plan(sample)
    )
    opened = open_work(Workplace(work / "inputs", work / "build", None, None, TODAY), sample.name)
    results = crosscheck.run(read_case(opened, shop), opened.profile, opened.settings)
    warned = {rule for name in sample.faults for rule in FAULTS[name].warns}
    return Judged(
        sample,
        frozenset(warned.union(made.broken)),
        frozenset(made.broken),
        {each.rule: each.outcome for each in results},
        {each.rule: each.severity for each in results},
        {each.rule: _messages(each) for each in results},
    )


def _messages(result: Result) -> tuple[str, ...]:
    return tuple(each.message for each in result.findings)


def _province(sample: Sample) -> str:
    return next((PROVINCE_OF[name] for name in sample.faults if name in PROVINCE_OF), "")


def _plan(sample: Sample) -> Plan:
    """Any layouts, every paper digital: what is judged here are the rules and not the reading of pictures."""
    chosen = any_plan(FIRST_SEED + sample.number)
    return replace(
        chosen, licence_surface="digital", licence_turn=0, card_surface="digital", articles_surface="digital",
        access_surface="digital", lease_surface="digital", title_surface="digital", fire_surface="digital",
        letters_surface="digital", form_surface="digital", bundled=True, word=False,
        head_card="one_sheet" if chosen.head_card == "two_files" else chosen.head_card,
    )  # fmt: skip
