"""Whatever stops a build, the earlier result stays whole or the new one is whole, and the message says which."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from pipeline import entry
from pipeline.errors import InputError
from pipeline.workplace import Workplace
from tests.faults.killing import strike, tree
from tests.faults.small_client import CLIENT, DAYS, PAPER, ROOT, checked, client

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and limits")]


def test_a_killed_build_leaves_one_of_two_whole_results(tmp_path: Path) -> None:
    struck = strike("check", client(tmp_path), tmp_path / "build", times=6, seed=20261125)
    assert struck.broken == ()


@pytest.mark.parametrize("most_bytes", [3_000, 60_000])
def test_a_full_disk_leaves_the_earlier_result_and_says_so(tmp_path: Path, most_bytes: int) -> None:
    inputs, target = client(tmp_path), tmp_path / "build"
    assert checked(inputs, target, DAYS[0]).returncode == 1
    before = tree(target / CLIENT)
    stopped = checked(inputs, target, DAYS[1], most_bytes)
    assert stopped.returncode == 4, stopped.stderr
    assert "原有结果未动" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    assert tree(target / CLIENT) == before
    assert [path.name for path in target.glob(f".{CLIENT}.*")] == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_build_folder_is_told(tmp_path: Path) -> None:
    inputs, target = client(tmp_path), tmp_path / "build"
    assert checked(inputs, target, DAYS[0]).returncode == 1
    before = tree(target / CLIENT)
    target.chmod(0o500)
    stopped = checked(inputs, target, DAYS[1])
    target.chmod(0o700)
    assert (stopped.returncode, "原有结果未动" in stopped.stderr) == (4, True)
    assert tree(target / CLIENT) == before


def test_a_paper_changed_while_it_is_merged_leaves_the_earlier_result_and_is_named(tmp_path: Path) -> None:
    inputs, target = client(tmp_path), tmp_path / "build"
    assert checked(inputs, target, DAYS[0]).returncode == 1
    before = tree(target / CLIENT)

    def meddle(stage: str, done: int, total: int) -> None:
        if stage == "merge":
            with (inputs / CLIENT / PAPER).open("ab") as paper:
                paper.write(b"\n% saved again")

    place = Workplace(
        inputs=inputs,
        build=target,
        templates=ROOT / "templates",
        as_of=date.fromisoformat(DAYS[1]),
        today=date.fromisoformat(DAYS[1]),
        progress=meddle,
        key=tmp_path / "key",
    )
    with pytest.raises(InputError, match=PAPER):
        entry.build(place, CLIENT)
    assert tree(target / CLIENT) == before
