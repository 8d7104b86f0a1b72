"""`plan`: the tailored materials list and timetable, before or beside the papers."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.common import Options, common_options, say
from pipeline.cli.progress import shown, workplace
from pipeline.progress import silent

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
@click.option(
    "--licensed",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help=say(
        "（取证后）发证日期：改为列出取证后的事项", "the day of issue: what follows the licence is written instead"
    ),
)
@click.option("--number", default=None, help=say("（取证后）许可证编号", "the number of the licence"))
@common_options
def plan(
    client: str, start: datetime | None, licensed: datetime | None, number: str | None, options: Options
) -> None:
    """Write checklist.pdf, checklist.xlsx and timeline.ics, or after the licence what it obliges to."""
    from pipeline import entry

    if licensed is not None or number is not None:
        _after(client, licensed.date() if licensed is not None else None, number, options)
        return
    first = start.date() if start is not None else options.today
    with shown(options, client) as progress:
        made = entry.plan(workplace(options, progress), client, first)
    if options.json:
        click.echo(made.model_dump_json(indent=1))
        return
    print_plan(made, options.build / client)


def _after(client: str, issued_on: date | None, number: str | None, options: Options) -> None:
    """Enter the licence in client.yaml, write the page and the calendar of what follows it."""
    from pipeline.duties.coming import licensed

    made = licensed(workplace(options, silent), client, issued_on, number)
    if options.json:
        told = {
            "client": client,
            "wrote": list(made.paths),
            "dues": [each.model_dump(mode="json") for each in made.dues],
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for path in made.paths:
        click.echo(path)
    if made.entered:
        click.echo(say("发证日期、编号已写入 client.yaml 的 answers。", "Entered under `answers` in client.yaml."))
    if not made.read:
        click.echo(
            say(
                f"合同到期日未计入：先运行 dossier check {client}，再运行本命令。",
                f"Contracts are not counted: run dossier check {client} first, then this again.",
            )
        )
    ends = made.licence.valid_to
    click.echo(
        say(f"许可证有效期至 {ends}，共 {len(made.dues)} 项。", f"Valid until {ends}; {len(made.dues)} things.")
    )


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
