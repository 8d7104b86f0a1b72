"""Wrong calls in Chinese: what click says of them, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import click

SENTENCES = {
    "Missing command.": "缺少命令。",
    "Missing parameter: {param_name}": "缺少参数 {param_name}。",
    "Got unexpected extra argument ({args})": "多出的参数：{args}。",
    "Got unexpected extra arguments ({args})": "多出的参数：{args}。",
    "Could not open file {filename!r}: {message}": "打不开文件 {filename!r}：{message}",
    "unknown error": "原因不明",
    "Value must be an iterable.": "应为一组值。",
    "Takes {nargs} values but 1 was given.": "应有 {nargs} 个值，只给了 1 个。",
    "Takes {nargs} values but {len} were given.": "应有 {nargs} 个值，给了 {len} 个。",
    "{value!r} is not {choice}.": "{value!r} 不对，只能是 {choice}。",
    "{value!r} is not one of {choices}.": "{value!r} 不对，只能是以下之一：{choices}。",
    "{value!r} does not match the format {format}.": "{value!r} 的写法不对，应为 {format}。",
    "{value!r} does not match the formats {formats}.": "{value!r} 的写法不对，应为以下之一：{formats}。",
    "{value!r} is not a valid {number_type}.": "{value!r} 不是{number_type}。",
    "{value} is not in the range {range}.": "{value} 超出范围 {range}。",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} 不是是非值，可写：{states}",
    "{value!r} is not a valid UUID.": "{value!r} 不是 UUID。",
    "{name} {filename!r} does not exist.": "{name} {filename!r} 不存在。",
    "{name} {filename!r} is a file.": "{name} {filename!r} 是文件，应为文件夹。",
    "{name} {filename!r} is a directory.": "{name} {filename!r} 是文件夹，应为文件。",
    "{name} {filename!r} is not readable.": "{name} {filename!r} 没有读取权限。",
    "{name} {filename!r} is not writable.": "{name} {filename!r} 没有写入权限。",
    "{name} {filename!r} is not executable.": "{name} {filename!r} 不能执行。",
    "{len_type} values are required, but {len_value} was given.": "应有 {len_type} 个值，只给了 {len_value} 个。",
    "{len_type} values are required, but {len_value} were given.": "应有 {len_type} 个值，给了 {len_value} 个。",
    "Argument {name!r} takes {nargs} values.": "参数 {name!r} 应有 {nargs} 个值。",
    "Option {name!r} does not take a value.": "选项 {name!r} 不带值。",
    "Option {name!r} requires an argument.": "选项 {name!r} 后面缺少值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name!r} 后面应有 {nargs} 个值。",
}
"""click's own sentences, as its catalogue of messages has them, and ours. A test holds them against click's source."""
WORDS = {
    "integer": "整数",
    "integer range": "整数",
    "float": "数字",
    "float range": "数字",
    "'%Y-%m-%d'": "年-月-日，如 2026-12-15",
    "File": "文件",
    "Directory": "文件夹",
    "Path": "路径",
    "argument": "参数",
    "option": "选项",
    "parameter": "参数",
}
"""Single words that click puts into its sentences."""
SHORTHANDS = (("[OPTIONS]", "[选项]"), ("COMMAND [ARGS]...", "命令 [参数]…"), ("...", "…"))
ARGUMENTS = (
    ("CLIENTS", "客户名"),
    ("CLIENT", "客户名"),
    ("NAME", "客户名"),
    ("FILE", "文件"),
    ("PAPER", "表格文件"),
    ("RULE", "规则号"),
    ("FINDING", "问题编号"),
)
"""What a command is called with. A test holds them against the commands."""
METAVARS = (
    ("DIRECTORY", "文件夹"),
    ("INTEGER RANGE", "整数"),
    ("INTEGER", "整数"),
    ("FLOAT", "数字"),
    ("FILE", "文件"),
    ("PATH", "路径"),
    ("TEXT", "文字"),
    ("[%Y-%m-%d]", "年-月-日"),
)
"""What options take."""
RANGE = re.compile(r"(?P<least>[0-9]+)<=x<=(?P<most>[0-9]+)")
PLACE = re.compile(r"\{(?P<name>\w+)(?:!r)?\}")


def told(error: click.ClickException) -> Iterator[str]:
    """The lines that tell a wrong call in Chinese: how to call, where help is, what is wrong."""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        yield f"用法：{usage(error.ctx)}"
        yield f"查看说明：{error.ctx.command_path} --help"
        yield ""
    yield f"✗ {message(error)}"


def usage(context: click.Context) -> str:
    """The pattern of a call."""
    pieces = " ".join((context.command_path, *context.command.collect_usage_pieces(context)))
    for english, chinese in (*SHORTHANDS, *ARGUMENTS):
        pieces = pieces.replace(english, chinese)
    return pieces


def ranged(text: str) -> str:
    """A range of numbers in words."""
    return RANGE.sub(r"\g<least> 至 \g<most>", text)


def message(error: click.ClickException) -> str:
    """What is wrong, in one sentence."""
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}。" + nearest(error.possibilities)
        case click.exceptions.NoSuchCommand():
            return f"没有命令 {error.command_name}。" + nearest(error.possibilities)
        case click.MissingParameter():
            return _missing(error)
        case click.BadParameter():
            place = _hint(error)
            return (f"{place} 的值不对：" if place else "值不对：") + translated(error.message)
        case click.FileError():
            return f"打不开文件 {error.ui_filename!r}：{translated(error.message)}"
        case _:
            return translated(error.message)


def nearest(possibilities: Iterable[str] | None) -> str:
    """The names that come nearest, as a question; empty where none does."""
    near = sorted(possibilities or ())
    return f"是否指 {' 或 '.join(near)}？" if near else ""


def translated(english: str) -> str:
    """A sentence of click's in Chinese; one that is not in its catalogue is our own and stays as it is."""
    for pattern, chinese in _patterns():
        found = pattern.fullmatch(english)
        if found is not None:
            values = {name: WORDS.get(value, value) for name, value in found.groupdict().items()}
            return PLACE.sub(lambda place, values=values: ranged(values[place["name"]]), chinese)  # type: ignore[misc]
    return english


def _missing(error: click.MissingParameter) -> str:
    sort = error.param_type or (error.param.param_type_name if error.param is not None else "parameter")
    choices = (
        error.param.type.choices if error.param is not None and isinstance(error.param.type, click.Choice) else ()
    )
    said = f"缺少{WORDS.get(sort, sort)} {_hint(error)}。".replace(" 。", "。")
    return said + translated(error.message) + (f"可选：{'、'.join(map(str, choices))}。" if choices else "")


def _hint(error: click.BadParameter) -> str:
    hint: str | Sequence[str] | None = error.param_hint
    if hint is None and error.param is not None:
        hint = error.param.get_error_hint(error.ctx)
    if hint is None or isinstance(hint, str):
        plain = (hint or "").replace("'", "")
        return dict(ARGUMENTS).get(plain.strip("[].…"), plain)
    return " / ".join(hint)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each sentence as a pattern of what click prints; longer ones first, for they say more."""
    ordered = sorted(SENTENCES.items(), key=lambda each: -len(PLACE.sub("", each[0])))
    return tuple((_pattern(english), chinese) for english, chinese in ordered)


def _pattern(english: str) -> re.Pattern[str]:
    parts = PLACE.split(english)  # text, name, text, name, …
    written = [f"(?P<{part}>.+?)" if number % 2 else re.escape(part) for number, part in enumerate(parts)]
    return re.compile("".join(written), re.DOTALL)
