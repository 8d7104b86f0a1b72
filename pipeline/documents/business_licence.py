"""营业执照: the landscape form of 2019, the portrait forms before it, the electronic PDF; of companies and others.

Labels and grammars as printed in 848 licences; a label's variant tells what sort of body holds the licence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.documents.declaration import (
    DocumentType,
    Finder,
    Paper,
    all_of,
    any_of,
    below,
    beside,
    contains,
    custom,
    field,
    heading,
    inline,
    label,
    labels,
    none_of,
    parsers,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.documents.seals import field_in_seal
from pipeline.layout.glyphs import Glyph, Words, folded
from pipeline.layout.labels import label_hits
from pipeline.layout.sheet import Sheet
from pipeline.layout.values import Reach, value_right_of
from pipeline.model.document import Field
from pipeline.text import codes

CODE = ("统一社会信用代码", "社会信用代码", "注册号", "注册登记号")
NAME = ("名称", "企业名称", "公司名称", "字号名称", "单位名称")
TYPE = ("类型", "企业类型", "公司类型", "主体类型")
LAST_HALVES = ("称", "型", "所")  # of letter-spaced labels (名　　称) whose first character OCR did not see
FORM_OF = ("组成形式", "经济性质")
HEAD = ("法定代表人", "法定代表人姓名", "执行事务合伙人", "经营者", "经营者姓名", "投资人", "投资人姓名", "负责人")
CAPITAL = ("注册资本", "注册资金", "出资额", "成员出资总额", "资金数额", "开办资金")
FOUNDED = ("成立日期", "注册日期", "成立时间")
TERM = ("营业期限", "经营期限", "合伙期限", "有效期限", "有效期")
ADDRESS = ("住所", "主要经营场所", "经营场所", "营业场所", "主要办事机构")
SCOPE = ("经营范围", "经营范围及方式", "业务范围", "宗旨和业务范围")
ISSUER = ("登记机关", "发照机关", "核发机关", "登记管理机关", "发证机关")
INSTITUTIONS = ("事业单位法人", "社会团体法人", "基金会法人")
"""Bodies whose certificate stands where a company has its licence; its title says what they are."""
OTHERS = (
    "举办单位",
    "经费来源",
    "业务主管单位",
    "实收资本",
    "副本号",
    "编号",
    "证照编号",
    "国家企业信用信息公示系统网址",
    "企业信用信息公示系统网址",
    "扫描二维码",
)

ISSUE_DAY = re.compile(
    r"(?P<written>[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日)|年[^0-9]*月[^0-9]*日|(?:(?:19|20)[0-9]{2})?年[0-9]{0,2}月[0-9]{0,2}日?"
    r"|(?:19|20)[0-9]{2}(?:年[01]?[0-9]月?|年?[01]?[0-9]月)[0-3]?[0-9]日?"
)
OTHER_DAYS = re.compile(r"[至前]|每年|期限|报告|公示")
FOOT = 0.45  # of the page height: the day of issue stands below this
BAND = 1.3  # em above and below the words 年 月 日 in which their digits may stand
MOSTLY_DIGITS = 12  # of a code's eighteen characters
EDGE = 14.0  # em: the digits of a date stand no further apart than this


TICK_BOXES = re.compile("[☑☐□■√]")


def _institution(paper: Paper) -> Iterator[Words]:
    """The sort of body that the title of its certificate names."""
    for line in paper.lines:
        match = re.search(f"({'|'.join(INSTITUTIONS)})(?:单位)?(?:登记)?证书", line.fold)
        if match:
            yield Words.of(line.glyphs[match.start(1) : match.end(1)])


def _first_lost(label: str, lines: int = 3) -> Finder:
    """The value beside the second character of a letter-spaced label (名　　称) whose first one OCR did not see."""

    def find(paper: Paper) -> Iterator[Words]:
        for sheet, hits in zip(paper.sheets, paper.hits, strict=True):
            halves = [hit for hit in label_hits(sheet, LAST_HALVES) if hit.start == 0 and hit.sort == "gap"]
            for hit in halves:
                words = value_right_of(sheet, hit, (*hits, *halves), Reach(lines=lines))
                if hit.label == label[-1] and words is not None:
                    yield words

    return custom(f"标签“{label}”的第二个字", find)


def _proven_code(paper: Paper) -> Iterator[Words]:
    """Eighteen characters that the check digit proves, wherever they stand."""
    for words in _runs_of(paper, r"[0-9A-Z]{18}"):
        if codes.uscc_fault(words.fold) is None or codes.repair_uscc(words.fold) is not None:
            yield words


def _likely_code(paper: Paper) -> Iterator[Words]:
    """Eighteen characters, mostly digits, above the middle of the page, proven or not."""
    for sheet in paper.sheets:
        for words in _runs_of(Paper((sheet,)), r"[0-9A-Z]{18}"):
            digits = sum(character.isdigit() for character in words.fold)
            if words.at.middle[1] < sheet.page.height / 2 and digits >= MOSTLY_DIGITS:
                yield words


def _runs_of(paper: Paper, pattern: str) -> Iterator[Words]:
    for line in paper.lines:
        for match in re.finditer(rf"(?<![0-9A-Z]){pattern}(?![0-9A-Z])", line.fold):
            yield Words.of(line.glyphs[match.start() : match.end()])


REGISTRY = r"(?:市场监督管理|工商行政管理|行政审批(?:服务)?|市场和质量监督管理|市场监督管理委员会|数据管理|政务服务(?:数据)?管理)(?:局|委员会)?(?:[一-龥]{2,8}(?:分局|所))?$"
"""What a registry's seal ends with: a ring in which a character of this is lost or misread tells no name."""


def _issuer_in_seal(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """The registry's name as the ring of its seal says it, where the form prints none."""
    field = None if "issuer" in fields else field_in_seal("issuer", paper, REGISTRY)
    return () if field is None else (field,)


def _copy(paper: Paper) -> Iterator[Words]:
    """The word 副本 or 正本 beside the title, letter-spaced or not."""
    for line in paper.lines:
        match = re.search(r"\(?(副本|正本)(?![号])", line.fold)
        if match and not re.search(r"复印|提供|加盖", line.fold):
            yield Words.of(line.glyphs[match.start(1) : match.end(1)])


def _issued_on(paper: Paper) -> Iterator[Words]:
    """The date at the foot, digits on the line of 年 月 日 or a little above it, often under the seal."""
    for sheet, hits in zip(paper.sheets, paper.hits, strict=True):
        labelled = {id(hit.line) for hit in hits if hit.label in (*FOUNDED, *TERM, *SCOPE)}
        for line in reversed(sheet.lines):
            if line.at.top < FOOT * sheet.page.height:
                break
            found = None if id(line) in labelled else ISSUE_DAY.search(line.fold)
            if found is None or OTHER_DAYS.search(line.fold):
                continue
            stated = line.glyphs[found.start() : found.end()]
            dated = stated if found["written"] else _with_digits(sheet, stated)
            if dated:
                yield Words.of(dated)


def _type(text: str) -> Parsed | None:
    """The type of the subject, without a tick box that OCR made of the pattern of the paper; sentences are none."""
    plain = TICK_BOXES.sub("", text)
    return None if parsers.SENTENCES.search(plain) else parsers.words(plain)


def _issue_day(text: str) -> Parsed | None:
    """The day of issue; 年, 月 or 日 may be lost under the seal."""
    whole = parsers.day(text)
    if whole is not None:
        return whole
    found = re.fullmatch(
        r"(?P<year>(?:19|20)[0-9]{2})年?(?P<month>[01]?[0-9])月?(?P<day>[0-3]?[0-9])日?", folded(text)
    )
    return parsers.day(f"{found['year']}年{found['month']}月{found['day']}日") if found else None


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
    return _between_words(sorted(near, key=lambda glyph: glyph.at.x0))


def _between_words(glyphs: list[Glyph]) -> list[Glyph]:
    """Digits that stand over 年 月 日 instead of before them, a little to the left or right, each before its word."""
    digits = [glyph for glyph in glyphs if glyph.fold.isdigit()]
    words = [glyph for glyph in glyphs if not glyph.fold.isdigit()]
    runs: list[list[Glyph]] = []
    for glyph in digits:
        if runs and glyph.at.x0 - runs[-1][-1].at.x1 < 0.5 * glyph.at.height:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    if len(runs) != len(words) or [len(run) > 2 for run in runs] != [True, False, False]:  # noqa: PLR2004
        return glyphs
    return [glyph for run, word in zip(runs, words, strict=True) for glyph in (*run, word)]


FORM = labels(NAME, (*TYPE, *FORM_OF), HEAD, CAPITAL, FOUNDED, TERM, ADDRESS, SCOPE, enough=5)

BUSINESS_LICENCE = DocumentType(
    kind="business_licence",
    title="营业执照",
    identify=all_of(
        none_of(contains("变更登记通知书", "章程", "申请表", "承诺书", "甲方", "民办非企业")),
        any_of(
            all_of(heading("营业执照", "企业法人营业执照", "合伙企业营业执照", anywhere=True), FORM),
            worth(0.9, all_of(contains("统一社会信用代码", "注册号"), contains("登记机关"), FORM)),
            all_of(
                heading(*(f"{body}{word}" for body in INSTITUTIONS for word in ("证书", "登记证书")), anywhere=True),
                label(*CODE),
            ),
            worth(0.8, all_of(contains("登记机关", "营业执照", "公示系统"), label(*SCOPE), label(*FOUNDED), FORM)),
        ),
    ),
    most_pages=1,
    fields=(
        field(
            "code",
            beside(*CODE, touching=True, lines=1, far=14.0),
            below(*CODE, lines=1),
            parse=parsers.social_code,
            otherwise=(custom("校验通过的18位代码", _proven_code), custom("标题附近的代码", _likely_code)),
            required=True,
        ),
        field(
            "name",
            beside(*NAME, touching=True, lines=3),
            parse=parsers.name,
            otherwise=(_first_lost("名称"),),
            required=True,
        ),
        field(
            "type",
            beside(*TYPE, touching=True, lines=3),
            parse=_type,
            otherwise=(
                _first_lost("类型"),
                custom("事业单位、社会团体证书的名称", _institution),
                beside(*FORM_OF, touching=True, lines=1),
            ),
            required=True,
        ),
        field("legal_representative", beside(*HEAD, touching=True, lines=2), parse=parsers.name, required=True),
        field("capital", beside(*CAPITAL, touching=True, lines=2), parse=parsers.capital, required=True),
        field("founded", beside(*FOUNDED, touching=True, lines=1), parse=parsers.day),
        field("term_from", beside(*TERM, touching=True, lines=3), parse=parsers.term_start),
        field("term_to", beside(*TERM, touching=True, lines=3), parse=parsers.term_end),
        field(
            "address",
            beside(*ADDRESS, touching=True, lines=4),
            parse=parsers.address,
            otherwise=(_first_lost("住所", lines=4),),
            required=True,
        ),
        field("scope", beside(*SCOPE, touching=True, lines=20), required=True),
        field(
            "issuer",
            beside(*ISSUER, touching=False, lines=1, far=8.0),
            otherwise=(inline(r"(?P<value>\w+(?:市场监督管理|工商行政管理|行政审批)局)$", "登记机关的名称"),),
        ),
        field("issued_on", custom("登记机关下方的日期“年 月 日”", _issued_on), parse=_issue_day),
        field("copy", custom("字样“副本”或“正本”", _copy), parse=parsers.one_of({"副本": "副本", "正本": "正本"})),
    ),
    labels=OTHERS,
    more_fields=_issuer_in_seal,
    subject=("code|name",),
    prefer=lambda document: int((field := document.field("copy")) is not None and field.text == "副本"),
    dated="issued_on",
)
