"""Call the command line as the console script does, in this process."""

from __future__ import annotations

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
