"""Which tasks a plan has, in the order of their dependencies, and which of them are done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from graphlib import TopologicalSorter

from pipeline.model.record import Record
from pipeline.profile.plan_records import Decision, PlanData, Task


class PlannedTask(Record):
    """A task of one plan; `needs` are tasks of the same plan."""

    task: Task
    needs: tuple[str, ...] = ()
    done: bool = False


def tasks_of(
    data: PlanData, decisions: Iterable[Decision], ready: Collection[str], *, answered: bool
) -> tuple[PlannedTask, ...]:
    """The tasks of every plan and of these decisions, each after those it needs.

    `ready` are the papers that lie there in order, `answered` is whether no question of the profile is open.
    """
    brought = {name for each in decisions for name in each.tasks}
    chosen = {each.id: each for each in data.tasks if each.always or each.id in brought}
    needs = {
        name: tuple(dict.fromkeys((*_present(task, data, chosen), *_before_last(task, chosen.values()))))
        for name, task in chosen.items()
    }
    return tuple(
        PlannedTask(task=chosen[name], needs=needs[name], done=_is_done(chosen[name], ready, answered=answered))
        for name in TopologicalSorter(needs).static_order()
    )


def _before_last(task: Task, tasks: Iterable[Task]) -> Iterator[str]:
    """All that is not of the last, before what goes stale is made."""
    return (each.id for each in tasks if task.last and not each.last)


def _is_done(task: Task, ready: Collection[str], *, answered: bool) -> bool:
    if task.answered:
        return answered
    return bool(task.papers) and all(paper in ready for paper in task.papers)


def _present(task: Task, data: PlanData, chosen: Collection[str]) -> Iterator[str]:
    """The tasks of the plan that come first; one that the plan lacks stands for those it needs itself."""
    for name in task.needs:
        needed = data.task(name)
        if name in chosen:
            yield name
        elif needed is not None:
            yield from _present(needed, data, chosen)
