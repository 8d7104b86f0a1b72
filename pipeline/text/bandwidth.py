"""Bandwidth of lines and circuits, in Mbit/s."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.text.normal import notes_of, squeeze, without_notes
from pipeline.text.numerals import parse_quantity

_FACTOR = {"K": Decimal("0.001"), "M": Decimal(1), "G": Decimal(1000), "T": Decimal(1_000_000)}
"""Mbit/s in a unit; telecommunication units count in thousands."""

_WORD_SPEEDS = {"百兆": Decimal(100), "千兆": Decimal(1000), "万兆": Decimal(10_000)}
"""Speeds told by one word, as 两个千兆 counts them."""

_NUMBER = r"[0-9.,]+|[一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]+"
_RATE = r"(?:[Bb][Pp][Ss]|[Bb]its?/[Ss]|b/s|bits?|b|比特每秒|比特/秒|位/秒|/秒|/[Ss]|每秒)?"
_SPEED = rf"(?P<number>{_NUMBER})(?P<unit>[KkMmGgTt]|兆|吉|千兆(?!口|端口|以太))(?P<rate>{_RATE})"
_LINES = r"(?P<lines>[0-9]{1,3}|[一二两三四五六七八九十]{1,2})"
_TIMES = r"[×xX*✕╳]"
_FORMS = (
    re.compile(_SPEED),
    re.compile(rf"{_LINES}[条路根]?{_TIMES}{_SPEED}"),
    re.compile(rf"{_SPEED}{_TIMES}{_LINES}[条路根]?"),
    re.compile(rf"{_LINES}[个条路根](?P<word>[百千万]兆)"),
    re.compile(rf"{_LINES}[条路根](?:各|每[条路根])?{_SPEED}"),
    re.compile(rf"(?:双路|双线)(?:各|每[条路根]){_SPEED}"),
    re.compile(rf"(?:双路|双线|{_LINES}[条路根])(?P<whole>共计?|合计|总计?){_SPEED}"),
)
_UPPER_UNITS = re.compile(r"(?<=[0-9])[KMGT]B(?!PS|ps|its?)")
_WORDS = re.compile(
    r"总带宽|出口带宽|接入带宽|互联网|带宽|速率|上下行|对称|独享|共享|专线|线路|电路|宽带|不低于|不少于|合计|共计|总计|接入|均为|均|为|[:。,;]"
)
_ENDS = re.compile(rf"^(?:{_WORDS.pattern})+|(?:{_WORDS.pattern})+$")


def parse_bandwidth(text: str) -> Decimal | None:
    """The bandwidth in Mbit/s that a text states, several circuits added up; None where it could mean something else.

    A port (10GE), bytes (100MB/s), 双路2G without 各 or 共, and two figures that differ give None.
    """
    totals = [
        _sum_of(part)
        for part in (without_notes(text), *notes_of(text))
        if re.search(r"[0-9][^0-9]|[十百千万拾佰仟]兆", part)
    ]
    known = [total for total in totals if total is not None]
    if not totals or len(known) != len(totals) or any(total != known[0] for total in known):
        return None
    return known[0]


def _sum_of(text: str) -> Decimal | None:
    speeds = [_one(part) for part in _ENDS.sub("", squeeze(text)).split("+")]
    known = [speed for speed in speeds if speed is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(speeds) else None


def _one(text: str) -> Decimal | None:
    """One circuit, or several of the same speed."""
    if _UPPER_UNITS.search(text):
        return None
    for form in _FORMS:
        found = form.fullmatch(_ENDS.sub("", text))
        if found is not None:
            return _value(found)
    return None


def _value(found: re.Match[str]) -> Decimal | None:
    groups = found.groupdict()
    lines = parse_quantity(groups.get("lines") or "1")
    if groups.get("word"):
        return lines * _WORD_SPEEDS[groups["word"]] if lines else None
    speed = parse_quantity(groups["number"])
    if not speed or not lines:
        return None
    if "双" in found.group() and not groups.get("whole"):
        lines = Decimal(2)
    total = speed * _factor(groups["unit"]) * (1 if groups.get("whole") else lines)
    return total.normalize() if total % 1 else total.quantize(Decimal(1))


def _factor(unit: str) -> Decimal:
    return {"兆": _FACTOR["M"], "吉": _FACTOR["G"], "千兆": _FACTOR["G"]}.get(unit) or _FACTOR[unit.upper()]
