"""`verify`: the proof of a finished dossier, from the file alone."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.common import Options, common_options, finish, say

NOT_PROVEN = 1


@click.command(help=say("校验一份成册文件，只凭文件本身", "prove a finished dossier from the file alone"))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common_options
def verify(file: Path, options: Options) -> None:
    """Prove a finished dossier from the file alone."""
    from pipeline.inspection import verify as run_verify

    report = run_verify(file)
    if options.json:
        click.echo(report.model_dump_json(indent=1))
        finish(0 if report.ok else NOT_PROVEN)
    for check in report.checks:
        click.echo(f"{'✓' if check.ok else '✗'} {check.title}{f'：{check.detail}' if check.detail else ''}")
    if report.basis == "structure":
        click.echo(
            say(
                "文件内没有排布清单，只校验了结构，未能核对各页来源。",
                "No placement list: only the structure was checked.",
            )
        )
    verdict = say("校验通过", "Proven") if report.ok else say("校验未通过", "Not proven")
    click.echo(f"{verdict}：{file.name}，{report.pages} {say('页', 'pages')}，SHA-256 {report.sha256[:16]}…")
    finish(0 if report.ok else NOT_PROVEN)
