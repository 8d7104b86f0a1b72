"""Shareholders in articles of association: in a table, or listed in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.documents.declaration import Paper, column, parsers, table
from pipeline.documents.parsers import Parser
from pipeline.documents.reading import make_field, read_table, read_turned
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import Match, Passage, search
from pipeline.model.document import Field, Row, Table

DAY = r"[0-9〇○零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
HOLDER = re.compile(
    r"(?:(?<![一-龥])[甲乙丙丁戊己]方:|股东(?:的?(?:姓名|名称)(?:或名称|\(名称\))?:|[一二三四五六七八九十甲乙丙丁戊己0-9]{0,2}[为是]?:?)|^(?:[(]?[一二三四五六七八九十0-9]{1,2}[)、.]+)(?:股东)?|[;。]股东)"
    r"(?P<name>(?:(?!以(?:货币|现金|实物|知识产权|土地使用权|股权|债权)|认缴|出资)[^,;:。()、]){2,40}(?:\((?:有限合伙|普通合伙|特殊普通合伙)\)|\([^()]{1,8}\)(?:(?!以(?:货币|现金)|认缴|出资)[^,;:。()]){1,30})?)"
    r"(?:\((?:[^()]*?号码?|[^()]*?代码)[:为]?(?P<number1>[0-9A-Z]{15,18})\))?"
    r"[,;:。]?(?:(?:证件|身份证|统一社会信用代码|公民身份)[^,;。0-9A-Z]{0,6}(?P<number2>[0-9A-Z]{15,18})[,;]?)?"
    r"[^;。]{0,30}?(?:认缴)?(?:出资额?|出资)(?:人民币|为|:)*(?P<amount>[0-9.,]+(?:万|亿)?(?:美|港|欧|日)?元)"
    r"(?:(?:(?!股东)[^;。]){0,40}?(?:占|比例)[^;。0-9]{0,12}(?P<share>[0-9.]{1,6}%))?"
    r"[^;。]*"
)
BLOCK = re.compile(
    r"股东(?:[一二三四五六七八九十甲乙丙丁戊己0-9]{0,2}|的?(?:姓名|名称)(?:或名称|\(名称\))?):"
    r"(?P<name>[^,;:。、]{2,40}?)[,;。]?(?:身份证|证件|公民身份|统一社会信用代码|营业执照)[^0-9A-Z]{0,8}(?P<number2>[0-9A-Z]{15,18})(?P<number1>)"
    r"[,;。]?(?:(?!股东[一二三四五六七八九十甲乙丙丁戊己0-9姓名的]).){0,30}?(?:认缴)?出资(?:额|金额|数额)?(?:人民币|为|:)*"
    r"(?P<amount>[0-9.,壹贰叁肆伍陆柒捌玖拾佰仟零]+(?:万|亿)?[元圆])"
    r"(?:(?:(?!股东|[;。]).){0,20}?(?:占|比例)[^;。0-9]{0,12}(?P<share>[0-9.]{1,6}%))?"
    r"(?:(?!股东|第[一二三四五六七八九十]{1,3}条)[^;。]){0,60}"
)
"""One shareholder in lines with labels, or in one clause with his name and the next one with his contribution."""
PAID = re.compile(r"实缴|已缴|实际缴付|实际出资|设立时")
METHODS = ("货币", "实物", "知识产权", "土地使用权", "股权", "债权")
SHAREHOLDERS = table(
    "shareholders",
    column("name", "股东姓名或名称", "股东名称或姓名", "股东姓名", "股东名称", "股东（发起人）", "发起人", "股东", "姓名或名称"),
    column(
        "number", "证件号码", "身份证号码", "证照号码", "统一社会信用代码", "证件号", "身份证号", "证件名称及号码",
        parse=parsers.any_number,
    ),
    column(
        "amount", "认缴出资额", "认缴出资数额", "认缴额", "出资数额", "出资额", "认缴金额", "出资金额", "认缴出资",
        by_heading=parsers.money_by_heading,
    ),
    column("share", "出资比例", "持股比例", "股权比例", "认缴比例", "占注册资本比例", "认缴出资比例", "占比", "股比", "比例", parse=parsers.percent),
    column("method", "出资方式", "认缴出资方式", "出资形式", "方式"),
    column("due_on", "出资时间", "出资期限", "出资日期", "认缴期限", "认缴时间", "缴付期限", "缴纳期限", "认缴出资时间", "认缴出资期限", "认缴出资日期", "认缴日期", "缴付时间", "缴足时间", "缴足日期", "缴足期限", parse=parsers.day),
    least=3,
)  # fmt: skip


PROMISED = replace(
    SHAREHOLDERS,
    columns=tuple(
        replace(each, under="认缴") if each.name in ("amount", "method", "due_on") else each
        for each in SHAREHOLDERS.columns
    ),
)
"""The same table where 认缴情况 and 实缴情况 stand side by side over like headings: what was promised counts."""


GROUPS: tuple[tuple[str, str, Parser], ...] = (
    ("name", "name", parsers.name),
    ("number", "number1", parsers.any_number),
    ("number", "number2", parsers.any_number),
    ("amount", "amount", parsers.capital),
    ("share", "share", parsers.percent),
)
"""Field, group of `HOLDER`, parser; of two groups for one field the first that says something counts."""


def shareholders(paper: Paper, _: Mapping[str, Field]) -> Sequence[Table]:
    """The shareholders' table; where there is none, those that are listed in sentences."""
    ruled = read_table(SHAREHOLDERS, paper)
    if _tells_what_was_paid(paper) or (ruled.rows and all(row.field("amount") is None for row in ruled.rows)):
        promised = read_table(PROMISED, paper)
        ruled = promised if any(row.field("amount") is not None for row in promised.rows) else ruled
    if not ruled.rows:
        ruled = read_turned(SHAREHOLDERS, paper)
    if ruled.rows:
        return (ruled,)
    rows = _told(paper.passages, HOLDER) or _told((_joined(paper.passages),), BLOCK)
    return (Table(name="shareholders", rows=rows),) if rows else ()


def _tells_what_was_paid(paper: Paper) -> bool:
    """Whether a heading groups what was paid so far, whose columns have the names of those that were promised."""
    return any(PAID.search(cell.fold) for sheet in paper.sheets for cell in sheet.cells)


def _told(passages: Sequence[Passage], pattern: re.Pattern[str]) -> tuple[Row, ...]:
    return tuple(row for match in search(passages, pattern) if (row := _row(match)) is not None)


def _joined(passages: Iterable[Passage]) -> Passage:
    """All passages as one: a shareholder's lines are paragraphs of their own."""
    return Passage(tuple(glyph for passage in passages for glyph in passage.glyphs))


def _row(match: Match) -> Row | None:
    """One shareholder in a sentence; None where the sentence names nobody or no amount."""
    cells: dict[str, Field] = {}
    for name, group, parse in GROUPS:
        words = match.words(group)
        parsed = parse(words.text) if words else None
        if words and parsed:
            cells.setdefault(name, make_field(name, words, parsed))
    if not {"name", "amount"} <= cells.keys():
        return None
    rest = match.passage.words(match.match.end("amount"), match.match.end())
    if len({method for method in METHODS if method in match.group()}) > 1:
        return Row(fields=(*cells.values(), *(each for each in _terms_of(rest) if each.name != "method")))
    before = {each.name: each for each in _terms_of(match.words(), "(?<=以)")}
    behind = {each.name: each for each in _terms_of(rest)}
    return Row(fields=(*cells.values(), *(before | behind).values()))


def _terms_of(rest: Words | None, lead: str = "") -> Iterator[Field]:
    """Method (behind `lead`, a pattern) and day of the contribution in the words around its amount."""
    if rest is None:
        return
    patterns: tuple[tuple[str, str, Parser], ...] = (
        ("method", f"{lead}(?:{'|'.join(METHODS)})", parsers.words),
        ("due_on", DAY, parsers.day),
    )
    for name, pattern, parse in patterns:
        match = re.search(pattern, rest.fold)
        words = Words.of(rest.glyphs[match.start() : match.end()]) if match else None
        parsed = parse(words.text) if words else None
        if words and parsed:
            yield make_field(name, words, parsed)
