"""Pages of many files read side by side in children, a few pages at a time: a page that hurts costs that page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.engines.children import ChildLimits, Workshop
from pipeline.engines.outcomes import Done, Failure, OutOfMemory, TimedOut
from pipeline.engines.reading import ReadingSettings, read_pages
from pipeline.model.page import Page
from pipeline.model.record import Record

PAGES_AT_ONCE = 3  # a scanned page takes seconds: larger batches leave one worker busy at the end
SECONDS_PER_PAGE = 40.0  # twenty times what a dense A4 page takes
MEMORY_MB = 1400  # resident; a worker with its engine holds 700


class PageRequest(Record):
    """Pages (1-based) of the PDF at `path`, to be told as pages of `file`."""

    path: Path
    file: str
    sha256: str
    pages: tuple[int, ...]
    settings: ReadingSettings = ReadingSettings()


def requests(path: Path, file: str, sha256: str, count: int) -> tuple[PageRequest, ...]:
    """A file of `count` pages, in batches."""
    numbers = tuple(range(1, count + 1))
    return tuple(
        PageRequest(path=path, file=file, sha256=sha256, pages=numbers[first : first + PAGES_AT_ONCE])
        for first in range(0, count, PAGES_AT_ONCE)
    )


def read_request(request: PageRequest) -> tuple[Page, ...]:
    """The pages asked for; raises UnreadableError."""
    return read_pages(request.path, request.file, request.sha256, request.pages, request.settings)


def read_all(
    shop: Workshop, wanted: Iterable[PageRequest], told: Callable[[int], None] | None = None
) -> tuple[Page, ...]:
    """All pages, in the order asked for; `told` hears of every batch how many pages it had."""
    asked = tuple(wanted)
    outcomes = shop.map(
        read_request,
        asked,
        _limits(PAGES_AT_ONCE),
        None if told is None else lambda index, _: told(len(asked[index].pages)),
    )
    pages: list[Page] = []
    for request, outcome in zip(asked, outcomes, strict=True):
        pages += outcome.value if isinstance(outcome, Done) else _one_by_one(shop, request)
    return tuple(pages)


def _one_by_one(shop: Workshop, request: PageRequest) -> list[Page]:
    """The pages of a batch that failed, each in a task of its own."""
    singles = [request.model_copy(update={"pages": (number,)}) for number in request.pages]
    outcomes = shop.map(read_request, singles, _limits(1))
    return [
        outcome.value[0] if isinstance(outcome, Done) else _unread(single, outcome)
        for single, outcome in zip(singles, outcomes, strict=True)
    ]


def _unread(request: PageRequest, failure: Failure) -> Page:
    match failure:
        case TimedOut(seconds=seconds):
            why = f"此页在 {seconds:g} 秒内未能读完，已中止"
        case OutOfMemory(megabytes=megabytes):
            why = f"读取此页占用内存超过 {megabytes} MB，已中止"
        case _:
            why = "此页无法读取"
    return Page(file=request.file, sha256=request.sha256, number=request.pages[0], width=0, height=0, why=why)


def _limits(pages: int) -> ChildLimits:
    return ChildLimits(max_seconds=SECONDS_PER_PAGE * pages, max_memory_mb=MEMORY_MB)
