"""`due`: what comes over all clients that have their licence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from pipeline.cli.common import Options, common_options, finish, say
from pipeline.cli.progress import workplace
from pipeline.progress import silent

if TYPE_CHECKING:
    from pipeline.duties.coming import Agenda, Coming


@click.command(help=say("所有已取证的客户近期到期的事项", "what comes due over all licensed clients"))
@click.argument("clients", nargs=-1)
@click.option(
    "--days", type=click.IntRange(0, 4000), default=90, help=say("往后看多少天", "how many days to look ahead")
)
@click.option(
    "--past",
    type=click.IntRange(0, 4000),
    default=30,
    help=say("往前看多少天（已过期、请确认已办的）", "how many days to look back for what may have been forgotten"),
)
@common_options
def due(clients: tuple[str, ...], days: int, past: int, options: Options) -> None:
    """What is due in the next days over all clients under inputs/, or those named."""
    from pipeline.client import folder_of, names
    from pipeline.duties.coming import coming
    from pipeline.errors import InputError

    chosen = tuple(dict.fromkeys(clients)) or names(options.inputs)
    if not chosen:
        raise InputError(f"{options.inputs} 下没有客户")
    for each in chosen:
        folder_of(options.inputs, each)
    agenda = coming(workplace(options, silent), chosen, days, past)
    _print_json(agenda) if options.json else _print(agenda, days)
    for name, error in agenda.failed:
        for fault in error.faults:
            click.echo(f"✗ {name}：{fault}", err=True)
    finish(max((error.exit_code for _, error in agenda.failed), default=0))


def _print(agenda: Agenda, days: int) -> None:
    for each in agenda.coming:
        click.echo(_line(each))
    if not agenda.coming:
        click.echo(say(f"{days} 天之内没有到期的事项。", f"Nothing is due within {days} days."))
    if agenda.unlicensed:
        listed = "、".join(agenda.unlicensed)
        click.echo(say(f"尚未登记发证日期：{listed}", f"No day of issue entered: {listed}"))
    if agenda.unread:
        listed = "、".join(agenda.unread)
        click.echo(
            say(
                f"合同到期日未计入（先运行 dossier check）：{listed}",
                f"Contracts not read yet (run dossier check first): {listed}",
            )
        )


def _line(each: Coming) -> str:
    """`2027-03-31  还有 12 天  acme  2026 年度年报`."""
    told = each.due
    if each.left < 0:
        left = say(f"已过 {-each.left} 天，请确认已办", f"{-each.left} days ago, make sure it was done")
    else:
        left = say(f"还有 {each.left} 天", f"in {each.left} days")
    marks = [told.status or "", say("估算", "estimated") if told.estimated else ""]
    mark = "".join(f"（{each}）" for each in marks if each)
    return f"{told.day}  {left}  {each.applicant}（{each.client}）  {told.title}{mark}"


def _print_json(agenda: Agenda) -> None:
    told = {
        "coming": [each.model_dump(mode="json") for each in agenda.coming],
        "unlicensed": list(agenda.unlicensed),
        "unread": list(agenda.unread),
        "failed": [{"client": name, "faults": list(error.faults)} for name, error in agenda.failed],
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))
