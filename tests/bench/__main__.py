"""python -m tests.bench [words | package | hostile | kills | ocr | rules | acme]: the figures and their aims; ends with 1 where one is missed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tests.bench import acme, hostile, kills, ocr, package, rules, words
from tests.bench.figures import Figure

GROUPS: dict[str, tuple[str, Callable[[], tuple[Figure, ...]]]] = {
    "words": ("words of digital pages", words.figures),
    "package": ("600 pages of 40 papers put together and proven", package.figures),
    "hostile": ("odd PDFs answered, each in a dossier of its own", hostile.figures),
    "kills": ("builds killed at random moments", kills.figures),
    "ocr": ("one A4 photograph by OCR, one thread", ocr.figures),
    "rules": ("every rule's faults against its cases, and its time", rules.figures),
    "acme": ("the demo client acme", acme.figures),
}
USAGE, MISSED = 2, 1


def main(arguments: list[str]) -> int:
    """Measure the groups asked for, all when none is; 1 where an aim is missed, 2 for a group that does not exist."""
    unknown = [name for name in arguments if name not in GROUPS]
    if unknown:
        sys.stderr.write(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}\n")
        return USAGE
    _tell_load()
    missed = [each for name in arguments or GROUPS for each in _measured(name) if each.missed]
    sys.stdout.write(f"{len(missed)} aims missed\n" if missed else "every aim met\n")
    return MISSED if missed else 0


def _measured(name: str) -> tuple[Figure, ...]:
    title, measure = GROUPS[name]
    sys.stdout.write(f"{name}: {title}\n")
    sys.stdout.flush()
    found = measure()
    sys.stdout.writelines(f"{figure.line()}\n" for figure in found)
    sys.stdout.flush()
    return found


def _tell_load() -> None:
    """Times by the clock mean little while other programs want the same cores."""
    if not hasattr(os, "getloadavg"):
        return
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores / 2:
        sys.stdout.write(
            f"other programs are running (load {load:.1f} on {cores} cores): times by the clock are too long\n"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
