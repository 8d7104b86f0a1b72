"""What a finished draft says: its chapters, its open points, and the values that rules compare with the facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from pipeline.drafts.contents import all_paragraphs, style_names, style_of
from pipeline.drafts.marks import MARK, OpenMarks
from pipeline.model.draft import OpenPoint, Section, Stated
from pipeline.text.draft_codes import PRINTED
from pipeline.text.money import TEN_THOUSAND

COVER = "封面"
SPACE = re.compile(r"\s+")
AROUND = 12  # characters before a value that the statement quotes


class Statement(NamedTuple):
    """How a draft states a fact: the pattern over text without white space, and the way to the outward value."""

    field: str
    pattern: re.Pattern[str]
    outward: Callable[[str], str] = str


def _cny(text: str) -> str:
    amount = Decimal(text.replace(",", "")) * TEN_THOUSAND
    return format(amount.quantize(Decimal(1)) if amount == amount.to_integral() else amount, "f")


STATEMENTS = (
    Statement("company.capital", re.compile(r"注册资本为?(?:人民币)?([\d,]+(?:\.\d+)?)万元"), _cny),
    Statement("company.code", re.compile(r"统一社会信用代码[：:]?([0-9A-Z]{18})")),
    Statement("legal_representative.name", re.compile(r"法定代表人为([\u3400-\u9fff·]{2,15}?)[，。；（]")),
    Statement("access.bandwidth_total", re.compile(r"带宽合计(?:为)?([\d.]+)(?:Mbps|Mbit/s)")),
    Statement("people.count", re.compile(r"主要管理和技术人员共?(\d+)名")),
    Statement("coverage", re.compile(r"业务?覆盖范围为([\u3400-\u9fff、]+?)[，。；]")),
    Statement("answers.log_retention_months", re.compile(r"留存期限为(\d+)个月")),
)


def stated(page_texts: tuple[str, ...]) -> tuple[Stated, ...]:
    """Every statement of a compared value, with its page; a contradiction shows as two values of one field."""
    return tuple(each for page, text in enumerate(page_texts, 1) for each in _stated_on(page, SPACE.sub("", text)))


def _stated_on(page: int, text: str) -> Iterator[Stated]:
    for statement in STATEMENTS:
        for found in statement.pattern.finditer(text):
            quoted = text[max(0, found.start() - AROUND) : found.end()]
            yield Stated(field=statement.field, value=statement.outward(found[1]), page=page, text=quoted)


def printed_code(page_texts: tuple[str, ...]) -> str:
    """The code in the footers, empty where there is none or more than one."""
    codes = {found for text in page_texts for found in PRINTED.findall(SPACE.sub("", text))}
    return codes.pop() if len(codes) == 1 else ""


def sections(document: Any, pages: dict[str, int]) -> tuple[Section, ...]:
    """Chapters with their first page and number of characters."""
    sizes: dict[str, int] = {}
    for title, words in _by_chapter(document):
        sizes[title] = sizes.get(title, 0) + len(SPACE.sub("", words))
    return tuple(
        Section(title=title, page=pages.get(title, 1), characters=size)
        for title, size in sizes.items()
        if title != COVER
    )


def open_points(document: Any, material: str, title: str, marks: OpenMarks) -> tuple[OpenPoint, ...]:
    """Every mark of an open point, once a chapter; a draft without chapters is called by its title."""
    chapters = list(_by_chapter(document))
    whole = {chapter for chapter, _ in chapters} == {COVER}
    points = {
        OpenPoint(
            question=marks.name_of(found[1]), where=f"{material} {title if whole else chapter}", text=found[0]
        ): None
        for chapter, words in chapters
        for found in MARK.finditer(words)
    }
    return tuple(points)


def _by_chapter(document: Any) -> Iterator[tuple[str, str]]:
    """Each paragraph's words with the chapter it stands in."""
    title, names = COVER, style_names(document)
    for paragraph in all_paragraphs(document):
        style = style_of(paragraph._p, names)
        if style == "Heading 1":
            title = paragraph.text.strip()
        elif not style.startswith("toc"):
            yield title, paragraph.text
