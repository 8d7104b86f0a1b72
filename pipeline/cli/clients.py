"""`new`, `questions`, `purge`: a client's folder before and after the work."""

from __future__ import annotations

import json
import shutil
import sys

import click

from pipeline.cli.common import Options, common_options, say
from pipeline.cli.plan import print_plan
from pipeline.cli.progress import shown, workplace


@click.command(
    help=say(
        "新建客户：逐项询问，写 client.yaml、编号文件夹和定制清单",
        "start a client: questions, client.yaml, folders, plan",
    )
)
@click.argument("name")
@click.option("--licence", default="isp", help=say("许可证种类", "kind of licence"))
@click.option("--coverage", multiple=True, help=say("省份，可重复；或 全国", "province, repeatable; or 全国"))
@click.option(
    "--set",
    "pairs",
    multiple=True,
    metavar=say("名称=回答", "NAME=ANSWER"),
    help=say(
        "回答一项，可重复，如 省份=北京市、有无机房=租赁、注册资本=500万元",
        "answer one question, repeatable, by its key in client.yaml",
    ),
)
@common_options
def new(name: str, licence: str, coverage: tuple[str, ...], pairs: tuple[str, ...], options: Options) -> None:
    """Start a client: asked on a terminal, told by --set elsewhere; an existing folder is never touched."""
    from pipeline import entry
    from pipeline.cli.asking import ask
    from pipeline.plan import asking, starting
    from pipeline.workplace import calendar_of, load_profile

    starting.refuse_taken(options.inputs, name)
    profile = load_profile(options.templates, licence)
    given = asking.parsed((*pairs, *([f"coverage={'、'.join(coverage)}"] if coverage else ())), profile)
    settled = asking.settle(given, profile, options.today)
    if sys.stdin.isatty() and sys.stdout.isatty() and not options.json:
        settled = asking.settle(ask(given, profile, options.today), profile, options.today)
    written = starting.start(options.inputs, name, profile, calendar_of(profile), settled, options.today)
    plan = None
    if settled.coverage and profile.plan.tasks:
        with shown(options, name) as progress:
            plan = entry.plan(workplace(options, progress), name, options.today)
    if options.json:
        click.echo(json.dumps([path.as_posix() for path in written], ensure_ascii=False))
        return
    for path in written:
        click.echo(path.as_posix())
    if plan is not None:
        print_plan(plan, options.build / name)
    click.echo(say(f"已新建。请填写 {written[0].as_posix()}，把材料放进 papers/。", f"Started {name}."))


@click.command(help=say("列出尚未回答的问题", "list the questions that client.yaml does not answer"))
@click.argument("client")
@common_options
def questions(client: str, options: Options) -> None:
    """List what no paper says and client.yaml does not say yet."""
    from pipeline import client as clients
    from pipeline.profile.questions import open_questions
    from pipeline.workplace import load_profile

    found = clients.load(clients.folder_of(options.inputs, client))
    profile = load_profile(options.templates, found.licence)
    asked = open_questions(profile, found)
    if options.json:
        click.echo(json.dumps([each.model_dump(mode="json") for each in asked], ensure_ascii=False, indent=1))
        return
    if not asked:
        click.echo(say("所有问题都已回答。", "Every question is answered."))
    for each in asked:
        unit = f"（{each.unit}）" if each.unit else ""
        click.echo(f"{each.id}：{each.text}{unit}\n    {say('为什么', 'why')}：{each.why}")


@click.command(help=say("删除该客户的全部生成物", "delete everything derived from the client"))
@click.argument("client")
@common_options
def purge(client: str, options: Options) -> None:
    """Delete everything derived from the client, with a receipt; inputs/ is never touched."""
    from pipeline.client import folder_of, plain_name
    from pipeline.outputs import LOCK, alone, cache_folder, repair, result_folder
    from pipeline.store import Store

    if not plain_name(client):
        folder_of(options.inputs, client)
    cache, result = cache_folder(options.build, client), result_folder(options.build, client)
    gone: list[str] = []
    if cache.exists() or result.exists():
        with alone(options.build, client):
            repair(options.build, client)
            gone = [f"{cache.as_posix()}/{each}" for each in Store(cache).purge() if each != LOCK]
            gone += [path.as_posix() for path in sorted(result.rglob("*")) if path.is_file()]
            shutil.rmtree(result, ignore_errors=True)
    if options.json:
        click.echo(json.dumps(gone, ensure_ascii=False))
        return
    for each in gone:
        click.echo(each)
    click.echo(say(f"已删除 {len(gone)} 个文件；inputs/{client} 未动。", f"Deleted {len(gone)} files."))
