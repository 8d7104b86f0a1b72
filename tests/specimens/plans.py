"""How a client hands in its papers: which layouts, on which surfaces, in which files."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.specimens.papers import (
    articles,
    business_licence,
    premises,
)


@dataclass(frozen=True)
class Plan:
    """The choices that make two clients' folders look different."""

    licence: str = "landscape_2019"
    licence_surface: str = "digital"
    licence_turn: int = 0
    licence_exif: bool = False
    head_card: str = "one_sheet"
    card_surface: str = "digital"
    articles: str = "ruled"
    articles_surface: str = "digital"
    insurance: str = "person"
    bundled: bool = True
    access: str = "line"
    access_surface: str = "digital"
    lease: str = "lessor"
    lease_surface: str = "digital"
    title_surface: str = "digital"
    fire_surface: str = "digital"
    letters_surface: str = "digital"
    form_surface: str = "scan"
    word: bool = True
    sublease: bool = False
    """The room is let by a middleman with the owner's consent."""


ACME = Plan(
    licence_surface="photo", licence_turn=90, licence_exif=True, card_surface="photo", access_surface="scan",
    title_surface="photo", letters_surface="scan",
)  # fmt: skip
BETA = Plan(
    licence="electronic", head_card="two_files", card_surface="photo", articles="unruled", insurance="person", bundled=False,
    access="broadband", lease="party", lease_surface="scan", fire_surface="photo",
)  # fmt: skip


def any_plan(seed: int) -> Plan:
    """A plan by chance, the same for the same seed."""
    chance = random.Random(seed)
    return Plan(
        chance.choice(business_licence.LAYOUTS), _surface(chance), chance.choice((0, 0, 90, 180, 270)), chance.random() < 0.5,
        chance.choice(("one_sheet", "two_pages", "two_files")), _surface(chance), chance.choice(articles.LAYOUTS),
        chance.choice(("digital", "scan")), chance.choice(("person", "person", "unit")), chance.random() < 0.5,
        chance.choice(("line", "broadband")), chance.choice(("digital", "scan")), chance.choice(premises.LEASE_LAYOUTS),
        chance.choice(("digital", "scan")), _surface(chance), _surface(chance), chance.choice(("digital", "scan")), word=chance.random() < 0.5,
    )  # fmt: skip


def _surface(chance: random.Random) -> str:
    """Half of all papers come as digital files."""
    return chance.choice(("digital", "digital", "scan", "photo"))
