"""信用查询记录: what a look-up in a list answered for one name on one day."""

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
    none_of,
    parsers,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.documents.titles import labelled
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.layout.tables import Column, read_tables
from pipeline.text import days

SUBJECT = (
    "查询主体",
    "查询对象",
    "主体名称",
    "企业名称",
    "被查询人",
    "查询名称",
    "单位名称",
    "姓名/名称",
    "姓名或名称",
    "被查询主体",
    "查询企业",
    "姓名",
    "机构名称",
    "法人名称",
    "信息主体",
    "报告主体",
    *(f"{one}/{other}" for one in ("企业名称", "名称", "单位名称") for other in ("自然人", "自然人姓名", "人名")),
    "被执行人姓名/名称",
    "被执行人名称",
    "查询条件",
    "查询关键词",
    "关键词",
)
SOURCE = ("查询来源", "查询网站", "查询平台", "数据来源", "来源", "查询渠道", "查询系统", "报告来源")
RESULT = ("查询结果", "结果", "查询结论", "核查结果")
DATE = (
    "查询日期",
    "查询时间",
    "报告生成时间",
    "报告日期",
    "打印时间",
    "生成时间",
    "查询于",
    "报告生成日期",
    "生成日期",
    "报告出具日期",
    "下载时间",
    "下载日期",
)

CATEGORY = ("类别", "信息类别", "信息类型", "项目", "信息名称", "查询项目", "查询内容")
COUNT = ("条数", "数量", "记录数", "记录条数", "信息条数", "条数(条)")
ANSWER = r"(?P<value>(?:未查询到|没有找到|未找到|未发现|暂无|无相关|未被列入|未列入|共?查询到|列入)[^。;]{0,40})"
HEADING = re.compile(r"(?:被)?列入[^。;,]{0,30}?(?:信息|名单|名录|记录)(?:\([^()]{1,16}\))?(?:信息|情况)?:?")
"""The name of a list, as headings and categories print it: it says nothing of anybody."""


def categories_with_records(paper: Paper) -> Iterator[Words]:
    """The categories of a table of counts that have a record, with the count."""
    columns = (Column("category", CATEGORY), Column("count", COUNT))
    for grid in read_tables(paper.sheets, columns, least=2, key="category"):
        for row in grid.rows:
            if "count" in row and re.fullmatch(r"[1-9][0-9]*条?", row["count"].fold):
                yield Words.of([*row["category"].glyphs, *row["count"].glyphs])


def answers(paper: Paper) -> Iterator[Words]:
    """Sentences that answer a look-up; the bare names of lists left out."""
    for match in search(paper.passages, ANSWER):
        words = match.words("value")
        if words is not None and not HEADING.fullmatch(words.fold):
            yield words


def somebody(text: str) -> Parsed | None:
    """A name; the next heading of a table of results is none."""
    named = parsers.name(text)
    is_heading = re.fullmatch(
        r".{0,8}(?:日期|时间|原因|类[别型]|机关|机构|序号|代码|状态|结果|号码|文号|依据|条件|名称)",
        re.sub(r"\s", "", text),
    )
    return None if is_heading else named


CREDIT_RECORD = DocumentType(
    kind="credit_record",
    title="信用查询记录",
    paper_mm=None,
    identify=all_of(
        none_of(
            contains("参保人姓名", "缴费基数"),
            heading("章程", "承诺书", "申请表", "参保证明", "缴费证明", "缴费明细"),
        ),
        any_of(
            all_of(
                heading(
                    "信用查询",
                    "查询结果",
                    "失信名单",
                    "不良名单",
                    "失信被执行人",
                    "信用信息",
                    "信用报告",
                    "信用核查",
                    "信用记录",
                    "黑名单",
                ),
                labelled(2, SUBJECT, RESULT, DATE, SOURCE),
            ),
            worth(
                0.8,
                all_of(
                    none_of(contains("营业执照", "登记机关")),
                    heading("国家企业信用信息公示系统", "信用中国", "执行信息公开网", anywhere=True),
                    contains("经营异常", "严重违法", "失信", "行政处罚", "被执行人"),
                ),
            ),
            worth(0.9, labelled(3, SUBJECT, RESULT, DATE, SOURCE)),
            worth(
                0.6,
                all_of(
                    contains("失信", "不良名单", "信用中国", "黑名单"),
                    contains("查询"),
                    contains("未查询到", "没有找到", "暂无", "无相关", "未列入", "条记录"),
                ),
            ),
        ),
    ),
    fields=(
        field(
            "date",
            beside(*DATE, lines=1),
            inline(rf"(?:查询|生成|打印)(?:日期|时间)[:为]*(?P<value>{days.WRITTEN_DAY})", "“查询日期”"),
            parse=parsers.day,
            required=True,
        ),
        field("subject", beside(*SUBJECT, lines=2), parse=somebody, required=True),
        field(
            "source",
            beside(*SOURCE, lines=2),
            otherwise=(
                inline(
                    r"(?P<value>信用中国|中国执行信息公开网|国家企业信用信息公示系统|电信业务市场综合管理信息系统)",
                    "查询网站的名称",
                ),
            ),
        ),
        field(
            "result",
            beside(*RESULT, lines=3),
            otherwise=(
                custom("分类条数表中一条以上的类别", categories_with_records),
                inline(
                    r"(?P<value>(?:行政处罚|严重失信|严重违法|失信被执行|经营异常|不良|黑名单)[^。;,、0-9]{0,16}[1-9][0-9]{0,3}条)",
                    "分类后的条数（一条以上）",
                ),
                custom("表述“未查询到……”等", answers),
            ),
            required=True,
        ),
    ),
    labels=("证件号码", "查询范围", "查询期间", "查询流水号", "查询人", "说明", "统一社会信用代码"),
    subject=("subject", "source"),
    dated="date",
)
