"""build/<client>/ as one thing: written aside, swapped in whole, repaired at the next start after a crash."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from pipeline.errors import InputError
from pipeline.store import PRIVATE_FILE, PRIVATE_FOLDER, private_folder

CACHE = ".cache"
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
    with _alone(build, client):
        repair(build, client)
        fresh = _aside(build, client, "new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=PRIVATE_FOLDER)
        try:
            yield fresh
            _close_to_others(fresh)
            _swap_in(fresh, build, client)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def repair(build: Path, client: str) -> None:
    """Put right what a killed run left: the earlier result back in its place, half-written folders gone."""
    old, current = _aside(build, client, "old"), result_folder(build, client)
    if old.exists() and not current.exists():
        old.rename(current)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(_aside(build, client, "new"), ignore_errors=True)


def _aside(build: Path, client: str, sort: str) -> Path:
    return build / f".{client}.{sort}"


def _swap_in(fresh: Path, build: Path, client: str) -> None:
    old, current = _aside(build, client, "old"), result_folder(build, client)
    if current.exists():
        current.rename(old)
    fresh.rename(current)
    shutil.rmtree(old, ignore_errors=True)


def _close_to_others(folder: Path) -> None:
    """Readable by the owner only, whatever library wrote the files."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)


@contextmanager
def _alone(build: Path, client: str) -> Iterator[None]:
    """One run at a time for one client: the lock names its process, and a dead process holds nothing."""
    lock = private_folder(cache_folder(build, client)) / "lock"
    _take(lock, client)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path, client: str) -> None:
    me = f"{os.getpid()} {psutil.Process().create_time()}"
    for _ in range(2):
        try:
            with lock.open("x", encoding="ascii") as stream:
                stream.write(me)
        except FileExistsError:
            if _held(lock):
                raise InputError(f"客户“{client}”正在由另一个进程生成，请等待其结束后再试；原有结果未动。") from None
            lock.unlink(missing_ok=True)
        else:
            return
    raise InputError(f"客户“{client}”的锁文件无法取得：{lock.name}，请稍后再试。")


def _held(lock: Path) -> bool:
    """Whether the process that the lock names still lives (same number and same start)."""
    try:
        number, started = lock.read_text(encoding="ascii").split()
        return bool(psutil.Process(int(number)).create_time() == float(started))
    except (OSError, ValueError, psutil.NoSuchProcess):
        return False
