"""Limited child processes: a function on a file may hang, crash or eat memory, and costs that file only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from pipeline.engines import limits
from pipeline.engines.outcomes import Crashed, Done, Outcome, OutOfMemory, Refused, TimedOut, UnreadableError
from pipeline.errors import FULL
from pipeline.model.record import Record

Item = TypeVar("Item")
Answer = TypeVar("Answer")

PRELOADED = "pipeline.engines.preloaded"
FRAMES_TOLD = 6  # of a library's traceback: enough to find the line, and paths only of the program


class ChildLimits(Record):
    """What one task may take; `address_space` makes allocation itself fail (not for OCR, which maps far more)."""

    max_seconds: float = 60.0
    max_memory_mb: int = 1024
    address_space: bool = False


class Workshop:
    """A pool of children, kept from file to file so that each loads its engines once; use it in a `with`."""

    def __init__(self, jobs: int, default: ChildLimits = ChildLimits()) -> None:  # noqa: B008 - a frozen record
        self.jobs = max(1, jobs)
        self.default = default
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Workshop:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the children; at once when an error or Ctrl-C passes through."""
        if self._pool is not None:
            end = self._pool.close if kind is None else self._pool.stop
            end()  # type: ignore[no-untyped-call]  # pebble annotates only what returns something
            self._pool.join()
            self._pool = None

    def map(
        self,
        function: Callable[[Item], Answer],
        items: Iterable[Item],
        limit: ChildLimits | None = None,
        told: Callable[[int, Outcome[Answer]], None] | None = None,
    ) -> tuple[Outcome[Answer], ...]:
        """The outcome for each item, in order; `told(index, outcome)` is called as each becomes known, in order."""
        allowed = limit or self.default
        futures = [self._schedule(function, item, allowed) for item in items]
        outcomes = []
        for index, future in enumerate(futures):
            outcome = _outcome(future, allowed)
            outcomes.append(outcome)
            if told is not None:
                told(index, outcome)
        return tuple(outcomes)

    def run(
        self, function: Callable[[Item], Answer], item: Item, limit: ChildLimits | None = None
    ) -> Outcome[Answer]:
        """The outcome for one item."""
        return self.map(function, (item,), limit)[0]

    def limits_in_force(self) -> tuple[limits.Limit, ...]:
        """Which limits this system keeps, asked of a child."""
        outcome = self.run(limits.in_force, None)
        return outcome.value if isinstance(outcome, Done) else ()

    def _schedule(
        self, function: Callable[[Item], Answer], item: Item, allowed: ChildLimits
    ) -> ProcessFuture[Outcome[Answer]]:
        if self._pool is None:
            self._pool = ProcessPool(self.jobs, initializer=limits.prepare_child, context=_context())
        return self._pool.schedule(_limited, args=(function, item, allowed), timeout=allowed.max_seconds)


def _context() -> multiprocessing.context.BaseContext:
    """Children that inherit nothing from this process: a server that forks clean copies, where there is one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOADED])
    return context


def _limited(function: Callable[[Item], Answer], item: Item, allowed: ChildLimits) -> Outcome[Answer]:
    """In the child: the function's value, or what went wrong, told without a word of the file's content.

    Raises: OSError where the disk is full: that is no fault of the file.
    """
    try:
        with limits.memory_limited(allowed.max_memory_mb, allowed.address_space):
            return Done(function(item))
    except UnreadableError as error:
        return Refused(error.fault, error.detail)
    except MemoryError:
        return OutOfMemory(allowed.max_memory_mb)
    except OSError as error:
        if error.errno in FULL:
            raise  # stops the run: the next paper would fare no better
        return Crashed(type(error).__name__, _where(error))
    except Exception as error:  # noqa: BLE001 - the boundary: libraries raise anything on damaged files
        return Crashed(type(error).__name__, _where(error))


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES_TOLD:]
    return " > ".join(f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)  # noqa: PTH119


def _outcome(future: ProcessFuture[Outcome[Answer]], allowed: ChildLimits) -> Outcome[Answer]:
    try:
        return future.result()
    except TimeoutError:
        return TimedOut(allowed.max_seconds)
    except ProcessExpired as error:
        if error.exitcode == limits.OUT_OF_MEMORY:
            return OutOfMemory(allowed.max_memory_mb)
        return Crashed(_how_it_died(error.exitcode))


def _how_it_died(exit_code: int) -> str:
    if exit_code < 0 and sys.platform != "win32":
        return signal.Signals(-exit_code).name
    return f"exit code {exit_code}"
