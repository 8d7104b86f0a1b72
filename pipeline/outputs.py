"""build/<client>/ as one thing: written aside, swapped in whole, repaired at the next start after a crash."""

from __future__ import annotations

import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pipeline.errors import InputError
from pipeline.store import PRIVATE_FILE, PRIVATE_FOLDER, private_folder

CACHE = ".cache"
LOCK = "lock"  # in the cache folder
RUN_BYTES = 4  # of the random name of one run's folder
SHOWN = "show"
"""The folder of a client's result in which `show` puts pictures: gone with the next result."""
VISIT = "visit"
"""The folder of a client's result with the pack for the inspection on the spot: gone with the next result."""
LICENSED = "licensed"
"""The folder of a client's result with what follows the licence: gone with the next result."""
BESIDE = (SHOWN, VISIT, LICENSED)
"""What other commands put beside a result: no part of it."""


def cache_folder(build: Path, client: str) -> Path:
    """Where everything derived from the client is kept; safe to delete at any time."""
    return build / CACHE / client


def result_folder(build: Path, client: str) -> Path:
    """Where the client's last result stands."""
    return build / client


@contextmanager
def writing(build: Path, client: str) -> Iterator[Path]:
    """A fresh folder to write into; on success it takes the place of the earlier result, else nothing does."""
    private_folder(build)
    with alone(build, client):
        repair(build, client)
        fresh = build / f"{_aside(client, 'new')}-{secrets.token_hex(RUN_BYTES)}"
        fresh.mkdir(mode=PRIVATE_FOLDER)
        try:
            yield fresh
            _close_to_others(fresh)
            _swap_in(fresh, build, client)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def repair(build: Path, client: str) -> None:
    """Put right what a killed run left: the earlier result back in its place, half-written folders gone."""
    old, current = build / _aside(client, "old"), result_folder(build, client)
    if old.exists() and not current.exists():
        old.rename(current)
    shutil.rmtree(old, ignore_errors=True)
    for left in tuple(_half_written(build, client)):
        shutil.rmtree(left, ignore_errors=True)


def _aside(client: str, sort: str) -> str:
    return f".{client}.{sort}"


def _half_written(build: Path, client: str) -> Iterator[Path]:
    """Folders of runs that ended early. Each run has its own: a child that outlives a killed run writes into no other."""
    name = re.compile(re.escape(_aside(client, "new")) + f"-[0-9a-f]{{{2 * RUN_BYTES}}}")
    return (path for path in build.iterdir() if name.fullmatch(path.name))


def _swap_in(fresh: Path, build: Path, client: str) -> None:
    old, current = build / _aside(client, "old"), result_folder(build, client)
    if current.exists():
        current.rename(old)
    try:
        fresh.rename(current)
    except OSError:
        if old.exists():
            old.rename(current)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _close_to_others(folder: Path) -> None:
    """Readable by the owner only, whatever library wrote the files."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)


@contextmanager
def alone(build: Path, client: str) -> Iterator[None]:
    """One run at a time for one client; the system lets go of the lock of a process that ends, however it ends."""
    path = private_folder(cache_folder(build, client)) / LOCK
    path.touch(mode=PRIVATE_FILE)
    with path.open("ab") as lock:
        if not _take(lock) or not path.exists():  # a purge may have taken the file away meanwhile
            raise InputError(f"客户“{client}”正在由另一个进程生成，请等待其结束后再试；原有结果未动。")
        yield


def _take(lock: IO[bytes]) -> bool:
    """Lock an open file for this process, False where another holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # Windows tells a lock as a lack of permission
        return False
    return True
