"""client.yaml read and checked: every fault at once, each with its place and the nearest valid key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from pipeline.errors import InputError
from pipeline.model.client import Client
from pipeline.yamltext import YamlFile, read_yaml

FILE_NAME = "client.yaml"
PAPERS = "papers"
NEAR_ENOUGH = 60
"""Similarity in percent from which a valid key is offered for a wrong one."""

KINDS_OF_FAULT = {
    "missing": "缺少必填项",
    "date_from_datetime_parsing": "日期应写作 YYYY-MM-DD",
    "date_parsing": "日期应写作 YYYY-MM-DD",
    "date_type": "日期应写作 YYYY-MM-DD",
    "string_type": "应为文字（数字请加引号）",
    "literal_error": "取值不在允许范围内",
    "tuple_type": "应为列表（以 - 开头的各行）",
    "model_type": "应为“键: 值”的一组",
    "model_attributes_type": "应为“键: 值”的一组",
}


def folder_of(inputs: Path, name: str) -> Path:
    """The client's folder under `inputs`; its name must be one plain path component."""
    if not plain_name(name):
        raise InputError(f"客户名“{name}”不能用作文件夹名：只能是 {inputs.name}/ 下的一个文件夹名")
    folder = inputs / name
    if not folder.is_dir():
        raise InputError(f"没有客户“{name}”：{inputs.name}/ 下没有这个文件夹。新建：make new CLIENT={name}")
    if folder.resolve().parent != inputs.resolve():
        raise InputError(f"客户“{name}”指向 {inputs.name}/ 之外的文件夹，已拒绝")
    return folder


def plain_name(name: str) -> bool:
    """Whether a name is one plain path component on every system."""
    return bool(name) and not name.startswith(".") and not set(name) & set('/\\:*?"<>|\0')


def names(inputs: Path) -> tuple[str, ...]:
    """Every client under `inputs`, in order: the folders that hold a client.yaml."""
    if not inputs.is_dir():
        raise InputError(f"没有文件夹 {inputs}")
    return tuple(
        sorted(path.parent.name for path in inputs.glob(f"*/{FILE_NAME}") if not path.parent.name.startswith("."))
    )


def load(folder: Path) -> Client:
    """The client of a folder; InputError lists every fault of its client.yaml."""
    path = folder / FILE_NAME
    if not path.is_file():
        raise InputError(f"{folder.name}/{FILE_NAME} 不存在。新建客户：make new CLIENT={folder.name}")
    file = read_yaml(path)
    label = f"{folder.name}/{FILE_NAME}"
    faults = [_sentence(label, fault.path, fault.line, fault.sentence) for fault in file.faults]
    if not isinstance(file.content, dict):
        raise InputError(*(faults or [f"{label}：内容应为“键: 值”的各行"]))
    try:
        client = Client.model_validate(_shaped(file.content, folder))
    except ValidationError as error:
        raise InputError(*faults, *_told(error, file, label)) from None
    if faults:
        raise InputError(*faults)
    return client


def _shaped(content: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The file's content in the record's shape: answers and overlay as pairs, defaults that the folder gives."""
    shaped = dict(content)
    shaped.setdefault("short_name", folder.name)
    shaped["folder_name"] = folder.name
    shaped["sha256"] = hashlib.sha256((folder / FILE_NAME).read_bytes()).hexdigest()
    if isinstance(shaped.get("answers"), dict):
        shaped["answers"] = tuple(
            (str(key), _plain(value)) for key, value in shaped["answers"].items() if value is not None
        )
    if isinstance(shaped.get("profile"), dict):
        shaped["profile"] = tuple(_flat(shaped["profile"], ""))
    return {key: value for key, value in shaped.items() if value is not None}


def _plain(value: object) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case list():
            return json.dumps([_plain(each) for each in value], ensure_ascii=False)
        case datetime() | date():
            return value.isoformat()[:10]
        case _:
            return str(value)


def _flat(settings: dict[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        else:
            yield name, tuple(value) if isinstance(value, list) else value


def _told(error: ValidationError, file: YamlFile, label: str) -> Iterator[str]:
    for fault in error.errors():
        path = "".join(f"/{part}" for part in fault["loc"])
        yield _sentence(label, path, _line(file, path), _kind_of(fault))


def _line(file: YamlFile, path: str) -> int | None:
    while path and path not in file.lines:
        path = path.rpartition("/")[0]
    return file.lines.get(path)


def _kind_of(fault: ErrorDetails) -> str:
    if fault["type"] == "extra_forbidden":
        wrong = str(fault["loc"][-1])
        return f"没有“{wrong}”这一项{_nearest(wrong, fault['loc'][:-1])}"
    sentence = KINDS_OF_FAULT.get(fault["type"], "取值不对")
    if fault["type"] == "literal_error":
        sentence += "：可用 " + str(fault.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", "、")
    return sentence


def _nearest(wrong: str, path: tuple[int | str, ...]) -> str:
    valid = _keys_at(path)
    found = process.extractOne(wrong, valid, score_cutoff=NEAR_ENOUGH)
    return f"，是否想写“{found[0]}”？" if found else f"；可用的有：{'、'.join(valid)}"


def _keys_at(path: tuple[int | str, ...]) -> list[str]:
    """The keys that a person may write at this path of client.yaml."""
    record: type[BaseModel] = Client
    for part in path:
        if isinstance(part, str) and part in record.model_fields:
            inner = record.model_fields[part].annotation
            found = [each for each in (inner, *getattr(inner, "__args__", ())) if isinstance(each, type)]
            record = next((each for each in found if issubclass(each, BaseModel)), record)
    return [key for key in record.model_fields if key not in {"folder_name", "sha256"}]


def _sentence(label: str, path: str, line: int | None, sentence: str) -> str:
    place = f"{label} 第 {line} 行" if line else label
    return f"{place} {path}：{sentence}" if path else f"{place}：{sentence}"
