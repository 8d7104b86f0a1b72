"""`visit`: the pack for an inspection on the spot."""

from __future__ import annotations

import json

import click

from pipeline.cli.common import Options, common_options, say
from pipeline.cli.progress import shown, workplace


@click.command(
    help=say(
        "现场核查包：准备清单、应答要点、签到表、照片清单",
        "the pack for an inspection on the spot: what to have ready, answers, sign-in sheet, photographs",
    )
)
@click.argument("client")
@common_options
def visit(client: str, options: Options) -> None:
    """Write the pack for an inspection on the spot from what the papers and client.yaml say."""
    from pipeline.inspection import visit as run_visit

    with shown(options, client) as progress:
        written = run_visit(workplace(options, progress), client)
    if options.json:
        click.echo(json.dumps({"client": client, "wrote": [written.as_posix()]}, ensure_ascii=False))
        return
    click.echo(written.as_posix())
    click.echo(
        say(
            "已写出现场核查包；清单内容待核，以受理机关的通知为准。",
            "Written; what the authority asks for comes first.",
        )
    )
