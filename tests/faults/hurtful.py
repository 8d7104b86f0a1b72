"""Functions that hurt the process they run in, for the tests of limited children."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import time

from pipeline.engines.outcomes import UnreadableError


def double(number: int) -> int:
    return 2 * number


def process_id(_: object) -> int:
    return os.getpid()


def hang(_: object) -> None:
    while True:
        time.sleep(0.01)


def hang_in_native_code(_: object) -> None:
    ctypes.CDLL(None).sleep(60)


def hang_or_double(number: int) -> int:
    if number == 1:
        hang(number)
    return 2 * number


def crash(_: object) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave(_: object) -> None:
    os._exit(3)


def eat_memory(_: object) -> int:
    eaten = []
    for _step in range(600):
        eaten.append(bytearray(os.urandom(1)) * (8 << 20))
        time.sleep(0.005)
    return len(eaten)


def eat_memory_at_once(_: object) -> int:
    return len(bytearray(8 << 30))


def refuse(_: object) -> None:
    raise UnreadableError("encrypted")


def raise_with_a_secret(_: object) -> None:
    raise ValueError("110101199003074518")


def reach_the_network(_: object) -> str:
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    except OSError as error:
        return type(error).__name__
    return "reached"


def peak_memory_mb(_: object) -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
