"""python -m tests.specimens acme | beta | many N OUT."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.specimens import clients
from tests.specimens.clients import Made

ROOT = Path(__file__).resolve().parents[2]
TRUTH = Path(__file__).parent / "truth"
USAGE = "python -m tests.specimens acme | beta | many N OUT [FAULT…]"


def main(arguments: list[str]) -> int:
    """Make one of the demo clients in inputs/, or N others in OUT/inputs with their truth in OUT/truth."""
    match arguments:
        case ["acme"]:
            _report(clients.make_acme(ROOT / "inputs" / "acme"), TRUTH)
        case ["beta"]:
            _report(clients.make_beta(ROOT / "inputs" / "beta"), TRUTH)
        case ["many", count, out, *faults]:
            for seed in range(1, int(count) + 1):
                made = clients.make_client(Path(out) / "inputs" / f"client{seed:03d}", seed, faults)
                _report(made, Path(out) / "truth")
        case _:
            sys.stderr.write(USAGE + "\n")
            return 2
    return 0


def _report(made: Made, truths: Path) -> None:
    truths.mkdir(parents=True, exist_ok=True)
    (truths / f"{made.folder.name}.json").write_text(made.truth.text(), encoding="utf-8", newline="\n")
    sizes = sum(path.stat().st_size for path in made.folder.rglob("*") if path.is_file())
    broken = " ".join(made.broken) or "-"
    sys.stdout.write(f"{made.folder}: {len(made.truth.documents)} papers, {sizes / 1e6:.2f} MB, broken: {broken}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
