"""Who gives access to whom: the operator's and the customer's side of an agreement, told by role, by name or by deed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.agreements import letter_of
from pipeline.documents.declaration import Paper, parsers, party
from pipeline.documents.parsers import Parsed
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.layout.values import Reach, value_right_of
from pipeline.model.values import Text

CUSTOMER = (
    "客户",
    "客户方",
    "用户",
    "用户方",
    "使用方",
    "租用方",
    "客户名称",
    "用户名称",
    "接入方",
    "需方",
    "委托方",
    "业务使用方",
    "承租方",
    "承租人",
    "租用人",
    "订购方",
    "客户单位",
    "用户单位",
    "服务接受方",
    "资源使用方",
    "资源租用方",
    "资源需求方",
    "接受方",
)
OPERATOR = (
    "服务提供方",
    "电信业务经营者",
    "基础电信业务经营者",
    "基础电信企业",
    "运营商",
    "服务商",
    "提供方",
    "供方",
    "出租方",
    "受托方",
    "服务方",
    "业务提供方",
    "资源提供方",
    "通信运营商",
    "电信运营商",
    "出租人",
    "服务提供商",
    "服务提供者",
    "业务提供者",
    "受理单位",
    "受理方",
    "业务受理方",
    "业务受理单位",
    "承办方",
    "业务承办方",
    "提供单位",
    "服务单位",
    "资源方",
    "电信",
    "电信方",
    "移动",
    "移动方",
    "联通",
    "联通方",
    "电信公司",
)
NAME_LABELS = ("单位名称", "企业名称", "公司名称", "单位全称", "客户全称", "用户全称")
OPERATORS_NAME = re.compile(
    r"中国(?:电信|移动通信|联合网络通信|广电|广播电视网络|铁通)[^,。:;()]{0,24}公司(?:[^,。:;()]{1,16}(?:分公司|公司))?(?:\((?:盖章|公章|章|签章)\))?"
)
"""The whole name of a basic operator or of its branch, with the remark for its seal."""
BASIC_OPERATOR = re.compile(r"中国(?:电信|移动|联通|联合网络|广电|广播电视网络|铁通)|中信网络")
PROVIDES = re.compile(r"([甲乙])方(?:同意|应|负责|将)?(?:向|为)([甲乙])方(?:提供|开通|出租|安装)")
RENTS = re.compile(r"([甲乙])方(?:向)([甲乙])方(?:租用|租赁|申请|订购|购买|采购|支付)")


def names_by_letter(paper: Paper) -> dict[str, list[str]]:
    """The names that stand behind 甲方 and 乙方."""
    return {letter: [words.text for words in party(letter).find(paper)] for letter in ("甲方", "乙方")}


def operator_letter(paper: Paper) -> str | None:
    """Which letter party gives the access: as defined, by the operator's name, by who provides to whom; else None."""
    said = letter_of(paper, OPERATOR)
    customer = letter_of(paper, CUSTOMER)
    if said is not None or customer is not None:
        return said or other(customer)
    operators = [letter for letter, names in names_by_letter(paper).items() if any(map(BASIC_OPERATOR.search, names))]
    if len(operators) == 1:
        return operators[0]
    giving = [found.group(1) for found in PROVIDES.finditer(paper.fold)]
    giving += [found.group(2) for found in RENTS.finditer(paper.fold)]
    votes = {letter: giving.count(letter[0]) for letter in ("甲方", "乙方")}
    return max(votes, key=lambda each: votes[each]) if votes["甲方"] != votes["乙方"] else None


def other(letter: str | None) -> str | None:
    """The other one of two letter parties."""
    return {"甲方": "乙方", "乙方": "甲方"}.get(letter or "")


def operators(paper: Paper) -> Iterator[Words]:
    """The operator's name at every place, header first."""
    letter = operator_letter(paper)
    yield from party(*OPERATOR, *((letter,) if letter else ())).find(paper)


def customers(paper: Paper) -> Iterator[Words]:
    """The customer's name at every place, header first."""
    letter = other(operator_letter(paper))
    providers = {words.fold for words in operators(paper)}
    for words in party(*CUSTOMER, *((letter,) if letter else ())).find(paper):
        if words.fold not in providers:
            yield words


def operator_alone(paper: Paper) -> Iterator[Words]:
    """The one basic operator whose name stands by itself in a line or cell: a letter's signature, an order's head.

    Running text that only speaks of an operator is left out: a reseller's contract does that too.
    """
    pieces = [Words.of(cell.ordered) for sheet in paper.sheets for cell in sheet.cells if cell.glyphs]
    pieces += [piece for line in paper.lines for piece in line.segments]
    names = [piece for piece in pieces if OPERATORS_NAME.fullmatch(piece.fold)]
    if len({words.fold.split("(")[0] for words in names}) == 1:
        yield names[0]


def addressee(paper: Paper) -> Iterator[Words]:
    """The company that an operator's letter is addressed to."""
    pattern = r"^(?:致:?(?P<value>[^:;,。]{4,40}公司):?|(?P<value2>[^:;,。]{4,40}公司):)$"
    for match in search(paper.passages, pattern):
        words = match.words("value") or match.words("value2")
        if words is not None and not BASIC_OPERATOR.search(words.fold):
            yield words


def named_beside(paper: Paper) -> Iterator[Words]:
    """The one body that stands behind a label for a name and is no basic operator: an order form's customer."""
    names = [
        words
        for sheet, hit, hits in paper.hits_of(NAME_LABELS)
        if (words := value_right_of(sheet, hit, hits, Reach(2))) is not None
    ]
    theirs = [words for words in names if not BASIC_OPERATOR.search(words.fold) and organisation(words.text)]
    if len({words.fold for words in theirs}) == 1:
        yield theirs[0]


def organisation(text: str) -> Parsed | None:
    """A name of a body; 客户经理, addresses and dates that stand behind a role word are none."""
    named = parsers.name(text)
    if named is None or not isinstance(named.value, Text):
        return None
    plain = named.value.value
    is_body = re.search(r"公司|集团|企业|中心|大学|学院|医院|局$|厂$|所$|院$|社$|Ltd|Inc|Limited|Co\.", plain)
    return named if is_body and not re.search(r"[，。；：]", plain) else None
