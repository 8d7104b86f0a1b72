"""Many papers in one file, drawn as pages that an engine would have seen, and which pages make which paper."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.model import geometry
from pipeline.model.page import Look
from pipeline.model.page import Page as Read
from tests.specimens import fonts, near_misses, worlds
from tests.specimens.company import World, corporate_holders, natural_holders
from tests.specimens.papers import (
    access_agreement,
    application_form,
    articles,
    business_licence,
    golden,
    id_card,
    letters,
    premises,
    qualification,
    social_insurance,
)
from tests.specimens.people import PROVINCES
from tests.specimens.sheet import Page, Paper, Text

FILE = "papers/全部材料.pdf"
BLANK_BACK, DIVIDER = 0.12, 0.08
"""How often an empty back or a divider sheet follows a paper."""

GOLDEN = tuple(layout for _, layout in golden.layouts())
LEAST, MOST = 6, 16
"""Papers in a bundle."""


@dataclass(frozen=True)
class Bundle:
    """One file's pages and its papers: the kind, and the page numbers that are not empty backs."""

    pages: tuple[Read, ...]
    papers: tuple[tuple[str, tuple[int, ...]], ...]


def bundle(seed: int) -> Bundle:
    """Papers of every kind in a row by chance, the same for the same seed."""
    chance = random.Random(seed)
    world = worlds.clean(seed, chance.choice(list(PROVINCES)))
    chosen = [chance.choice(_makers(world, chance))() for _ in range(chance.randint(LEAST, MOST))]
    pages: list[Read] = []
    papers: list[tuple[str, tuple[int, ...]]] = []
    for paper in chosen:
        if chance.random() < DIVIDER:
            papers.append(("other", (len(pages) + 1,)))
            pages.append(read(near_misses.divider(chance.randint(1, 12)).pages[0], FILE, len(pages) + 1))
        first = len(pages) + 1
        pages.extend(read(page, FILE, first + place) for place, page in enumerate(paper.pages))
        papers.append((paper.kind, tuple(range(first, len(pages) + 1))))
        if chance.random() < BLANK_BACK:
            pages.append(read(Page(), FILE, len(pages) + 1))
    return Bundle(tuple(pages), tuple(papers))


def read(page: Page, file: str, number: int) -> Read:
    """What the text layer of a drawn page holds."""
    letters_on = [letter for mark in page.marks if isinstance(mark, Text) for letter in _letters(mark)]
    return Read(
        file=file, sha256="0" * 64, number=number, width=page.width, height=page.height,
        reader="text" if letters_on else "none", engine="drawn 1", text="".join(text for text, _ in letters_on),
        boxes=tuple(box for _, box in letters_on), look=Look(),
    )  # fmt: skip


def _letters(mark: Text) -> list[tuple[str, geometry.Box]]:
    x, placed = mark.x, []
    for character in mark.text:
        wide = fonts.width(character, mark.face, mark.size)
        if not character.isspace():
            placed.append(
                (character, geometry.Box(x, mark.y - 0.88 * mark.size, x + wide, mark.y + 0.12 * mark.size))
            )
        x += wide + mark.spacing
    return placed


def _makers(world: World, chance: random.Random) -> list[Callable[[], Paper]]:
    """One way to draw a paper of each kind, layouts and people by chance."""
    company, member = world.company, chance.choice(world.staff)
    companies = [company, *corporate_holders(company)]
    people = [company.legal_representative, *natural_holders(company), *(each.person for each in world.staff)]
    makers: list[Callable[[], Paper]] = [
        lambda: business_licence.draw(chance.choice(companies), chance.choice(business_licence.LAYOUTS)),
        lambda: id_card.draw(chance.choice(people), chance.choice(id_card.LAYOUTS)),
        lambda: articles.draw(chance.choice(companies), chance.choice(articles.LAYOUTS)),
        lambda: articles.amendment(company, "软件开发", "2025-03-04"),
        lambda: social_insurance.draw(
            member, chance.choice(sorted(set(social_insurance.BY_PROVINCE.values()))), world.province
        ),
        lambda: social_insurance.unit_list(world.staff, world.province),
        lambda: social_insurance.draw_elsewhere(
            world.staff, chance.choice((*social_insurance.FORMS_ELSEWHERE, *social_insurance.LISTS_ELSEWHERE)), False
        ),
        lambda: golden.draw(world, chance.choice(GOLDEN)),
        lambda: golden.draw(world, chance.choice(GOLDEN)),
        lambda: golden.draw(world, chance.choice(GOLDEN)),
        lambda: qualification.draw(member, chance.choice(member.qualifications), world),
        lambda: access_agreement.draw(world, chance.choice(access_agreement.LAYOUTS)),
        lambda: premises.lease(world.office, company.code, chance.choice(premises.LEASE_LAYOUTS)),
        lambda: letters.commitment(world, spaced=chance.random() < 0.5),
        lambda: letters.change_notice(world),
        lambda: letters.credit_record(company.name, company.code, world.records_on, 1),
        lambda: application_form.draw(world, sealed=chance.random() < 0.5),
        lambda: chance.choice(near_misses.PAPERS)(world),
    ]
    if world.room is not None and world.title is not None and world.fire is not None:
        room, title, fire = world.room, world.title, world.fire
        makers += [
            lambda: premises.property_title(title),
            lambda: premises.fire_document(fire),
            lambda: premises.consent(title.owner, room.lessor, room.address, room.signed_on),
        ]
    return makers


def wrong(bundle: Bundle, found: Sequence[tuple[str, Sequence[int]]]) -> list[tuple[str, tuple[int, ...]]]:
    """The papers of a bundle that were not found with their kind and exactly their pages."""
    written = {page.number for page in bundle.pages if page.text}
    told = {(kind, tuple(number for number in pages if number in written)) for kind, pages in found}
    return [paper for paper in bundle.papers if paper not in told]
