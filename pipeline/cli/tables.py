"""What a person reads at the end of a call: a table of what was found, where it lies, and the verdict last."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.common import say
from pipeline.model.bundle import MEGABYTE, UploadForecast
from pipeline.model.outcome import Line, Summary
from pipeline.reports.forecasts import is_over, said
from pipeline.summary import last_words

SEVERITIES = {"blocker": ("必须", "must"), "warning": ("建议", "should"), "info": ("提示", "note")}
OUTCOMES = {"broken": ("不符", "broken"), "unknown": ("待核对", "unsure")}
COUNTS = {
    "kept": ("通过", "kept"),
    "broken": ("不符", "broken"),
    "unknown": ("无法判断", "unknown"),
    "waived": ("已豁免", "waived"),
    "not_applicable": ("不适用", "not applicable"),
}
MOST_LINES = 60
NAMED = ("report.html", "form.xlsx")


def print_summary(summary: Summary, folder: Path) -> None:
    """The table, the files, the verdict as the last line."""
    click.echo(f"{summary.applicant}（{summary.client}）")
    click.echo("  " + "  ".join(f"{say(*COUNTS[name])} {number}" for name, number in summary.counts))
    _print_lines(summary.lines)
    print_forecast(summary.forecast)
    _print_files(summary, folder)
    if not summary.work:
        click.echo(
            say(
                "材料与上次相同：未重新识别、撰写、合并。",
                "Same inputs as before: nothing read, written or merged again.",
            )
        )
    click.echo(verdict_line(summary))


def print_forecast(forecast: tuple[UploadForecast, ...], *, to_stderr: bool = False) -> None:
    """What each upload file will be: pages, megabytes, what will be done to it, and what will not fit."""
    if not forecast:
        return
    click.echo(say("上传文件预估：", "Upload files, forecast:"), err=to_stderr)
    for each in forecast:
        size = f"{each.size / MEGABYTE:.1f} MB" if each.size else "—"
        mark = "✗" if is_over(each) else " "
        pages = f"{each.pages} {say('页', 'pages')}"
        told = say(*said(each))
        click.echo(
            f" {mark}{each.material} {each.title}　{pages}，{size}{f'，{told}' if told else ''}", err=to_stderr
        )


def verdict_line(summary: Summary) -> str:
    """The verdict; its Chinese words always stand in it."""
    zh, en = last_words(summary)
    return f"{summary.client}：{say(zh, f'{zh} ({en})')}"


def _print_lines(lines: tuple[Line, ...]) -> None:
    for line in lines[:MOST_LINES]:
        severity = say(*SEVERITIES[line.severity])
        outcome = say(*OUTCOMES.get(line.outcome, (line.outcome, line.outcome)))
        click.echo(f"  [{severity}·{outcome}] {line.rule} {line.message}")
    if len(lines) > MOST_LINES:
        click.echo(
            say(
                f"  …… 另有 {len(lines) - MOST_LINES} 项，见报告", f"  … {len(lines) - MOST_LINES} more in the report"
            )
        )


def _print_files(summary: Summary, folder: Path) -> None:
    bound = [name for name in summary.wrote if name.startswith("dossier")]
    for name in (*bound, *(name for name in NAMED if name in summary.wrote)):
        pages = f"（{summary.pages} {say('页', 'pages')}）" if bound == [name] and summary.pages else ""
        click.echo(f"  {(folder / name).as_posix()}{pages}")
    for warning in summary.told:
        click.echo(f"  ！{warning}")
    package = [name for name in summary.wrote if name.startswith("package/")]
    if package:
        click.echo(f"  {(folder / 'package').as_posix()}/ {len(package)} {say('个上传文件', 'upload files')}")
