"""YAML as plain data with every fault and its line: duplicate keys, broken syntax, several documents.

YAML 1.2 (ruamel): `no` is a word. Dates stay text, and so does a number that would not print back as it was written
(`010010` is a postcode, `1.10` a version): whoever checks the shape turns text into what it should be.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

SMALLEST_LARGE_FILE = 2_000_000
"""Bytes beyond which a settings file is refused: hand-written YAML is a few kilobytes."""


class PlainConstructor(SafeConstructor):
    """Plain data only, as written."""

    def as_written(self, node: ScalarNode) -> str:
        """The scalar's own text."""
        return str(node.value)

    def integer(self, node: ScalarNode) -> int | str:
        """A whole number where it prints back as written, else its text."""
        text = str(node.value)
        return int(text) if text.lstrip("-").isdecimal() and str(int(text)) == text else text

    def number(self, node: ScalarNode) -> float | str:
        """A number where it prints back as written, else its text."""
        text = str(node.value)
        try:
            return float(text) if str(float(text)) == text else text
        except ValueError:
            return text


PlainConstructor.add_constructor("tag:yaml.org,2002:timestamp", PlainConstructor.as_written)
PlainConstructor.add_constructor("tag:yaml.org,2002:int", PlainConstructor.integer)
PlainConstructor.add_constructor("tag:yaml.org,2002:float", PlainConstructor.number)


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
    try:
        node = YAML(typ="safe", pure=True).compose(text)
        lines = dict(_lines(node, "")) if node is not None else {}
        duplicates = tuple(_duplicates(node, "")) if node is not None else ()
        reader = YAML(typ="safe", pure=True)
        reader.Constructor = PlainConstructor
        reader.allow_duplicate_keys = True
        content = reader.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark is not None else None
        return YamlFile(None, (YamlFault("", line, "YAML 语法错误：请检查缩进、冒号与引号"),), {})
    except (YAMLError, ValueError, RecursionError):
        return YamlFile(None, (YamlFault("", None, "YAML 无法解析"),), {})
    return YamlFile(content, duplicates, lines)


def _children(node: Node, path: str) -> Iterator[tuple[str, Node, Node]]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield f"{path}/{getattr(key, 'value', '?')}", key, value
    elif isinstance(node, SequenceNode):
        for index, value in enumerate(node.value):
            yield f"{path}/{index}", value, value


def _lines(node: Node, path: str) -> Iterator[tuple[str, int]]:
    yield path, node.start_mark.line + 1
    for child_path, key, value in _children(node, path):
        yield from _lines(value, child_path)
        yield child_path, key.start_mark.line + 1


def _duplicates(node: Node, path: str) -> Iterator[YamlFault]:
    seen: set[str] = set()
    for child_path, key, value in _children(node, path):
        if isinstance(node, MappingNode) and child_path in seen:
            yield YamlFault(child_path, key.start_mark.line + 1, f"键“{key.value}”重复出现")
        seen.add(child_path)
        yield from _duplicates(value, child_path)
