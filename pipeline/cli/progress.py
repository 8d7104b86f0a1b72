"""Progress for the person who waits: a bar on a terminal, plain lines elsewhere, nothing when quiet."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.cli.common import Options, say
from pipeline.progress import Progress, silent
from pipeline.workplace import Workplace

STAGES = {
    "extract": ("读取材料", "extract"),
    "render": ("撰写草稿", "render"),
    "merge": ("合并成册", "merge"),
}
SECONDS_BETWEEN_LINES = 2.0


def workplace(options: Options, progress: Progress) -> Workplace:
    """What the stages work with, from a call's options."""
    return Workplace(
        inputs=options.inputs,
        build=options.build,
        templates=options.templates,
        as_of=options.as_of,
        today=options.today,
        jobs=options.jobs,
        cache=options.cache,
        progress=progress,
    )


@contextmanager
def shown(options: Options, title: str = "") -> Iterator[Progress]:
    """Progress as this call wants it shown."""
    if options.quiet:
        yield silent
    elif sys.stderr.isatty():
        with _bar(title) as progress:
            yield progress
    else:
        yield _lines(title, every=options.verbose)


@contextmanager
def _bar(title: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(title, total=None)

        def progress(stage: str, done: int, total: int, subject: str = "") -> None:
            words = f"{title} {say(*STAGES.get(stage, (stage, stage)))} {subject}".strip()
            bars.update(task, description=words, completed=done, total=max(total, 1))

        yield progress


def _lines(title: str, *, every: bool) -> Progress:
    """One line when a stage starts or ends, and now and then within it; each step where `every` is wanted."""
    last: dict[str, float] = {}

    def progress(stage: str, done: int, total: int, subject: str = "") -> None:  # noqa: ARG001 - bars show it
        now = time.monotonic()
        if not every and done not in {0, total} and now - last.get(stage, 0.0) < SECONDS_BETWEEN_LINES:
            return
        last[stage] = now
        sys.stderr.write(f"{title} {say(*STAGES.get(stage, (stage, stage)))} {done}/{total}\n".lstrip())

    return progress
