"""How a stage tells how far it is, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called with the stage's name, how much of it is done, out of how much, and on what (a file's name)."""

    def __call__(self, stage: str, done: int, total: int, subject: str = "") -> None:
        """Take note."""


def silent(stage: str, done: int, total: int, subject: str = "") -> None:
    """Nobody listens."""
