"""What a licence obliges its holder to, as data: from which event, by which setting, how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import model_validator

from pipeline.model.record import Record

Event = Literal["licensed", "opened", "connected", "expires", "contract"]
Group = Literal["rooms", "office", "access"]
PLACE = re.compile(r"\{([a-z0-9_.]+)\}")
"""A setting (`{post.change.days}`) or a fact of the group's member (`{address}`) inside `what`."""


class Yearly(Record):
    """Settings with the first and last day of a year's window, and of the window for those who are late."""

    window: str
    late: str


class When(Record):
    """The answer of a question on which a duty depends."""

    question: str
    answer: str


class Duty(Record):
    """One duty. Of `within`, `before`, `by`, `every` and `yearly` exactly one says when; `standing` duties have no day."""

    id: str
    title: str
    event: Event | None = None
    within: str | None = None
    before: str | None = None
    by: bool = False
    every: str | None = None
    yearly: Yearly | None = None
    each: Group | None = None
    when: When | None = None
    standing: bool = False
    shift: bool = True
    """Whether a day off moves the due day to the working day before."""
    reminders: str = "post.reminders"
    reminded_before: Literal["due", "event"] = "due"
    """What the days of `reminders` are counted back from: the due day, or the event itself (the licence's end)."""
    what: str
    source: str
    status: Literal["待核"] | None = None

    @model_validator(mode="after")
    def _is_told(self) -> Duty:
        ways = sum(
            (self.within is not None, self.before is not None, self.by, self.every is not None, bool(self.yearly))
        )
        if self.standing != (self.event is None) or ways != (0 if self.standing else 1):
            raise ValueError(
                "应写明 event 和 within、before、by、every、yearly 之一；没有固定日期的写 standing: true"
            )
        if (self.event == "contract") != (self.each is not None):
            raise ValueError("event: contract 与 each 应同时写明")
        return self

    @property
    def periods(self) -> Iterator[str]:
        """The settings that say how long."""
        yearly = (self.yearly.window, self.yearly.late) if self.yearly else ()
        yield from (
            each for each in (self.within, self.before, self.every, self.reminders, *yearly) if each is not None
        )

    @property
    def settings(self) -> Iterator[str]:
        """Every setting that the duty names."""
        yield from self.periods
        yield from (name for name in PLACE.findall(self.what) if "." in name)


class Duties(Record):
    """duties.yaml."""

    duties: tuple[Duty, ...]
