"""The day on which a paper was signed: behind a label, in a sentence, or by itself on the signature page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import Paper, beside, custom, inline
from pipeline.layout.glyphs import Words
from pipeline.layout.lines import Line
from pipeline.layout.sheet import Sheet
from pipeline.text.days import WRITTEN_DAY

DAY_WORDS = ("日", "日期", "时间")
SAME_EDGE = 4.0  # points: ruled cells that share an edge
SIGNING_LABELS = (
    *(
        f"{what}{verb}{day}"
        for what in ("", "合同", "协议")
        for verb in ("签订", "签署", "签约", "签立", "订立", "立约", "授权")
        for day in DAY_WORDS
    ),
    "受理日期",
    "受理时间",
    "办理日期",
    "确认日期",
)
OTHER_DAY = re.compile(
    r"^(?:.*(?:生效|到期|届满|期满|开通|起租|止租|退租|起算|起始|开始|终止|截止|结束|竣工|交付|计费|备案受理|申请|收到|下单).*|起|止|自|至)$"
)
"""What a ruled cell, or the line above, says of the day beside or under it, where that is not the day of signing."""
ABOVE = 2.4  # em: a label over a day stands this near above it


def signed_days(paper: Paper) -> Iterator[Words]:
    """Days that stand by themselves or after 日期 on the signature page: those low on the last pages first."""
    for sheet in reversed(paper.sheets):
        for line in reversed(sheet.lines):
            if re.search(r"出生|生日|入学", line.fold):
                continue
            for piece in line.segments:
                if _is_told_of(sheet, piece):
                    continue
                found = re.fullmatch(
                    rf"(?:(?:签订|签署|签约|签字|盖章|承诺|申请)?(?:日期|时间)(?:Date)?:?)?(?P<day>{WRITTEN_DAY})",
                    piece.fold,
                )
                if found and not _ends_a_span(sheet, line, piece):
                    yield Words.of(piece.glyphs[found.start("day") : found.end("day")])


def _is_told_of(sheet: Sheet, piece: Words) -> bool:
    """Whether a day stands right of or under words that say what day it is, and not that of signing."""
    index = sheet.cell_of.get(piece.glyphs[0])
    if index is None:
        return any(OTHER_DAY.search(words) for words in _right_above(sheet, piece))
    cell = sheet.cells[index]
    near = (
        other.fold
        for other in sheet.cells
        if (abs(other.box.x1 - cell.box.x0) < SAME_EDGE and abs(other.box.top - cell.box.top) < SAME_EDGE)
        or (abs(other.box.bottom - cell.box.top) < SAME_EDGE and abs(other.box.x0 - cell.box.x0) < SAME_EDGE)
    )
    return any(OTHER_DAY.search(words) for words in near)


def _right_above(sheet: Sheet, piece: Words) -> Iterator[str]:
    """What stands close above words and begins where they begin, without a colon of its own."""
    for line in sheet.lines:
        if 0 < piece.at.top - line.at.top < ABOVE * max(line.em, piece.at.height):
            for other in line.segments:
                if abs(other.at.x0 - piece.at.x0) < line.em and re.fullmatch(r"[^:,。;]{1,12}", other.fold):
                    yield other.fold


def _ends_a_span(sheet: Sheet, line: Line, piece: Words) -> bool:
    """Whether a day is the second one of a span that began on the line above or in the same ruled cell."""
    index = sheet.cell_of.get(piece.glyphs[0])
    if index is not None and re.search(
        rf"{WRITTEN_DAY}[^0-9]{{0,6}}(?:至|到|-|~)|(?:至|到|~)[^0-9]{{0,6}}{WRITTEN_DAY}", sheet.cells[index].fold
    ):
        return True
    above = sheet.lines[line.number - 1].fold if line.number else ""
    return above.endswith(("至", "到", "~", "自"))


SIGNED_ON = (
    beside(*SIGNING_LABELS, lines=1, far=8.0),
    inline(
        rf"本(?:合同|协议)[^。;]{{0,12}}于(?P<value>{WRITTEN_DAY})[^。;]{{0,24}}(?:签订|签署)", "表述“本合同于……签订”"
    ),
    inline(
        rf"本(?:合同|协议|契约)由[^。;]{{4,120}}?于(?P<value>{WRITTEN_DAY})[^。;,]{{0,24}}(?:签订|签署|订立|签立)",
        "表述“本协议由……于……签订”",
    ),
    inline(rf"本(?:合同|协议|契约)(?P<value>{WRITTEN_DAY})(?:订立|签订|签署|签立)", "表述“本协议……订立”"),
    inline(
        rf"(?:双方|各方|三方)(?:当事人)?(?:经协商一致)?,?于(?P<value>{WRITTEN_DAY})(?:在|于)?[^。;,]{{0,16}}(?:签订|签署|订立|签立)(?:本|以下|如下)(?:合同|协议|契约)",
        "表述“双方于……签订”",
    ),
)
SIGNED_BELOW = (custom("签署处的日期", signed_days),)
