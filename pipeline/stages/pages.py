"""Every page of every readable file as a record: read in limited children, kept per file."""

from __future__ import annotations

from pathlib import Path

from pipeline.engines.batches import PageRequest, read_all, requests
from pipeline.engines.children import Workshop
from pipeline.engines.reading import ReadingSettings
from pipeline.model.intake import Inventory, SourceFile, UnreadPage
from pipeline.model.page import Page
from pipeline.progress import Progress
from pipeline.store import Store, fingerprint

SETTINGS = ReadingSettings()


def run(inventory: Inventory, folder: Path, store: Store, shop: Workshop, progress: Progress) -> tuple[Page, ...]:
    """The pages of all readable files in path order; a page that could not be read is there with its reason."""
    files = inventory.readable()
    kept = {file.path: store.find("pages", _key(file), tuple[Page, ...]) for file in files}
    unread = [file for file in files if kept[file.path] is None]
    read = _read(unread, folder, store, shop, progress)
    return tuple(_unless_lost(page, file) for file in files for page in kept[file.path] or read[file.path])


def _unless_lost(page: Page, file: SourceFile) -> Page:
    """The page; one that shows nothing because its content was lost is told as unread, never as blank."""
    why = next((each.why for each in file.unread if each.page == page.number), None)
    if why is None:
        return page
    return Page(file=page.file, sha256=page.sha256, number=page.number, width=0, height=0, why=why)


def with_unread(inventory: Inventory, pages: tuple[Page, ...]) -> Inventory:
    """The inventory with the pages that could not be read, each with its reason."""
    lost: dict[str, list[UnreadPage]] = {}
    for page in pages:
        if not page.width:
            lost.setdefault(page.file, []).append(UnreadPage(page=page.number, why=page.why))
    return Inventory(
        files=tuple(
            file.model_copy(update={"unread": tuple(lost[file.path])}) if file.path in lost else file
            for file in inventory.files
        )
    )


def _key(file: SourceFile) -> list[object]:
    return [file.path, file.sha256, file.derivative, SETTINGS, fingerprint("engines", "text")]


def _read(
    files: list[SourceFile], folder: Path, store: Store, shop: Workshop, progress: Progress
) -> dict[str, tuple[Page, ...]]:
    """The pages of these files; a page lost to a time limit is not kept, so that the next run tries again."""
    wanted = [request for file in files for request in _requests(file, folder, store)]
    total, done = sum(len(request.pages) for request in wanted), 0

    def told(pages: int) -> None:
        nonlocal done
        done += pages
        progress("extract", done, total)

    if wanted:
        progress("extract", 0, total)
    read = read_all(shop, wanted, told)
    by_file = {file.path: tuple(page for page in read if page.file == file.path) for file in files}
    for file in files:
        if all(page.width for page in by_file[file.path]):
            store.keep("pages", _key(file), tuple[Page, ...], by_file[file.path])
    return by_file


def _requests(file: SourceFile, folder: Path, store: Store) -> tuple[PageRequest, ...]:
    path = store.derivatives / file.derivative if file.derivative is not None else folder / file.path
    asked = requests(path, file.path, file.sha256, file.pages or 0)
    return tuple(each.model_copy(update={"settings": SETTINGS}) for each in asked)
