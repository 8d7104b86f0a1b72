"""Call the command line as the console script does, in this process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline import cli
from pipeline.cli.common import guarded

ROOT = Path(__file__).parents[2]


class Called(NamedTuple):
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


def call(capsys, *arguments: str | Path) -> Called:
    words: Sequence[str] = [str(each) for each in arguments]
    code = guarded(lambda: cli.dossier.main(list(words), standalone_mode=False))
    printed = capsys.readouterr()
    return Called(code, printed.out, printed.err)


def dossier(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Call the program in a process of its own, in Chinese; the last argument is a path whose folder serves as home."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments), "--lang", "zh"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HOME": str(Path(arguments[-1]).parent), "PYTHONIOENCODING": "utf-8"},
    )
