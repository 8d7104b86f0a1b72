"""The coverage applied for, against what a paper says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.findings import Breach, Judgement, values
from pipeline.rules.papers import unread
from pipeline.text.normal import squeeze
from pipeline.text.regions import province_of

NATIONWIDE = frozenset({"全国", "全国范围", "全国各省", "中国大陆"})


def provinces(names: tuple[str, ...]) -> frozenset[str]:
    """The provinces by their printed names; the whole country is one name."""
    return frozenset("全国" if squeeze(each) in NATIONWIDE else province_of(each) or squeeze(each) for each in names)


def listed(text: str) -> tuple[str, ...]:
    """The names in a field that holds a JSON list, or one name."""
    if text.startswith("["):
        return tuple(str(each) for each in json.loads(text))
    return (text,)


def compare_coverage(case: Case, paper: Document, part: str = "coverage") -> Iterator[Judgement]:
    """A paper's coverage is that of client.yaml, province by province."""
    field = paper.field("coverage")
    if field is None:
        yield unread(paper, "coverage")
        return
    printed, applied = provinces(listed(field.text)), provinces(case.client.coverage)
    if printed != applied:
        named = values(paper=paper.kind, printed=_joined(printed), applied=_joined(applied))
        yield Breach(values=named, evidence=(field.evidence,), part=part)


def _joined(names: frozenset[str]) -> str:
    return "、".join(sorted(names))
