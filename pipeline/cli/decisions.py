"""`confirm` and `waive`: a person's word on a finding, entered in client.yaml."""

from __future__ import annotations

import json
import re
from datetime import datetime

import click

from pipeline.cli.common import Command, Options, common_options, say
from pipeline.deciding import Decided
from pipeline.entering import flow
from pipeline.errors import UsageError

RULE_ID = re.compile(r"[A-Za-z]{2}-[0-9]{2}")


def by_option(command: Command) -> Command:
    """Whose decision it is: the option, else the environment of the agency's machine."""
    words = say("谁的决定", "whose decision it is")
    return click.option("--by", required=True, envvar="DOSSIER_BY", show_envvar=True, help=words)(command)


@click.command(help=say("记录“已人工核对”：程序看不准的一项", "record that a person checked what was unsure"))
@click.argument("client")
@click.argument("finding")
@click.option("--saw", required=True, help=say("在原件上看到什么", "what was seen on the original"))
@by_option
@common_options
def confirm(client: str, finding: str, saw: str, by: str, options: Options) -> None:
    """Enter a confirmation in client.yaml; its comments stay."""
    from pipeline import deciding
    from pipeline.client import folder_of

    folder = folder_of(options.inputs, client)
    told(deciding.confirm(folder, options.build, finding, saw, by, options.as_of or options.today), client, options)


@click.command(help=say("接受一项不符并写明理由（某项问题，或整条规则）", "accept a fault, with a reason"))
@click.argument("client")
@click.argument("finding")
@click.option("--why", required=True, help=say("为什么可以接受", "why it may be accepted"))
@click.option(
    "--until", required=True, type=click.DateTime(["%Y-%m-%d"]), help=say("有效至哪一天", "valid until which day")
)
@by_option
@common_options
def waive(client: str, finding: str, why: str, until: datetime, by: str, options: Options) -> None:
    """Enter a waiver in client.yaml; `finding` is a finding's id, or a rule's for the whole rule."""
    from pipeline import client as clients
    from pipeline import deciding
    from pipeline.workplace import load_profile

    folder = clients.folder_of(options.inputs, client)
    profile = load_profile(options.templates, clients.load(folder).licence)
    last = until.date()
    if last < (options.as_of or options.today):
        raise UsageError(f"--until {last.isoformat()} 已经过去，豁免不会生效")
    if not RULE_ID.fullmatch(finding):
        told(
            deciding.waive(folder, options.build, finding, by, last, why, profile.not_waivable),
            client,
            options,
        )
        return
    rule = finding.upper()
    if profile.rule(rule) is None:
        raise UsageError(f"没有规则 {rule}")
    told(deciding.waive_rule(folder, rule, by, last, why, profile.not_waivable), client, options)


def told(decided: Decided, client: str, options: Options) -> None:
    """Say what was entered, where, and what to do next."""
    if options.json:
        click.echo(json.dumps({"file": decided.path.as_posix(), decided.key: decided.entry}, ensure_ascii=False))
        return
    if decided.message:
        click.echo(f"{decided.entry['rule']}：{decided.message}")
    click.echo(f"{decided.path.as_posix()} {decided.key}：{flow(decided.entry)}")
    click.echo(say(f"已记录。请重新运行 make dossier CLIENT={client}", f"Entered. Run make dossier CLIENT={client}"))
