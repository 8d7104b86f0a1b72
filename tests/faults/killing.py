"""Builds that are killed at any moment: what stands afterwards is one of two whole results."""

from __future__ import annotations

import hashlib
import random
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from pipeline import outputs
from tests.faults.small_client import CLIENT, DAYS, ROOT, arguments, environment


class Struck(NamedTuple):
    """How many builds were killed, how many of those had ended before, and what stood afterwards that is no whole result."""

    killed: int
    too_late: int
    broken: tuple[str, ...]


def strike(command: str, inputs: Path, build: Path, times: int, seed: int) -> Struck:
    """Kill a `check` or `build` of the other day `times` times, at random moments of its run."""
    dice = random.Random(seed)
    whole = {}
    for day in DAYS:
        whole[state(build, started(command, inputs, build, day), None)] = day
    length = _seconds(command, inputs, build)
    late, broken = 0, []
    for number in range(times):
        standing = whole.get(state(build, None, None), DAYS[0])
        moment = dice.uniform(0.0, 1.15 * length)
        day = DAYS[1 - DAYS.index(standing)]
        process = started(command, inputs, build, day)
        found = state(build, process, moment)
        late += process.returncode in {0, 1}
        if found not in whole:
            broken.append(f"kill {number} after {moment:.2f} s of a build for {day}: {found}")
    return Struck(times, late, tuple(broken))


def started(command: str, inputs: Path, build: Path, day: str) -> subprocess.Popen[bytes]:
    """A build under way."""
    return subprocess.Popen(
        arguments(command, inputs, build, day),
        cwd=ROOT,
        env=environment(inputs.parent),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def state(build: Path, process: subprocess.Popen[bytes] | None, moment: float | None) -> str:
    """The digest of the result that stands once a build ended, or was killed after `moment` seconds."""
    if process is not None:
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    outputs.repair(build, CLIENT)  # what the next start does
    return tree(outputs.result_folder(build, CLIENT))


def tree(folder: Path) -> str:
    """The digest of a folder's files, names and contents; `show` and the like are not part of a result."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _seconds(command: str, inputs: Path, build: Path) -> float:
    start = time.monotonic()
    started(command, inputs, build, DAYS[0]).wait()
    return time.monotonic() - start
