"""What the program knows by name: passed down, so that the profile imports nothing above it."""

from __future__ import annotations

from typing import Literal

from pipeline.model.record import Record

Phase = Literal["paper", "draft", "output"]


class KnownRule(Record):
    """A check of the program: its id, when it runs, the settings that it takes, its statement in English."""

    id: str
    phase: Phase
    parameters: tuple[str, ...]
    statement: str


class Known(Record):
    """Names that a profile may use; None where the caller cannot tell, and then they are not checked."""

    rules: tuple[KnownRule, ...] = ()
    kinds: tuple[str, ...] | None = None
    facts: tuple[str, ...] | None = None
    variables: tuple[str, ...] | None = None

    def rule(self, rule_id: str) -> KnownRule | None:
        """The check with this id, None where the program has none."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)
