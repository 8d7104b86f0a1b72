"""Which papers accuracy is measured on, and the client folders in which they lie."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from tests.specimens import gallery, surfaces, wear, worlds
from tests.specimens.company import World
from tests.specimens.gallery import Exhibit
from tests.specimens.people import PROVINCES
from tests.specimens.sheet import Paper
from tests.specimens.wear import Wear

DIGITAL_SEEDS = (8101, 8102, 8103, 8104)
SCAN_SEEDS = (8201, 8202)
PHOTO_SEEDS = (8301, 8302)
WORLDS_A_SEED = 10_000
"""Many more than there are exhibits: two seldom share a world."""

IN_ONE_FILE = (1, 1, 1, 3, 1, 2)
"""How many papers lie in one PDF, in turn: most come alone, some are bound together."""

Place = tuple[str, int, int]
"""A file with the first and last page (1-based) of a paper in it."""


@dataclass(frozen=True)
class Sample:
    """One paper in a client's folder: what it is, what was done to it, where it lies and what it says."""

    layout: str
    wear: str
    places: tuple[Place, ...]
    truth: dict[str, Any]


class Batch(NamedTuple):
    """One client's folder with its papers, all on one surface (`digital`, `scan`, `photo`, `public`)."""

    surface: str
    folder: Path
    samples: tuple[Sample, ...]


def batches(root: Path, surface: str) -> Iterator[Batch]:
    """The client folders of one surface, written anew under `root`."""
    seeds = {"digital": DIGITAL_SEEDS, "scan": SCAN_SEEDS, "photo": PHOTO_SEEDS}[surface]
    for turn, seed in enumerate(seeds):
        folder = root / f"{surface}_{seed}"
        shutil.rmtree(folder, ignore_errors=True)
        province = list(PROVINCES)[turn % len(PROVINCES)]
        yield Batch(surface, folder, tuple(WRITERS[surface](folder, turn, _worlds(seed, province))))


def _worlds(seed: int, province: str) -> Callable[[Exhibit], World]:
    """Each paper tells of a world of its own: two contracts of one number in one folder would be one contract."""
    return lambda exhibit: worlds.clean(seed * WORLDS_A_SEED + _number(exhibit), province)


def _number(exhibit: Exhibit) -> int:
    """A number that stays an exhibit's own when others join the gallery after it, so that its picture stays the same."""
    return _numbers()[exhibit.name]


@cache
def _numbers() -> dict[str, int]:
    """By the exhibit's name, no two the same: of two names that fall on one number the later takes the next free one."""
    taken: dict[int, str] = {}
    for each in gallery.exhibits():
        number = zlib.crc32(each.name.encode()) % WORLDS_A_SEED
        while number in taken:
            number = (number + 1) % WORLDS_A_SEED
        taken[number] = each.name
    return {name: number for number, name in taken.items()}


def _digital(folder: Path, turn: int, world: Callable[[Exhibit], World]) -> Iterator[Sample]:
    """Every exhibit; some papers bound together in one file."""
    waiting = _mixed(gallery.exhibits())
    for number, size in enumerate(cycle(IN_ONE_FILE[turn:] + IN_ONE_FILE[:turn])):
        if not waiting:
            return
        bound, waiting = waiting[:size], waiting[size:]
        papers = [each.draw(world(each)) for each in bound]
        file = f"papers/资料{number:02d}/文件.pdf"
        _write(folder / file, surfaces.digital(papers))
        yield from _in_one_file(file, bound, papers, wear.PLAIN)


def _mixed(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """One of each kind after another: papers bound together are seldom of one kind and one subject."""
    of_kind: dict[str, list[Exhibit]] = {}
    for each in exhibits:
        of_kind.setdefault(each.kind, []).append(each)
    return [each for turn in zip_longest(*of_kind.values()) for each in turn if each is not None]


def _in_one_file(file: str, bound: Sequence[Exhibit], papers: Sequence[Paper], worn: Wear) -> Iterator[Sample]:
    page = 1
    for exhibit, paper in zip(bound, papers, strict=True):
        last = page + len(paper.pages) - 1
        yield _sample(exhibit, paper, worn, ((file, page, last),))
        page = last + 1


def _scanned(folder: Path, turn: int, world: Callable[[Exhibit], World]) -> Iterator[Sample]:
    """Every exhibit the first time, every other one after that, each with the next kind of wear."""
    for number, exhibit in some(turn):
        told, worn = world(exhibit), wear_of(number, turn, wear.SCANS)
        paper = exhibit.draw(told)
        file = f"papers/资料{number}/扫描.pdf"
        _write(folder / file, wear.scan(paper, worn, told.seed, told.company.name))
        yield _sample(exhibit, paper, worn, ((file, 1, len(paper.pages)),))


def _photographed(folder: Path, turn: int, world: Callable[[Exhibit], World]) -> Iterator[Sample]:
    """As scans, but each page is a picture in a file of its own."""
    for number, exhibit in some(turn):
        told, worn = world(exhibit), wear_of(number, turn, wear.PHOTOS)
        paper = exhibit.draw(told)
        if exhibit.kind == "id_card" and len(paper.pages) > 1:
            continue  # two pictures of two sides are two papers, which placement joins: `front` and `back` are measured
        pictures = wear.photos(paper, worn, told.seed, told.company.name)
        files = [f"papers/资料{number}/{page}.jpg" for page in range(1, len(pictures) + 1)]
        for file, picture in zip(files, pictures, strict=True):
            _write(folder / file, picture)
        yield _sample(exhibit, paper, worn, tuple((file, 1, 1) for file in files))


def wear_of(number: int, turn: int, wears: Sequence[Wear]) -> Wear:
    """What is done to the exhibit of this number when it is its turn."""
    return wears[(number // 2 + turn) % len(wears)]


def some(turn: int) -> Iterator[tuple[int, Exhibit]]:
    """The exhibits with their numbers: all the first time, every other one after that."""
    numbered = ((_number(each), each) for each in gallery.exhibits())
    return ((number, each) for number, each in numbered if turn == 0 or number % 2 == turn % 2)


def _sample(exhibit: Exhibit, paper: Paper, worn: Wear, places: tuple[Place, ...]) -> Sample:
    file, first, last = places[0]
    truth = {"file": file, "pages": [first, last], "kind": paper.kind, "fields": paper.fields, "rows": paper.rows}
    return Sample(exhibit.name, worn.name, places, truth)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


WRITERS: dict[str, Callable[[Path, int, Callable[[Exhibit], World]], Iterator[Sample]]] = {
    "digital": _digital,
    "scan": _scanned,
    "photo": _photographed,
}
