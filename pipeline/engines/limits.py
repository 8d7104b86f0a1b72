"""What a child process may not do: hold too much memory, reach the network. Each limit says whether it is in force."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from pipeline.model.record import Record

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000  # linux/sched.h
OUT_OF_MEMORY = 86  # exit code of a child that ended itself for holding too much
WATCH_EVERY = 0.05  # seconds; a page raster of 100 MB takes longer to fill
MEGABYTE = 1 << 20
ADDRESS_SPACE_PER_RESIDENT = 4  # native code that blocks the watch is stopped by the address space at this multiple
NETWORK_EVENTS = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request")


class Limit(Record):
    """One limit, whether this system keeps it, and in Chinese what that means."""

    name: str
    in_force: bool
    note: str


class NetworkRefusedError(OSError):
    """Code in a child tried to reach the network."""


@dataclass
class _Watched:
    """The task under way in this child, None between tasks."""

    most: int | None = None


_watched = _Watched()
_network = "open"


def prepare_child() -> None:
    """Cut the network and start the memory watch; called once in every child, before any thread."""
    warnings.simplefilter("ignore")  # libraries quote what they dislike: it would be a client's words on the terminal
    logging.disable()
    global _network  # noqa: PLW0603 - what this process could cut, asked for by `in_force`
    _network = "namespace" if _leave_network() else "refused"
    sys.addaudithook(_refuse_network)
    threading.Thread(target=_watch, name="memory-watch", daemon=True).start()


def in_force(_: object = None) -> tuple[Limit, ...]:
    """The limits as they stand in this process."""
    cut = _network == "namespace"
    network = "子进程无网络" if cut else "仅拦截 Python 的网络调用（本系统不允许隔离网络命名空间）"
    space = _resource_module() is not None
    return (
        Limit(name="time", in_force=True, note="超时的子进程会被结束"),
        Limit(name="memory", in_force=True, note="占用内存超限的子进程会被结束"),
        Limit(name="address space", in_force=space, note="" if space else "本系统不支持地址空间上限，只监视实际占用"),
        Limit(name="network", in_force=cut, note=network),
    )


def _leave_network() -> bool:
    """Move this process to a network namespace of its own, empty; False where the system has none or forbids it."""
    if sys.platform != "linux":
        return False
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    return bool(unshare(CLONE_NEWNET) == 0 or unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in NETWORK_EVENTS and not _is_local(arguments):
        raise NetworkRefusedError(event)


def _is_local(arguments: tuple[object, ...]) -> bool:
    """Unix sockets: the processes of this program talk through them."""
    return any(isinstance(argument, str | bytes) and str(argument).startswith("/") for argument in arguments)


@contextmanager
def memory_limited(megabytes: int, address_space: bool) -> Iterator[None]:
    """While inside, this child ends itself when it holds more; with `address_space` allocation fails there too."""
    _watched.most = megabytes * MEGABYTE
    before = _limit_address_space(megabytes * MEGABYTE * (1 if address_space else ADDRESS_SPACE_PER_RESIDENT))
    try:
        yield
    finally:
        _watched.most = None
        if before is not None:
            _restore_address_space(before)


def _watch() -> None:
    process = psutil.Process()
    while True:
        time.sleep(WATCH_EVERY)
        most = _watched.most
        if most is not None and process.memory_info().rss > most:
            os._exit(OUT_OF_MEMORY)  # no clean-up: the memory must go at once, the parent starts another child


def _resource_module() -> object | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    return resource if sys.platform == "linux" else None  # macOS accepts the call and ignores it


def _limit_address_space(more: int) -> tuple[int, int] | None:
    """Allow `more` bytes above what is mapped now; the limits before, None where there are none."""
    if _resource_module() is None:
        return None
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    most = psutil.Process().memory_info().vms + more
    if before[1] != resource.RLIM_INFINITY:
        most = min(most, before[1])
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    return before


def _restore_address_space(before: tuple[int, int]) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, before)
