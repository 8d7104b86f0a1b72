"""The smallest client that builds: one paper, so that a build is told by what happens around it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.unit.packaging.papers import text_paper

ROOT = Path(__file__).parents[2]
CLIENT = "small"
PAPER = "papers/a.pdf"
DAYS = ("2026-12-15", "2026-12-16")
"""Two days of judging: the same paper gives another result."""


def client(folder: Path) -> Path:
    """The folder of inputs with this client."""
    inputs = folder / "inputs"
    (inputs / CLIENT / "papers").mkdir(parents=True)
    (inputs / CLIENT / "client.yaml").write_text("licence: isp\ncoverage: [北京市]\n", encoding="utf-8")
    text_paper(inputs / CLIENT / PAPER)
    return inputs


def arguments(command: str, inputs: Path, build: Path, day: str) -> list[str]:
    """The call that checks or builds it."""
    words = ["-m", "pipeline", command, CLIENT, "--quiet", "--lang", "zh", "--jobs", "1", "--as-of", day]
    return [sys.executable, *words, "--inputs", str(inputs), "--build", str(build)]


def environment(folder: Path) -> dict[str, str]:
    """That of a process whose home is `folder`."""
    return {**os.environ, "HOME": str(folder), "PYTHONIOENCODING": "utf-8"}


def checked(inputs: Path, target: Path, day: str, most_bytes: int | None = None) -> subprocess.CompletedProcess[str]:
    """Check it, which writes a result as a build does; no file may grow beyond `most_bytes`, as on a disk that is full."""

    def limit() -> None:
        import resource

        assert most_bytes is not None
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    return subprocess.run(
        arguments("check", inputs, target, day),
        cwd=ROOT,
        env=environment(inputs.parent),
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        preexec_fn=None if most_bytes is None else limit,
    )
