"""What premises are and what they are for: a machine room, an office or both, by titles, labels and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import Paper
from pipeline.documents.parsers import Parsed
from pipeline.documents.titles import titles
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.model.values import Text
from pipeline.text.choices import ticked

BOTH = "两者"
PREMISES = (
    "房屋",
    "租赁房屋",
    "承租房屋",
    "机房",
    "租赁机房",
    "场地",
    "租赁场地",
    "物业",
    "租赁物",
    "租赁标的",
    "办公室",
    "办公用房",
)
"""What leases call the premises, before the word for a thing told of them: 机房位置, 物业用途."""
USE = (*(f"{what}用途" for what in (*PREMISES, "租赁", "使用", "规划", "设计")), "房屋使用用途", "使用性质", "用途")
ROOM_WORDS = re.compile(r"机房|数据中心|IDC|机柜|通信设备用房|网络设备用房")
OFFICE_WORDS = re.compile(r"办公|写字楼|商务楼|写字间|行政用房|经营场所")
REFUSED = re.compile(r"(?:不得|禁止|严禁|不能|不可|不应|未经)[^,。;]*$")


def uses_by_title(paper: Paper) -> Iterator[Words]:
    """The titles that say what the premises are for, then the clauses."""
    yield from titles(paper, "机房", "办公", "写字楼", "数据中心")
    yield from said_uses(paper)


def said_uses(paper: Paper) -> Iterator[Words]:
    """Where a lease says what the premises are for: its clause on use, 作为机房使用."""
    for _, hit, _ in paper.hits_of(USE):
        if hit.line is not None:
            yield Words.of(hit.line.glyphs[hit.start :])
    for match in search(
        paper.passages,
        r"(?:用途|用于|用作|作为|作|租给[^,。;]{1,30}?方)[为是:]*(?P<value>[^,。;]{0,24}(?:机房|办公|数据中心)[^,。;]{0,12})",
    ):
        words = match.words("value")
        if words is not None and not REFUSED.search(match.passage.fold[: match.match.start("value")]):
            yield words


def use_of_premises(text: str) -> Parsed | None:
    """机房, 办公 or 两者 by the words of a title or clause."""
    said = ticked(text)
    room, office = ROOM_WORDS.search(said), OFFICE_WORDS.search(said)
    if room is None and office is None:
        return None
    return Parsed(Text(value=BOTH if room and office else "机房" if room else "办公"))


def uses_in_clauses(paper: Paper) -> set[str]:
    """What the clauses on use say; rooms of both sorts in one lease make it one of both."""
    read = (use_of_premises(words.text) for words in said_uses(paper))
    said = {each.value.value for each in read if each is not None and isinstance(each.value, Text)}
    return said | ({BOTH} if {"机房", "办公"} <= said else set())
