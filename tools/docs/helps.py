"""What every command says of itself in the language of this process, as JSON; called by `tools.docs.commands`."""

from __future__ import annotations

import json
import sys
from typing import TypedDict

import click

from pipeline.cli import COMMANDS, dossier


class Help(TypedDict):
    """How a command is called, what it does, and what each of its options means."""

    usage: str
    help: str
    options: dict[str, str]


def told() -> dict[str, Help]:
    """Usage, help and options of each command, by its name."""
    context = click.Context(dossier, info_name="dossier")
    return {name: _command(name, context) for name in COMMANDS}


def _command(name: str, parent: click.Context) -> Help:
    command = dossier.get_command(parent, name)
    assert command is not None, name
    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    usage = " ".join((name, *(each.make_metavar(parent) for each in arguments)))
    options = {" / ".join(each.opts): each.help or "" for each in command.params if isinstance(each, click.Option)}
    return {"usage": usage, "help": command.help or "", "options": options}


if __name__ == "__main__":
    sys.stdout.buffer.write(json.dumps(told(), ensure_ascii=False).encode())
