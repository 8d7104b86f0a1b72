"""`doctor`: what is installed or missing, and how to get it."""

from __future__ import annotations

import json

import click

from pipeline.cli.common import Options, common_options, finish, say
from pipeline.errors import DependencyError


@click.command(help=say("检查运行所需的组件", "tell what is installed and what is missing"))
@common_options
def doctor(options: Options) -> None:
    """Tell what is installed or missing, and how to get it; exit 5 when something needed is missing."""
    from pipeline.health import examine

    found = examine(options.templates)
    if options.json:
        click.echo(json.dumps([each._asdict() for each in found], ensure_ascii=False, indent=1))
    else:
        for each in found:
            mark = "✓" if each.present else ("✗" if each.needed else "–")
            click.echo(f"{mark} {say(each.title, each.title_en)}：{each.detail}")
            if not each.present and each.remedy:
                click.echo(f"    {each.remedy}")
    missing = [each for each in found if each.needed and not each.present]
    finish(DependencyError.exit_code if missing else 0)
