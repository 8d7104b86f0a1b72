"""The command line: parse, call, print, exit."""

from __future__ import annotations

import importlib
import os
import sys

import click

from pipeline.cli import common
from pipeline.cli.common import finish, guarded, say

PRIVATE_MASK = 0o077
"""New files and folders are their owner's only, whichever library writes them."""

COMMANDS = {
    "build": ("build", "build"),
    "check": ("build", "check"),
    "preview": ("build", "preview"),
    "batch": ("batch", "batch"),
    "new": ("clients", "new"),
    "plan": ("plan", "plan"),
    "questions": ("clients", "questions"),
    "purge": ("clients", "purge"),
    "show": ("inspect", "show"),
    "visit": ("visit", "visit"),
    "due": ("due", "due"),
    "explain": ("inspect", "explain"),
    "layout": ("layout", "layout"),
    "confirm": ("decisions", "confirm"),
    "waive": ("decisions", "waive"),
    "impact": ("impact", "impact"),
    "verify": ("verify", "verify"),
    "doctor": ("doctor", "doctor"),
}
"""Command → module and function: a command's libraries are loaded only when it is called."""


class Context(click.Context):
    """A call whose help pages are in the chosen language."""

    def make_formatter(self) -> click.HelpFormatter:
        """Click's own formatter in English, ours in Chinese."""
        if common.say.language == "en":
            return super().make_formatter()
        from pipeline.cli.helping import ChineseFormatter

        return ChineseFormatter(width=self.terminal_width, max_width=self.max_content_width)


class Commands(click.Group):
    """A group that loads the module of a command when the command is asked for."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Every command, in the order of the manual."""
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that a call names; an unknown one is told with the nearest of all commands."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"pipeline.cli.{module}"), function)
        assert isinstance(command, click.Command)
        command.context_class = Context
        return command


@click.group(
    cls=Commands,
    help=say(
        "读取客户材料，逐项核对，撰写计划书与保障措施，合并为编号成册的上传件。全部在本机离线完成。",
        "Read a client's papers, check them against each other, write the drafts, assemble the package. Offline.",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    package_name="dossier-pipeline",
    prog_name="dossier",
    message=say("%(prog)s 版本 %(version)s", "%(prog)s, version %(version)s"),
)
def dossier() -> None:
    """Everything hangs below this group."""


def main() -> None:
    """The console script: run the command line and leave with an exit code of the contract."""
    os.umask(PRIVATE_MASK)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    finish(guarded(lambda: dossier.main(standalone_mode=False)))
