"""How exactly clients are judged: seeded faults told, false alarms, needless unknowns, by group of rules; the section of the page."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pipeline.rules.registry import GROUPS
from tests.accuracy.clients import CONSTANT, Judged
from tests.accuracy.page import table

MOST_UNKNOWN = 0.03
"""The share of needless unknowns must stay below it."""
HEADING = "# 规则准确率"
HEAD = f"""{HEADING}

由 `make accuracy WHAT=rules` 写成，勿手改。样本是 `tests/accuracy/clients.py` 列出的整套虚构客户（全部材料为电子文件，版式随机）：
没有问题的，只有一处问题的（`tests/specimens/faults.py` 的每一种），以及几处问题并存的。程序按正式流程识读后核对，逐条规则比对结果。
**漏报**：应当不符而没有不符；**误报**：没有问题而判为不符；**多余的“无法判断”**：没有问题的客户却要人去看。只计材料类规则，文稿和成册另有测试。
"""


class Tally(NamedTuple):
    """The figures of one group of rules, or of all."""

    seeded: int
    missed: int
    alarms: int
    blockers: int
    asked: int
    unknown: int

    @property
    def recall(self) -> float:
        """The share of seeded faults that were told."""
        return 1 - self.missed / self.seeded if self.seeded else 1.0

    @property
    def needless(self) -> float:
        """The share of unknowns among what was asked of clean clients."""
        return self.unknown / self.asked if self.asked else 0.0

    @property
    def met(self) -> bool:
        """Whether every aim is met."""
        return not self.missed and not self.alarms and self.needless < MOST_UNKNOWN


def tally(judged: Iterable[Judged], group: str = "") -> Tally:
    """The figures over some clients for the rules of one group, of all without one."""
    seeded = missed = alarms = blockers = asked = unknown = 0
    for each in judged:
        seeded += _of(group, each.seeded)
        missed += _of(group, each.missed)
        alarms += _of(group, each.alarms)
        blockers += _of(group, each.false_blockers)
        if not each.sample.faults:
            asked += _of(group, set(each.outcomes) - each.with_outcome("not_applicable"))
            unknown += _of(group, each.unknown)
    return Tally(seeded, missed, alarms, blockers, asked, unknown)


def _of(group: str, rules: Iterable[str]) -> int:
    return sum(each.startswith(group) for each in rules)


def tell(judged: Sequence[Judged]) -> None:
    """What went wrong with which client, then the figures."""
    for each in judged:
        for what, rules in (("missed", each.missed), ("false alarm", each.alarms), ("unknown", each.unknown)):
            for rule in sorted(rules):
                said = "；".join(each.messages[rule])
                sys.stdout.write(f"{each.sample.name}\t{','.join(each.sample.faults)}\t{what}\t{rule}\t{said}\n")
    found = tally(judged)
    sys.stdout.write(
        f"{'met   ' if found.met else 'MISSED'} {len(judged)} clients: recall {found.recall:.1%} of {found.seeded}, "
        f"false alarms {found.alarms} ({found.blockers} blockers), needless unknowns {found.needless:.2%} of {found.asked}\n"
    )


def section(judged: Sequence[Judged], on: date) -> str:
    """The section of docs/accuracy.md."""
    found = tally(judged)
    clean = [each for each in judged if not each.sample.faults]
    rows = [
        ["种入的问题被查出", f"{found.recall:.1%}（{found.seeded - found.missed}／{found.seeded}）", "100%", _met(not found.missed)],
        ["误报为必须补正", str(found.blockers), "0", _met(not found.blockers)],
        ["误报（任何等级）", str(found.alarms), "0", _met(not found.alarms)],
        ["多余的“无法判断”", f"{found.needless:.2%}（{found.unknown}／{found.asked}）", f"< {MOST_UNKNOWN:.0%}", _met(found.needless < MOST_UNKNOWN)],
    ]  # fmt: skip
    return "\n".join([
        HEAD, f"- 日期：{on.isoformat()}；客户 {len(judged)} 个，其中没有问题的 {len(clean)} 个", f"- 对每个客户都成立、不计入的：{'、'.join(sorted(CONSTANT))}（2027年放假安排尚未公布）", "",
        *table(("指标", "实测", "目标", "结论"), rows), "## 各组规则", "", *_groups(judged), *_faults(judged), "",
    ])  # fmt: skip


def _met(met: bool) -> str:
    return "达到" if met else "**未达到**"


def _groups(judged: Sequence[Judged]) -> list[str]:
    rows = []
    for group in GROUPS:
        each = tally(judged, group)
        if each.asked or each.seeded:
            rows.append(
                [group, str(each.seeded), str(each.missed), str(each.alarms), str(each.asked), str(each.unknown)]
            )
    return table(("规则", "种入", "漏报", "误报", "干净客户上作出判断", "其中无法判断"), rows)


def _faults(judged: Sequence[Judged]) -> list[str]:
    rows = [
        [each.sample.name, "、".join(each.sample.faults) or "无", "、".join(sorted(each.missed)) or "—", "、".join(sorted(each.alarms)) or "—", "、".join(sorted(each.unknown)) or "—"]
        for each in judged
        if each.missed or each.alarms or each.unknown
    ]  # fmt: skip
    return ["## 哪里不对", "", *table(("客户", "种入的问题", "漏报", "误报", "无法判断"), rows)] if rows else []


def written(page: Path, text: str) -> None:
    """Put the section at the end of the page in place of the one that stands there; the reading figures stay."""
    before = page.read_text(encoding="utf-8") if page.is_file() else ""
    page.write_text(
        before.partition(HEADING)[0].rstrip("\n") + ("\n\n" if before else "") + text, encoding="utf-8", newline="\n"
    )
