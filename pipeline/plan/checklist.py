"""checklist.pdf: every section of a plan on landscape A4, tables with heads on each page, the Gantt as a picture."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pipeline.packaging.typeset import (
    ACCENT,
    FAINT,
    INK,
    WARNING,
    Colour,
    Fonts,
    Weight,
    drawable,
    fonts_for,
    wrapped,
)
from pipeline.plan.gantt import LEGEND, gantt
from pipeline.plan.plan import Plan
from pipeline.plan.printed import Section
from pipeline.plan.sections import sections_of

MARGIN, TOP, BOTTOM = 34.0, 46.0, 40.0  # points
CELL_SIZE, PADDING = 7.8, 3.0
LEADING = 1.36  # of the size
LEAST_ROOM, LINE_ROOM = (
    110.0,
    24.0,
)  # points that a section's head and first rows, and each line, need at a page's foot
NO_BREAK = "\N{NO-BREAK SPACE}"
TITLE, HEADING = "办理清单与时间表", "互联网接入服务业务（ISP）经营许可证"
EXTRA = "\N{NO-BREAK SPACE}…第页制表日标待核的来自行业惯例或尚未核实以审批机关答复为准提交"
STATE_COLOURS: dict[str, Colour] = {
    "已到": (0.1, 0.45, 0.2),
    "存疑": (0.75, 0.4, 0.0),
    "未到": WARNING,
    "须先解决": WARNING,
    "关键": WARNING,
}
HEAD_FILL: Colour = (0.9, 0.93, 0.96)


def checklist(plan: Plan) -> bytes:
    """The PDF; the same plan gives the same bytes."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import SimpleDocTemplate

    sections = sections_of(plan)
    fonts = fonts_for([TITLE, HEADING, EXTRA, LEGEND, plan.applicant, *_words(sections)])
    written = io.BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=landscape(A4),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=TOP,
        bottomMargin=BOTTOM,
        invariant=1,
        title=f"{plan.short_name} {TITLE}",
        lang="zh-CN",
        initialFontName=fonts.regular,
    )
    furniture = _furniture(plan, fonts)
    document.build(list(_story(plan, sections, fonts, document.width)), furniture, furniture)
    return written.getvalue()


def _words(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.title
        yield from (each.text for each in section.lines)
        yield from section.heads
        for row in section.rows:
            yield from row


def _story(plan: Plan, sections: tuple[Section, ...], fonts: Fonts, width: float) -> Iterator[Any]:
    from reportlab.platypus import CondPageBreak, Spacer

    def line(text: str, size: float, colour: Colour = INK, weight: Weight = "regular") -> Any:
        return _paragraph(fonts, text, size, width, colour, weight)

    yield line(f"{plan.applicant}　{TITLE}", 17, weight="bold")
    yield Spacer(1, 4)
    made = f"{HEADING}　制表日 {plan.start.isoformat()}　标“待核”的来自行业惯例或尚未核实，以审批机关答复为准"
    yield line(made, 8.5, FAINT)
    for number, section in enumerate(sections, 1):
        yield CondPageBreak(LEAST_ROOM + LINE_ROOM * len(section.lines))
        yield Spacer(1, 14)
        yield line(f"{number}　{section.title}", 12, ACCENT, "bold")
        yield Spacer(1, 4)
        for each in section.lines:
            yield line(each.text, 8.5, WARNING if each.tone == "warning" else INK)
            yield Spacer(1, 3)
        if section.rows:
            yield _table(section, fonts, width)
        if section.way is not None:
            yield Spacer(1, 10)
            yield gantt(plan, plan.ways[section.way], fonts, width)


def _table(section: Section, fonts: Fonts, width: float) -> Any:
    from reportlab.lib.colors import Color
    from reportlab.platypus import LongTable, TableStyle

    columns = [share * width for share in section.widths]
    cells = [[_cell(fonts, text, room, INK, "bold") for text, room in zip(section.heads, columns, strict=True)]]
    cells += [
        [_cell(fonts, text, room, STATE_COLOURS.get(text, INK)) for text, room in zip(row, columns, strict=True)]
        for row in section.rows
    ]
    table = LongTable(cells, colWidths=columns, repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.regular),
                ("GRID", (0, 0), (-1, -1), 0.4, Color(0.75, 0.78, 0.82)),
                ("BACKGROUND", (0, 0), (-1, 0), Color(*HEAD_FILL)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return table


def _cell(fonts: Fonts, text: str, room: float, colour: Colour, weight: Weight = "regular") -> Any:
    return _paragraph(fonts, text, CELL_SIZE, room - 2 * PADDING, colour, weight)


def _paragraph(fonts: Fonts, text: str, size: float, room: float, colour: Colour, weight: Weight) -> Any:
    """Lines broken as all our sheets break them: reportlab's own breaking lets a line begin with ；."""
    from xml.sax.saxutils import escape

    from reportlab.lib.colors import Color
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "own",
        fontName=fonts.name(weight),
        fontSize=size,
        leading=size * LEADING,
        textColor=Color(*colour),
        splitLongWords=0,
    )
    lines = wrapped(fonts, text, size, room - size, weight)
    return Paragraph("<br/>".join(escape(each).replace(" ", NO_BREAK) for each in lines), style)


def _furniture(plan: Plan, fonts: Fonts) -> Any:
    """What stands on every page: whose plan it is, and the page's number."""

    def draw(canvas: Any, document: Any) -> None:
        from reportlab.lib.colors import Color

        width, _ = document.pagesize
        canvas.setFont(fonts.regular, 7.5)
        canvas.setFillColor(Color(*FAINT))
        canvas.drawString(MARGIN, 22, drawable(fonts, f"{plan.applicant}　{TITLE}　{plan.start.isoformat()}"))
        canvas.drawRightString(width - MARGIN, 22, f"第 {canvas.getPageNumber()} 页")

    return draw
