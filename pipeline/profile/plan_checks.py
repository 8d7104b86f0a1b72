"""What is wrong with a profile's plan: names that nothing has, tasks that wait for each other, values that no setting has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from string import Formatter

from pipeline.profile.known import Known
from pipeline.profile.plan_records import RECKONED_WITH, Task, WantedPaper
from pipeline.profile.profile import Profile
from pipeline.profile.settings import parameter_name


def plan_faults(profile: Profile, known: Known) -> Iterator[str]:
    """Every fault, as `file entry：sentence`."""
    place, plan = f"{profile.folder}/plan", profile.plan
    if not plan.tasks:
        return
    yield from (
        f"{profile.folder}/thresholds.yaml：定制清单需要设置 {each}，没有找到"
        for each in RECKONED_WITH
        if profile.setting(each) is None
    )
    tasks, papers = {each.id for each in plan.tasks}, {each.id for each in plan.papers}
    yield from _twice(f"{place}/decisions.yaml", (each.id for each in plan.decisions))
    yield from _twice(f"{place}/tasks.yaml", (each.id for each in plan.tasks))
    yield from _twice(f"{place}/papers.yaml", (each.id for each in plan.papers))
    for row in plan.decisions:
        yield from _strange(f"{place}/decisions.yaml {row.id} /tasks", "任务", row.tasks, tasks)
        yield from _rules(f"{place}/decisions.yaml {row.id}", row.rules, known)
    for task in plan.tasks:
        yield from _strange(f"{place}/tasks.yaml {task.id} /needs", "任务", task.needs, tasks)
        yield from _strange(f"{place}/tasks.yaml {task.id} /papers", "材料", task.papers, papers)
        if task.takes.most < task.takes.least:
            yield f"{place}/tasks.yaml {task.id} /takes：most 不能小于 least"
    yield from _circle(f"{place}/tasks.yaml", plan.tasks)
    for paper in plan.papers:
        yield from _paper(f"{place}/papers.yaml {paper.id}", paper, profile, known)
    for slot in plan.slots:
        yield from _strange(f"{place}/slots.yaml {slot.slot} /material", "材料", (slot.material,), profile.slots)


def _twice(place: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"{place} {name}：出现了 {times} 次" for name, times in Counter(names).items() if times > 1)


def _strange(place: str, sort: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    yield from (f"{place}：没有这个{sort}：{name}" for name in names if name not in set(known))


def _rules(place: str, rules: Iterable[str], known: Known) -> Iterator[str]:
    yield from (
        f"{place} /rules：程序里没有规则 {each}" for each in rules if known.rules and known.rule(each) is None
    )


def _circle(place: str, tasks: tuple[Task, ...]) -> Iterator[str]:
    try:
        TopologicalSorter({each.id: each.needs for each in tasks}).prepare()
    except CycleError as error:
        yield f"{place}：任务互相等待：{' → '.join(error.args[1])}"


def _paper(place: str, paper: WantedPaper, profile: Profile, known: Known) -> Iterator[str]:
    yield from _strange(f"{place} /material", "材料", (paper.material,), profile.slots)
    yield from _rules(place, paper.rules, known)
    if known.kinds is not None:
        yield from _strange(f"{place} /kinds", "文件种类", paper.kinds, known.kinds)
    settings = {parameter_name(each.id) for each in profile.settings}
    for name in ("what", "count", "form", "valid", "returned"):
        try:
            used = {field for _, field, _, _ in Formatter().parse(getattr(paper, name)) if field is not None}
        except ValueError:
            yield f"{place} /{name}：花括号不成对"
        else:
            yield from _strange(f"{place} /{name}", "设置", sorted(used), settings)
