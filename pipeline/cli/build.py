"""`build`, `check`, `preview`: one client through the stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import click

from pipeline.cli.common import Options, common_options, finish, say
from pipeline.cli.progress import shown, workplace
from pipeline.cli.tables import print_forecast, print_summary
from pipeline.model.outcome import Summary
from pipeline.workplace import Workplace

NOT_READY = 1


@click.command(help=say("读取、核对、撰写、合并一个客户", "all five stages of one client"))
@click.argument("client")
@common_options
def build(client: str, options: Options) -> None:
    """All five stages of one client."""
    from pipeline import entry

    summary = _run(entry.build, client, options)
    finish(0 if summary.verdict == "ready" else NOT_READY)


@click.command(help=say("只读取和核对，写报告，不写草稿", "read and check, write the report, render nothing"))
@click.argument("client")
@common_options
def check(client: str, options: Options) -> None:
    """Read and check; render nothing."""
    from pipeline import entry

    summary = _run(entry.check, client, options)
    blocks = any(each.outcome == "broken" and each.severity == "blocker" for each in summary.lines)
    finish(NOT_READY if blocks else 0)


@click.command(help=say("只生成草稿，未填处标出", "the drafts alone, open points marked"))
@click.argument("client")
@common_options
def preview(client: str, options: Options) -> None:
    """The drafts alone, open points marked."""
    from pipeline import entry

    with shown(options, client) as progress:
        summary = entry.preview(workplace(options, progress), client)
    if options.json:
        click.echo(summary.model_dump_json(indent=1))
        return
    folder = options.build / client
    for name in summary.wrote:
        if name.startswith("drafts/"):
            click.echo((folder / name).as_posix())
    for line in summary.lines:
        click.echo(f"  {line.rule} {line.message}")
    open_points = sum(line.rule == "DR-01" for line in summary.lines)
    click.echo(say(f"草稿已生成，未填 {open_points} 处。", f"Drafts written, {open_points} open points."))


def _run(command: Callable[[Workplace, str], Summary], client: str, options: Options) -> Summary:
    from pipeline import entry

    with shown(options, client) as progress:
        place = workplace(options, progress)
        if command is entry.build and not options.quiet:
            place = replace(place, forecast=partial(print_forecast, to_stderr=True))
        summary = command(place, client)
    if options.json:
        click.echo(summary.model_dump_json(indent=1))
    else:
        told = command is entry.build and not options.quiet
        print_summary(summary.model_copy(update={"forecast": ()}) if told else summary, options.build / client)
    return summary
