"""Papers of no kind of their own that may still prove something: 地名证明, 评测报告, 无偿使用 and the like."""

from __future__ import annotations

from pipeline.documents import signing_days
from pipeline.documents.declaration import DocumentType, Paper, beside, by, custom, field, inline, parsers, worth
from pipeline.documents.titles import title_lines
from pipeline.layout.glyphs import Words
from pipeline.layout.sheet import Sheet

LEAST_WORTH = 0.05
"""Below every kind that was recognised, above a page that says nothing."""


def printed_title(paper: Paper) -> tuple[Words, ...]:
    """The largest title line of the first page."""
    lines = title_lines(paper.sheets[0])
    return (max(lines, key=lambda line: line.em).words(),) if lines else ()


def has_text(sheet: Sheet) -> float:
    """1 where the page says anything at all."""
    return float(bool(sheet.glyphs))


OTHER = DocumentType(
    kind="other",
    title="其他材料",
    paper_mm=None,
    identify=worth(LEAST_WORTH, by("文字", has_text)),
    fields=(
        field("title", custom("标题行", printed_title)),
        field(
            "date",
            beside("日期", "出具日期", "报告日期", lines=1),
            parse=parsers.day,
            otherwise=signing_days.SIGNED_BELOW,
        ),
        field(
            "subject",
            beside("单位名称", "公司名称", "企业名称", "委托单位", "申请单位", "姓名", lines=2),
            inline(r"^(?P<value>[^:;,。]{4,40}(?:公司|合伙企业\(有限合伙\))):$", "抬头的公司"),
            inline(r"兹(?:证明|有)(?P<value>[^,。;:]{2,40}?)(?:系|于|位于|,|为)", "表述“兹证明……”"),
            parse=parsers.name,
        ),
    ),
    dated="date",
)
