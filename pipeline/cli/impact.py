"""`impact`: which clients' verdicts a change of profile would turn, and by which rule."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.common import Options, common_options, say
from pipeline.cli.tables import COUNTS
from pipeline.errors import DossierError
from pipeline.impact import ABSENT, Impact

VERDICTS = {"ready": ("可提交", "ready"), "confirm": ("待人工核对", "to confirm"), "blocked": ("不能提交", "blocked")}
OUTCOMES = {**COUNTS, ABSENT: ("无此规则", "no such rule")}
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(
    help=say("改动配置会改变哪些客户的结论、由哪条规则引起", "which verdicts a change of profile would turn")
)
@click.argument("clients", nargs=-1)
@click.option(
    "--profile",
    "profiles",
    nargs=2,
    type=FOLDER,
    required=True,
    metavar=say("旧配置 新配置", "OLD NEW"),
    help=say("两个配置文件夹（内含 isp/）", "two folders of profiles (each with isp/ in it)"),
)
@common_options
def impact(clients: tuple[str, ...], profiles: tuple[Path, Path], options: Options) -> None:
    """Judge every client's papers, or those of the clients named, by two profiles and tell the differences."""
    from pipeline.cli.progress import shown, workplace
    from pipeline.client import names
    from pipeline.impact import impact as judged_twice

    chosen = tuple(dict.fromkeys(clients)) or names(options.inputs)
    found: list[Impact] = []
    failed: list[DossierError] = []
    for name in chosen:
        with shown(options, name) as progress:
            try:
                found.append(judged_twice(workplace(options, progress), name, *profiles))
            except DossierError as error:
                failed.append(error)
    told(found, options)
    if failed:
        raise max(failed, key=lambda each: each.exit_code)


def told(found: list[Impact], options: Options) -> None:
    """Each client that changes with the rules that turn, then how many of how many."""
    if options.json:
        plain = [
            {
                "client": each.client,
                "before": each.before,
                "after": each.after,
                "turns": [turn._asdict() for turn in each.turns],
            }
            for each in found
        ]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
        return
    for each in found:
        if each.turned:
            click.echo(f"{each.client}：{say(*VERDICTS[each.before])} → {say(*VERDICTS[each.after])}")
            for turn in each.turns:
                outcomes = f"{say(*OUTCOMES[turn.before])} → {say(*OUTCOMES[turn.after])}"
                click.echo(f"  {turn.rule} {outcomes}：{say(turn.words, turn.words_en)}")
    turned, verdicts = sum(each.turned for each in found), sum(each.before != each.after for each in found)
    click.echo(
        say(
            f"{len(found)} 个客户中，{turned} 个有规则结果变化，{verdicts} 个结论改变（只比较材料规则）。",
            f"Of {len(found)} clients {turned} change, {verdicts} in their verdict (paper rules only).",
        )
    )
