"""Every page of every readable file as a record: read in limited children, kept per file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.outcomes import Done, Outcome
from pipeline.engines.reading import ReadingSettings, read_pages
from pipeline.model.intake import Inventory, SourceFile
from pipeline.model.page import Page
from pipeline.progress import Progress
from pipeline.store import Store, fingerprint

PAGES_A_TASK = 3
"""Few pages a child's task: a hang costs three pages, and two workers share a long scan."""
SECONDS_A_PAGE = 30.0
"""Ten times what the slowest photograph took."""
OCR_MEMORY_MB = 1600
"""Twice what the engine holds: a child beyond it is running away."""
SETTINGS = ReadingSettings(cells=True)
UNREAD = "此页读取时超时或出错，请人工查看"


@dataclass(frozen=True)
class ReadingTask:
    """Some pages of one file for a child to read."""

    path: Path
    file: str
    sha256: str
    pages: tuple[int, ...]


def read_task(task: ReadingTask) -> tuple[Page, ...]:
    """In the child: the pages of one task."""
    return read_pages(task.path, task.file, task.sha256, task.pages, SETTINGS)


def run(inventory: Inventory, folder: Path, store: Store, shop: Workshop, progress: Progress) -> tuple[Page, ...]:
    """The pages of all readable files in path order; a page that could not be read is there with its reason."""
    files = inventory.readable()
    kept = {file.path: store.find("pages", _key(file), tuple[Page, ...]) for file in files}
    unread = [file for file in files if kept[file.path] is None]
    read = _read(unread, folder, store, shop, progress)
    return tuple(page for file in files for page in kept[file.path] or read[file.path])


def _key(file: SourceFile) -> list[object]:
    return [file.path, file.sha256, file.derivative, SETTINGS, fingerprint("engines", "text")]


def _read(
    files: list[SourceFile], folder: Path, store: Store, shop: Workshop, progress: Progress
) -> dict[str, tuple[Page, ...]]:
    tasks = [task for file in files for task in _tasks(file, folder, store)]
    total = sum(len(task.pages) for task in tasks)
    done = 0

    def told(index: int, _: Outcome[tuple[Page, ...]]) -> None:
        nonlocal done
        done += len(tasks[index].pages)
        progress("extract", done, total, tasks[index].file)

    if tasks:
        progress("extract", 0, total)
    limit = ChildLimits(max_seconds=SECONDS_A_PAGE * PAGES_A_TASK, max_memory_mb=OCR_MEMORY_MB)
    outcomes = shop.map(read_task, tasks, limit, told)
    read: dict[str, tuple[Page, ...]] = {file.path: () for file in files}
    for task, outcome in zip(tasks, outcomes, strict=True):
        read[task.file] += outcome.value if isinstance(outcome, Done) else _one_by_one(task, shop, limit)
    for file in files:
        if not any(page.why == UNREAD for page in read[file.path]):
            store.keep("pages", _key(file), tuple[Page, ...], read[file.path])
    return read


def _tasks(file: SourceFile, folder: Path, store: Store) -> Iterator[ReadingTask]:
    path = store.derivatives / file.derivative if file.derivative is not None else folder / file.path
    numbers = range(1, (file.pages or 0) + 1)
    for start in range(0, len(numbers), PAGES_A_TASK):
        yield ReadingTask(path, file.path, file.sha256, tuple(numbers[start : start + PAGES_A_TASK]))


def _one_by_one(task: ReadingTask, shop: Workshop, limit: ChildLimits) -> tuple[Page, ...]:
    """After a failed task: each page alone, so that one bad page costs itself only."""
    singles = [ReadingTask(task.path, task.file, task.sha256, (number,)) for number in task.pages]
    pages: list[Page] = []
    for single, outcome in zip(singles, shop.map(read_task, singles, limit), strict=True):
        pages.extend(outcome.value if isinstance(outcome, Done) else (_unread(single),))
    return tuple(pages)


def _unread(task: ReadingTask) -> Page:
    return Page(file=task.file, sha256=task.sha256, number=task.pages[0], width=595, height=842, why=UNREAD)
