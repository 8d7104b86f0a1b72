"""One file of a profile into records, each fault with its file, line and path."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from pipeline.yamltext import YamlFile, read_yaml

T = TypeVar("T")
ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)

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
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "greater_than": "应大于 {gt:g}",
    "greater_than_equal": "不能小于 {ge:g}",
    "less_than_equal": "不能大于 {le:g}",
}


class Fault(NamedTuple):
    """One fault of a file: the path in it, the line (1-based) where known, the sentence."""

    path: str
    line: int | None
    sentence: str

    def told(self, file: str) -> str:
        """The fault as people read it."""
        place = f"{file} 第 {self.line} 行" if self.line else file
        return f"{place} {self.path}：{self.sentence}" if self.path else f"{place}：{self.sentence}"


class Fitted(NamedTuple, Generic[T]):
    """A file as records, None where it does not fit, and everything that is wrong with it."""

    records: T | None
    faults: tuple[Fault, ...]


def fitted(
    file: YamlFile, adapter: TypeAdapter[T], shape: Callable[[Any], Any] = lambda content: content
) -> Fitted[T]:
    """A file's content as records, None where it does not fit, and everything that is wrong with it."""
    faults = [Fault(each.path, each.line, each.sentence) for each in file.faults]
    for place, word in _ambiguous(file.content, ""):
        faults.append(Fault(place, _line(file, place), f"“{word}”有歧义：是非请写 true 或 false"))
    if file.content is None:
        return Fitted(None, tuple(faults or [Fault("", None, "文件是空的")]))
    try:
        return Fitted(adapter.validate_python(shape(file.content)), tuple(faults))
    except ValidationError as error:
        for each in error.errors():
            place = _place(each)
            faults.append(Fault(place, _line(file, place), _sentence(each, adapter)))
    return Fitted(None, tuple(faults))


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
        self.faults.append(Fault(path, line, sentence).told(file))

    def plain(self, path: Path) -> Any | None:
        """The plain content of a file, None (and a fault) where it cannot be read."""
        file = self._read(path)
        return None if file is None else file.content

    def records(
        self, path: Path, adapter: TypeAdapter[T], shape: Callable[[Any], Any] = lambda content: content
    ) -> T | None:
        """The records of a file, None (and faults) where it does not fit; `shape` turns its content into theirs."""
        file = self._opened(path)
        if file is None:
            return None
        fit = fitted(file, adapter, shape)
        self.faults.extend(fault.told(self.name(path)) for fault in fit.faults)
        return fit.records

    def optional(self, path: Path, adapter: TypeAdapter[T]) -> T | None:
        """As `records`; a file that is not there is no fault."""
        return self.records(path, adapter) if path.is_file() else None

    def _read(self, path: Path) -> YamlFile | None:
        file = self._opened(path)
        if file is None:
            return None
        self.faults.extend(fault.told(self.name(path)) for fault in fitted(file, ANYTHING).faults)
        return None if file.content is None else file

    def _opened(self, path: Path) -> YamlFile | None:
        """The file as YAML, its bytes in the digest; None (and a fault) where there is none."""
        if not path.is_file():
            self.fault(self.name(path), "", "文件不存在")
            return None
        self.digest.update(self.name(path).encode() + b"\0" + path.read_bytes() + b"\0")
        return read_yaml(path)


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
    told = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(told["error"])
    if error["type"] == "literal_error":
        return f"值不在允许范围内：可用 {str(told['expected']).replace(' or ', '、').replace(', ', '、')}"
    if error["type"] != "extra_forbidden":
        return SENTENCES.get(error["type"], "值不对").format(**told)
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
