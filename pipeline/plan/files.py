"""The three files of a plan."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.plan.checklist import checklist
from pipeline.plan.events import timeline_file
from pipeline.plan.plan import Plan
from pipeline.plan.workbook import workbook

PLAN_FILES = ("checklist.pdf", "checklist.xlsx", "timeline.ics")


def plan_files(plan: Plan) -> Mapping[str, bytes]:
    """Name → content; the same plan gives the same bytes."""
    return dict(zip(PLAN_FILES, (checklist(plan), workbook(plan), timeline_file(plan)), strict=True))
