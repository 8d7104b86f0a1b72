"""What every command shares: options, the language of its help, progress, and the one place where errors end."""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from pipeline import language
from pipeline.cli import usage
from pipeline.errors import DossierError, UsageError, storage_error

Command = TypeVar("Command", bound=Callable[..., Any])

say = language.Speaker(language.choose(sys.argv[1:]))

EXIT_BUG = 70
EXIT_INTERRUPTED = 130
MOST_JOBS = 8


@dataclass(frozen=True)
class Options:
    """The common options of one call."""

    inputs: Path
    build: Path
    templates: Path | None
    as_of: date | None
    today: date
    json: bool
    quiet: bool
    verbose: bool
    cache: bool
    jobs: int


def common_options(command: Command) -> Command:
    """Give a command the common options, handed over as one `Options` record."""

    @functools.wraps(command)
    def wrapped(
        inputs: Path,
        build: Path,
        templates: Path | None,
        as_of: datetime | None,
        lang: str | None,  # noqa: ARG001 - read from the command line before click starts
        as_json: bool,
        quiet: bool,
        verbose: bool,
        no_cache: bool,
        jobs: int | None,
        **rest: Any,
    ) -> Any:
        options = Options(
            inputs=inputs,
            build=build,
            templates=templates,
            as_of=as_of.date() if as_of is not None else None,
            today=datetime.now().astimezone().date(),
            json=as_json,
            quiet=quiet,
            verbose=verbose,
            cache=not no_cache,
            jobs=jobs or default_jobs(),
        )
        return command(options=options, **rest)

    for option in reversed(COMMON):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[return-value]


def default_jobs() -> int:
    """As many workers as the machine has cores for us, eight at most: each holds an OCR engine of 0.8 GB."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST_JOBS, cores)


COMMON = (
    click.option(
        "--inputs",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("inputs"),
        help=say("客户文件夹所在位置", "where the clients' folders are"),
    ),
    click.option(
        "--build",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("build"),
        help=say("结果写到哪里", "where results go"),
    ),
    click.option(
        "--templates",
        type=click.Path(path_type=Path, file_okay=False),
        default=None,
        help=say("许可证配置所在位置", "where the licence profiles are"),
    ),
    click.option(
        "--as-of",
        "as_of",
        type=click.DateTime(["%Y-%m-%d"]),
        default=None,
        help=say(
            "按哪一天核对（默认 submit_on，再默认今天）", "the day to judge by (default: submit_on, else today)"
        ),
    ),
    click.option(
        "--lang", type=click.Choice(["zh", "en"]), default=None, help=say("界面语言", "language of the interface")
    ),
    click.option("--json", "as_json", is_flag=True, help=say("结果以 JSON 输出", "print the result as JSON")),
    click.option("--quiet", is_flag=True, help=say("不显示进度", "no progress")),
    click.option("--verbose", is_flag=True, help=say("显示每一步", "tell every step")),
    click.option("--no-cache", "no_cache", is_flag=True, help=say("不用缓存，全部重做", "do everything anew")),
    click.option("--jobs", type=click.IntRange(1, 64), default=None, help=say("同时工作的进程数", "workers at once")),
)


def finish(code: int) -> NoReturn:
    """Leave with an exit code of the contract."""
    sys.exit(code)


def guarded(run: Callable[[], object]) -> int:
    """Run the program and turn what stopped it into an exit code; the one place where errors end."""
    try:
        run()
    except (DossierError, click.ClickException) as error:
        return _told(error)
    except (KeyboardInterrupt, click.exceptions.Abort):
        click.echo(say("已中断，原有结果未动。", "Interrupted; the earlier result stands."), err=True)
        return EXIT_INTERRUPTED
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except OSError as error:
        stopped = storage_error(error)
        return _bug() if stopped is None else _told(stopped)
    except Exception:  # noqa: BLE001 - a bug must still end with its own exit code
        return _bug()
    return 0


def _told(error: DossierError | click.ClickException) -> int:
    if isinstance(error, click.ClickException):
        _tell_call(error)
        return UsageError.exit_code
    for fault in error.faults:
        click.echo(f"✗ {fault}", err=True)
    return error.exit_code


def _tell_call(error: click.ClickException) -> None:
    """A wrong call in the chosen language; a group without a command shows its help."""
    if say.language == "en" or isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    for line in usage.told(error):
        click.echo(line, err=True)


def _bug() -> int:
    """Tell where the program broke without any value of the client's."""
    from pipeline.store import library_version

    click.echo(say("程序内部错误，请把以下内容发给开发者：", "A bug of ours; please send us this:"), err=True)
    click.echo(f"dossier {library_version('dossier-pipeline')}, Python {sys.version.split()[0]}", err=True)
    kind, _, trace = sys.exc_info()
    for frame in traceback.extract_tb(trace):
        click.echo(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}", err=True)
    click.echo(f"  {kind.__name__ if kind else ''}", err=True)
    return EXIT_BUG
