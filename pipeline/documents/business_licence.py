"""营业执照: the landscape form of 2019, the portrait forms before it, the electronic PDF; of companies and others.

Labels and grammars as printed in 848 licences; a label's variant tells what sort of body holds the licence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import (
    DocumentType,
    Paper,
    all_of,
    any_of,
    beside,
    contains,
    custom,
    field,
    heading,
    inline,
    labels,
    none_of,
    parsers,
    worth,
)
from pipeline.layout.glyphs import Glyph, Words
from pipeline.layout.sheet import Sheet
from pipeline.text import codes

CODE = ("统一社会信用代码", "社会信用代码", "注册号", "注册登记号")
NAME = ("名称", "企业名称", "公司名称", "字号名称", "单位名称")
TYPE = ("类型", "企业类型", "公司类型", "主体类型", "组成形式", "经济性质")
HEAD = ("法定代表人", "法定代表人姓名", "执行事务合伙人", "经营者", "经营者姓名", "投资人", "投资人姓名", "负责人")
CAPITAL = ("注册资本", "注册资金", "出资额", "成员出资总额", "资金数额")
FOUNDED = ("成立日期", "注册日期", "成立时间")
TERM = ("营业期限", "经营期限", "合伙期限")
ADDRESS = ("住所", "主要经营场所", "经营场所", "营业场所", "主要办事机构")
SCOPE = ("经营范围", "经营范围及方式", "业务范围")
ISSUER = ("登记机关", "发照机关", "核发机关")
OTHERS = (
    "实收资本",
    "副本号",
    "编号",
    "证照编号",
    "国家企业信用信息公示系统网址",
    "企业信用信息公示系统网址",
    "扫描二维码",
)

BAND = 1.3  # em above and below the words 年 月 日 in which their digits may stand
EDGE = 14.0  # em: the digits of a date stand no further apart than this


def _code(paper: Paper) -> Iterator[Words]:
    """Eighteen characters that the check digit proves, wherever they stand."""
    for line in paper.lines:
        for match in re.finditer(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])", line.fold):
            if codes.uscc_fault(match.group()) is None or codes.repair_uscc(match.group()) is not None:
                yield Words.of(line.glyphs[match.start() : match.end()])


def _copy(paper: Paper) -> Iterator[Words]:
    """The word 副本 or 正本 beside the title, letter-spaced or not."""
    for line in paper.lines:
        match = re.search(r"\(?(副本|正本)(?![号])", line.fold)
        if match and not re.search(r"复印|提供|加盖", line.fold):
            yield Words.of(line.glyphs[match.start(1) : match.end(1)])


def _issued_on(paper: Paper) -> Iterator[Words]:
    """The date at the foot, digits on the line of 年 月 日 or a little above it, often under the seal."""
    for sheet in paper.sheets:
        for line in reversed(sheet.lines):
            if line.at.top < 0.45 * sheet.page.height:
                break
            marks = re.search(r"年\D*?月\D*?日|年[0-9]{1,2}月[0-9]{1,2}日?", line.fold)
            if marks and not re.search(r"[至前]|每年|期限|报告", line.fold[: marks.end()]):
                dated = _with_digits(sheet, line.glyphs[marks.start() : marks.end()])
                if dated:
                    yield Words.of(dated)


def _with_digits(sheet: Sheet, marks: tuple[Glyph, ...]) -> list[Glyph]:
    """年, 月 and 日 with the digits that stand between them, by x."""
    em = max(glyph.at.height for glyph in marks)
    top, bottom = min(g.at.top for g in marks) - BAND * em, max(g.at.bottom for g in marks) + 0.4 * em
    left, right = marks[0].at.x0 - 4 * em, marks[-1].at.x1
    if right - left > EDGE * em + 4 * em:
        return []
    near = [
        glyph
        for glyph in sheet.glyphs
        if top < glyph.at.middle[1] < bottom
        and left < glyph.at.middle[0] < right
        and glyph.fold in "0123456789年月日"
    ]
    return sorted(near, key=lambda glyph: glyph.at.x0)


FORM = labels(NAME, TYPE, HEAD, CAPITAL, FOUNDED, TERM, ADDRESS, SCOPE, enough=5)

BUSINESS_LICENCE = DocumentType(
    kind="business_licence",
    title="营业执照",
    identify=all_of(
        none_of(contains("变更登记通知书", "章程修正案", "申请表", "承诺书", "甲方", "民办非企业")),
        any_of(
            all_of(heading("营业执照", "企业法人营业执照", "合伙企业营业执照", anywhere=True), FORM),
            worth(0.9, all_of(contains("统一社会信用代码", "注册号"), contains("登记机关"), FORM)),
            worth(0.8, FORM),
        ),
    ),
    most_pages=1,
    fields=(
        field(
            "code",
            beside(*CODE, touching=True, lines=1, far=14.0),
            parse=parsers.social_code,
            otherwise=(custom("统一社会信用代码（18位）", _code),),
            required=True,
        ),
        field("name", beside(*NAME, touching=True, lines=3), parse=parsers.name, required=True),
        field("type", beside(*TYPE, touching=True, lines=3), required=True),
        field("legal_representative", beside(*HEAD, touching=True, lines=2), parse=parsers.name, required=True),
        field("capital", beside(*CAPITAL, touching=True, lines=2), parse=parsers.capital, required=True),
        field("founded", beside(*FOUNDED, touching=True, lines=1), parse=parsers.day),
        field("term_from", beside(*TERM, touching=True, lines=3), parse=parsers.term_start),
        field("term_to", beside(*TERM, touching=True, lines=3), parse=parsers.term_end),
        field("address", beside(*ADDRESS, touching=True, lines=4), required=True),
        field("scope", beside(*SCOPE, touching=True, lines=20), required=True),
        field("issuer", beside(*ISSUER, touching=False, lines=1, far=8.0), inline(r"(?P<value>\w+市场监督管理局)$")),
        field("issued_on", custom("登记机关下方的日期“年 月 日”", _issued_on), parse=parsers.day),
        field("copy", custom("字样“副本”或“正本”", _copy), parse=parsers.one_of({"副本": "副本", "正本": "正本"})),
    ),
    labels=OTHERS,
    subject=("code|name",),
    prefer=lambda document: int((field := document.field("copy")) is not None and field.text == "副本"),
    dated="issued_on",
)
