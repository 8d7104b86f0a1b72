"""Units on insurance papers: their names, and the notes and small tables that say which number is whose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import Paper, parsers
from pipeline.documents.parsers import Parsed
from pipeline.documents.reading import make_field
from pipeline.documents.social_insurance.signs import untranslated
from pipeline.layout.glyphs import Words, folded
from pipeline.layout.passages import search
from pipeline.layout.tables import Column, read_tables
from pipeline.model.document import Field

NOTED_UNITS = (
    r"(?P<code>[0-9]{5,20}):(?P<name>[^:,;。]{4,40}?)(?=[,;。]|$|[0-9]{5})",
    r"单位(?:编号|编码)(?:为|是|:)?(?P<code>[0-9]{5,20})[,;]?(?:对应的?)?单位名称(?:为|是|:)?(?P<name>[^:,;。]{4,40}?)(?=[,;。]|$|单位编号)",
    r"单位(?:编号|编码)单位名称(?P<code>[0-9]{5,20})(?P<name>[^:,;。0-9]{4,40}?)(?=[,;。]|$)",
)
"""How notes tell whose number it is: 9990001:X公司, 单位编号9990001单位名称X公司, 单位编号 单位名称 9990001 X公司."""
PLACE = re.compile(r"^[一-龥]{1,12}(?:省|市|区|县|州|盟|旗|本级)[::](?=.{4})")
"""The place of insurance that some forms print before a unit's name: 虚构市:X公司."""
FORM_WORDS = re.compile(
    r"(?:参保|缴费|缴纳|险种|类型|类别|序号|状[态况]|情况|起止|起始|开始|截止|终止|累计|实际|年度?|月|日|份|数|时间|期|基|金|额|个人|单位|全称"
    r"|名称|编[号码]|代码|备注|养老|失业|工伤|医疗|生育|社会|保险|应缴|实缴|合计|证件|身份证|社保|保障|号码?|姓名|性别|地区?|所属|到账|标志"
    r"|城镇|职工|现|当前|最近|[()/、])+"
)
"""Print that is made of a form's own words alone: the next heading, nobody's name."""
KEY = (Column("code", ("单位编号", "单位编码", "单位代码")), Column("name", ("单位名称", "单位全称")))


def unit_name(text: str) -> Parsed | None:
    """A unit's name without the place printed before it; its number, amounts and headings are none."""
    plain = PLACE.sub("", text.strip())
    if not re.search("[一-龥]{2}", plain) or FORM_WORDS.fullmatch(untranslated(folded(plain))):
        return None
    return parsers.name(plain)


def noted_units(paper: Paper) -> Iterator[tuple[str, Field]]:
    """The numbers of units with the names that a note or a small table gives them."""
    for pattern in NOTED_UNITS:
        for match in search(paper.passages, pattern):
            words = match.words("name")
            if words is not None and "单位" in match.passage.fold[: match.match.end()]:
                yield from _told(match.group("code"), words)
    for grid in read_tables(paper.sheets, KEY, least=2, key="code"):
        for row in grid.rows:
            if re.fullmatch(r"[0-9A-Z]{4,20}", row["code"].fold) and "name" in row:
                yield from _told(row["code"].fold, row["name"])


def _told(code: str, words: Words) -> Iterator[tuple[str, Field]]:
    parsed = unit_name(words.text)
    if parsed is not None:
        yield code, make_field("payer", words, parsed)
