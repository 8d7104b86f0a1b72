"""What pages print of their order: page numbers, clause numbers, the paper's own number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.layout.sheet import Sheet
from pipeline.text.numerals import number_of

MARGIN = 0.14  # of the page height: bare page numbers stand in this strip at the top or at the foot
NAMED = re.compile(
    r"第(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})页[,，/(]*共(?P<of>[0-9]{1,3}|[一二三四五六七八九十]{1,3})页"
    r"|共(?P<of2>[0-9]{1,3}|[一二三四五六七八九十]{1,3})页[,，/(]*第(?P<n2>[0-9]{1,3}|[一二三四五六七八九十]{1,3})页"
    r"|第(?P<n3>[0-9]{1,3}|[一二三四五六七八九十]{1,3})页"
)
BARE = re.compile(r"^[-(]?(?P<n>[0-9]{1,3})(?:/(?P<of>[0-9]{1,3}))?[-)]?$")
CLAUSE = re.compile(r"^第([0-9]{1,3}|[一二三四五六七八九十百零〇]{1,5})条")
HEADINGS = (
    CLAUSE,
    re.compile(r"^([一二三四五六七八九十]{1,3})、"),
    re.compile(r"^([0-9]{1,2})(?:\.[0-9]{1,2})+(?![0-9%])"),
    re.compile(r"^([0-9]{1,2})[、.](?![0-9])"),
)
"""How papers number their parts, the surest first."""
PAPER_NUMBER = re.compile(r"(?:合同|协议|文件)?(?:编号|号码)[:：]?(?P<value>[A-Z0-9〔〕\[\]()一-龥-]{5,40})")


class PageNumber(NamedTuple):
    """A printed page number; `of` is the printed count, None where it is not said."""

    number: int
    of: int | None


def printed_number(sheet: Sheet) -> PageNumber | None:
    """The page number that a page prints: 第 N 页 共 M 页 anywhere, a bare number at the top or at the foot."""
    height = sheet.page.height
    for line in reversed(sheet.lines):
        found = NAMED.search(line.fold)
        if found and (found.group("of") or found.group("of2") or _in_margin(line.at.middle[1], height)):
            number = found.group("n") or found.group("n2") or found.group("n3")
            return _page_number(number, found.group("of") or found.group("of2"))
    for line in reversed(sheet.lines):
        bare = BARE.match(line.fold)
        if bare and _in_margin(line.at.middle[1], height):
            return _page_number(bare.group("n"), bare.group("of"))
    return None


def _in_margin(y: float, height: float) -> bool:
    return y < MARGIN * height or y > (1 - MARGIN) * height


def _page_number(number: str, of: str | None) -> PageNumber | None:
    counted, total = number_of(number), number_of(of) if of else None
    if not counted or (total is not None and counted > total):
        return None
    return PageNumber(counted, total)


def clause_numbers(sheet: Sheet) -> tuple[int, ...]:
    """Numbers of the clauses (第…条) that begin on a page, in reading order."""
    return _numbers(sheet, CLAUSE)


def part_numbers(sheets: Sequence[Sheet]) -> list[tuple[int, ...]]:
    """The numbers of the parts that begin on each page, by the surest way of numbering that orders two pages."""
    told = [[_numbers(sheet, heading) for sheet in sheets] for heading in HEADINGS]
    return next((each for each in told if sum(bool(numbers) for numbers in each) > 1), told[0])


def _numbers(sheet: Sheet, heading: re.Pattern[str]) -> tuple[int, ...]:
    found = (heading.match(line.fold) for line in sheet.lines)
    return tuple(number for match in found if match and (number := number_of(match.group(1))))


def paper_number(sheet: Sheet) -> str:
    """The contract's or paper's own number in the upper or lower strip of a page; empty where there is none."""
    height = sheet.page.height
    for line in sheet.lines:
        if line.at.middle[1] < 0.3 * height or line.at.middle[1] > (1 - MARGIN) * height:
            found = PAPER_NUMBER.search(line.fold)
            if found and re.search(r"[0-9]", found.group("value")):
                return found.group("value")
    return ""


def gaps_of(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Pages that are not there, as sentences: by printed page numbers, else by clause numbers."""
    numbers = [number for sheet in sheets if (number := printed_number(sheet)) is not None]
    totals = {number.of for number in numbers if number.of is not None}
    if len(totals) == 1 and len(numbers) >= max(1, len(sheets) // 2):
        total = totals.pop()
        absent = sorted(set(range(1, total + 1)) - {number.number for number in numbers})
        return (f"标明共{total}页，缺第{_listed(absent)}页",) if absent else ()
    if len(numbers) == len(sheets) > 1:
        between = range(numbers[0].number, numbers[-1].number + 1)
        absent = sorted(set(between) - {number.number for number in numbers})
        if absent:
            return (f"缺第{_listed(absent)}页",)
    return _clause_gaps(sheets)


def _clause_gaps(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """A jump in the clause numbers from one page to the next; a jump inside a page is the author's."""
    gaps: list[str] = []
    last = 0
    for sheet in sheets:
        numbers = clause_numbers(sheet)
        if numbers and last and numbers[0] > last + 1:
            gaps.append(f"第{last}条之后为第{numbers[0]}条，缺第{_listed(range(last + 1, numbers[0]))}条，可能缺页")
        last = max((last, *numbers))
    return tuple(gaps)


def _listed(numbers: Iterable[int]) -> str:
    return "、".join(str(number) for number in numbers)
