"""What a file's name and folders say of its material, and what client.yaml says of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from pipeline.layout.glyphs import folded
from pipeline.model.client import Client, FileEntry
from pipeline.model.record import Record

NUMBERED = re.compile(r"^(?P<number>0[1-9]|1[0-2]|[1-9][0-9]?A|1B)(?![0-9A-Za-z])")


class Slot(Record):
    """A material or annex as placement sees it: number, names under which clients file it, kinds that belong there."""

    number: str
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    parent: str | None = None


def hinted_slot(path: str, slots: Sequence[Slot]) -> str | None:
    """The material that a path names by number or title; the innermost name that says one counts."""
    numbers = {slot.number for slot in slots}
    for part in reversed(PurePosixPath(path).parts[1:]):
        name = folded(PurePosixPath(part).stem if part == PurePosixPath(path).name else part)
        found = NUMBERED.match(name)
        if found and found.group("number") in numbers:
            return found.group("number")
        titled = [slot.number for slot in slots if any(folded(title) in name for title in slot.names)]
        if len(titled) == 1:
            return titled[0]
    return None


def entry_for(client: Client, path: str, page: int) -> FileEntry | None:
    """The entry under `files:` that names a page of a file, None where there is none."""
    return next((entry for entry in client.files if path in paths_of(entry) and _covers(entry, page)), None)


def paths_of(entry: FileEntry) -> tuple[str, ...]:
    """The files of an entry in reading order."""
    return entry.paths or ((entry.path,) if entry.path else ())


def _covers(entry: FileEntry, page: int) -> bool:
    return entry.pages is None or page in page_numbers(entry.pages)


def page_numbers(pages: str) -> frozenset[int]:
    """The pages that `1-3,5` names; empty for anything else."""
    numbers: set[int] = set()
    for piece in folded(pages).replace("、", ",").split(","):
        found = re.fullmatch(r"([0-9]+)(?:-([0-9]+))?", piece)
        if found:
            first = int(found.group(1))
            numbers.update(range(first, int(found.group(2) or first) + 1))
    return frozenset(numbers)


def slots_for(kind: str, slots: Iterable[Slot]) -> tuple[str, ...]:
    """The materials and annexes that take a kind, in upload order."""
    return tuple(slot.number for slot in slots if kind in slot.kinds)
