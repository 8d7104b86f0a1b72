"""python -m tests.specimens acme|beta|many N OUT"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.specimens import clients

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> None:
    """Make one of the demo clients, or many."""
    world = clients.acme()
    truth = clients.write_client(ROOT / "inputs" / "acme", world, clients.first_filings(world))
    sys.stdout.write(f"acme: {len(truth.documents)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
