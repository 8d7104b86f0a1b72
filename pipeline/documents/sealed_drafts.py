"""The program's own drafts that come back sealed and scanned: told by the code that each of their pages bears at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from pipeline.documents.declaration import (
    Clue,
    DocumentType,
    FieldRule,
    Paper,
    beside,
    by,
    custom,
    field,
    parsers,
)
from pipeline.layout.glyphs import Words
from pipeline.layout.sheet import Sheet
from pipeline.model.draft import MEASURES, PLAN
from pipeline.text.draft_codes import LABEL, scanned_code

FOOT = 0.5
"""Of the page height: the code stands below, on a cover a little above the foot."""
ANNEX = "[0-9]{1,2}A"
"""The number with which an annex's code begins; that of a plan begins with its material."""

ANY_CODE = scanned_code(f"{PLAN}|{MEASURES}|{ANNEX}")
HEAD = re.compile(r"(?P<value>[^:;,。]{4,40}公司)(?=[一-龥]{4,24}$)")
DAY = re.compile(r"日期[:：]?(?P<day>20[0-9]{2}[年.-][0-9]{1,2}[月.-][0-9]{1,2}日?)")
PAGE_NUMBER = re.compile(rf"(?P<n>[0-9]{{1,3}})[-一]?[文丈]?{LABEL}")


def footer_code(number: str) -> Clue:
    """A page with a draft's code in its lower half."""
    pattern = scanned_code(number)

    def judge(sheet: Sheet) -> float:
        low = (line.fold for line in sheet.lines if line.at.middle[1] > FOOT * sheet.page.height)
        return float(any(pattern.search(fold) for fold in low))

    return by("页脚的文稿编号", judge)


def code_on(sheet: Sheet) -> str:
    """The draft's code as the page prints it, empty where there is none."""
    for line in reversed(sheet.lines):
        found = ANY_CODE.search(line.fold)
        if found and line.at.middle[1] > FOOT * sheet.page.height:
            return found["code"]
    return ""


def draft_number(sheet: Sheet) -> str:
    """The material or annex whose draft a page is of: 07, 1A."""
    return code_on(sheet)[:2]


def page_number(sheet: Sheet) -> int:
    """The page number that stands before the code; 1 on a cover, which prints none."""
    found = next((each for line in reversed(sheet.lines) if (each := PAGE_NUMBER.search(line.fold))), None)
    return int(found.group("n")) if found is not None else 1


def codes(paper: Paper) -> Iterator[Words]:
    """The code on each page."""
    for sheet in paper.sheets:
        for line in sheet.lines:
            if found := ANY_CODE.search(line.fold):
                yield Words.of(line.glyphs[found.start("code") : found.end("code")])


def companies(paper: Paper) -> Iterator[Words]:
    """The company in the head of each page: the seal covers the one beside 申请单位（公章）."""
    for sheet in paper.sheets:
        found = HEAD.match(sheet.lines[0].fold) if sheet.lines else None
        if found is not None:
            yield Words.of(sheet.lines[0].glyphs[: found.end("value")])


def signed_days(paper: Paper) -> Iterator[Words]:
    """The day that was filled in below the signature: a draft leaves it open."""
    for sheet in reversed(paper.sheets):
        below = dropwhile(lambda line: "签字" not in line.fold, sheet.lines)
        for line in below:
            if (found := DAY.search(line.fold)) is not None:
                yield Words.of(line.glyphs[found.start("day") : found.end("day")])


def _fields() -> tuple[FieldRule, ...]:
    return (
        field(
            "company",
            custom("页眉的公司", companies),
            parse=parsers.name,
            otherwise=(beside("申请单位", lines=2),),
            required=True,
        ),
        field("number", custom("页脚的文稿编号", codes)),
        field("signed_on", custom("签字处的日期", signed_days), parse=parsers.day),
    )


BUSINESS_PLAN = DocumentType(
    kind="business_plan",
    title="业务发展计划书（盖章件）",
    identify=footer_code(PLAN),
    fields=_fields(),
    sealed_draft=True,
)
SECURITY_MEASURES = DocumentType(
    kind="security_measures",
    title="网络与信息安全保障措施（盖章件）",
    identify=footer_code(MEASURES),
    fields=_fields(),
    sealed_draft=True,
)
SEALED_ANNEX = DocumentType(
    kind="other",
    title="附件（盖章件）",
    variant="annex",
    identify=footer_code(ANNEX),
    fields=_fields(),
    sealed_draft=True,
)
SEALED_DRAFTS = (BUSINESS_PLAN, SECURITY_MEASURES, SEALED_ANNEX)
