"""`plan`: the tailored materials list and timetable, before or beside the papers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.common import Options, common_options, say
from pipeline.cli.progress import shown, workplace

if TYPE_CHECKING:
    from pipeline.plan.plan import Plan
    from pipeline.plan.way import Way


@click.command(
    help=say(
        "定制材料清单、时间表和日历，不需要材料", "tailored materials list, timetable and calendar, without papers"
    )
)
@click.argument("client")
@click.option(
    "--start",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help=say("从哪一天开始准备（默认今天）", "the day on which preparation begins (default: today)"),
)
@common_options
def plan(client: str, start: datetime | None, options: Options) -> None:
    """Write checklist.pdf, checklist.xlsx and timeline.ics; papers that lie there are ticked."""
    from pipeline import entry

    first = start.date() if start is not None else options.today
    with shown(options, client) as progress:
        made = entry.plan(workplace(options, progress), client, first)
    if options.json:
        click.echo(made.model_dump_json(indent=1))
        return
    print_plan(made, options.build / client)


def print_plan(plan: Plan, folder: Path) -> None:
    """The files written, and each way with its days in a few lines."""
    from pipeline.plan.files import PLAN_FILES

    for name in PLAN_FILES:
        click.echo((folder / name).as_posix())
    for way in plan.ways:
        for line in _told(plan, way):
            click.echo(line)
    if plan.unanswered:
        names = "、".join(each.alias for each in plan.unanswered)
        click.echo(say(f"还没有回答：{names}", f"Not answered yet: {names}"))


def _told(plan: Plan, way: Way) -> list[str]:
    from pipeline.plan.printed import shown as day

    title = f"{way.title}：" if way.title else ""
    quick, safe, days = day(plan, way.quick.file_on), day(plan, way.safe.file_on), way.days.smooth
    lines = [f"✗ {each.says}" for each in way.stops]
    decided, delivered = day(plan, days.decide_by), day(plan, days.deliver_by)
    return [
        *lines,
        say(
            f"{title}向{way.authority}申请；最早可提交日：最快 {quick}，稳妥 {safe}",
            f"{title}{way.authority}; earliest filing: {quick} at best, {safe} to be safe",
        ),
        say(
            f"{title}{day(plan, way.file_on)} 提交，{decided} 前决定，{delivered} 前领证（没有补正）",
            f"{title}filed {day(plan, way.file_on)}, decided by {decided}, delivered by {delivered} (no correction)",
        ),
    ]
