"""A first layout file from an unknown insurance form, for a person to finish; nothing of the paper's values in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.documents.declaration import Paper
from pipeline.documents.reading import read_paper
from pipeline.documents.recognise import best, judge
from pipeline.documents.social_insurance.declaration import KIND, declaration, declarations
from pipeline.documents.social_insurance.layout import layouts, parsed
from pipeline.documents.social_insurance.printed_form import Heading, Label, PrintedForm, printed_form
from pipeline.model.document import Field
from pipeline.model.record import Record
from pipeline.profile.insurance_form import KINDS, MONTH_COLUMNS, Layout

NAME = "new_form"
"""The stem of a drafted file until a person names it."""
FOLDER = "templates/isp/social_insurance/"
KEYS = ("name", "month", "span", "from", "year")
TABLE_COLUMNS = (
    "name",
    "number",
    "year",
    "month",
    "span",
    "from",
    "to",
    "payer",
    "unit",
    "kinds",
    "state",
    "base",
    *KINDS,
)
WEIGHTS = {"title": 4, "section": 2}
"""Of anchors: the title tells a form best, section titles next; labels and headings are on many forms."""
ANCHORS_OF_LABELS = 4
SORTS = {
    "name": "name",
    "number": "number",
    "payer": "company",
    "payer_code": "code",
    "printed_on": "day",
    "verify_until": "day",
    "period": "month",
    "verify_code": "token",
}
"""The sort of value that each field of the head takes."""
PERSONAL = ("payer", "name", "number", "payer_code", "verify_code")
VERIFY_UNTIL = r"有效期(?:限)?(?:至|到|:)+(?P<value>[0-9]{4}[年.-][0-9]{1,2}[月.-][0-9]{1,2}日?)"
PAGE_COUNT = r"共(?P<value>[0-9]{1,3})页"
GUESSED = frozenset(layout.layout for layout in layouts() if layout.confidence < 1)
"""The layouts of forms that no file describes."""
UNKNOWN_MONTHS = ("费款所属期", "缴费年月", "缴费起止年月")
"""Headings that stand in a draft whose table was not found."""


class Draft(Record):
    """A drafted layout file: its text, and what it reads from the paper it was drafted from."""

    known: str = ""
    """The layout that knows the form already; the rest is empty then."""
    text: str = ""
    payer: str | None = None
    name: str | None = None
    number: str | None = None
    people: int = 0
    months: int = 0
    latest: str | None = None
    values: tuple[str, ...] = ()
    """What is personal among the values read: no layout file may hold it."""

    def plain(self) -> dict[str, Any]:
        """Plain values, for `--json`."""
        return self.model_dump(mode="json", exclude={"values"})

    def lines(self, folder: str = FOLDER) -> Iterator[str]:
        """What a person compares with the paper."""
        if self.known:
            yield f"这种表已有版式“{self.known}”，无需新写。读得不对时，用 dossier show 看读到了什么。"
            return
        yield "按这份草稿从原件读到的内容，请与原件逐项比对："
        for title, value in (("缴费单位", self.payer), ("姓名", self.name), ("证件号码", self.number)):
            yield f"  {title}：{value or '未读到'}"
        yield f"  人数：{self.people}；明细：{self.months} 行；最近一个月：{self.latest or '未读到'}"
        yield "逐处决定“待核”并删去该记号，改好后用 dossier layout 原件 --try 版式文件 再读一遍；"
        yield f"读对了，就以版式名为文件名放入 {folder}，各客户的这种表从此按它读取。"


def draft(paper: Paper, own: tuple[Layout, ...] = ()) -> Draft:
    """A layout drafted from a paper, or the layout that knows it: of the program, or of the profile's `own`."""
    known = known_layout(paper, own)
    if known:
        return Draft(known=known)
    form = printed_form(paper)
    first = _drafted(form, paper)
    return _drafted(form.without(first.values), paper)


def _drafted(form: PrintedForm, paper: Paper) -> Draft:
    text = layout_text(form)
    layout, faults = parsed(f"{NAME}.yaml", text)
    assert layout is not None, faults
    return read_back(layout, text, paper)


def known_layout(paper: Paper, own: tuple[Layout, ...] = ()) -> str:
    """The layout file that claims a page; empty where none but the general ones do."""
    for sheet in paper.sheets:
        claimed = best(judge(sheet, [each for each in declarations(own) if each.variant not in GUESSED]))
        if claimed is not None and claimed.kind.kind == KIND:
            return claimed.kind.variant
    return ""


def read_back(layout: Layout, text: str, paper: Paper) -> Draft:
    """What the drafted layout reads from the paper itself."""
    read = read_paper(declaration(layout), paper)
    fields = {field.name: field.text for field in read.fields}
    rows = {table.name: table.rows for table in read.tables}
    first = rows["people"][0] if rows["people"] else None
    months = [month.text for row in rows["months"] if (month := row.field("month")) is not None]
    named = [fields[name] for name in PERSONAL if name in fields]
    own = [row.field(name) for row in rows["people"] for name in ("name", "number")]
    values = (*named, *(field.text for field in own if field is not None))
    return Draft(
        values=tuple(dict.fromkeys(values)),
        text=text,
        payer=fields.get("payer"),
        name=fields.get("name") or _text(first.field("name") if first else None),
        number=fields.get("number") or _text(first.field("number") if first else None),
        people=len(rows["people"]),
        months=len(months),
        latest=max(months, default=None),
    )


def layout_text(form: PrintedForm) -> str:
    """The YAML of a layout, with a remark 待核 wherever a person must decide."""
    parts = (_head(form), _anchors(form), _fields(form), _people(form), _months(form))
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(form: PrintedForm) -> Iterator[str]:
    yield "# 社会保险版式草稿：由未知表格自动起草，须人工核对后使用。凡“待核”处都要由人决定。"
    yield "# 本文件不得写入原件中的姓名、证件号码、单位名称等任何个人信息。"
    yield f"layout: {NAME}  # 待核：改为英文短名（如省份拼音），与文件名一致"
    title = form.title or "社会保险参保缴费证明"
    yield f"title: {_plain(title)}  # 待核：表的正式名称" + ("" if form.title else "，原件上没有找到标题")
    yield "# province: 某某省  # 待核：只有某省使用此表时写省份全称"


def _anchors(form: PrintedForm) -> Iterator[str]:
    yield "# 待核：认表的词。只留每一份此表都印有、别的材料没有的词，越独特 weight 越大。"
    yield "anchors:"
    ranked = [(form.title, "title")] if form.title else []
    ranked += [(words, "section") for words in form.sections]
    words = [label.words for label in form.labels if label.name][:ANCHORS_OF_LABELS]
    ranked += [(each, "") for each in (*words, *(heading.words for heading in form.headings if heading.name))]
    seen = dict(reversed(ranked)) or {"社会保险": "title"}
    for each in dict.fromkeys(words for words, _ in ranked) or seen:
        weight = WEIGHTS.get(seen[each])
        yield f"  - {{words: {_plain(each)}" + (f", weight: {weight}}}" if weight else "}")
    yield "share: 0.6  # 待核：页面上认表的词达到总权重的这一份额，就认作此表"


def _fields(form: PrintedForm) -> Iterator[str]:
    yield "# 待核：表头、表尾的值。labels 是印在值旁边的标签。"
    yield "fields:"
    by_name: dict[str, list[Label]] = {}
    for label in form.labels:
        if label.name:
            by_name.setdefault(label.name, []).append(label)
    for name, labels in by_name.items():
        words = ", ".join(dict.fromkeys(_plain(label.words) for label in labels))
        remark = "；".join(dict.fromkeys(label.remark for label in labels if label.remark))
        yield f"  - {{name: {name}, sort: {SORTS[name]}, labels: [{words}]}}" + (
            f"  # 待核：{remark}" if remark else ""
        )
    if "verify_until" not in by_name:
        yield f"  - {{name: verify_until, sort: day, pattern: '{VERIFY_UNTIL}'}}"
    yield f"  - {{name: page_count, sort: count, pattern: '{PAGE_COUNT}'}}" + (
        "" if form.numbered else "  # 待核：原件上未见“共 N 页”"
    )
    for name in ("payer", "printed_on"):
        if name not in by_name:
            yield f"  # 待核：没有找到 {name}（{'缴费单位' if name == 'payer' else '打印日期'}）的标签"
    others = [label.words for label in form.labels if not label.name]
    yield f"stops: [{', '.join(map(_plain, others))}]  # 待核：表上其余的标签，值读到这里为止"


def _people(form: PrintedForm) -> Iterator[str]:
    listed = "name" in {heading.name for heading in form.headings}
    said = "每行一人，姓名在明细表里" if listed else "一人一份，姓名在表头"
    yield f"people: {{source: {'rows' if listed else 'head'}}}  # 待核：{said}"


def _months(form: PrintedForm) -> Iterator[str]:
    columns = _columns(form.headings)
    names = [heading.name for heading in columns]
    payer = "row" if {"payer", "unit"} & set(names) else "head"
    yield "months:"
    yield f"  payer: {payer}  # 待核：缴费单位取自" + ("明细各行" if payer == "row" else "表头")
    if "unit" in names and "payer" not in names:
        noted = "，原件上有对照" if form.notes else "，原件上没有找到对照"
        yield f"  # 待核：明细只印单位编号，须由表下注释“编号：名称”对照{noted}"
    if "kinds" in names:
        yield "  kinds_from: column"
    elif counted := [name for name in names if name in KINDS]:
        yield "  kinds_from: amounts  # 待核：各险种一列，列中有金额即为参保；列中是月数时改为 counted"
        yield f"  counted: [{', '.join(counted)}]"
    else:
        yield "  kinds: []  # 待核：每行都包含的险种，如 [养老, 失业, 工伤]"
    if "state" not in names:
        yield "  # state: 已缴费  # 待核：表上没有状态一列；确认列出的都是已缴费的月份后，去掉行首的井号"
    yield "  table:"
    if not columns or not set(names) & set(MONTH_COLUMNS):
        yield "    # 待核：没有找到月份一列；每行的月份取表头的 period，或在此补上列名"
    yield f"    key: {next((key for key in KEYS if key in names), 'month')}  # 待核：每行都有内容的一列"
    yield f"    least: {min(3, max(1, len(columns)))}"
    yield "    columns:"
    for heading in columns:
        yield f"      - {{name: {heading.name}, headings: [{_plain(heading.words)}]{_under(heading)}}}"
    if not columns:
        yield f"      - {{name: month, headings: [{', '.join(UNKNOWN_MONTHS)}]}}  # 待核：没有找到明细表"
    unused = [heading for heading in form.headings if heading not in columns]
    for heading in unused:
        yield f"      # 未用的列：{heading.words}" + (f"（上方：{heading.under}）" if heading.under else "")


def _columns(headings: Sequence[Heading]) -> list[Heading]:
    """The first column of each name that rows are read by."""
    first: dict[str, Heading] = {}
    for heading in headings:
        if heading.name in TABLE_COLUMNS:
            first.setdefault(heading.name, heading)
    return list(first.values())


def _under(heading: Heading) -> str:
    return f", under: {_plain(heading.under)}" if heading.under else ""


def _plain(words: str) -> str:
    """Words as a YAML scalar."""
    return words if re.fullmatch(r"[\u4e00-\u9fff（）]+", words) else json.dumps(words, ensure_ascii=False)


def _text(field: Field | None) -> str | None:
    return field.text if field is not None else None
