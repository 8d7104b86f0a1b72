"""Whole client folders: acme without a fault, beta with eight, and any number of others."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.specimens import filing, seals
from tests.specimens.client_file import client_yaml
from tests.specimens.company import World
from tests.specimens.filing import Filing, Truth
from tests.specimens.papers import business_licence, id_card, social_insurance
from tests.specimens.sheet import Paper
from tests.specimens.worlds import clean

ACME_SEED = 20261
BETA_SEED = 20262


def acme() -> World:
    """The demo client that is ready: one province, a natural and a corporate shareholder."""
    return clean(ACME_SEED, "北京市", "云桥", pattern=0)


def write_client(folder: Path, world: World, filings: Sequence[Filing]) -> Truth:
    """Replace a client's folder by a newly made one."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "client.yaml").write_text(client_yaml(world), encoding="utf-8", newline="\n")
    return filing.write(folder, filings, world.seed)


def sealed(paper: Paper, world: World, x: float = 96.0, up: float = 100.0) -> Paper:
    """The applicant's seal on the first page of a copy, `up` points above its lower edge."""
    page = paper.pages[0]
    page.stamp(x, page.height - up, seals.company_seal(world.company.name), shift=world.seed)
    return paper


def first_filings(world: World) -> list[Filing]:
    """The three kinds of the first depth, all digital."""
    company = world.company
    head = company.legal_representative
    staff = [
        Filing(
            f"05_主要人员/{member.person.name}.pdf",
            [sealed(id_card.draw(member.person), world),
             sealed(social_insurance.draw(member, social_insurance.BY_PROVINCE[world.province.name], world.province), world)],
        )
        for member in world.staff
    ]  # fmt: skip
    return [
        Filing("01_营业执照.pdf", [sealed(business_licence.draw(company, "landscape_2019"), world, 420, 95)]),
        Filing("02_法定代表人身份证.pdf", [sealed(id_card.draw(head), world)]),
        *staff,
    ]
