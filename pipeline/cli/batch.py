"""`batch`: every client under inputs/, side by side."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import click

from pipeline.batch import Done, run_all, worst_exit_code
from pipeline.cli import PRIVATE_MASK
from pipeline.cli.common import Options, common_options, finish, say
from pipeline.cli.progress import workplace
from pipeline.cli.tables import verdict_line
from pipeline.client import folder_of, names
from pipeline.errors import InputError
from pipeline.progress import silent


@click.command(help=say("所有客户（或所列客户），一个出错不影响其他", "every client, one failing alone"))
@click.argument("clients", nargs=-1)
@common_options
def batch(clients: tuple[str, ...], options: Options) -> None:
    """Every client under inputs/, or those named; the highest exit code of all."""
    chosen = tuple(dict.fromkeys(clients)) or names(options.inputs)
    if not chosen:
        raise InputError(f"{options.inputs} 下没有客户")
    for each in chosen:
        folder_of(options.inputs, each)
    at_once = min(options.jobs, len(chosen))
    place = replace(workplace(options, silent), jobs=max(1, options.jobs // at_once))
    context = multiprocessing.get_context("spawn")
    with (
        ProcessPoolExecutor(at_once, mp_context=context, initializer=os.umask, initargs=(PRIVATE_MASK,)) as pool,
        _bars(chosen, options) as told,
    ):
        done = run_all(place, chosen, pool, told)
    _print(done, options)
    finish(worst_exit_code(done))


@contextmanager
def _bars(chosen: tuple[str, ...], options: Options) -> Iterator[Callable[[str, int], None]]:
    """One bar a client on a terminal, a line a step elsewhere, nothing when quiet."""
    steps = {1: say("已读取", "read"), 2: say("已完成", "done")}
    if options.quiet:
        yield lambda _name, _step: None
        return
    if not sys.stderr.isatty():
        yield lambda name, step: click.echo(f"{name} {steps[step]}", err=True)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(TextColumn("{task.description}"), BarColumn(), console=Console(stderr=True)) as bars:
        tasks = {name: bars.add_task(name, total=2) for name in chosen}
        yield lambda name, step: bars.update(tasks[name], completed=step, description=f"{name} {steps[step]}")


def _print(done: tuple[Done, ...], options: Options) -> None:
    if options.json:
        told = [
            {
                "client": each.client,
                "exit_code": each.exit_code,
                "faults": list(each.faults),
                "summary": each.summary.model_dump(mode="json") if each.summary is not None else None,
            }
            for each in done
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    width = max(len(each.client) for each in done)
    for each in done:
        click.echo(f"{each.client.ljust(width)}  {each.exit_code:>3}  {_words(each)}")


def _words(done: Done) -> str:
    if done.summary is None:
        return "；".join(done.faults)
    counts = dict(done.summary.counts)
    tally = say(f"通过 {counts['kept']}、不符 {counts['broken']}、无法判断 {counts['unknown']}", f"{counts}")
    return f"{verdict_line(done.summary).partition('：')[2]}（{tally}）"
