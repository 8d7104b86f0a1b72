"""The pages of --help in Chinese: headings, metavars and hints of click's in Chinese, columns by the width of characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import click
from rich.cells import cell_len, set_cell_size

from pipeline.cli.usage import ARGUMENTS, METAVARS, SHORTHANDS, ranged
from pipeline.cli.wrapping import wrapped

HEADINGS = {"Options": "选项", "Commands": "命令", "Positional arguments": "参数"}
HINTS = (
    ("Show this message and exit.", "显示本页"),
    ("Show the version and exit.", "显示版本"),
    ("env var: ", "环境变量 "),
    ("required", "必填"),
    ("default: ", "默认 "),
    ("(dynamic)", "（视情况）"),
    ("deprecated", "已停用"),
    ("; ", "；"),
)
"""What click adds to an option's help."""
EXTRAS = re.compile(r"\s*\[(?P<extras>[^\[\]]*)\]$")
GAP = 2  # columns between an option and its help


class ChineseFormatter(click.HelpFormatter):
    """Help pages in Chinese; a Chinese character takes two columns."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002
        """The pattern of a call."""
        self._write(f"用法：{prog} {in_chinese(args, (*SHORTHANDS, *ARGUMENTS))}".rstrip())

    def write_heading(self, heading: str) -> None:
        """A heading."""
        self.write(f"{' ' * self.current_indent}{HEADINGS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """A paragraph."""
        self._write(" " * self.current_indent + " ".join(text.split()), hanging=False)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = GAP) -> None:
        """Two columns: options or commands, and what they do."""
        told = [(in_chinese(first, METAVARS), _help(second)) for first, second in rows]
        column = min(max((cell_len(first) for first, _ in told), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for first, second in told:
            head = set_cell_size(first, column) if cell_len(first) + col_spacing <= column else first
            if head is first:
                self.write(f"{indent}{first}\n")
                head = " " * column
            self._write(f"{indent}{head}{second}", under=self.current_indent + column)

    def _write(self, line: str, *, hanging: bool = True, under: int | None = None) -> None:
        kept = under if under is not None else None if hanging else self.current_indent
        for each in wrapped([line], self.width, kept):
            self.write(f"{each.rstrip()}\n")


def in_chinese(text: str, words: Sequence[tuple[str, str]]) -> str:
    """A text with click's words of capitals and brackets replaced."""
    for english, chinese in words:
        text = re.sub(rf"(?<![A-Za-z-]){re.escape(english)}(?![A-Za-z])", chinese, text)
    return text


def _help(text: str) -> str:
    """An option's help with what click adds to it."""
    added = EXTRAS.search(text)
    body, extras = (text, "") if added is None else (text[: added.start()], ranged(added["extras"]))
    for english, chinese in HINTS:
        body = chinese if body == english else body
        extras = extras.replace(english, chinese)
    return f"{body}（{extras}）" if extras else body
