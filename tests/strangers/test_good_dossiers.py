"""The proof raises no false alarm: two hundred right dossiers of random makes, each proven twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.bundle import ProofExpectation
from pipeline.packaging.assembly import assemble
from pipeline.packaging.proof import prove
from tests.strangers.good_dossiers import Paper, good_dossier, pool

DOSSIERS = 200


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Paper, ...]:
    return pool(tmp_path_factory.mktemp("papers"))


@pytest.mark.deep
@pytest.mark.parametrize("first", range(0, DOSSIERS, 25))
def test_right_dossiers_are_proven_against_their_plan_and_from_the_file_alone(
    tmp_path: Path, papers: tuple[Paper, ...], first: int
) -> None:
    alarms = {}
    for seed in range(first, first + 25):
        bundle = good_dossier(seed, papers)
        assemble(bundle, tmp_path / "dossier.pdf")
        reports = prove(tmp_path / "dossier.pdf"), prove(tmp_path / "dossier.pdf", ProofExpectation.of(bundle))
        alarms[seed] = [f"{fault.name}: {fault.detail}" for report in reports for fault in report.faults]
    assert {seed: faults for seed, faults in alarms.items() if faults} == {}
