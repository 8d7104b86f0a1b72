"""The ends of a line that a contract calls A端 and Z端: which is the customer's, which is in the operator's building."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import Paper
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.layout.values import Reach, value_right_of

LABELS = tuple(
    f"{end}端{what}"
    for end in "ABZ"
    for what in ("", "地址", "地点", "位置", "安装地址", "装机地址", "接入地址", "机房")
)
PATTERN = r"[ABZ]端(?:安装|装机|接入)?(?:地址|地点|位置)?(?:为|是|位于|:)+(?P<value>[^。;,]{4,60})"
OPERATORS_BUILDING = re.compile(r"局|枢纽|汇聚|机楼|通信楼|综合楼|电信|联通|移动|广电|铁通|基站|核心机房|运营商")


def customers_end(paper: Paper) -> Iterator[Words]:
    """The end that is not in the operator's building, where the other one is."""
    yield from _ends(paper, of_operator=False)


def operators_end(paper: Paper) -> Iterator[Words]:
    """The end that is in the operator's building, where the other one is not."""
    yield from _ends(paper, of_operator=True)


def _ends(paper: Paper, of_operator: bool) -> Iterator[Words]:
    ends = list(_all_ends(paper))
    inside = [words for words in ends if OPERATORS_BUILDING.search(words.fold)]
    outside = [words for words in ends if words not in inside]
    if inside and outside:
        yield from inside if of_operator else outside


def _all_ends(paper: Paper) -> Iterator[Words]:
    labelled = [
        words
        for sheet, hit, hits in paper.hits_of(LABELS)
        if hit.sort != "touching" and (words := value_right_of(sheet, hit, hits, Reach(2))) is not None
    ]
    yield from labelled
    if not labelled:
        for match in search(paper.passages, PATTERN):
            words = match.words("value")
            if words is not None:
                yield words
