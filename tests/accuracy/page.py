"""docs/accuracy.md: what was measured, on what, and what is wrong most often."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from pipeline.engines import pdfium, recogniser
from pipeline.store import library_version
from tests.accuracy.judging import Judged, fault, field_of, misses
from tests.accuracy.rates import SURFACES, Aim, Rate, aims, bins, grouping, pictures, rate, recognition, values
from tests.specimens.accuracy import Answer

HEAD = """# 识读准确率

由 `make accuracy` 写成，勿手改。所有样张均为虚构数据：`tests/specimens/gallery.py` 列出的每种材料的每种版式，各以不同的虚构公司绘制，
再分别做成电子文件、扫描件和照片（`tests/specimens/wear.py` 列出的各种劣化轮流施加），由程序按正式流程识读，逐字段与绘制时的内容比对。
**读错**比**未读到**危险：未读到的会请人补看，读错的只有核对才能发现，所以分开统计。
"""
MOST_MISSED = 25
"""Fields told in the table of what is missed most often."""

SHOWN = 40
"""Characters of a value that are shown."""


def page(papers: Sequence[Judged], on: date, remarks: Iterable[str] = ()) -> str:
    """The whole page."""
    return "\n".join([
        HEAD, *_made_with(on), *(f"- {each}" for each in remarks), "", *_aims(aims(papers)), *_surfaces(papers), *_wear(papers),
        *_calibration(papers), *_faults(papers), *_kinds(papers), *_fields(papers), "",
    ])  # fmt: skip


def _made_with(on: date) -> list[str]:
    return [
        f"- 日期：{on.isoformat()}；程序 {library_version('dossier-pipeline')}，{pdfium.ENGINE}，{recogniser.ENGINE}",
        f"- 机器：{os.cpu_count()} 核 {platform.machine()}，Python {platform.python_version()}",
    ]


def _aims(found: Iterable[Aim]) -> list[str]:
    rows = [
        [each.name, _share(each.rate), f"≥ {each.least:.1%}", "达到" if each.met else "**未达到**"] for each in found
    ]
    return ["## 目标", "", *table(("指标", "实测", "目标", "结论"), rows)]


def _surfaces(papers: Sequence[Judged]) -> list[str]:
    rows = []
    for surface, title in SURFACES.items():
        own = [each for each in papers if each.surface == surface]
        if own:
            layouts = len({each.sample.layout for each in own})
            rows.append(
                [
                    title,
                    str(len(own)),
                    str(layouts),
                    *_counts(values(own)),
                    _share(recognition(own)),
                    _share(grouping(own)),
                ]
            )
    heads = ("来源", "份数", "版式", "字段值", "全对", "读错", "未读到", "种类认对", "页码归组正确")
    return ["## 总表", "", *table(heads, rows)]


def _wear(papers: Sequence[Judged]) -> list[str]:
    """Pictures by what was done to them."""
    pictured = sorted(pictures(papers), key=_surface_and_wear)
    rows = [
        [SURFACES[surface], worn, str(len(own)), *_counts(values(own)), _share(recognition(own))]
        for (surface, worn), own in ((key, list(group)) for key, group in groupby(pictured, key=_surface_and_wear))
    ]
    return [
        "## 各种劣化",
        "",
        *table(("来源", "劣化", "份数", "字段值", "全对", "读错", "未读到", "种类认对"), rows),
    ]


def _surface_and_wear(each: Judged) -> tuple[str, str]:
    return each.surface, each.sample.wear


def _calibration(papers: Sequence[Judged]) -> list[str]:
    rows = [
        [f"{each.least:g}–{each.most:g}", str(each.rate.asked), str(each.rate.wrong), _share(each.rate)]
        for each in bins(pictures(papers))
    ]
    return [
        "## 置信度是否可信", "", "扫描件、照片和公开样张中读到了值的字段，按程序给出的置信度分组：", "",
        *table(("置信度", "字段值", "读错", "正确率"), rows),
    ]  # fmt: skip


def _faults(papers: Sequence[Judged]) -> list[str]:
    counted = Counter((each.surface, fault(each, answer)) for each, answer in misses(papers))
    rows = [[SURFACES[surface], sort, str(times)] for (surface, sort), times in counted.most_common()]
    missed = Counter((each.surface, each.kind, field_of(answer)) for each, answer in misses(papers))
    worst = [
        [SURFACES[surface], kind, name, str(times), _example(papers, surface, kind, name)]
        for (surface, kind, name), times in missed.most_common(MOST_MISSED)
    ]
    return [
        "## 错在哪里", "", *table(("来源", "错误类型", "次数"), rows),
        "最常出错的字段：", "", *table(("来源", "材料", "字段", "次数", "例（应为 → 读作）"), worst),
    ]  # fmt: skip


def _example(papers: Sequence[Judged], surface: str, kind: str, name: str) -> str:
    first = next(
        answer
        for each, answer in misses(papers)
        if (each.surface, each.kind, field_of(answer)) == (surface, kind, name)
    )
    return f"{_short(first.truth)} → {'（未读到）' if first.read is None else _short(first.read)}"


def _short(value: object) -> str:
    text = str(value).replace("|", "｜").replace("\n", " ")
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _kinds(papers: Sequence[Judged]) -> list[str]:
    rows = []
    for kind in sorted({each.kind for each in papers}):
        shares = [_of(papers, surface, kind) for surface in SURFACES]
        rows.append([kind, str(len({each.sample.layout for each in papers if each.kind == kind})), *shares])
    return ["## 各种材料", "", *table(("材料", "版式", *SURFACES.values()), rows)]


def _of(papers: Sequence[Judged], surface: str, kind: str) -> str:
    own = [each for each in papers if (each.surface, each.kind) == (surface, kind)]
    return _share(values(own)) if own else "—"


def _fields(papers: Sequence[Judged]) -> list[str]:
    asked: dict[tuple[str, str], dict[str, list[Answer]]] = {}
    for each in papers:
        for answer in each.answers:
            asked.setdefault((each.kind, field_of(answer)), {}).setdefault(each.surface, []).append(answer)
    rows = [
        [kind, name, *(_told(rate(by_surface.get(surface, ()))) for surface in SURFACES)]
        for (kind, name), by_surface in sorted(asked.items())
    ]
    return [
        "## 各字段",
        "",
        "每格：全对／字段值（其中读错）",
        "",
        *table(("材料", "字段", *SURFACES.values()), rows),
    ]


def _told(found: Rate) -> str:
    if not found.asked:
        return "—"
    return f"{found.right}／{found.asked}" + (f"（{found.wrong}）" if found.wrong else "")


def _counts(found: Rate) -> list[str]:
    return [str(found.asked), _share(found), _part(found.wrong, found.asked), _part(found.missing, found.asked)]


def _share(found: Rate) -> str:
    return f"{found.share:.2%}"


def _part(number: int, whole: int) -> str:
    return f"{number}（{number / whole:.2%}）" if whole else "0"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table in Markdown, and an empty line after it."""
    return [_row(heads), _row(["---"] * len(heads)), *(_row(row) for row in rows), ""]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
