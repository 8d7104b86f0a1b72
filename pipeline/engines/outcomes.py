"""What can come of opening an untrusted file: a value, or one of four ways of failing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

Fault = Literal[
    "encrypted", "locked", "damaged", "no_pages", "empty", "unsupported", "too_large", "changing", "incomplete"
]


class UnreadableError(Exception):
    """A file that an engine cannot read; `fault` names the state, the text says nothing of its content."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault: Fault = fault
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The work ended with a value."""

    value: T


@dataclass(frozen=True, slots=True)
class Refused:
    """An engine said why the file cannot be read."""

    fault: Fault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The child was ended after `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The child was ended because it held more than `megabytes`."""

    megabytes: int


@dataclass(frozen=True, slots=True)
class Crashed:
    """The child died, or a library raised: the exception's class, and where (no message: it may hold values)."""

    cause: str
    where: str = ""


Failure = Refused | TimedOut | OutOfMemory | Crashed
Outcome = Done[T] | Failure
