"""`show` and `explain`: what was read in one file and why not the rest; a rule, its law, its cases."""

from __future__ import annotations

import json
from datetime import date

import click

from pipeline.cli.common import Options, common_options, say
from pipeline.errors import UsageError


@click.command(
    help=say("显示从一个文件里读到了什么，其余为何没读到", "what was read in one file, and why not the rest")
)
@click.argument("client")
@click.argument("file")
@click.option(
    "--pictures",
    is_flag=True,
    help=say(
        "每个字段截一张图，标出位置，写到 build/客户名/show/", "a picture of each place, into build/CLIENT/show/"
    ),
)
@common_options
def show(client: str, file: str, pictures: bool, options: Options) -> None:
    """Show what was read in one file, and why not the rest."""
    from pipeline.cli.progress import shown, workplace
    from pipeline.cli.showing import lines
    from pipeline.cli.showing import pictures as picture_lines
    from pipeline.cli.wrapping import columns, wrapped
    from pipeline.inspection import show as run_show

    with shown(options, client) as progress:
        told = run_show(workplace(options, progress), client, file, pictures=pictures)
    if options.json:
        drawn = [each.path.as_posix() for each in told.drawn]
        click.echo(json.dumps(told.explanation.plain() | {"pictures": drawn}, ensure_ascii=False, indent=1))
        return
    for line in wrapped(lines(told, verbose=options.verbose), columns()):
        click.echo(line)
    for line in picture_lines(told):
        click.echo(line)


@click.command(
    help=say("说明一条规则：要求、依据、阈值、处理办法", "explain a rule: statement, law, thresholds, remedy")
)
@click.argument("rule")
@click.option("--licence", default="isp", help=say("许可证种类", "kind of licence"))
@common_options
def explain(rule: str, licence: str, options: Options) -> None:
    """Explain a rule: its statement, source, thresholds in force and remedy."""
    from pipeline.profile.explain import explanation
    from pipeline.workplace import known, load_profile

    profile = load_profile(options.templates, licence)
    as_of: date = options.as_of or options.today
    told = explanation(profile, known(), rule.upper(), as_of)
    if told is None:
        near = "、".join(each.rule for each in profile.rules if each.rule[:2] == rule[:2].upper())
        raise UsageError(f"没有规则 {rule}" + (f"；同类规则有：{near}" if near else ""))
    if options.json:
        click.echo(json.dumps(told.plain(), ensure_ascii=False, indent=1))
        return
    for line in told.lines():
        click.echo(line)
