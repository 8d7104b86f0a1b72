"""Whole client folders: acme without a fault, beta with its eight broken results, and any number of others."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.specimens import faults, filing, handing, plans, worlds
from tests.specimens.client_file import client_yaml
from tests.specimens.company import World
from tests.specimens.filing import Truth
from tests.specimens.people import PROVINCES

ACME_SEED = 20261
BETA_SEED = 20262
BETA_FAULTS = (
    "scope_without_keywords",
    "capital_too_low",
    "payer_is_staffing_company",
    "room_lease_expired",
    "commitment_to_the_wrong_authority",
)


@dataclass(frozen=True)
class Made:
    """A client folder as made: its world, the truth of its papers and the rules that must be broken."""

    folder: Path
    world: World
    truth: Truth
    broken: tuple[str, ...]


def make_acme(folder: Path) -> Made:
    """The demo client that is ready: one province, a natural and a corporate shareholder."""
    world = worlds.clean(ACME_SEED, "北京市", "云桥", pattern=0, scope=worlds.SCOPES[0])
    return _make(folder, world, plans.ACME, ())


def make_beta(folder: Path) -> Made:
    """The demo client that is blocked; its name has brackets that offices print in two widths."""
    world = worlds.clean(BETA_SEED, "江苏省", "远帆", pattern=1)
    for member in world.staff:
        member.payer = member.payer.replace("（", "(").replace("）", ")")
    return _make(folder, world, plans.BETA, BETA_FAULTS)


def make_client(
    folder: Path, seed: int, chosen: Sequence[str] = (), province: str = "", plan: plans.Plan | None = None
) -> Made:
    """A complete client folder, the same for the same seed: names, layouts, surfaces, province."""
    chance = random.Random(seed)
    world = worlds.clean(seed, province or chance.choice(list(PROVINCES)))
    return _make(folder, world, plan or plans.any_plan(seed), chosen)


def _make(folder: Path, world: World, plan: plans.Plan, chosen: Sequence[str]) -> Made:
    """Replace a client's folder by a newly made one."""
    broken = faults.spoil(world, chosen)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "client.yaml").write_text(client_yaml(world), encoding="utf-8", newline="\n")
    truth = filing.write(folder, handing.filings(world, plan), world.seed)
    return Made(folder, world, truth, broken)
