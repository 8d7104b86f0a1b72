"""`layout`: a layout file drafted from an insurance form that no layout knows."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.common import Options, common_options, say
from pipeline.errors import UsageError


@click.command(
    help=say(
        "由一份未知的社保表格起草版式文件（供人核对），并显示按它读到了什么",
        "draft a layout file from an unknown insurance form, and show what it reads",
    )
)
@click.argument("paper", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help=say("写到哪个文件（默认输出到屏幕）", "the file to write (default: standard output)"),
)
@click.option("--overwrite", is_flag=True, help=say("文件已存在时覆盖", "replace the file if it exists"))
@common_options
def layout(paper: Path, output: Path | None, overwrite: bool, options: Options) -> None:
    """Draft a layout file from an insurance form that no layout knows."""
    from pipeline.cli.progress import shown
    from pipeline.run import layout as run_layout

    replaced = output is not None and output.exists()
    if replaced and not overwrite:
        raise UsageError(f"{output} 已存在，未写入。请换一个文件名，或加 --overwrite 覆盖。")
    with shown(options, paper.name) as progress:
        drafted = run_layout(paper, options.jobs, progress)
    if output is not None and drafted.text:
        output.write_text(drafted.text, encoding="utf-8")
        click.echo(f"{'已覆盖' if replaced else '已写入'} {output}", err=True)
    if options.json:
        click.echo(json.dumps(drafted.plain(), ensure_ascii=False, indent=1))
        return
    if output is None and drafted.text:
        click.echo(drafted.text, nl=False)
    for line in drafted.lines():
        click.echo(line, err=output is None)
