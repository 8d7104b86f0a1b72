"""A person's word on a finding of the last report: looked up by its id, entered in client.yaml."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import client as clients
from pipeline import entering, outputs
from pipeline.errors import InputError, UsageError

FINDINGS = "findings.json"
SHORTEST_ID = 4
"""Characters of a finding's id that a person must type at least."""


class Decided(NamedTuple):
    """What was entered: the file, the list in it, the entry, and the finding's words (empty for a whole rule)."""

    path: Path
    key: str
    entry: dict[str, str]
    message: str


class Reported(NamedTuple):
    """A finding of the last report."""

    rule: str
    id: str
    outcome: str
    message: str


def confirm(folder: Path, build: Path, found: str, saw: str, by: str, on: date) -> Decided:
    """Enter that a person looked where the machine was unsure and what they saw."""
    reported = reported_as(folder, build, found)
    if reported.outcome != "unknown":
        raise UsageError(
            f"{reported.rule} {reported.id} 是不符项，不能以“已核对”了结；接受的用 dossier waive，读错的写 corrections"
        )
    entry = {"rule": reported.rule, "of": reported.id, "saw": saw, "by": by, "on": on.isoformat()}
    return _entered(folder, "confirmed", entry, reported.message)


def waive(folder: Path, build: Path, found: str, by: str, until: date, why: str, refused: tuple[str, ...]) -> Decided:
    """Enter that a fault is accepted until a day: one finding by its id. `refused`: rules that cannot be waived."""
    reported = reported_as(folder, build, found)
    if reported.rule in refused:
        raise UsageError(f"{reported.rule} 不得豁免，请按报告中的办法处理")
    entry = {"rule": reported.rule, "of": reported.id, "until": until.isoformat(), "by": by, "why": why}
    return _entered(folder, "waivers", entry, reported.message)


def waive_rule(folder: Path, rule: str, by: str, until: date, why: str, refused: tuple[str, ...]) -> Decided:
    """Enter that whatever a rule finds is accepted until a day."""
    if rule in refused:
        raise UsageError(f"{rule} 不得豁免，请按报告中的办法处理")
    return _entered(folder, "waivers", {"rule": rule, "until": until.isoformat(), "by": by, "why": why}, "")


def reported_as(folder: Path, build: Path, found: str) -> Reported:
    """The one finding of the client's last report whose id begins so."""
    path = outputs.result_folder(build, folder.name) / FINDINGS
    if not path.is_file():
        raise InputError(f"还没有“{folder.name}”的报告，请先运行 make check CLIENT={folder.name}")
    every = [each for each in _findings(json.loads(path.read_text(encoding="utf-8"))) if each.id.startswith(found)]
    if len(found) < SHORTEST_ID or not every:
        raise UsageError(f"上一份报告中没有编号为“{found}”的问题；编号见 report.html 各项末尾")
    if len({each.id for each in every}) > 1:
        raise UsageError(f"编号“{found}”对应不止一项：{'、'.join(sorted({each.id for each in every}))}，请写全")
    return every[0]


def _findings(told: dict[str, Any]) -> list[Reported]:
    return [
        Reported(result["rule"], each["id"], each.get("outcome", result["outcome"]), each["message"])
        for result in told["results"]
        for each in result["findings"]
    ]


def _entered(folder: Path, key: str, entry: dict[str, str], message: str) -> Decided:
    path = folder / clients.FILE_NAME
    clients.load(folder)
    entering.enter(path, key, entry)
    return Decided(path, key, entry, message)
