"""Many clients side by side: one failing costs itself only, and nobody's name reaches another's result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, as_completed
from typing import NamedTuple, TypeVar

from pipeline import across, entry
from pipeline.casework import read_case
from pipeline.engines.children import Workshop
from pipeline.errors import DossierError, storage_error
from pipeline.index import Index, entries_of, joined, key_at
from pipeline.model.case import Case
from pipeline.model.outcome import Summary
from pipeline.workplace import Workplace, open_work

READY, NOT_READY, BUG = 0, 1, 70
NAMED = ("company.name", "company.code")
"""The facts of a client that must never stand in another's draft."""
Answer = TypeVar("Answer")


class Done(NamedTuple):
    """What became of one client: its summary, or why it stopped."""

    client: str
    exit_code: int
    summary: Summary | None = None
    faults: tuple[str, ...] = ()


class Survey(NamedTuple):
    """What a first look at a client gave: its part of the index, or why it stopped."""

    part: Index = Index()
    stopped: Done | None = None


def run_all(
    place: Workplace, names: tuple[str, ...], pool: Executor, told: Callable[[str, int], None]
) -> tuple[Done, ...]:
    """Every client built, in the order of `names`; `told(client, steps)` hears of each of its two steps.

    First all are read, so that the index is whole and frozen before the first client is judged.
    """
    surveys = dict(_each(pool, survey, place, names, lambda name: told(name, 1)))
    index = joined(surveys[name].part for name in names)
    sound = tuple(name for name in names if surveys[name].stopped is None)
    built = dict(_each(pool, build_one, place.knowing(index), sound, lambda name: told(name, 2)))
    return tuple(built.get(name) or surveys[name].stopped or Done(name, BUG) for name in names)


def worst_exit_code(done: tuple[Done, ...]) -> int:
    """The highest exit code of all clients."""
    return max((each.exit_code for each in done), default=READY)


def survey(place: Workplace, name: str) -> Survey:
    """In a worker: read one client, so that its pages are kept and its part of the index known."""
    try:
        work = open_work(place, name)
        with Workshop(place.jobs) as shop:
            case = read_case(work, shop)
    except DossierError as error:
        return Survey(stopped=Done(name, error.exit_code, faults=error.faults))
    except Exception as error:  # noqa: BLE001 - one client's bug must not stop the others
        return Survey(stopped=_unexpected(name, error))
    key = key_at(place.key)
    part = across.part_of(case, work.profile, work.settings, key)
    return Survey(part=joined((Index(entries=entries_of(name, _names(case), key)), part)))


def build_one(place: Workplace, name: str) -> Done:
    """In a worker: build one client."""
    try:
        summary = entry.build(place, name)
    except DossierError as error:
        return Done(name, error.exit_code, faults=error.faults)
    except Exception as error:  # noqa: BLE001 - one client's bug must not stop the others
        return _unexpected(name, error)
    return Done(name, READY if summary.verdict == "ready" else NOT_READY, summary)


def _names(case: Case) -> tuple[str, ...]:
    return tuple(fact.text for name in NAMED if (fact := case.fact(name)) is not None)


def _unexpected(name: str, error: Exception) -> Done:
    """A full disk in its sentence; a bug told by its class and place, without any value of the client's."""
    stopped = storage_error(error) if isinstance(error, OSError) else None
    if stopped is not None:
        return Done(name, stopped.exit_code, faults=stopped.faults)
    trace, line = error.__traceback__, ""
    while trace is not None:
        line = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return Done(name, BUG, faults=(f"程序内部错误：{type(error).__name__} {line}",))


def _each(
    pool: Executor,
    task: Callable[[Workplace, str], Answer],
    place: Workplace,
    names: tuple[str, ...],
    told: Callable[[str], None],
) -> Iterator[tuple[str, Answer]]:
    futures: dict[Future[Answer], str] = {pool.submit(task, place, name): name for name in names}
    for future in as_completed(futures):
        told(futures[future])
        yield futures[future], future.result()
