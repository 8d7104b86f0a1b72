"""A run whose inputs are those of the last one does nothing again, and says so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from pipeline import outputs
from pipeline.model.intake import Inventory
from pipeline.model.outcome import Summary
from pipeline.model.record import Record
from pipeline.store import digest, fingerprint, sha256
from pipeline.workplace import Work


class Kept(Record):
    """What a run came to, and the hash of every file that it wrote."""

    summary: Summary | None = None
    """None for a plan, which has no verdict."""
    files: tuple[tuple[str, str], ...]


def unless_done(command: str, work: Work, make: Callable[[], Summary]) -> Summary:
    """The summary of the last run where its inputs and its files are unchanged; else of a new run."""
    inputs = inputs_of(command, work)
    earlier = work.store.find("run", inputs, Kept)
    folder = outputs.result_folder(work.place.build, work.client.folder_name)
    if earlier is not None and earlier.summary is not None and _stands(earlier, folder):
        return earlier.summary.model_copy(update={"work": ()})
    summary = make()
    work.store.keep("run", inputs, Kept, Kept(summary=summary, files=result_in(folder)))
    return summary


def carry_over(work: Work, fresh: Path, *commands: str) -> None:
    """Take what these commands made of the very same inputs into a new result; nothing of other inputs is taken."""
    folder = outputs.result_folder(work.place.build, work.client.folder_name)
    for command in commands:
        earlier = work.store.find("run", inputs_of(command, work), Kept)
        if earlier is None or not _stands(earlier, folder):
            continue
        for name, _ in earlier.files:
            target = fresh / name
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / name, target)


def keep_plan(work: Work, names: tuple[str, ...]) -> None:
    """Remember the files of a plan, so that a build of the same inputs leaves them standing."""
    folder = outputs.result_folder(work.place.build, work.client.folder_name)
    files = tuple((name, sha256(folder / name)) for name in sorted(names))
    work.store.keep("run", inputs_of("plan", work), Kept, Kept(files=files))


def _stands(earlier: Kept, folder: Path) -> bool:
    """Whether every file of an earlier run is there as it was; a plan beside it does no harm."""
    return set(earlier.files) <= set(result_in(folder))


def inputs_of(command: str, work: Work) -> list[object]:
    """Everything that decides what a run comes to."""
    index = None if work.place.index is None else digest(work.place.index)
    profile = [work.profile.sha256, files_in(work.official)]
    return [command, fingerprint(), *profile, work.client.sha256, work.as_of, index, files_in(work.folder)]


def result_in(folder: Path) -> tuple[tuple[str, str], ...]:
    """Every file of a result with its hash; what other commands put beside it is no part of it."""
    return tuple(each for each in files_in(folder) if each[0].partition("/")[0] not in outputs.BESIDE)


def files_in(folder: Path) -> tuple[tuple[str, str], ...]:
    """Every file below a folder with its hash, in order."""
    found = (Path(parent) / name for parent, _, names in os.walk(folder) for name in names)
    return tuple(sorted((path.relative_to(folder).as_posix(), sha256(path)) for path in found if path.is_file()))


def changed_papers(inventory: Inventory, folder: Path) -> tuple[str, ...]:
    """The papers that are no longer those of the inventory: somebody wrote to the client's folder meanwhile."""
    return tuple(file.path for file in inventory.files if file.sha256 and _is_other(folder / file.path, file.sha256))


def _is_other(path: Path, expected: str) -> bool:
    try:
        return sha256(path) != expected
    except OSError:  # gone, or not to be read any more
        return True
