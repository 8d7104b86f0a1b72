"""Bandwidths as contracts write them: after a label, in a clause, several lines of one speed, changed by a supplement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import Finder, Paper, custom, parsers
from pipeline.documents.parsers import Parsed
from pipeline.documents.titles import first_of, titles
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.passages import search
from pipeline.model.values import Amount
from pipeline.text.bandwidth import parse_bandwidth
from pipeline.text.choices import UNTICKED, ticked

SPEED = (
    r"(?:[0-9]{1,3}[×xX*])?[0-9][0-9,.]*(?:[KkMmGgTt](?:[Bb][Pp][Ss]|[Bb]its?/[Ss]|b/s|bits?|b)?|千兆|兆|吉)(?:/[Ss]|比特每秒)?"
    r"(?:[×xX*][0-9]{1,3}(?:条|路)?)?(?![A-Za-z0-9])"
)
COUNTED_WORD = r"(?<![第0-9一二三四五六七八九十百])(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,2})[个条路根](?:全)?(?:百兆|千兆|万兆)"
"""Several lines of a speed that is told by one word: 两个千兆, 3条百兆."""
COUNT = r"(?<![第0-9一二三四五六七八九十百])(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})[条路根]"
EACH = rf"(?P<count>{COUNT})[^。;]{{0,24}}?(?:每[条路根]|单[条路根]|各)[^。;0-9]{{0,8}}(?P<speed>{SPEED})"
"""Several lines and the speed of one: 专线2条，每条带宽为1000M."""
CHANGED = rf"(?:带宽|速率)[^。;]{{0,24}}?(?:调整|变更|升级|升速|提速|扩容|提升|增加|扩)(?:为|至|到)(?P<value>{SPEED})"
TOTAL = rf"(?:(?<!每条)(?<!单条)(?<!每路)(?<!每根)(?:总带宽|带宽|速率|容量))(?:合计|共计|共|为|是|不低于|:)*(?P<value>(?:{COUNT})?{SPEED})"
LINES = (
    rf"(?P<value>{COUNTED_WORD}|(?:{COUNT}(?:[^,。;0-9]{{0,4}}?(?:各|均)为?)?)?{SPEED})"
    r"(?:的)?(?:对称|独享|共享|上下行|互联网|光纤|的)*(?:专线|带宽|宽带|出口|接入|电路)"
)
SEVERAL = re.compile(r"\+|主用|备用|主备|另|和|及")
"""Signs of several speeds in one text: where they were not added up, none of them is the whole."""
UNIT = re.compile(r"[KMGT](?:BPS|BIT/S|BITS/S|B/S)?(?![A-Z0-9])|兆|吉", re.IGNORECASE)
"""A unit of bandwidth in a heading."""


def changed(paper: Paper) -> Iterator[Words]:
    """The speed that a supplement sets in the place of another one; elsewhere such words only say what may be asked for."""
    if next(titles(paper, "补充", "变更", "续签", "续约", "续期", "升速", "提速", "扩容"), None) is not None:
        yield from _values(paper, CHANGED)


def _values(paper: Paper, pattern: str) -> Iterator[Words]:
    for match in search(paper.passages, pattern):
        words = match.words("value")
        if words is not None and not UNTICKED.search(match.passage.fold[: match.match.start("value")]):
            yield words


def in_clauses() -> Finder:
    """A speed in running text: set anew, else in all, else so many lines of one speed, else that of a line."""
    return first_of(
        custom("补充协议“带宽调整为……”", changed),
        custom("表述“带宽为……”", lambda paper: _values(paper, TOTAL)),
        custom("表述“……条，每条……”", lambda paper: _values(paper, rf"(?P<value>{EACH})")),
        custom("表述“……M专线”", lambda paper: _values(paper, LINES)),
    )


def speed(text: str) -> Parsed | None:
    """A bandwidth in Mbit/s."""
    plain = re.sub(r"\s", "", ticked(text)).strip(parsers.EDGES + "。")
    lines = re.search(EACH, folded(plain))
    found = parse_bandwidth(f"{lines['count']}{lines['speed']}" if lines else plain)
    if found is None and not SEVERAL.search(plain):
        figures = {value for each in re.findall(SPEED, plain) if (value := parse_bandwidth(each)) is not None}
        found = figures.pop() if len(figures) == 1 else None
    return None if found is None or found <= 0 else Parsed(Amount(value=found, unit="Mbit/s"))


def speed_by(text: str, heading: str) -> Parsed | None:
    """A bandwidth in Mbit/s; a bare number counts in the unit that its heading or label names (带宽（M）)."""
    plain = folded(text)
    unit = UNIT.search(folded(heading))
    if unit is not None and re.fullmatch(r"[0-9][0-9,.]*", plain):
        return speed(plain + unit.group())
    return speed(text)
