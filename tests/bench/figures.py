"""One measured figure, its aim, and how it is printed."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import NamedTuple


class Figure(NamedTuple):
    """A measured value; without an aim it is told for understanding only."""

    name: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def missed(self) -> bool:
        """Whether the figure has an aim and misses it."""
        too_low = self.at_least is not None and self.value < self.at_least
        too_high = self.at_most is not None and self.value > self.at_most
        return too_low or too_high

    def line(self) -> str:
        """The figure as one line: name, value, aim, whether it is met."""
        return f"  {self.name:<58} {self._amount(self.value):>10} {self._aim()}".rstrip()

    def _amount(self, value: float) -> str:
        return f"{value:.3g} {self.unit}" if value < 100 else f"{value:.0f} {self.unit}"

    def _aim(self) -> str:
        mark = "✗" if self.missed else "✓"
        if self.at_least is not None:
            return f"  aim ≥ {self.at_least:g} {self.unit}  {mark}"
        if self.at_most is not None:
            return f"  aim ≤ {self.at_most:g} {self.unit}  {mark}"
        return ""


def best_of(rounds: int, *ways: Callable[[], object]) -> list[float]:
    """Seconds of processor time of each way, all run in turn, the best of each; other programs do not count.

    What is in memory already is kept from the garbage collector, which would look through it again and again.
    """
    gc.collect()
    gc.freeze()
    times = [[_processor_seconds(way) for way in ways] for _ in range(rounds)]
    return [min(column) for column in zip(*times, strict=True)]


def _processor_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
