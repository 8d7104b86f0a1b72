"""What a tailored plan is made of, as records: the rows of the decision table, tasks, papers and portal slots."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline.model.record import Record
from pipeline.model.situation import (
    Bandwidth,
    Capital,
    Coverage,
    Foreign,
    Home,
    Insured,
    Licensed,
    Place,
    Room,
    Route,
    Scope,
    SelfBuilt,
    Shareholder,
    SiteAccess,
    SiteCheck,
    Situation,
)

Status = Literal["待核"]
Unit = Literal["工作日", "周", "次月"]
"""How a task's length is counted; 次月 is the first working day of the so-many-th month after."""


RECKONED_WITH = (
    "answers.no",
    "capital.min_cny.provincial",
    "capital.min_cny.cross",
    "staff.min_count",
    "operators.groups",
    "portal.max_file_mb",
    "portal.max_name_characters",
    "timeline.review_start",
    "timeline.review_days",
    "timeline.acceptance_days",
    "timeline.issue_days",
    "timeline.assumed_corrections",
    "timeline.correction_days",
    "site_check.provinces",
    "fees.provincial_cny",
    "fees.cross_cny",
)
"""Settings that a plan reckons with, besides those that its papers print."""


class When(Record):
    """The situations that something is for: of every condition stated one value holds; none stated is always."""

    coverage: tuple[Coverage, ...] = ()
    room: tuple[Room, ...] = ()
    self_built: tuple[SelfBuilt, ...] = ()
    room_place: tuple[Place, ...] = ()
    home: tuple[Home, ...] = ()
    bandwidth: tuple[Bandwidth, ...] = ()
    site_access: tuple[SiteAccess, ...] = ()
    shareholders: tuple[Shareholder, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    route: tuple[Route, ...] = ()
    insured: tuple[Insured, ...] = ()
    capital: tuple[Capital, ...] = ()
    scope: tuple[Scope, ...] = ()
    licensed: tuple[Licensed, ...] = ()
    site_check: tuple[SiteCheck, ...] = ()

    def holds(self, situation: Situation) -> bool:
        """Whether a situation meets every condition stated."""
        return all(
            not wanted or any(value in wanted for value in situation.values(name))
            for name, wanted in ((name, getattr(self, name)) for name in type(self).model_fields)
        )


class Decision(Record):
    """One row of the decision table: when it holds, what it says, and which tasks it brings.

    A `stop` row ends the usual way of application; others are notes. `rules` are the checks that judge it later.
    """

    id: str
    when: When
    says: str
    stop: bool = False
    tasks: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    source: str
    status: Status | None = None


class Length(Record):
    """How long a task takes, at least and at most."""

    least: int = Field(ge=0)
    most: int = Field(ge=0)
    unit: Unit = "工作日"


class Task(Record):
    """A step before the application is filed. `needs`: tasks that come first where the plan has them.

    `always`: part of every plan, else brought by a decision. `papers`: what it yields; it is done when all of them lie
    there in order. `last`: begun only when everything else is done, or what it yields goes stale before filing.
    """

    id: str
    title: str
    who: str
    takes: Length
    needs: tuple[str, ...] = ()
    always: bool = False
    papers: tuple[str, ...] = ()
    answered: bool = False
    """Whether it is done once no question of the profile is open."""
    last: bool = False
    note: str = ""
    source: str
    status: Status | None = None


class WantedPaper(Record):
    """A paper of the checklist in a clerk's words; `{setting}` stands for a setting's value.

    `kinds` are the kinds of document that tick it inside its material; none where the portal or the program makes it.
    """

    id: str
    material: str
    title: str
    what: str
    count: str
    form: str
    valid: str
    provider: str
    returned: str
    kinds: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    """Checks that judge this paper and no other of its material."""
    when: When = When()
    optional: bool = False
    source: str
    status: Status | None = None


class PortalSlot(Record):
    """One upload slot of the portal and the material whose file goes there."""

    slot: str
    material: str
    note: str = ""
    source: str
    status: Status | None = None


class Advice(Record):
    """A line for the client that no situation changes: whom to ask, what stays the client's own."""

    topic: str
    says: str
    source: str
    status: Status | None = None


class PlanData(Record):
    """Everything under plan/ of a profile; empty where a licence has none."""

    decisions: tuple[Decision, ...] = ()
    tasks: tuple[Task, ...] = ()
    papers: tuple[WantedPaper, ...] = ()
    slots: tuple[PortalSlot, ...] = ()
    advice: tuple[Advice, ...] = ()

    def task(self, task: str) -> Task | None:
        """The task with this id."""
        return next((each for each in self.tasks if each.id == task), None)
