"""A hundred builds killed at random moments: how often what stands afterwards is no whole result."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.figures import Figure
from tests.faults.killing import strike
from tests.faults.small_client import client

TIMES, SEED = 100, 1


def figures() -> tuple[Figure, ...]:
    """How many builds were killed, and how many results were spoilt."""
    with tempfile.TemporaryDirectory() as folder:
        struck = strike("build", client(Path(folder)), Path(folder) / "build", TIMES, SEED)
    return (
        Figure("builds killed by signal 9", struck.killed - struck.too_late, "builds"),
        Figure("ended before the signal", struck.too_late, "builds"),
        Figure("results neither the earlier nor the new one, whole", len(struck.broken), "results", at_most=0),
    )
