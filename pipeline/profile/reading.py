"""One file of a profile into records, each fault with its file, line and path."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from pipeline.yamltext import YamlFile, read_yaml

T = TypeVar("T")

NEAR_ENOUGH = 50
"""Similarity in percent from which a valid key is offered for a wrong one."""
AMBIGUOUS_WORDS = frozenset({"yes", "no", "on", "off"})
"""Words that other YAML readers take for booleans: a profile must not depend on the reader."""

SENTENCES = {
    "missing": "缺少这一项",
    "date_from_datetime_parsing": "应为日期 YYYY-MM-DD",
    "date_parsing": "应为日期 YYYY-MM-DD",
    "date_type": "应为日期 YYYY-MM-DD",
    "string_type": "应为文字（数字请加引号）",
    "literal_error": "值不在允许范围内",
    "tuple_type": "应为列表",
    "too_short": "至少要有一项",
    "string_pattern_mismatch": "写法不对",
    "model_type": "应为“键: 值”的一组",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
}


class ProfileFiles:
    """The files of one profile folder: what was read, its hash, and all faults so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[str] = []
        self.digest = hashlib.sha256()

    def name(self, path: Path) -> str:
        """The path as people read it: `isp/rules/identity.yaml`."""
        return path.relative_to(self.folder.parent).as_posix()

    def fault(self, file: str, path: str, sentence: str, line: int | None = None) -> None:
        """Note a fault."""
        place = f"{file} 第 {line} 行" if line else file
        self.faults.append(f"{place} {path}：{sentence}" if path else f"{place}：{sentence}")

    def plain(self, path: Path) -> Any | None:
        """The plain content of a file, None (and a fault) where it cannot be read."""
        file = self._read(path)
        return None if file is None else file.content

    def records(
        self, path: Path, adapter: TypeAdapter[T], shape: Callable[[Any], Any] = lambda content: content
    ) -> T | None:
        """The records of a file, None (and faults) where it does not fit; `shape` turns its content into theirs."""
        file = self._read(path)
        if file is None:
            return None
        try:
            return adapter.validate_python(shape(file.content))
        except ValidationError as error:
            for each in error.errors():
                place = _place(each)
                self.fault(self.name(path), place, _sentence(each, adapter), _line(file, place))
        return None

    def _read(self, path: Path) -> YamlFile | None:
        if not path.is_file():
            self.fault(self.name(path), "", "文件不存在")
            return None
        self.digest.update(self.name(path).encode() + b"\0" + path.read_bytes() + b"\0")
        file = read_yaml(path)
        for fault in file.faults:
            self.fault(self.name(path), fault.path, fault.sentence, fault.line)
        for place, word in _ambiguous(file.content, ""):
            self.fault(self.name(path), place, f"“{word}”有歧义：是非请写 true 或 false", _line(file, place))
        if file.content is None and not file.faults:
            self.fault(self.name(path), "", "文件是空的")
        return None if file.content is None else file


def _ambiguous(content: object, path: str) -> Iterator[tuple[str, str]]:
    match content:
        case dict():
            for key, value in content.items():
                yield from _ambiguous(value, f"{path}/{key}")
        case list():
            for index, value in enumerate(content):
                yield from _ambiguous(value, f"{path}/{index}")
        case str() if content.lower() in AMBIGUOUS_WORDS:
            yield path, content
        case _:
            return


def _place(error: ErrorDetails) -> str:
    return "".join(f"/{part}" for part in error["loc"])


def _line(file: YamlFile, place: str) -> int | None:
    while place and place not in file.lines:
        place = place.rpartition("/")[0]
    return file.lines.get(place)


def _sentence(error: ErrorDetails, adapter: TypeAdapter[Any]) -> str:
    if error["type"] != "extra_forbidden":
        return SENTENCES.get(error["type"], "值不对")
    wrong = str(error["loc"][-1])
    found = process.extractOne(wrong, sorted(_keys(adapter)), score_cutoff=NEAR_ENOUGH)
    return "没有这个键" + (f"，是否想写“{found[0]}”？" if found else "")


def _keys(adapter: TypeAdapter[Any]) -> set[str]:
    """Every key of every record that the file may hold."""
    keys: set[str] = set()
    waiting, seen = [adapter._type], set()
    while waiting:
        each = waiting.pop()
        waiting.extend(get_args(each))
        if isinstance(each, type) and issubclass(each, BaseModel) and each not in seen:
            seen.add(each)
            keys |= {field.alias or name for name, field in each.model_fields.items()}
            waiting.extend(field.annotation for field in each.model_fields.values() if field.annotation is not None)
    return keys
