"""YAML as plain data with every fault and its line: duplicate keys, broken syntax, aliases, several documents.

libyaml's parser (PyYAML) gives the nodes, twenty times faster than a parser in Python; what a plain word means is
decided here, by YAML 1.2: `no` is a word. Dates stay text, and so does a number that would not print back as it was
written (`010010` is a postcode, `1.10` a version): whoever checks the shape turns text into what it should be.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

SMALLEST_LARGE_FILE = 2_000_000
"""Bytes beyond which a settings file is refused: hand-written YAML is a few kilobytes."""
DEEPEST = 60
"""Levels of nesting beyond which a file is refused: hand-written YAML has a handful."""
PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
)
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")

# Where PyYAML was built without libyaml its parser in Python does the same, slowly.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlFault(NamedTuple):
    """One fault: the path in the file (`/people/0/name`), the line (1-based) and the sentence in Chinese."""

    path: str
    line: int | None
    sentence: str


class YamlFile(NamedTuple):
    """What a file holds and what is wrong with it; `content` is None where it could not be read at all."""

    content: Any
    faults: tuple[YamlFault, ...]
    lines: dict[str, int]
    """The line (1-based) of every path, so that later checks can point at it."""


def read_yaml(path: Path) -> YamlFile:
    """Read one YAML file into plain data; every duplicate key is a fault, syntax errors give their line."""
    raw = path.read_bytes()
    if len(raw) > SMALLEST_LARGE_FILE:
        return YamlFile(None, (YamlFault("", None, "文件过大，不像是手写的设置文件"),), {})
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return YamlFile(None, (YamlFault("", None, "文件不是 UTF-8 编码，请另存为 UTF-8"),), {})
    return parse_yaml(text)


def parse_yaml(text: str) -> YamlFile:
    """As `read_yaml`, from text."""
    building = _Building()
    try:
        loader = Loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
        content = None if root is None else building.build(root, "", 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark is not None else None
        return YamlFile(None, (YamlFault("", line, "YAML 语法错误：请检查缩进、冒号与引号"),), {})
    except (yaml.YAMLError, _UnreadableError, ValueError, RecursionError):
        return YamlFile(None, (YamlFault("", None, "YAML 无法解析"),), {})
    return YamlFile(content, tuple(building.faults), building.lines)


class _UnreadableError(Exception):
    """What no hand-written settings file holds: objects, endless nesting."""


class _Building:
    """Plain values made of nodes, with the line of every path and every fault on the way."""

    def __init__(self) -> None:
        self.faults: list[YamlFault] = []
        self.lines: dict[str, int] = {}
        self._seen: set[int] = set()

    def build(self, node: Any, path: str, depth: int) -> Any:
        """The value of a node."""
        if depth > DEEPEST or node.tag not in PLAIN_TAGS:
            raise _UnreadableError
        self.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self._seen:
            self.faults.append(YamlFault(path, self.lines[path], "不支持锚点与别名（& 和 *），请写全"))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(each, f"{path}/{place}", depth + 1) for place, each in enumerate(node.value)]
        return node.value if node.style else _plain(node.value)

    def _mapping(self, node: Any, path: str, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _UnreadableError
            key = str(key_node.value)
            child = f"{path}/{key}"
            line = key_node.start_mark.line + 1
            if key in values:
                self.faults.append(YamlFault(child, line, f"键“{key}”重复出现"))
            self.lines[child] = line
            values[key] = self.build(value_node, child, depth + 1)
        return values


def _plain(text: str) -> str | int | float | bool | None:
    """What an unquoted word means."""
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if WHOLE.fullmatch(text) and str(int(text)) == text:
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) and str(float(text)) == text else text
