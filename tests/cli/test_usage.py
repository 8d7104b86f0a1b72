import ast
import inspect
import os
import re
import subprocess
import sys

import click
import click.parser
import pytest
from rich.cells import cell_len

from pipeline import language
from pipeline.cli import COMMANDS, dossier, usage
from pipeline.cli.usage import PLACE, SENTENCES, message, translated
from tests.cli.calls import ROOT, call

TOLD_BY_SORT = {
    "Did you mean {possibility}?",
    "(Did you mean one of: {possibilities}?)",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "Missing {param_type}",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Choose from:\n\t{choices}",
}
"""Sentences that are told from the exception's own parts."""
NOT_RAISED = {"Choice({choices})", "file", "directory", "path", "Invalid start character for option ({option})"}
"""Names of types, and what only a wrong program can cause."""


def sentences_of_click():
    """Every sentence that click marks for translation where it raises usage errors."""
    for module in (click.exceptions, click.types, click.parser):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                yield from (
                    each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
                )


def test_every_sentence_that_click_can_say_of_a_wrong_call_has_its_chinese():
    assert sorted(set(sentences_of_click()) - set(SENTENCES) - TOLD_BY_SORT - NOT_RAISED) == []


@pytest.mark.parametrize("english", SENTENCES)
def test_a_sentence_is_told_in_chinese_with_all_its_values(english):
    names = [place["name"] for place in PLACE.finditer(english)]
    values = {name: f"V{number}" for number, name in enumerate(names)}
    told = translated(english.format(**values))
    assert told.isascii() is False
    wanted = {values[place["name"]] for place in PLACE.finditer(SENTENCES[english])}
    assert {value for value in values.values() if value in told} == wanted


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("build",), "缺少参数 客户名。"),
        (("build", "a", "b"), "多出的参数：b。"),
        (("biuld", "a"), "没有命令 biuld。是否指 build？"),
        (("zzz",), "没有命令 zzz。"),
        (("build", "a", "--quite"), "没有选项 --quite。是否指 --quiet？"),
        (("build", "a", "--as-of", "soon"), "--as-of 的值不对：'soon' 的写法不对，应为 年-月-日，如 2026-12-15。"),
        (("build", "a", "--jobs", "99"), "--jobs 的值不对：99 超出范围 1 至 64。"),
        (("build", "a", "--jobs", "x"), "--jobs 的值不对：'x' 不是整数。"),
        (("build", "a", "--jobs"), "选项 '--jobs' 后面缺少值。"),
        (("build", "a", "--json=1"), "选项 '--json' 不带值。"),
        (("build", "a", "--lang", "fr"), "--lang 的值不对：'fr' 不对，只能是以下之一：'zh', 'en'。"),
        (("build", "a", "--inputs", __file__), f"--inputs 的值不对：文件夹 '{__file__}' 是文件，应为文件夹。"),
    ],
)
def test_a_wrong_call_is_told_in_chinese(arguments, sentence):
    with pytest.raises(click.UsageError) as raised:
        dossier.main(list(arguments), standalone_mode=False)
    assert message(raised.value) == sentence


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (click.FileError("甲.txt", "unknown error"), "打不开文件 '甲.txt'：原因不明"),
        (click.BadParameter("Value must be an iterable."), "值不对：应为一组值。"),
        (click.MissingParameter(param_hint="--sort", param_type="option"), "缺少选项 --sort。"),
        (
            click.MissingParameter(param=click.Option(["--sort"], type=click.Choice(["甲", "乙"]))),
            "缺少选项 --sort。可选：甲、乙。",
        ),
        (click.UsageError("请写明规则"), "请写明规则"),
    ],
)
def test_an_error_that_no_call_of_ours_raises_is_told_in_chinese_too(error, sentence):
    assert message(error) == sentence


@pytest.mark.parametrize(
    ("language_of_call", "usage_line", "sentence"),
    [("zh", "用法：", "✗ 缺少参数 客户名。"), ("en", "Usage: ", "Error: Missing argument 'CLIENT'.")],
)
def test_a_wrong_call_is_exit_2_in_the_language_that_was_asked_for(
    capsys, monkeypatch, language_of_call, usage_line, sentence
):
    monkeypatch.setattr("pipeline.cli.common.say", language.Speaker(language_of_call))
    called = call(capsys, "build")
    assert (called.code, called.out) == (2, "")
    assert called.err.startswith(usage_line)
    assert called.err.splitlines()[-1] == sentence


def test_the_pattern_of_a_call_is_told_in_chinese():
    with pytest.raises(click.UsageError) as raised:
        dossier.main([*["show", "a", "b", "c"]], prog_name="dossier", standalone_mode=False)
    assert next(usage.told(raised.value)) == "用法：dossier show [选项] 客户名 文件"


def help_of(*command, language_of_call, width="80"):
    printed = subprocess.run(
        [sys.executable, "-m", "pipeline", *command, "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "LC_ALL": {"zh": "zh_CN.UTF-8", "en": "en_GB.UTF-8"}[language_of_call],
            "COLUMNS": width,
            "PYTHONIOENCODING": "utf-8",
        },
    )
    return printed.stdout.decode().replace("python -m pipeline", "dossier")


NAMES = re.compile(
    r"--?[a-z-]+|\[zh\|en\]|DOSSIER_BY|submit_on|client\.yaml|JSON|(?:papers|inputs|build|show|isp)/|dossier|^  [a-z]+(?=  )",
    re.MULTILINE,
)
"""What a Chinese page names in Latin letters: options, files, settings, commands."""


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_a_help_page_is_wholly_in_one_language_and_no_wider_than_the_terminal(command):
    for width in (80, 120):
        chinese = help_of(*command, language_of_call="zh", width=str(width))
        assert max(map(cell_len, chinese.splitlines())) <= width
        own = chinese.replace(" ".join(("dossier", *command)), "", 1)
        assert re.findall(r"[A-Za-z]{2,}", NAMES.sub("", own)) == []
    english = help_of(*command, language_of_call="en")
    assert re.findall(r"[\u3000-\u9fff\uff00-\uffef]+", english.replace("全国", "")) == []


def test_every_argument_of_a_command_has_its_chinese():
    named = {
        each.make_metavar(click.Context(command)).strip("[].")
        for name in COMMANDS
        if (command := dossier.get_command(click.Context(dossier), name)) is not None
        for each in command.params
        if isinstance(each, click.Argument)
    }
    assert named - set(dict(usage.ARGUMENTS)) == set()


def test_columns_of_a_help_page_stand_under_one_another_whatever_is_in_them():
    lines = help_of("impact", language_of_call="zh").splitlines()
    starts = {
        cell_len(line[: line.index(words)])
        for line in lines
        for words in ("两个配置文件夹", "客户文件夹所在位置", "显示本页")
        if words in line
    }
    assert len(starts) == 1
