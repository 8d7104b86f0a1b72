"""A person's decision or answer entered in client.yaml: one more entry, every other character as it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from pipeline.engines.private import write_private
from pipeline.errors import InputError
from pipeline.yamltext import Loader, parse_yaml

Entry = Mapping[str, str]
BOM = "\ufeff"
INDENT = "  "
ANSWERS = "answers"


class Insertion(NamedTuple):
    """Text to put in at a line and column (both 0-based) of a file."""

    line: int
    column: int
    text: str


def enter(path: Path, key: str, entry: Entry) -> None:
    """Add `entry` to the list `key` of a YAML file; InputError, and nothing written, where that cannot be done."""
    written = path.read_bytes().decode("utf-8")
    mark = BOM if written.startswith(BOM) else ""
    before = written.removeprefix(BOM)
    after = with_entry(before, key, entry)
    if after is None:
        raise InputError(f"{path.name} 的写法无法自动添加，请手工在 {key} 下加一行：- {flow(entry)}")
    mode = path.stat().st_mode
    write_private(path, (mark + after).encode("utf-8"))
    path.chmod(mode)


def with_entry(text: str, key: str, entry: Entry) -> str | None:
    """The text with one more entry in the list `key`; None where no way of adding it changes nothing else."""
    root = _root_of(text)
    if root is None:
        return None
    ending = "\r\n" if "\r\n" in text else "\n"
    added = _inserted(text, _insertion(root, key, entry, text), ending)
    wanted = dict(parse_yaml(text).content)
    wanted[key] = [*(wanted.get(key) or ()), dict(entry)]
    read = parse_yaml(added)
    return added if not read.faults and read.content == wanted else None


def enter_answers(path: Path, answers: Entry) -> bool:
    """Add answers to client.yaml, every other character as it was; whether anything was written.

    InputError, and nothing written, where one is answered otherwise already or the file cannot be added to.
    """
    written = path.read_bytes().decode("utf-8")
    mark = BOM if written.startswith(BOM) else ""
    text = written.removeprefix(BOM)
    given = parse_yaml(text).content
    standing = given.get(ANSWERS) if isinstance(given, dict) else None
    known = standing if isinstance(standing, dict) else {}
    other = [name for name, value in answers.items() if name in known and str(known[name]) != value]
    if other:
        raise InputError(
            *(
                f"{path.name} /{ANSWERS}/{name} 已写为“{known[name]}”，与“{answers[name]}”不同，请先在 {path.name} 中改正"
                for name in other
            )
        )
    for name, value in answers.items():
        if name not in known:
            added = with_answer(text, name, value)
            if added is None:
                raise InputError(
                    f"{path.name} 的写法无法自动添加，请手工在 {ANSWERS} 下加一行：{name}: {_quoted(value)}"
                )
            text = added
    if mark + text == written:
        return False
    mode = path.stat().st_mode
    write_private(path, (mark + text).encode("utf-8"))
    path.chmod(mode)
    return True


def with_answer(text: str, name: str, value: str) -> str | None:
    """The text with one more answer; None where no way of adding it changes nothing else."""
    root = _root_of(text)
    if root is None:
        return None
    ending = "\r\n" if "\r\n" in text else "\n"
    added = _inserted(text, _answer_insertion(root, name, value, text), ending)
    wanted = dict(parse_yaml(text).content)
    standing = wanted.get(ANSWERS) or {}
    if not isinstance(standing, dict):
        return None
    wanted[ANSWERS] = {**standing, name: value}
    read = parse_yaml(added)
    return added if not read.faults and read.content == wanted else None


def _answer_insertion(root: Any, name: str, value: str, text: str) -> Insertion:
    """Where the answer goes: behind the last one, or with `answers:` at the end of the file."""
    return _behind_last(root, ANSWERS, yaml.MappingNode, f"{name}: {_quoted(value)}", "", text)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def flow(entry: Entry) -> str:
    """An entry as a person writes it on one line: `{rule: "PK-04", of: "3f9a2c"}`."""
    return "{" + ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in entry.items()) + "}"


def _root_of(text: str) -> Any | None:
    """The mapping that the whole file is, None where it is anything else."""
    loader = Loader(text)
    try:
        root = loader.get_single_node()
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()
    return root if isinstance(root, yaml.MappingNode) and not root.flow_style else None


def _insertion(root: Any, key: str, entry: Entry, text: str) -> Insertion:
    """Where the entry goes: behind the last one of its list, or with its key at the end of the file."""
    return _behind_last(root, key, yaml.SequenceNode, flow(entry), "- ", text)


def _behind_last(root: Any, key: str, sort: type[yaml.CollectionNode], item: str, mark: str, text: str) -> Insertion:
    """Where an item goes into the list or mapping under a key; `mark` stands before it where it has its own line."""
    found = next(((name, held) for name, held in root.value if name.value == key), None)
    if found is None:
        return Insertion(len(text.splitlines()), 0, f"{key}:\n{INDENT}{mark}{item}\n")
    name, held = found
    if not isinstance(held, sort) or (held.flow_style and not held.value):
        return Insertion(name.end_mark.line + 1, 0, f"{INDENT}{mark}{item}\n")
    if held.flow_style:
        return Insertion(held.end_mark.line, held.end_mark.column - 1, f", {item}")
    line, lines = _line_behind(held), text.splitlines()
    while not lines[line - 1].strip():
        line -= 1
    return Insertion(line, 0, f"{' ' * held.start_mark.column}{mark}{item}\n")


def _line_behind(node: Any) -> int:
    """The line (0-based) after the one on which a node ends, comments behind it not counted."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _line_behind(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.line) + (1 if node.end_mark.column else 0)


def _inserted(text: str, insertion: Insertion, ending: str) -> str:
    """The text with the insertion; an empty list or null that stood for the list goes."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += ending
    words = insertion.text.replace("\n", ending)
    if insertion.column:
        line = lines[insertion.line]
        lines[insertion.line] = line[: insertion.column] + words + line[insertion.column :]
        return "".join(lines)
    if insertion.line:
        lines[insertion.line - 1] = _opened(lines[insertion.line - 1])
    return "".join([*lines[: insertion.line], words, *lines[insertion.line :]])


def _opened(line: str) -> str:
    """A key's line without the `[]`, `~` or `null` after it, so that entries can follow."""
    name, colon, rest = line.partition(":")
    value, hash_sign, comment = rest.partition("#")
    if colon and value.strip() in ("[]", "{}", "~", "null"):
        spaces = value[len(value.rstrip()) :]
        return f"{name}:{spaces}{hash_sign}{comment}"
    return line
