"""The demo client acme: a first build in an empty folder, a second one with nothing changed, and the start-up alone."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ROOT / "inputs"
CLIENT = "acme"
ROUNDS = 3
READY, NOT_READY = 0, 1
START_UP = "import pipeline.cli.build, pipeline.entry"
"""What is loaded before `dossier build` looks at a client."""


class Run(NamedTuple):
    """One call of the program: seconds by the clock and of processor, its children's included, and what it printed."""

    clock: float
    processor: float
    printed: str


def figures() -> tuple[Figure, ...]:
    """Cold, warm and start-up; wall times, the best of several where a run leaves nothing to do."""
    with tempfile.TemporaryDirectory() as folder:
        build = ["-m", "pipeline", "build", CLIENT, "--inputs", str(INPUTS), "--build", folder, "--json", "--quiet"]
        cold = _run(build)
        warm = [_run(build) for _ in range(ROUNDS)]
    start = [_run(["-c", START_UP]) for _ in range(ROUNDS)]
    again = json.loads(warm[-1].printed)["work"]
    return (
        Figure("cold build", cold.clock, "s"),
        Figure("cold build, processor time outside its workers", cold.processor, "s"),
        Figure("warm build", min(run.clock for run in warm), "s", at_most=1.5),
        Figure("warm build, processor time", min(run.processor for run in warm), "s"),
        Figure("of which start-up", min(run.clock for run in start), "s", at_most=0.5),
        Figure("start-up, processor time", min(run.processor for run in start), "s"),
        Figure("stages that worked again in the warm build", len(again), "stages", at_most=0),
        Figure("cold against warm", cold.clock / min(run.clock for run in warm), "×"),
    )


def _run(arguments: list[str]) -> Run:
    """Call this Python from the repository's root, compiled files kept as an installed program keeps them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    clock, processor = time.perf_counter(), _children()
    called = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    clock, processor = time.perf_counter() - clock, _children() - processor
    if called.returncode not in {READY, NOT_READY}:
        raise AssertionError(f"dossier ended with {called.returncode}: {called.stderr}")
    return Run(clock, processor, called.stdout)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
