"""公司章程 and 章程修正案: the shareholders' table, the clauses on name, capital, address and scope."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.documents.amendment import in_force, stands_in, superseded
from pipeline.documents.declaration import (
    DocumentType,
    Paper,
    all_of,
    any_of,
    beside,
    by,
    contains,
    custom,
    field,
    heading,
    inline,
    matches,
    none_of,
    parsers,
    worth,
)
from pipeline.documents.mandatory import mandatory
from pipeline.documents.parsers import Parsed
from pipeline.documents.seals import field_in_seal
from pipeline.documents.shareholders import DAY, shareholders
from pipeline.layout.glyphs import Words
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Field, Table

COMPANY = r"[^\s,;。:“”《》]{4,40}?(?:有限责任公司|股份有限公司|有限公司|合伙企业\((?:有限合伙|普通合伙)\)|公司)"
OFFICES = ("董事", "经理", "执行", "股东", "公司", "由", "代表", "总裁", "章程", "任", "签")
OFFICE = r"(?:执行董事|董事长|总经理|经理|董事|总裁)(?:兼(?:总经理|经理|总裁))?"
"""An office before a person's name: 由经理张三担任."""
TITLE_TYPE = 0.9  # times the usual size of the page at least: OCR draws boxes a little too low or too high
TITLE_LENGTH = 45  # characters: a company name and 章程修正案 behind it
STAMP = "档案|查询"
LAST_PAGES = 2  # the day of signing stands on one of the last two pages


def _company_in_title(paper: Paper) -> Iterator[Words]:
    """`X有限公司章程` on the first page, on one line or on two."""
    for sheet in paper.sheets[:1]:
        for number, line in enumerate(sheet.lines):
            glyphs, fold = line.glyphs, line.fold
            if number + 1 < len(sheet.lines) and re.match(r"(?:公司)?章程", sheet.lines[number + 1].fold):
                glyphs, fold = glyphs + sheet.lines[number + 1].glyphs, fold + sheet.lines[number + 1].fold
            match = re.match(rf"(?P<value>{COMPANY})(?:公司)?章程", fold)
            if match:
                yield Words.of(glyphs[match.start("value") : match.end("value")])


def _signed_on(paper: Paper) -> Iterator[Words]:
    """The last day written on a line of its own at the end, else the day on the cover."""
    found: list[Words] = []
    for sheet in (*paper.sheets[-LAST_PAGES:], *paper.sheets[:1]):
        on_page = [
            Words.of(line.glyphs[match.start("day") : match.end("day")])
            for line in sheet.lines
            if sheet.cell_of.get(line.glyphs[-1]) is None
            and (
                match := re.search(
                    rf"(?:^|签|章|期|:|\)|[^0-9至于前])(?P<day>{DAY})(?:签署|订立|制定)?[)。]?$", line.fold
                )
            )
            and len(line.fold) <= len(match.group("day")) + 16
        ]
        if on_page and (sheet is not paper.sheets[0] or len(paper.sheets) == 1):
            found[:0] = on_page[-1:]
        elif on_page and not found:
            found.extend(on_page[:1])
    yield from found[:1]


def _archive_stamp(paper: Paper) -> Iterator[Words]:
    """The words of the registry's stamp where they were read."""
    for line in paper.lines:
        match = re.search(r"[一-龥]*(?:档案查询专用章|工商档案查询章?|档案查询章|登记档案.{0,4}章)", line.fold)
        if match:
            yield Words.of(line.glyphs[match.start() : match.end()])


def _stamp_in_seal(paper: Paper, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """The registry's stamp by its ring text, where its words were not read on a line."""
    field = None if "archive_stamp" in fields else field_in_seal("archive_stamp", paper, STAMP)
    return () if field is None else (field,)


def _tables(paper: Paper, fields: Mapping[str, Field]) -> Sequence[Table]:
    """The shareholders of the wording in force and, of whole articles, where each mandatory item stands."""
    sort = fields.get("sort")
    if sort is not None and sort.text == "修正案":
        old = superseded(paper)
        return tuple(
            table.model_copy(update={"rows": tuple(row for row in table.rows if not stands_in(row, old))})
            for table in shareholders(paper, fields)
        )
    holders = tuple(shareholders(paper, fields))
    return (*holders, mandatory(paper, [row for table in holders for row in table.rows]))


def _company(text: str) -> Parsed | None:
    """A company's name; the legal form alone, as a model text prints it, is none."""
    return None if re.fullmatch(r"(?:有限责任|股份有限|有限)?公司", text.strip()) else parsers.name(text)


def _representative(text: str) -> Parsed | None:
    """A person's name; None for an office (由董事担任)."""
    plain = re.sub(rf"^(?:公司)?{OFFICE}|(?:同志|先生|女士)$", "", text)
    if not 2 <= len(plain) <= 15 or any(word in plain for word in OFFICES):  # noqa: PLR2004 - shortest, longest name
        return None
    return parsers.name(plain)


def _titles(paper: Paper) -> Iterator[Words]:
    """Title lines that end with 章程 or 修正案, on the first page."""
    for sheet in paper.sheets[:1]:
        for line in sheet.lines:
            if re.search(r"(?:章程|修正案|修订案)(?:\([^)]*\))?$", line.fold) and len(line.fold) <= TITLE_LENGTH:
                yield line.words()


def _is_title_page(sheet: Sheet) -> float:
    """Whether 章程 is the title: a line that ends with the word."""
    titles = [line for line in sheet.lines if re.search(r"章程(?:修正案)?(?:\([^)]*\))?$", line.fold)]
    return 1.0 if any(len(line.fold) <= TITLE_LENGTH and line.em >= TITLE_TYPE * sheet.em for line in titles) else 0.0


NUMERALS = "0-9.,壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千万亿"
ADDRESS = (
    in_force(
        inline(
            r"公司(?:的)?(?:住所|地址)(?:为|是|设在|在)?:(?P<value>[^。;”]+?)(?=[,(]?(?:邮政编码|邮编)|[。;”]|$)",
            "公司住所条款",
        )
    ),
    in_force(
        inline(
            r"公司(?:的)?住所(?:为|是|设在|在)(?P<value>[^。;”]+?)(?=[,(]?(?:邮政编码|邮编)|[。;”]|$)", "公司住所条款"
        )
    ),
)
CAPITAL = in_force(
    inline(
        rf"注册资本(?:总额)?(?:由[^。;,]{{1,20}}?(?=变更|增加|增至|减少|减至|修改|调整))?(?:变更|修改|调整|增加|增|减少|减)?(?:为|是|:|至|人民币|共计|\((?:大写|小写)\)|[¥￥])*(?P<value>(?:人民币)?[{NUMERALS}]+(?:美|港)?[元圆]整?(?:人民币)?)",
        "公司注册资本条款",
    )
)
SCOPE = in_force(inline(r"经营范围(?:为|是)?:(?P<value>.{4,}?)[。”\"]*$", "公司经营范围条款"))
REPRESENTATIVE = in_force(
    inline(
        r"公司(?:的)?法定代表人[^。;:]{0,24}?(?:现由|由|为|是|:)(?P<value>[一-龥·]{2,8}?)(?:担任|先生|女士|[,。;]|$)",
        "法定代表人条款",
    )
)

ARTICLES = DocumentType(
    kind="articles",
    title="公司章程",
    identify=all_of(
        none_of(contains("变更登记通知书", "查询结果", "租赁合同", "申请表")),
        any_of(
            all_of(heading("章程修正案", "章程修订案"), by("以“章程修正案”为题", _is_title_page)),
            all_of(heading("公司章程", "章程"), by("以“章程”为题", _is_title_page)),
            worth(
                0.8,
                all_of(matches(r"第[一1]条", "第一条"), matches(r"制定本章程|制订本章程", "“制定本章程”")),
            ),
        ),
    ),
    fields=(
        field(
            "sort",
            custom("标题“章程”或“章程修正案”", _titles),
            parse=parsers.one_of({"修正案": "修正案", "修订案": "修正案", "章程": "章程"}),
            required=True,
        ),
        field(
            "company",
            in_force(
                inline(
                    rf"公司(?:的)?(?:注册|中文)?(?:名称|全称)(?:变更|修改)?(?:为|是)?:?(?P<value>{COMPANY})",
                    "公司名称条款",
                )
            ),
            custom("标题中的公司名称", _company_in_title),
            parse=_company,
            otherwise=(inline(rf"^(?P<value>{COMPANY})(?:全体股东)?于{DAY}(?:召开|经)", "召开股东会的公司"),),
            required=True,
        ),
        field("address", *ADDRESS, parse=parsers.address, otherwise=(beside("住所", "公司住所"),)),
        field("capital", CAPITAL, parse=parsers.capital, required=True),
        field("scope", SCOPE),
        field(
            "legal_representative",
            REPRESENTATIVE,
            parse=_representative,
            otherwise=(beside("法定代表人（签字）", "法定代表人签字", "法定代表人"),),
        ),
        field("signed_on", custom("末页的日期", _signed_on), parse=parsers.day),
        field("archive_stamp", custom("“档案查询专用章”字样", _archive_stamp)),
    ),
    more_fields=_stamp_in_seal,
    more_tables=_tables,
    more_columns=(
        ("shareholders", ("name", "number", "amount", "share", "method", "due_on")),
        ("mandatory", ("item", "clause", "words")),
    ),
    subject=("company", "sort"),
    side_by_side=lambda document: (field := document.field("sort")) is not None and field.text == "修正案",
    dated="signed_on",
)
