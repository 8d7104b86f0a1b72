"""What articles of association must state (公司法 on the articles of a limited company): where each item stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.documents.amendment import was_read_from
from pipeline.documents.declaration import Paper, parsers
from pipeline.documents.parsers import Parsed
from pipeline.documents.reading import make_field
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import Passage
from pipeline.model.document import Field, Row, Table
from pipeline.model.values import Text

CLAUSE = re.compile(r"第[一二三四五六七八九十百零〇0-9]+条")
CHAPTER = re.compile(r"第[一二三四五六七八九十百零〇0-9]+章|[一二三四五六七八九十]+、[^。:;]{2,24}$")
"""Headings announce what follows, they do not state it."""
BODIES = r"(?:股东会|股东大会|董事会|执行董事|董事|监事会|监事|经理)"
ITEMS: tuple[tuple[str, str, str], ...] = (
    ("公司名称", "", r"公司(?:的)?(?:注册|中文)?(?:名称|全称)(?:为|是|:)*[^,。;:、]{6,}"),
    (
        "公司住所",
        "",
        r"公司(?:的)?(?:住所|地址)(?:地)?(?:为|是|设在|在|:)[^,。;]{4,}|^(?:第.{1,4}条)?住所:[^。;]{4,}",
    ),
    ("经营范围", "", r"经营范围(?:为|是|如下|:)+[^。]{4,}"),
    ("注册资本", "", r"注册资本[^。;,]{0,16}?[0-9壹贰叁肆伍陆柒捌玖一二三四五六七八九][^。;]{0,16}?[元圆]"),
    ("股东姓名或名称", "name", ""),
    ("出资额", "amount", r"认购[^。;]{0,12}股份数?(?:\([^)]*\))?"),
    ("出资方式", "method", r"出资方式(?:均)?为[^。;,]{2,8}|以(?:货币|实物|知识产权)(?:形式|方式)?出资"),
    ("出资日期", "due_on", r"(?:于|在)[^。;,]{4,24}(?:前|内|日)?(?:缴足|缴清|足额缴纳|缴付|出资到位)"),
    (
        "机构的产生办法",
        "",
        rf"(?:^|[。;:,条])(?:公司)?(?:不?设立?)?{BODIES}[^。;]{{0,30}}?(?:选举产生|选举|委派|任命|聘任|决定聘|担任|由全体股东组成|组成)",
    ),
    ("机构的职权", "", rf"{BODIES}[^。;]{{0,40}}?(?:行使[^。;]{{0,10}}职权|职权(?:为|是|如下|:)|是公司的权力机构)"),
    (
        "议事规则",
        "",
        r"议事(?:方式|规则)[^。;]{4,}|(?:行使|代表)[^。;]{0,24}表决权|过半数[^。;]{0,20}(?:通过|同意)|定期会议[^。;]{0,12}召开",
    ),
    (
        "法定代表人的产生办法",
        "",
        r"法定代表人[^。;]{0,24}?(?:由[^。;]{1,24}(?:担任|选举|任命|决定)|产生)|(?:董事|经理)[^。;,]{0,6}为公司(?:的)?法定代表人",
    ),
    (
        "法定代表人的变更办法",
        "",
        r"法定代表人[^。;]{0,24}?(?:变更(?!登记)|更换|辞任|改选|罢免)|(?:变更|更换)法定代表人(?!登记)",
    ),
    (
        "其他事项",
        "",
        r"营业期限|解散|清算|转让[^。;]{0,8}股权|股权转让|利润分配|分配[^。;]{0,8}利润|本章程未(?:尽|规定)",
    ),
)
"""Item, the shareholders' column that states it where there is one, the words that state it in a clause."""


def mandatory(paper: Paper, holders: Sequence[Row]) -> Table:
    """One row for each item that is stated: item, number of its clause, the words and their place."""
    clauses = _clauses(paper)
    rows = [row for item in ITEMS if (row := _row(item, holders, clauses)) is not None]
    return Table(name="mandatory", rows=tuple(rows))


def _clauses(paper: Paper) -> tuple[tuple[str, Passage], ...]:
    """The paragraphs with the number of the clause that each belongs to, headings left out."""
    number, found = "", []
    for passage in paper.passages:
        opening = CLAUSE.match(passage.fold)
        number = opening.group() if opening else number
        if not CHAPTER.match(passage.fold):
            found.append((number, passage))
    return tuple(found)


def _row(item: tuple[str, str, str], holders: Sequence[Row], clauses: Sequence[tuple[str, Passage]]) -> Row | None:
    name, column, pattern = item
    stated = next((field for row in holders if (field := row.field(column)) is not None), None) if column else None
    if stated is not None:
        return Row(fields=tuple(_in_holders(name, stated, clauses)))
    return next(_stated(name, pattern, clauses), None) if pattern else None


def _in_holders(name: str, stated: Field, clauses: Sequence[tuple[str, Passage]]) -> Iterator[Field]:
    """An item that the shareholders' table states, with the clause that its first cell stands in."""
    number = next((number for number, passage in clauses if was_read_from(stated, passage.glyphs)), "")
    yield Field(name="item", value=Text(value=name), evidence=stated.evidence)
    if number:
        yield Field(name="clause", value=Text(value=number), evidence=stated.evidence)
    yield Field(name="words", value=stated.value, evidence=stated.evidence)


def _stated(name: str, pattern: str, clauses: Sequence[tuple[str, Passage]]) -> Iterator[Row]:
    for number, passage in clauses:
        match = re.search(pattern, passage.fold)
        words = passage.words(*match.span()) if match else None
        parsed = parsers.words(words.text) if words else None
        if words and parsed:
            yield Row(fields=tuple(_fields(name, number, words, parsed)))


def _fields(name: str, number: str, words: Words, parsed: Parsed) -> Iterator[Field]:
    yield make_field("item", words, Parsed(Text(value=name)))
    if number:
        yield make_field("clause", words, Parsed(Text(value=number)))
    yield make_field("words", words, parsed)
