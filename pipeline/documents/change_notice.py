"""准予变更登记通知书, 名称变更核准通知书: what the registration office changed, and a former name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents import signing_days
from pipeline.documents.agreements import sentence
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
    parsers,
    worth,
)
from pipeline.layout.glyphs import Words
from pipeline.layout.tables import Column, read_tables

ITEM = ("变更事项", "变更项目", "事项", "变更内容名称")
BEFORE = ("变更前", "变更前内容", "原登记内容", "变更前登记内容", "原内容")
AFTER = ("变更后", "变更后内容", "现登记内容", "变更后登记内容", "新内容")


def name_rows(paper: Paper, column: str) -> Iterator[Words]:
    """The old or new name in the table of changes."""
    columns = (Column("item", ITEM), Column("before", BEFORE), Column("after", AFTER))
    for grid in read_tables(paper.sheets, columns, least=2, key="item"):
        for row in grid.rows:
            if row["item"].fold in ("名称", "企业名称", "公司名称", "名称变更") and column in row:
                yield row[column]


def item_rows(paper: Paper) -> Iterator[Words]:
    """The items of the table of changes."""
    columns = (Column("item", ITEM), Column("before", BEFORE), Column("after", AFTER))
    for grid in read_tables(paper.sheets, columns, least=2, key="item"):
        for row in grid.rows:
            yield row["item"]


CHANGE_NOTICE = DocumentType(
    kind="change_notice",
    title="准予变更登记通知书",
    identify=any_of(
        all_of(
            heading(
                "变更登记通知书",
                "准予变更",
                "变更核准通知书",
                "名称变更通知",
                "变更登记核准",
                "变更登记情况",
                "更名证明",
                "变更证明",
                "核准变更",
                "登记通知书",
                "企业名称变更",
            ),
            contains("变更"),
            contains("登记", "核准"),
        ),
        worth(0.7, all_of(contains("准予变更登记", "核准变更"), contains("变更前", "变更事项"))),
    ),
    most_pages=4,
    fields=(
        field(
            "new_name",
            custom("变更表中的新名称", lambda paper: name_rows(paper, "after")),
            beside("变更后名称", "新名称", "现名称", lines=2),
            inline(r"(?:^|号)(?P<value>[^:;,。号\[\]〔〕]{4,40}(?:公司|合伙企业\(有限合伙\))):$", "抬头的公司"),
            inline(
                r"(?:变更为|变更登记为|更名为|改名为|更改为|变更后为|现名称?为)[“\"]?(?P<value>[^”\"。;,]{4,40}公司)",
                "表述“变更为……”",
            ),
            parse=parsers.name,
            required=True,
        ),
        field(
            "old_name",
            custom("变更表中的旧名称", lambda paper: name_rows(paper, "before")),
            beside("变更前名称", "原名称", "曾用名", "曾用名称", lines=2),
            inline(
                r"(?:^|[:,。;])(?:兹证明:?)?(?P<value>[^:;,。”\"]{4,30}公司)(?:\([^()]{1,40}\))?,?(?:已|经)?(?:于|经)[^。;:]{0,40}?(?:名称)?(?:变更|更名)(?:登记)?为",
                "表述“……名称变更登记为”",
            ),
            inline(
                r"(?:原(?:企业|公司)?名称?为?|由)[“\"]?(?P<value>[^”\"。;,:]{4,40}公司)[”\"]?(?:(?:现|已|经)[^。;,\"“”]{0,8})?,?(?:变更|更名|改名|更改|改)(?!前)",
                "表述“原……变更为”",
            ),
            parse=parsers.name,
        ),
        field(
            "items",
            inline(r"提交的(?P<value>[^。;,]{2,40}?)变更登记(?:申请)?", "表述“提交的……变更登记申请”"),
            beside("变更事项", "变更项目", lines=2),
            parse=sentence,
            otherwise=(custom("变更表的事项栏", item_rows),),
            required=True,
        ),
        field(
            "date",
            beside("核准日期", "登记日期", "变更日期", "核准变更日期", lines=1),
            parse=parsers.day,
            otherwise=signing_days.SIGNED_BELOW,
            required=True,
        ),
    ),
    labels=(*BEFORE, *AFTER),
    subject=("new_name",),
    dated="date",
)
