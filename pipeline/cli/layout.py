"""`layout`: a layout file drafted from an insurance form that no layout knows."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.common import Options, common_options, say
from pipeline.errors import ProfileError, UsageError
from pipeline.profile.profile import Profile


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
@click.option(
    "--try",
    "trying",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help=say("不起草，按这个版式文件读一遍", "draft nothing: read the paper by this layout file"),
)
@click.option("--licence", default="isp", help=say("许可证种类", "kind of licence"))
@click.option("--overwrite", is_flag=True, help=say("文件已存在时覆盖", "replace the file if it exists"))
@common_options
def layout(
    paper: Path, output: Path | None, trying: Path | None, licence: str, overwrite: bool, options: Options
) -> None:
    """Draft a layout file from an insurance form that no layout knows."""
    from pipeline.cli.progress import shown
    from pipeline.inspection import layout as run_layout
    from pipeline.profile.loader import LAYOUTS
    from pipeline.workplace import load_profile, templates_root

    profile = load_profile(options.templates, licence)
    own = profile.layouts
    if trying is not None:
        _try(paper, trying, profile, options)
        return
    replaced = output is not None and output.exists()
    if replaced and not overwrite:
        raise UsageError(f"{output} 已存在，未写入。请换一个文件名，或加 --overwrite 覆盖。")
    with shown(options, paper.name) as progress:
        drafted = run_layout(paper, own, options.jobs, progress)
    if output is not None and drafted.text:
        output.write_text(drafted.text, encoding="utf-8")
        click.echo(f"{'已覆盖' if replaced else '已写入'} {output}", err=True)
    if options.json:
        click.echo(json.dumps(drafted.plain(), ensure_ascii=False, indent=1))
        return
    if output is None and drafted.text:
        click.echo(drafted.text, nl=False)
    for line in drafted.lines(f"{(templates_root(options.templates) / licence / LAYOUTS).as_posix()}/"):
        click.echo(line, err=output is None)


def _try(paper: Path, file: Path, profile: Profile, options: Options) -> None:
    """What the paper says by a layout file that is being written; its faults are told as a profile's."""
    from pipeline.cli.progress import shown
    from pipeline.documents.social_insurance.layout import parsed
    from pipeline.inspection import try_layout
    from pipeline.yamltext import read_yaml

    form, faults = parsed(file.name, read_yaml(file))
    if form is None or faults:
        raise ProfileError(*faults)
    with shown(options, paper.name) as progress:
        tried = try_layout(paper, form, profile.layouts, options.jobs, progress)
    if options.json:
        click.echo(json.dumps(tried.plain(), ensure_ascii=False, indent=1))
        return
    for line in tried.lines(profile.labels):
        click.echo(line)
